"""Gemm, MatMul and Einsum.

A product with a constant matrix becomes a Gemm when the graph is canonicalised, or at least has its constant
second.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from deepintro_desktop.engine.graph.errors import unsupported
from deepintro_desktop.engine.graph.operator import Node, Operator, Primitive
from deepintro_desktop.engine.graph.registry import register


@dataclass(frozen=True, slots=True, eq=False)
class DenseMap:
    """A matrix product bound to its weights. ``weight``: [out, in], alpha and beta multiplied in.

    ``apply`` and ``adjoint`` take weights whose rows are several sets stacked along dimension 0.
    """

    weight: Tensor
    bias: Tensor | None
    is_transposed: bool

    @property
    def n_fan_in(self) -> int:
        """How many inputs one output sums."""
        return self.weight.shape[1]

    @property
    def is_depthwise(self) -> bool:
        """A matrix mixes all its inputs."""
        return False

    def apply(self, x: Tensor, weight: Tensor | None = None, bias: Tensor | None = None) -> Tensor:
        """Return ``x`` Wᵀ, [..., out]."""
        return F.linear(x.t() if self.is_transposed else x, self.weight if weight is None else weight, bias)

    def adjoint(self, s: Tensor, like: Tensor, weight: Tensor | None = None) -> Tensor:
        """Return ``s`` W, in the shape of ``like``."""
        x = s @ (self.weight if weight is None else weight)
        return x.t() if self.is_transposed else x


def _dense_map(node: Node, inputs: Sequence[Tensor | None]) -> DenseMap:
    weight = inputs[1] if node.attributes.get("transB", 0) else inputs[1].t()
    alpha = node.attributes.get("alpha", 1.0)
    if alpha != 1.0:
        weight = weight * alpha
    bias = (
        _bias_vector(node, inputs[2], weight.shape[0]) if len(inputs) > 2 and inputs[2] is not None else None
    )
    return DenseMap(weight, bias, bool(node.attributes.get("transA", 0)))


def _bias_vector(node: Node, bias: Tensor, n_out: int) -> Tensor:
    beta = node.attributes.get("beta", 1.0)
    if beta != 1.0:
        bias = bias * beta
    if bias.numel() == 1:
        return bias.reshape(1).expand(n_out)
    if bias.numel() != n_out or bias.shape[-1] != n_out:
        raise unsupported(node, f"its bias {tuple(bias.shape)} belongs to a fixed batch")
    return bias.reshape(n_out)


def _gemm(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    dense = _dense_map(node, inputs)
    return (dense.apply(inputs[0], None, dense.bias),)


@dataclass(frozen=True, slots=True, eq=False)
class ContractionMap:
    """Any product with a constant second operand ``weight``, bound to the shape of the first."""

    weight: Tensor
    multiply: Callable[[Tensor, Tensor], Tensor]
    shape: torch.Size
    n_fan_in: int
    bias: Tensor | None = None
    is_depthwise: bool = False

    def apply(self, x: Tensor, weight: Tensor | None = None, bias: Tensor | None = None) -> Tensor:
        """Return the product of ``x`` and the weights."""
        z = self.multiply(x, self.weight if weight is None else weight)
        return z if bias is None else z + bias

    def adjoint(self, s: Tensor, like: Tensor, weight: Tensor | None = None) -> Tensor:
        """Return the transpose applied to ``s``, in the bound shape; ``s`` may lead with another size."""
        with torch.enable_grad():
            x = s.new_zeros(self.shape, requires_grad=True)
            z = self.multiply(x, self.weight if weight is None else weight)
        return torch.autograd.grad(z, x, s)[0]


def _contraction_map(node: Node, inputs: Sequence[Tensor | None]) -> ContractionMap:
    forward, (x, weight) = (_einsum if node.operator == "Einsum" else _matmul), inputs[:2]

    def multiply(x: Tensor, weight: Tensor) -> Tensor:
        return forward(node, (x, weight))[0]

    n_fan_in = int(multiply(torch.ones_like(x), torch.ones_like(weight)).max())
    return ContractionMap(weight, multiply, x.shape, n_fan_in)


def _matmul(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (torch.matmul(inputs[0], inputs[1]),)


def _einsum(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    return (torch.einsum(node.attributes["equation"], *inputs),)


register(
    "Gemm",
    Operator(
        _gemm,
        Primitive.LINEAR,
        _dense_map,
        data_inputs=(0,),
        restriction="constant weights, one bias per output",
    ),
)
register("MatMul", Operator(_matmul, Primitive.PRODUCT, _contraction_map))
register("Einsum", Operator(_einsum, Primitive.PRODUCT, _contraction_map))
