"""The static side of a propagation: which nodes relevance reaches, where it leaves them, what forbids it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.operator import Node, Operator, Primitive
from deepintro_desktop.engine.graph.registry import find
from deepintro_desktop.engine.relevance.taint import Mark, Trace, active_inputs, traces

_SQUASHED_OUTPUTS = ("Softmax", "LogSoftmax", "Sigmoid", "HardSigmoid")


@dataclass(frozen=True, slots=True)
class Step:
    """One node that relevance reaches: ``routes`` are the inputs that receive it.

    ``is_first`` and ``is_last`` say that no other linear node lies between it and the picture, or it and the
    logits. ``ends_here`` marks a softmax inside the network, where relevance stops.
    """

    node: Node
    operator: Operator
    routes: tuple[int, ...]
    is_first: bool = False
    is_last: bool = False
    ends_here: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in reverse order of the computation, and all reasons why the network cannot be explained."""

    steps: tuple[Step, ...]
    reasons: tuple[str, ...]


def make_plan(graph: ExplainableGraph) -> Plan:
    """Return how relevance walks from the logits back to the input, whatever the composite."""
    found = traces(graph)
    reached = {graph.output_name}
    steps, reasons = [], _unrecognised_output(graph)
    for node in reversed(graph.nodes):
        if reached.isdisjoint(node.outputs):
            continue
        step, reason = _step(node, graph, found)
        if reason:
            reasons.append(reason)
        if step is not None:
            steps.append(step)
            reached.update(node.inputs[index] for index in step.routes)
    if not reasons and graph.input_name not in reached:
        reasons.append("No relevance can reach the picture.")
    return Plan(_with_positions(steps, graph), tuple(dict.fromkeys(reasons)))


def _unrecognised_output(graph: ExplainableGraph) -> list[str]:
    producer = graph.producers.get(graph.output_name)
    if producer is None or producer.operator not in _SQUASHED_OUTPUTS:
        return []
    return [f"The network ends in a {producer.operator} that cannot be taken off: there is no logit."]


def _step(node: Node, graph: ExplainableGraph, found: Mapping[str, Trace]) -> tuple[Step | None, str]:
    operator, active = find(node.operator), active_inputs(node, graph.active)
    if operator is None:
        return None, f"The operator {node.operator} (node {node.name}) has no relevance rule."
    if not active or graph.active.isdisjoint(node.outputs):
        return None, ""
    if operator.is_constant_only:
        return (
            None,
            f"The operator {node.operator} (node {node.name}) has no rule for values of the picture.",
        )
    if operator.primitive in (Primitive.LINEAR, Primitive.POOL, Primitive.NORMALISE) and active != (0,):
        return None, f"Node {node.name} ({node.operator}) takes its weights from the picture."
    if node.operator in ("Softmax", "LogSoftmax"):
        return Step(node, operator, (), ends_here=True), ""
    if operator.primitive is not Primitive.PRODUCT:
        return Step(node, operator, active), ""
    carrier = _carrier(node, [(index, found[node.inputs[index]]) for index in active])
    if carrier is None:
        return None, (
            f"Node {node.name} ({node.operator}) multiplies two values of the picture, neither a gate: "
            "relevance cannot be divided between them."
        )
    return Step(node, operator, (carrier,)), ""


def _carrier(node: Node, operands: list[tuple[int, Trace]]) -> int | None:
    """Return the operand that receives everything: the one that is not a gate or normaliser, else None."""
    if len(operands) == 1:
        return operands[0][0]
    if node.operator == "Div":
        return 0
    values = [(index, trace) for index, trace in operands if trace.mark is Mark.VALUE]
    if len(values) == 1:
        return values[0][0]
    candidates = values or operands
    if len({trace.root for _, trace in candidates}) == 1:
        # x · f(x): every path ends at x, so the shortest one is as good as any.
        return min(candidates, key=lambda entry: entry[1].n_steps)[0]
    return None


def _with_positions(steps: list[Step], graph: ExplainableGraph) -> tuple[Step, ...]:
    """Mark the linear steps next to the picture and next to the logits."""
    behind, before = {graph.input_name: False}, {graph.output_name: False}
    for step in reversed(steps):
        linear = step.operator.primitive is Primitive.LINEAR
        passed = linear or any(behind.get(step.node.inputs[index], False) for index in step.routes)
        behind.update(dict.fromkeys(filter(None, step.node.outputs), passed))
    marked = []
    for step in steps:
        linear = step.operator.primitive is Primitive.LINEAR
        passed = any(before.get(name, False) for name in step.node.outputs)
        for index in step.routes:
            name = step.node.inputs[index]
            before[name] = before.get(name, False) or passed or linear
        is_first = linear and not any(behind.get(step.node.inputs[index], False) for index in step.routes)
        marked.append(replace(step, is_first=is_first, is_last=linear and not passed))
    return tuple(marked)
