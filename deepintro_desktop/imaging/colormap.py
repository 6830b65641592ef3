"""Relevance as colours: orange speaks for the target, blue against it, and zero is transparent."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

PERCENTILE = 99.3
CUT = 0.04

POSITIVE_HALF, POSITIVE_FULL = (0xF5, 0xA0, 0x4C), (0xE0, 0x48, 0x0B)
NEGATIVE_HALF, NEGATIVE_FULL = (0x5B, 0x9B, 0xF0), (0x1F, 0x5F, 0xD0)
ALPHA_HALF = 0.62

LIGHT_BACKGROUND, DARK_BACKGROUND = (0xF1, 0xF1, 0xEF), (0x2A, 0x2D, 0x31)
"""What a map lies on when it lies on no photo."""

FEATURE_PALETTE = (
    (0xFF, 0xD8, 0x3D),
    (0x7F, 0xD4, 0xFF),
    (0xDD, 0x88, 0xFF),
    (0x44, 0xBB, 0x88),
    (0xFF, 0xFF, 0xFF),
    (0xD8, 0xFF, 0xB0),
)
"""Colours of features 1 to 6, then again; the number identifies a feature, the colour only helps."""

CHIP_TEXT = (0x14, 0x17, 0x1A)

_POSITIONS = (0.0, 0.5, 1.0)
_GREY_LOSS, _GREY_FROM = 0.8, 0.7


def relevance_scale(relevance_hw: NDArray[np.floating]) -> float:
    """Return the relevance that gets the full colour: the 99.3rd percentile of the absolute values.

    Where so little of the map is relevant that this is zero, it is the largest absolute value. The same scale
    holds for both signs. Zero only for a map of zeros.
    """
    absolute = np.abs(relevance_hw)
    scale = float(np.percentile(absolute, PERCENTILE))
    return scale if scale > 0 else float(absolute.max())


def relevance_rgba_u8(relevance_hw: NDArray[np.floating], scale: float | None = None) -> NDArray[np.uint8]:
    """Return the colours of a relevance map.

    Parameters
    ----------
    relevance_hw : ndarray
        Signed relevance, [height, width], finite.
    scale : float, optional
        The relevance that gets the full colour; by default :func:`relevance_scale`.

    Returns
    -------
    ndarray
        uint8 [height, width, 4], RGBA with straight (not premultiplied) alpha.
    """
    scale = relevance_scale(relevance_hw) if scale is None else scale
    values = np.asarray(relevance_hw, np.float64)
    share = np.clip(values / scale, -1, 1) if scale > 0 else np.zeros_like(values)
    strength = np.abs(share)
    rgba = np.empty((*relevance_hw.shape, 4))
    for channel in range(3):
        positive = _ramp(strength, POSITIVE_HALF[channel], POSITIVE_HALF[channel], POSITIVE_FULL[channel])
        negative = _ramp(strength, NEGATIVE_HALF[channel], NEGATIVE_HALF[channel], NEGATIVE_FULL[channel])
        rgba[..., channel] = np.where(share < 0, negative, positive)
    rgba[..., 3] = np.where(strength < CUT, 0.0, 255 * _ramp(strength, 0.0, ALPHA_HALF, 1.0))
    return np.floor(rgba + 0.5).astype(np.uint8)


def _ramp(strength: NDArray[np.floating], *values: float) -> NDArray[np.float64]:
    return np.asarray(np.interp(strength, _POSITIONS, values))


def greyed_hwc_u8(image_hwc_u8: NDArray[np.uint8], opacity: float) -> NDArray[np.uint8]:
    """Return a photo that makes room for a map of that opacity (0..1): up to 0.8 of its colour is lost.

    Parameters
    ----------
    image_hwc_u8 : ndarray
        uint8 [height, width, 1 or 3].
    opacity : float
        0 leaves the photo alone; from 0.7 on nothing more is lost.

    Returns
    -------
    ndarray
        uint8 [height, width, 3].
    """
    if image_hwc_u8.shape[2] == 1:
        return np.repeat(image_hwc_u8, 3, axis=2)
    loss = _GREY_LOSS * min(max(opacity, 0.0) / _GREY_FROM, 1.0)
    grey = Image.fromarray(np.ascontiguousarray(image_hwc_u8)).convert("L")
    grey_hw1 = np.asarray(grey, np.float64)[..., None]
    return np.floor(image_hwc_u8 * (1 - loss) + grey_hw1 * loss + 0.5).astype(np.uint8)


def over(
    rgba_u8: NDArray[np.uint8], background_hwc_u8: NDArray[np.uint8], opacity: float
) -> NDArray[np.uint8]:
    """Return colours laid over a picture of the same size: uint8 [height, width, 3]."""
    alpha = rgba_u8[..., 3:] * (opacity / 255.0)
    return np.floor(rgba_u8[..., :3] * alpha + background_hwc_u8 * (1 - alpha) + 0.5).astype(np.uint8)


def overlay_hwc_u8(
    image_hwc_u8: NDArray[np.uint8],
    relevance_hw: NDArray[np.floating],
    opacity: float = 0.7,
    true_colour_hw: NDArray[np.bool_] | None = None,
) -> NDArray[np.uint8]:
    """Return the photo, greyed, under its relevance map.

    Parameters
    ----------
    image_hwc_u8 : ndarray
        uint8 [height, width, 1 or 3].
    relevance_hw : ndarray
        Signed relevance of the same height and width.
    opacity : float
        Of the map, 0..1.
    true_colour_hw : ndarray, optional
        bool [height, width]: where the photo stays as it is, without map (occluded, hovered).

    Returns
    -------
    ndarray
        uint8 [height, width, 3].
    """
    result = over(relevance_rgba_u8(relevance_hw), greyed_hwc_u8(image_hwc_u8, opacity), opacity)
    if true_colour_hw is not None:
        result[true_colour_hw] = np.broadcast_to(image_hwc_u8, result.shape)[true_colour_hw]
    return result
