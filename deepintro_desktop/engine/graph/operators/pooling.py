"""Max and average pools over windows and over whole planes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor
from torch.autograd.function import once_differentiable

from deepintro_desktop.engine.graph.errors import unsupported
from deepintro_desktop.engine.graph.operator import Node, Operator, Primitive
from deepintro_desktop.engine.graph.operators.windows import Windows, crop_spatial, pad_spatial, windows_of
from deepintro_desktop.engine.graph.registry import register

_MAX_POOLS = {1: F.max_pool1d, 2: F.max_pool2d, 3: F.max_pool3d}
_FEWEST_CHANNELS = 16
"""From so many on it pays to gather the channels of a place for a max pool."""
_CONVOLUTIONS = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}


@dataclass(frozen=True, slots=True, eq=False)
class PoolMap:
    """Weighted sums over windows; padding counts as zeros, so padded cells get nothing back.

    ``divisors`` broadcasts over the outputs [*outputs]: the number of cells of an average, None for a plain
    sum (the map of a max pool: every cell of the window with weight 1).
    """

    windows: Windows
    divisors: Tensor | None
    weight: Tensor | None = None
    bias: Tensor | None = None
    is_depthwise: bool = True
    is_across: bool = False

    @property
    def n_fan_in(self) -> int:
        """How many inputs one output sums."""
        return math.prod(self.windows.kernel)

    @property
    def unsigned(self) -> "PoolMap":
        """The map itself: no weight is negative."""
        return self

    def apply(self, x: Tensor, weight: Tensor | None = None, bias: Tensor | None = None) -> Tensor:
        """Return the sum or mean of every window, [N, C, *outputs]."""
        sums = _window_sums(x, self.windows)
        return sums if self.divisors is None else sums / self.divisors.to(sums.dtype)

    def adjoint(self, s: Tensor, like: Tensor, weight: Tensor | None = None) -> Tensor:
        """Return the transpose applied to ``s``, in the shape of ``like``."""
        if self.divisors is not None:
            s = s / self.divisors.to(s.dtype)
        return _window_sums_transposed(s, like, self.windows)


@dataclass(frozen=True, slots=True, eq=False)
class AxesMap:
    """A sum over whole axes, divided by ``divisor``; ``keeps`` says whether the axes stay with length 1."""

    axes: tuple[int, ...]
    divisor: float
    keeps: bool
    n_fan_in: int
    weight: Tensor | None = None
    bias: Tensor | None = None
    is_depthwise: bool = True

    @property
    def unsigned(self) -> "AxesMap":
        """The map itself: no weight is negative."""
        return self

    @property
    def is_across(self) -> bool:
        """Whether the leading dimension is reduced too, so that targets cannot take its place."""
        return 0 in self.axes

    def apply(self, x: Tensor, weight: Tensor | None = None, bias: Tensor | None = None) -> Tensor:
        """Return the sum (or mean) over the axes."""
        sums = x.sum(self.axes, keepdim=self.keeps) if self.axes else x
        return sums / self.divisor

    def adjoint(self, s: Tensor, like: Tensor, weight: Tensor | None = None) -> Tensor:
        """Return the transpose applied to ``s``, in the shape of ``like``."""
        if not self.keeps:
            for axis in sorted(axis % like.dim() for axis in self.axes):
                s = s.unsqueeze(axis)
        return (s / self.divisor).expand(s.shape[0] if 0 not in self.axes else like.shape[0], *like.shape[1:])


def _is_torch_pool(windows: Windows) -> bool:
    """Whether torch's own 2-D average pool does exactly this."""
    fits = all(2 * begin <= k for begin, k in zip(windows.begins, windows.kernel, strict=True))
    return len(windows.sizes) == 2 and windows.is_symmetric and fits and set(windows.dilations) == {1}


