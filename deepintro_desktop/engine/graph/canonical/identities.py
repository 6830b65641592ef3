"""Removing nodes that do nothing to the picture, and naming plain matrix products as such."""

from deepintro_desktop.engine.graph.attributes import is_real
from deepintro_desktop.engine.graph.canonical.draft import Draft
from deepintro_desktop.engine.graph.operator import Node

_ALWAYS = {"Identity", "Dropout"}
_WHEN_ALONE = {"Sum", "Max", "Min", "Mean", "Concat"}


def remove_identities(draft: Draft) -> None:
    """Remove Identity, Dropout, casts between reals, and sums and the like of a single value."""
    for node in draft.visit():
        if node.inputs[0] in draft.active and _is_identity(node):
            _remove(draft, node)


def name_matrix_products(draft: Draft) -> None:
    """Turn every product of the picture with a constant matrix into a Gemm."""
    for node in draft.visit():
        if node.operator == "MatMul" and node.inputs[0] in draft.active:
            matrix = draft.constants.get(node.inputs[1])
            if matrix is not None and matrix.dim() == 2 and len(draft.sizes[node.inputs[0]]) > 1:
                draft.change(node, operator="Gemm", attributes={})


def _is_identity(node: Node) -> bool:
    if node.operator == "Cast":
        return is_real(node.attributes["to"])
    return node.operator in _ALWAYS or (node.operator in _WHEN_ALONE and len(node.inputs) == 1)


def _remove(draft: Draft, node: Node) -> None:
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
