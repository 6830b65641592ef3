"""The pictures that the command line writes: a relevance map alone, and on its photo with the features."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from deepintro_desktop.imaging.colormap import (
    DARK_BACKGROUND,
    LIGHT_BACKGROUND,
    greyed_hwc_u8,
    over,
    relevance_rgba_u8,
)
from deepintro_desktop.imaging.outlines import draw_features
from deepintro_desktop.imaging.png import png_bytes

_LONG_SIDE = 900


def enlargement(height: int, width: int, long_side: int = _LONG_SIDE) -> int:
    """Return the whole number of times by which a map is enlarged to be worth looking at."""
    return max(1, round(long_side / max(height, width)))


def heatmap_png(relevance_hw: NDArray[np.floating], dark: bool = False) -> bytes:
    """Return a PNG file of a relevance map ([height, width], signed) on its neutral ground.

    It is enlarged by :func:`enlargement` without smoothing: every square is one value.
    """
    height, width = relevance_hw.shape
    factor = enlargement(height, width)
    ground = np.full((height, width, 3), DARK_BACKGROUND if dark else LIGHT_BACKGROUND, np.uint8)
    pixels = over(relevance_rgba_u8(relevance_hw), ground, 1.0)
    return png_bytes(pixels.repeat(factor, axis=0).repeat(factor, axis=1))


def overlay_png(
    image_hwc_u8: NDArray[np.uint8],
    relevance_hw: NDArray[np.floating],
    labels_hw: NDArray[np.integer],
    opacity: float = 0.7,
    distance: float = 1.5,
    *,
    drawn: Collection[int] = (),
) -> bytes:
    """Return a PNG file of :func:`explained_hwc_u8`."""
    return png_bytes(explained_hwc_u8(image_hwc_u8, relevance_hw, labels_hw, opacity, distance, drawn=drawn))


def explained_hwc_u8(
    image_hwc_u8: NDArray[np.uint8],
    relevance_hw: NDArray[np.floating],
    labels_hw: NDArray[np.integer],
    opacity: float = 0.7,
    distance: float = 1.5,
    *,
    drawn: Collection[int] = (),
    long_side: int = _LONG_SIDE,
) -> NDArray[np.uint8]:
    """Return a photo under its relevance map, with the features outlined and numbered: uint8 [H, W, 3].

    Parameters
    ----------
    image_hwc_u8 : ndarray
        What the network sees, uint8 [height, width, 1 or 3].
    relevance_hw : ndarray
        Signed relevance, [height, width].
    labels_hw : ndarray
        Integers [height, width]: 0 for no feature, else the feature's number.
    opacity : float
        Of the map, 0..1.
    distance : float
        The clustering's distance; outlines close gaps of about this size.
    drawn : collection of int
        The features that a person made; their outlines are dashed.
    long_side : int
        About how many pixels the picture is long.
    """
    height, width = relevance_hw.shape
    factor = enlargement(height, width, long_side)
    size = (width * factor, height * factor)
    photo = Image.fromarray(greyed_hwc_u8(image_hwc_u8, opacity)).resize(size, Image.Resampling.BICUBIC)
    colours = Image.fromarray(relevance_rgba_u8(relevance_hw)).resize(size, Image.Resampling.BILINEAR)
    ground = over(np.asarray(colours), np.asarray(photo), opacity)
    return draw_features(ground, labels_hw, factor, distance, drawn=drawn)
