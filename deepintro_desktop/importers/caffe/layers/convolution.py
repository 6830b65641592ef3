"""Convolution, deconvolution and inner product."""

import math

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.caffe.builder import Builder, Shape, weights
from deepintro_desktop.importers.caffe.layer import Layer, pair


def _window(layer: Layer, shape: Shape) -> dict[str, tuple[int, int]]:
    """Return kernel, stride, pad and dilation, each (height, width); refuse what makes no sense."""
    parameters = layer.parameters("convolution_param")
    window = {
        "kernel": pair(parameters, "kernel", None),
        "stride": pair(parameters, "stride", 1),
        "pad": pair(parameters, "pad", 0),
        "dilation": pair(parameters, "dilation", 1),
    }
    sound = min(*window["kernel"], *window["stride"], *window["dilation"]) >= 1 and parameters.num_output >= 1
    if not sound or len(shape) != 4 or parameters.axis not in (1, -3) or parameters.group < 1:
        raise UnsupportedNetworkError(
            f"The layer {layer.name} cannot be converted.",
            f"Its window is kernel {window['kernel']}, stride {window['stride']} on an input of shape {list(shape)}.",
            "Only two-dimensional convolutions over the channels are known.",
        )
    return window


def _groups(layer: Layer, n_channels: int) -> int:
    group = layer.parameters("convolution_param").group
    group = n_channels if layer.type == "ConvolutionDepthwise" else group
    if n_channels % group or layer.parameters("convolution_param").num_output % group:
        raise UnsupportedNetworkError(
            f"The layer {layer.name} cannot be converted.",
            f"{n_channels} channels do not divide into {group} groups.",
            "Check the structure.",
        )
    return group


def _out(layer: Layer, sizes: list[int]) -> list[int]:
    if min(sizes) < 1:
        raise UnsupportedNetworkError(
            f"The layer {layer.name} has nothing to work on.",
            f"Its output would be {sizes[1]} × {sizes[0]}.",
            "The picture size in the structure is too small for this network.",
        )
    return sizes


def _attributes(window: dict[str, tuple[int, int]], group: int) -> dict[str, object]:
    return {
        "kernel_shape": window["kernel"],
        "strides": window["stride"],
        "dilations": window["dilation"],
        "pads": [*window["pad"], *window["pad"]],
        "group": group,
    }


def convolution(layer: Layer, build: Builder) -> None:
    """Convert ``Convolution``: output size floor((n + 2p - d(k-1) - 1) / s) + 1."""
    source = build.bottom(layer)
    shape = build.shape(source)
    window = _window(layer, shape)
    parameters, group = layer.parameters("convolution_param"), _groups(layer, shape[1])
    n_out = parameters.num_output
    inputs = [
        source,
        build.constant(
            f"{layer.name}.weight", weights(layer, 0, (n_out, shape[1] // group, *window["kernel"]))
        ),
    ]
    if parameters.bias_term:
        inputs.append(build.constant(f"{layer.name}.bias", weights(layer, 1, (n_out,))))
    spatial = _out(
        layer,
        [
            (shape[2 + i] + 2 * window["pad"][i] - window["dilation"][i] * (window["kernel"][i] - 1) - 1)
            // window["stride"][i]
            + 1
            for i in (0, 1)
        ],
    )
    build.top(
        layer, build.node("Conv", inputs, layer.name, (1, n_out, *spatial), **_attributes(window, group))
    )


def deconvolution(layer: Layer, build: Builder) -> None:
    """Convert ``Deconvolution``: output size s(n-1) + d(k-1) + 1 - 2p; weights [in, out/group, kh, kw]."""
    source = build.bottom(layer)
    shape = build.shape(source)
    window = _window(layer, shape)
    parameters, group = layer.parameters("convolution_param"), _groups(layer, shape[1])
    n_out = parameters.num_output
    inputs = [
        source,
        build.constant(
            f"{layer.name}.weight", weights(layer, 0, (shape[1], n_out // group, *window["kernel"]))
        ),
    ]
    if parameters.bias_term:
        inputs.append(build.constant(f"{layer.name}.bias", weights(layer, 1, (n_out,))))
    spatial = _out(
        layer,
        [
            window["stride"][i] * (shape[2 + i] - 1)
            + window["dilation"][i] * (window["kernel"][i] - 1)
            + 1
            - 2 * window["pad"][i]
            for i in (0, 1)
        ],
    )
    build.top(
        layer,
        build.node("ConvTranspose", inputs, layer.name, (1, n_out, *spatial), **_attributes(window, group)),
    )


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
