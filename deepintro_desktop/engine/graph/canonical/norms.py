"""Layer normalisation that an exporter has written as means and differences becomes one node again.

Left apart, its mean would receive relevance of its own, and the map would depend on the exporter.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.canonical.affine import affine_of
from deepintro_desktop.engine.graph.canonical.draft import Draft
from deepintro_desktop.engine.graph.operator import Node


@dataclass(frozen=True, slots=True, eq=False)
class Normalised:
    """``last`` makes scale · (x − mean) / √(variance + epsilon) + shift; constants broadcast against x."""

    last: Node
    source: str
    axes: tuple[int, ...]
    epsilon: float
    scale: Tensor
    shift: Tensor | None = None


def fuse_layer_norms(draft: Draft) -> None:
    """Replace every composed layer normalisation, and let each one do the scale and shift that follow it."""
    for node in draft.visit():
        if node.operator == "ReduceMean" and node.inputs[0] in draft.active:
            found = _composed(draft, node)
            if found is not None:
                _write(draft, found)
        elif node.operator == "LayerNormalization":
            _absorb(draft, node)


def _write(draft: Draft, found: Normalised) -> None:
    found = _with_followers(draft, found)
    name = found.last.name
    inputs = [found.source, draft.add_constant(f"{name}.scale", found.scale)]
    if found.shift is not None:
        inputs.append(draft.add_constant(f"{name}.shift", found.shift))
    draft.change(
        found.last,
        operator="LayerNormalization",
        inputs=tuple(inputs),
        attributes={"axes": found.axes, "epsilon": found.epsilon},
    )


def _absorb(draft: Draft, node: Node) -> None:
    inputs = draft.inputs_of(node)
    if any(node.outputs[1:]) or inputs[1] is None:
        return
    n_axes = len(draft.sizes[node.inputs[0]])
    axes = tuple(range(node.attributes.get("axis", -1) % n_axes - n_axes, 0))
    shift = inputs[2].double() if len(inputs) > 2 and inputs[2] is not None else None
    epsilon = node.attributes.get("epsilon", 1e-5)
    found = Normalised(node, node.inputs[0], axes, epsilon, inputs[1].double(), shift)
    if _with_followers(draft, found).last is not node:
        _write(draft, found)


def _with_followers(draft: Draft, found: Normalised) -> Normalised:
    """Add the constant factors and summands that alone follow."""
    while True:
        follower = draft.only_user(found.last.outputs[0])
        affine = affine_of(draft, follower) if follower is not None else None
        if affine is None or draft.sizes[follower.outputs[0]] != draft.sizes[found.source]:
            return found
        shift = affine.shift if found.shift is None else found.shift * affine.factor + affine.shift
        is_shifted = found.shift is not None or bool((affine.shift != 0).any())
        found = replace(
            found, last=follower, scale=found.scale * affine.factor, shift=shift if is_shifted else None
        )


def _composed(draft: Draft, mean: Node) -> Normalised | None:
    """Return the normalisation that begins with this mean of its input, if one does."""
    source, axes = mean.inputs[0], _kept_axes(draft, mean)
    if axes is None:
        return None
    differences = [
        node for node in draft.consumers(mean.outputs[0])
        if node.operator == "Sub" and node.inputs == (source, mean.outputs[0])
    ]  # fmt: skip
    for variance in (*_mean_squares(draft, differences, axes), *_differences_of_squares(draft, mean, axes)):
        root = _root(draft, variance)
        if root is None:
            continue
        factor, epsilon, is_divisor = root
        one = torch.ones((), dtype=torch.float64)
        start = Normalised(mean, source, axes, epsilon, one)
        for centred in differences:
            last = _product(draft, centred.outputs[0], factor, is_divisor=is_divisor)
            if last is not None:
                return replace(start, last=last)
        return None if is_divisor else _scaled_factor(draft, start, (differences, mean), factor)
    return None


def _mean_squares(draft: Draft, differences: list[Node], axes: tuple[int, ...]) -> Iterator[Node]:
    """Yield the nodes that make the mean of (x − mean)²."""
    for difference in differences:
        for square in draft.consumers(difference.outputs[0]):
            found = draft.only_user(square.outputs[0]) if _is_square(draft, square) else None
            if found is not None and found.operator == "ReduceMean" and _kept_axes(draft, found) == axes:
                yield found


def _differences_of_squares(draft: Draft, mean: Node, axes: tuple[int, ...]) -> Iterator[Node]:
    """Yield the nodes that make the mean of x² less the square of the mean."""
    for square in draft.consumers(mean.outputs[0]):
        found = draft.only_user(square.outputs[0]) if _is_square(draft, square) else None
        if found is None or found.operator != "Sub" or found.inputs[1] != square.outputs[0]:
            continue
        whole = draft.producer(found.inputs[0])
        if whole is None or whole.operator != "ReduceMean" or _kept_axes(draft, whole) != axes:
            continue
        squared = draft.producer(whole.inputs[0])
        if squared is not None and _is_square(draft, squared) and squared.inputs[0] == mean.inputs[0]:
            yield found


def _kept_axes(draft: Draft, node: Node) -> tuple[int, ...] | None:
    """Return the axes of a mean that keeps its dimensions, from the end; never that of the pictures."""
    axes, n_axes = node.attributes.get("axes"), len(draft.sizes[node.inputs[0]])
    if not axes or not node.attributes.get("keepdims", 1) or len(node.inputs) > 1:
        return None
    found = tuple(sorted(axis % n_axes - n_axes for axis in axes))
    return found if -n_axes not in found else None


def _root(draft: Draft, variance: Node) -> tuple[str, float, bool] | None:
    """Return the name of √(variance + ε) or of its reciprocal, ε, and whether it is to divide by."""
    enlarged = draft.only_user(variance.outputs[0])
    affine = affine_of(draft, enlarged) if enlarged is not None else None
    if affine is None or affine.shift.numel() != 1 or not bool((affine.factor == 1).all()):
        return None
    root = draft.only_user(enlarged.outputs[0])
    power = _power(draft, root)
    if root is None or power not in (0.5, -0.5):
        return None
    return _inverted(draft, root.outputs[0], float(affine.shift), is_divisor=power > 0)


def _inverted(draft: Draft, name: str, epsilon: float, *, is_divisor: bool) -> tuple[str, float, bool]:
    follower = draft.only_user(name)
    if is_divisor and follower is not None and _power(draft, follower) == -1.0:
        return follower.outputs[0], epsilon, False
    return name, epsilon, is_divisor


def _is_square(draft: Draft, node: Node) -> bool:
    return _power(draft, node) == 2.0 or (node.operator == "Mul" and node.inputs[0] == node.inputs[1])


def _power(draft: Draft, node: Node | None) -> float | None:
    """Return to which power a node raises its input; None when it does something else."""
    if node is None:
        return None
    constants = [value for value in draft.inputs_of(node) if value is not None]
    scalar = float(constants[0]) if len(constants) == 1 and constants[0].numel() == 1 else None
    if node.operator == "Pow" and node.inputs[1] in draft.constants and scalar in (2.0, 0.5, -0.5):
        return scalar
    if node.operator == "Div" and node.inputs[0] in draft.constants and scalar == 1.0:
        return -1.0
    return {"Sqrt": 0.5, "Reciprocal": -1.0}.get(node.operator)


def _product(draft: Draft, value: str, factor: str, *, is_divisor: bool = False) -> Node | None:
    """Return the node that multiplies two values, or divides the first by the second."""
    for node in draft.consumers(factor):
        if is_divisor and node.operator == "Div" and node.inputs == (value, factor):
            return node
        if not is_divisor and node.operator == "Mul" and sorted(node.inputs) == sorted((value, factor)):
            return node
    return None


def _scaled_factor(
    draft: Draft, start: Normalised, parts: tuple[list[Node], Node], factor: str
) -> Normalised | None:
    """Find the forms that scale 1/σ first: (x − mean) · g, or x · g + (shift − mean · g) as in Keras."""
    differences, mean = parts
    scaled = draft.only_user(factor)
    affine = affine_of(draft, scaled) if scaled is not None and scaled.operator == "Mul" else None
    if affine is not None:
        start, factor = replace(start, scale=affine.factor), scaled.outputs[0]
        for centred in differences:
            last = _product(draft, centred.outputs[0], factor)
            if last is not None:
                return replace(start, last=last)
    value = _product(draft, start.source, factor)
    negated = next((node for node in draft.consumers(mean.outputs[0]) if node.operator == "Neg"), None)
    for centre, sign in ((mean, -1), (negated, 1)):
        middle = None if centre is None else _product(draft, centre.outputs[0], factor)
        if value is not None and middle is not None:
            return _joined(draft, start, (value, middle), sign)
    return None


def _joined(draft: Draft, start: Normalised, parts: tuple[Node, Node], sign: int) -> Normalised | None:
    """Return the normalisation that ends where x · g and ± mean · g meet, with or without a shift."""
    value, middle = (part.outputs[0] for part in parts)
    rest, last = draft.only_user(middle), draft.only_user(value)
    if rest is None or last is None:
        return None
    kind = "Sub" if sign < 0 else "Add"
    if rest is last:
        is_whole = (
            rest.inputs == (value, middle) if sign < 0 else sorted(rest.inputs) == sorted((value, middle))
        )
        return replace(start, last=last) if rest.operator == kind and is_whole else None
    affine = affine_of(draft, rest)
    is_rest = affine is not None and rest.operator == kind and bool((affine.factor == sign).all())
    if is_rest and last.operator == "Add" and sorted(last.inputs) == sorted((value, rest.outputs[0])):
        return replace(start, last=last, shift=affine.shift)
    return None
