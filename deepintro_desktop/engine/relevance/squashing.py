"""Limits that make a gate: the hard sigmoid of exporters that have no operator for it.

A gate weighs a value by a part of it, so its range must be about one. A ReLU6 is limited as well, and is an
activation like any other: where two of those are multiplied, both are values.
"""

from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.operator import Node

_LARGEST = 1.001
Limits = tuple[float | None, float | None]


def is_squashing(graph: ExplainableGraph, node: Node) -> bool:
    """Whether a node limits its value on both sides, to −1 … 1 once its readers have scaled it."""
    low, high = _limits(graph, node)
    if low is None or high is None:
        return False
    size = max(abs(low), abs(high))
    readers = graph.consumers.get(node.outputs[0], ())
    return all(size * _factor(graph, reader) <= _LARGEST for reader in readers)


def _limits(graph: ExplainableGraph, node: Node) -> Limits:
    match node.operator:
        case "Relu":
            return 0.0, None
        case "Clip" if len(node.inputs) > 1:
            low, high = [*node.inputs[1:], "", ""][:2]
            return _scalar(graph, low), _scalar(graph, high)
        case "Clip":
            return node.attributes.get("min"), node.attributes.get("max")
        case "Min" | "Max" if len(node.inputs) == 2:
            return _outer_limits(graph, node)
    return None, None


def _outer_limits(graph: ExplainableGraph, node: Node) -> Limits:
    """Return the limits of a minimum or maximum with a constant, that of what it limits among them."""
    limits = [_scalar(graph, name) for name in node.inputs]
    inner = next((graph.producers.get(name) for name in node.inputs if name in graph.active), None)
    limit = next((entry for entry in limits if entry is not None), None)
    if limit is None or inner is None:
        return None, None
    low, high = _limits(graph, inner)
    return (low, limit) if node.operator == "Min" else (limit, high)


def _factor(graph: ExplainableGraph, reader: Node) -> float:
    """Return by what a reader scales."""
    factor = next((entry for entry in (_scalar(graph, name) for name in reader.inputs) if entry), None)
    if factor is None or reader.operator not in ("Mul", "Div"):
        return 1.0
    if reader.operator == "Mul":
        return abs(factor)
    return 1.0 / abs(factor) if reader.inputs[0] in graph.active else 1.0


def _scalar(graph: ExplainableGraph, name: str) -> float | None:
    value = graph.constants.get(name)
    return float(value) if value is not None and value.numel() == 1 else None
