"""Sizes that a network computes for itself: its shape arithmetic is done here, within strict limits."""

import math
from collections.abc import Callable

import numpy as np
from onnx import ModelProto, NodeProto, helper, numpy_helper

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.importers.onnx import edit

_MOST_VALUES = 4096
_MOST_ROUNDS = 48
_PLAIN: dict[str, Callable[..., np.ndarray]] = {
    "Add": np.add,
    "Sub": np.subtract,
    "Mul": np.multiply,
    "Mod": np.mod,
    "Min": np.minimum,
    "Max": np.maximum,
    "Neg": np.negative,
    "Equal": np.equal,
    "Less": np.less,
    "Greater": np.greater,
    "Not": np.logical_not,
    "And": np.logical_and,
    "Or": np.logical_or,
    "Where": np.where,
    "Floor": np.floor,
    "Ceil": np.ceil,
    "Sqrt": np.sqrt,
    "Identity": np.asarray,
}


def with_computed_sizes(network: ModelProto) -> ModelProto:
    """Return a copy with the results of shape arithmetic in its place, and all shapes that follow inferred.

    Whatever cannot be computed stays; the caller looks at what is still unknown.
    """
    copy = ModelProto()
    copy.CopyFrom(network)
    for _ in range(_MOST_ROUNDS):
        found = _computed(copy)
        if not found:
            break
        graph = copy.graph
        kept = [node for node in graph.node if not (len(node.output) == 1 and node.output[0] in found)]
        kept = [NodeProto.FromString(node.SerializeToString()) for node in kept]
        del graph.node[:]
        graph.node.extend(kept)
        graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in found.items())
        copy = edit.infer(copy)
    return copy


def _computed(network: ModelProto) -> dict[str, np.ndarray]:
    """Return the new small values that follow from known shapes and constants."""
    shapes = edit.known_shapes(network)
    known: dict[str, np.ndarray] = {}
    for name, tensor in edit.constants(network.graph).items():
        if math.prod(tensor.dims) <= _MOST_VALUES:
            known[name] = edit.array(tensor)
    found: dict[str, np.ndarray] = {}
    for node in network.graph.node:
        if len(node.output) != 1 or node.op_type == "Constant":
            continue
        value = _value(node, known, shapes.get(node.input[0]) if node.input else None)
        if value is not None and value.size <= _MOST_VALUES:
            known[node.output[0]] = found[node.output[0]] = np.ascontiguousarray(value).reshape(value.shape)
    outputs = {entry.name for entry in network.graph.output}
    return {name: value for name, value in found.items() if name not in outputs}


def _value(
    node: NodeProto, known: dict[str, np.ndarray], shape: list[int | None] | None
) -> np.ndarray | None:
    if node.op_type in ("Shape", "Size"):
        if shape is None or any(size is None for size in shape):
            return None
        sizes = np.array(shape, np.int64)
        if node.op_type == "Size":
            return np.array(math.prod(sizes.tolist()), np.int64)
        return sizes[edit.attribute(node, "start", 0) : edit.attribute(node, "end", None)]
    if not node.input or any(name not in known for name in node.input if name):
        return None
    inputs = [known[name] if name else None for name in node.input]
    try:
        with np.errstate(all="ignore"):
            if node.op_type in _PLAIN:
                return np.asarray(_PLAIN[node.op_type](*inputs))
            return _SPECIAL[node.op_type](node, *inputs) if node.op_type in _SPECIAL else None
    except (DeepIntroError, ValueError, IndexError, TypeError, KeyError, ZeroDivisionError, OverflowError):
        return None


def _axes(node: NodeProto, given: tuple[np.ndarray | None, ...]) -> tuple[int, ...]:
    axes = given[0] if given else None
    values = edit.attribute(node, "axes", ()) if axes is None else axes.reshape(-1).tolist()
    return tuple(int(axis) for axis in values)  # type: ignore[attr-defined]


def _divide(_: NodeProto, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    # Whole numbers are divided towards zero.
    if a.dtype.kind in "iu":
        return np.trunc(a.astype(np.float64) / b).astype(a.dtype)
    return a / b


def _cast(node: NodeProto, x: np.ndarray) -> np.ndarray:
    return x.astype(helper.tensor_dtype_to_np_dtype(int(edit.attribute(node, "to"))))  # type: ignore[call-overload]


def _unsqueeze(node: NodeProto, x: np.ndarray, *given: np.ndarray) -> np.ndarray:
    return np.expand_dims(x, _axes(node, given))


def _squeeze(node: NodeProto, x: np.ndarray, *given: np.ndarray) -> np.ndarray:
    axes = _axes(node, given)
    return np.squeeze(x, axes) if axes else np.squeeze(x)


def _clip(node: NodeProto, x: np.ndarray, *limits: np.ndarray | None) -> np.ndarray:
    low, high = (
        [*limits, None, None][:2] if limits else [edit.attribute(node, name) for name in ("min", "max")]
    )
    # Two steps, because the larger bound must win where low > high.
    x = x if low is None else np.maximum(x, low)  # type: ignore[call-overload]
    return x if high is None else np.minimum(x, high)  # type: ignore[call-overload]


def _slice(
    _: NodeProto, x: np.ndarray, starts: np.ndarray, ends: np.ndarray, *more: np.ndarray | None
) -> np.ndarray:
    axes, steps = [*more, None, None][:2]
    axes = range(len(starts)) if axes is None else axes.tolist()
    steps = [1] * len(starts) if steps is None else steps.tolist()
    chosen = [slice(None)] * x.ndim
    for axis, start, end, step in zip(axes, starts.tolist(), ends.tolist(), steps, strict=True):
        chosen[axis] = slice(start, end, step)
    return x[tuple(chosen)]


def _filled(node: NodeProto, shape: np.ndarray) -> np.ndarray | None:
    if math.prod(shape.tolist()) > _MOST_VALUES:
        return None
    value = edit.attribute(node, "value")
    fill = edit.array(value).reshape(-1)[0] if value is not None else np.float32(0)  # type: ignore[arg-type]
    return np.full(shape.tolist(), fill)


def _range(_: NodeProto, start: np.ndarray, limit: np.ndarray, step: np.ndarray) -> np.ndarray | None:
    if abs((limit - start) / step).item() > _MOST_VALUES:
        return None
    return np.arange(start.item(), limit.item(), step.item(), dtype=start.dtype)


def _expand(_: NodeProto, x: np.ndarray, shape: np.ndarray) -> np.ndarray | None:
    target = np.broadcast_shapes(x.shape, tuple(shape.tolist()))
    return np.broadcast_to(x, target) if math.prod(target) <= _MOST_VALUES else None


_SPECIAL: dict[str, Callable[..., np.ndarray | None]] = {
    "Div": _divide,
    "Cast": _cast,
    "Gather": lambda node, x, at: np.take(x, at, axis=int(edit.attribute(node, "axis", 0))),  # type: ignore[call-overload]
    "Concat": lambda node, *parts: np.concatenate(parts, axis=int(edit.attribute(node, "axis", 0))),  # type: ignore[call-overload]
    "Unsqueeze": _unsqueeze,
    "Squeeze": _squeeze,
    "Slice": _slice,
    "Clip": _clip,
    "ConstantOfShape": _filled,
    "Range": _range,
    "Expand": _expand,
    "Transpose": lambda node, x: np.transpose(x, edit.attribute(node, "perm", None)),
    "Reshape": lambda _, x, shape: x.reshape(shape.tolist()),
    "ReduceProd": lambda _, x, *__: np.prod(x, dtype=x.dtype),
}
