"""What a network and a composite need once: plan, rules by node, precision, modified weights."""

import threading
from collections.abc import Mapping

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.operator import LinearMap, Node, Primitive
from deepintro_desktop.engine.relevance.composites import Composite, Position
from deepintro_desktop.engine.relevance.passes import (
    Passes,
    StoredPasses,
    StreamedPasses,
    Table,
    is_streamed,
    modified,
)
from deepintro_desktop.engine.relevance.plan import Plan, Step, make_plan
from deepintro_desktop.engine.relevance.rules import LinearRule, Weight


class PreparedComposite:
    """A composite bound to one network; made once, usable from several threads, never changes the network.

    Composites with an ε rule run in double precision, because their denominators cancel; all others have
    bounded shares and run in the precision of the network. Modified weights are copies, made at first use.
    """

    def __init__(self, graph: ExplainableGraph, composite: Composite) -> None:
        self.composite = composite
        self.source = graph
        self.plan: Plan = make_plan(graph, composite.products)
        self._rules = self._choose_rules(graph)
        self.dtype = torch.float64 if any(rule.needs_double for rule in self._rules.values()) else graph.dtype
        self.graph = graph if graph.dtype == self.dtype else graph.to(dtype=self.dtype)
        self._weights: dict[tuple[str, Table], Tensor] = {}
        self._lock = threading.Lock()

    @property
    def needs_bounds(self) -> bool:
        """Whether a rule in use needs the smallest and largest possible input."""
        return any(rule.needs_bounds for rule in self._rules.values())

    def rule(self, step: Step) -> LinearRule:
        """Return the rule of a linear step."""
        return self._rules[step.node.name]

    def passes(self, node: Node, linear: LinearMap, rule: LinearRule) -> Passes:
        """Return the two directions through modified weights of a node."""
        if is_streamed(node.operator, linear.weight):
            return StreamedPasses(linear.weight, rule.gamma)

        def stored(table: Table) -> Tensor:
            if table == ((Weight.RAW,),):
                return linear.weight
            with self._lock:
                return self._stacked(node.name, linear.weight, table, rule.gamma)

        return StoredPasses(linear, stored)

    def _stacked(self, name: str, weight: Tensor, table: Table, gamma: float) -> Tensor:
        if (name, table) not in self._weights:
            rows = [_side_by_side([modified(weight, mode, gamma) for mode in row]) for row in table]
            stack = rows[0] if len(rows) == 1 else torch.cat(rows)
            self._weights[name, table] = stack
            # Single rows become views of the whole, so that nothing is kept twice.
            self._weights.update(
                ((name, (row,)), part) for row, part in zip(table, stack.chunk(len(table)), strict=True)
            )
        return self._weights[name, table]

    def _choose_rules(self, graph: ExplainableGraph) -> Mapping[str, LinearRule]:
        linear = [step for step in self.plan.steps if step.primitive is Primitive.LINEAR]
        return {step.node.name: self.composite.rule_for(_position(step, graph)) for step in linear}


def can_stack(node: Node) -> bool:
    """Whether weight sets of the node may be stacked along their output and input dimensions."""
    if node.operator == "Gemm":
        return not node.attributes.get("transA", 0)
    return node.operator == "Conv" and node.attributes.get("group", 1) == 1


def bias_of(node: Node, linear: LinearMap) -> Tensor | None:
    """Return the bias of a linear node in a shape that broadcasts against its output."""
    bias = linear.bias
    if bias is None or bias.dim() != 1 or not node.operator.startswith("Conv"):
        return bias
    return bias.reshape(1, -1, *[1] * (linear.weight.dim() - 2))


def _side_by_side(weights: list[Tensor]) -> Tensor:
    return weights[0] if len(weights) == 1 else torch.cat(weights, 1)


def _position(step: Step, graph: ExplainableGraph) -> Position:
    node, groups = step.node, step.node.attributes.get("group", 1)
    is_dense = not node.operator.startswith("Conv")
    single = False
    if not is_dense:
        weight = graph.constants[node.inputs[1]]
        single = (weight.shape[1] == 1) if node.operator == "Conv" else (weight.shape[0] == groups)
    return Position(node.name, step.is_first, step.is_last, groups > 1 and single, is_dense)
