"""Matrices work on the last axis of any value: reshapes that exporters put around them are in the way."""

from deepintro_desktop.engine.graph.canonical import linear
from deepintro_desktop.engine.graph.canonical.draft import Draft
from deepintro_desktop.engine.graph.canonical.identities import remove
from deepintro_desktop.engine.graph.operator import Node

_PLACEWISE = ("Relu", "Gelu", "Sigmoid", "Tanh", "Erf", "Elu", "LeakyRelu", "HardSwish", "Mish", "Softplus")
_RESHAPES = ("Reshape", "Flatten", "Squeeze", "Unsqueeze")


def straighten(draft: Draft) -> None:
    """Let a Gemm, and what works place by place, come before the Reshape that gathers rows for it.

    Reshapes that follow each other become one.
    """
    for node in draft.visit():
        is_matrix = node.operator == "Gemm" and linear.is_linear(draft, node)
        if is_matrix or (node.operator in _PLACEWISE and node.inputs[0] in draft.active):
            _rows_later(draft, node)
    for node in draft.visit():
        if node.operator == "Reshape" and node.inputs[0] in draft.active:
            _merge(draft, node)


def _rows_later(draft: Draft, node: Node) -> None:
    rows = node.inputs[0]
    reshape = draft.producer(rows)
    if reshape is None or reshape.operator != "Reshape" or draft.only_consumer(rows) is not node:
        return
    target, source = _target(draft, reshape), reshape.inputs[0]
    before, after = draft.sizes[source], draft.sizes[rows]
    if (
        target is None
        or source not in draft.active
        or min(len(before), len(after)) < 2
        or before[-1] != after[-1]
    ):
        return
    n_outputs, result = draft.sizes[node.outputs[0]][-1], node.outputs[0]
    made = draft.add_value(rows, (*before[:-1], n_outputs))
    last = target[-1] if target[-1] < 1 else n_outputs
    wanted = draft.add_sizes(f"{reshape.name}.target", (*target[:-1], last))
    draft.exchange(reshape, node)
    draft.change(node, inputs=(source, *node.inputs[1:]), outputs=(made,))
    draft.change(reshape, inputs=(made, wanted), outputs=(result,))


def _merge(draft: Draft, node: Node) -> None:
    target = _target(draft, node)
    if target is None:
        return
    while 0 not in target:
        maker = draft.producer(node.inputs[0])
        if (
            maker is None
            or maker.operator not in _RESHAPES
            or maker.inputs[0] not in draft.active
            or draft.only_consumer(node.inputs[0]) is not node
        ):
            break
        draft.remove(maker)
        node = draft.change(node, inputs=(maker.inputs[0], *node.inputs[1:]))
    same = draft.sizes[node.inputs[0]] == draft.sizes[node.outputs[0]]
    if same and target[0] < 1:
        # A target that names one picture may mean another axis.
        remove(draft, node)


def _target(draft: Draft, node: Node) -> tuple[int, ...] | None:
    """Return the constant sizes that a Reshape asks for; None where they are computed or 0 means none."""
    if node.attributes.get("allowzero", 0):
        return None
    if len(node.inputs) < 2:
        return node.attributes.get("shape")
    target = draft.constants.get(node.inputs[1])
    return None if target is None else tuple(target.tolist())
