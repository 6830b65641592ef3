"""Operators that make or convert numbers about shapes; relevance does not pass through most of them."""

from collections.abc import Sequence

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.attributes import torch_dtype
from deepintro_desktop.engine.graph.operator import Node, Operator, Primitive
from deepintro_desktop.engine.graph.operators.arguments import optional, refuse_huge
from deepintro_desktop.engine.graph.registry import register


def _cast(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, dtype = inputs[0], torch_dtype(node.attributes["to"])
    if dtype.is_floating_point and x.dtype.is_floating_point:
        return (x,)
    return (x.to(dtype),)


def _shape(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    sizes = tuple(inputs[0].shape)
    return (
        torch.tensor(sizes[node.attributes.get("start", 0) : node.attributes.get("end")], dtype=torch.int64),
    )


def _size(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (torch.tensor(inputs[0].numel(), dtype=torch.int64),)


def _constant_of_shape(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    sizes = inputs[0].tolist()
    refuse_huge(node, sizes)
    value = node.attributes.get("value", torch.zeros(1))
    return (torch.full(sizes, value.reshape(-1)[0].item(), dtype=value.dtype),)


def _range(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    start, limit, step = (entry.item() for entry in inputs)
    refuse_huge(node, [max(0, int((limit - start) / step) + 1)])
    return (torch.arange(start, limit, step, dtype=inputs[0].dtype),)


def _cumulative_sum(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, axis = inputs[0], int(inputs[1])
    is_reversed = bool(node.attributes.get("reverse", 0))
    line = x.flip(axis) if is_reversed else x
    sums = line.cumsum(axis).to(x.dtype)
    if node.attributes.get("exclusive", 0):
        sums = sums - line
    return (sums.flip(axis) if is_reversed else sums,)


def _triangle(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    diagonal = optional(inputs, 1)
    function = torch.triu if node.attributes.get("upper", 1) else torch.tril
    return (function(inputs[0], 0 if diagonal is None else int(diagonal)),)


def _sine(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (torch.sin(inputs[0]),)


def _cosine(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (torch.cos(inputs[0]),)


register("Cast", Operator(_cast, Primitive.STRUCTURAL))
register("Shape", Operator(_shape, Primitive.STRUCTURAL, is_discrete=True))
register("Size", Operator(_size, Primitive.STRUCTURAL, is_discrete=True))
register("ConstantOfShape", Operator(_constant_of_shape, Primitive.STRUCTURAL, is_constant_only=True))
register("Range", Operator(_range, Primitive.STRUCTURAL, is_constant_only=True))
# Encodings of places and masks are made with these; no network applies them to values of the picture.
for _name, _forward in (
    ("CumSum", _cumulative_sum), ("Trilu", _triangle), ("Sin", _sine), ("Cos", _cosine),
):  # fmt: skip
    register(_name, Operator(_forward, Primitive.STRUCTURAL, is_constant_only=True))
