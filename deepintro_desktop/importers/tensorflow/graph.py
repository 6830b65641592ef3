"""A TensorFlow graph as plain messages: nothing here loads or runs it."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from deepintro_desktop.importers.tensorflow.operators import INPUTS

_FARTHEST = 200
_MOST_DIGITS = 10

NodeDef = Any
"""``tensorflow.NodeDef``; TensorFlow's messages carry no types."""


class Ref(NamedTuple):
    """One result of a node."""

    node: str
    index: int = 0

    @property
    def text(self) -> str:
        """The tensor's name as TensorFlow writes it, for example ``dense/BiasAdd:0``."""
        return f"{self.node}:{self.index}"

    @property
    def entry(self) -> str:
        """The reference as it stands in the inputs of a node."""
        return self.node if self.index == 0 else self.text


def ref(text: str) -> Ref:
    """Return what ``name``, ``name:1`` or ``^name`` refers to."""
    name, _, index = text.removeprefix("^").partition(":")
    return Ref(name, number(index))


def number(text: str) -> int:
    """Return the number of a result as it is written; 0 for anything that cannot be one."""
    return int(text) if text.isdecimal() and len(text) < _MOST_DIGITS else 0


def data(node: NodeDef) -> list[Ref]:
    """Return the results that a node reads."""
    return [ref(entry) for entry in node.input if not entry.startswith("^")]


def controls(node: NodeDef) -> list[str]:
    """Return the nodes that a node waits for."""
    return [entry[1:] for entry in node.input if entry.startswith("^")]


