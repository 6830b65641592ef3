"""When a relevance map must not be shown at all, and when it must not be shown without a word."""

import math
from collections.abc import Sequence
from dataclasses import replace

from deepintro_desktop.core.errors import ExplanationRefusedError
from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.results import Ledger
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.relevance.bounds import Bounds
from deepintro_desktop.engine.relevance.composites import default_composite_for
from deepintro_desktop.engine.relevance.plan import make_plan
from deepintro_desktop.engine.relevance.prepared import PreparedComposite

UNEXPLAINED_LIMIT = 1e-3
"""How much relevance may be missing without a cause, in units of the target's logit."""

_AMPLIFICATION = 20.0
_SUM_RANGE = (0.5, 1.5)
_BIAS_ONLY_SHARE = 0.2
_ALL = 0.9999


def explainable(graph: ExplainableGraph) -> tuple[str, ...]:
    """Return all reasons why no composite can explain this network; empty when it can be explained."""
    return make_plan(graph).reasons


def refuse_before(prepared: PreparedComposite, input_bounds: Bounds | None) -> None:
    """Raise ``ExplanationRefusedError`` with all that is known to be impossible beforehand."""
    reasons = list(prepared.plan.reasons)
    if prepared.needs_bounds and input_bounds is None:
        reasons.append(f"{prepared.composite.name} needs the smallest and largest possible input.")
    _refuse(reasons, _what_works(prepared) or "Choose another method, or use occlusion.")


def _what_works(prepared: PreparedComposite) -> str:
    """Name the method that divides what this one cannot, if that is all that is in the way."""
    if not prepared.plan.undecided or explainable(prepared.source):
        return ""
    name = default_composite_for(prepared.source).name
    return f"“{METHOD_LABELS[name]}” ({name}) gives each of them a half."


def refuse_after(ledgers: Sequence[Ledger]) -> None:
    """Raise ``ExplanationRefusedError`` with every fault that the finished walk shows."""
    _refuse([reason for ledger in ledgers for reason in _faults(ledger)], "Choose another method.")


def with_warnings(ledger: Ledger) -> Ledger:
    """Return the ledger with what a reader of the map must know."""
    return replace(ledger, warnings=_warnings(ledger))


def _refuse(reasons: Sequence[str], hint: str) -> None:
    if reasons:
        unique = tuple(dict.fromkeys(reasons))
        raise ExplanationRefusedError("This cannot be explained.", " ".join(unique), hint, reasons=unique)


def _faults(ledger: Ledger) -> list[str]:
    if not (math.isfinite(ledger.sum) and math.isfinite(ledger.absolute_sum)):
        places = [entry.node for entry in ledger.entries if entry.n_non_finite]
        where = f" (first at node {places[0]})" if places else ""
        return [f"The relevance is not a finite number{where}."]
    missing = 1.0 - ledger.sum - sum(ledger.losses.values())
    if abs(missing) > UNEXPLAINED_LIMIT:
        return [f"{missing:.3g} of the relevance is missing without a cause."]
    if ledger.absolute_sum == 0.0 or _starts_bias_only(ledger):
        return ["No relevance reaches the picture: the answer for this class does not depend on it."]
    return []


def _starts_bias_only(ledger: Ledger) -> bool:
    """Whether the logit is its bias alone, so that spreading its relevance would only look like a map."""
    first = next((entry for entry in ledger.entries if entry.n_bias_only), None)
    if first is None or first.relevance_out == 0.0:
        return False
    stranded = first.spread + first.losses.get("bias-only", 0.0)
    return abs(first.relevance_out - 1.0) < UNEXPLAINED_LIMIT and abs(stranded / first.relevance_out) > _ALL


def _warnings(ledger: Ledger) -> tuple[str, ...]:
    found = []
    low, high = _SUM_RANGE
    if not low <= ledger.sum <= high:
        found.append(
            f"The relevance sums to {ledger.sum:.2f} instead of 1; thresholds relative to the mean are off."
        )
    if ledger.absolute_sum > _AMPLIFICATION:
        found.append(
            f"Positive and negative relevance cancel (sizes sum to {ledger.absolute_sum:.0f}); a noisy map."
        )
    stranded = abs(ledger.spread) + abs(ledger.losses.get("bias-only", 0.0))
    if stranded > _BIAS_ONLY_SHARE:
        found.append(f"{stranded:.0%} of the relevance came to neurons that only their bias had switched on.")
    return tuple(found)
