"""The four answers of an analysis in words and small pictures."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from deepintro_desktop.core.results import AnalysisResult, Answer, Certainty
from deepintro_desktop.ui.tabs.occlusion.rows import short_label
from deepintro_desktop.ui.widgets.analysis_card import CardContent, CardKind
from deepintro_desktop.ui.widgets.badge import certainty_badge
from deepintro_desktop.ui.widgets.outlines import Outline
from deepintro_desktop.ui.widgets.words import grouped, numbers, probability_text

KEY_OF_CARD: dict[CardKind, str] = {
    CardKind.LARGEST_CHANGE: "largest_change",
    CardKind.MOST_IMPORTANT: "most_important",
    CardKind.MINIMUM_TO_KEEP: "minimum_to_keep",
    CardKind.MINIMUM_TO_OCCLUDE: "minimum_to_occlude",
}
"""The attribute of an analysis result behind each card."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("AnalysisCards", text)


def titles() -> dict[CardKind, str]:
    """Return the names of the four metrics."""
    return {
        CardKind.LARGEST_CHANGE: _tr("Largest change"),
        CardKind.MOST_IMPORTANT: _tr("Most important feature"),
        CardKind.MINIMUM_TO_KEEP: _tr("Minimum to keep"),
        CardKind.MINIMUM_TO_OCCLUDE: _tr("Minimum to occlude"),
    }


def questions() -> dict[CardKind, str]:
    """Return what each card will answer; shown before there is an analysis."""
    return {
        CardKind.LARGEST_CHANGE: _tr("What lowers it most?"),
        CardKind.MOST_IMPORTANT: _tr("Which one matters most?"),
        CardKind.MINIMUM_TO_KEEP: _tr("What alone is enough?"),
        CardKind.MINIMUM_TO_OCCLUDE: _tr("What must go to change it?"),
    }


def waiting_cards(
    input_hwc_u8: NDArray[np.uint8] | None, progress: float | None
) -> dict[CardKind, CardContent]:
    """Return the cards before there is an answer; ``progress`` 0 to 1 while it is searched for."""
    asked = questions()
    return {
        kind: CardContent(title, asked[kind], image_hwc_u8=input_hwc_u8, progress=progress, clickable=False)
        for kind, title in titles().items()
    }


