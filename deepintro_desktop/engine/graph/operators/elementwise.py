"""Arithmetic and comparison of several values, with broadcasting."""

from collections.abc import Callable, Sequence
from functools import reduce

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.operator import Forward, Node, Operator, Primitive
from deepintro_desktop.engine.graph.registry import register


def _pairwise(function: Callable[[Tensor, Tensor], Tensor]) -> Forward:
    def forward(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
        return (reduce(function, inputs),)

    return forward


def _mean(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (reduce(torch.add, inputs) / len(inputs),)


def _divide(a: Tensor, b: Tensor) -> Tensor:
    if a.dtype.is_floating_point or b.dtype.is_floating_point:
        return a / b
    return torch.div(a, b, rounding_mode="trunc")


def _modulo(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    function = torch.fmod if node.attributes.get("fmod", 0) else torch.remainder
    return (function(inputs[0], inputs[1]),)


def _logical_not(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (torch.logical_not(inputs[0]),)


def _where(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (torch.where(inputs[0], inputs[1], inputs[2]),)


_SUMS = {"Add": torch.add, "Sub": torch.sub, "Sum": torch.add}
_PRODUCTS = {"Mul": torch.mul, "Div": _divide}
_EXTREMES = {"Max": torch.maximum, "Min": torch.minimum}
_TRUTHS = {
    "Equal": torch.eq,
    "Greater": torch.gt,
    "GreaterOrEqual": torch.ge,
    "Less": torch.lt,
    "LessOrEqual": torch.le,
    "And": torch.logical_and,
    "Or": torch.logical_or,
    "Xor": torch.logical_xor,
}

for _name, _function in _SUMS.items():
    register(_name, Operator(_pairwise(_function), Primitive.SUM))
register("Mean", Operator(_mean, Primitive.SUM))
for _name, _function in _PRODUCTS.items():
    register(_name, Operator(_pairwise(_function), Primitive.PRODUCT))
for _name, _function in _EXTREMES.items():
    register(_name, Operator(_pairwise(_function), Primitive.STRUCTURAL))
for _name, _function in _TRUTHS.items():
    register(_name, Operator(_pairwise(_function), Primitive.STRUCTURAL, is_discrete=True))
register("Not", Operator(_logical_not, Primitive.STRUCTURAL, is_discrete=True))
register("Mod", Operator(_modulo, Primitive.STRUCTURAL, is_constant_only=True))
register("Where", Operator(_where, Primitive.STRUCTURAL))
