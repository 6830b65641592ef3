"""Folding scales and shifts of the parts of a value into the linear operator that makes the whole."""

from dataclasses import dataclass

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.canonical import linear
from deepintro_desktop.engine.graph.canonical.affine import affine_of, moves_after, per_channel, renamed_moves
from deepintro_desktop.engine.graph.canonical.draft import Draft
from deepintro_desktop.engine.graph.operator import Node
from deepintro_desktop.engine.graph.operators.arguments import axis_of, integers


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """One output of a Split: factors and shifts of its channels, and the node that applies them."""

    name: str
    factor: Tensor
    shift: Tensor
    follower: Node | None = None


def fold_after_splits(draft: Draft) -> None:
    """Fold what follows the parts of a linear operator's channels into it, as queries and values have it."""
    for node in draft.visit():
        if linear.is_linear(draft, node):
            _fold(draft, node)


def _fold(draft: Draft, node: Node) -> None:
    moves, axis = moves_after(draft, node)
    split = draft.only_user((moves[-1] if moves else node).outputs[0])
    if split is None or split.operator != "Split":
        return
    whole = split.inputs[0]
    n_dimensions = len(draft.sizes[whole])
    sizes = _sizes(draft, split, draft.sizes[whole][axis])
    if axis_of(split, n_dimensions, 0) != axis or sizes is None:
        return
    places = (n_dimensions, axis)
    parts = [_part(draft, name, size, places) for name, size in zip(split.outputs, sizes, strict=True)]
    followers = [part.follower for part in parts if part.follower is not None]
    if not followers:
        return
    weights = linear.read_weights(draft, node)
    weights = weights.followed_by(
        torch.cat([part.factor for part in parts]), torch.cat([part.shift for part in parts])
    )
    for follower in followers:
        draft.remove(follower)
    source = draft.add_value(whole)
    draft.change(split, inputs=(source, *split.inputs[1:]), outputs=tuple(part.name for part in parts))
    draft.redirect_shapes(whole, source)
    outputs = renamed_moves(draft, moves, (source,))
    draft.redirect_shapes(node.outputs[0], outputs[0])
    linear.write_weights(draft, node, weights, outputs=outputs)


def _sizes(draft: Draft, split: Node, n: int) -> tuple[int, ...] | None:
    """Return how many channels every part has; None where that is computed."""
    if len(split.inputs) > 1 and split.inputs[1] not in draft.constants:
        return None
    sizes = integers(split, draft.inputs_of(split), 1, "split")
    if sizes is not None:
        return sizes
    n_parts = len(split.outputs)
    return (n // n_parts,) * n_parts if n % n_parts == 0 else None


def _part(draft: Draft, name: str, size: int, places: tuple[int, int]) -> _Part:
    one = torch.ones(size, dtype=torch.float64)
    same = _Part(name, one, 0 * one)
    follower = draft.only_user(name) if name else None
    affine = affine_of(draft, follower) if follower is not None else None
    if affine is None or draft.sizes[follower.outputs[0]] != draft.sizes[name]:
        return same
    vectors = [per_channel(value, *places, size) for value in (affine.factor, affine.shift)]
    if any(vector is None for vector in vectors):
        return same
    draft.redirect_shapes(name, follower.outputs[0])
    return _Part(follower.outputs[0], *vectors, follower)
