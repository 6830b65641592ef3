"""How an earlier explanation is said: its line in the list, its settings, where it came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np

from deepintro_desktop.core.earlier import Comparison, EarlierKind, EarlierResult
from deepintro_desktop.core.parameters import FILL_LABELS, METHOD_LABELS, ClusteringMethod
from deepintro_desktop.core.results import AnalysisResult
from deepintro_desktop.ui.presenters.words import counted
from deepintro_desktop.ui.widgets.words import grouped, numbers, probability_text, signed

KIND_WORDS = {
    EarlierKind.ANALYSIS: "Analysed",
    EarlierKind.FEATURES: "Features",
    EarlierKind.RELEVANCE: "Map only",
}
_N_LETTERS = 16
_OTHERS = {"drawn": "Changed by hand"}
_PACKAGES = {"deepintro-desktop": "DeepIntro", "python": "Python"}


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the list: when, how far it went, for what and how, and what came of it."""

    id: str
    title: str
    badge: str
    text: str
    answers: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A name with the values of one or of two explanations."""

    name: str
    values: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether two explanations have different values."""
        return len(set(self.values)) > 1


def day_and_time(made: str) -> str:
    """Return a moment, UTC in ISO 8601, in this machine's time: ``28 Nov 2026, 04:05``."""
    try:
        moment = datetime.fromisoformat(made).astimezone()
    except ValueError:
        return made
    return f"{moment.day} {moment:%b %Y, %H:%M}"


def line_of(one: EarlierResult) -> Line:
    """Return an explanation's entry of the list."""
    parts = [short_label(one.target_label), METHOD_LABELS.get(one.source.method, one.source.method)]
    if one.kind is not EarlierKind.RELEVANCE:
        used = one.source.clustering
        parts.append(f"t {used.threshold:g}, d {used.distance:g}, m {used.min_size}")
    return Line(one.id, day_and_time(one.made), KIND_WORDS[one.kind], " · ".join(parts), _outcome(one))


def short_label(label: str) -> str:
    """Return the first of the synonyms that labels files often give."""
    return label.split(",", 1)[0].strip() or label


def heading_of(one: EarlierResult) -> str:
    """Say what was explained: ``14 features for tabby``."""
    label = short_label(one.target_label)
    if one.n_features is None:
        return f"The relevance map for {label}"
    return f"{counted(one.n_features, 'feature', 'features')} for {label}"


def settings_of(*several: EarlierResult) -> tuple[Fact, ...]:
    """Return the settings, side by side; those that nobody used are left out."""
    columns = [_settings(one) for one in several]
    names = dict.fromkeys(name for column in columns for name in column)
    return tuple(Fact(name, tuple(column.get(name, "–") for column in columns)) for name in names)


def origin_of(one: EarlierResult) -> tuple[Fact, ...]:
    """Return where an explanation came from: enough to repeat it."""
    known = one.provenance
    facts = [Fact("Made", (day_and_time(one.made),))]
    if not known:
        return (*facts, Fact("Origin", ("made by an older version, which did not note it",)))
    facts += [
        Fact(_PACKAGES.get(name, name), (text,)) for name, text in dict(known.get("versions", {})).items()
    ]
    names = {
        "device": "Predictions on",
        "gradient_device": "Relevance on",
        "network_sha256": "Model SHA-256",
        "onnx_sha256": "As ONNX SHA-256",
        "image_sha256": "Image SHA-256",
    }
    facts += [Fact(name, (str(known[key]),)) for key, name in names.items() if known.get(key)]
    preparation = ", ".join(f"{name} {_plain(value)}" for name, value in dict(known.get("input", {})).items())
    return (*facts, Fact("Input", (preparation,)))


def as_text(one: EarlierResult) -> str:
    """Return everything as lines of text, to be pasted into a report."""
    facts = (*settings_of(one), *origin_of(one))
    return "\n".join((heading_of(one), *(f"{fact.name}: {fact.values[0]}" for fact in facts)))