def _window_sums(x: Tensor, windows: Windows) -> Tensor:
    if _is_torch_pool(windows):
        return F.avg_pool2d(x, windows.kernel, windows.strides, windows.begins, divisor_override=1)
    planes = pad_spatial(x, windows.begins, _ends(windows)).flatten(0, 1).unsqueeze(1)
    ones = x.new_ones(1, 1, *windows.kernel)
    convolve = _CONVOLUTIONS[len(windows.sizes)]
    sums = convolve(planes, ones, stride=windows.strides, dilation=windows.dilations)
    return sums.reshape(*x.shape[:2], *windows.outputs)


def _window_sums_transposed(s: Tensor, like: Tensor, windows: Windows) -> Tensor:
    if _is_torch_pool(windows):
        plain = like if like.shape[0] == s.shape[0] else like[:1].expand(s.shape[0], *like.shape[1:])
        return torch.ops.aten.avg_pool2d_backward(
            s, plain, windows.kernel, windows.strides, windows.begins, False, True, 1
        )
    ends = _ends(windows)
    padded = [n + b + e for n, b, e in zip(windows.sizes, windows.begins, ends, strict=True)]
    planes = s.flatten(0, 1).unsqueeze(1)
    zeros = [0] * len(padded)
    gradient = torch.ops.aten.convolution_backward(
        planes, s.new_empty(planes.shape[0], 1, *padded), s.new_ones(1, 1, *windows.kernel), None,
        windows.strides, zeros, windows.dilations, False, zeros, 1, [True, False, False],
    )[0]  # fmt: skip
    return crop_spatial(gradient.reshape(*s.shape[:2], *padded), windows.begins, windows.sizes)


def _ends(windows: Windows) -> tuple[int, ...]:
    return tuple(end + overhang for end, overhang in zip(windows.ends, windows.overhangs, strict=True))


def _n_cells(windows: Windows, count_padding: bool) -> Tensor:
    """Return how many cells each window averages, [*outputs]: data, or data and padding, never overhang."""
    counts = torch.ones(())
    for axis, n_outputs in enumerate(windows.outputs):
        low = -windows.begins[axis] if count_padding else 0
        high = windows.sizes[axis] + (windows.ends[axis] if count_padding else 0)
        starts = torch.arange(n_outputs) * windows.strides[axis] - windows.begins[axis]
        cells = starts[:, None] + torch.arange(windows.kernel[axis]) * windows.dilations[axis]
        per_axis = ((cells >= low) & (cells < high)).sum(1)
        counts = counts[..., None] * per_axis
    return counts


def _average_map(node: Node, inputs: Sequence[Tensor | None]) -> PoolMap:
    x = inputs[0]
    windows = windows_of(node, tuple(x.shape[2:]))
    counts = _n_cells(windows, bool(node.attributes.get("count_include_pad", 0)))
    if counts.min() < 1:
        raise unsupported(node, "a window lies in the padding only")
    uniform = counts.max() == counts.min()
    divisors = counts.flatten()[0] if uniform else counts
    return PoolMap(windows, divisors.to(device=x.device, dtype=x.dtype))


