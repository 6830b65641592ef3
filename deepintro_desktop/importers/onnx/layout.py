"""The picture input becomes [batch, channels, height, width]."""

from onnx import GraphProto, ModelProto, NodeProto, helper

from deepintro_desktop.importers.onnx import edit
from deepintro_desktop.importers.onnx.interface import Layout, Picture

_TO_LAST, _TO_FIRST = [0, 2, 3, 1], [0, 3, 1, 2]


def channels_first(network: ModelProto, picture: Picture, height: int, width: int) -> None:
    """Give the input the usual layout; transposes that become their own opposite are removed."""
    graph, name = network.graph, picture.name
    value = next(entry for entry in graph.input if entry.name == name)
    edit.set_shape(value, (picture.batch or 1, picture.channels, height, width))
    if picture.layout is Layout.FLAT:
        moved = edit.fresh(graph, f"{name}_flat")
        _insert(graph, helper.make_node("Flatten", [name], [moved], name=moved, axis=1), [])
    if picture.layout is Layout.CHANNELS_LAST:
        _drop_identities(graph, name)
        undone = [node for node in edit.readers(graph, name) if _is_to_first(node)]
        moved = edit.fresh(graph, f"{name}_channels_last")
        if len(undone) < len(edit.readers(graph, name)):
            _insert(graph, helper.make_node("Transpose", [name], [moved], name=moved, perm=_TO_LAST), undone)
        for node in [node for node in edit.readers(graph, name) if _is_to_first(node)]:
            edit.drop(graph, node)


def _is_to_first(node: NodeProto) -> bool:
    return node.op_type == "Transpose" and list(edit.attribute(node, "perm", ())) == _TO_FIRST  # type: ignore[call-overload]


def _drop_identities(graph: GraphProto, name: str) -> None:
    while True:
        identity = next((node for node in edit.readers(graph, name) if node.op_type == "Identity"), None)
        if identity is None:
            return
        edit.drop(graph, identity)


def _insert(graph: GraphProto, first: NodeProto, untouched: list[NodeProto]) -> None:
    """Put a node between the input and all its readers but the untouched ones."""
    name, moved = first.input[0], first.output[0]
    for node in edit.readers(graph, name):
        if node not in untouched:
            for index, entry in enumerate(node.input):
                if entry == name:
                    node.input[index] = moved
    edit.prepend(graph, first)
