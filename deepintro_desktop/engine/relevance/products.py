"""Relevance through products of values of the picture: Mul, Div, MatMul, Einsum; and through a softmax.

A gate, a normaliser or an attention weight gets nothing [Arras2017], [Ali2022]. Where two values are
multiplied, neither of them a gate, nothing tells which one carries the relevance: it is divided in halves
when the composite says so [Achtibat2024] prop. 3.2, and refused otherwise.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

import torch
from torch import Tensor

from deepintro_desktop.engine.relevance.factors import Passed
from deepintro_desktop.engine.relevance.shares import ShareRule, Shares
from deepintro_desktop.engine.relevance.tensors import away_from_zero, shrink_to, total


class ProductRule(StrEnum):
    """Who receives the relevance of a product of values that depend on the picture."""

    VALUE = "to the value"
    """All to the operand that is neither gate nor weight; a product of two values is refused."""
    HALVES_OF_VALUES = "halves of two values"
    """The same, but two values get a half each."""
    HALVES = "halves"
    """A half each, whatever it is, but a normaliser; relevance passes a softmax too."""

    @property
    def passes_softmax(self) -> bool:
        """Whether a softmax inside the network is passed, and not where relevance stops."""
        return self is ProductRule.HALVES


def through_elementwise_product(
    operands: Sequence[Tensor | None], routes: Sequence[int], relevance: Tensor
) -> Passed:
    """Give equal parts of relevance, [n_targets, *shape of the product], to the operands in ``routes``."""
    part = relevance if len(routes) == 1 else relevance / len(routes)
    return Passed({index: shrink_to(part, operands[index].shape) for index in routes})


def through_contraction(
    rule: ShareRule,
    multiply: Callable[[Sequence[Tensor]], Tensor],
    operands: Sequence[Tensor],
    routes: Sequence[int],
    relevance: Tensor,
) -> Passed:
    """Divide the relevance of a matrix product or Einsum among the products that it sums.

    What a product of two numbers gets goes in equal parts to those of the two whose operand is in ``routes``:
    all to the values of an attention [Ali2022], or a half each [Achtibat2024] eq. 15. ``relevance``:
    [n_targets, *shape of the result].
    """
    if rule.shares is Shares.ABSOLUTE:
        operands = [operand.abs() for operand in operands]
    values = list(operands)
    with torch.enable_grad():
        for index in routes:
            values[index] = operands[index].detach().clone().requires_grad_()
        z = multiply(values)
    sources, made = [values[index] for index in routes], z.detach()
    shift = away_from_zero(made, rule.stabilizer if rule.shares is Shares.EPSILON else 0.0)
    empty = made + shift == 0
    factor = (relevance / (made + shift)).masked_fill_(empty, 0.0)
    rows = [torch.autograd.grad(z, sources, one, retain_graph=True) for one in factor / len(routes)]
    passed = {
        index: torch.stack([row[place] for row in rows]) * values[index].detach()
        for place, index in enumerate(routes)
    }
    return Passed(passed, {"stabilizer": total(factor * shift + relevance * empty)})


def through_softmax(x: Tensor, z: Tensor, axes: tuple[int, ...], relevance: Tensor) -> Passed:
    """Return x (R − z ΣR), a softmax expanded to first order around its input [Achtibat2024] prop. 3.1.

    ``x``: its input, ``z``: its output, which sums to 1 over ``axes`` (negative); ``relevance``: [n_targets,
    *shape of z]. The expansion does not conserve; what it leaves out is a loss.
    """
    pulled = x * (relevance - z * relevance.sum(axes, keepdim=True))
    # What a mask has set to −∞ has no relevance, and would make it no number.
    pulled = pulled.masked_fill(z == 0, 0.0)
    return Passed({0: pulled}, {"softmax": total(relevance) - total(pulled)})
