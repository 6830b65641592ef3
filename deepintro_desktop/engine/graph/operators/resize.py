"""Resize and Upsample, nearest, linear and cubic: one small matrix per axis."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    is_across: bool = False

    @property
    def unsigned(self) -> "ResizeMap":
        """The map of the sizes of all weights; cubic ones are negative beside their middle."""
        return replace(self, matrices={axis: matrix.abs() for axis, matrix in self.matrices.items()})

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
    if mode not in _MATRICES:
        raise unsupported(node, f"the mode {mode} is unknown")
    _refuse_extras(node)
    matrices, n_fan_in = {}, 1
    for axis, (size, scale) in enumerate(_targets(node, inputs)):
        if size != x.shape[axis] or scale != 1.0:
            if axis == 0:
                raise unsupported(node, "it is written for a fixed number of pictures")
            refuse_huge(node, (size, x.shape[axis]))
            places = _coordinates(node, x.shape[axis], size, scale)
            make, n_cells = _MATRICES[mode]
            matrices[axis] = torch.from_numpy(make(node, places, x.shape[axis])).to(x)
            n_fan_in *= n_cells
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


def _cubic(node: Node, places: np.ndarray, n_in: int) -> np.ndarray:
    """Return the weights of the four nearest cells; beyond the border, its cell stands in for the others."""
    a = node.attributes.get("cubic_coeff_a", -0.75)
    low = np.floor(places)
    share = (places - low).astype(np.float64)
    matrix = np.zeros((len(places), n_in), dtype=np.float64)
    rows = np.arange(len(places))
    for step in (-1, 0, 1, 2):
        wanted = low.astype(np.int64) + step
        weight = _cubic_weight(np.abs(share - step), a)
        if node.attributes.get("exclude_outside", 0):
            weight = np.where((wanted >= 0) & (wanted < n_in), weight, 0.0)
        np.add.at(matrix, (rows, np.clip(wanted, 0, n_in - 1)), weight)
    return matrix / matrix.sum(1, keepdims=True)


def _cubic_weight(distance: np.ndarray, a: float) -> np.ndarray:
    near = ((a + 2) * distance - (a + 3)) * distance**2 + 1
    far = ((a * distance - 5 * a) * distance + 8 * a) * distance - 4 * a
    return np.where(distance <= 1, near, far)


def _resize(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (_resize_map(node, inputs).apply(inputs[0]),)


_MATRICES = {"nearest": (_nearest, 1), "linear": (_linear, 2), "cubic": (_cubic, 4)}
"""How the matrix of an axis is made, and how many cells one output sees, by mode."""

_RESTRICTION = "nearest, linear and cubic; no cropping, no antialias, no kept aspect ratio"
_OPERATOR = Operator(_resize, Primitive.POOL, _resize_map, data_inputs=(0,), restriction=_RESTRICTION)
register("Resize", _OPERATOR)
register("Upsample", _OPERATOR)
