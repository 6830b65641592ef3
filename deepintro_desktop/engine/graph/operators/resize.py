"""Resize and Upsample, nearest and linear: one small matrix per axis."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from deepintro_desktop.engine.graph.errors import unsupported
from deepintro_desktop.engine.graph.operator import Node, Operator, Primitive
from deepintro_desktop.engine.graph.operators.arguments import integers, optional, refuse_huge
from deepintro_desktop.engine.graph.registry import register

_ROUNDINGS = {
    "round_prefer_floor": lambda x: np.ceil(x - np.float32(0.5)),
    "round_prefer_ceil": lambda x: np.floor(x + np.float32(0.5)),
    "floor": np.floor,
    "ceil": np.ceil,
}


@dataclass(frozen=True, slots=True, eq=False)
class ResizeMap:
    """A resize bound to one input size. ``matrices``: by axis, [outputs, inputs], rows sum to 1."""

    matrices: dict[int, Tensor]
    n_fan_in: int
    weight: Tensor | None = None
    bias: Tensor | None = None
    is_depthwise: bool = True

    def apply(self, x: Tensor, weight: Tensor | None = None, bias: Tensor | None = None) -> Tensor:
        """Return the resized ``x``."""
        for axis, matrix in self.matrices.items():
            x = (x.movedim(axis, -1) @ matrix.to(x).t()).movedim(-1, axis)
        return x

    def adjoint(self, s: Tensor, like: Tensor, weight: Tensor | None = None) -> Tensor:
        """Return the transpose applied to ``s``, in the shape of ``like``."""
        for axis, matrix in self.matrices.items():
            s = (s.movedim(axis, -1) @ matrix.to(s)).movedim(-1, axis)
        return s


def _resize_map(node: Node, inputs: Sequence[Tensor | None]) -> ResizeMap:
    x, mode = inputs[0], node.attributes.get("mode", "nearest")
    if mode not in ("nearest", "linear"):
        raise unsupported(node, f"the mode {mode} can weigh pixels negatively or is unknown")
    _refuse_extras(node)
    matrices = {}
    for axis, (size, scale) in enumerate(_targets(node, inputs)):
        if size != x.shape[axis] or scale != 1.0:
            if axis == 0:
                raise unsupported(node, "it is written for a fixed number of pictures")
            refuse_huge(node, (size, x.shape[axis]))
            places = _coordinates(node, x.shape[axis], size, scale)
            weigh = _nearest if mode == "nearest" else _linear
            matrices[axis] = torch.from_numpy(weigh(node, places, x.shape[axis])).to(x)
    n_fan_in = (1 if mode == "nearest" else 2) ** len(matrices)
    return ResizeMap(matrices, n_fan_in)


def _refuse_extras(node: Node) -> None:
    if node.attributes.get("antialias", 0):
        raise unsupported(node, "it smooths while it shrinks (antialias)")
    policy = node.attributes.get("keep_aspect_ratio_policy", "stretch")
    if policy != "stretch":
        raise unsupported(node, f"the policy {policy} is not computed")


def _targets(node: Node, inputs: Sequence[Tensor | None]) -> list[tuple[int, float]]:
    """Return (output size, scale) of every axis."""
    x = inputs[0]
    n_dimensions = x.dim()
    old = node.operator == "Upsample" or node.opset < 11
    scales = optional(inputs, 1 if old else 2)
    scales = node.attributes.get("scales", ()) if scales is None else tuple(scales.tolist())
    sizes = None if old else integers(node, inputs, 3, "sizes")
    axes = node.attributes.get("axes", tuple(range(n_dimensions)))
    targets = [(size, 1.0) for size in x.shape]
    for position, axis in enumerate(axes):
        n = x.shape[axis]
        if sizes:
            targets[axis] = (sizes[position], float(np.float32(sizes[position]) / np.float32(n)))
        else:
            targets[axis] = (int(np.floor(np.float32(n) * np.float32(scales[position]))), scales[position])
    return targets


def _coordinates(node: Node, n_in: int, n_out: int, scale: float) -> np.ndarray:
    """Return for every output its place among the inputs, float32 [n_out]; runtimes use single precision."""
    old = node.operator == "Upsample" or node.opset < 11
    mode = node.attributes.get("coordinate_transformation_mode", "asymmetric" if old else "half_pixel")
    at, factor = np.arange(n_out, dtype=np.float32), np.float32(scale)
    if mode == "asymmetric":
        return at / factor
    if mode == "align_corners":
        return at * np.float32(n_in - 1) / np.float32(max(n_out - 1, 1))
    if mode == "half_pixel" or (mode == "pytorch_half_pixel" and n_out > 1):
        return (at + np.float32(0.5)) / factor - np.float32(0.5)
    if mode == "pytorch_half_pixel":
        return np.zeros(n_out, dtype=np.float32)
    if mode == "half_pixel_symmetric":
        adjustment = np.float32(n_out) / (factor * np.float32(n_in))
        offset = np.float32(n_in) / 2 * (1 - adjustment)
        return (offset + (at + np.float32(0.5)) / factor - np.float32(0.5)).astype(np.float32)
    if mode == "tf_half_pixel_for_nn":
        return (at + np.float32(0.5)) / factor
    raise unsupported(node, f"the coordinates {mode} are not computed")


def _nearest(node: Node, places: np.ndarray, n_in: int) -> np.ndarray:
    old = node.operator == "Upsample" or node.opset < 11
    rounding = node.attributes.get("nearest_mode", "floor" if old else "round_prefer_floor")
    if rounding not in _ROUNDINGS:
        raise unsupported(node, f"the rounding {rounding} is unknown")
    chosen = np.clip(_ROUNDINGS[rounding](places), 0, n_in - 1).astype(np.int64)
    matrix = np.zeros((len(places), n_in), dtype=np.float64)
    matrix[np.arange(len(places)), chosen] = 1.0
    return matrix


def _linear(node: Node, places: np.ndarray, n_in: int) -> np.ndarray:
    places = np.clip(places, 0, n_in - 1)
    low = np.floor(places).astype(np.int64)
    high = np.minimum(low + 1, n_in - 1)
    share = (places - low).astype(np.float64)
    matrix = np.zeros((len(places), n_in), dtype=np.float64)
    rows = np.arange(len(places))
    matrix[rows, low] += 1.0 - share
    matrix[rows, high] += share
    return matrix


def _resize(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (_resize_map(node, inputs).apply(inputs[0]),)


_RESTRICTION = "nearest and linear; no cropping, no antialias, no kept aspect ratio"
_OPERATOR = Operator(_resize, Primitive.POOL, _resize_map, data_inputs=(0,), restriction=_RESTRICTION)
register("Resize", _OPERATOR)
register("Upsample", _OPERATOR)
