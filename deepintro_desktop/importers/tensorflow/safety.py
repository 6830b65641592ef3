"""Nothing is loaded or run before every operator in it is known to do nothing but compute."""

from collections.abc import Iterable

from deepintro_desktop.core.errors import UnsafeFileError, UnsupportedNetworkError
from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef, called
from deepintro_desktop.importers.tensorflow.operators import (
    BRANCHES,
    CONVERTIBLE,
    DANGEROUS,
    HARMLESS,
    SWITCHES,
)

_LOOPS = frozenset(
    {"Enter", "Exit", "LoopCond", "NextIteration", "RefEnter", "RefExit", "RefNextIteration"}
    | {"StatelessWhile", "While", "For", "Case", "StatelessCase"}
)


def refuse_unknown(nodes: Iterable[NodeDef], name: str) -> None:
    """Raise for all operators that cannot be converted.

    Raises
    ------
    UnsafeFileError
        When some of them run code or reach files.
    UnsupportedNetworkError
        When they are merely not known.
    """
    found: dict[str, list[str]] = {}
    for node in nodes:
        if node.op not in CONVERTIBLE:
            found.setdefault(node.op, []).append(node.name)
    if not found:
        return
    listed = ", ".join(_with_place(op, places) for op, places in sorted(found.items()))
    harmful = sorted(DANGEROUS.intersection(found))
    if harmful:
        raise UnsafeFileError(
            f"{name} holds operations that run code or reach files on this computer.",
            f"They stand between the picture and the answer: {listed}. Nothing of it was run.",
            "Ask the network's author for a version of it that only computes, without these operations.",
            operators=tuple(sorted(found)),
        )
    branching = found.keys() & (BRANCHES | SWITCHES | _LOOPS)
    kind = "branches or loops" if branching == found.keys() else "operations that are not known here"
    raise UnsupportedNetworkError(
        f"{name} uses {kind}.",
        f"They are: {listed}.",
        "Ask the network's author for a version of it in TensorFlow's own simple operations, or for ONNX.",
        operators=tuple(sorted(found)),
    )


def _with_place(op: str, places: list[str]) -> str:
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    return f"{op} ({places[0]}{more})"


def is_harmless(graph: Graph) -> bool:
    """Whether a graph, with all functions that it can call, may be run."""
    return all(
        node.op in HARMLESS or node.op in graph.functions
        for nodes in (graph.nodes.values(), *(entry.node_def for entry in reachable(graph).values()))
        for node in nodes
    )


def reachable(graph: Graph) -> dict[str, object]:
    """Return the functions that a graph can call, directly or through others."""
    found: dict[str, object] = {}
    waiting = [*_calls(graph.nodes.values())]
    while waiting:
        name = waiting.pop()
        if name in graph.functions and name not in found:
            found[name] = graph.functions[name]
            waiting += _calls(graph.functions[name].node_def)
    return found


def _calls(nodes: Iterable[NodeDef]) -> list[str]:
    return [name for node in nodes for name in (node.op, *called(node))]
