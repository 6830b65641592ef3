"""Grey pictures of more than eight bits become eight bits, by one linear rule that is said aloud."""

import numpy as np
from numpy.typing import NDArray

_BIT_DEPTHS = (8, 10, 12, 14, 16, 24, 32)
_STRIPE_ROWS = 256
"""Rows that are scaled at once: a hundred megapixels in double precision would need gigabytes."""


def to_u8(values_hw: NDArray[np.generic]) -> tuple[NDArray[np.uint8], str]:
    """Scale grey values linearly to 0..255, and say how.

    Whole numbers from 0 are read as the smallest of 8, 10, 12, 14, 16, 24 or 32 bits that holds the largest
    value: a 12-bit scan stored in 16 bits would be nearly black on the full range, and stretching each
    picture to its own extremes would make pictures incomparable. Fractions within 0..1 or 0..255 keep that
    range. Everything else (negative or unbounded values) is stretched between its smallest and largest
    value. Values that are not finite become 0.

    Parameters
    ----------
    values_hw : ndarray
        Integer or floating point [height, width].

    Returns
    -------
    (ndarray, str)
        uint8 [height, width], and a sentence for the facts of the picture.
    """
    values = np.asarray(values_hw)
    finite = np.isfinite(values)
    n_lost = int(finite.size - np.count_nonzero(finite))
    known = values[finite] if n_lost else values
    if known.size == 0:
        return np.zeros(values.shape, np.uint8), "no finite value; shown black"
    integer = np.issubdtype(values.dtype, np.integer)
    start, end, text = _range(float(known.min()), float(known.max()), integer)
    if n_lost:
        text += f"; {n_lost} values that are not finite became 0"
    result = np.zeros(values.shape, np.uint8)
    for top in range(0, values.shape[0] if end > start else 0, _STRIPE_ROWS):
        rows = slice(top, top + _STRIPE_ROWS)
        part = np.where(finite[rows], values[rows], start).astype(np.float64)
        part = (part - start) * (255.0 / (end - start))
        result[rows] = np.where(finite[rows], np.floor(np.clip(part, 0.0, 255.0) + 0.5), 0.0)
    return result, text


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
