"""Functions of single values."""

import math
from collections.abc import Callable

import numpy as np

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.caffe.builder import Builder, weights
from deepintro_desktop.importers.caffe.layer import Layer

Converter = Callable[[Layer, Builder], None]


def _plain(operator: str) -> Converter:
    def convert(layer: Layer, build: Builder) -> None:
        source = build.bottom(layer)
        build.top(layer, build.node(operator, [source], layer.name, build.shape(source)))

    return convert


def relu(layer: Layer, build: Builder) -> None:
    """Convert ``ReLU``, leaky when it has a negative slope."""
    source, slope = build.bottom(layer), layer.parameters("relu_param").negative_slope
    if slope:
        result = build.node("LeakyRelu", [source], layer.name, build.shape(source), alpha=slope)
    else:
        result = build.node("Relu", [source], layer.name, build.shape(source))
    build.top(layer, result)


def prelu(layer: Layer, build: Builder) -> None:
    """Convert ``PReLU``: one learned slope per channel, or one for all."""
    source = build.bottom(layer)
    shape = build.shape(source)
    n_slopes = 1 if layer.parameters("prelu_param").channel_shared else shape[1]
    slopes = weights(layer, 0, (n_slopes,)).reshape(n_slopes, *(1,) * (len(shape) - 2))
    build.top(
        layer, build.node("PRelu", [source, build.constant(f"{layer.name}.slope", slopes)], layer.name, shape)
    )


def elu(layer: Layer, build: Builder) -> None:
    """Convert ``ELU``."""
    source = build.bottom(layer)
    build.top(
        layer,
        build.node(
            "Elu", [source], layer.name, build.shape(source), alpha=layer.parameters("elu_param").alpha
        ),
    )


def clip(layer: Layer, build: Builder) -> None:
    """Convert ``Clip`` and ``ReLU6``."""
    parameters = layer.parameters("clip_param")
    low, high = (0.0, 6.0) if layer.type == "ReLU6" else (parameters.min, parameters.max)
    source = build.bottom(layer)
    bounds = [
        build.constant(f"{layer.name}.{part}", np.array(value, np.float32))
        for part, value in (("min", low), ("max", high))
    ]
    build.top(layer, build.node("Clip", [source, *bounds], layer.name, build.shape(source)))


def softmax(layer: Layer, build: Builder) -> None:
    """Convert ``Softmax`` along its axis."""
    source = build.bottom(layer)
    axis = layer.parameters("softmax_param").axis
    build.top(layer, build.node("Softmax", [source], layer.name, build.shape(source), axis=axis))


def power(layer: Layer, build: Builder) -> None:
    """Convert ``Power``: (shift + scale x) ^ power."""
    parameters = layer.parameters("power_param")
    _chain(
        layer,
        build,
        [("Mul", parameters.scale, 1.0), ("Add", parameters.shift, 0.0), ("Pow", parameters.power, 1.0)],
    )


def exponential(layer: Layer, build: Builder) -> None:
    """Convert ``Exp``: base ^ (shift + scale x)."""
    parameters = layer.parameters("exp_param")
    factor = _logarithm_of(layer, parameters.base)
    _chain(
        layer,
        build,
        [
            ("Mul", parameters.scale * factor, 1.0),
            ("Add", parameters.shift * factor, 0.0),
            ("Exp", None, 0.0),
        ],
    )


def logarithm(layer: Layer, build: Builder) -> None:
    """Convert ``Log``: the logarithm of shift + scale x."""
    parameters = layer.parameters("log_param")
    _chain(
        layer,
        build,
        [
            ("Mul", parameters.scale, 1.0),
            ("Add", parameters.shift, 0.0),
            ("Log", None, 0.0),
            ("Mul", 1.0 / _logarithm_of(layer, parameters.base), 1.0),
        ],
    )


def _logarithm_of(layer: Layer, base: float) -> float:
    if base == -1.0:
        return 1.0
    if base <= 0 or base == 1.0:
        raise UnsupportedNetworkError(
            f"The layer {layer.name} cannot be converted.", f"Its base is {base}.", "Check the structure."
        )
    return math.log(base)


def _chain(layer: Layer, build: Builder, steps: list[tuple[str, float | None, float]]) -> None:
    """Add each (operator, operand, operand that changes nothing), leaving out what changes nothing."""
    steps = [step for step in steps if step[1] != step[2]]
    tensor = build.bottom(layer)
    shape = build.shape(tensor)
    if not steps:
        tensor = build.node("Identity", [tensor], layer.name, shape)
    for index, (operator, operand, _) in enumerate(steps):
        name = layer.name if index == len(steps) - 1 else f"{layer.name}/{index}"
        inputs = [tensor]
        if operand is not None:
            inputs.append(build.constant(f"{name}.operand", np.array(operand, np.float32)))
        tensor = build.node(operator, inputs, name, shape)
    build.top(layer, tensor)


CONVERTERS = {
    "ReLU": relu,
    "PReLU": prelu,
    "ELU": elu,
    "ReLU6": clip,
    "Clip": clip,
    "Softmax": softmax,
    "Power": power,
    "Exp": exponential,
    "Log": logarithm,
    "Sigmoid": _plain("Sigmoid"),
    "TanH": _plain("Tanh"),
    "AbsVal": _plain("Abs"),
    "BNLL": _plain("Softplus"),
}
