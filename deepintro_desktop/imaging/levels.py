"""Grey values that are few: what is done to each value is done once, not once per pixel."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MAX_LEVELS = 2**17
_STRIPE_ROWS = 256
"""Rows that are looked up at once: indices of a hundred megapixels would need gigabytes."""


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """The values that a grey picture can have.

    Parameters
    ----------
    stored_hw : ndarray
        The picture, [height, width].
    values : ndarray
        Every whole number from its smallest to its largest value, or the picture itself where these are too
        many or no whole numbers.
    occurs : ndarray
        bool like ``values``: whether the picture has that value.
    """

    stored_hw: NDArray[Any]
    values: NDArray[Any]
    occurs: NDArray[np.bool_]

    @staticmethod
    def of(stored_hw: NDArray[Any]) -> "Levels":
        """Return the levels of a picture, [height, width] with at least one pixel."""
        is_whole = stored_hw.dtype.kind in "iu"
        low, high = (int(stored_hw.min()), int(stored_hw.max())) if is_whole else (0, _MAX_LEVELS)
        if high - low >= _MAX_LEVELS or stored_hw.size < high - low:
            return Levels(stored_hw, stored_hw, np.ones(stored_hw.shape, bool))
        occurs = np.zeros(high - low + 1, bool)
        for rows in _stripes(stored_hw):
            occurs[rows.astype(np.int64) - low] = True
        return Levels(stored_hw, np.arange(low, high + 1, dtype=stored_hw.dtype.newbyteorder("=")), occurs)

    def spread(self, table: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Return uint8 [height, width]: every value replaced by its entry of ``table``, like ``values``."""
        if self.values is self.stored_hw:
            return table
        low = int(self.values[0])
        result = np.empty(self.stored_hw.shape, np.uint8)
        for top in range(0, len(result), _STRIPE_ROWS):
            rows = slice(top, top + _STRIPE_ROWS)
            result[rows] = table[self.stored_hw[rows].astype(np.int64) - low]
        return result


def _stripes(values_hw: NDArray[Any]) -> list[NDArray[Any]]:
    return [values_hw[top : top + _STRIPE_ROWS] for top in range(0, len(values_hw), _STRIPE_ROWS)]
