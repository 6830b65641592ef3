"""From ONNX bytes to nodes and constants, without opening any other file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import onnx
import torch
from google.protobuf.message import DecodeError
from onnx import GraphProto, ModelProto
from torch import Tensor

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.engine.graph.attributes import attributes_of, is_real, to_tensor
from deepintro_desktop.engine.graph.operator import Node
from deepintro_desktop.engine.graph.scan import opset_of, refuse_unsupported


@dataclass(frozen=True, slots=True)
class LoadedNetwork:
    """The parts of an ONNX file, in file order; dimensions that are not fixed are None."""

    nodes: tuple[Node, ...]
    constants: Mapping[str, Tensor]
    input_name: str
    input_sizes: tuple[int | None, ...]
    output_names: tuple[str, ...]
    opset: int


def parse(model: bytes | ModelProto) -> ModelProto:
    """Return the protobuf of a network; raise ``UnreadableNetworkError`` when the bytes are none."""
    if isinstance(model, ModelProto):
        return model
    try:
        proto = onnx.load_model_from_string(model)
    except (DecodeError, ValueError, RuntimeError) as error:
        raise UnreadableNetworkError(
            "The network cannot be read.",
            "The bytes are not an ONNX network.",
            "Export or download it again.",
        ) from error
    if not proto.graph.node:
        raise UnreadableNetworkError(
            "The network cannot be read.", "It holds no operations.", "Export or download it again."
        )
    return proto


def load(model: ModelProto) -> LoadedNetwork:
    """Read all nodes and constants; raise ``UnsupportedNetworkError`` with every unknown operator at once."""
    opset = opset_of(model)
    refuse_unsupported(model)
    graph = model.graph
    if graph.sparse_initializer:
        raise UnsupportedNetworkError("The network holds sparse weights.", "", "Store its weights in full.")
    constants = {entry.name: to_tensor(entry) for entry in graph.initializer}
    nodes = []
    for index, node in enumerate(graph.node):
        attributes = attributes_of(node)
        if node.op_type == "Constant":
            constants[node.output[0]] = _constant(attributes, node.output[0])
            continue
        name = node.name or f"{node.op_type}_{index}"
        nodes.append(Node(name, node.op_type, tuple(node.input), tuple(node.output), attributes, opset))
    input_name, input_sizes = input_of(graph)
    outputs = tuple(entry.name for entry in graph.output)
    return LoadedNetwork(_with_unique_names(nodes), constants, input_name, input_sizes, outputs, opset)


def input_of(graph: GraphProto) -> tuple[str, tuple[int | None, ...]]:
    """Return name and sizes of the one input; a size that is not fixed is None."""
    weights = {entry.name for entry in graph.initializer}
    used = {name for node in graph.node for name in node.input}
    inputs = [entry for entry in graph.input if entry.name not in weights and entry.name in used]
    if len(inputs) != 1:
        found = ", ".join(entry.name for entry in inputs) or "none"
        raise UnsupportedNetworkError(
            "The network must have exactly one input.", f"Its inputs are: {found}.", "", inputs=found
        )
    tensor = inputs[0].type.tensor_type
    if not is_real(tensor.elem_type) and tensor.elem_type not in (
        onnx.TensorProto.UINT8,
        onnx.TensorProto.INT32,
    ):
        raise UnsupportedNetworkError(
            "The network does not take a picture.", "Its input is not made of numbers."
        )
    sizes = tuple(entry.dim_value if entry.dim_value > 0 else None for entry in tensor.shape.dim)
    return inputs[0].name, sizes


def _constant(attributes: Mapping[str, object], name: str) -> Tensor:
    value = next(iter(attributes.values()), None)
    if isinstance(value, Tensor):
        return value
    if isinstance(value, (int, float, tuple)) and not any(
        isinstance(entry, str) for entry in _entries(value)
    ):
        is_whole = all(isinstance(entry, int) for entry in _entries(value))
        return torch.tensor(
            value, dtype=torch.int64 if is_whole and "value_floats" not in attributes else None
        )
    raise UnsupportedNetworkError("The network holds a constant of an unsupported type.", f"It is {name}.")


def _entries(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _with_unique_names(nodes: list[Node]) -> tuple[Node, ...]:
    seen: dict[str, int] = {}
    unique = []
    for node in nodes:
        count = seen[node.name] = seen.get(node.name, 0) + 1
        unique.append(node if count == 1 else replace(node, name=f"{node.name}__{count}"))
    return tuple(unique)
