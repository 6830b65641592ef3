"""One node of the walk: its primitive decides which function divides the relevance."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from torch import Tensor

from deepintro_desktop.engine.graph.operator import Primitive
from deepintro_desktop.engine.graph.operators.softmax import softmax_axes
from deepintro_desktop.engine.relevance.bounds import Bounds, bounds_at
from deepintro_desktop.engine.relevance.composites import NormaliseRule
from deepintro_desktop.engine.relevance.denominators import Neurons
from deepintro_desktop.engine.relevance.factors import Passed
from deepintro_desktop.engine.relevance.linear import redistribute
from deepintro_desktop.engine.relevance.local import through_normalisation, through_structure
from deepintro_desktop.engine.relevance.plan import CONTRACTIONS, Step
from deepintro_desktop.engine.relevance.prepared import PreparedComposite, bias_of, can_stack
from deepintro_desktop.engine.relevance.products import (
    through_contraction,
    through_elementwise_product,
    through_softmax,
)
from deepintro_desktop.engine.relevance.shares import MaxPoolRule, ShareRule, through_pool, through_sum
from deepintro_desktop.engine.relevance.tensors import shrink_to, total


@dataclass(frozen=True, slots=True)
class Site:
    """A step with its values: ``inputs``, the first output ``z``, and the relevance by output name.

    Relevance is [n_targets, *shape of the value].
    """

    step: Step
    inputs: list[Tensor | None]
    z: Tensor
    at_outputs: Mapping[str, Tensor]

    @property
    def relevance(self) -> Tensor:
        """The relevance of a node with one output, [n_targets, *shape of z]."""
        return next(iter(self.at_outputs.values()))


def pass_on(
    prepared: PreparedComposite, site: Site, values: Mapping[str, Tensor], input_bounds: Bounds | None
) -> tuple[str, Passed]:
    """Return the name of the rule that was used, and what it passed on to the inputs of the node."""
    step, composite = site.step, prepared.composite
    if step.ends_here:
        return "stops", Passed({}, {"softmax": total(site.relevance)})
    if step.node.operator == "Softmax":
        axes = softmax_axes(step.node, site.z.dim())
        return "Taylor", through_softmax(site.inputs[0], site.z, axes, site.relevance)
    match step.primitive:
        case Primitive.LINEAR:
            return _linear(prepared, site, values, input_bounds)
        case Primitive.POOL:
            return _pool(prepared, site, values)
        case Primitive.SUM:
            return composite.sums.name, through_sum(
                composite.sums, _summands(site), step.routes, site.z, site.relevance
            )
        case Primitive.PRODUCT:
            return _product(prepared, site)
        case Primitive.NORMALISE:
            return _normalisation(prepared, site)
        case Primitive.STRUCTURAL:
            return "moves", through_structure(
                step.node, step.operator, site.inputs, step.routes, site.at_outputs
            )
    return "identity", Passed({step.routes[0]: site.relevance})


def _linear(
    prepared: PreparedComposite, site: Site, values: Mapping[str, Tensor], input_bounds: Bounds | None
) -> tuple[str, Passed]:
    node, rule, x = site.step.node, prepared.rule(site.step), site.inputs[0]
    linear = prepared.graph.linear_map(node, values)
    low = high = None
    if rule.needs_bounds and input_bounds is not None:
        low, high = bounds_at(prepared.graph, node.inputs[0], input_bounds)
    neurons = Neurons(
        passes=prepared.passes(node, linear, rule),
        x=x,
        z=site.z,
        bias=bias_of(node, linear),
        n_fan_in=linear.n_fan_in,
        can_stack=can_stack(node),
        channel_axis=site.z.dim() - 1 if node.operator == "Gemm" else 1,
        low=low,
        high=high,
    )
    if node.operator in CONTRACTIONS:
        # The leading dimension of the result need not be that of the input.
        return rule.name, Passed.joined([redistribute(rule, neurons, one) for one in site.relevance])
    return rule.name, _on_windows(site.relevance, lambda relevance: redistribute(rule, neurons, relevance))


def _pool(prepared: PreparedComposite, site: Site, values: Mapping[str, Tensor]) -> tuple[str, Passed]:
    step, rule = site.step, prepared.composite.pools
    x, winner = site.inputs[0], step.operator.window_winner
    window = prepared.graph.linear_map(step.node, values)
    if winner is not None and prepared.composite.max_pools is MaxPoolRule.WINNER:
        name = str(MaxPoolRule.WINNER)

        def divide(relevance: Tensor) -> Passed:
            return Passed({0: winner(step.node, x, relevance)})
    else:
        # A maximum is no sum: ε shares would divide by something that the node never computed.
        rule = rule if winner is None else ShareRule()
        name = rule.name

        def divide(relevance: Tensor) -> Passed:
            return through_pool(rule, window, x, relevance)

    if window.is_across:
        return name, Passed.joined([divide(one) for one in site.relevance])
    return name, _on_windows(site.relevance, divide)


def _on_windows(relevance: Tensor, divide: Callable[[Tensor], Passed]) -> Passed:
    """Call a rule whose operation wants a single leading dimension: the targets, or the rows of one target.

    ``relevance``: [n_targets, n_rows, …]. All targets go at once where the one row is the picture.
    """
    if relevance.shape[1] == 1:
        passed = divide(relevance.flatten(0, 1))
        passed.relevance = {index: entry.unsqueeze(1) for index, entry in passed.relevance.items()}
        return passed
    return Passed.joined([divide(one) for one in relevance])


def _summands(site: Site) -> list[Tensor]:
    inputs, operator = site.inputs, site.step.node.operator
    if operator == "Sub":
        return [inputs[0], -inputs[1]]
    if operator == "Mean":
        return [entry / len(inputs) for entry in inputs]
    return list(inputs)


def _product(prepared: PreparedComposite, site: Site) -> tuple[str, Passed]:
    step, routes = site.step, site.step.routes
    name = "to the value" if len(routes) == 1 else "halves"
    if step.node.operator in CONTRACTIONS:
        rule = prepared.composite.sums
        return f"{name}, {rule.name}", through_contraction(
            rule,
            lambda operands: step.operator.forward(step.node, operands)[0],
            site.inputs,
            routes,
            site.relevance,
        )
    return name, through_elementwise_product(site.inputs, routes, site.relevance)


def _normalisation(prepared: PreparedComposite, site: Site) -> tuple[str, Passed]:
    if prepared.composite.normalise is NormaliseRule.IDENTITY:
        return NormaliseRule.IDENTITY, Passed({0: shrink_to(site.relevance, site.inputs[0].shape)})
    stabilizer = prepared.composite.sums.stabilizer
    passed = through_normalisation(site.step.node, site.inputs, site.z, site.relevance, stabilizer)
    return NormaliseRule.DETACHED, passed
