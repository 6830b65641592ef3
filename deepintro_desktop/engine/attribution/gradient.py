"""Gradient methods: how the target's logit changes with the picture."""

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.graph import ExplainableGraph


def sensitivity(graph: ExplainableGraph, x: Tensor, target_index: int) -> Tensor:
    """Return |∂f/∂x| summed over channels and normalised to sum 1 [Simonyan2014], float [H, W].

    ``x``: float [1, C, H, W] in network units. All zeros when the logit does not depend on the picture.
    """
    sizes = _per_pixel(graph.gradient(x, target_index).abs())
    whole = sizes.sum()
    return sizes / whole if float(whole) > 0 else sizes


def gradient_x_input(graph: ExplainableGraph, x: Tensor, target_index: int) -> tuple[Tensor, float]:
    """Return x ⊙ ∂f/∂x summed over channels [Shrikumar2016], float [H, W], and the logit f itself."""
    with torch.enable_grad():
        picture = x.detach().to(device=graph.device, dtype=graph.dtype).requires_grad_()
        logit = graph.logits(picture)[0, target_index]
        (gradient,) = torch.autograd.grad(logit, picture)
    return _per_pixel(gradient * picture.detach()), float(logit.detach())


def _per_pixel(values: Tensor) -> Tensor:
    """Sum [1, C, H, W] over channels; a value without channels stays as it is."""
    return values[0].sum(0) if values.dim() > 3 else values[0]
