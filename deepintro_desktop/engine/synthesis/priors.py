"""What images usually are, apart from what a network says: bounded and smooth."""

from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch import Tensor
from torch.autograd.function import once_differentiable


@dataclass(frozen=True, slots=True)
class Priors:
    """Norm and variation of centred pixels, 0 to 255 about the middle colour [Mahendran2016] eq. 3 and 4.

    ``distance_weight`` adds the mean squared distance to a picture in units of B²; ``norm_bound`` is the
    largest norm of a pixel (0: none).
    """

    typical_norm: float
    variation: float
    alpha: float = 6.0
    beta: float = 2.0
    distance_weight: float = 0.0
    norm_bound: float = 0.0

    def __call__(self, y: Tensor, original: Tensor | None = None) -> Tensor:
        """Return the weighted sum, float [N], of centred pixels [N, C, H, W]."""
        if self.beta == 2.0 and self.alpha >= 2.0:
            total = _Smoothness.apply(y, self.typical_norm, self.alpha, self.variation)
        else:
            total = norm(y, self.typical_norm, self.alpha) + variation(y, self.variation, self.beta)
        if self.distance_weight and original is not None:
            gap = (y - original).square().sum(1).mean((1, 2)) / self.typical_norm**2
            total = total + self.distance_weight * gap
        return total

    def bounded(self, y: Tensor) -> Tensor:
        """Return the pixels with no norm beyond the bound: further ones are pulled towards the middle."""
        if not self.norm_bound:
            return y
        norms = y.square().sum(1, keepdim=True).sqrt()
        return y * (self.norm_bound / norms.clamp(min=self.norm_bound))


class _Smoothness(torch.autograd.Function):
    """``norm + variation`` for β = 2, with the gradient written out: few passes over the pixels."""

    @staticmethod
    def forward(ctx: Any, y: Tensor, typical: float, alpha: float, usual: float) -> Tensor:
        n_places = y.shape[2] * y.shape[3]
        sizes = y.square().sum(1).div_(typical**2)
        powers = sizes.pow(alpha / 2 - 1)
        total = (powers * sizes).mean((1, 2))
        gradient = y * powers.mul_(alpha / (n_places * typical**2)).unsqueeze(1)
        share = 1.0 / (n_places * usual**2)
        for axis in (2, 3):
            length = y.shape[axis] - 1
            ahead, behind = (partial(torch.narrow, dim=axis, start=at, length=length) for at in (1, 0))
            gap = ahead(y) - behind(y)
            total += share * torch.linalg.vector_norm(gap, dim=(1, 2, 3)).square()
            ahead(gradient).add_(gap, alpha=2 * share)
            behind(gradient).sub_(gap, alpha=2 * share)
        ctx.save_for_backward(gradient)
        return total

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, weights: Tensor) -> tuple[Tensor, None, None, None]:
        (gradient,) = ctx.saved_tensors
        return gradient * weights.view(-1, 1, 1, 1), None, None, None


def norm(y: Tensor, typical: float, alpha: float) -> Tensor:
    """Return R_α = Σ_uv (Σ_k y²)^(α/2) / (H W B^α), float [N]; ``typical`` is B."""
    return (y.square().sum(1) / typical**2).pow(alpha / 2).mean((1, 2))


def variation(y: Tensor, usual: float, beta: float) -> Tensor:
    """Return R_TV = Σ_uvk ((y(v,u+1) − y(v,u))² + (y(v+1,u) − y(v,u))²)^(β/2) / (H W V^β), float [N].

    ``usual`` is V. At the right and lower rim, where a neighbour is missing, its difference is zero.
    """
    height, width = y.shape[2:]
    right = (y[..., :, 1:] - y[..., :, :-1]) / usual
    down = (y[..., 1:, :] - y[..., :-1, :]) / usual
    both = _padded(right, 3, width).square() + _padded(down, 2, height).square()
    # The root has no slope at zero; a flat patch must not make the gradient infinite.
    both = both.where(both > 0, both.new_ones(())) * (both > 0)
    return both.pow(beta / 2).sum((1, 2, 3)) / (height * width)


def _padded(values: Tensor, axis: int, size: int) -> Tensor:
    shape = list(values.shape)
    shape[axis] = size
    result = values.new_zeros(shape)
    result.narrow(axis, 0, size - 1).copy_(values)
    return result
