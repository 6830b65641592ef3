"""Which subsets were evaluated, what the network said, and what that proves."""

import math
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.engine.analysis.subsets import members, to_rows

Evaluate = Callable[[NDArray[np.bool_]], NDArray[np.float64]]
"""bool [B, n], True = occluded -> probabilities, float64 [B, n_classes]."""

_SHORT_S = 0.05
_LARGEST_MULTIPLE = 16


@dataclass(frozen=True, slots=True)
class Outcome:
    """The network's answer with one set occluded."""

    target: float
    top_index: int
    top_probability: float
    on_top: bool


@dataclass(slots=True)
class Best:
    """The best set so far: the lowest rank, and of equal ranks the lowest numbers."""

    mask: int | None = None
    rank: tuple[float, float] | None = None
    _chosen: tuple[int, ...] = ()

    def offer(self, mask: int, rank: tuple[float, float], chosen: int) -> None:
        """Take the occluded set ``mask`` if it is better; ``chosen`` are the features to name."""
        if self.rank is not None and rank > self.rank:
            return
        named = members(chosen)
        if self.rank is None or (rank, named) < (self.rank, self._chosen):
            self.mask, self.rank, self._chosen = mask, rank, named


@dataclass(slots=True)
class Smallest(Best):
    """The smallest set that reaches a goal; its rank is the size, then how good the probability is."""

    @property
    def size(self) -> int | None:
        """The number of features that count, None when nothing was found."""
        return None if self.rank is None else int(self.rank[0])


@dataclass(slots=True, eq=False)
class Evaluations:
    """Evaluates subsets at most once each, within a budget, and keeps the best of them up to date.

    Parameters
    ----------
    evaluate : Evaluate
    n : int
        The number of features.
    target_index : int
    budget : int
        The largest number of subsets, the empty one included.
    after_batch : callable
        Called when new outcomes have come in; may raise ``Cancelled``.
    batch_size : int
        How many subsets the evaluation likes at once.
    """

    evaluate: Evaluate
    n: int
    target_index: int
    budget: int
    after_batch: Callable[[], None]
    batch_size: int
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    largest_change: Best = field(default_factory=Best)
    keep: Smallest = field(default_factory=Smallest)
    occlude: Smallest = field(default_factory=Smallest)
    n_of_size: list[int] = field(init=False)
    _multiple: int = 1

    def __post_init__(self) -> None:
        self.n_of_size = [0] * (self.n + 1)

    @property
    def full(self) -> int:
        """The set of all features."""
        return (1 << self.n) - 1

    @property
    def n_evaluated(self) -> int:
        """How many subsets are known."""
        return len(self.outcomes)

    @property
    def is_complete(self) -> bool:
        """Whether every subset is known."""
        return len(self.outcomes) == 1 << self.n

    @property
    def is_exhausted(self) -> bool:
        """Whether nothing more may or can be evaluated."""
        return self.n_evaluated >= self.budget or self.is_complete

    def target(self, mask: int) -> float:
        """Return the target's probability of a known set."""
        return self.outcomes[mask].target

    def ask(self, masks: Iterable[int], limit: int | None = None) -> bool:
        """Evaluate what is not known yet, up to the budget (or ``limit``, a smaller total).

        Returns whether all of the sets are known now.
        """
        wanted = [mask for mask in dict.fromkeys(masks) if mask not in self.outcomes]
        room = max(0, min(self.budget, self.budget if limit is None else limit) - self.n_evaluated)
        allowed = wanted[:room]
        while allowed:
            # More at once where an evaluation is so quick that the calls would cost more than the work.
            count = self.batch_size * self._multiple
            now, allowed = allowed[:count], allowed[count:]
            started = time.perf_counter()
            self.add(now, self.evaluate(to_rows(now, self.n)))
            quick = time.perf_counter() - started < _SHORT_S
            self._multiple = min(self._multiple * 2, _LARGEST_MULTIPLE) if quick else 1
            self.after_batch()
        return len(wanted) <= room

    def add(self, masks: list[int], probabilities: NDArray[np.float64]) -> None:
        """Take in outcomes: probabilities float64 [len(masks), n_classes]."""
        tops = probabilities.argmax(axis=1)
        best = probabilities[np.arange(len(masks)), tops]
        targets = probabilities[:, self.target_index]
        # A network with a single output has no other class: its class is on top from one half on.
        on_top = targets >= 0.5 if probabilities.shape[1] == 1 else tops == self.target_index
        rows = zip(masks, targets.tolist(), tops.tolist(), best.tolist(), on_top.tolist(), strict=True)
        for mask, *values in rows:
            self._add_one(mask, Outcome(*values))

    def smallest_possible(self, goal: Smallest) -> int | None:
        """Return a proved lower bound of the size of the smallest set for a goal; None: there is no such set.

        All sets of fewer features were evaluated and none of them reaches the goal.
        """
        kept = goal is self.keep
        for size in range(self.n + 1):
            n_known = self.n_of_size[self.n - size if kept else size]
            if size == goal.size or n_known < math.comb(self.n, size):
                return size
        return None

    def _add_one(self, mask: int, outcome: Outcome) -> None:
        if mask in self.outcomes:
            return
        self.outcomes[mask] = outcome
        size = mask.bit_count()
        self.n_of_size[size] += 1
        if outcome.target < self.outcomes[0].target:
            self.largest_change.offer(mask, (outcome.target, size), mask)
        if outcome.on_top:
            self.keep.offer(mask, (self.n - size, -outcome.target), self.full ^ mask)
        else:
            self.occlude.offer(mask, (size, outcome.target), mask)
