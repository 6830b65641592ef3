"""Weights and computations of other precisions become float32."""

from collections.abc import Callable

import numpy as np
from onnx import GraphProto, ModelProto, TensorProto, helper, numpy_helper

from deepintro_desktop.importers.onnx import edit

HALF_TYPES = frozenset({TensorProto.FLOAT16, TensorProto.BFLOAT16})
_MOVES = frozenset({"Transpose", "Identity", "Reshape", "Unsqueeze", "Squeeze"})
_OTHER_REALS = frozenset({*HALF_TYPES, TensorProto.DOUBLE})


def uses_half(graph: GraphProto) -> bool:
    """Return whether weights are stored in half precision, so that the source itself rounds coarsely."""
    return any(entry.data_type in HALF_TYPES for entry in edit.constants(graph).values())


def to_float32(network: ModelProto) -> bool:
    """Turn every real tensor of another precision into float32; return whether there was any."""
    graph, changed = network.graph, False
    for entry in graph.initializer:
        changed |= _convert(entry)
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.HasField("t"):
                changed |= _convert(attribute.t)
            if attribute.name in ("to", "dtype") and attribute.i in _OTHER_REALS:
                attribute.i, changed = TensorProto.FLOAT, True
    for value in (*graph.input, *graph.output):
        if value.type.tensor_type.elem_type in _OTHER_REALS:
            value.type.tensor_type.elem_type, changed = TensorProto.FLOAT, True
    del graph.value_info[:]
    return changed


def _convert(tensor: TensorProto) -> bool:
    if tensor.data_type not in _OTHER_REALS:
        return False
    values = edit.array(tensor).astype(np.float32)
    tensor.CopyFrom(numpy_helper.from_array(values, tensor.name))
    return True


def widen_input(network: ModelProto, name: str, is_valid: Callable[[ModelProto], bool]) -> ModelProto:
    """Let a whole-number input be float32: drop the casts behind it, or cast back where that does not fit."""
    value = next(entry for entry in network.graph.input if entry.name == name)
    element = value.type.tensor_type.elem_type
    if element in (TensorProto.FLOAT, *_OTHER_REALS):
        return network
    value.type.tensor_type.elem_type = TensorProto.FLOAT
    bare = ModelProto()
    bare.CopyFrom(network)
    _drop_casts(bare.graph, name)
    if is_valid(bare):
        return bare
    back = edit.fresh(network.graph, f"{name}_whole")
    edit.redirect(network.graph, name, back)
    edit.prepend(network.graph, helper.make_node("Cast", [name], [back], name=back, to=element))
    return network


def _drop_casts(graph: GraphProto, name: str) -> None:
    """Remove the casts to float32 that the input reaches through moves only."""
    waiting = [name]
    while waiting:
        current = waiting.pop()
        for node in edit.readers(graph, current):
            if node.op_type == "Cast" and edit.attribute(node, "to") == TensorProto.FLOAT:
                edit.drop(graph, node)
                waiting.append(current)
            elif node.op_type in _MOVES:
                waiting.append(node.output[0])