def agreement_of(found: Comparison) -> tuple[Fact, ...]:
    """Say how two explanations agree."""
    maps = "–" if found.correlation is None else signed(found.correlation, 3)
    facts = [Fact("Correlation of the maps", (maps,))]
    if found.overlap is not None:
        facts.append(Fact("Pixels of features in common (IoU)", (f"{found.overlap:.3f}",)))
    if found.pairs:
        pairs = [f"{pair.first} ~ {pair.second} ({pair.overlap:.2f})" for pair in found.pairs[:6]]
        rest = f", {len(found.pairs) - 6} more" if len(found.pairs) > 6 else ""
        facts.append(Fact("Features that cover each other", (", ".join(pairs) + rest,)))
    return tuple(facts)


def as_result(one: EarlierResult) -> AnalysisResult | None:
    """Return the analysis with empty arrays, for what shows only the answers; None without one."""
    if not one.answers:
        return None
    n_features = one.n_features or 0
    return AnalysisResult(
        n_features=n_features,
        n_subsets=2**n_features,
        n_evaluated=one.n_evaluated,
        seconds=0.0,
        original_probability=one.original_probability or 0.0,
        **one.answers,
        alone=np.zeros(n_features),
        shapley=np.zeros(n_features),
        shapley_exact=False,
        shapley_error=np.zeros(n_features),
        interactions=np.zeros((n_features, n_features)),
        finished=True,
        spread=one.spread,
    )


def shortened_digest(text: str) -> str:
    """Return the beginning of a word that is too long for any line; other texts as they are."""
    return f"{text[:_N_LETTERS]}…" if " " not in text and len(text) > 2 * _N_LETTERS else text


def compared_ids(ticked: Sequence[str]) -> tuple[str, str] | None:
    """Return the two entries to compare, None while there are not exactly two."""
    return (ticked[0], ticked[1]) if len(ticked) == 2 else None


def _settings(one: EarlierResult) -> dict[str, str]:
    found = {
        "Target class": one.target_label,
        "Method": METHOD_LABELS.get(one.source.method, one.source.method),
    }
    if one.kind is EarlierKind.RELEVANCE:
        return found
    used = one.source.clustering
    found |= {
        "Threshold": f"{used.threshold:g} × mean",
        "Distance": f"{used.distance:g} px",
        "Minimum size": f"{used.min_size} px",
        "Merge level": f"{used.merge_level:g}",
    }
    if used.method is not ClusteringMethod.DISTANCE:
        found["Clustering"] = f"{used.method.value}, {used.n_clusters} clusters"
    found["Fill"] = FILL_LABELS[one.fill] if one.fill is not None else "–"
    found["Seed"] = str(one.seed)
    found["Features"] = grouped(one.n_features or 0)
    if one.answers:
        found["Sets evaluated"] = grouped(one.n_evaluated)
    if one.budget is not None:
        found["At most"] = grouped(one.budget)
    if one.original_probability is not None:
        found["Probability"] = probability_text(one.original_probability)
    return found | {_OTHERS.get(name, name): _plain(value) for name, value in one.others.items()}


def _outcome(one: EarlierResult) -> str:
    """Say the answers in one line: ``0.83 → 0.12 · keep 2, 5 · occlude 1``."""
    if not one.answers:
        return counted(one.n_features, "feature", "features") if one.n_features is not None else ""
    largest, kept = one.answers["largest_change"], one.answers["minimum_to_keep"]
    hidden = one.answers["minimum_to_occlude"]
    parts = []
    if largest.probability is not None:
        before = probability_text(one.original_probability or 0.0)
        parts.append(f"{before} → {probability_text(largest.probability)}")
    for word, answer in (("keep", kept), ("occlude", hidden)):
        if not answer.found:
            parts.append(f"{word}: {answer.certainty.value.replace('-', ' ')}")
        else:
            chosen = numbers(answer.features, 4) if answer.features else "none"
            mark = "" if answer.certainty.value == "exact" else " (best found)"
            parts.append(f"{word} {chosen}{mark}")
    return " · ".join(parts)


def _plain(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list | tuple):
        return "(" + ", ".join(_plain(part) for part in value) + ")"
    return str(value)
