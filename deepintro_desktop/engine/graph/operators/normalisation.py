"""Batch, instance, layer and local response normalisation."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from deepintro_desktop.engine.graph.errors import unsupported
from deepintro_desktop.engine.graph.operator import Node, Operator, Primitive
from deepintro_desktop.engine.graph.operators.arguments import axis_of, optional
from deepintro_desktop.engine.graph.registry import register


def batch_normalisation_factors(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, Tensor]:
    """Return (scale, shift), [C] each, of the affine map that a BatchNormalization node is."""
    scale, shift, mean, variance = (entry.double() for entry in inputs[1:5])
    factor = scale / torch.sqrt(variance + node.attributes.get("epsilon", 1e-5))
    return factor, shift - mean * factor


def _batch_normalisation(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    if node.attributes.get("training_mode", 0) or (node.opset < 14 and any(node.outputs[1:])):
        raise unsupported(node, "it is in training mode")
    if not node.attributes.get("spatial", 1):
        raise unsupported(node, "it has one scale per pixel (spatial = 0)")
    x = inputs[0]
    shape = (1, -1) + (1,) * (x.dim() - 2)
    factor, shift = (entry.to(x.dtype).reshape(shape) for entry in batch_normalisation_factors(node, inputs))
    return (x * factor + shift,)


def _instance_normalisation(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, scale, shift = inputs
    return (F.instance_norm(x, weight=scale, bias=shift, eps=node.attributes.get("epsilon", 1e-5)),)


def normalised_axes(node: Node, n_dimensions: int) -> tuple[int, ...]:
    """Return the axes over which an instance or layer normalisation works, from the end.

    Only what was fused here names ``axes`` of its own; ONNX has all from ``axis`` on.
    """
    if node.operator == "InstanceNormalization":
        return tuple(range(2 - n_dimensions, 0))
    axes = node.attributes.get("axes")
    return axes or tuple(range(axis_of(node, n_dimensions, -1) - n_dimensions, 0))


def _layer_normalisation(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    if any(node.outputs[1:]):
        raise unsupported(node, "its mean or deviation is used")
    x, scale, shift = inputs[0], inputs[1], optional(inputs, 2)
    axes, epsilon = normalised_axes(node, x.dim()), node.attributes.get("epsilon", 1e-5)
    if axes == tuple(range(-len(axes), 0)):
        normalised = F.layer_norm(x, x.shape[-len(axes) :], eps=epsilon) * scale
    else:
        centred = x - x.mean(axes, keepdim=True)
        normalised = centred * (centred.square().mean(axes, keepdim=True) + epsilon).rsqrt() * scale
    return (normalised if shift is None else normalised + shift,)


def _local_response(node: Node, inputs: Sequence[Tensor | None]) -> tuple[Tensor, ...]:
    x, size = inputs[0], node.attributes["size"]
    alpha, beta = node.attributes.get("alpha", 1e-4), node.attributes.get("beta", 0.75)
    # An even window reaches one channel further up than down.
    below, above = (size - 1) // 2, size // 2
    squares = F.pad(x.square().flatten(2), (0, 0, below, above))
    sums = F.avg_pool2d(squares.unsqueeze(1), (size, 1), 1, divisor_override=1).reshape(x.shape)
    return (x / (node.attributes.get("bias", 1.0) + alpha / size * sums) ** beta,)


_PER_CHANNEL = "constant scales, one per channel"
register(
    "BatchNormalization",
    Operator(
        _batch_normalisation,
        Primitive.NORMALISE,
        data_inputs=(0,),
        restriction=f"not in training; {_PER_CHANNEL}",
    ),
)
register(
    "InstanceNormalization",
    Operator(_instance_normalisation, Primitive.NORMALISE, data_inputs=(0,), restriction=_PER_CHANNEL),
)
register(
    "LayerNormalization",
    Operator(
        _layer_normalisation,
        Primitive.NORMALISE,
        data_inputs=(0,),
        restriction="constant scales; without the second output",
    ),
)
register("LRN", Operator(_local_response, Primitive.NORMALISE))
