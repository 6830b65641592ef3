"""Pixels become PNG files."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def png_bytes(pixels_hwc_u8: NDArray[np.uint8]) -> bytes:
    """Return a PNG file of uint8 [height, width, C]: grey (C = 1), RGB (3) or RGBA (4)."""
    grey = pixels_hwc_u8.shape[2] == 1
    picture = Image.fromarray(np.ascontiguousarray(pixels_hwc_u8[..., 0] if grey else pixels_hwc_u8))
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG", optimize=False)
    return buffer.getvalue()
