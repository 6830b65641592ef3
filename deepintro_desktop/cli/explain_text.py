"""What people read after ``explain``."""

from collections.abc import Iterator

from deepintro_desktop.cli.predict import top_lines
from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.results import AnalysisResult, Answer, Certainty, Explanation, Feature


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """Yield the lines of an explanation."""
    yield f"{explanation.network.name} on {explanation.image.name}"
    yield from top_lines(explanation.prediction)
    relevance = explanation.relevance
    total = float(relevance.values_hw.sum(dtype="float64"))
    method = METHOD_LABELS[relevance.method]
    yield f"Relevance for {explanation.target.label} by {method}: sum {total:.4f}"
    if relevance.ledger:
        yield from (f"  warning: {warning}" for warning in relevance.ledger.warnings)
    yield from _features(explanation)
    if explanation.occlusion:
        numbers = ", ".join(map(str, explanation.occlusion.occluded))
        yield f"With features {numbers} occluded:"
        yield from top_lines(explanation.occlusion.prediction)
    if explanation.analysis:
        yield from _analysis(explanation.analysis)


def _features(explanation: Explanation) -> Iterator[str]:
    found = explanation.features.with_shares(explanation.relevance.values_hw)
    if not found.features:
        yield "No feature was found."
        if found.suggested_threshold:
            yield f"  Try --threshold {found.suggested_threshold:g}"
        elif found.largest_dropped:
            n_pixels = found.largest_dropped
            yield f"  The largest region has {n_pixels} pixels: try --min-size {n_pixels}"
        return
    n_features, hold = len(found.features), "feature holds" if len(found.features) == 1 else "features hold"
    yield f"{n_features} {hold} {found.relevance_share:.1%} of the relevance:"
    for feature in found.features:
        drop = explanation.alone_drops.get(feature.number)
        change = "" if drop is None else f"  alone {-drop:+.3f}"
        size = f"{feature.relevance:6.1%}  {feature.n_pixels:6d} px"
        yield f"  {feature.number:3d}  {size}{change}{_marks(feature)}"


def _marks(feature: Feature) -> str:
    """Return a person's name for a feature, and that a person made it."""
    name = f"  {feature.name}" if feature.name else ""
    return f"{name}  (drawn by a person)" if feature.drawn else name


def _analysis(analysis: AnalysisResult) -> Iterator[str]:
    yield f"Analysis: {analysis.n_evaluated} of {analysis.n_subsets} sets in {analysis.seconds:.1f} s"
    for title, verb, name in _METRICS:
        yield _answer(title, verb, getattr(analysis, name))
        found = getattr(analysis.spread, name) if analysis.spread else None
        if found is not None and analysis.spread is not None:
            n_all = len(analysis.spread.repetitions)
            ends = f"{found.lowest:.3f} to {found.highest:.3f}"
            yield f"    holds in {found.n_held} of {n_all} repetitions, {ends}"


_METRICS = (
    ("Largest change", "occlude", "largest_change"),
    ("Most important feature", "occlude", "most_important"),
    ("Minimum to keep", "keep", "minimum_to_keep"),
    ("Minimum to occlude", "occlude", "minimum_to_occlude"),
)
_CERTAINTY = {
    Certainty.EXACT: "exact",
    Certainty.BEST_FOUND: "best of {n} evaluated",
    Certainty.NONE_FOUND: "none found in {n}",
    Certainty.IMPOSSIBLE: "impossible",
}


def _answer(title: str, verb: str, answer: Answer) -> str:
    certainty = _CERTAINTY[answer.certainty].format(n=answer.n_evaluated)
    if answer.probability is None or answer.top is None:
        return f"  {title}: {certainty}"
    numbers = ", ".join(map(str, answer.features)) or "none"
    bound = (
        f", at least {answer.lower_bound}"
        if answer.lower_bound and answer.certainty is not Certainty.EXACT
        else ""
    )
    return (
        f"  {title}: {verb} {numbers} → {answer.probability:.3f}, top {answer.top.label} ({certainty}{bound})"
    )
