"""What must hold before anything follows the wires of a graph: they are there, and constants can be read."""

from collections.abc import Iterable

from deepintro_desktop.core.errors import UnreadableNetworkError
from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef, data


def refuse_incomplete(nodes: Iterable[NodeDef], name: str) -> None:
    """Raise ``UnreadableNetworkError`` for the first operation that is none.

    It has fewer inputs than its kind needs, or data types that do not exist: on these, TensorFlow aborts the
    whole process. Operators that TensorFlow does not know pass: they are refused by name where they matter.
    """
    from tensorflow.core.framework.types_pb2 import DataType
    from tensorflow.python.framework import op_def_registry

    types = frozenset(DataType.values())
    for node in nodes:
        if not _has_sound_types(node, types):
            raise UnreadableNetworkError(
                f"{name} is damaged.",
                f"{node.name} ({node.op}) has a data type that does not exist, or two that contradict.",
                "Copy or download the file again, or ask the network's author for it.",
            )
        kind = op_def_registry.get(node.op)
        wanted = sum(_count(node, argument) for argument in kind.input_arg) if kind is not None else 0
        if len(data(node)) < wanted:
            raise UnreadableNetworkError(
                f"{name} is damaged.",
                f"{node.name} ({node.op}) needs {wanted} inputs and has {len(data(node))}.",
                "Copy or download the file again, or ask the network's author for it.",
            )


def _has_sound_types(node: NodeDef, types: frozenset[int]) -> bool:
    for value in node.attr.values():
        kind = value.WhichOneof("value")
        if kind == "type" and value.type not in types:
            return False
        if kind == "tensor" and value.tensor.dtype not in types:
            return False
        if kind == "list" and not types.issuperset(value.list.type):
            return False
    return node.op != "Const" or node.attr["value"].tensor.dtype == node.attr["dtype"].type


def _count(node: NodeDef, argument: object) -> int:
    """Return how many tensors an argument takes; lists say it in an attribute of the node."""
    if argument.number_attr:  # type: ignore[attr-defined]
        return int(node.attr[argument.number_attr].i) if argument.number_attr in node.attr else 0  # type: ignore[attr-defined]
    types = argument.type_list_attr  # type: ignore[attr-defined]
    if types:
        return len(node.attr[types].list.type) if types in node.attr else 0
    return 1


def refuse_loose_ends(graph: Graph, output: str, name: str) -> None:
    """Raise ``UnreadableNetworkError`` with what is read on the way to an output and made by nothing."""
    missing = sorted(
        {
            f"{entry.node} (for {needed})"
            for needed in graph.before([output], waits=True)
            for entry in data(graph.nodes[needed])
            if entry.node not in graph.nodes
        }
    )
    if missing:
        more = f" and {len(missing) - 6} more" if len(missing) > 6 else ""
        raise UnreadableNetworkError(
            f"{name} is damaged or incomplete.",
            f"Its graph refers to operations that are not there: {', '.join(missing[:6])}{more}.",
            "Copy or download the file again, or ask the network's author for it.",
        )
