"""Reductions over axes."""

import math
from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.errors import unsupported
from deepintro_desktop.engine.graph.operator import Forward, Node, Operator, Primitive
from deepintro_desktop.engine.graph.operators.arguments import integers
from deepintro_desktop.engine.graph.operators.pooling import AxesMap
from deepintro_desktop.engine.graph.registry import register


def _axes(node: Node, inputs: Sequence[Tensor | None]) -> tuple[int, ...]:
    axes = integers(node, inputs, 1, "axes")
    if not axes:
        return () if node.attributes.get("noop_with_empty_axes", 0) else tuple(range(inputs[0].dim()))
    return tuple(sorted(axis % inputs[0].dim() for axis in axes))


def _reduction(function: Callable[..., Tensor]) -> Forward:
    def forward(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
        axes, keeps = _axes(node, inputs), bool(node.attributes.get("keepdims", 1))
        return (function(inputs[0], axes, keeps) if axes else inputs[0],)

    return forward


def _product(x: Tensor, axes: tuple[int, ...], keeps: bool) -> Tensor:
    for axis in reversed(axes):
        x = x.prod(axis, keepdim=keeps)
    return x


def _norm(x: Tensor, axes: tuple[int, ...], keeps: bool) -> Tensor:
    return x.square().sum(axes, keepdim=keeps).sqrt()


def _axes_map(node: Node, inputs: Sequence[Tensor | None]) -> AxesMap:
    x, axes = inputs[0], _axes(node, inputs)
    if 0 in axes and x.shape[0] == 1:
        # With one picture, a longer first dimension is a stack of something else.
        raise unsupported(node, "it mixes the pictures of a batch")
    n_cells = math.prod(x.shape[axis] for axis in axes)
    divisor = float(n_cells) if node.operator == "ReduceMean" else 1.0
    return AxesMap(axes, divisor, bool(node.attributes.get("keepdims", 1)), n_cells)


def _winner(node: Node, x: Tensor, s: Tensor) -> Tensor:
    axes, keeps = _axes(node, (x,)), bool(node.attributes.get("keepdims", 1))
    for axis in () if keeps else axes:
        s = s.unsqueeze(axis)
    others = tuple(axis for axis in range(x.dim()) if axis not in axes)
    order = (*others, *axes)
    lines = x.permute(order).flatten(len(others))
    winners = lines.argmax(-1, keepdim=True)
    spread = torch.zeros_like(lines).scatter(-1, winners, s.permute(order).flatten(len(others)))
    spread = spread.reshape([x.shape[axis] for axis in order])
    return spread.permute(sorted(range(x.dim()), key=lambda axis: order[axis]))


_RESTRICTION = "not over the pictures of a batch"
_MEANS: dict[str, Callable[..., Tensor]] = {"ReduceMean": torch.mean, "ReduceSum": torch.sum}
for _name, _function in _MEANS.items():
    register(
        _name,
        Operator(
            _reduction(_function), Primitive.POOL, _axes_map, data_inputs=(0,), restriction=_RESTRICTION
        ),
    )
register(
    "ReduceMax",
    Operator(
        _reduction(torch.amax),
        Primitive.POOL,
        _axes_map,
        _winner,
        data_inputs=(0,),
        restriction=_RESTRICTION,
    ),
)
register("ReduceMin", Operator(_reduction(torch.amin), Primitive.STRUCTURAL, data_inputs=(0,)))
register(
    "ReduceL2",
    Operator(
        _reduction(_norm),
        Primitive.POOL,
        _axes_map,
        is_normaliser=True,
        data_inputs=(0,),
        restriction=_RESTRICTION,
    ),
)
register("ReduceProd", Operator(_reduction(_product), Primitive.STRUCTURAL, is_constant_only=True))