class CardWriter:
    """Words answers for one picture.

    Parameters
    ----------
    input_hwc_u8 : uint8 array [height, width, 1 or 3] or None
        What the network sees.
    outlines : sequence of Outline
        Of the features in that picture.
    target_label : str
        Name of the explained class.
    all_hidden_hwc_u8 : uint8 array [height, width, 1 or 3], optional
        The picture with every feature occluded, for the answer that no feature has to stay.
    drawn : frozenset of int
        The features that a person made: answers say which of theirs the network did not find.
    """

    def __init__(
        self,
        input_hwc_u8: NDArray[np.uint8] | None,
        outlines: tuple[Outline, ...],
        target_label: str,
        all_hidden_hwc_u8: NDArray[np.uint8] | None = None,
        *,
        drawn: frozenset[int] = frozenset(),
    ) -> None:
        self._drawn = drawn
        self._input = input_hwc_u8
        self._all_hidden = all_hidden_hwc_u8
        self._outlines: Mapping[int, Outline] = {outline.number: outline for outline in outlines}
        self._target = short_label(target_label)

    def cards(
        self, result: AnalysisResult, progress: float | None, applied: str
    ) -> dict[CardKind, CardContent]:
        """Return the contents of the four cards; ``applied`` names the answer whose set is occluded now."""
        words: dict[CardKind, Callable[[AnalysisResult, Answer], tuple[str, str]]] = {
            CardKind.LARGEST_CHANGE: self._largest_change,
            CardKind.MOST_IMPORTANT: self._most_important,
            CardKind.MINIMUM_TO_KEEP: self._minimum_to_keep,
            CardKind.MINIMUM_TO_OCCLUDE: self._minimum_to_occlude,
        }
        cards = {}
        for kind, title in titles().items():
            answer: Answer = getattr(result, KEY_OF_CARD[kind])
            text, detail = words[kind](result, answer) if answer.found else self._nothing(kind, answer)
            open_ = progress is not None and answer.certainty in (Certainty.BEST_FOUND, Certainty.NONE_FOUND)
            found = answer.found
            cards[kind] = CardContent(
                title,
                text,
                certainty_badge(answer.certainty, answer.n_evaluated, running=open_),
                detail,
                image_hwc_u8=self._picture(kind, answer),
                outlines=self._polygons(answer.features) if found else (),
                progress=progress if open_ else None,
                applied=applied == KEY_OF_CARD[kind],
                clickable=found and not _is_idle(kind, answer),
                spread=_spread(result, KEY_OF_CARD[kind]),
                spread_short=_how_often(result, KEY_OF_CARD[kind]),
                placeholder="impossible" if answer.certainty is Certainty.IMPOSSIBLE else "search",
            )
        return cards

    def _largest_change(self, result: AnalysisResult, answer: Answer) -> tuple[str, str]:
        n_chosen, n_features = len(answer.features), result.n_features
        if n_features == 1:
            which = _tr("without it")
        elif n_chosen == n_features:
            which = _tr("without all {0}").format(n_features)
        else:
            which = _tr("without {0} of {1}").format(n_chosen, n_features)
        return _change(result, answer), which

    def _most_important(self, result: AnalysisResult, answer: Answer) -> tuple[str, str]:
        text = _tr("{0} without {1}").format(_change(result, answer), self._numbers(answer))
        if result.n_features == 1:
            return text, _tr("the only one")
        return text, _tr("{0} compared").format(grouped(result.n_features))

    def _minimum_to_keep(self, result: AnalysisResult, answer: Answer) -> tuple[str, str]:
        probability = probability_text(answer.probability or 0.0)
        if not answer.features:
            text = _tr("{0} stays on top, {1}").format(self._target, probability)
            if result.n_features == 1:
                return text, _tr("even with it hidden")
            return text, _tr("even with all {0} hidden").format(result.n_features)
        text = _tr("{0} stays at {1}").format(self._target, probability)
        return text, self._with_bound(_tr("keep only {0}").format(self._numbers(answer)), answer)

    def _minimum_to_occlude(self, _: AnalysisResult, answer: Answer) -> tuple[str, str]:
        if not answer.features:
            return _tr("Not on top anyway"), _tr("nothing needs to be hidden")
        top = answer.top
        became = (short_label(top.label), probability_text(top.probability)) if top else ("", "")
        text = _tr("{0} becomes top, {1}").format(*became) if top else ""
        return text, self._with_bound(_tr("occlude {0}").format(self._numbers(answer)), answer)

    def _numbers(self, answer: Answer) -> str:
        text, drawn = numbers(answer.features, 4), sorted(self._drawn.intersection(answer.features))
        if not drawn:
            return text
        if len(drawn) == len(answer.features):
            return _tr("{0} (drawn)").format(text)
        return _tr("{0} (drawn: {1})").format(text, numbers(drawn, 4))

    def _with_bound(self, text: str, answer: Answer) -> str:
        bound = answer.lower_bound
        if answer.certainty is Certainty.BEST_FOUND and bound is not None and bound < len(answer.features):
            return _tr("{0}; at least {1}").format(text, bound)
        return text

    def _nothing(self, kind: CardKind, answer: Answer) -> tuple[str, str]:
        if answer.certainty is Certainty.IMPOSSIBLE:
            keeps = kind is CardKind.MINIMUM_TO_KEEP
            text = _tr("No set keeps it on top") if keeps else _tr("No set changes the top")
            return text, _tr("all tried")
        if kind in (CardKind.LARGEST_CHANGE, CardKind.MOST_IMPORTANT):
            return questions()[kind], ""
        return _tr("No such set found"), ""

    def _picture(self, kind: CardKind, answer: Answer) -> NDArray[np.uint8] | None:
        if not answer.found:
            return None
        keeps_nothing = kind is CardKind.MINIMUM_TO_KEEP and not answer.features
        return self._all_hidden if keeps_nothing and self._all_hidden is not None else self._input

    def _polygons(self, chosen: tuple[int, ...]) -> tuple[NDArray[np.float64], ...]:
        shown = (self._outlines[number].polygons for number in chosen if number in self._outlines)
        return tuple(polygon for polygons in shown for polygon in polygons)


def _is_idle(kind: CardKind, answer: Answer) -> bool:
    """Tell whether an answer leaves the picture as it is."""
    return kind is CardKind.MINIMUM_TO_OCCLUDE and not answer.features


def _change(result: AnalysisResult, answer: Answer) -> str:
    before, after = result.original_probability, answer.probability or 0.0
    if 0.0 < before < 0.001:  # both would read the same
        return f"{before:.1e} → {after:.1e}"
    return f"{probability_text(before)} → {probability_text(after)}"


def _how_often(result: AnalysisResult, key: str) -> str:
    """Say in how many of the repetitions an answer holds; empty while nobody knows."""
    found = getattr(result.spread, key) if result.spread is not None else None
    if found is None or result.spread is None:
        return ""
    return _tr("{0} of {1}").format(found.n_held, len(result.spread.repetitions))


def _spread(result: AnalysisResult, key: str) -> str:
    """Say the same with the range of the target's probability."""
    how_often = _how_often(result, key)
    if not how_often:
        return ""
    found = getattr(result.spread, key)
    ends = dict.fromkeys((probability_text(found.lowest), probability_text(found.highest)))
    return _tr("holds in {0}, {1}").format(how_often, "–".join(ends))
