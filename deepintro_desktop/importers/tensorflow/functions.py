"""Functions of a graph are written out in place, so that every operator and weight is in plain sight."""

from typing import Any

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsafeFileError
from deepintro_desktop.importers.tensorflow.graph import (
    Graph,
    NodeDef,
    Ref,
    controls,
    data,
    follow,
    number,
    ref,
)
from deepintro_desktop.importers.tensorflow.operators import CALLS

MAX_NODES = 60_000
_MOST_WORK, _ROUND = 3_000_000, 20_000
"""How much work a graph may be: a round is that much, and one more for each operation looked at.

Every round goes one call deeper: 150 calls inside each other in a small network, 37 in the largest.
"""

_LOCAL_ATTRIBUTES = ("_XlaMustCompile", "_noinline", "_output_shapes", "_class")


class Patience:
    """Counts what it costs to write out one graph: functions that call themselves never come to an end."""

    def __init__(self) -> None:
        self._left = _MOST_WORK

    def spend(self, n_nodes: int) -> None:
        """Note a round that looked at so many operations; raise ``UnsafeFileError`` when it is enough."""
        self._left -= _ROUND + n_nodes
        if self._left < 0:
            raise _endless("Its functions call themselves, or each other, without an end in sight.")


def _endless(why: str) -> UnsafeFileError:
    return UnsafeFileError(
        "The network is too large.", why, "Ask the network's author for a simpler form of it."
    )


def is_call(graph: Graph, node: NodeDef) -> bool:
    """Whether the node calls a function of the graph."""
    return node.op in CALLS or node.op in graph.functions


def write_out_calls(graph: Graph, outputs: list[Ref], patience: Patience | None = None) -> list[Ref]:
    """Replace all calls that the outputs depend on by what they call; return where the outputs are then.

    Raises ``UnsafeFileError`` for functions that grow without end, ``UnreadableNetworkError`` for missing
    ones.
    """
    patience = patience or Patience()
    while True:
        needed = graph.before([entry.node for entry in outputs], waits=True)
        patience.spend(len(needed))
        calls = [graph.nodes[name] for name in needed if is_call(graph, graph.nodes[name])]
        if not calls:
            return outputs
        moves: dict[Ref, Ref] = {}
        for node in sorted(calls, key=lambda node: node.name):
            function = node.attr["f"].func.name if node.op in CALLS else node.op
            moves |= splice(graph, node, function, data(node))
        outputs = settle(graph, moves, outputs)


def settle(graph: Graph, moves: dict[Ref, Ref], outputs: list[Ref]) -> list[Ref]:
    """Redirect all readers, and return where the outputs are then."""
    graph.redirect(moves)
    return [follow(moves, entry) for entry in outputs]


def splice(graph: Graph, node: NodeDef, function: str, arguments: list[Ref]) -> dict[Ref, Ref]:
    """Put the body of a function in the place of a node; return where the node's results are then."""
    body = graph.functions.get(function)
    if body is None or len(body.signature.input_arg) != len(arguments):
        raise UnreadableNetworkError(
            "The network calls a part of itself that is not there.",
            f"{node.name} calls {function}, which is not among its functions or takes other inputs.",
            "The file is damaged or incomplete; ask for it again.",
        )
    given = {entry.name: value for entry, value in zip(body.signature.input_arg, arguments, strict=True)}
    places = _places(graph, body)
    prefix = f"{node.name}/"
    for inner in body.node_def:
        copy = _copied(inner, prefix, given, places)
        copy.input.extend(f"^{entry}" for entry in controls(node))
        _resolve(copy, node)
        graph.nodes[copy.name] = copy
    if len(graph.nodes) > MAX_NODES:
        raise _endless(f"Its functions, written out, have more than {MAX_NODES} operations.")
    del graph.nodes[node.name]
    moves = {}
    for index, result in enumerate(body.signature.output_arg):
        moves[Ref(node.name, index)] = _inside(body.ret[result.name], prefix, given, places)
    return moves


def _copied(
    inner: NodeDef, prefix: str, given: dict[str, Ref], places: dict[tuple[str, str], int]
) -> NodeDef:
    copy = type(inner)()
    copy.CopyFrom(inner)
    copy.name = prefix + inner.name
    entries = []
    for entry in inner.input:
        if entry.startswith("^"):
            # A wait for an argument means nothing: it is there before the body.
            entries += [] if entry[1:] in given else [f"^{prefix}{entry[1:]}"]
        else:
            entries.append(_inside(entry, prefix, given, places).entry)
    del copy.input[:]
    copy.input.extend(entries)
    for name in _LOCAL_ATTRIBUTES:
        if name in copy.attr:
            del copy.attr[name]
    return copy


def _resolve(copy: NodeDef, call: NodeDef) -> None:
    """Fill in the types that an old function takes from its caller."""
    for value in copy.attr.values():
        if value.HasField("placeholder") and value.placeholder in call.attr:
            value.CopyFrom(call.attr[value.placeholder])


def _inside(entry: str, prefix: str, given: dict[str, Ref], places: dict[tuple[str, str], int]) -> Ref:
    """Return what ``argument``, ``node:output:2`` or ``node:1`` in a body refers to after splicing."""
    parts = entry.split(":")
    if parts[0] in given:
        return given[parts[0]]
    if len(parts) == 3:
        return Ref(prefix + parts[0], places.get((parts[0], parts[1]), 0) + number(parts[2]))
    plain = ref(entry)
    return Ref(prefix + plain.node, plain.index)


def _places(graph: Graph, body: Any) -> dict[tuple[str, str], int]:
    """Return, for each node of a body and each of its named outputs, the number of the first result."""
    from tensorflow.python.framework import op_def_registry

    found: dict[tuple[str, str], int] = {}
    for node in body.node_def:
        if node.op in graph.functions:
            outputs = graph.functions[node.op].signature.output_arg
        else:
            known = op_def_registry.get(node.op)
            outputs = known.output_arg if known is not None else ()
        position = 0
        for output in outputs:
            found[node.name, output.name] = position
            position += _count(node, output)
    return found


def _count(node: NodeDef, output: Any) -> int:
    if output.number_attr:
        return int(node.attr[output.number_attr].i)
    return len(node.attr[output.type_list_attr].list.type) if output.type_list_attr else 1
