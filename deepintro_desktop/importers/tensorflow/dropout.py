"""Dropout in a graph: found by what it does, and taken out."""

from dataclasses import dataclass

from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef, Ref, data
from deepintro_desktop.importers.tensorflow.operators import RANDOM
from deepintro_desktop.importers.tensorflow.values import Known

_SCALING = ("Mul", "Add", "AddV2", "Sub", "Identity", "Cast")
_MASKS = ("Floor", "GreaterEqual", "Greater")
_DIVISIONS = ("RealDiv", "Div")
_FARTHEST = 12


@dataclass(frozen=True, slots=True)
class Dropout:
    """``result`` is ``source`` with numbers dropped, by ``keep`` (1: none) or by ``rate`` (0: none)."""

    result: Ref
    source: Ref
    keep: Ref | None
    rate: Ref | None

    def is_off(self, known: Known) -> bool:
        """Whether the graph fixes it to drop nothing."""
        if self.keep is not None:
            return known.scalar(self.keep) == 1.0
        return self.rate is not None and known.scalar(self.rate) == 0.0


def dropouts(graph: Graph, picture: str) -> list[Dropout]:
    """Return every dropout on the way of the picture."""
    readers, on_the_way = graph.readers(), graph.behind([picture])
    found = []
    for node in graph.nodes.values():
        if node.op in RANDOM:
            for mask, noise in _masks(readers, node):
                found += _of_mask(graph, readers, mask, noise, on_the_way)
    return found


def _masks(readers: dict[str, list[NodeDef]], random: NodeDef) -> list[tuple[NodeDef, set[str]]]:
    """Return (mask, the nodes between the random numbers and it) for every mask made of random numbers."""
    found, seen, waiting = [], {random.name}, [random.name]
    for _ in range(_FARTHEST):
        after = [node for name in waiting for node in readers.get(name, ()) if node.name not in seen]
        waiting = []
        for node in after:
            if node.op in _MASKS:
                found.append((node, set(seen)))
            elif node.op in _SCALING:
                waiting.append(node.name)
        seen.update(waiting)
    return found


def _of_mask(
    graph: Graph,
    readers: dict[str, list[NodeDef]],
    mask: NodeDef,
    noise: set[str],
    on_the_way: set[str],
) -> list[Dropout]:
    keep = rate = None
    if mask.op == "Floor":
        added = graph.nodes[data(mask)[0].node]
        keep = next((entry for entry in data(added) if entry.node not in noise), None)
    else:
        rate = data(mask)[1] if data(mask)[0].node in noise else None
    found, names = [], {mask.name}
    for _ in range(3):
        for name in list(names):
            for node in readers.get(name, ()):
                if node.op in ("Cast", "Identity"):
                    names.add(node.name)
                source = _source(graph, node, names, on_the_way)
                if source is not None:
                    found.append(Dropout(Ref(node.name), source, keep, rate))
    return list(dict.fromkeys(found))


def _source(graph: Graph, node: NodeDef, masks: set[str], on_the_way: set[str]) -> Ref | None:
    """Return what is dropped from, when the node multiplies by or selects with the mask."""
    if node.op == "Mul":
        kept = [entry for entry in data(node) if entry.node not in masks]
    elif node.op in ("Select", "SelectV2") and data(node)[0].node in masks:
        kept = [data(node)[1]]
    else:
        return None
    scaled = graph.nodes.get(kept[0].node) if len(kept) == 1 else None
    if scaled is None or scaled.name not in on_the_way:
        return None
    inputs = data(scaled)
    if scaled.op in _DIVISIONS:
        return inputs[0]
    if scaled.op == "Mul":
        moving = [entry for entry in inputs if entry.node in on_the_way]
        return moving[0] if len(moving) == 1 else None
    return None


def take_out(graph: Graph, picture: str, output: Ref) -> tuple[Ref, bool]:
    """Remove every dropout; return where the output is then, and whether any was switched on for good."""
    from deepintro_desktop.importers.tensorflow.functions import settle

    known, found = Known(graph), dropouts(graph, picture)
    was_on = any(not entry.is_off(known) for entry in found)
    (output,) = settle(graph, {entry.result: entry.source for entry in found}, [output])
    return output, was_on
