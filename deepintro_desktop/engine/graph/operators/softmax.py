"""Softmax and its logarithm, in the form of each opset."""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.operator import Forward, Node, Operator, Primitive
from deepintro_desktop.engine.graph.registry import register


def softmax_axes(node: Node, n_dimensions: int) -> tuple[int, ...]:
    """Return the axes over which a softmax sums to 1, counted from the end."""
    axis = node.attributes.get("axis", -1 if node.opset >= 13 else 1) % n_dimensions - n_dimensions
    # Before opset 13 all axes from this one on were taken together.
    return (axis,) if node.opset >= 13 else tuple(range(axis, 0))


def _over_classes(function: Callable[..., Tensor]) -> Forward:
    def forward(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
        x = inputs[0]
        first, *others = softmax_axes(node, x.dim())
        if not others:
            return (function(x, dim=first),)
        axis = first % x.dim()
        return (function(x.flatten(axis), dim=axis).reshape(x.shape),)

    return forward


register("Softmax", Operator(_over_classes(torch.softmax), Primitive.IDENTITY, is_gate=True))
register("LogSoftmax", Operator(_over_classes(torch.log_softmax), Primitive.IDENTITY, is_gate=True))
