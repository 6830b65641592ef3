"""Softmax and its logarithm, in the form of each opset."""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.operator import Forward, Node, Operator, Primitive
from deepintro_desktop.engine.graph.registry import register


def _over_classes(function: Callable[..., Tensor]) -> Forward:
    def forward(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
        x = inputs[0]
        if node.opset >= 13:
            return (function(x, dim=node.attributes.get("axis", -1)),)
        # Before opset 13 all axes from this one on were taken together.
        axis = node.attributes.get("axis", 1) % x.dim()
        return (function(x.flatten(axis), dim=axis).reshape(x.shape),)

    return forward


register("Softmax", Operator(_over_classes(torch.softmax), Primitive.IDENTITY, is_gate=True))
register("LogSoftmax", Operator(_over_classes(torch.log_softmax), Primitive.IDENTITY, is_gate=True))
