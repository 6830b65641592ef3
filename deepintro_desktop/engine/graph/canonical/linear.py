"""Weights and bias of Conv, ConvTranspose and Gemm nodes, in one layout, to be scaled per channel."""

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.canonical.draft import Draft
from deepintro_desktop.engine.graph.dataflow import operator_of
from deepintro_desktop.engine.graph.operator import Node

OPERATORS = ("Conv", "ConvTranspose", "Gemm")


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """Weights [groups, out / groups, in / groups, *kernel] and bias [out, double precision] of a linear node.

    ``is_same`` tells that the weights are still those of the node; they are large, and mostly only the bias
    changes.
    """

    weight: Tensor
    bias: Tensor
    is_same: bool = True

    @property
    def n_outputs(self) -> int:
        """The number of output channels."""
        return self.weight.shape[0] * self.weight.shape[1]

    @property
    def n_inputs(self) -> int:
        """The number of input channels."""
        return self.weight.shape[0] * self.weight.shape[2]

    def followed_by(self, factor: Tensor, shift: Tensor) -> "Weights":
        """Return the weights that also do ``factor · y + shift`` afterwards, [out] each."""
        shape = (*self.weight.shape[:2], *[1] * (self.weight.dim() - 2))
        return replace(self._scaled(factor, shape), bias=self.bias * factor + shift)

    def preceded_by(self, factor: Tensor, shift: Tensor) -> "Weights":
        """Return the weights that also do ``factor · x + shift`` before, [in] each.

        A shift is exact without padding only.
        """
        groups, _, n, *kernel = self.weight.shape
        shape = (groups, 1, n, *[1] * len(kernel))
        bias = self.bias
        if bool((shift != 0).any()):
            axes = tuple(range(2, self.weight.dim()))
            bias = bias + (self.weight.double() * shift.reshape(shape)).sum(axes).flatten()
        return replace(self._scaled(factor, shape), bias=bias)

    def _scaled(self, factor: Tensor, shape: tuple[int, ...]) -> "Weights":
        if bool((factor == 1).all()):
            return self
        return replace(self, weight=self.weight.double() * factor.reshape(shape), is_same=False)


def is_linear(draft: Draft, node: Node) -> bool:
    """Return whether a node is a linear operator with constant weights on the picture."""
    return (
        node.operator in OPERATORS
        and node.inputs[0] in draft.active
        and not node.attributes.get("transA", 0)
        and all(name in draft.constants for name in node.inputs[1:] if name)
    )


def read_weights(draft: Draft, node: Node) -> Weights:
    """Return the weights of a linear node."""
    groups = node.attributes.get("group", 1)
    inputs = draft.inputs_of(node)
    weight = inputs[1]
    bias = inputs[2] if len(inputs) > 2 else None
    if node.operator == "Gemm":
        dense = operator_of(node).linear_map(node, [None, weight, bias])
        weight, bias = dense.weight, dense.bias
    if node.operator == "ConvTranspose":
        weight = weight.reshape(groups, -1, *weight.shape[1:]).transpose(1, 2)
    else:
        weight = weight.reshape(groups, -1, *weight.shape[1:])
    if bias is None:
        bias = torch.zeros(weight.shape[0] * weight.shape[1], device=weight.device)
    return Weights(weight, bias.double())


def write_weights(draft: Draft, node: Node, weights: Weights, **fields: object) -> Node:
    """Give a linear node other weights (and other fields), and return it."""
    bias = draft.add_constant(f"{node.name}.bias.folded", weights.bias)
    source = fields.pop("source", node.inputs[0])
    if weights.is_same:
        # Beta is in the bias by now.
        attributes = {key: value for key, value in node.attributes.items() if key != "beta"}
        return draft.change(node, inputs=(source, node.inputs[1], bias), attributes=attributes, **fields)
    weight = weights.weight
    if node.operator == "ConvTranspose":
        weight = weight.transpose(1, 2)
    name = draft.add_constant(f"{node.inputs[1]}.folded", weight.flatten(0, 1))
    attributes = {"transB": 1} if node.operator == "Gemm" else node.attributes
    return draft.change(node, inputs=(source, name, bias), attributes=attributes, **fields)


def channel_axis(draft: Draft, node: Node, name: str) -> int:
    """Return which axis of an input or output value of a linear node holds its channels, from 0."""
    return len(draft.sizes[name]) - 1 if node.operator == "Gemm" else 1


def has_padding(node: Node) -> bool:
    """Return whether a convolution may see padded cells."""
    automatic = node.attributes.get("auto_pad", "NOTSET")
    return automatic.startswith("SAME") or (automatic != "VALID" and any(node.attributes.get("pads", ())))