def _average_pool(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (_average_map(node, inputs).apply(inputs[0]),)


def _max_pool(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    _refuse_indices(node)
    x, windows = inputs[0], windows_of(node, tuple(inputs[0].shape[2:]))
    x, padding = _padded_for_max(x, windows)
    if x.dim() == 4 and x.device.type == "cpu" and x.shape[1] >= _FEWEST_CHANNELS:
        return (_MaxPool2d.apply(x, windows.kernel, windows.strides, padding, windows.dilations),)
    pool = _MAX_POOLS[len(windows.sizes)]
    return (pool(x, windows.kernel, windows.strides, padding, windows.dilations),)


class _MaxPool2d(torch.autograd.Function):
    """torch's own pool, in its fastest form there and back.

    On a processor its comparisons are vectorised over channels that lie side by side; its way back is not,
    and there the usual order of numbers is the faster one.
    """

    @staticmethod
    def forward(ctx: Any, x: Tensor, *window: tuple[int, ...]) -> Tensor:
        beside = x.contiguous(memory_format=torch.channels_last)
        values, winners = torch.ops.aten.max_pool2d_with_indices(beside, *window)
        if ctx.needs_input_grad[0]:
            ctx.window = window
            ctx.save_for_backward(x, winners.contiguous())
        return values.contiguous()

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None, None, None, None]:
        x, winners = ctx.saved_tensors
        back = torch.ops.aten.max_pool2d_with_indices_backward(gradient, x, *ctx.window, False, winners)
        return back, None, None, None, None


def _padded_for_max(x: Tensor, windows: Windows) -> tuple[Tensor, tuple[int, ...]]:
    fits = all(2 * begin <= k for begin, k in zip(windows.begins, windows.kernel, strict=True))
    if windows.is_symmetric and fits:
        return x, windows.begins
    padded = pad_spatial(x, windows.begins, _ends(windows), value=-math.inf)
    return padded, (0,) * len(windows.sizes)


def _refuse_indices(node: Node) -> None:
    if any(node.outputs[1:]):
        raise unsupported(node, "the positions of the maxima are used")


def _max_map(node: Node, inputs: Sequence[Tensor | None]) -> PoolMap:
    return PoolMap(windows_of(node, tuple(inputs[0].shape[2:])), None)


def _max_winner(node: Node, x: Tensor, s: Tensor) -> Tensor:
    windows = windows_of(node, tuple(x.shape[2:]))
    padded, padding = _padded_for_max(x, windows)
    pool = _MAX_POOLS[len(windows.sizes)]
    _, winners = pool(
        padded, windows.kernel, windows.strides, padding, windows.dilations, return_indices=True
    )
    # The padded cells are minus infinity: they never win, so cutting them off loses nothing.
    spread = _to_winners(winners.flatten(2), s, padded.shape)
    begins = tuple(b - p for b, p in zip(windows.begins, padding, strict=True))
    return crop_spatial(spread, begins, windows.sizes)


def _to_winners(winners: Tensor, s: Tensor, shape: Sequence[int]) -> Tensor:
    """Return each entry of ``s`` at the cell that won its window, zero elsewhere, [n rows of s, *shape[1:]].

    ``winners``: [n or 1, n_channels, n_windows], positions in the flattened planes of ``shape``.
    """
    planes = s.new_zeros(*s.shape[:2], math.prod(shape[2:]))
    planes.scatter_add_(2, winners.expand(len(s), -1, -1), s.flatten(2))
    return planes.reshape(len(s), *shape[1:])


def _global_axes(inputs: Sequence[Tensor | None]) -> tuple[tuple[int, ...], int]:
    axes = tuple(range(2, inputs[0].dim()))
    return axes, math.prod(inputs[0].shape[2:])


def _global_average_map(node: Node, inputs: Sequence[Tensor | None]) -> AxesMap:
    axes, n_cells = _global_axes(inputs)
    return AxesMap(axes, float(n_cells), True, n_cells)


def _global_max_map(node: Node, inputs: Sequence[Tensor | None]) -> AxesMap:
    axes, n_cells = _global_axes(inputs)
    return AxesMap(axes, 1.0, True, n_cells)


def _global_average(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (inputs[0].mean(_global_axes(inputs)[0], keepdim=True),)


def _global_max(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (inputs[0].flatten(2).amax(2).reshape(*inputs[0].shape[:2], *[1] * (inputs[0].dim() - 2)),)


def _global_winner(node: Node, x: Tensor, s: Tensor) -> Tensor:
    return _to_winners(x.flatten(2).argmax(2, keepdim=True), s, x.shape)


register(
    "MaxPool",
    Operator(_max_pool, Primitive.POOL, _max_map, _max_winner, restriction="without the second output"),
)
register("AveragePool", Operator(_average_pool, Primitive.POOL, _average_map))
register("GlobalMaxPool", Operator(_global_max, Primitive.POOL, _global_max_map, _global_winner))
register("GlobalAveragePool", Operator(_global_average, Primitive.POOL, _global_average_map))
