"""The four metrics, and how sure each answer is."""

from collections.abc import Callable, Sequence

from deepintro_desktop.core.results import Answer, Certainty, ClassScore
from deepintro_desktop.engine.analysis.evaluations import Evaluations, Smallest
from deepintro_desktop.engine.analysis.subsets import members

MakeScore = Callable[[int, float], ClassScore]
"""Class index and probability -> its entry, with a label."""


class Answers:
    """Words evaluations as answers.

    Parameters
    ----------
    known : Evaluations
    numbers : sequence of int
        The features' numbers, by index.
    make_score : MakeScore
    """

    def __init__(self, known: Evaluations, numbers: Sequence[int], make_score: MakeScore) -> None:
        self._known = known
        self._numbers = numbers
        self._make_score = make_score

    def largest_change(self) -> Answer:
        """Return the set that lowers the target most; ties: fewer features, then lowest numbers.

        No set at all (impossible, or none found) when none lowers it.
        """
        mask = self._known.largest_change.mask
        return self._answer(mask, mask, self._certainty(mask is not None, self._known.is_complete))

    def most_important(self) -> Answer:
        """Return the single feature with the largest drop, even where all singles raise the probability."""
        singles = [1 << index for index in range(self._known.n)]
        evaluated = [mask for mask in singles if mask in self._known.outcomes]
        best = min(evaluated, key=lambda mask: (self._known.target(mask), mask), default=None)
        return self._answer(best, best, self._certainty(best is not None, len(evaluated) == len(singles)))

    def minimum_to_keep(self) -> Answer:
        """Return the fewest features that, with all others occluded, have the target class on top.

        Of equally small sets the evaluated one with the highest probability, then the lowest numbers: the
        claim *exact* is about the size.
        """
        goal = self._known.keep
        return self._minimum(goal, None if goal.mask is None else self._known.full ^ goal.mask)

    def minimum_to_occlude(self) -> Answer:
        """Return the fewest features that, occluded, leave another class than the target on top.

        Of equally small sets the evaluated one with the lowest probability, then the lowest numbers. No
        feature is needed when the target is not on top in the first place.
        """
        return self._minimum(self._known.occlude, self._known.occlude.mask)

    def _minimum(self, goal: Smallest, named: int | None) -> Answer:
        bound = self._known.smallest_possible(goal)
        proved = bound is None or bound == goal.size
        return self._answer(goal.mask, named, self._certainty(goal.mask is not None, proved), bound)

    @staticmethod
    def _certainty(found: bool, proved: bool) -> Certainty:
        if found:
            return Certainty.EXACT if proved else Certainty.BEST_FOUND
        return Certainty.IMPOSSIBLE if proved else Certainty.NONE_FOUND

    def _answer(
        self, occluded: int | None, named: int | None, certainty: Certainty, lower_bound: int | None = None
    ) -> Answer:
        """Word one answer; ``occluded`` was evaluated, ``named`` are the features to show."""
        n_evaluated = self._known.n_evaluated
        if occluded is None or named is None:
            return Answer((), None, None, certainty, n_evaluated, lower_bound)
        outcome = self._known.outcomes[occluded]
        features = tuple(sorted(self._numbers[index] for index in members(named)))
        top = self._make_score(outcome.top_index, outcome.top_probability)
        return Answer(features, outcome.target, top, certainty, n_evaluated, lower_bound)
