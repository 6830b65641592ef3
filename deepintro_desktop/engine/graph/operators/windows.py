"""Sliding windows: kernel, stride, dilation and padding of convolutions and pools, for one input size."""

import math
from dataclasses import dataclass

import torch.nn.functional as F  # noqa: N812 - the name everybody uses
from torch import Tensor

from deepintro_desktop.engine.graph.errors import unsupported
from deepintro_desktop.engine.graph.operator import Node

_AUTO_PADS = ("NOTSET", "SAME_UPPER", "SAME_LOWER", "VALID")


@dataclass(frozen=True, slots=True)
class Windows:
    """Windows over the spatial axes; every field has one entry per axis.

    ``begins`` and ``ends`` are the padded cells before and after the data, ``outputs`` the number of windows,
    and ``overhangs`` how far the last window reaches beyond the padding (ceil mode).
    """

    sizes: tuple[int, ...]
    kernel: tuple[int, ...]
    strides: tuple[int, ...]
    dilations: tuple[int, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    outputs: tuple[int, ...]
    overhangs: tuple[int, ...]

    @property
    def is_symmetric(self) -> bool:
        """Whether as much is padded before as after the data, without an overhang."""
        return self.begins == self.ends and not any(self.overhangs)

    @property
    def reaches(self) -> tuple[int, ...]:
        """How many cells one window spans, gaps included."""
        return tuple((k - 1) * d + 1 for k, d in zip(self.kernel, self.dilations, strict=True))


def windows_of(node: Node, sizes: tuple[int, ...], kernel: tuple[int, ...] | None = None) -> Windows:
    """Return the windows of a Conv or pool node over an input of these spatial sizes."""
    n_axes = len(sizes)
    kernel = tuple(node.attributes.get("kernel_shape", kernel or ()))
    strides = tuple(node.attributes.get("strides", (1,) * n_axes))
    dilations = tuple(node.attributes.get("dilations", (1,) * n_axes))
    if not len(kernel) == len(strides) == len(dilations) == n_axes:
        raise unsupported(node, f"kernel, strides and dilations must have {n_axes} entries each")
    reaches = tuple((k - 1) * d + 1 for k, d in zip(kernel, dilations, strict=True))
    begins, ends = _pads(node, sizes, strides, reaches)
    ceil_mode = node.attributes.get("ceil_mode", 0)
    outputs = tuple(
        _n_windows(size + begin + end, size + begin, reach, stride, ceil_mode)
        for size, begin, end, reach, stride in zip(sizes, begins, ends, reaches, strides, strict=True)
    )
    if min(outputs) < 1:
        raise unsupported(node, f"the window {kernel} does not fit into the input {sizes}")
    overhangs = tuple(
        max(0, (n - 1) * stride + reach - size - begin - end)
        for n, stride, reach, size, begin, end in zip(
            outputs, strides, reaches, sizes, begins, ends, strict=True
        )
    )
    return Windows(tuple(sizes), kernel, strides, dilations, begins, ends, outputs, overhangs)


def explicit_pads(node: Node, n_axes: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the ``pads`` attribute as (before, after)."""
    pads = tuple(node.attributes.get("pads", (0,) * 2 * n_axes))
    if len(pads) != 2 * n_axes or min(pads, default=0) < 0:
        raise unsupported(node, f"pads {pads} are not {2 * n_axes} numbers from 0")
    return pads[:n_axes], pads[n_axes:]


def auto_pad_of(node: Node) -> str:
    """Return the ``auto_pad`` attribute, one of the four that ONNX defines."""
    auto_pad = node.attributes.get("auto_pad", "NOTSET") or "NOTSET"
    if auto_pad not in _AUTO_PADS:
        raise unsupported(node, f"auto_pad {auto_pad} is unknown")
    return auto_pad


def _pads(
    node: Node, sizes: tuple[int, ...], strides: tuple[int, ...], reaches: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    auto_pad = auto_pad_of(node)
    if auto_pad == "NOTSET":
        return explicit_pads(node, len(sizes))
    if auto_pad == "VALID":
        return (0,) * len(sizes), (0,) * len(sizes)
    totals = [
        (math.ceil(size / stride) - 1) * stride + reach - size
        for size, stride, reach in zip(sizes, strides, reaches, strict=True)
    ]
    has_gaps = min(totals) < 0 or set(node.attributes.get("dilations", ())) - {1}
    if has_gaps and node.operator != "Conv":
        raise unsupported(node, f"auto_pad {auto_pad} of pools with gaps means different things to runtimes")
    totals = [max(0, total) for total in totals]
    smaller = tuple(total // 2 for total in totals)
    larger = tuple(total - total // 2 for total in totals)
    return (smaller, larger) if auto_pad == "SAME_UPPER" else (larger, smaller)


def _n_windows(padded: int, start_limit: int, reach: int, stride: int, ceil_mode: int) -> int:
    if not ceil_mode:
        return (padded - reach) // stride + 1
    n = -((reach - padded) // stride) + 1
    # A window that would begin in the padding after the data is left out.
    return n - 1 if (n - 1) * stride >= start_limit else n


def pad_spatial(x: Tensor, begins: tuple[int, ...], ends: tuple[int, ...], value: float = 0.0) -> Tensor:
    """Pad the trailing axes of ``x``; negative numbers cut."""
    if not any(begins) and not any(ends):
        return x
    flat = [
        entry for begin, end in zip(reversed(begins), reversed(ends), strict=True) for entry in (begin, end)
    ]
    return F.pad(x, flat, value=value)


def crop_spatial(x: Tensor, begins: tuple[int, ...], sizes: tuple[int, ...]) -> Tensor:
    """Return the box of ``sizes`` that starts at ``begins`` in the trailing axes."""
    for axis, (begin, size) in enumerate(zip(begins, sizes, strict=True), start=x.dim() - len(sizes)):
        if begin or x.shape[axis] != size:
            x = x.narrow(axis, begin, size)
    return x
