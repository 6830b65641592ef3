"""Convolution, deconvolution and inner product."""

import math
from dataclasses import dataclass

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.caffe.builder import Builder, Shape, weights
from deepintro_desktop.importers.caffe.layer import Layer, pair


@dataclass(frozen=True, slots=True)
class Window:
    """Kernel, stride, padding and dilation of a convolution, each (height, width), and its groups."""

    kernel: tuple[int, int]
    stride: tuple[int, int]
    pad: tuple[int, int]
    dilation: tuple[int, int]
    group: int

    def extent(self, i: int) -> int:
        """Return how many inputs the dilated kernel spans."""
        return self.dilation[i] * (self.kernel[i] - 1) + 1

    def attributes(self) -> dict[str, object]:
        """Return the attributes of the ONNX node."""
        return {
            "kernel_shape": self.kernel,
            "strides": self.stride,
            "dilations": self.dilation,
            "pads": [*self.pad, *self.pad],
            "group": self.group,
        }


def _window(layer: Layer, shape: Shape) -> Window:
    """Return the window of a layer; refuse what makes no sense."""
    parameters = layer.parameters("convolution_param")
    group = shape[1] if layer.type == "ConvolutionDepthwise" else parameters.group
    window = Window(
        pair(parameters, "kernel", None),
        pair(parameters, "stride", 1),
        pair(parameters, "pad", 0),
        pair(parameters, "dilation", 1),
        group,
    )
    sound = min(*window.kernel, *window.stride, *window.dilation, group, parameters.num_output) >= 1
    if not sound or len(shape) != 4 or parameters.axis not in (1, -3):
        raise UnsupportedNetworkError(
            f"The layer {layer.name} cannot be converted.",
            f"Its window is kernel {window.kernel}, stride {window.stride} on an input of "
            f"shape {list(shape)}.",
            "Only two-dimensional convolutions over the channels are known.",
        )
    if shape[1] % group or parameters.num_output % group:
        raise UnsupportedNetworkError(
            f"The layer {layer.name} cannot be converted.",
            f"{shape[1]} channels do not divide into {group} groups.",
            "Check the structure.",
        )
    return window


def _refuse_empty(layer: Layer, sizes: tuple[int, int]) -> None:
    if min(sizes) < 1:
        raise UnsupportedNetworkError(
            f"The layer {layer.name} has nothing to work on.",
            f"Its output would be {sizes[1]} × {sizes[0]}.",
            "The picture size in the structure is too small for this network.",
        )


def convolution(layer: Layer, build: Builder) -> None:
    """Convert ``Convolution``: output size floor((n + 2p - d(k-1) - 1) / s) + 1."""
    shape = build.shape(build.bottom(layer))
    window = _window(layer, shape)
    height, width = (
        (shape[2 + i] + 2 * window.pad[i] - window.extent(i)) // window.stride[i] + 1 for i in (0, 1)
    )
    n_out = layer.parameters("convolution_param").num_output
    stored = (n_out, shape[1] // window.group, *window.kernel)
    _add(layer, build, "Conv", window, (stored, (1, n_out, height, width)))


def deconvolution(layer: Layer, build: Builder) -> None:
    """Convert ``Deconvolution``: output size s(n-1) + d(k-1) + 1 - 2p; weights [in, out/group, kh, kw]."""
    shape = build.shape(build.bottom(layer))
    window = _window(layer, shape)
    height, width = (
        window.stride[i] * (shape[2 + i] - 1) + window.extent(i) - 2 * window.pad[i] for i in (0, 1)
    )
    n_out = layer.parameters("convolution_param").num_output
    stored = (shape[1], n_out // window.group, *window.kernel)
    _add(layer, build, "ConvTranspose", window, (stored, (1, n_out, height, width)))


def _add(layer: Layer, build: Builder, operator: str, window: Window, shapes: tuple[Shape, Shape]) -> None:
    """Add the node; ``shapes`` are those of its weights and of its output."""
    stored, out = shapes
    _refuse_empty(layer, (out[2], out[3]))
    inputs = [build.bottom(layer), build.constant(f"{layer.name}.weight", weights(layer, 0, stored))]
    if layer.parameters("convolution_param").bias_term:
        inputs.append(build.constant(f"{layer.name}.bias", weights(layer, 1, (out[1],))))
    build.top(layer, build.node(operator, inputs, layer.name, out, **window.attributes()))


def inner_product(layer: Layer, build: Builder) -> None:
    """Convert ``InnerProduct``; weights [out, in], or [in, out] with ``transpose``."""
    parameters, source = layer.parameters("inner_product_param"), build.bottom(layer)
    shape = build.shape(source)
    if parameters.axis not in (1, 1 - len(shape)):
        raise UnsupportedNetworkError(
            f"The layer {layer.name} cannot be converted.",
            f"Its inner product starts at axis {parameters.axis}.",
            "Only axis 1 (the whole sample) is known.",
        )
    n_in, n_out = math.prod(shape[1:]), parameters.num_output
    if len(shape) != 2:
        source = build.node("Flatten", [source], f"{layer.name}/flat", (1, n_in), axis=1)
    stored = (n_in, n_out) if parameters.transpose else (n_out, n_in)
    inputs = [source, build.constant(f"{layer.name}.weight", weights(layer, 0, stored))]
    if parameters.bias_term:
        inputs.append(build.constant(f"{layer.name}.bias", weights(layer, 1, (n_out,))))
    build.top(
        layer, build.node("Gemm", inputs, layer.name, (1, n_out), transB=0 if parameters.transpose else 1)
    )


CONVERTERS = {
    "Convolution": convolution,
    "ConvolutionDepthwise": convolution,
    "DepthwiseConvolution": convolution,
    "Deconvolution": deconvolution,
    "InnerProduct": inner_product,
}
