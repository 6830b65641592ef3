"""Folding constant scales and shifts, batch normalisation [Ioffe2015] among them, into linear operators."""

import math
from collections.abc import Collection
from dataclasses import dataclass

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.canonical import linear
from deepintro_desktop.engine.graph.canonical.draft import Draft
from deepintro_desktop.engine.graph.operator import Node
from deepintro_desktop.engine.graph.operators.normalisation import batch_normalisation_factors
from deepintro_desktop.engine.graph.registry import find

_ARITHMETIC = ("Add", "Sub", "Mul", "Div", "Sum")
_RESHAPES = ("Reshape", "Flatten", "Squeeze", "Unsqueeze")


@dataclass(frozen=True, slots=True, eq=False)
class Affine:
    """``factor · x + shift`` in double precision; both broadcast against ``x``."""

    source: str
    factor: Tensor
    shift: Tensor


def affine_of(draft: Draft, node: Node) -> Affine | None:
    """Return what a node with constant operands does to its picture-dependent input, if that is affine."""
    carried = [name for name in node.inputs if name in draft.active]
    if len(carried) != 1 or any(
        name and name not in draft.constants for name in node.inputs if name not in carried
    ):
        return None
    source = carried[0]
    if node.operator == "BatchNormalization" and source == node.inputs[0]:
        factor, shift = batch_normalisation_factors(node, draft.inputs_of(node))
        shape = (-1, *[1] * (len(draft.sizes[source]) - 2))
        return Affine(source, factor.reshape(shape), shift.reshape(shape))
    one = torch.ones((), dtype=torch.float64)
    if node.operator == "Neg":
        return Affine(source, -one, 0 * one)
    if node.operator not in _ARITHMETIC:
        return None
    constants = [draft.constants[name].double() for name in node.inputs if name != source]
    return _arithmetic(node, source, constants)


def _arithmetic(node: Node, source: str, constants: list[Tensor]) -> Affine | None:
    one = torch.ones((), dtype=torch.float64)
    if len(constants) != 1:
        return Affine(source, one, sum(constants, 0 * one)) if node.operator == "Sum" else None
    constant, is_first = constants[0], node.inputs[0] == source
    if node.operator in ("Add", "Sum"):
        return Affine(source, one, constant)
    if node.operator == "Sub":
        return Affine(source, one, -constant) if is_first else Affine(source, -one, constant)
    if node.operator == "Mul":
        return Affine(source, constant, 0 * one)
    return Affine(source, 1 / constant, 0 * one) if is_first and bool((constant != 0).all()) else None


def per_channel(value: Tensor, n_dimensions: int, axis: int, n_channels: int) -> Tensor | None:
    """Return a broadcast constant as [n_channels], or None when it differs within a channel."""
    if value.numel() == 1 and value.dim() <= n_dimensions:
        return value.reshape(1).expand(n_channels)
    sizes = (1,) * (n_dimensions - value.dim()) + tuple(value.shape)
    if len(sizes) != n_dimensions or sizes[axis] != n_channels or value.numel() != n_channels:
        return None
    return value.reshape(n_channels)


def fold_after(draft: Draft) -> None:
    """Fold scales and shifts that follow a linear operator into it, as long as there are any."""
    for node in draft.visit():
        while linear.is_linear(draft, node):
            folded = _folded_after(draft, node)
            if folded is None:
                break
            node = folded


def _folded_after(draft: Draft, node: Node) -> Node | None:
    moves, axis = moves_after(draft, node)
    last = moves[-1] if moves else node
    follower = draft.only_user(last.outputs[0])
    affine = affine_of(draft, follower) if follower else None
    if affine is None or draft.sizes[follower.outputs[0]] != draft.sizes[affine.source]:
        return None
    weights = linear.read_weights(draft, node)
    n_dimensions = len(draft.sizes[affine.source])
    vectors = [
        per_channel(value, n_dimensions, axis, weights.n_outputs) for value in (affine.factor, affine.shift)
    ]
    if any(vector is None for vector in vectors):
        return None
    draft.remove(follower)
    outputs = renamed_moves(draft, moves, follower.outputs[:1])
    draft.redirect_shapes(node.outputs[0], outputs[0])
    return linear.write_weights(draft, node, weights.followed_by(*vectors), outputs=outputs)


