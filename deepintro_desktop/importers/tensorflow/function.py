"""A TensorFlow function that is already traced becomes a flat graph, and that an ONNX network.

What a function reads from outside (variables, large tensors) never enters a graph message: TensorFlow's tools
copy such messages many times. A placeholder stands for each; the values come back as ONNX initializers.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from onnx import ModelProto

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.importers.tensorflow import weights
from deepintro_desktop.importers.tensorflow.branches import take_branches
from deepintro_desktop.importers.tensorflow.conversion import onnx_of_graph
from deepintro_desktop.importers.tensorflow.graph import Graph, Ref, data, ref
from deepintro_desktop.importers.tensorflow.operators import MOVES
from deepintro_desktop.importers.tensorflow.runtime import tensorflow
from deepintro_desktop.importers.tensorflow.safety import refuse_unknown


@dataclass
class FlatFunction:
    """A function without calls, branches and variables.

    ``picture`` is its only argument, ``outputs`` what it returns, in order; ``arrays`` are the values of the
    placeholders that stand for weights.
    """

    graph: Graph
    picture: Ref
    outputs: list[Ref]
    arrays: dict[str, np.ndarray]

    def before(self, output: Ref) -> "FlatFunction":
        """Return the part in front of one output, which may be changed."""
        graph = self.graph.only({*self.graph.before([output.node]), self.picture.node})
        used = {name: value for name, value in self.arrays.items() if name in graph.nodes}
        return FlatFunction(graph, self.picture, [output], used)

    def onnx(self) -> ModelProto:
        """Return it as an ONNX network; the graph is used up."""
        return onnx_of_graph(self.graph, [self.picture], self.outputs, self.arrays)


def onnx_of_function(concrete: Any, report: Report, name: str = "The network") -> ModelProto:
    """Return a concrete function of one picture as an ONNX network, with the function's own input layout.

    The network has one output for each tensor that the function returns; ``name`` is what refusals call it.

    Raises
    ------
    UnsupportedNetworkError
        All operators that are not known, or that have no ONNX form.
    UnsafeFileError
        Operators that run code or reach files.
    """
    report(0, 2, "Looking through the TensorFlow graph")
    flat = flat_function(concrete)
    refuse_unknown(flat.graph.nodes.values(), name)
    report(1, 2, "Converting the TensorFlow graph")
    return flat.onnx()


def flat_function(concrete: Any) -> FlatFunction:
    """Return the flat graph of a concrete function of one picture.

    Nobody has looked at its operators yet. Raises ``UnsupportedNetworkError`` for several arguments.
    """
    graph = Graph.of(concrete.graph.as_graph_def())
    captured = {ref(inner.name).node: outer for outer, inner in concrete.graph.captures}
    pictures = [entry for entry in concrete.inputs if ref(entry.name).node not in captured]
    if len(pictures) != 1:
        raise UnsupportedNetworkError(
            "The network does not have exactly one input.",
            f"It reads {', '.join(entry.name for entry in pictures) or 'nothing'}.",
            "Only networks that look at one picture can be explained; ask for one with that input alone.",
        )
    picture = ref(pictures[0].name)
    outputs = take_branches(graph, [ref(entry.name) for entry in concrete.outputs])
    graph = graph.only({*graph.before(entry.node for entry in outputs), picture.node})
    arrays = weights.taken_out(graph)
    _read_captures(graph, captured, arrays)
    graph = graph.only({*graph.before(entry.node for entry in outputs), picture.node})
    return FlatFunction(graph, picture, outputs, arrays)


def _read_captures(graph: Graph, captured: dict[str, Any], arrays: dict[str, np.ndarray]) -> None:
    """Put values in the place of what the function captured, and of what reads variables."""
    moves: dict[Ref, Ref] = {}
    first_read: dict[str, Ref] = {}
    for node in graph.ordered():
        if node.op != "ReadVariableOp":
            continue
        source = _captured(graph, data(node)[0], captured)
        if source in first_read:
            moves[Ref(node.name)] = first_read[source]
        elif source:
            first_read[source] = Ref(node.name)
            weights.put_in(graph, node.name, _variable(captured[source], node.attr["dtype"].type), arrays)
    graph.redirect(moves)
    for name in captured:
        if name in graph.nodes and captured[name].dtype.name != "resource":
            weights.put_in(graph, name, captured[name].numpy(), arrays)
    for entry in moves:
        del graph.nodes[entry.node]


def _captured(graph: Graph, tensor: Ref, captured: dict[str, Any]) -> str:
    """Return the capture that a tensor is handed on from, or an empty text."""
    for _ in range(len(graph.nodes)):
        if tensor.node in captured or graph.op(tensor.node) not in MOVES:
            break
        tensor = data(graph.nodes[tensor.node])[0]
    return tensor.node if tensor.node in captured else ""


def _variable(handle: Any, kind: int) -> np.ndarray:
    value = tensorflow().raw_ops.ReadVariableOp(resource=handle, dtype=kind)
    return np.asarray(value.numpy())
