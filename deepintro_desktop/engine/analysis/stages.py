"""In which order subsets are looked at: the search behind the four metrics."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from math import comb

import numpy as np

from deepintro_desktop.engine.analysis.evaluations import Evaluations, Smallest
from deepintro_desktop.engine.analysis.shapley import ShapleyEstimate, permutation_group, prefixes
from deepintro_desktop.engine.analysis.subsets import best_first, members, of_size

_BLOCK = 64
_N_CANDIDATES = 32
_MAX_LOOKED_AT = 2000
_MAX_IDLE_GROUPS = 25
_PAIRS_SHARE = 0.25
"""Pairs are evaluated when they take no more than this part of the budget."""

_GREEDY_SHARE, _PROOF_SHARE, _SHAPLEY_SHARE = 0.2, 0.5, 0.85
"""Up to which part of the budget each stage may go when not all subsets fit into it."""


class Search:
    """Evaluates subsets stage by stage, the most telling ones first.

    None and all occluded; each feature alone, and all but each; the features in the order of their strength
    from both ends. Then, when all subsets fit into the budget, all others by size. Else: greedy choices,
    complete levels of small sets for the proofs, permutations for the Shapley values, and changes of the
    best sets so far.

    Parameters
    ----------
    known : Evaluations
        With the empty set already in it.
    rng : numpy.random.Generator
    after_stage : callable
        Called when a stage is done.
    """

    def __init__(self, known: Evaluations, rng: np.random.Generator, after_stage: Callable[[], None]) -> None:
        self._known = known
        self._rng = rng
        self._after_stage = after_stage
        self._n_turns = 0
        self.estimate = ShapleyEstimate(known.n)

    def run(self) -> None:
        """Evaluate until the budget is spent or nothing is left."""
        known, budget = self._known, self._known.budget
        self._stage(lambda: known.ask([known.full]))
        self._stage(lambda: known.ask(1 << i for i in range(known.n)))
        self._stage(lambda: known.ask(known.full ^ 1 << i for i in range(known.n)))
        self._stage(self._strength_chains)
        if 1 << known.n > budget:
            self._stage(lambda: self._greedy(int(_GREEDY_SHARE * budget)))
            self._stage(self._pairs)
            self._stage(lambda: self._prove(int(_PROOF_SHARE * budget)))
            self._stage(lambda: self._permute(int(_SHAPLEY_SHARE * budget)))
            self._stage(lambda: self._improve(budget))
            self._stage(lambda: self._permute(budget))
        self._stage(self._everything)

    def strengths(self) -> list[float]:
        """Return how much of the target's probability each feature seems to carry, for ordering."""
        if self.estimate.n_groups:
            return [float(value) for value in self.estimate.values]
        known = self._known
        nothing, everything = known.target(0), known.target(known.full)
        return [
            0.5 * (nothing - known.target(1 << i) + known.target(known.full ^ 1 << i) - everything)
            for i in range(known.n)
        ]

    def _stage(self, work: Callable[[], object]) -> None:
        if not self._known.is_exhausted:
            work()
            self._after_stage()

    def _strength_chains(self) -> None:
        """Occlude more and more features, the strongest first; then the weakest first."""
        strengths = self.strengths()
        order = sorted(range(self._known.n), key=lambda i: (-strengths[i], i))
        self._known.ask(prefixes(order) + prefixes(order[::-1]))

    def _everything(self) -> None:
        """Evaluate all that is left, small and almost complete sets first, as far as the budget goes."""
        n = self._known.n
        middle_out = [size for half in range(n // 2 + 1) for size in dict.fromkeys((half, n - half))]
        self._in_blocks(chain.from_iterable(of_size(n, size) for size in middle_out), self._known.budget)

    def _in_blocks(
        self, masks: Iterable[int], limit: int, is_done: Callable[[], bool] = lambda: False
    ) -> None:
        unknown = (mask for mask in masks if mask not in self._known.outcomes)
        while block := list(islice(unknown, _BLOCK)):
            if not self._known.ask(block, limit) or is_done():
                return

    def _greedy(self, limit: int) -> None:
        """Occlude what costs the target most until it falls; bring back what helps it most until it rises."""
        if self._known.outcomes[0].on_top:
            self._greedy_path(0, limit, adds=True)
        if not self._known.outcomes[self._known.full].on_top:
            self._greedy_path(self._known.full, limit, adds=False)

    def _greedy_path(self, mask: int, limit: int, adds: bool) -> None:
        """Walk one way until the class on top changes, then thin out the features that this took."""
        known = self._known
        changed = known.outcomes[mask].on_top
        while known.outcomes[mask].on_top == changed:
            left = members(known.full ^ mask if adds else mask)
            steps = [mask ^ 1 << i for i in left]
            if not steps or not known.ask(steps, limit):
                return
            mask = min(steps, key=known.target) if adds else max(steps, key=known.target)
        while True:
            taken = members(mask if adds else known.full ^ mask)
            steps = [mask ^ 1 << i for i in taken]
            if not known.ask(steps, limit):
                return
            still = [step for step in steps if known.outcomes[step].on_top != changed]
            if not still:
                return
            mask = min(still, key=known.target) if adds else max(still, key=known.target)

    def _pairs(self) -> None:
        """Occlude each pair where that is cheap, so that something is known of every interaction."""
        if comb(self._known.n, 2) <= _PAIRS_SHARE * self._known.budget:
            self._known.ask(of_size(self._known.n, 2))

    def _prove(self, limit: int) -> None:
        """Complete levels of sets of one size, smallest first, for the goal where that costs less."""
        known = self._known
        while True:
            levels = [level for goal in (known.occlude, known.keep) if (level := self._next_level(goal))]
            if not levels:
                return
            cost, size, goal = min(levels, key=lambda level: level[:2])
            if known.n_evaluated + cost > limit:
                return
            self._in_blocks(self._level(goal, size), limit, partial(self._is_proved, goal))

    def _next_level(self, goal: Smallest) -> tuple[int, int, Smallest] | None:
        size = self._known.smallest_possible(goal)
        if size is None or size == goal.size:
            return None
        n = self._known.n
        n_known = self._known.n_of_size[n - size if goal is self._known.keep else size]
        return comb(n, size) - n_known, size, goal

    def _is_proved(self, goal: Smallest) -> bool:
        return self._known.smallest_possible(goal) in (None, goal.size)

    def _level(self, goal: Smallest, size: int) -> Iterator[int]:
        """Yield the occluded sets that occlude (or keep) this many features, the strongest first."""
        flip = self._known.full if goal is self._known.keep else 0
        return (mask ^ flip for mask in best_first(self.strengths(), size))

    def _permute(self, limit: int) -> None:
        known = self._known
        n_idle = 0
        while n_idle < _MAX_IDLE_GROUPS:
            orders = permutation_group(self._rng, known.n, self._n_turns)
            masks = {mask for order in orders for mask in prefixes(order)}
            n_new = len(masks - known.outcomes.keys())
            if known.n_evaluated + n_new > limit:
                return
            known.ask(sorted(masks))
            self.estimate.add(orders, self._n_turns, known.target)
            self._n_turns += 1
            n_idle = 0 if n_new else n_idle + 1

    def _improve(self, limit: int) -> None:
        """Look around the best sets so far until that brings nothing new."""
        known = self._known
        n_before = -1
        while not known.is_exhausted and known.n_evaluated != n_before:
            n_before = known.n_evaluated
            known.ask(self._unknown(self._around(known.largest_change.mask or 0)), limit)
            for goal in (known.occlude, known.keep):
                if goal.size is not None and not self._is_proved(goal):
                    known.ask(self._unknown(self._smaller_sets(goal)), limit)

    def _unknown(self, masks: Iterable[int]) -> list[int]:
        looked_at = islice(masks, _MAX_LOOKED_AT)
        return list(islice((mask for mask in looked_at if mask not in self._known.outcomes), _N_CANDIDATES))

    def _around(self, mask: int) -> Iterator[int]:
        """Yield the sets that differ in one feature, then, in random order, those with one exchanged."""
        n = self._known.n
        yield from (mask ^ 1 << i for i in range(n))
        inside, outside = members(mask), members(self._known.full ^ mask)
        for place in self._rng.permutation(len(inside) * len(outside)).tolist():
            i, j = inside[place // len(outside)], outside[place % len(outside)]
            yield mask ^ 1 << i ^ 1 << j

    def _smaller_sets(self, goal: Smallest) -> Iterator[int]:
        """Yield sets with one feature less than the best: parts of it, then the strongest of that size."""
        if goal.mask is None or not goal.size:
            return
        flip = self._known.full if goal is self._known.keep else 0
        chosen = goal.mask ^ flip
        yield from (chosen ^ 1 << i ^ flip for i in members(chosen))
        yield from self._level(goal, goal.size - 1)
