"""Blurring a feature away, with its surroundings."""

import math

import numpy as np
from scipy.ndimage import uniform_filter

from deepintro_desktop.engine.occlusion.region import Filled, Region

_N_PASSES = 3
_SMALLEST_SIGMA = 2.0


def blur(region: Region) -> Filled:
    """Give the feature's pixels the colours of the blurred picture.

    The blur is as wide as a third of the shorter side of the feature's box, so that nothing of the
    feature's own scale is left. Three box filters stand in for the Gaussian [Wells1986]: their cost does
    not grow with width.
    """
    x0, y0, x1, y1 = region.box
    sigma = max(_SMALLEST_SIGMA, min(x1 - x0, y1 - y0) / 3.0)
    # Widths are odd, so that the filter stays centred.
    radius = max(1, round((math.sqrt(12.0 * sigma**2 / _N_PASSES + 1.0) - 1.0) / 2.0))
    margin = _N_PASSES * radius
    height, width, _ = region.image_hwc_u8.shape
    left, top = max(0, x0 - margin), max(0, y0 - margin)
    pixels = region.image_hwc_u8[top : min(height, y1 + margin), left : min(width, x1 + margin)]
    pixels = pixels.astype(np.float64)
    for _ in range(_N_PASSES):
        pixels = uniform_filter(pixels, (2 * radius + 1, 2 * radius + 1, 1), mode="nearest")
    inside = pixels[y0 - top : y1 - top, x0 - left : x1 - left]
    return Filled(region.mask_hw, np.clip(inside, 0.0, 255.0))
