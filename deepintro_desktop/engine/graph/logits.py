"""Where the logits of a network are, and what follows them."""

from onnx import ModelProto, NodeProto

from deepintro_desktop.core.records import OutputKind

_CLOSING = {
    "Softmax": OutputKind.SOFTMAX,
    "LogSoftmax": OutputKind.LOG_SOFTMAX,
    "Sigmoid": OutputKind.SIGMOID,
}
_MOVING = {"Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Dropout", "Cast"}


def logits_of(model: ModelProto) -> tuple[str, OutputKind]:
    """Return the name of the logits, and which function (softmax, log-softmax, sigmoid or none) follows them.

    Reshapes after (and identities before) the closing function are skipped; a network that ends otherwise
    already ends in its logits, and its first output is returned as it is.
    """
    producers = {name: node for node in model.graph.node for name in node.output}
    name = output = model.graph.output[0].name
    while name in producers and _moves(producers[name]):
        name = producers[name].input[0]
    closing = producers.get(name)
    if closing is None or closing.domain not in ("", "ai.onnx") or closing.op_type not in _CLOSING:
        return output, OutputKind.LOGITS
    name = closing.input[0]
    while name in producers and producers[name].op_type == "Identity":
        name = producers[name].input[0]
    return name, _CLOSING[closing.op_type]


def _moves(node: NodeProto) -> bool:
    return node.op_type in _MOVING and node.domain in ("", "ai.onnx")
