"""How an earlier explanation is said: its line in the list, its settings, where it came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np

from deepintro_desktop.core.earlier import Comparison, EarlierKind, EarlierResult
from deepintro_desktop.core.parameters import FILL_LABELS, METHOD_LABELS, ClusteringMethod
from deepintro_desktop.core.picture_view import PictureView, view_words
from deepintro_desktop.core.results import AnalysisResult, Certainty
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.presenters.words import counted, date_text
from deepintro_desktop.ui.widgets.words import grouped, numbers, probability_text, signed

KIND_WORDS = {
    EarlierKind.ANALYSIS: marked("Earlier", "Analysed"),
    EarlierKind.FEATURES: marked("Earlier", "Features"),
    EarlierKind.RELEVANCE: marked("Earlier", "Map only"),
}
_CERTAINTY_WORDS = {
    Certainty.EXACT: marked("Earlier", "exact"),
    Certainty.BEST_FOUND: marked("Earlier", "best found"),
    Certainty.NONE_FOUND: marked("Earlier", "none found"),
    Certainty.IMPOSSIBLE: marked("Earlier", "impossible"),
}
_N_LETTERS = 16
_OTHERS = {"drawn": marked("Earlier", "Changed by hand")}
_PACKAGES = {"deepintro-desktop": "DeepIntro", "python": "Python"}


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the list: when, how far it went, for what and how, and what came of it."""

    id: str
    title: str
    badge: str
    text: str
    answers: str
    is_analysed: bool = False


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
    return f"{date_text(moment)}, {moment:%H:%M}"


def line_of(one: EarlierResult) -> Line:
    """Return an explanation's entry of the list."""
    parts = [short_label(one.target_label), said(METHOD_LABELS.get(one.source.method, one.source.method))]
    if one.kind is not EarlierKind.RELEVANCE:
        used = one.source.clustering
        parts.append(f"t {used.threshold:g}, d {used.distance:g}, m {used.min_size}")
    made, kind = day_and_time(one.made), _tr(KIND_WORDS[one.kind])
    is_analysed = one.kind is EarlierKind.ANALYSIS
    return Line(one.id, made, kind, " · ".join(parts), _outcome(one), is_analysed)


def short_label(label: str) -> str:
    """Return the first of the synonyms that labels files often give."""
    return label.split(",", 1)[0].strip() or label


def heading_of(one: EarlierResult) -> str:
    """Say what was explained: ``14 features for tabby``."""
    label = short_label(one.target_label)
    if one.n_features is None:
        return _tr("The relevance map for {0}").format(label)
    return _tr("{0} for {1}").format(counted(one.n_features, _tr("feature"), _tr("features")), label)


def settings_of(*several: EarlierResult) -> tuple[Fact, ...]:
    """Return the settings, side by side; those that nobody used are left out."""
    columns = [_settings(one) for one in several]
    names = dict.fromkeys(name for column in columns for name in column)
    return tuple(Fact(name, tuple(column.get(name, "–") for column in columns)) for name in names)


def origin_of(one: EarlierResult) -> tuple[Fact, ...]:
    """Return where an explanation came from: enough to repeat it."""
    known = one.provenance
    facts = [Fact(_tr("Made"), (day_and_time(one.made),))]
    if not known:
        return (*facts, Fact(_tr("Origin"), (_tr("made by an older version, which did not note it"),)))
    facts += [
        Fact(_PACKAGES.get(name, name), (text,)) for name, text in dict(known.get("versions", {})).items()
    ]
    names = {
        "device": _tr("Predictions on"),
        "gradient_device": _tr("Relevance on"),
        "network_sha256": _tr("Model SHA-256"),
        "onnx_sha256": _tr("As ONNX SHA-256"),
        "image_sha256": _tr("Image SHA-256"),
    }
    facts += [Fact(name, (str(known[key]),)) for key, name in names.items() if known.get(key)]
    view = known.get("image_view")
    if view:
        facts.append(Fact(_tr("Image seen as"), (view_words(PictureView.from_dict(view)),)))
    preparation = ", ".join(f"{name} {_plain(value)}" for name, value in dict(known.get("input", {})).items())
    return (*facts, Fact(_tr("Input"), (preparation,)))


