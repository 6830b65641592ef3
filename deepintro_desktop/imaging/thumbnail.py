"""Small pictures for lists."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def thumbnail_hwc_u8(pixels_hwc_u8: NDArray[np.uint8], size: int) -> NDArray[np.uint8]:
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
        uint8 [h, w, 3] in RGB order, at least one pixel on each side.
    """
    height, width = pixels_hwc_u8.shape[:2]
    grey = pixels_hwc_u8.shape[2] == 1
    picture = Image.fromarray(np.ascontiguousarray(pixels_hwc_u8[..., 0] if grey else pixels_hwc_u8))
    ratio = min(1.0, size / max(height, width))
    target = (max(1, round(width * ratio)), max(1, round(height * ratio)))
    if target != picture.size:
        picture = picture.resize(target, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return np.array(picture.convert("RGB"))
