"""Small integers that older opsets keep in attributes and newer ones in inputs."""

from collections.abc import Sequence

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.errors import unsupported
from deepintro_desktop.engine.graph.operator import Node

_MAX_VALUES = 2**28


def optional(inputs: Sequence[Tensor | None], index: int) -> Tensor | None:
    """Return an input, or None when it was left out."""
    return inputs[index] if index < len(inputs) else None


def integers(
    node: Node, inputs: Sequence[Tensor | None], index: int, attribute: str
) -> tuple[int, ...] | None:
    """Return whole numbers from input ``index`` or else from the attribute; None when neither is given."""
    tensor = optional(inputs, index)
    if tensor is not None:
        return tuple(int(entry) for entry in tensor.reshape(-1).tolist())
    value = node.attributes.get(attribute)
    if value is None:
        return None
    return (value,) if isinstance(value, int) else tuple(value)


def axis_of(node: Node, n_dimensions: int, default: int) -> int:
    """Return the ``axis`` attribute as a number from 0."""
    axis = node.attributes.get("axis", default)
    if not -n_dimensions <= axis < n_dimensions:
        raise unsupported(node, f"axis {axis} does not exist in {n_dimensions} dimensions")
    return axis % n_dimensions


def refuse_huge(node: Node, sizes: Sequence[int]) -> None:
    """Raise when a few bytes of a file ask for an enormous tensor."""
    if any(size < 0 for size in sizes) or torch.Size(sizes).numel() > _MAX_VALUES:
        raise unsupported(node, f"it makes a tensor of the size {tuple(sizes)}")
