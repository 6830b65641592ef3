"""Whether answers still hold when features are filled in other ways."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.results import AnalysisResult, AnalysisSpread, Answer, AnswerSpread
from deepintro_desktop.engine.analysis.evaluations import Evaluate

_METRICS = ("largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude")


def spread(
    result: AnalysisResult,
    target_index: int,
    repetitions: Iterable[tuple[tuple[str, int], Evaluate]],
) -> AnalysisSpread:
    """Evaluate the four answers again, once for each repetition.

    An answer holds in a repetition when its set keeps what was said of it there: *minimum to keep* the target
    on top, *minimum to occlude* something else on top, the *most important feature* the lowest probability of
    all single features, the *largest change* the lowest of all sets that are evaluated here (single features,
    all of them, the other answers).

    Parameters
    ----------
    result : AnalysisResult
        With the answers, of at least one feature.
    target_index : int
        The explained class.
    repetitions : iterable of ((fill, seed), evaluate)
        At least one.
        ``evaluate`` answers masks bool [B, n_features] with probabilities float64 [B, n_classes].
    """
    answers = {name: getattr(result, name) for name in _METRICS}
    masks, rows = _masks(answers, result.n_features)
    names, chances, tops = [], [], []
    for name, evaluate in repetitions:
        found = evaluate(masks)
        names.append(name)
        chances.append(found[:, target_index])
        tops.append(found.argmax(1) == target_index)
    values, on_top = np.stack(chances), np.stack(tops)
    holds = {
        "largest_change": values <= values.min(1, keepdims=True),
        "most_important": values <= values[:, : result.n_features].min(1, keepdims=True),
        "minimum_to_keep": on_top,
        "minimum_to_occlude": ~on_top,
    }
    spreads = {
        name: AnswerSpread(
            int(holds[name][:, row].sum()), float(values[:, row].min()), float(values[:, row].max())
        )
        for name, row in rows.items()
    }
    return AnalysisSpread(tuple(names), **{name: spreads.get(name) for name in _METRICS})


def _masks(answers: dict[str, Answer], n_features: int) -> tuple[NDArray[np.bool_], dict[str, int]]:
    """Return bool [B, n_features]: single features, all of them, the answers; and the rows of the answers."""
    masks = [*np.eye(n_features, dtype=bool), np.ones(n_features, bool)]
    rows = {}
    for name, answer in answers.items():
        if not answer.found:
            continue
        mask = np.zeros(n_features, bool)
        mask[[number - 1 for number in answer.features]] = True
        rows[name] = len(masks)
        masks.append(~mask if name == "minimum_to_keep" else mask)
    return np.stack(masks), rows
