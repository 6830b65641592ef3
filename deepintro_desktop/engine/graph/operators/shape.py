"""Operators that only move values: the same numbers in another arrangement."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from deepintro_desktop.engine.graph.errors import unsupported
from deepintro_desktop.engine.graph.operator import Forward, Node, Operator, Primitive
from deepintro_desktop.engine.graph.operators.arguments import axis_of, integers, optional, refuse_huge
from deepintro_desktop.engine.graph.registry import register


def _reshape(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, wanted = inputs[0], integers(node, inputs, 1, "shape")
    if not node.attributes.get("allowzero", 0):
        wanted = tuple(x.shape[axis] if size == 0 else size for axis, size in enumerate(wanted))
    return (x.reshape(wanted),)


def _flatten(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x = inputs[0]
    axis = node.attributes.get("axis", 1)
    axis = axis + x.dim() if axis < 0 else axis
    rows = torch.Size(x.shape[:axis]).numel()
    columns = torch.Size(x.shape[axis:]).numel()
    return (x.reshape(rows, columns),)


def _transpose(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x = inputs[0]
    return (x.permute(node.attributes.get("perm", tuple(reversed(range(x.dim()))))),)


def _squeeze(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, axes = inputs[0], integers(node, inputs, 1, "axes")
    if axes is None:
        axes = tuple(axis for axis, size in enumerate(x.shape) if size == 1)
    if any(x.shape[axis] != 1 for axis in axes):
        raise unsupported(node, f"axes {axes} of {tuple(x.shape)} are not all of length 1")
    return (x.squeeze(axes),)


def _unsqueeze(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, axes = inputs[0], integers(node, inputs, 1, "axes")
    n_dimensions = x.dim() + len(axes)
    for axis in sorted(axis % n_dimensions for axis in axes):
        x = x.unsqueeze(axis)
    return (x,)


def _concat(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (torch.cat(tuple(inputs), axis_of(node, inputs[0].dim(), 1)),)


def _split(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, sizes = inputs[0], integers(node, inputs, 1, "split")
    axis = axis_of(node, x.dim(), 0)
    if sizes is None:
        n_parts = node.attributes.get("num_outputs", len(node.outputs))
        part = -(-x.shape[axis] // n_parts)
        sizes = tuple(min(part, x.shape[axis] - part * index) for index in range(n_parts))
    return tuple(torch.split(x, sizes, axis))


def _expand(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    shape = torch.broadcast_shapes(inputs[0].shape, integers(node, inputs, 1, "shape"))
    refuse_huge(node, shape)
    return (inputs[0].expand(shape),)


def _tile(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, repeats = inputs[0], integers(node, inputs, 1, "repeats")
    refuse_huge(node, [size * times for size, times in zip(x.shape, repeats, strict=True)])
    return (x.repeat(repeats),)


def pad_amounts(
    node: Node, inputs: Sequence[Tensor | None], n_dimensions: int
) -> tuple[list[int], list[int], float]:
    """Return how much a Pad node adds before and after every axis, and the value of constant padding."""
    pads = integers(node, inputs, 1, "pads")
    axes = integers(node, inputs, 3, "axes") or tuple(range(n_dimensions))
    begins, ends = [0] * n_dimensions, [0] * n_dimensions
    for position, axis in enumerate(axes):
        begins[axis], ends[axis] = pads[position], pads[position + len(axes)]
    given = optional(inputs, 2)
    value = node.attributes.get("value", 0.0) if given is None else given.item()
    return begins, ends, value


def _pad(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x = inputs[0]
    begins, ends, value = pad_amounts(node, inputs, x.dim())
    refuse_huge(node, [n + b + e for n, b, e in zip(x.shape, begins, ends, strict=True)])
    mode = node.attributes.get("mode", "constant")
    if mode == "constant":
        flat = [entry for pair in zip(reversed(begins), reversed(ends), strict=True) for entry in pair]
        return (F.pad(x, flat, value=value),)
    for axis, (begin, end) in enumerate(zip(begins, ends, strict=True)):
        if begin or end:
            x = x.index_select(axis, _padded_places(node, mode, x.shape[axis], (begin, end)).to(x.device))
    return (x,)


def _padded_places(node: Node, mode: str, size: int, amounts: tuple[int, int]) -> Tensor:
    places = torch.arange(-amounts[0], size + amounts[1])
    if mode == "edge":
        return places.clamp(0, size - 1)
    if mode == "wrap":
        return places % size
    if mode != "reflect":
        raise unsupported(node, f"the mode {mode} is unknown")
    period = max(2 * (size - 1), 1)
    places = places % period
    return torch.where(places < size, places, period - places)


def _identity(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (inputs[0],)


def _dropout(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    training = optional(inputs, 2)
    if training is not None and bool(training):
        raise unsupported(node, "it is in training mode")
    if any(node.outputs[1:]):
        raise unsupported(node, "its mask is used")
    return (inputs[0],)


def _depth_to_space(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, block = inputs[0], node.attributes["blocksize"]
    n, c, h, w = x.shape
    mode = node.attributes.get("mode", "DCR")
    if mode == "DCR":
        cells = x.reshape(n, block, block, c // block**2, h, w).permute(0, 3, 4, 1, 5, 2)
    elif mode == "CRD":
        cells = x.reshape(n, c // block**2, block, block, h, w).permute(0, 1, 4, 2, 5, 3)
    else:
        raise unsupported(node, f"the mode {mode} is unknown")
    return (cells.reshape(n, c // block**2, h * block, w * block),)


def _space_to_depth(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, block = inputs[0], node.attributes["blocksize"]
    n, c, h, w = x.shape
    cells = x.reshape(n, c, h // block, block, w // block, block).permute(0, 3, 5, 1, 2, 4)
    return (cells.reshape(n, c * block**2, h // block, w // block),)


_FORWARDS: dict[str, Forward] = {
    "Reshape": _reshape,
    "Flatten": _flatten,
    "Transpose": _transpose,
    "Squeeze": _squeeze,
    "Unsqueeze": _unsqueeze,
    "Split": _split,
    "Expand": _expand,
    "Tile": _tile,
    "Pad": _pad,
    "Identity": _identity,
    "Dropout": _dropout,
    "DepthToSpace": _depth_to_space,
    "SpaceToDepth": _space_to_depth,
}
_RESTRICTIONS = {"Dropout": "not in training; without the second output"}
for _name, _forward in _FORWARDS.items():
    register(
        _name,
        Operator(_forward, Primitive.STRUCTURAL, data_inputs=(0,), restriction=_RESTRICTIONS.get(_name, "")),
    )
register("Concat", Operator(_concat, Primitive.STRUCTURAL))
