"""The static side of a propagation: which nodes relevance reaches, where it leaves them, what forbids it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.operator import Node, Operator, Primitive
from deepintro_desktop.engine.graph.registry import find
from deepintro_desktop.engine.relevance.products import ProductRule
from deepintro_desktop.engine.relevance.taint import Mark, Trace, active_inputs, traces

CONTRACTIONS = ("MatMul", "Einsum")
"""Operators that sum products of their operands; with one constant operand they are linear."""

_N_NAMED = 3
_SQUASHED_OUTPUTS = ("Softmax", "LogSoftmax", "Sigmoid", "HardSigmoid")


@dataclass(frozen=True, slots=True)
class Step:
    """One node that relevance reaches: ``routes`` are the inputs that receive it.

    ``primitive`` is that of the operator, but linear where the other operand of a matrix product is constant.
    ``is_first`` and ``is_last`` say that no other linear node lies between it and the picture, or it and the
    logits. ``ends_here`` marks a softmax inside the network, where relevance stops.
    """

    node: Node
    operator: Operator
    routes: tuple[int, ...]
    primitive: Primitive
    is_first: bool = False
    is_last: bool = False
    ends_here: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in reverse order of the computation, and all reasons why the network cannot be explained.

    ``undecided`` are the products of two values between which the product rule cannot divide; they are among
    the reasons.
    """

    steps: tuple[Step, ...]
    reasons: tuple[str, ...]
    undecided: tuple[str, ...] = ()


def make_plan(graph: ExplainableGraph, products: ProductRule = ProductRule.HALVES_OF_VALUES) -> Plan:
    """Return how relevance walks from the logits back to the input; of a composite, only products matter."""
    found = traces(graph)
    reached = {graph.output_name}
    steps, reasons, undecided = [], _unrecognised_output(graph), []
    for node in reversed(graph.nodes):
        if reached.isdisjoint(node.outputs):
            continue
        reason = _forbidden(node, graph)
        if reason:
            reasons.append(reason)
            continue
        step = _step(node, graph, found, products)
        if step is None:
            continue
        if not step.routes and not step.ends_here:
            undecided.append(f"{node.name} ({node.operator})")
            continue
        steps.append(step)
        reached.update(node.inputs[index] for index in step.routes)
    reasons += _told(undecided)
    if not reasons and graph.input_name not in reached:
        reasons.append("No relevance can reach the picture.")
    return Plan(_with_positions(steps, graph), tuple(dict.fromkeys(reasons)), tuple(undecided))


def _told(undecided: list[str]) -> list[str]:
    if not undecided:
        return []
    more = len(undecided) - _N_NAMED
    where = ", ".join(undecided[:_N_NAMED]) + (f" and {more} others" if more > 0 else "")
    return [
        f"Two values of the picture are multiplied, neither a gate, at {where}: "
        "relevance cannot be divided between them."
    ]


def _unrecognised_output(graph: ExplainableGraph) -> list[str]:
    producer = graph.producers.get(graph.output_name)
    if producer is None or producer.operator not in _SQUASHED_OUTPUTS:
        return []
    return [f"The network ends in a {producer.operator} that cannot be taken off: there is no logit."]


def _forbidden(node: Node, graph: ExplainableGraph) -> str:
    """Return why no rule can pass a node, or nothing."""
    operator, active = find(node.operator), active_inputs(node, graph.active)
    if operator is None:
        return f"The operator {node.operator} (node {node.name}) has no relevance rule."
    if not active or graph.active.isdisjoint(node.outputs):
        return ""
    if operator.is_constant_only:
        return f"The operator {node.operator} (node {node.name}) has no rule for values of the picture."
    if operator.primitive in (Primitive.LINEAR, Primitive.POOL, Primitive.NORMALISE) and active != (0,):
        return f"Node {node.name} ({node.operator}) takes its weights from the picture."
    return ""


def _step(
    node: Node, graph: ExplainableGraph, found: Mapping[str, Trace], products: ProductRule
) -> Step | None:
    """Return the step of a node; without routes where a product cannot be divided."""
    operator, active = find(node.operator), active_inputs(node, graph.active)
    if operator is None or not active or graph.active.isdisjoint(node.outputs):
        return None
    if node.operator == "LogSoftmax" or (node.operator == "Softmax" and not products.passes_softmax):
        return Step(node, operator, (), operator.primitive, ends_here=True)
    if operator.primitive is not Primitive.PRODUCT:
        return Step(node, operator, active, operator.primitive)
    if len(active) == 1:
        linear = node.operator in CONTRACTIONS and active == (0,) and len(node.inputs) == 2
        return Step(node, operator, active, Primitive.LINEAR if linear else Primitive.PRODUCT)
    operands = [(index, found[node.inputs[index]]) for index in active]
    return Step(node, operator, _carriers(node, operands, products), Primitive.PRODUCT)


def _carriers(node: Node, operands: list[tuple[int, Trace]], products: ProductRule) -> tuple[int, ...]:
    """Return the operands of a product that receive relevance; none where that cannot be said."""
    if node.operator == "Div":
        return (0,)
    if products is ProductRule.HALVES:
        operands = [entry for entry in operands if entry[1].mark is not Mark.NORMALISER] or operands
    else:
        # Relevance stops at a softmax, so a product of weights alone may go either way.
        operands = [entry for entry in operands if entry[1].mark is not Mark.WEIGHT] or operands[:1]
        operands = [entry for entry in operands if entry[1].mark is Mark.VALUE] or operands
    if len({trace.root for _, trace in operands}) == 1:
        # x · f(x): every path ends at x, so the shortest one is as good as any.
        return (min(operands, key=lambda entry: entry[1].n_steps)[0],)
    return () if products is ProductRule.VALUE else tuple(index for index, _ in operands)


def _with_positions(steps: list[Step], graph: ExplainableGraph) -> tuple[Step, ...]:
    """Mark the linear steps next to the picture and next to the logits."""
    behind, before = {graph.input_name: False}, {graph.output_name: False}
    for step in reversed(steps):
        linear = step.primitive is Primitive.LINEAR
        passed = linear or any(behind.get(step.node.inputs[index], False) for index in step.routes)
        behind.update(dict.fromkeys(filter(None, step.node.outputs), passed))
    marked = []
    for step in steps:
        linear = step.primitive is Primitive.LINEAR
        passed = any(before.get(name, False) for name in step.node.outputs)
        for index in step.routes:
            name = step.node.inputs[index]
            before[name] = before.get(name, False) or passed or linear
        is_first = linear and not any(behind.get(step.node.inputs[index], False) for index in step.routes)
        marked.append(replace(step, is_first=is_first, is_last=linear and not passed))
    return tuple(marked)
