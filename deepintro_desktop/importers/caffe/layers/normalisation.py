"""Local response normalisation, batch normalisation, scale and bias."""

import numpy as np

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.importers.caffe.builder import Builder, Shape, weights
from deepintro_desktop.importers.caffe.layer import Layer

_WITHIN = 1


def local_response(layer: Layer, build: Builder) -> None:
    """Convert ``LRN``: x / (k + α/n Σ x²)^β over n channels, or over n × n neighbours (then k = 1)."""
    parameters, source = layer.parameters("lrn_param"), build.bottom(layer)
    size, shape = parameters.local_size, build.shape(source)
    if size % 2 == 0 or len(shape) != 4:
        raise UnsupportedNetworkError(
            f"The layer {layer.name} cannot be converted.",
            f"Its window of {size} has no middle, or its input no maps.",
            "Check the structure.",
        )
    if parameters.norm_region == _WITHIN:
        build.top(layer, _within(layer, build, source))
        return
    build.top(
        layer,
        build.node(
            "LRN",
            [source],
            layer.name,
            shape,
            size=size,
            alpha=parameters.alpha,
            beta=parameters.beta,
            bias=parameters.k,
        ),
    )


def _within(layer: Layer, build: Builder, source: str) -> str:
    parameters, shape, name = layer.parameters("lrn_param"), build.shape(source), layer.name
    size, half = parameters.local_size, parameters.local_size // 2
    square = build.node("Mul", [source, source], f"{name}/square", shape)
    mean = build.node(
        "AveragePool",
        [square],
        f"{name}/mean",
        shape,
        kernel_shape=[size, size],
        strides=[1, 1],
        pads=[half] * 4,
        count_include_pad=1,
    )
    scaled = build.node(
        "Mul", [mean, _number(build, f"{name}.alpha", parameters.alpha)], f"{name}/scaled", shape
    )
    shifted = build.node("Add", [scaled, _number(build, f"{name}.one", 1.0)], f"{name}/shifted", shape)
    root = build.node(
        "Pow", [shifted, _number(build, f"{name}.beta", parameters.beta)], f"{name}/norm", shape
    )
    return build.node("Div", [source, root], name, shape)


def _number(build: Builder, name: str, value: float) -> str:
    return build.constant(name, np.array(value, np.float32))


def batch_norm(layer: Layer, build: Builder) -> None:
    """Convert ``BatchNorm``: the stored mean and variance are divided by the third blob (0 gives 0).

    No scale here.
    """
    parameters, source = layer.parameters("batch_norm_param"), build.bottom(layer)
    shape = build.shape(source)
    if parameters.HasField("use_global_stats") and not parameters.use_global_stats:
        raise UnsupportedNetworkError(
            f"The layer {layer.name} depends on the other pictures of a batch.",
            "It is told to use the statistics of the batch (use_global_stats: false).",
            "Set use_global_stats: true in the structure, or use the deploy.prototxt.",
        )
    if len(layer.blobs) < 3 or len(shape) < 2:
        raise UnreadableNetworkError(
            f"The weights do not fit the layer {layer.name}.",
            f"Batch normalisation has 3 arrays, the file has {len(layer.blobs)}.",
            "Choose the weights that belong to this structure.",
        )
    n_channels, total = shape[1], float(weights(layer, 2, (1,))[0])
    factor = np.float32(0.0 if total == 0 else 1.0 / total)
    mean, variance = (weights(layer, index, (n_channels,)) * factor for index in (0, 1))
    _affine(layer, build, source, (np.ones(n_channels), np.zeros(n_channels), mean, variance), parameters.eps)


def _affine(
    layer: Layer, build: Builder, source: str, values: tuple[np.ndarray, ...], epsilon: float
) -> None:
    names = [
        build.constant(f"{layer.name}.{part}", array.astype(np.float32))
        for part, array in zip(("gamma", "beta", "mean", "variance"), values, strict=True)
    ]
    build.top(
        layer,
        build.node("BatchNormalization", [source, *names], layer.name, build.shape(source), epsilon=epsilon),
    )


