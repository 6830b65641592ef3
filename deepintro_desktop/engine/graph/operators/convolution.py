"""Conv and ConvTranspose: forward, and the linear map with its exact transpose."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.errors import unsupported
from deepintro_desktop.engine.graph.operator import Node, Operator, Primitive
from deepintro_desktop.engine.graph.operators.windows import (
    Windows,
    auto_pad_of,
    crop_spatial,
    explicit_pads,
    pad_spatial,
    windows_of,
)
from deepintro_desktop.engine.graph.registry import register


@dataclass(frozen=True, slots=True, eq=False)
class ConvolutionMap:
    """A convolution bound to its weights and to one input size.

    ``weight``: [out, in / groups, *kernel]. With one group, ``apply`` and ``adjoint`` take weights whose
    output channels are several sets stacked along dimension 0.
    """

    weight: Tensor
    bias: Tensor | None
    windows: Windows
    groups: int

    @property
    def n_fan_in(self) -> int:
        """How many inputs one output sums."""
        return math.prod(self.weight.shape[1:])

    @property
    def is_depthwise(self) -> bool:
        """Whether every output channel sees a single input channel."""
        return self.groups > 1 and self.weight.shape[1] == 1

    def apply(self, x: Tensor, weight: Tensor | None = None, bias: Tensor | None = None) -> Tensor:
        """Return the convolution of ``x``, [N, out, *outputs]."""
        windows, padding = self.windows, self._inner_padding
        x = pad_spatial(x, *self._outer_padding)
        weight = self.weight if weight is None else weight
        zeros = (0,) * len(padding)
        return torch.convolution(
            x, weight, bias, windows.strides, padding, windows.dilations, False, zeros, self.groups
        )

    def adjoint(self, s: Tensor, like: Tensor, weight: Tensor | None = None) -> Tensor:
        """Return the transpose applied to ``s``, in the shape of ``like``; cells no window reaches get 0."""
        windows, padding = self.windows, self._inner_padding
        begins, ends = self._outer_padding
        shape = [s.shape[0], like.shape[1]]
        shape += [n + b + e for n, b, e in zip(like.shape[2:], begins, ends, strict=True)]
        weight = self.weight if weight is None else weight
        zeros = [0] * len(padding)
        gradient = torch.ops.aten.convolution_backward(
            s, s.new_empty(shape), weight, None, windows.strides, padding, windows.dilations,
            False, zeros, self.groups, [True, False, False],
        )[0]  # fmt: skip
        return crop_spatial(gradient, begins, tuple(like.shape[2:]))

    @property
    def _inner_padding(self) -> tuple[int, ...]:
        """The padding that the kernel itself does, which is fast."""
        return tuple(min(pair) for pair in zip(self.windows.begins, self.windows.ends, strict=True))

    @property
    def _outer_padding(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        inner = self._inner_padding
        begins = tuple(b - p for b, p in zip(self.windows.begins, inner, strict=True))
        ends = tuple(e - p for e, p in zip(self.windows.ends, inner, strict=True))
        return begins, ends


@dataclass(frozen=True, slots=True, eq=False)
class TransposedConvolutionMap:
    """A transposed convolution bound to its weights and to one input size.

    ``weight``: [in, out / groups, *kernel].
    """

    weight: Tensor
    bias: Tensor | None
    strides: tuple[int, ...]
    dilations: tuple[int, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    output_padding: tuple[int, ...]
    groups: int

    @property
    def n_fan_in(self) -> int:
        """How many inputs one output sums at most."""
        kernel = self.weight.shape[2:]
        periods = [s // math.gcd(s, d) for s, d in zip(self.strides, self.dilations, strict=True)]
        cells = [math.ceil(k / period) for k, period in zip(kernel, periods, strict=True)]
        return self.weight.shape[0] // self.groups * math.prod(cells)

    @property
    def is_depthwise(self) -> bool:
        """Whether every output channel sees a single input channel."""
        return self.groups > 1 and self.weight.shape[0] == self.groups

    def apply(self, x: Tensor, weight: Tensor | None = None, bias: Tensor | None = None) -> Tensor:
        """Return the transposed convolution of ``x``, [N, out, *outputs]."""
        weight = self.weight if weight is None else weight
        padding = tuple(min(pair) for pair in zip(self.begins, self.ends, strict=True))
        y = torch.convolution(
            x, weight, bias, self.strides, padding, self.dilations, True, self.output_padding, self.groups
        )
        begins = tuple(b - p for b, p in zip(self.begins, padding, strict=True))
        ends = tuple(e - p for e, p in zip(self.ends, padding, strict=True))
        sizes = tuple(n - b - e for n, b, e in zip(y.shape[2:], begins, ends, strict=True))
        return crop_spatial(y, begins, sizes)

    def adjoint(self, s: Tensor, like: Tensor, weight: Tensor | None = None) -> Tensor:
        """Return the transpose (an ordinary convolution) applied to ``s``, in the shape of ``like``."""
        weight = self.weight if weight is None else weight
        s = pad_spatial(s, self.begins, self.ends)
        zeros = (0,) * len(self.strides)
        x = torch.convolution(s, weight, None, self.strides, zeros, self.dilations, False, zeros, self.groups)
        return crop_spatial(x, zeros, tuple(like.shape[2:]))


def _convolution_map(node: Node, inputs: Sequence[Tensor | None]) -> ConvolutionMap:
    x, weight = inputs[0], inputs[1]
    bias = inputs[2] if len(inputs) > 2 else None
    windows = windows_of(node, tuple(x.shape[2:]), tuple(weight.shape[2:]))
    return ConvolutionMap(weight, bias, windows, node.attributes.get("group", 1))


def _convolution(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    linear = _convolution_map(node, inputs)
    return (linear.apply(inputs[0], None, linear.bias),)


def _transposed_map(node: Node, inputs: Sequence[Tensor | None]) -> TransposedConvolutionMap:
    x, weight = inputs[0], inputs[1]
    bias = inputs[2] if len(inputs) > 2 else None
    n_axes = x.dim() - 2
    strides = tuple(node.attributes.get("strides", (1,) * n_axes))
    dilations = tuple(node.attributes.get("dilations", (1,) * n_axes))
    output_padding = tuple(node.attributes.get("output_padding", (0,) * n_axes))
    full = tuple(
        (n - 1) * s + (k - 1) * d + 1 + o
        for n, s, k, d, o in zip(
            x.shape[2:], strides, weight.shape[2:], dilations, output_padding, strict=True
        )
    )
    begins, ends = _transposed_pads(node, tuple(x.shape[2:]), strides, full)
    groups = node.attributes.get("group", 1)
    return TransposedConvolutionMap(weight, bias, strides, dilations, begins, ends, output_padding, groups)


def _transposed_pads(
    node: Node, sizes: tuple[int, ...], strides: tuple[int, ...], full: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    auto_pad = auto_pad_of(node)
    wanted = node.attributes.get("output_shape")
    if wanted is None and auto_pad == "NOTSET":
        return explicit_pads(node, len(sizes))
    if wanted is None and auto_pad == "VALID":
        return (0,) * len(sizes), (0,) * len(sizes)
    if wanted is None:
        wanted = tuple(n * s for n, s in zip(sizes, strides, strict=True))
    totals = [f - w for f, w in zip(full, wanted[-len(sizes) :], strict=True)]
    if min(totals) < 0:
        raise unsupported(node, f"output_shape {wanted} is larger than the windows reach")
    smaller = tuple(total // 2 for total in totals)
    larger = tuple(total - total // 2 for total in totals)
    return (smaller, larger) if auto_pad == "SAME_UPPER" else (larger, smaller)


def _transposed(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    linear = _transposed_map(node, inputs)
    return (linear.apply(inputs[0], None, linear.bias),)


_RESTRICTION = "constant weights"
register(
    "Conv",
    Operator(_convolution, Primitive.LINEAR, _convolution_map, data_inputs=(0,), restriction=_RESTRICTION),
)
register(
    "ConvTranspose",
    Operator(_transposed, Primitive.LINEAR, _transposed_map, data_inputs=(0,), restriction=_RESTRICTION),
)
