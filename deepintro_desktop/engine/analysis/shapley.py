"""Shapley values and pairwise interactions of features: exact from all subsets, else from permutations.

The game: a set of visible features is worth the target's probability with all others occluded. Everything
is written in terms of occluded sets O, whose target probability is p(O).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import comb

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


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
    _pair_sum: NDArray[np.float64] = field(init=False)
    _pair_count: NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        self._sum, self._sum_of_squares = np.zeros(self.n), np.zeros(self.n)
        self._pair_sum = np.zeros((self.n, self.n))
        self._pair_count = np.zeros((self.n, self.n), np.int64)

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

    def interactions(self, outcomes: Mapping[int, object], p: Callable[[int], float]) -> NDArray[np.float64]:
        """Return estimates of the interaction index, float64 [n, n]; NaN where nothing is known of a pair.

        The index is the mean over the sizes 0 … n − 2 of the mean change at that size. The two extreme
        sizes have one set each and are taken exactly where known; the mean of the sampled sets stands for
        those between.
        """
        values = np.full((self.n, self.n), np.nan)
        np.fill_diagonal(values, 0.0)
        full = (1 << self.n) - 1
        for j in range(self.n):
            for i in range(j):
                pair = 1 << i | 1 << j
                ends = [_change(outcomes, p, outside, i, j) for outside in {0, full ^ pair}]
                values[i, j] = values[j, i] = self._combine([e for e in ends if e is not None], i, j)
        return values

    def _combine(self, ends: list[float], i: int, j: int) -> float:
        n_between, count = self.n - 1 - len(ends), int(self._pair_count[i, j])
        if not count or not n_between:
            return float(np.mean(ends)) if ends else float("nan")
        between = self._pair_sum[i, j] / count
        return float((sum(ends) + n_between * between) / (len(ends) + n_between))

    def _add_pairs(self, order: Sequence[int], turn: int, p: Callable[[int], float]) -> None:
        masks = prefixes(order)
        # The extreme sizes are known without sampling.
        for k in range(turn % 2, self.n - 1, 2):
            if k in (0, self.n - 2):
                continue
            i, j = order[k], order[k + 1]
            change = p(masks[k]) - p(masks[k + 1]) - p(masks[k] | 1 << j) + p(masks[k + 2])
            for row, column in ((i, j), (j, i)):
                self._pair_sum[row, column] += change
                self._pair_count[row, column] += 1


def _change(
    outcomes: Mapping[int, object], p: Callable[[int], float], outside: int, i: int, j: int
) -> float | None:
    masks = [outside, outside | 1 << i, outside | 1 << j, outside | 1 << i | 1 << j]
    if any(mask not in outcomes for mask in masks):
        return None
    none, first, second, both = (p(mask) for mask in masks)
    return none - first - second + both
