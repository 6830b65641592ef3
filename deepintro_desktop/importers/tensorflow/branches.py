"""Branches whose switch is decided become the branch that is taken."""

from dataclasses import dataclass, field

import numpy as np

from deepintro_desktop.importers.tensorflow.functions import Patience, settle, splice, write_out_calls
from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef, Ref, controls, data
from deepintro_desktop.importers.tensorflow.operators import BRANCHES
from deepintro_desktop.importers.tensorflow.values import Known, set_constant

_SWITCH, _MERGE = ("Switch", "RefSwitch"), ("Merge", "RefMerge")


def take_branches(graph: Graph, outputs: list[Ref]) -> list[Ref]:
    """Write out all calls, and the branch that is taken wherever that is decided; ``graph`` is changed.

    Returns where the outputs are then.
    """
    patience = Patience()
    while True:
        outputs = write_out_calls(graph, outputs, patience)
        outputs = _open_switches(graph, outputs)
        known = Known(graph)
        moves: dict[Ref, Ref] = {}
        for name in sorted(graph.before(entry.node for entry in outputs)):
            node = graph.nodes[name]
            chosen = known.scalar(data(node)[0]) if node.op in BRANCHES and data(node) else None
            if chosen is not None:
                branch = node.attr["then_branch" if chosen else "else_branch"].func.name
                moves |= splice(graph, node, branch, data(node)[1:])
        if not moves:
            return outputs
        outputs = settle(graph, moves, outputs)


@dataclass
class _Flow:
    """What never gets a value, and what stands in for switches and merges."""

    dead_nodes: set[str] = field(default_factory=set)
    dead_results: set[Ref] = field(default_factory=set)
    moves: dict[Ref, Ref] = field(default_factory=dict)

    def is_dead(self, entry: Ref) -> bool:
        return entry.node in self.dead_nodes or entry in self.dead_results


def _open_switches(graph: Graph, outputs: list[Ref]) -> list[Ref]:
    """Replace old-style switches that are decided, and the merges behind them."""
    needed = graph.before((entry.node for entry in outputs), waits=True)
    if not any(graph.nodes[name].op in _SWITCH for name in needed):
        return outputs
    known, flow = Known(graph), _Flow()
    for node in graph.only(needed, waits=True).ordered(waits=True):
        if node.op in _MERGE:
            _merge(graph, node, flow)
        elif any(flow.is_dead(entry) for entry in data(node)) or flow.dead_nodes.intersection(controls(node)):
            flow.dead_nodes.add(node.name)
        elif node.op in _SWITCH and len(data(node)) == 2:
            chosen = known.scalar(data(node)[1])
            if chosen is not None:
                flow.dead_results.add(Ref(node.name, 0 if chosen else 1))
                flow.moves[Ref(node.name, 1 if chosen else 0)] = data(node)[0]
    return settle(graph, flow.moves, outputs)


def _merge(graph: Graph, node: NodeDef, flow: _Flow) -> None:
    alive = [index for index, entry in enumerate(data(node)) if not flow.is_dead(entry)]
    if not alive:
        flow.dead_nodes.add(node.name)
    elif len(alive) == 1:
        name = f"{node.name}/taken"
        set_constant(graph, name, np.int32(alive[0]))
        flow.moves[Ref(node.name, 0)] = data(node)[alive[0]]
        flow.moves[Ref(node.name, 1)] = Ref(name)
