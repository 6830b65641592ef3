"""A feature without its surroundings: in place, centred, or resized; noise stands for what is cut away."""

import torch
from torch import Tensor
from torch.nn import functional as F

from deepintro_desktop.core.synthesis import Isolation

Box = tuple[int, int, int, int]
"""x0, y0, x1, y1, end exclusive."""


def isolated(pixels: Tensor, box: Box | None, how: Isolation, seed: int) -> Tensor:
    """Return the picture whose representation stands for a feature.

    Parameters
    ----------
    pixels : Tensor
        The picture, float [1, C, H, W], 0 to 255.
    box : tuple or None
        The feature's bounding box (x0, y0, x1, y1), end exclusive; what lies outside the picture is cut off.
        None and ``Isolation.WHOLE`` give the picture itself.
    seed : int
        Of the noise: every value is uniform in 0 to 255, and independent.
    """
    if box is None or how is Isolation.WHOLE:
        return pixels
    height, width = pixels.shape[2:]
    x0, y0, x1, y1 = _inside(box, height, width)
    part = pixels[:, :, y0:y1, x0:x1]
    if how is Isolation.RESIZED:
        return F.interpolate(part, (height, width), mode="bilinear", align_corners=False, antialias=True)
    result = _noise(pixels, seed)
    if how is Isolation.CENTRED:
        x0, y0 = (width - (x1 - x0)) // 2, (height - (y1 - y0)) // 2
    result[:, :, y0 : y0 + part.shape[2], x0 : x0 + part.shape[3]] = part
    return result


def _inside(box: Box, height: int, width: int) -> Box:
    x0, y0, x1, y1 = box
    x0, y0 = min(max(x0, 0), width - 1), min(max(y0, 0), height - 1)
    return x0, y0, min(max(x1, x0 + 1), width), min(max(y1, y0 + 1), height)


def _noise(pixels: Tensor, seed: int) -> Tensor:
    generator = torch.Generator().manual_seed(seed)
    return (255.0 * torch.rand(pixels.shape, generator=generator)).to(pixels)
