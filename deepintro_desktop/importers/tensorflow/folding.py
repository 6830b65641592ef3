"""Weights that an ONNX graph rearranges before use are stored rearranged."""

from collections.abc import Callable

import numpy as np
from onnx import ModelProto, NodeProto, helper, numpy_helper

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.onnx import edit


def fold(network: ModelProto, arrays: dict[str, np.ndarray]) -> None:
    """Give the inputs named in ``arrays`` their values, and do everything that only moves these values.

    ``network`` is changed; the arrays become its initializers.
    """
    graph = network.graph
    known = dict(arrays)
    known.update((name, edit.array(entry)) for name, entry in edit.constants(graph).items())
    kept: list[NodeProto] = []
    made: dict[str, np.ndarray] = {}
    for node in graph.node:
        value = _value(node, known)
        if value is None:
            kept.append(NodeProto.FromString(node.SerializeToString()))
        else:
            known[node.output[0]] = made[node.output[0]] = value
    del graph.node[:]
    graph.node.extend(kept)
    outputs = {entry.name for entry in graph.output}
    used = {name for node in kept for name in node.input} | outputs
    inputs = [entry for entry in graph.input if entry.name not in arrays]
    del graph.input[:]
    graph.input.extend(inputs)
    for source in (arrays, made):
        for name in list(source):
            if name in used:
                graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(source[name]), name))
    edit.prune(graph, [entry.name for entry in inputs])


def _value(node: NodeProto, known: dict[str, np.ndarray]) -> np.ndarray | None:
    move = _MOVES.get(node.op_type)
    if move is None or len(node.output) != 1 or not all(name in known for name in node.input if name):
        return None
    try:
        return move(node, *(known[name] for name in node.input if name))
    except (IndexError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise UnsupportedNetworkError(
            "The network contradicts itself.",
            f"Its weights cannot be arranged as {node.name or node.op_type} wants them.",
            "The file is damaged: ask the network's author for it again.",
        ) from error


def _axes(node: NodeProto, given: tuple[np.ndarray, ...]) -> tuple[int, ...]:
    values = given[0].reshape(-1).tolist() if given else edit.attribute(node, "axes", ())
    return tuple(int(axis) for axis in values)  # type: ignore[attr-defined]


def _reshape(node: NodeProto, x: np.ndarray, shape: np.ndarray) -> np.ndarray:
    keeps = not edit.attribute(node, "allowzero", 0)
    sizes = [x.shape[i] if size == 0 and keeps else int(size) for i, size in enumerate(shape.tolist())]
    return x.reshape(sizes)


def _cast(node: NodeProto, x: np.ndarray) -> np.ndarray:
    return x.astype(helper.tensor_dtype_to_np_dtype(int(edit.attribute(node, "to"))))  # type: ignore[call-overload]


def _squeeze(node: NodeProto, x: np.ndarray, *given: np.ndarray) -> np.ndarray:
    axes = _axes(node, given)
    return np.squeeze(x, axes) if axes else np.squeeze(x)


_MOVES: dict[str, Callable[..., np.ndarray]] = {
    "Identity": lambda _, x: x,
    "Transpose": lambda node, x: np.transpose(x, edit.attribute(node, "perm", None)),
    "Reshape": _reshape,
    "Squeeze": _squeeze,
    "Unsqueeze": lambda node, x, *given: np.expand_dims(x, _axes(node, given)),
    "Cast": _cast,
}
