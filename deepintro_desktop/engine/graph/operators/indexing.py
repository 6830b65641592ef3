"""Operators that pick values by position."""

from collections.abc import Sequence

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.errors import unsupported
from deepintro_desktop.engine.graph.operator import Forward, Node, Operator, Primitive
from deepintro_desktop.engine.graph.operators.arguments import axis_of, integers
from deepintro_desktop.engine.graph.registry import register


def _slice(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x = inputs[0]
    starts, ends = integers(node, inputs, 1, "starts"), integers(node, inputs, 2, "ends")
    axes = integers(node, inputs, 3, "axes") or tuple(range(len(starts)))
    steps = integers(node, inputs, 4, "steps") or (1,) * len(starts)
    for start, end, axis, step in zip(starts, ends, axes, steps, strict=True):
        x = _slice_axis(x, axis, (start, end, step))
    return (x,)


def _slice_axis(x: Tensor, axis: int, bounds: tuple[int, int, int]) -> Tensor:
    # Not Python's slices: those take a backward start before the first place for empty, ONNX for the first.
    size, step = x.shape[axis], bounds[2]
    start, end = (bound + size if bound < 0 else bound for bound in bounds[:2])
    if step > 0:
        places = range(min(max(start, 0), size), min(max(end, 0), size), step)
    else:
        places = range(min(max(start, 0), size - 1), min(max(end, -1), size - 1), step)
    if step == 1:
        return x.narrow(axis, places.start, len(places))
    return x.index_select(axis, torch.tensor(places, dtype=torch.int64, device=x.device))


def _gather(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, indices = inputs
    axis = axis_of(node, x.dim(), 0)
    size = x.shape[axis]
    places = torch.where(indices < 0, indices + size, indices)
    picked = x.index_select(axis, places.reshape(-1).to(x.device))
    return (picked.reshape((*x.shape[:axis], *indices.shape, *x.shape[axis + 1 :])),)


def _gather_elements(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, indices = inputs
    axis = axis_of(node, x.dim(), 0)
    places = torch.where(indices < 0, indices + x.shape[axis], indices)
    return (torch.gather(x, axis, places.to(x.device)),)


def _gather_nd(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    if node.attributes.get("batch_dims", 0):
        raise unsupported(node, "batch_dims is not 0")
    return (inputs[0][inputs[1].to(inputs[0].device).unbind(-1)],)


def _scatter_nd(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    if node.attributes.get("reduction", "none") != "none":
        raise unsupported(node, "it combines values instead of replacing them")
    x, indices, updates = inputs
    return (x.index_put(indices.to(x.device).unbind(-1), updates),)


_FORWARDS: dict[str, Forward] = {
    "Slice": _slice,
    "Gather": _gather,
    "GatherElements": _gather_elements,
    "GatherND": _gather_nd,
}
_RESTRICTIONS = {"GatherND": "batch_dims 0"}
for _name, _forward in _FORWARDS.items():
    register(
        _name,
        Operator(_forward, Primitive.STRUCTURAL, data_inputs=(0,), restriction=_RESTRICTIONS.get(_name, "")),
    )
register(
    "ScatterND",
    Operator(_scatter_nd, Primitive.STRUCTURAL, data_inputs=(0, 2), restriction="replaces values only"),
)
