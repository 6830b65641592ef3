"""What depends on what: order of computation, constants, and which values carry the picture."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

import torch
from torch import Tensor

from deepintro_desktop.core.errors import DeepIntroError, UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.engine.graph.attributes import torch_dtype
from deepintro_desktop.engine.graph.errors import does_not_run
from deepintro_desktop.engine.graph.operator import Node, Operator, Primitive
from deepintro_desktop.engine.graph.operators.arguments import refuse_huge
from deepintro_desktop.engine.graph.registry import find

_BROADCASTING = ("Max", "Min", "Where", "Pow", "PRelu", "Mod", "Equal", "Greater", "Less", "And", "Or")
TORCH_FAULTS = (RuntimeError, IndexError, ValueError, TypeError, KeyError, AttributeError)
"""What torch and Python raise when the parts of a network do not fit together."""


def operator_of(node: Node) -> Operator:
    """Return the operator of a node that was checked before."""
    operator = find(node.operator)
    if operator is None:
        raise UnsupportedNetworkError(
            "The network cannot be explained.", f"Unknown operators: {node.operator}."
        )
    return operator


def needed(nodes: Sequence[Node], output: str) -> tuple[Node, ...]:
    """Return the nodes that reach ``output``, in their order, with outputs that nobody reads named ``""``."""
    wanted, kept = {output}, []
    for node in reversed(nodes):
        if not wanted.isdisjoint(node.outputs):
            kept.append(node)
            wanted.update(name for name in node.inputs if name)
    return tuple(
        replace(node, outputs=tuple(name if name in wanted else "" for name in node.outputs))
        for node in reversed(kept)
    )


def sorted_nodes(nodes: Sequence[Node], known: Collection[str]) -> tuple[Node, ...]:
    """Return the nodes so that every value is made before it is read; keep the file order where possible."""
    waiting, done, order = list(nodes), {*known, ""}, []
    while waiting:
        later = []
        for node in waiting:
            if done.issuperset(node.inputs):
                order.append(node)
                done.update(node.outputs)
            else:
                later.append(node)
        if len(later) == len(waiting):
            missing = sorted({name for node in later for name in node.inputs} - done)[:5]
            raise UnreadableNetworkError(
                "The network is damaged.", f"Nothing computes these values: {', '.join(missing)}.",
                "Export or download it again.",
            )  # fmt: skip
        waiting = later
    return tuple(order)


def fold_constants(
    nodes: Sequence[Node], constants: Mapping[str, Tensor]
) -> tuple[tuple[Node, ...], dict[str, Tensor]]:
    """Compute every node that reads constants only; return the others and all constants."""
    constants, rest = dict(constants), []
    for node in nodes:
        if node.inputs and all(not name or name in constants for name in node.inputs):
            inputs = [constants.get(name) for name in node.inputs]
            _refuse_huge_result(node, inputs)
            results = forward(node, inputs)
            # A copy, so that no folded value keeps a larger one alive.
            pairs = zip(node.outputs, results, strict=False)
            constants.update((name, value.contiguous()) for name, value in pairs if name)
        else:
            rest.append(node)
    used = {name for node in rest for name in node.inputs}
    made = {name for node in rest for name in node.outputs}
    kept = {name: value for name, value in constants.items() if name in used or name not in made}
    return tuple(rest), {name: value for name, value in kept.items() if name in used}


def _refuse_huge_result(node: Node, inputs: Sequence[Tensor | None]) -> None:
    """Refuse an outer product or sum that makes an enormous constant of two small ones."""
    shapes = [tuple(value.shape) for value in inputs if value is not None]
    if node.operator in ("MatMul", "Gemm") and min(map(len, shapes)) > 1:
        refuse_huge(node, (*shapes[0][:-1], shapes[1][-1]))
    elif operator_of(node).primitive in (Primitive.SUM, Primitive.PRODUCT) or node.operator in _BROADCASTING:
        axes = zip_longest(*(reversed(shape) for shape in shapes), fillvalue=1)
        refuse_huge(node, [max(sizes) for sizes in axes])


def with_own_axes(nodes: Sequence[Node], constants: Mapping[str, Tensor]) -> tuple[Node, ...]:
    """Return the nodes with the constant axes of reductions as attributes, as opsets before 18 have them.

    So a rule needs only the node and the values that carry the picture.
    """
    return tuple(
        replace(
            node,
            inputs=node.inputs[:1],
            attributes={**node.attributes, "axes": tuple(constants[node.inputs[1]].tolist())},
        )
        if node.operator.startswith("Reduce") and len(node.inputs) > 1 and node.inputs[1] in constants
        else node
        for node in nodes
    )


@torch.no_grad()
def forward(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    """Compute one node; faults of the file become an ``UnreadableNetworkError`` that names the node."""
    try:
        return operator_of(node).forward(node, inputs)
    except DeepIntroError:
        raise
    except TORCH_FAULTS as error:
        raise does_not_run(node, error) from error


def bind(node: Node, inputs: Sequence[Tensor | None]) -> None:
    """Make the linear map of a node, if it has one, so that what it refuses is refused at once."""
    operator = operator_of(node)
    if operator.linear_map is not None:
        operator.linear_map(node, inputs)


def is_discrete(node: Node) -> bool:
    """Return whether the outputs of a node are never real numbers that follow its inputs."""
    if node.operator == "Cast":
        return not torch_dtype(node.attributes["to"]).is_floating_point
    return operator_of(node).is_discrete


def active_values(nodes: Sequence[Node], input_name: str) -> frozenset[str]:
    """Return the values that depend on the picture through real numbers, and not only through its shape.

    Everything else (shape arithmetic, masks made of comparisons) is a constant as far as relevance is
    concerned.
    """
    active = {input_name}
    for node in nodes:
        if not active.isdisjoint(node.inputs) and not is_discrete(node):
            active.update(name for name in node.outputs if name)
    return frozenset(active)


def refuse_unexplainable(nodes: Sequence[Node], active: Collection[str]) -> None:
    """Raise ``UnsupportedNetworkError`` with all nodes whose weights depend on the picture, or return."""
    reasons = []
    for node in nodes:
        operator = operator_of(node)
        carried = [index for index, name in enumerate(node.inputs) if name in active]
        allowed = carried if operator.data_inputs is None else operator.data_inputs
        if operator.is_constant_only and carried:
            reasons.append(f"{node.name} ({node.operator}) computes on the picture")
        elif any(index not in allowed for index in carried):
            reasons.append(f"{node.name} ({node.operator}) has weights that depend on the picture")
    if reasons:
        raise UnsupportedNetworkError(
            "The network can be predicted, but not explained.",
            f"{'; '.join(reasons)}.",
            "",
            reasons=tuple(reasons),
        )
