"""Grey pictures of more than eight bits become eight bits, by one linear rule that is said aloud."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.picture_view import Window
from deepintro_desktop.imaging.levels import Levels

_BIT_DEPTHS = (8, 10, 12, 14, 16, 24, 32)
_STRIPE_ROWS = 256
"""Rows that are scaled at once: a hundred megapixels in double precision would need gigabytes."""


@dataclass(frozen=True, slots=True, eq=False)
class ScaledGrey:
    """Grey of eight bits, and where it comes from.

    Parameters
    ----------
    pixels_hw_u8 : ndarray
        uint8 [height, width].
    text : str
        How it was scaled, for the facts of the picture.
    extremes : tuple of float, optional
        The smallest and the largest finite value of the file; None where there is none.
    window : Window
        The values that became 0..255.
    """

    pixels_hw_u8: NDArray[np.uint8]
    text: str
    extremes: tuple[float, float] | None
    window: Window


def to_u8(values_hw: NDArray[np.generic] | Levels, window: Window | None = None) -> ScaledGrey:
    """Scale grey values linearly to 0..255, and say how.

    Without a window, whole numbers from 0 are read as the smallest of 8, 10, 12, 14, 16, 24 or 32 bits that
    holds the largest value: a 12-bit scan stored in 16 bits would be nearly black on the full range, and
    stretching each picture to its own extremes would make pictures incomparable. Fractions within 0..1 or
    0..255 keep that range. Everything else (negative or unbounded values) is stretched between its smallest
    and largest value. Values that are not finite become 0.

    Parameters
    ----------
    values_hw : ndarray or Levels
        Integer or floating point [height, width].
    window : Window, optional
        The values to be spread over 0..255.
    """
    levels = values_hw if isinstance(values_hw, Levels) else Levels.of(np.asarray(values_hw))
    values = levels.values
    finite = np.isfinite(values)
    n_lost = int(finite.size - np.count_nonzero(finite))
    known = values[finite & levels.occurs]
    if known.size == 0:
        black = np.zeros(values.shape, np.uint8)
        return ScaledGrey(black, "no finite value; shown black", None, Window(127.5, 255.0))
    integer = np.issubdtype(values.dtype, np.integer)
    extremes = (float(known.min()), float(known.max()))
    start, end, text = _range(*extremes, integer)
    if window is not None:
        start, end = window.centre - window.width / 2, window.centre + window.width / 2
        text = window_words(window)
    if n_lost:
        text += f"; {n_lost} values that are not finite became 0"
    table = np.zeros(values.shape, np.uint8)
    for top in range(0, values.shape[0] if end > start else 0, _STRIPE_ROWS):
        rows = slice(top, top + _STRIPE_ROWS)
        part = np.where(finite[rows], values[rows], start).astype(np.float64)
        part = (part - start) * (255.0 / (end - start))
        table[rows] = np.where(finite[rows], np.floor(np.clip(part, 0.0, 255.0) + 0.5), 0.0)
    whole = Window((start + end) / 2, max(end - start, 1e-9))
    return ScaledGrey(levels.spread(table), text, extremes, whole)


def window_words(window: Window) -> str:
    """Return what the facts of a picture say about a chosen window."""
    return f"window at {window.centre:g}, {window.width:g} wide, chosen"


def _range(low: float, high: float, integer: bool) -> tuple[float, float, str]:
    if integer and low >= 0:
        bits = next(bits for bits in _BIT_DEPTHS if high < 2**bits)
        end = float(2**bits - 1)
        return 0.0, end, f"{bits} bits in use, 0..{end:.0f} scaled to 0..255"
    if not integer and low >= 0 and high <= 1:
        return 0.0, 1.0, "fractions, 0..1 scaled to 0..255"
    if not integer and low >= 0 and high <= 255:
        return 0.0, 255.0, "fractions within 0..255, rounded"
    return low, high, f"smallest to largest value, {low:g}..{high:g}, scaled to 0..255"
