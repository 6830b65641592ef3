"""The analysis of features: four metrics, Shapley values, interactions, ever better while it runs."""

import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.results import AnalysisResult, ClassScore, Prediction
from deepintro_desktop.engine.analysis.answers import Answers
from deepintro_desktop.engine.analysis.evaluations import Evaluate, Evaluations
from deepintro_desktop.engine.analysis.shapley import exact_interactions, exact_shapley
from deepintro_desktop.engine.analysis.stages import Search

DEFAULT_BUDGET = 2048
"""All subsets of up to 11 features; a minute or less for the common networks on an ordinary processor."""

_PARTIAL_INTERVAL_S = 0.1
_BATCH_SIZE = 16


def analyse(
    evaluate: Evaluate,
    n_features: int,
    target_index: int,
    *,
    original: Prediction,
    numbers: Sequence[int] | None = None,
    budget: int | None = None,
    seed: int = 0,
    report: Report = SILENT,
) -> AnalysisResult:
    """Search the subsets of features for the four metrics.

    What they mean: *largest change* is the occluded set with the lowest probability of the target, below
    the original one. *Minimum to keep* and *minimum to occlude* ask whether the target has the highest
    probability of all classes; where it does not in the first place, nothing needs to be occluded, and what
    to keep is the smallest set that brings it to the top. A network with one single output has its class on
    top from 0.5 on.

    Every claim is proved by evaluations: see :class:`~.answers.Answers` and :class:`core.results.Certainty`.
    Nothing depends on time, so the same seed and budget give the same result.

    Parameters
    ----------
    evaluate : Evaluate
        Called with bool [B, n_features], True = occluded; its ``batch_size``, if it has one, is respected.
    n_features : int
        Any number, 0 included.
    target_index : int
    original : Prediction
        For the untouched picture; it counts as the evaluation of the empty set.
    numbers : sequence of int, optional
        The features' numbers; default 1 … n.
    budget : int, optional
        The largest number of evaluated subsets; default: all, or 2048.
    seed : int
    report : Report
        Hears of every batch, gets partial results at most ten times a second, and cancels.

    Returns
    -------
    AnalysisResult
        ``alone``, ``shapley`` and ``interactions`` are NaN where the budget was too small to say anything.

    Raises
    ------
    WrongRequestError
        When the budget is below 1 or there is no such class.
    """
    _check(target_index, original, budget)
    analysis = _Analysis(
        evaluate,
        numbers if numbers is not None else range(1, n_features + 1),
        target_index,
        original=original,
        budget=min(budget if budget is not None else DEFAULT_BUDGET, 1 << n_features),
        seed=seed,
        report=report,
    )
    return analysis.run()


def _check(target_index: int, original: Prediction, budget: int | None) -> None:
    if budget is not None and budget < 1:
        raise WrongRequestError(
            f"An analysis cannot work with {budget} evaluations.", "", "Give it a budget of at least 1."
        )
    n_classes = len(original.probabilities)
    if not 0 <= target_index < n_classes:
        raise WrongRequestError(
            f"There is no class {target_index}.",
            f"The network has {n_classes} classes, numbered 0 to {n_classes - 1}.",
            "Choose one of these.",
        )


class _Analysis:
    """One run: the evaluations, the search over them, and the results that follow."""

    def __init__(
        self,
        evaluate: Evaluate,
        numbers: Sequence[int],
        target_index: int,
        *,
        original: Prediction,
        budget: int,
        seed: int,
        report: Report,
    ) -> None:
        self._known = Evaluations(
            evaluate,
            n=len(numbers),
            target_index=target_index,
            budget=budget,
            after_batch=self._after_batch,
            batch_size=getattr(evaluate, "batch_size", _BATCH_SIZE),
        )
        self._original = original
        self._report = report
        self._answers = Answers(self._known, numbers, self._score)
        self._started = self._last_partial = time.perf_counter()
        # A generator takes no negative seed.
        rng = np.random.default_rng(seed & 0xFFFFFFFFFFFFFFFF)
        self._search = Search(self._known, rng, self._after_stage)

    def run(self) -> AnalysisResult:
        self._known.add([0], np.asarray(self._original.probabilities, np.float64)[None])
        self._report(1, self._known.budget, "Analysing")
        self._search.run()
        return self._result(finished=True)

    def _score(self, class_index: int, probability: float) -> ClassScore:
        label = self._original.score(class_index).label
        return ClassScore(class_index, label, probability)

    def _after_batch(self) -> None:
        n_evaluated, budget = self._known.n_evaluated, self._known.budget
        self._report(n_evaluated, budget, f"Analysing: {n_evaluated} of {budget} sets")
        if time.perf_counter() - self._last_partial >= _PARTIAL_INTERVAL_S:
            self._after_stage()

    def _after_stage(self) -> None:
        self._report.partial(self._result(finished=False))
        self._last_partial = time.perf_counter()

    def _result(self, finished: bool) -> AnalysisResult:
        known, answers = self._known, self._answers
        shapley, errors, interactions = self._values(finished)
        return AnalysisResult(
            n_features=known.n,
            n_subsets=1 << known.n,
            n_evaluated=known.n_evaluated,
            seconds=time.perf_counter() - self._started,
            original_probability=known.target(0),
            largest_change=answers.largest_change(),
            most_important=answers.most_important(),
            minimum_to_keep=answers.minimum_to_keep(),
            minimum_to_occlude=answers.minimum_to_occlude(),
            alone=np.array([self._target_or_nan(1 << i) for i in range(known.n)], np.float64),
            shapley=shapley,
            shapley_exact=known.is_complete,
            shapley_error=errors,
            interactions=interactions,
            finished=finished,
        )

    def _target_or_nan(self, mask: int) -> float:
        return self._known.target(mask) if mask in self._known.outcomes else float("nan")

    def _values(self, finished: bool) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Return Shapley values, their errors, interactions: exact, estimated, or NaN if unknown."""
        known, n = self._known, self._known.n
        if known.is_complete:
            p = np.array([known.target(mask) for mask in range(1 << n)])
            return exact_shapley(p), np.zeros(n), exact_interactions(p)
        estimate = self._search.estimate
        shapley = estimate.values
        if not estimate.n_groups and known.n_of_size[1] == known.n_of_size[n - 1] == n:
            # The mean of both ends, the first and the last of all places in a permutation.
            shapley = np.array(self._search.strengths())
        if not finished:
            # Interactions are for reading afterwards, and too slow to be made ten times a second.
            return shapley, estimate.errors, np.broadcast_to(np.nan, (n, n))
        return shapley, estimate.errors, estimate.interactions(known.outcomes, known.target)
