"""Inputs besides the picture, such as "is training" and dropout rates: set as for using the network."""

import re

import numpy as np

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.tensorflow.dropout import dropouts
from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef, Ref, data
from deepintro_desktop.importers.tensorflow.sources import declared
from deepintro_desktop.importers.tensorflow.values import Known, set_constant

_TRAINS = re.compile(r"train|phase|learning|dropout|fit", re.IGNORECASE)
_APPLIES = re.compile(r"infer|eval|test|predict|deploy|valid", re.IGNORECASE)
_BATCH = re.compile(r"batch|(^|_)bs($|_)|num_(samples|images|examples)", re.IGNORECASE)
_KEEPS = re.compile(r"keep|retain", re.IGNORECASE)
_DROPS = re.compile(r"rate|drop", re.IGNORECASE)
_BOOL, _REAL, _WHOLE = 10, (1, 2, 14, 19), (3, 9)


def decide_switches(graph: Graph, picture: str, outputs: list[Ref]) -> dict[str, np.ndarray]:
    """Fix the two-valued inputs that the outputs depend on; ``graph`` is changed. Returns what was set."""
    chosen = {}
    for node in _others(graph, picture, outputs):
        if _kind(node) == _BOOL:
            value = _truth(graph, node)
            chosen[node.name] = np.array(value)
    for name, value in chosen.items():
        set_constant(graph, name, value)
    return chosen


def _truth(graph: Graph, node: NodeDef) -> bool:
    """Say what an on-off input is when the network is used, not trained."""
    if _APPLIES.search(node.name) and not _TRAINS.search(node.name):
        return True
    if node.op == "PlaceholderWithDefault" and not _TRAINS.search(node.name):
        return bool(Known(graph).scalar(data(node)[0]) or 0)
    return False


def decide_numbers(graph: Graph, picture: str, output: Ref) -> dict[str, np.ndarray]:
    """Fix all other inputs: dropout rates, batch sizes, and what has a value of its own.

    Returns what was set.

    Raises
    ------
    UnsupportedNetworkError
        All inputs of which nobody can tell what they should be.
    """
    chosen: dict[str, np.ndarray] = {}
    open_ones = []
    for node in _others(graph, picture, [output]):
        value = _number(graph, node, picture)
        if value is not None:
            chosen[node.name] = value
        elif node.op == "PlaceholderWithDefault":
            _use_default(graph, node)
        elif _kind(node) in _WHOLE and _BATCH.search(node.name):
            _count_pictures(graph, node, picture)
        else:
            open_ones.append(declared(graph, Ref(node.name)).text)
    if open_ones:
        raise UnsupportedNetworkError(
            "The network needs more than a picture.",
            f"It also reads {', '.join(sorted(open_ones))}.",
            "Ask the network's author for a version of it whose only input is the picture.",
            inputs=tuple(open_ones),
        )
    for name, value in chosen.items():
        set_constant(graph, name, value)
    return chosen


def _others(graph: Graph, picture: str, outputs: list[Ref]) -> list[NodeDef]:
    needed = graph.before((entry.node for entry in outputs), lambda name: name == picture, waits=True)
    return [graph.nodes[name] for name in sorted(needed) if name != picture and graph.is_input(name)]


def _kind(node: NodeDef) -> int:
    return int(node.attr["dtype"].type) if "dtype" in node.attr else 0


def _number(graph: Graph, node: NodeDef, picture: str) -> np.ndarray | None:
    from tensorflow.python.framework import dtypes

    kind = _kind(node)
    if kind in _REAL:
        value = _rate(graph, node, picture)
    elif kind in _WHOLE and _TRAINS.search(node.name):
        value = 0.0
    else:
        value = None
    return None if value is None else np.array(value, dtypes.as_dtype(kind).as_numpy_dtype)


def _rate(graph: Graph, node: NodeDef, picture: str) -> float | None:
    """Return 1 for a share that is kept, 0 for one that is dropped: first by its use, then by its name."""
    sizes = declared(graph, Ref(node.name)).sizes
    if sizes is not None and any(size != 1 for size in sizes):
        return None
    found = [
        entry
        for entry in dropouts(graph, picture)
        if node.name in graph.before([(entry.keep or entry.rate or entry.source).node])
        and (entry.keep or entry.rate)
    ]
    for value in (1.0, 0.0):
        known = Known(graph, {node.name: np.array(value)})
        if found and all(entry.is_off(known) for entry in found):
            return value
    if _KEEPS.search(node.name):
        return 1.0
    return 0.0 if _DROPS.search(node.name) else None


def _use_default(graph: Graph, node: NodeDef) -> None:
    node.op = "Identity"
    kind = node.attr["dtype"].type
    node.attr.clear()
    node.attr["T"].type = kind


def _count_pictures(graph: Graph, node: NodeDef, picture: str) -> None:
    """Let an input for the number of pictures be that number."""
    kind, name = _kind(node), node.name
    shape = graph.add("Shape", f"{name}/sizes", [Ref(picture)])
    shape.attr["T"].type = graph.nodes[picture].attr["dtype"].type
    shape.attr["out_type"].type = kind
    ends = []
    for suffix, value in (("begin", 0), ("end", 1), ("stride", 1)):
        set_constant(graph, f"{name}/{suffix}", np.array([value], np.int32))
        ends.append(Ref(f"{name}/{suffix}"))
    del graph.nodes[name]
    first = graph.add("StridedSlice", name, [Ref(shape.name), *ends])
    first.attr["T"].type, first.attr["Index"].type = kind, 3
    first.attr["shrink_axis_mask"].i = 1
