"""A graph that is being rewritten."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

import torch
from torch import Tensor

from deepintro_desktop.engine.graph import dataflow
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.operator import Node

_SHAPE_READERS = ("Shape", "Size")


class Draft:
    """Nodes and constants that may change, with consumers kept up to date.

    ``sizes`` holds the shape of every value for one picture. Nodes keep their places, so the order of
    computation stays valid as long as a rewrite only removes nodes or lets an earlier node make a later
    value.
    """

    def __init__(self, graph: ExplainableGraph) -> None:
        self._graph = graph
        self._nodes = {node.name: node for node in graph.nodes}
        self.constants = dict(graph.constants)
        self.active = set(graph.active)
        with torch.no_grad():
            values = graph.run(
                torch.zeros(1, *graph.input_shape, dtype=graph.dtype, device=graph.device), keep="all"
            )
        self.sizes = {name: tuple(value.shape) for name, value in values.items()}
        self._readers: dict[str, dict[str, None]] = {}
        for node in graph.nodes:
            self._read(node)

    @property
    def input_name(self) -> str:
        """The name of the picture."""
        return self._graph.input_name

    @property
    def output_name(self) -> str:
        """The name of the logits."""
        return self._graph.output_name

    def nodes(self) -> list[Node]:
        """Return the nodes of this moment, in order of computation."""
        return list(self._nodes.values())

    def visit(self, *, backwards: bool = False) -> Iterator[Node]:
        """Go through the nodes of this moment, each in its present form, without those removed meanwhile."""
        names = list(self._nodes)
        for name in reversed(names) if backwards else names:
            node = self._nodes.get(name)
            if node is not None:
                yield node

    def consumers(self, name: str) -> list[Node]:
        """Return the nodes that read a value."""
        return [self._nodes[reader] for reader in self._readers.get(name, ())]

    def producer(self, name: str) -> Node | None:
        """Return the node that makes a value, None for constants and the input."""
        return next((node for node in self._nodes.values() if name in node.outputs), None)

    def inputs_of(self, node: Node) -> list[Tensor | None]:
        """Return the constant inputs of a node; None for all others."""
        return [self.constants.get(name) for name in node.inputs]

    def only_consumer(self, name: str) -> Node | None:
        """Return the one node that reads a value, once; None for the logits and for several readers."""
        readers = self.consumers(name)
        if name == self.output_name or len(readers) != 1 or readers[0].inputs.count(name) != 1:
            return None
        return readers[0]

    def users(self, name: str) -> list[Node]:
        """Return the nodes that read the numbers of a value, and not only its shape."""
        return [reader for reader in self.consumers(name) if reader.operator not in _SHAPE_READERS]

    def only_user(self, name: str) -> Node | None:
        """Return the one node that reads the numbers of a value, once; None for the logits."""
        readers = self.users(name)
        if name == self.output_name or len(readers) != 1 or readers[0].inputs.count(name) != 1:
            return None
        return readers[0]

    def redirect_shapes(self, old: str, new: str) -> None:
        """Let whoever reads the shape of ``old`` read that of ``new``, which is the same."""
        for reader in self.consumers(old):
            if reader.operator in _SHAPE_READERS:
                self.change(reader, inputs=(new,))

    def change(self, node: Node, **fields: object) -> Node:
        """Replace fields of a node and return the new one."""
        self._unread(node)
        changed = replace(node, **fields)
        self._nodes[node.name] = changed
        self._read(changed)
        return changed

    def remove(self, node: Node) -> None:
        """Remove a node whose outputs nobody reads any more."""
        self._unread(node)
        del self._nodes[node.name]

    def exchange(self, first: Node, second: Node) -> None:
        """Let two nodes change places in the order of computation."""
        other = {first.name: second.name, second.name: first.name}
        names = [other.get(name, name) for name in self._nodes]
        self._nodes = {name: self._nodes[name] for name in names}

    def redirect(self, old: str, new: str) -> None:
        """Let every reader of ``old`` read ``new``."""
        for reader in self.consumers(old):
            self.change(reader, inputs=tuple(new if name == old else name for name in reader.inputs))

    def add_value(self, like: str, sizes: tuple[int, ...] | None = None) -> str:
        """Return a new name for a value of the picture, of the sizes of ``like`` unless others are given."""
        free = f"{like}.folded"
        while free in self.constants or free in self.sizes:
            free += "'"
        self.sizes[free] = self.sizes[like] if sizes is None else sizes
        self.active.add(free)
        return free

    def add_constant(self, name: str, value: Tensor) -> str:
        """Keep a constant under this name, or a similar one that is free; return the name."""
        free = name
        while free in self.constants or free in self.sizes:
            free += "'"
        self.constants[free] = value.to(dtype=self._graph.dtype, device=self._graph.device).contiguous()
        return free

    def add_sizes(self, name: str, sizes: tuple[int, ...]) -> str:
        """Keep whole numbers under this name, or a similar one that is free; return the name."""
        free = name
        while free in self.constants or free in self.sizes:
            free += "'"
        self.constants[free] = torch.tensor(sizes, dtype=torch.int64)
        return free

    def finish(self) -> ExplainableGraph:
        """Return the rewritten graph without what is no longer used."""
        nodes = dataflow.needed(self.nodes(), self.output_name)
        used = {name for node in nodes for name in node.inputs}
        constants = {name: value for name, value in self.constants.items() if name in used}
        return replace(self._graph, nodes=nodes, constants=MappingProxyType(constants))

    def _read(self, node: Node) -> None:
        for name in self._given(node):
            self._readers.setdefault(name, {})[node.name] = None

    def _unread(self, node: Node) -> None:
        for name in self._given(node):
            self._readers[name].pop(node.name, None)

    @staticmethod
    def _given(node: Node) -> Iterable[str]:
        return {name for name in node.inputs if name}