def scale(layer: Layer, build: Builder) -> None:
    """Convert ``Scale``: times a learned array (then plus a learned bias), or times a second blob."""
    parameters, source = layer.parameters("scale_param"), build.bottom(layer)
    shape = build.shape(source)
    axis, covered = _covered(layer, parameters, shape)
    if len(layer.bottoms) > 1:
        product = _with_second(layer, build, "Mul", axis)
        if not parameters.bias_term:
            build.top(layer, product)
            return
        raise UnsupportedNetworkError(
            f"The layer {layer.name} cannot be converted.",
            "It multiplies two maps and adds a learned bias.",
            "Write the bias as a layer of its own.",
        )
    factors = weights(layer, 0, covered)
    offsets = weights(layer, 1, covered) if parameters.bias_term else np.zeros(covered, np.float32)
    if axis == 1 and len(covered) == 1:
        # As a normalisation with mean 0 and variance 1 it melts into the convolution before it.
        n_channels = covered[0]
        _affine(layer, build, source, (factors, offsets, np.zeros(n_channels), np.ones(n_channels)), 0.0)
        return
    trailing = (1,) * (len(shape) - axis - len(covered))
    inputs = [source, build.constant(f"{layer.name}.weight", factors.reshape(*covered, *trailing))]
    last = layer.name if not parameters.bias_term else f"{layer.name}/scaled"
    result = build.node("Mul", inputs, last, shape)
    if parameters.bias_term:
        bias = build.constant(f"{layer.name}.bias", offsets.reshape(*covered, *trailing))
        result = build.node("Add", [result, bias], layer.name, shape)
    build.top(layer, result)


def bias(layer: Layer, build: Builder) -> None:
    """Convert ``Bias``: plus a learned array, or plus a second blob."""
    parameters, source = layer.parameters("bias_param"), build.bottom(layer)
    shape = build.shape(source)
    axis, covered = _covered(layer, parameters, shape)
    if len(layer.bottoms) > 1:
        build.top(layer, _with_second(layer, build, "Add", axis))
        return
    values = weights(layer, 0, covered).reshape(*covered, *(1,) * (len(shape) - axis - len(covered)))
    build.top(
        layer, build.node("Add", [source, build.constant(f"{layer.name}.bias", values)], layer.name, shape)
    )


def _covered(layer: Layer, parameters: object, shape: Shape) -> tuple[int, Shape]:
    """Return the first axis and the sizes that a learned array covers; ``num_axes`` -1 means all the rest."""
    axis, n_axes = parameters.axis, parameters.num_axes  # type: ignore[attr-defined]
    axis = axis + len(shape) if axis < 0 else axis
    end = len(shape) if n_axes < 0 else axis + n_axes
    if not 0 <= axis <= len(shape) or end > len(shape) or (axis == 0 and len(layer.bottoms) < 2):
        raise UnsupportedNetworkError(
            f"The layer {layer.name} cannot be converted.",
            f"It covers the axes {axis} to {end - 1} of {len(shape)}.",
            "Check the structure.",
        )
    return axis, shape[axis:end]


def _with_second(layer: Layer, build: Builder, operator: str, axis: int) -> str:
    source, second = build.bottom(layer), build.bottom(layer, 1)
    shape, other = build.shape(source), build.shape(second)
    n_trailing = len(shape) - axis - len(other)
    if n_trailing < 0 or shape[axis : axis + len(other)] != other:
        raise UnsupportedNetworkError(
            f"The layer {layer.name} cannot be converted.",
            f"Shapes {list(shape)} and {list(other)} do not fit.",
            "Check the structure.",
        )
    if n_trailing:
        sizes = [0 if axis == 0 else other[0], *other[1:], *(1,) * n_trailing]
        target = build.constant(f"{layer.name}/shape", np.array(sizes, np.int64))
        second = build.node("Reshape", [second, target], f"{layer.name}/second", (*other, *(1,) * n_trailing))
    return build.node(operator, [source, second], layer.name, shape)


CONVERTERS = {"LRN": local_response, "BatchNorm": batch_norm, "Scale": scale, "Bias": bias}
