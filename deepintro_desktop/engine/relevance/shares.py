"""Relevance through sums and pools.

The αβ family divides by |x| (ratio split [Otsuki2024]): no denominator can cancel, so none needs a
stabilizer. The ε family divides by x / (z + ε). The two are chosen together with the linear rule and are
never mixed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.operator import PoolingMap
from deepintro_desktop.engine.relevance.factors import Passed
from deepintro_desktop.engine.relevance.tensors import away_from_zero, shrink_to, total, total_of_products


class Shares(StrEnum):
    """How relevance is divided among the summands of a sum or average."""

    ABSOLUTE = "|x|"
    EPSILON = "ε"


class MaxPoolRule(StrEnum):
    """Which cells of a max pool's window receive relevance."""

    PROPORTIONAL = "proportional"
    WINNER = "winner takes all"


@dataclass(frozen=True, slots=True)
class ShareRule:
    """How sums, averages and attention products divide; ``stabilizer`` belongs to ε shares."""

    shares: Shares = Shares.ABSOLUTE
    stabilizer: float = 1e-6

    @property
    def name(self) -> str:
        """The rule as the ledger shows it."""
        return "|x| shares" if self.shares is Shares.ABSOLUTE else f"ε shares {self.stabilizer:g}"


def through_sum(
    rule: ShareRule, summands: Sequence[Tensor], routes: Sequence[int], z: Tensor, relevance: Tensor
) -> Passed:
    """Divide the relevance of a sum ``z`` among those ``summands`` that depend on the picture (``routes``).

    ``summands``: signed contributions, each broadcasting against ``z``; ``relevance``: [n_targets, *shape of
    z].
    """
    if rule.shares is Shares.EPSILON:
        return _epsilon_sum(rule, summands, routes, z, relevance)
    if len(routes) == 1:
        index = routes[0]
        return Passed({index: shrink_to(relevance, summands[index].shape)})
    sizes = [summands[index].abs() for index in routes]
    whole = sum(sizes[2:], start=sizes[0] + sizes[1])
    empty = whole == 0
    factor = relevance / whole
    if bool(empty.any()):
        factor.masked_fill_(empty, 0.0)
        even = relevance * empty / len(routes)
        passed = {
            i: shrink_to(factor * size + even, size.shape) for i, size in zip(routes, sizes, strict=True)
        }
    else:
        passed = {i: shrink_to(factor * size, size.shape) for i, size in zip(routes, sizes, strict=True)}
    return Passed(passed)


def _epsilon_sum(
    rule: ShareRule, summands: Sequence[Tensor], routes: Sequence[int], z: Tensor, relevance: Tensor
) -> Passed:
    shift = away_from_zero(z, rule.stabilizer)
    factor = relevance / (z + shift)
    passed = Passed({index: shrink_to(factor * summands[index], summands[index].shape) for index in routes})
    passed.losses["stabilizer"] = total_of_products(factor, shift)
    for index, summand in enumerate(summands):
        if index not in routes:
            lost = total(factor * summand)
            passed.losses["constant"] = (
                passed.losses["constant"] + lost if "constant" in passed.losses else lost
            )
    return passed


def through_pool(rule: ShareRule, window: PoolingMap, x: Tensor, relevance: Tensor) -> Passed:
    """Divide the relevance of window sums or means among their cells in proportion to |w x|.

    A window of zeros is spread evenly over its cells; padded cells get nothing. With ε shares, in proportion
    to w x. Weights w are fixed; those of a cubic resize may be negative.
    """
    like = x if window.is_across else x.expand(relevance.shape[0], *x.shape[1:])
    if rule.shares is Shares.EPSILON:
        z = window.apply(x)
        shift = away_from_zero(z, rule.stabilizer)
        factor = relevance / (z + shift)
        passed = Passed({0: window.adjoint(factor, like) * x})
        passed.losses["stabilizer"] = total_of_products(factor, shift)
        return passed
    window, size = window.unsigned, x if float(x.min()) >= 0 else x.abs()
    z = window.apply(size)
    empty = z <= 0
    if not bool(empty.any()):
        return Passed({0: window.adjoint(relevance / z, like) * size})
    result = window.adjoint((relevance / z).masked_fill_(empty, 0.0), like) * size
    stranded = relevance * empty
    if bool((stranded != 0).any()):
        n_cells = window.apply(torch.ones_like(x))
        result = result + window.adjoint(stranded / n_cells, like)
    return Passed({0: result})
