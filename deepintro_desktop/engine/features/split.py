"""One feature cut into several."""

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from deepintro_desktop.core.drawn import Point
from deepintro_desktop.engine.features.components import label_components

Mask = NDArray[np.bool_]

_TOUCHING = 1.5
"""Pixels that share a side or a corner are one piece."""


def split_pieces(mask_hw: Mask, min_size: int = 1) -> tuple[Mask, ...]:
    """Return the pieces of a feature, in the order of their first pixels; one piece: it hangs together.

    Parameters
    ----------
    mask_hw : bool [height, width]
    min_size : int
        In pixels. Features that were found at a large distance consist of many specks: a smaller piece goes
        with the nearest of the others, measured from its pixel that is nearest. When none is as large as
        this, the feature is one piece.
    """
    labels, n = label_components(mask_hw, _TOUCHING)
    sizes = np.bincount(labels.ravel(), minlength=n + 1)
    large = np.flatnonzero(sizes[1:] >= min_size) + 1
    if len(large) < 2:
        return (mask_hw,) if mask_hw.any() else ()
    core = np.isin(labels, large)
    away, (y, x) = ndimage.distance_transform_edt(~core, return_indices=True)
    owner = labels[y, x]
    for small in set(range(1, n + 1)) - set(large.tolist()):
        inside = np.flatnonzero(labels == small)
        nearest = inside[np.argmin(away.ravel()[inside])]
        labels[labels == small] = owner.ravel()[nearest]
    return tuple(labels == number for number in large.tolist())


def split_along(mask_hw: Mask, line: tuple[Point, Point]) -> tuple[Mask, ...]:
    """Return what lies on either side of the straight line through two points (x, y), if anything.

    Pixels whose centre is on the line go with those on its right hand.
    """
    (x0, y0), (x1, y1) = line
    height, width = mask_hw.shape
    x, y = np.arange(width) + 0.5, np.arange(height)[:, None] + 0.5
    left = (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) < 0
    return tuple(part for part in (mask_hw & left, mask_hw & ~left) if part.any())
