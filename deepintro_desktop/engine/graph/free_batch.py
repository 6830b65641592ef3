"""Letting a network that was saved for a fixed number of pictures take any number."""

from collections.abc import Iterable

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, numpy_helper

_BATCH = "batch"


def free_batch(model: ModelProto) -> ModelProto:
    """Return a copy whose batch is open: in the input, in the outputs, and in constant Reshape targets.

    A Reshape target that begins with the fixed batch gets 0 or -1 there. Other places where a batch can hide
    are left alone, so the caller must compare runs of one and of several pictures with the original.
    """
    freed = ModelProto()
    freed.CopyFrom(model)
    weights = {entry.name for entry in freed.graph.initializer}
    inputs = [entry for entry in freed.graph.input if entry.name not in weights]
    sizes = {
        entry.type.tensor_type.shape.dim[0].dim_value for entry in inputs if entry.type.tensor_type.shape.dim
    }
    n_fixed = max(sizes, default=0)
    if n_fixed > 0:
        _free_reshapes(freed, {entry.name for entry in inputs}, n_fixed)
    del freed.graph.value_info[:]
    for entry in (*inputs, *freed.graph.output):
        dimensions = entry.type.tensor_type.shape.dim
        if len(dimensions) > 0:
            dimensions[0].dim_param = _BATCH
    return freed


def _free_reshapes(model: ModelProto, pictures: set[str], n_fixed: int) -> None:
    targets = dict(_constants(model))
    active = set(pictures)
    for node in model.graph.node:
        if active.isdisjoint(node.input) or node.op_type in ("Shape", "Size"):
            continue
        active.update(node.output)
        target = targets.get(node.input[1]) if node.op_type == "Reshape" and len(node.input) > 1 else None
        if target is not None and node.input[0] in active:
            _free_reshape(model, node, target, n_fixed)


def _free_reshape(model: ModelProto, node: NodeProto, target: np.ndarray, n_fixed: int) -> None:
    if target.ndim != 1 or len(target) < 2 or target[0] != n_fixed:
        return
    freed = target.copy()
    # One entry may be found by the runtime; if that is taken, the batch is copied from the input.
    freed[0] = 0 if (target < 0).any() else -1
    if freed[0] == 0 and any(entry.name == "allowzero" and entry.i for entry in node.attribute):
        return
    name = f"{node.output[0]}.free_shape"
    model.graph.initializer.append(numpy_helper.from_array(freed, name))
    node.input[1] = name


def _constants(model: ModelProto) -> Iterable[tuple[str, np.ndarray]]:
    for entry in model.graph.initializer:
        if entry.data_type == TensorProto.INT64 and entry.data_location != TensorProto.EXTERNAL:
            yield entry.name, numpy_helper.to_array(entry)
    for node in model.graph.node:
        values = [attribute for attribute in node.attribute if attribute.name in ("value", "value_ints")]
        if node.op_type == "Constant" and values:
            value = values[0]
            array = (
                numpy_helper.to_array(value.t) if value.name == "value" else np.array(value.ints, np.int64)
            )
            if array.dtype == np.int64:
                yield node.output[0], array
