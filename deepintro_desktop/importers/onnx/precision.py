"""Weights and computations of other precisions become float32."""

from collections.abc import Callable

import numpy as np
from onnx import GraphProto, ModelProto, TensorProto, numpy_helper

from deepintro_desktop.importers.onnx import edit

HALF_TYPES = frozenset({TensorProto.FLOAT16, TensorProto.BFLOAT16})
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
    """Let a whole-number picture input be float32: drop the casts behind it, or cast back where that does not fit."""
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
    graph = network.graph
    back = edit.fresh(graph, f"{name}_whole")
    edit.redirect(graph, name, back)
    cast = graph.node.add(op_type="Cast", name=f"{name}_cast", input=[name], output=[back])
    cast.attribute.add(name="to", type=2, i=element)
    _first(graph)
    return network


def _first(graph: GraphProto) -> None:
    """Move the last node to the front: nodes must stand in the order of computation."""
    nodes = list(graph.node)
    moved = [type(node).FromString(node.SerializeToString()) for node in (nodes[-1], *nodes[:-1])]
    del graph.node[:]
    graph.node.extend(moved)


def _drop_casts(graph: GraphProto, name: str) -> None:
    waiting = [name]
    while waiting:
        current = waiting.pop()
        for node in edit.readers(graph, current):
            if node.op_type == "Cast" and edit.attribute(node, "to") == TensorProto.FLOAT:
                node.op_type = "Identity"
                del node.attribute[:]
            elif node.op_type in ("Transpose", "Identity", "Reshape", "Unsqueeze", "Squeeze"):
                waiting.append(node.output[0])
