"""The picture input becomes [batch, channels, height, width]."""

from onnx import GraphProto, ModelProto

from deepintro_desktop.importers.onnx import edit
from deepintro_desktop.importers.onnx.interface import Layout, Picture

_TO_LAST, _TO_FIRST = [0, 2, 3, 1], [0, 3, 1, 2]


def channels_first(network: ModelProto, picture: Picture, height: int, width: int) -> None:
    """Give the input the usual layout; transposes that become their own opposite are removed."""
    graph = network.graph
    value = next(entry for entry in graph.input if entry.name == picture.name)
    edit.set_shape(value, (picture.batch or 1, picture.channels, height, width))
    if picture.layout is Layout.CHANNELS_FIRST:
        return
    if picture.layout is Layout.FLAT:
        _insert(graph, picture.name, "Flatten", "axis", 1)
        return
    for node in edit.readers(graph, picture.name):
        if node.op_type == "Transpose" and list(edit.attribute(node, "perm", ())) == _TO_FIRST:  # type: ignore[call-overload]
            node.op_type = "Identity"
            del node.attribute[:]
    if any(node.op_type != "Identity" for node in edit.readers(graph, picture.name)):
        _insert(graph, picture.name, "Transpose", "perm", _TO_LAST)


def _insert(graph: GraphProto, name: str, operator: str, attribute: str, setting: int | list[int]) -> None:
    """Put a node between the input and all its readers but the new identities."""
    moved = edit.fresh(graph, f"{name}_{operator.lower()}")
    for node in graph.node:
        if node.op_type != "Identity":
            for index, entry in enumerate(node.input):
                if entry == name:
                    node.input[index] = moved
    nodes = [type(node).FromString(node.SerializeToString()) for node in graph.node]
    del graph.node[:]
    first = graph.node.add(op_type=operator, name=moved, input=[name], output=[moved])
    if isinstance(setting, int):
        first.attribute.add(name=attribute, type=2, i=setting)
    else:
        first.attribute.add(name=attribute, type=7, ints=setting)
    graph.node.extend(nodes)
