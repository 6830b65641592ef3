"""The one way to write a network, whatever program wrote it."""

from deepintro_desktop.engine.graph.canonical import (
    affine,
    identities,
    norms,
    pads,
    products,
    reshapes,
    splits,
)
from deepintro_desktop.engine.graph.canonical.draft import Draft
from deepintro_desktop.engine.graph.graph import ExplainableGraph


def canonicalise(graph: ExplainableGraph) -> tuple[ExplainableGraph, tuple[str, ...]]:
    """Return the same function with as few nodes as relevance needs, and notes on what had to stay.

    Scales and shifts (BatchNormalization, products, sums and differences with constants) become part of the
    linear operator beside them, zero padding part of the convolution or pool after it; nodes that do nothing
    disappear, products with a constant matrix become Gemm nodes, and layer normalisation that was written as
    means and differences becomes one node. Values that remain keep their names.
    """
    draft = Draft(graph)
    identities.remove_identities(draft)
    products.name_products(draft)
    reshapes.straighten(draft)
    norms.fuse_layer_norms(draft)
    n_before = len(draft.nodes()) + 1
    # One fold can bring what another one needs side by side.
    while len(draft.nodes()) < n_before:
        n_before = len(draft.nodes())
        pads.fold_pads(draft)
        affine.fold_after(draft)
        splits.fold_after_splits(draft)
        affine.fold_before(draft)
    graph = draft.finish()
    return graph, affine.notes_on_the_rest(draft, {node.name for node in graph.nodes})