def as_text(one: EarlierResult) -> str:
    """Return everything as lines of text, to be pasted into a report."""
    facts = (*settings_of(one), *origin_of(one))
    return "\n".join((heading_of(one), *(f"{fact.name}: {fact.values[0]}" for fact in facts)))


def agreement_of(found: Comparison) -> tuple[Fact, ...]:
    """Say how two explanations agree."""
    maps = "–" if found.correlation is None else signed(found.correlation, 3)
    facts = [Fact(_tr("Correlation of the maps"), (maps,))]
    if found.overlap is not None:
        facts.append(Fact(_tr("Pixels of features in common (IoU)"), (f"{found.overlap:.3f}",)))
    if found.pairs:
        pairs = [f"{pair.first} ~ {pair.second} ({pair.overlap:.2f})" for pair in found.pairs[:6]]
        rest = _tr(", {0} more").format(len(found.pairs) - 6) if len(found.pairs) > 6 else ""
        facts.append(Fact(_tr("Features that cover each other"), (", ".join(pairs) + rest,)))
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
        _tr("Target class"): one.target_label,
        _tr("Method"): said(METHOD_LABELS.get(one.source.method, one.source.method)),
    }
    if one.kind is EarlierKind.RELEVANCE:
        return found
    used = one.source.clustering
    found |= {
        _tr("Threshold"): _tr("{0:g} × mean").format(used.threshold),
        _tr("Distance"): _tr("{0:g} px").format(used.distance),
        _tr("Minimum size"): _tr("{0} px").format(used.min_size),
        _tr("Merge level"): f"{used.merge_level:g}",
    }
    if used.method is not ClusteringMethod.DISTANCE:
        found[_tr("Clustering")] = _tr("{0}, {1} clusters").format(used.method.value, used.n_clusters)
    found[_tr("Fill")] = said(FILL_LABELS[one.fill]) if one.fill is not None else "–"
    found[_tr("Seed")] = str(one.seed)
    found[_tr("Features")] = grouped(one.n_features or 0)
    if one.answers:
        found[_tr("Sets evaluated")] = grouped(one.n_evaluated)
    if one.budget is not None:
        found[_tr("At most")] = grouped(one.budget)
    if one.original_probability is not None:
        found[_tr("Probability")] = probability_text(one.original_probability)
    return found | {_tr(_OTHERS.get(name, name)): _plain(value) for name, value in one.others.items()}


def _outcome(one: EarlierResult) -> str:
    """Say the answers in one line: ``0.83 → 0.12 · keep 2, 5 · occlude 1``."""
    if not one.answers:
        return counted(one.n_features, _tr("feature"), _tr("features")) if one.n_features is not None else ""
    largest, kept = one.answers["largest_change"], one.answers["minimum_to_keep"]
    hidden = one.answers["minimum_to_occlude"]
    parts = []
    if largest.probability is not None:
        before = probability_text(one.original_probability or 0.0)
        parts.append(f"{before} → {probability_text(largest.probability)}")
    for word, answer in ((_tr("keep"), kept), (_tr("occlude"), hidden)):
        if not answer.found:
            parts.append(f"{word}: {_tr(_CERTAINTY_WORDS[answer.certainty])}")
        else:
            chosen = numbers(answer.features, 4) if answer.features else _tr("none")
            mark = "" if answer.certainty is Certainty.EXACT else _tr(" (best found)")
            parts.append(f"{word} {chosen}{mark}")
    return " · ".join(parts)


def _plain(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list | tuple):
        return "(" + ", ".join(_plain(part) for part in value) + ")"
    return str(value)


def _tr(text: str) -> str:
    return translate("Earlier", text)
