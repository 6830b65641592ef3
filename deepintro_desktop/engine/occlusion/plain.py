"""Fills that need no neighbours: random pixels, a rectangle and a constant colour."""

import numpy as np

from deepintro_desktop.engine.occlusion.region import Filled, Region


def random_pixels(region: Region) -> Filled:
    """Give every pixel of the feature a uniform random colour of its own."""
    pixels = region.crop_hwc_u8.copy()
    pixels[region.mask_hw] = region.random_colours()
    return Filled(region.mask_hw, pixels)


def constant(region: Region) -> Filled:
    """Give the feature's pixels the mean colour."""
    return Filled(region.mask_hw, np.broadcast_to(region.mean_colour, region.crop_hwc_u8.shape))


def rectangle(region: Region) -> Filled:
    """Give the whole bounding box of the feature the mean colour: no trace of the feature's shape remains."""
    everything = np.ones_like(region.mask_hw)
    return Filled(everything, np.broadcast_to(region.mean_colour, region.crop_hwc_u8.shape))
