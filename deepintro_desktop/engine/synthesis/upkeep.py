"""What activation maximisation does to its image between iterations [Yosinski2015] section 3."""

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from deepintro_desktop.core.synthesis import Upkeep


def keep_up(what: Upkeep, z: Tensor, gradient: Tensor, iteration: int) -> Tensor:
    """Return the changed pixels, [N, C, H, W] about the middle colour; iterations count from 1."""
    z = z * (1.0 - what.decay)
    if what.blur_px > 0 and iteration % what.blur_every == 0:
        z = blurred(z, what.blur_px)
    if what.small_norm > 0:
        z = _without_smallest(z, z.square().sum(1), what.small_norm)
    if what.small_contribution > 0:
        z = _without_smallest(z, (z * gradient).sum(1).abs(), what.small_contribution)
    return z


def blurred(z: Tensor, width_px: float) -> Tensor:
    """Return images [N, C, H, W] after a Gaussian blur of a standard deviation; the rim is repeated."""
    reach = min(max(1, math.ceil(3 * width_px)), min(z.shape[2:]) - 1)
    places = torch.arange(-reach, reach + 1, device=z.device, dtype=z.dtype)
    weights = torch.exp(-0.5 * (places / width_px).square())
    weights = (weights / weights.sum()).expand(z.shape[1], 1, -1)
    padded = F.pad(z, (reach,) * 4, mode="replicate")
    across = F.conv2d(padded, weights.unsqueeze(2), groups=z.shape[1])
    return F.conv2d(across, weights.unsqueeze(3), groups=z.shape[1])


def _without_smallest(z: Tensor, sizes: Tensor, share: float) -> Tensor:
    """Set the pixels with the smallest of ``sizes`` [N, H, W] to zero, a share of each image."""
    limits = sizes.flatten(1).quantile(share, dim=1).view(-1, 1, 1)
    return z * (sizes >= limits).unsqueeze(1)
