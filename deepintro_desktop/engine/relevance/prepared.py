"""What a network and a composite need once: plan, rules by node, precision, modified weights."""

import threading
from collections.abc import Mapping

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.operator import LinearMap, Node, Primitive
from deepintro_desktop.engine.relevance.composites import Composite, Position
from deepintro_desktop.engine.relevance.linear import Weights, modified
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
        self.plan: Plan = make_plan(graph)
        self._rules = self._choose_rules(graph)
        self.dtype = torch.float64 if any(rule.needs_double for rule in self._rules.values()) else graph.dtype
        self.graph = graph if graph.dtype == self.dtype else graph.to(dtype=self.dtype)
        self._weights: dict[tuple[str, tuple[Weight, ...]], Tensor] = {}
        self._lock = threading.Lock()

    @property
    def needs_bounds(self) -> bool:
        """Whether a rule in use needs the smallest and largest possible input."""
        return any(rule.needs_bounds for rule in self._rules.values())

    def rule(self, step: Step) -> LinearRule:
        """Return the rule of a linear step."""
        return self._rules[step.node.name]

    def weights(self, node: Node, linear: LinearMap, rule: LinearRule) -> Weights:
        """Return a function that gives the modified weights of a node, stacked along dimension 0."""

        def get(modes: tuple[Weight, ...]) -> Tensor:
            if modes == (Weight.RAW,):
                return linear.weight
            with self._lock:
                return self._modified(node.name, linear.weight, modes, rule.gamma)

        return get

    def _modified(self, name: str, weight: Tensor, modes: tuple[Weight, ...], gamma: float) -> Tensor:
        key = (name, modes)
        if key not in self._weights and len(modes) > 1:
            self._stack(name, weight, modes, gamma)
        elif key not in self._weights:
            self._weights[key] = modified(weight, modes[0], gamma)
        return self._weights[key]

    def _stack(self, name: str, weight: Tensor, modes: tuple[Weight, ...], gamma: float) -> None:
        """Make the stack and let the single sets be views of it, so that nothing is kept twice."""
        stack = torch.cat(
            [self._weights.get((name, (mode,)), modified(weight, mode, gamma)) for mode in modes]
        )
        self._weights[name, modes] = stack
        for mode, part in zip(modes, stack.chunk(len(modes)), strict=True):
            self._weights[name, (mode,)] = part

    def _choose_rules(self, graph: ExplainableGraph) -> Mapping[str, LinearRule]:
        linear = [step for step in self.plan.steps if step.operator.primitive is Primitive.LINEAR]
        return {step.node.name: self.composite.rule_for(_position(step, graph)) for step in linear}


def can_stack(node: Node) -> bool:
    """Whether several weight sets of the node may be stacked along dimension 0 for one transpose."""
    return node.operator == "Gemm" or (node.operator == "Conv" and node.attributes.get("group", 1) == 1)


def bias_of(node: Node, linear: LinearMap) -> Tensor | None:
    """Return the bias of a linear node in a shape that broadcasts against its output."""
    bias = linear.bias
    if bias is None or bias.dim() != 1 or not node.operator.startswith("Conv"):
        return bias
    return bias.reshape(1, -1, *[1] * (linear.weight.dim() - 2))


def _position(step: Step, graph: ExplainableGraph) -> Position:
    node = step.node
    weight = graph.constants[node.inputs[1]]
    grouped = node.attributes.get("group", 1) > 1
    single = (
        weight.shape[1] == 1
        if node.operator == "Conv"
        else weight.shape[0] == node.attributes.get("group", 1)
    )
    return Position(
        node.name,
        step.is_first,
        step.is_last,
        node.operator != "Gemm" and grouped and single,
        node.operator == "Gemm",
    )
