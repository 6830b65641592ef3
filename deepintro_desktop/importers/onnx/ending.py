"""How a network ends, and how to make it end in logits."""

from dataclasses import dataclass

import numpy as np
from onnx import GraphProto, NodeProto, helper, numpy_helper

from deepintro_desktop.core.records import OutputKind
from deepintro_desktop.importers.onnx import edit

_KINDS = {"Softmax": OutputKind.SOFTMAX, "LogSoftmax": OutputKind.LOG_SOFTMAX, "Sigmoid": OutputKind.SIGMOID}
_MOVING = frozenset({"Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Dropout", "Cast"})


@dataclass(frozen=True)
class Ending:
    """The closing function of a network (None: none), its kind, and the tensor before it."""

    kind: OutputKind
    logits: str
    node: NodeProto | None = None
    logarithm: NodeProto | None = None


def closing(graph: GraphProto, output: str) -> Ending:
    """Find the softmax, log-softmax or sigmoid that only reshapes follow."""
    makers, name, logarithm = edit.producers(graph), output, None
    for _ in range(len(graph.node)):
        node = makers.get(name)
        if node is None or node.domain not in ("", "ai.onnx") or not node.input:
            break
        if node.op_type in _KINDS and not (logarithm is not None and node.op_type != "Softmax"):
            kind = OutputKind.LOG_SOFTMAX if logarithm is not None else _KINDS[node.op_type]
            return Ending(kind, node.input[0], node, logarithm)
        if node.op_type == "Log" and logarithm is None:
            logarithm = node
        elif node.op_type not in _MOVING:
            break
        name = node.input[0]
    return Ending(OutputKind.LOGITS, output)


def closed(logits: np.ndarray, kind: OutputKind) -> np.ndarray:
    """Return what the source network gives for logits [N, classes], float64."""
    values = logits.astype(np.float64)
    if kind is OutputKind.SIGMOID:
        return np.exp(-np.logaddexp(0.0, -values))
    if kind is OutputKind.LOGITS:
        return values
    logarithms = values - np.logaddexp.reduce(values, axis=1, keepdims=True)
    return logarithms if kind is OutputKind.LOG_SOFTMAX else np.exp(logarithms)


def cut(graph: GraphProto, ending: Ending) -> None:
    """Take the closing function out; the graph's output becomes the logits."""
    for node in (ending.logarithm, ending.node):
        if node is not None:
            edit.redirect(graph, node.output[0], node.input[0])


def flatten(graph: GraphProto) -> None:
    """Make the output [N, classes] where it is [N, classes, 1, 1]."""
    _append(
        graph,
        helper.make_node(
            "Flatten", [graph.output[0].name], [edit.fresh(graph, "logits")], name="flatten_classes", axis=1
        ),
    )


def two_classes(graph: GraphProto) -> None:
    """Turn one number z [N, 1] into the logits [-z/2, z/2], whose softmax is exactly the sigmoid of z."""
    weight = numpy_helper.from_array(
        np.array([[-0.5, 0.5]], np.float32), edit.fresh(graph, "two_classes.weight")
    )
    graph.initializer.append(weight)
    _append(
        graph,
        helper.make_node(
            "Gemm",
            [graph.output[0].name, weight.name],
            [edit.fresh(graph, "two_classes")],
            name="two_classes",
        ),
    )


def _append(graph: GraphProto, node: NodeProto) -> None:
    graph.node.append(node)
    graph.output[0].name = node.output[0]
