"""Answers that are evaluated again with other fills."""

import numpy as np
import pytest

from deepintro_desktop.core.results import AnalysisResult, Answer, AnswerSpread, Certainty, ClassScore
from deepintro_desktop.engine.analysis import spread

N, TARGET = 4, 1
TOP = ClassScore(TARGET, "it", 0.5, 0.0)


def answer(*features: int, found: bool = True) -> Answer:
    return Answer(features, 0.5 if found else None, TOP if found else None, Certainty.EXACT, 9)


def result(**answers: Answer) -> AnalysisResult:
    whole = {
        "largest_change": answer(1, 2),
        "most_important": answer(1),
        "minimum_to_keep": answer(1, 2),
        "minimum_to_occlude": answer(1, 2),
        **answers,
    }
    return AnalysisResult(
        n_features=N, n_subsets=16, n_evaluated=16, seconds=0.0, original_probability=0.9, **whole,
        alone=np.zeros(N), shapley=np.zeros(N), shapley_exact=True, shapley_error=np.zeros(N),
        interactions=np.zeros((N, N)), finished=True,
    )  # fmt: skip


def additive(*weights: float):
    """Return a network whose target loses a weight for each occluded feature; the rest goes to class 0."""

    def evaluate(masks: np.ndarray) -> np.ndarray:
        chance = np.clip(0.9 - masks @ np.array(weights), 0.0, 1.0)
        return np.stack([1.0 - chance, chance, np.zeros_like(chance)], axis=1)

    return evaluate


def test_what_holds_everywhere_holds_in_all() -> None:
    ways = [((name, 0), additive(0.4, 0.3, 0.0, 0.0)) for name in ("a", "b", "c")]
    found = spread(result(), TARGET, ways)
    assert found.repetitions == (("a", 0), ("b", 0), ("c", 0))
    assert found.most_important == AnswerSpread(3, 0.5, 0.5)
    assert found.largest_change.n_held == 3
    assert found.largest_change.lowest == pytest.approx(0.2)
    assert found.minimum_to_keep == AnswerSpread(3, 0.9, 0.9)
    assert found.minimum_to_occlude.n_held == 3


def test_what_another_fill_overturns_is_counted() -> None:
    ways = [
        (("a", 0), additive(0.4, 0.3, 0.0, 0.0)),
        (("b", 0), additive(0.1, 0.2, 0.0, 0.5)),
    ]
    found = spread(result(), TARGET, ways)
    assert found.most_important == AnswerSpread(1, pytest.approx(0.5), pytest.approx(0.8))
    assert found.largest_change.n_held == 1, "all features together lower it more with the second fill"
    assert found.minimum_to_keep == AnswerSpread(1, pytest.approx(0.4), pytest.approx(0.9))
    assert found.minimum_to_occlude == AnswerSpread(1, pytest.approx(0.2), pytest.approx(0.6))


def test_every_set_is_evaluated_once_a_repetition() -> None:
    seen = []

    def evaluate(masks: np.ndarray) -> np.ndarray:
        seen.append(masks)
        return additive(0.4, 0.3, 0.0, 0.0)(masks)

    spread(result(), TARGET, [(("a", 0), evaluate)])
    (masks,) = seen
    assert masks.shape == (N + 1 + 4, N)
    assert masks[N + 3].tolist() == [False, False, True, True], "the kept ones stay"


def test_an_answer_without_a_set_has_no_spread() -> None:
    none = answer(found=False)
    found = spread(result(minimum_to_occlude=none), TARGET, [(("a", 0), additive(0.1, 0.1, 0.1, 0.1))])
    assert found.minimum_to_occlude is None
    assert found.minimum_to_keep is not None


def test_an_empty_set_is_the_picture_itself_or_nothing_of_it() -> None:
    found = spread(
        result(minimum_to_keep=answer(), minimum_to_occlude=answer()),
        TARGET,
        [(("a", 0), additive(0.05, 0.05, 0.05, 0.05))],
    )
    assert found.minimum_to_keep == AnswerSpread(1, pytest.approx(0.7), pytest.approx(0.7))
    assert found.minimum_to_occlude == AnswerSpread(0, pytest.approx(0.9), pytest.approx(0.9))