def renamed_moves(draft: Draft, moves: list[Node], outputs: tuple[str, ...]) -> tuple[str, ...]:
    """Let the last of some moves make ``outputs``; return what the node before them has to make now."""
    for move in reversed(moves):
        draft.redirect_shapes(move.outputs[0], outputs[0])
        # The value between is another one now, so it must not keep the name.
        source = draft.add_value(move.inputs[0])
        draft.change(move, inputs=(source, *move.inputs[1:]), outputs=outputs)
        outputs = (source,)
    return outputs


def moves_after(draft: Draft, node: Node) -> tuple[list[Node], int]:
    """Return the nodes that only move what a linear node gives, and the axis of its channels behind them."""
    moves: list[Node] = []
    axis = linear.channel_axis(draft, node, node.outputs[0])
    while True:
        name = (moves[-1] if moves else node).outputs[0]
        follower = draft.only_user(name)
        moved = None if follower is None or follower.inputs[0] != name else _moved_axis(draft, follower, axis)
        if moved is None:
            return moves, axis
        moves.append(follower)
        axis = moved


def _moved_axis(draft: Draft, node: Node, axis: int) -> int | None:
    """Return where an axis is after a node, or None where it is no axis of its own any more."""
    before, after = draft.sizes[node.inputs[0]], draft.sizes[node.outputs[0]]
    if node.operator == "Transpose":
        return tuple(node.attributes.get("perm", range(len(before))[::-1])).index(axis)
    if node.operator not in _RESHAPES or before[axis] == 1:
        return None
    n_before = math.prod(before[:axis])
    places = (
        place
        for place, size in enumerate(after)
        if size == before[axis] and math.prod(after[:place]) == n_before
    )
    return next(places, None)


def fold_before(draft: Draft) -> None:
    """Fold scales and shifts whose only readers are linear operators into these, where that is exact.

    A shift of the picture itself stays: the network with and without its preprocessing must be explained
    alike.
    """
    for node in draft.visit(backwards=True):
        affine = affine_of(draft, node)
        if affine is None or node.outputs[0] == draft.output_name:
            continue
        if affine.source == draft.input_name and bool((affine.shift != 0).any()):
            continue
        readers = draft.users(node.outputs[0])
        changes = [_folded_before(draft, reader, node.outputs[0], affine) for reader in readers]
        if readers and all(changes):
            for reader, weights in zip(readers, changes, strict=True):
                linear.write_weights(draft, reader, weights, source=affine.source)
            draft.redirect_shapes(node.outputs[0], affine.source)
            draft.remove(node)


def _folded_before(draft: Draft, reader: Node, name: str, affine: Affine) -> linear.Weights | None:
    if not linear.is_linear(draft, reader) or draft.sizes[name] != draft.sizes[affine.source]:
        return None
    is_shifted = bool((affine.shift != 0).any())
    if is_shifted and (reader.operator == "ConvTranspose" or linear.has_padding(reader)):
        return None
    weights = linear.read_weights(draft, reader)
    axis, n_dimensions = linear.channel_axis(draft, reader, name), len(draft.sizes[name])
    vectors = [
        per_channel(value, n_dimensions, axis, weights.n_inputs) for value in (affine.factor, affine.shift)
    ]
    if any(vector is None for vector in vectors):
        return None
    return weights.preceded_by(*vectors)


def notes_on_the_rest(draft: Draft, names: Collection[str]) -> tuple[str, ...]:
    """Return a sentence for every scale with negative factors that relevance passes unfolded.

    ``names``: of the nodes that are left; the draft may hold more that nothing needs.
    """
    notes = []
    for node in draft.nodes():
        passes = node.name in names and not _is_of_gate(draft, node)
        affine = affine_of(draft, node) if passes else None
        n_negative = 0 if affine is None else int((affine.factor < 0).sum())
        if n_negative:
            part = f"γ < 0 in {n_negative} of {affine.factor.numel()} channels"
            consequence = "the signs of relevance are less certain there"
            notes.append(f"{node.operator} {node.name} cannot be folded ({part}): {consequence}.")
    return tuple(notes)


def _is_of_gate(draft: Draft, node: Node) -> bool:
    """Whether a scale stands directly before or behind a gate, like the signs in 1 − erf(−x)."""
    before: Node | None = node
    while before is not None and affine_of(draft, before) is not None:
        before = next((draft.producer(name) for name in before.inputs if name in draft.active), None)
    if before is not None and _is_gate(before):
        return True
    users = draft.consumers(node.outputs[0])
    return bool(users) and all(
        _is_gate(user) or (affine_of(draft, user) is not None and _is_of_gate(draft, user)) for user in users
    )


def _is_gate(node: Node) -> bool:
    operator = find(node.operator)
    return operator is not None and operator.is_gate
