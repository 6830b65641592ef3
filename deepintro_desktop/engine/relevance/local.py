"""Relevance through structural nodes (the transpose of moving values) and through normalisation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.operator import Node, Operator
from deepintro_desktop.engine.graph.operators.normalisation import normalised_axes
from deepintro_desktop.engine.relevance.factors import Passed
from deepintro_desktop.engine.relevance.tensors import away_from_zero, total

_EPSILON = 1e-5
_MIXING = {"Concat", "Where", "ScatterND", "Max", "Min"}


def through_structure(
    node: Node,
    operator: Operator,
    inputs: Sequence[Tensor | None],
    routes: Sequence[int],
    at_outputs: Mapping[str, Tensor],
) -> Passed:
    """Pull relevance back through an operation that only moves, copies or selects values.

    ``at_outputs``: [n_targets, *shape of the value] by output name. What lay on constants (a class token,
    padded cells) is a loss.
    """
    n_targets = len(next(iter(at_outputs.values())))
    values = list(inputs)
    with torch.enable_grad():
        for index in routes:
            values[index] = inputs[index].detach().clone().requires_grad_()
        made = dict(zip(node.outputs, operator.forward(node, values), strict=False))
    sources = [values[index] for index in routes]
    rows = []
    for target in range(n_targets):
        pulled = torch.autograd.grad(
            [made[name] for name in at_outputs],
            sources,
            [relevance[target] for relevance in at_outputs.values()],
            retain_graph=target + 1 < n_targets,
            allow_unused=True,
        )
        rows.append([torch.zeros_like(x) if r is None else r for x, r in zip(sources, pulled, strict=True)])
    relevance = {index: torch.stack([row[i] for row in rows]) for i, index in enumerate(routes)}
    passed = Passed(relevance)
    if _may_lose(node, inputs, routes):
        missing = sum(total(entry) for entry in at_outputs.values()) - sum(map(total, relevance.values()))
        passed.losses["padding" if node.operator == "Pad" else "constant"] = missing
    return passed


@dataclass(frozen=True, slots=True)
class _Affine:
    """gain · (x − mean over ``axes``) + shift."""

    gain: Tensor
    shift: Tensor | None
    axes: tuple[int, ...] = ()


def _may_lose(node: Node, inputs: Sequence[Tensor | None], routes: Sequence[int]) -> bool:
    """Whether some outputs are constants: padding, or an operand that does not depend on the picture."""
    constants = [x for index, x in enumerate(inputs) if index not in routes and x is not None]
    return node.operator == "Pad" or (
        node.operator in _MIXING and any(x.is_floating_point() for x in constants)
    )


def through_normalisation(
    node: Node, inputs: Sequence[Tensor | None], z: Tensor, relevance: Tensor, stabilizer: float
) -> Passed:
    """Treat the standard deviation as a constant and the shift as a bias (ε family) [Ali2022].

    Local response normalisation has neither mean nor shift: it passes everything on.
    """
    if node.operator == "BatchNormalization":
        return _affine(_batch_affine(node, inputs), inputs[0], z, relevance, stabilizer)
    if node.operator in ("InstanceNormalization", "LayerNormalization"):
        return _affine(_centred_affine(node, inputs), inputs[0], z, relevance, stabilizer)
    return Passed({0: relevance})


def _affine(affine: _Affine, x: Tensor, z: Tensor, relevance: Tensor, stabilizer: float) -> Passed:
    """Apply the ε rule to z = gain · (x − mean over the axes) + shift."""
    distance = away_from_zero(z, stabilizer)
    factor = relevance / (z + distance)
    pulled = factor * affine.gain
    if affine.axes:
        pulled = pulled - pulled.mean(affine.axes, keepdim=True)
    passed = Passed({0: pulled * x}, {"stabilizer": total(factor * distance)})
    if affine.shift is not None:
        passed.losses["bias"] = total(factor * affine.shift)
    return passed


def _batch_affine(node: Node, inputs: Sequence[Tensor | None]) -> _Affine:
    shape = (1, -1) + (1,) * (inputs[0].dim() - 2)
    scale, shift, mean, variance = (entry.reshape(shape) for entry in inputs[1:5])
    gain = scale / torch.sqrt(variance + node.attributes.get("epsilon", _EPSILON))
    return _Affine(gain, shift - mean * gain)


def _centred_affine(node: Node, inputs: Sequence[Tensor | None]) -> _Affine:
    x = inputs[0]
    axes = normalised_axes(node, x.dim())
    variance = x.var(axes, keepdim=True, correction=0)
    scale, shift = _scale_and_shift(node, inputs)
    return _Affine(scale / torch.sqrt(variance + node.attributes.get("epsilon", _EPSILON)), shift, axes)


def _scale_and_shift(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, Tensor | None]:
    scale, shift = inputs[1], inputs[2] if len(inputs) > 2 else None
    if node.operator == "LayerNormalization":
        return scale, shift
    shape = (1, -1) + (1,) * (inputs[0].dim() - 2)
    return scale.reshape(shape), shift.reshape(shape)
