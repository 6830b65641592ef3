"""Removing nodes that do nothing to the picture."""

from deepintro_desktop.engine.graph.attributes import is_real
from deepintro_desktop.engine.graph.canonical.draft import Draft
from deepintro_desktop.engine.graph.operator import Node

_ALWAYS = {"Identity", "Dropout"}
_WHEN_ALONE = {"Sum", "Max", "Min", "Mean", "Concat"}


def remove_identities(draft: Draft) -> None:
    """Remove Identity, Dropout, casts between reals, and sums and the like of a single value."""
    for node in draft.visit():
        if node.inputs[0] in draft.active and _is_identity(node):
            remove(draft, node)


def _is_identity(node: Node) -> bool:
    if node.operator == "Cast":
        return is_real(node.attributes["to"])
    return node.operator in _ALWAYS or (node.operator in _WHEN_ALONE and len(node.inputs) == 1)


def remove(draft: Draft, node: Node) -> None:
    """Remove a node whose output is its first input."""
    source, result = node.inputs[0], node.outputs[0]
    if result != draft.output_name:
        draft.redirect(result, source)
        draft.remove(node)
        return
    maker = draft.producer(source)
    if maker is None:
        return
    # The logits keep their name: it is the one that the caller asked for.
    draft.remove(node)
    draft.redirect(source, result)
    outputs = tuple(result if name == source else name for name in maker.outputs)
    draft.change(draft.producer(source), outputs=outputs)
