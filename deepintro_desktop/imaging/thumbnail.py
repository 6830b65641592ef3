"""Smaller pictures for lists and screens."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def thumbnail_hwc_u8(pixels_hwc_u8: NDArray[np.uint8], size: int) -> NDArray[np.uint8]:
    """Return :func:`smaller_hwc_u8` in colour, uint8 [h, w, 3], RGB, for grey pictures, too."""
    smaller = smaller_hwc_u8(pixels_hwc_u8, size)
    return np.repeat(smaller, 3, axis=2) if smaller.shape[2] == 1 else smaller


def smaller_hwc_u8(pixels_hwc_u8: NDArray[np.uint8], size: int) -> NDArray[np.uint8]:
    """Return a picture with at most ``size`` pixels on its longer side, never enlarged.

    Parameters
    ----------
    pixels_hwc_u8 : ndarray
        uint8 [height, width, 1 or 3].
    size : int
        The longest side of the result in pixels.

    Returns
    -------
    ndarray
        uint8 [h, w, 1 or 3], at least one pixel on each side; the same array when it is small enough.
    """
    height, width = pixels_hwc_u8.shape[:2]
    if max(height, width) <= size:
        return pixels_hwc_u8
    grey = pixels_hwc_u8.shape[2] == 1
    picture = Image.fromarray(np.ascontiguousarray(pixels_hwc_u8[..., 0] if grey else pixels_hwc_u8))
    ratio = size / max(height, width)
    target = (max(1, round(width * ratio)), max(1, round(height * ratio)))
    values = np.array(picture.resize(target, Image.Resampling.LANCZOS, reducing_gap=3.0))
    return values[..., None] if grey else values
