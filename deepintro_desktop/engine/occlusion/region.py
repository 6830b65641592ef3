"""What a fill sees (one feature in its picture) and what it gives back (the pixels that change)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Box = tuple[int, int, int, int]
"""(x0, y0, x1, y1), end exclusive, in pixels of the picture."""


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """One feature in the original picture.

    ``image_hwc_u8``: the whole picture. ``box``: the feature's bounding box. ``mask_hw``: bool, the
    feature's pixels inside the box. ``mean_colour``: float64 [channels], 0..255. ``seed``: repeatable for
    (seed, feature number).
    """

    image_hwc_u8: NDArray[np.uint8]
    box: Box
    mask_hw: NDArray[np.bool_]
    mean_colour: NDArray[np.float64]
    seed: tuple[int, int]

    @property
    def crop_hwc_u8(self) -> NDArray[np.uint8]:
        """The picture inside the box: a view, uint8."""
        x0, y0, x1, y1 = self.box
        return self.image_hwc_u8[y0:y1, x0:x1]

    def random_colours(self) -> NDArray[np.uint8]:
        """Return uniform random colours for the feature's pixels, row by row: uint8 [n_pixels, channels]."""
        shape = (int(np.count_nonzero(self.mask_hw)), self.image_hwc_u8.shape[2])
        return np.random.default_rng(self.seed).integers(0, 256, shape, dtype=np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Filled:
    """What a fill makes of a region's box.

    ``changed_hw``: bool, which pixels of the box get new values, at least the feature's own ones.
    ``pixels_hwc``: their values in 0..255, uint8 or float (then rounded), meaningful where ``changed_hw``.
    """

    changed_hw: NDArray[np.bool_]
    pixels_hwc: NDArray[np.uint8] | NDArray[np.float64]


def bounding_box(mask_hw: NDArray[np.bool_]) -> Box:
    """Return the smallest box around the true pixels of a mask that has some."""
    rows = np.flatnonzero(mask_hw.any(axis=1))
    columns = np.flatnonzero(mask_hw.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
