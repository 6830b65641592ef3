"""Functions of one value: what comes in at a place goes out at the same place."""

from collections.abc import Callable, Sequence

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from deepintro_desktop.engine.graph.errors import unsupported
from deepintro_desktop.engine.graph.operator import Forward, Node, Operator, Primitive
from deepintro_desktop.engine.graph.registry import register


def _plain(function: Callable[[Tensor], Tensor]) -> Forward:
    def forward(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
        return (function(inputs[0]),)

    return forward


def _leaky_relu(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (F.leaky_relu(inputs[0], node.attributes.get("alpha", 0.01)),)


def _prelu(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, slope = inputs
    return (torch.where(x < 0, x * slope, x),)


def _elu(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (F.elu(inputs[0], node.attributes.get("alpha", 1.0)),)


def _celu(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (F.celu(inputs[0], node.attributes.get("alpha", 1.0)),)


def _selu(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    alpha = node.attributes.get("alpha", 1.6732632423543772)
    gamma = node.attributes.get("gamma", 1.0507009873554805)
    return (gamma * F.elu(inputs[0], alpha),)


def _thresholded_relu(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x = inputs[0]
    return (torch.where(x > node.attributes.get("alpha", 1.0), x, torch.zeros_like(x)),)


def _hard_sigmoid(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    alpha, beta = node.attributes.get("alpha", 0.2), node.attributes.get("beta", 0.5)
    return ((alpha * inputs[0] + beta).clamp(0, 1),)


def _gelu(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    approximate = node.attributes.get("approximate", "none")
    if approximate not in ("none", "tanh"):
        raise unsupported(node, f"the approximation {approximate} is unknown")
    return (F.gelu(inputs[0], approximate=approximate),)


def _clip(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    low, high = [*inputs[1:], None, None][:2]
    low = node.attributes.get("min") if low is None else low
    high = node.attributes.get("max") if high is None else high
    x = inputs[0]
    if low is not None:
        x = x.clamp(min=low)
    # Two steps, because the larger bound must win where low > high.
    return (x if high is None else x.clamp(max=high),)


def _pow(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (torch.pow(inputs[0], inputs[1]).to(inputs[0].dtype),)


_PLAIN: dict[str, Callable[[Tensor], Tensor]] = {
    "Relu": F.relu,
    "HardSwish": F.hardswish,
    "Mish": F.mish,
    "Softplus": lambda x: torch.logaddexp(x, torch.zeros_like(x)),
    "Softsign": F.softsign,
    "Exp": torch.exp,
    "Log": torch.log,
    "Abs": torch.abs,
    "Neg": torch.neg,
    "Floor": torch.floor,
    "Ceil": torch.ceil,
    "Round": torch.round,
    "Sign": torch.sign,
}
_GATES: dict[str, Callable[[Tensor], Tensor]] = {
    "Sigmoid": torch.sigmoid,
    "Tanh": torch.tanh,
    "Erf": torch.erf,
}
_NORMALISERS: dict[str, Callable[[Tensor], Tensor]] = {
    "Sqrt": torch.sqrt,
    "Reciprocal": torch.reciprocal,
}
_PARAMETRIC: dict[str, Forward] = {
    "LeakyRelu": _leaky_relu,
    "PRelu": _prelu,
    "Elu": _elu,
    "Celu": _celu,
    "Selu": _selu,
    "ThresholdedRelu": _thresholded_relu,
    "Gelu": _gelu,
    "Clip": _clip,
    "Pow": _pow,
}
_RESTRICTIONS = {"PRelu": "constant slope", "Pow": "constant exponent", "Clip": "constant limits"}

for _name, _function in _PLAIN.items():
    register(_name, Operator(_plain(_function), Primitive.IDENTITY))
for _name, _function in _GATES.items():
    register(_name, Operator(_plain(_function), Primitive.IDENTITY, is_gate=True))
for _name, _function in _NORMALISERS.items():
    register(_name, Operator(_plain(_function), Primitive.IDENTITY, is_normaliser=True))
for _name, _forward in _PARAMETRIC.items():
    register(
        _name,
        Operator(_forward, Primitive.IDENTITY, data_inputs=(0,), restriction=_RESTRICTIONS.get(_name, "")),
    )
register("HardSigmoid", Operator(_hard_sigmoid, Primitive.IDENTITY, is_gate=True))
