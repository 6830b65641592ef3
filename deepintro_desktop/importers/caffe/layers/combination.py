"""Layers that combine several maps, and reductions."""

import numpy as np

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.caffe.builder import Builder
from deepintro_desktop.importers.caffe.layer import Layer

_PRODUCT, _SUM, _MAXIMUM = 0, 1, 2
_REDUCTIONS = {1: "ReduceSum", 2: "ReduceL1", 3: "ReduceSumSquare", 4: "ReduceMean"}


def eltwise(layer: Layer, build: Builder) -> None:
    """Convert ``Eltwise``: product, sum with coefficients, or maximum."""
    parameters = layer.parameters("eltwise_param")
    sources = [build.bottom(layer, index) for index in range(len(layer.bottoms))]
    shape, coefficients = build.shape(sources[0]), list(parameters.coeff)
    _refuse_if(
        layer,
        len(sources) < 2 or any(build.shape(source) != shape for source in sources),
        "it needs two or more maps of one shape",
    )
    _refuse_if(
        layer,
        len(coefficients) not in (0, len(sources)),
        "it has another number of coefficients than of maps",
    )
    if parameters.operation == _MAXIMUM:
        build.top(layer, build.node("Max", sources, layer.name, shape))
        return
    if parameters.operation == _SUM:
        sources = [_times(layer, build, source, index, coefficients) for index, source in enumerate(sources)]
    operator, result = "Add" if parameters.operation == _SUM else "Mul", sources[0]
    for index, source in enumerate(sources[1:], 1):
        name = layer.name if index == len(sources) - 1 else f"{layer.name}/{index}"
        result = build.node(operator, [result, source], name, shape)
    build.top(layer, result)


def _times(layer: Layer, build: Builder, source: str, index: int, coefficients: list[float]) -> str:
    if not coefficients or coefficients[index] == 1.0:
        return source
    factor = build.constant(f"{layer.name}.coeff{index}", np.array(coefficients[index], np.float32))
    return build.node("Mul", [source, factor], f"{layer.name}/times{index}", build.shape(source))


def concat(layer: Layer, build: Builder) -> None:
    """Convert ``Concat`` along its axis (an old file says ``concat_dim``)."""
    parameters = layer.parameters("concat_param")
    sources = [build.bottom(layer, index) for index in range(len(layer.bottoms))]
    shapes = [build.shape(source) for source in sources]
    axis = parameters.concat_dim if parameters.HasField("concat_dim") else parameters.axis
    axis = axis + len(shapes[0]) if axis < 0 else axis
    fits = 0 < axis < len(shapes[0]) and len({(*shape[:axis], *shape[axis + 1 :]) for shape in shapes}) == 1
    _refuse_if(
        layer, not fits, f"it joins maps of the shapes {[list(shape) for shape in shapes]} at axis {axis}"
    )
    total = sum(shape[axis] for shape in shapes)
    out = (*shapes[0][:axis], total, *shapes[0][axis + 1 :])
    build.top(layer, build.node("Concat", sources, layer.name, out, axis=axis))


def reduction(layer: Layer, build: Builder) -> None:
    """Convert ``Reduction`` of all axes from one on, times a coefficient."""
    parameters, source = layer.parameters("reduction_param"), build.bottom(layer)
    shape = build.shape(source)
    axis = parameters.axis + len(shape) if parameters.axis < 0 else parameters.axis
    _refuse_if(layer, not 0 < axis < len(shape), "it reduces the whole batch to one number")
    axes, operator = list(range(axis, len(shape))), _REDUCTIONS[parameters.operation]
    name = layer.name if parameters.coeff == 1.0 else f"{layer.name}/reduced"
    if operator == "ReduceSum":
        inputs = [source, build.constant(f"{layer.name}/axes", np.array(axes, np.int64))]
        result = build.node(operator, inputs, name, shape[:axis], keepdims=0)
    else:
        result = build.node(operator, [source], name, shape[:axis], axes=axes, keepdims=0)
    if parameters.coeff != 1.0:
        factor = build.constant(f"{layer.name}.coeff", np.array(parameters.coeff, np.float32))
        result = build.node("Mul", [result, factor], layer.name, shape[:axis])
    build.top(layer, result)


def _refuse_if(layer: Layer, refused: bool, why: str) -> None:
    if refused:
        raise UnsupportedNetworkError(
            f"The layer {layer.name} cannot be converted.",
            f"As the structure has it, {why}.",
            "Check the structure.",
        )


CONVERTERS = {"Eltwise": eltwise, "Concat": concat, "Reduction": reduction}
