"""Layers that only rearrange, cut or pass on values."""

import math

import numpy as np

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.caffe.builder import Builder, Shape
from deepintro_desktop.importers.caffe.layer import Layer


def passing(layer: Layer, build: Builder) -> None:
    """Convert ``Split`` and ``Dropout``: every top is the bottom."""
    for index in range(len(layer.tops)):
        build.top(layer, build.bottom(layer), index)


def cut(layer: Layer, build: Builder) -> None:
    """Convert ``Slice``: at its points, or into equal parts."""
    parameters, source = layer.parameters("slice_param"), build.bottom(layer)
    shape = build.shape(source)
    axis = parameters.slice_dim if parameters.HasField("slice_dim") else parameters.axis
    axis = axis + len(shape) if axis < 0 else axis
    n_parts, points = len(layer.tops), [int(point) for point in parameters.slice_point]
    _refuse_if(layer, not 0 < axis < len(shape), f"it cuts axis {axis} of {len(shape)}")
    if not points:
        _refuse_if(
            layer, shape[axis] % n_parts != 0, f"{shape[axis]} channels do not divide into {n_parts} parts"
        )
        points = [shape[axis] // n_parts * index for index in range(1, n_parts)]
    bounds = [0, *points, shape[axis]]
    sizes = [end - start for start, end in zip(bounds, bounds[1:], strict=False)]
    _refuse_if(layer, len(sizes) != n_parts or min(sizes) < 1, f"its points are {points} of {shape[axis]}")
    outputs = [f"{layer.name}:{top}" for top in layer.tops]
    build.split(source, outputs, sizes, axis)
    for index, output in enumerate(outputs):
        build.top(layer, output, index)


def flatten(layer: Layer, build: Builder) -> None:
    """Convert ``Flatten`` from an axis to an end axis."""
    parameters, source = layer.parameters("flatten_param"), build.bottom(layer)
    shape = build.shape(source)
    first, last = (axis + len(shape) if axis < 0 else axis for axis in (parameters.axis, parameters.end_axis))
    _refuse_if(
        layer, not 0 < first <= last < len(shape), f"it joins the axes {first} to {last} of {len(shape)}"
    )
    out = (*shape[:first], math.prod(shape[first : last + 1]), *shape[last + 1 :])
    if len(out) == 2:
        build.top(layer, build.node("Flatten", [source], layer.name, out, axis=1))
    else:
        _reshape_to(layer, build, out)


def reshape(layer: Layer, build: Builder) -> None:
    """Convert ``Reshape``: 0 copies, -1 takes the rest; ``axis``, ``num_axes`` choose what is replaced."""
    parameters, source = layer.parameters("reshape_param"), build.bottom(layer)
    shape = (build.declared_batch, *build.shape(source)[1:])
    start = parameters.axis + len(shape) + 1 if parameters.axis < 0 else parameters.axis
    end = len(shape) if parameters.num_axes == -1 else start + parameters.num_axes
    _refuse_if(
        layer,
        not 0 <= start <= end <= len(shape),
        f"it replaces the axes {start} to {end - 1} of {len(shape)}",
    )
    wanted = list(parameters.shape.dim)
    middle = [
        shape[start + index] if size == 0 and start + index < len(shape) else int(size)
        for index, size in enumerate(wanted)
    ]
    out = [*shape[:start], *middle, *shape[end:]]
    known = math.prod(size for size in out if size != -1)
    if out.count(-1) == 1 and known > 0:
        out[out.index(-1)] = math.prod(shape) // known
    sound = min(out, default=0) > 0 and math.prod(out) == math.prod(shape) and out[0] == shape[0]
    _refuse_if(layer, not sound, f"{list(shape)} becomes {wanted}, which mixes pictures or does not fit")
    _reshape_to(layer, build, (1, *out[1:]))


def _reshape_to(layer: Layer, build: Builder, out: Shape) -> None:
    target = build.constant(f"{layer.name}/shape", np.array([0, *out[1:]], np.int64))
    build.top(layer, build.node("Reshape", [build.bottom(layer), target], layer.name, out))


def crop(layer: Layer, build: Builder) -> None:
    """Convert ``Crop``: cut the first blob to the size of the second, from an axis on."""
    parameters, source = layer.parameters("crop_param"), build.bottom(layer)
    shape, like = build.shape(source), build.shape(build.bottom(layer, 1))
    axis = parameters.axis + len(shape) if parameters.axis < 0 else parameters.axis
    n_axes, offsets = len(shape) - axis, [int(value) for value in parameters.offset] or [0]
    offsets = offsets * n_axes if len(offsets) == 1 else offsets
    fits = (
        0 < axis < len(shape) == len(like)
        and len(offsets) == n_axes
        and all(
            offset + size <= have
            for offset, size, have in zip(offsets, like[axis:], shape[axis:], strict=False)
        )
    )
    _refuse_if(layer, not fits, f"{list(like)} does not lie within {list(shape)} at {offsets}")
    ends = [offset + size for offset, size in zip(offsets, like[axis:], strict=True)]
    bounds = {"starts": offsets, "ends": ends, "axes": list(range(axis, len(shape)))}
    inputs = [
        build.constant(f"{layer.name}/{name}", np.array(values, np.int64)) for name, values in bounds.items()
    ]
    build.top(layer, build.node("Slice", [source, *inputs], layer.name, (*shape[:axis], *like[axis:])))


def _refuse_if(layer: Layer, refused: bool, why: str) -> None:
    if refused:
        raise UnsupportedNetworkError(
            f"The layer {layer.name} cannot be converted.",
            f"As the structure has it, {why}.",
            "Check the structure.",
        )


CONVERTERS = {
    "Split": passing,
    "Dropout": passing,
    "Slice": cut,
    "Flatten": flatten,
    "Reshape": reshape,
    "Crop": crop,
}
