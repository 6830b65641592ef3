"""Shapley values and pairwise interactions of features: exact from all subsets, else from permutations.

The game: a set of visible features is worth the target's probability with all others occluded. Everything
is written in terms of occluded sets O, whose target probability is p(O).
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import comb

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.engine.analysis.subsets import members

Vector = NDArray[np.float64]
Pair = tuple[int, int]
"""Two feature indices, the lower first."""


def exact_shapley(p: Vector) -> Vector:
    """Return the Shapley values [Shapley1953] from all subsets: float64 [n].

    φ_i = Σ_O p(O) − p(O ∪ i), over the sets O without i, weighted by |O|! (n − |O| − 1)! / n!.

    ``p``: float64 [2**n], indexed by the set as bits (bit i = feature i occluded). They add up to
    p(nothing occluded) − p(all occluded).
    """
    n = len(p).bit_length() - 1
    sizes = _sizes(n)
    weights = np.array([1.0 / (n * comb(n - 1, size)) for size in range(n)])
    values = np.empty(n)
    for i in range(n):
        by_i = p.reshape(-1, 2, 1 << i)
        without = sizes.reshape(by_i.shape)[:, 0]
        values[i] = (weights[without] * (by_i[:, 0] - by_i[:, 1])).sum()
    return values


def exact_interactions(p: Vector) -> NDArray[np.float64]:
    """Return the Shapley interaction index [Grabisch1999] of pairs: float64 [n, n], symmetric, zero diagonal.

    I_ij = Σ_O p(O) − p(O ∪ i) − p(O ∪ j) + p(O ∪ ij), over the sets O without i and j, weighted by
    |O|! (n − |O| − 2)! / (n − 1)!. Positive: the two carry more together than each for itself; negative:
    one can stand in for the other. ``p`` as for :func:`exact_shapley`.
    """
    n = len(p).bit_length() - 1
    sizes = _sizes(n)
    weights = np.array([1.0 / ((n - 1) * comb(n - 2, size)) for size in range(n - 1)])
    values = np.zeros((n, n))
    for j in range(n):
        for i in range(j):
            by_pair = p.reshape(-1, 2, 1 << (j - i - 1), 2, 1 << i)
            without = sizes.reshape(by_pair.shape)[:, 0, :, 0]
            change = by_pair[:, 0, :, 0] - by_pair[:, 0, :, 1] - by_pair[:, 1, :, 0] + by_pair[:, 1, :, 1]
            values[i, j] = values[j, i] = (weights[without] * change).sum()
    return values


def _sizes(n: int) -> NDArray[np.intp]:
    return np.bitwise_count(np.arange(1 << n, dtype=np.uint64)).astype(np.intp)


def permutation_group(rng: np.random.Generator, n: int, turn: int) -> tuple[list[int], list[int], list[int]]:
    """Return a random order, its reverse, and the order with neighbours swapped in pairs.

    Each is uniformly distributed by itself. The reverse evens out which features come early; the swapped one
    shares every second prefix with the first and gives the interactions of the swapped pairs almost for free.
    """
    order = rng.permutation(n).tolist()
    swapped = list(order)
    for k in range(turn % 2, n - 1, 2):
        swapped[k], swapped[k + 1] = swapped[k + 1], swapped[k]
    return order, order[::-1], swapped


def prefixes(order: Sequence[int]) -> list[int]:
    """Return the occluded sets on the way from none to all in this order, as bits: n + 1 of them."""
    masks = [0]
    for index in order:
        masks.append(masks[-1] | 1 << index)
    return masks


@dataclass(slots=True, eq=False)
class ShapleyEstimate:
    """Running means over independent groups of permutations [Castro2009]; their spread gives the error."""

    n: int
    n_groups: int = 0
    _sum: Vector = field(init=False)
    _sum_of_squares: Vector = field(init=False)
    _pairs: defaultdict[Pair, list[float]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._sum, self._sum_of_squares = np.zeros(self.n), np.zeros(self.n)

    def add(self, orders: Sequence[Sequence[int]], turn: int, p: Callable[[int], float]) -> None:
        """Take in one group from :func:`permutation_group` whose prefixes are all evaluated."""
        mean = np.zeros(self.n)
        for order in orders:
            values = np.array([p(mask) for mask in prefixes(order)])
            mean[list(order)] += (values[:-1] - values[1:]) / len(orders)
        self.n_groups += 1
        self._sum += mean
        self._sum_of_squares += mean**2
        self._add_pairs(orders[0], turn, p)

    @property
    def values(self) -> Vector:
        """The Shapley values, float64 [n]; they add up exactly. NaN before the first group."""
        return self._sum / self.n_groups if self.n_groups else np.full(self.n, np.nan)

    @property
    def errors(self) -> Vector:
        """Their standard errors, float64 [n]; NaN before the second group."""
        if self.n_groups < 2:
            return np.full(self.n, np.nan)
        spread = self._sum_of_squares - self._sum**2 / self.n_groups
        return np.sqrt(np.maximum(spread, 0.0) / ((self.n_groups - 1) * self.n_groups))

    def interactions(self, known: Mapping[int, object], p: Callable[[int], float]) -> NDArray[np.float64]:
        """Return estimates of the interaction index, float64 [n, n]; NaN where nothing is known of a pair.

        The index is the mean over the sizes 0 … n − 2 of the mean change at that size. The two extreme
        sizes have one set each and are taken exactly where known; the mean of the sampled sets stands for
        those between. ``known``: the evaluated sets.
        """
        values = np.full((self.n, self.n), np.nan)
        np.fill_diagonal(values, 0.0)
        ends = self._changes_at_the_ends(known, p)
        for i, j in ends.keys() | self._pairs.keys():
            at_ends, between = ends[i, j], self._pairs[i, j]
            n_between = self.n - 1 - len(at_ends)
            total, weight = sum(at_ends), len(at_ends)
            if between and n_between:
                total, weight = total + n_between * float(np.mean(between)), weight + n_between
            values[i, j] = values[j, i] = total / weight
        return values

    def _changes_at_the_ends(
        self, known: Mapping[int, object], p: Callable[[int], float]
    ) -> defaultdict[Pair, list[float]]:
        """Return the changes that pairs make with all others visible, and with all others occluded."""
        full = (1 << self.n) - 1
        ends: defaultdict[Pair, list[float]] = defaultdict(list)
        for mask in known:
            size = mask.bit_count()
            if size == 2:
                self._add_end(ends, 0, mask, known, p)
            if size == self.n - 2 and mask:
                self._add_end(ends, mask, full ^ mask, known, p)
        return ends

    @staticmethod
    def _add_end(
        ends: defaultdict[Pair, list[float]],
        outside: int,
        pair: int,
        known: Mapping[int, object],
        p: Callable[[int], float],
    ) -> None:
        i, j = members(pair)
        masks = [outside, outside | 1 << i, outside | 1 << j, outside | pair]
        if all(mask in known for mask in masks):
            none, first, second, both = (p(mask) for mask in masks)
            ends[i, j].append(none - first - second + both)

    def _add_pairs(self, order: Sequence[int], turn: int, p: Callable[[int], float]) -> None:
        masks = prefixes(order)
        # The extreme sizes are known without sampling.
        for k in range(turn % 2, self.n - 1, 2):
            if k in (0, self.n - 2):
                continue
            i, j = order[k], order[k + 1]
            change = p(masks[k]) - p(masks[k + 1]) - p(masks[k] | 1 << j) + p(masks[k + 2])
            self._pairs[min(i, j), max(i, j)].append(change)