class Graph:
    """The nodes of a graph by name, in the order of the file, and its functions by name.

    ``stored`` are the placeholders that stand for arrays kept elsewhere: nothing enters the graph there.
    """

    def __init__(self, nodes: Iterable[NodeDef], functions: Mapping[str, Any], versions: Any) -> None:
        self.nodes: dict[str, NodeDef] = {node.name: node for node in nodes}
        self.functions = dict(functions)
        self.versions = versions
        self.stored: set[str] = set()

    @classmethod
    def of(cls, message: Any) -> "Graph":
        """Return the graph of a ``GraphDef``; its nodes are shared with the message."""
        functions = {entry.signature.name: entry for entry in message.library.function}
        return cls(message.node, functions, message.versions)

    def copy(self) -> "Graph":
        """Return a graph with copies of the nodes, to be changed."""
        copies = []
        for node in self.nodes.values():
            copy = type(node)()
            copy.CopyFrom(node)
            copies.append(copy)
        result = Graph(copies, self.functions, self.versions)
        result.stored = set(self.stored)
        return result

    def op(self, name: str) -> str:
        """Return the operator of a node, or an empty text when there is no such node."""
        return self.nodes[name].op if name in self.nodes else ""

    def is_input(self, name: str) -> bool:
        """Whether something enters the graph at a node."""
        return self.op(name) in INPUTS and name not in self.stored

    def before(
        self, starts: Iterable[str], stop: Callable[[str], bool] = lambda _: False, *, waits: bool = False
    ) -> set[str]:
        """Return the nodes that ``starts`` depend on, themselves too.

        What lies behind a node for which ``stop`` is true is left out. ``waits``: nodes that tell which
        branch is alive belong to it, too; other waiting is for side effects, which nobody wants here.
        """
        found: set[str] = set()
        waiting = list(starts)
        while waiting:
            name = waiting.pop()
            if name in found or name not in self.nodes:
                continue
            found.add(name)
            if not stop(name):
                node = self.nodes[name]
                waiting += [entry.node for entry in data(node)]
                waiting += [entry for entry in controls(node) if self._is_pivot(entry)] if waits else []
        return found

    def _is_pivot(self, name: str) -> bool:
        node = self.origin(name, ("Identity",))
        return node is not None and node.op in ("Switch", "RefSwitch")

    def origin(self, name: str, moves: Container[str]) -> NodeDef | None:
        """Return the node that a value comes from, behind nodes of the kinds ``moves`` that hand it on.

        None where nothing is, or where the way is longer than any real one: damaged graphs go in circles.
        """
        node = self.nodes.get(name)
        for _ in range(_FARTHEST):
            if node is None or node.op not in moves or not data(node):
                return node
            node = self.nodes.get(data(node)[0].node)
        return None

    def readers(self) -> dict[str, list[NodeDef]]:
        """Return, by name, the nodes that read a node."""
        found: dict[str, list[NodeDef]] = {}
        for node in self.nodes.values():
            for name in {entry.node for entry in data(node)}:
                found.setdefault(name, []).append(node)
        return found

    def behind(self, starts: Iterable[str]) -> set[str]:
        """Return the nodes that depend on ``starts``, themselves too."""
        readers, found, waiting = self.readers(), set(), list(starts)
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += [node.name for node in readers.get(name, ())]
        return found

    def ordered(self, *, waits: bool = False) -> list[NodeDef]:
        """Return the nodes in an order of computation; loops are opened somewhere."""
        done: dict[str, bool] = {}
        order: list[NodeDef] = []
        for first in self.nodes:
            stack = [first]
            while stack:
                name = stack[-1]
                if name not in self.nodes or done.get(name):
                    stack.pop()
                    continue
                if name in done:
                    done[name] = True
                    order.append(self.nodes[name])
                    stack.pop()
                    continue
                done[name] = False
                node = self.nodes[name]
                needed = [entry.node for entry in data(node)] + (controls(node) if waits else [])
                stack += [entry for entry in reversed(needed) if entry not in done]
        return order

    def only(self, names: set[str], *, waits: bool = False) -> "Graph":
        """Return the graph of these nodes, copied; waiting for others is dropped unless ``waits``."""
        shared = Graph(
            (node for name, node in self.nodes.items() if name in names), self.functions, self.versions
        )
        shared.stored = self.stored
        kept = shared.copy()
        for node in kept.nodes.values():
            entries = [
                entry for entry in node.input if not entry.startswith("^") or (waits and entry[1:] in names)
            ]
            del node.input[:]
            node.input.extend(entries)
        return kept

    def redirect(self, moves: Mapping[Ref, Ref]) -> None:
        """Let every reader of the keys read the values instead; chains are followed to their end."""
        for node in self.nodes.values():
            for index, entry in enumerate(node.input):
                if not entry.startswith("^"):
                    target = follow(moves, ref(entry))
                    if target.entry != entry:
                        node.input[index] = target.entry

    def add(self, op: str, name: str, inputs: Iterable[Ref] = ()) -> NodeDef:
        """Add a node under a name that is free, derived from ``name``, and return it."""
        free, number = name, 1
        while free in self.nodes:
            free, number = f"{name}_{number}", number + 1
        from tensorflow.core.framework.node_def_pb2 import NodeDef as Message

        node = Message(name=free, op=op, input=[entry.entry for entry in inputs])
        self.nodes[free] = node
        return node

    def message(self, *, functions: bool = False) -> Any:
        """Return the graph as a ``GraphDef``."""
        from tensorflow.core.framework.graph_pb2 import GraphDef

        result = GraphDef(node=self.nodes.values(), versions=self.versions)
        if functions:
            result.library.function.extend(self.functions.values())
        return result


def follow(moves: Mapping[Ref, Ref], start: Ref) -> Ref:
    """Return where a chain of redirections ends."""
    seen = {start}
    while start in moves and moves[start] not in seen:
        start = moves[start]
        seen.add(start)
    return start


def called(node: NodeDef) -> Iterator[str]:
    """Yield the names of the functions that a node refers to."""
    for value in node.attr.values():
        if value.HasField("func"):
            yield value.func.name
        for entry in value.list.func:
            yield entry.name


def sizes_of(shape: Any) -> list[int | None] | None:
    """Return the sizes of a ``TensorShapeProto`` (None for a free one), or None when it has no rank."""
    if shape.unknown_rank:
        return None
    return [entry.size if entry.size >= 0 else None for entry in shape.dim]
