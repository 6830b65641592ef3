"""Small surgery on ONNX graphs."""

import math
from collections.abc import Iterable

import numpy as np
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper, shape_inference

from deepintro_desktop.core.errors import UnreadableNetworkError

_SMALL = 4096
"""Weights with at most so many values may be sizes, and are looked at."""


def producers(graph: GraphProto) -> dict[str, NodeProto]:
    """Return the node that makes each tensor."""
    return {output: node for node in graph.node for output in node.output if output}


def readers(graph: GraphProto, tensor: str) -> list[NodeProto]:
    """Return the nodes that read a tensor."""
    return [node for node in graph.node if tensor in node.input]


def redirect(graph: GraphProto, old: str, new: str) -> None:
    """Let every reader of ``old`` read ``new`` instead; the outputs of the graph too."""
    for node in graph.node:
        for index, name in enumerate(node.input):
            if name == old:
                node.input[index] = new
    for output in graph.output:
        if output.name == old:
            output.name = new


def drop(graph: GraphProto, node: NodeProto) -> None:
    """Take a node with one input and one output out; its readers read its input."""
    source, output = node.input[0], node.output[0]
    graph.node.remove(node)
    redirect(graph, output, source)


def prepend(graph: GraphProto, node: NodeProto) -> None:
    """Put a node before all others: nodes stand in the order of computation."""
    others = [NodeProto.FromString(entry.SerializeToString()) for entry in graph.node]
    del graph.node[:]
    graph.node.append(node)
    graph.node.extend(others)


def fresh(graph: GraphProto, base: str) -> str:
    """Return a tensor name that the graph does not use yet."""
    used = {name for node in graph.node for name in (*node.input, *node.output)}
    used.update(entry.name for entry in (*graph.input, *graph.output, *graph.initializer))
    name, number = base, 1
    while name in used:
        number += 1
        name = f"{base}_{number}"
    return name


def constants(graph: GraphProto) -> dict[str, TensorProto]:
    """Return the tensors that are known: initializers and values of Constant nodes."""
    found = {entry.name: entry for entry in graph.initializer}
    for node in graph.node:
        if node.op_type == "Constant":
            for attribute in node.attribute:
                if attribute.name == "value":
                    found[node.output[0]] = attribute.t
    return found


def array(tensor: TensorProto) -> np.ndarray:
    """Return the values of a stored tensor.

    Raise ``UnreadableNetworkError`` when they do not fit its shape.
    """
    try:
        return numpy_helper.to_array(tensor)
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise UnreadableNetworkError(
            f"The stored values of {tensor.name or 'a constant'} are damaged.",
            "They do not fit their own shape.",
            "Copy or export the file again.",
        ) from error


def prune(graph: GraphProto, keep_inputs: Iterable[str]) -> None:
    """Remove every node, initializer and input that the outputs do not depend on."""
    makers, wanted = producers(graph), [output.name for output in graph.output]
    needed: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name in needed:
            continue
        needed.add(name)
        if name in makers:
            wanted += [entry for entry in (*makers[name].input, *makers[name].output) if entry]
    kept = [node for node in graph.node if needed.intersection(node.output)]
    used = needed.union(*(node.input for node in kept)) if kept else needed
    _replace(graph.node, kept)
    _replace(graph.initializer, [entry for entry in graph.initializer if entry.name in used])
    _replace(graph.input, [entry for entry in graph.input if entry.name in set(keep_inputs)])


def _replace(field: object, kept: list) -> None:
    # Messages are moved by index from behind: copying would double the memory of large weights.
    wanted = {id(entry) for entry in kept}
    for index in range(len(field) - 1, -1, -1):  # type: ignore[arg-type]
        if id(field[index]) not in wanted:  # type: ignore[index]
            del field[index]  # type: ignore[attr-defined]


def shape_of(value: object) -> list[int | None] | None:
    """Return the sizes of a value info (None for a free one), or None when it has no shape."""
    tensor = value.type.tensor_type  # type: ignore[attr-defined]
    if not tensor.HasField("shape"):
        return None
    return [entry.dim_value if entry.HasField("dim_value") else None for entry in tensor.shape.dim]


def set_shape(value: object, sizes: Iterable[int | str | None]) -> None:
    """Write the sizes of a value info: numbers, names of free sizes, or None."""
    shape = value.type.tensor_type.shape  # type: ignore[attr-defined]
    shape.ClearField("dim")
    for size in sizes:
        entry = shape.dim.add()
        if isinstance(size, str):
            entry.dim_param = size
        elif size is not None:
            entry.dim_value = size


def hollow(network: ModelProto) -> ModelProto:
    """Return the network without its large weights, which become inputs of the same type and shape.

    What looks at shapes only then works on kilobytes instead of copying everything.
    """
    source, copy = network.graph, ModelProto(ir_version=network.ir_version)
    copy.opset_import.extend(network.opset_import)
    graph = copy.graph
    graph.name = source.name
    for field in ("node", "input", "output"):
        getattr(graph, field).extend(getattr(source, field))
    listed = {entry.name for entry in source.input}
    for entry in source.initializer:
        if math.prod(entry.dims) <= _SMALL:
            graph.initializer.append(entry)
        elif entry.name not in listed:
            graph.input.append(helper.make_tensor_value_info(entry.name, entry.data_type, entry.dims))
    return copy


def infer(network: ModelProto) -> ModelProto:
    """Write all shapes that can be known into the network itself and return it.

    Raises ``UnreadableNetworkError`` where nothing can be inferred at all.
    """
    graph = network.graph
    del graph.value_info[:]
    inferred = _inferred(hollow(network)).graph
    stored = {entry.name for entry in graph.initializer}
    graph.value_info.extend(entry for entry in inferred.value_info if entry.name not in stored)
    del graph.output[:]
    graph.output.extend(inferred.output)
    return network


def _inferred(network: ModelProto) -> ModelProto:
    try:
        try:
            return shape_inference.infer_shapes(network, strict_mode=True, data_prop=True)
        except shape_inference.InferenceError:
            # Some exporters write what the strict rules do not like, and runtimes accept it.
            return shape_inference.infer_shapes(network, strict_mode=False, data_prop=True)
    except Exception as error:
        raise UnreadableNetworkError(
            "The shapes in this network contradict each other.",
            f"{first_line(error)}.",
            "Export the network again.",
        ) from error


def known_shapes(network: ModelProto) -> dict[str, list[int | None]]:
    """Return the shape of every value that has one, after :func:`infer`."""
    graph = network.graph
    shapes: dict[str, list[int | None]] = {entry.name: list(entry.dims) for entry in graph.initializer}
    for value in (*graph.value_info, *graph.input, *graph.output):
        shape = shape_of(value)
        if shape is not None:
            shapes[value.name] = shape
    return shapes


def opset(network: ModelProto) -> int:
    """Return the version of the standard operators."""
    return max(
        (entry.version for entry in network.opset_import if entry.domain in ("", "ai.onnx")), default=1
    )


def attribute(node: NodeProto, name: str, default: object = None) -> object:
    """Return the value of an attribute, or the default."""
    for entry in node.attribute:
        if entry.name == name:
            return helper.get_attribute_value(entry)
    return default


def first_line(error: BaseException, most: int = 240) -> str:
    """Return one readable line of a foreign library's message, without its final stop."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (" ".join(lines)[:most] if lines else type(error).__name__).rstrip(".")
