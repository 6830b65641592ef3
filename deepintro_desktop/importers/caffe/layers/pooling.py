"""Pooling: Caffe rounds sizes up, clips windows, and counts padding (not what lies beyond) in averages."""

from dataclasses import dataclass

import numpy as np

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.caffe.builder import Builder, Shape
from deepintro_desktop.importers.caffe.layer import Layer, pair

_MAX, _AVERAGE, _FLOOR = 0, 1, 1


@dataclass(frozen=True, slots=True)
class Windows:
    """The ``n_out`` windows along one direction: n inputs, kernel k, stride s, padding p on both sides."""

    n: int
    k: int
    s: int
    p: int
    n_out: int

    @property
    def end_pad(self) -> int:
        """How far the last window reaches beyond the picture."""
        return max(0, (self.n_out - 1) * self.s + self.k - self.n - self.p)

    @property
    def overhang(self) -> int:
        """How far the last window reaches beyond the padding."""
        return max(0, self.end_pad - self.p)


def windows(n: int, window: tuple[int, int, int], *, any_pad: bool, floor: bool) -> Windows:
    """Return the windows that Caffe makes from kernel, stride and pad.

    Without any when the sizes make no sense.
    """
    k, s, p = window
    reach = n + 2 * p - k
    if k < 1 or s < 1 or p >= k or reach < 0:
        return Windows(n, k, s, p, 0)
    n_out = (reach if floor else reach + s - 1) // s + 1
    if any_pad and (n_out - 1) * s >= n + p:
        n_out -= 1
    if (n_out - 1) * s >= n + p:
        n_out = 0
    return Windows(n, k, s, p, n_out)


def pooling(layer: Layer, build: Builder) -> None:
    """Convert ``Pooling`` (MAX, AVE; global or with windows)."""
    parameters, source = layer.parameters("pooling_param"), build.bottom(layer)
    shape = build.shape(source)
    if parameters.pool not in (_MAX, _AVERAGE) or len(shape) != 4:
        _refuse(layer, "stochastic pooling" if len(shape) == 4 else f"an input of shape {list(shape)}")
    if parameters.global_pooling:
        operator = "GlobalMaxPool" if parameters.pool == _MAX else "GlobalAveragePool"
        build.top(layer, build.node(operator, [source], layer.name, (*shape[:2], 1, 1)))
        return
    kernel, stride, pad = (
        pair(parameters, name, default) for name, default in (("kernel", None), ("stride", 1), ("pad", 0))
    )
    rows, columns = (
        windows(
            shape[2 + i],
            (kernel[i], stride[i], pad[i]),
            any_pad=any(pad),
            floor=parameters.round_mode == _FLOOR,
        )
        for i in (0, 1)
    )
    if not rows.n_out or not columns.n_out:
        _refuse(layer, f"kernel {kernel}, stride {stride}, pad {pad} on a map of {shape[3]} × {shape[2]}")
    out = (*shape[:2], rows.n_out, columns.n_out)
    add = _maximum if parameters.pool == _MAX else _average
    build.top(layer, add(layer, build, (rows, columns), out))


def _refuse(layer: Layer, what: str) -> None:
    raise UnsupportedNetworkError(
        f"The layer {layer.name} cannot be converted.", f"It asks for {what}.", "Check the structure."
    )


def _maximum(layer: Layer, build: Builder, both: tuple[Windows, Windows], out: Shape) -> str:
    rows, columns = both
    return build.node(
        "MaxPool",
        [build.bottom(layer)],
        layer.name,
        out,
        kernel_shape=[rows.k, columns.k],
        strides=[rows.s, columns.s],
        pads=[rows.p, columns.p, rows.end_pad, columns.end_pad],
    )


def _average(layer: Layer, build: Builder, both: tuple[Windows, Windows], out: Shape) -> str:
    rows, columns = both
    source = build.bottom(layer)
    shape = build.shape(source)
    attributes = {"kernel_shape": [rows.k, columns.k], "strides": [rows.s, columns.s]}
    if not rows.overhang and not columns.overhang:
        pads = [rows.p, columns.p, rows.end_pad, columns.end_pad]
        return build.node(
            "AveragePool", [source], layer.name, out, pads=pads, count_include_pad=1, **attributes
        )
    if rows.p or columns.p:
        # Padding counts in the divisor, the overhang does not: the padding becomes part of the map.
        amounts = build.constant(f"{layer.name}/pads", np.array([0, 0, rows.p, columns.p] * 2, np.int64))
        padded = (*shape[:2], shape[2] + 2 * rows.p, shape[3] + 2 * columns.p)
        source = build.node("Pad", [source, amounts], f"{layer.name}/padded", padded)
    pads = [0, 0, rows.overhang, columns.overhang]
    return build.node("AveragePool", [source], layer.name, out, pads=pads, count_include_pad=0, **attributes)


CONVERTERS = {"Pooling": pooling}
