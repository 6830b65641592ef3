"""Drawn shapes as pixels: a pixel belongs to a shape when its centre lies inside."""

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.drawn import Point, Shape, ShapeKind

Mask = NDArray[np.bool_]


def rasterise(shape: Shape, shape_hw: tuple[int, int]) -> Mask:
    """Return the pixels of a shape, bool [height, width].

    Rectangle: left and upper edge belong to it, right and lower do not, so that neighbours share no pixel.
    Ellipse: its edge belongs to it. Lasso: even-odd rule, so that what is encircled twice is outside; on an
    edge as for the rectangle.
    """
    if shape.kind is ShapeKind.PIXELS:
        return np.zeros(shape_hw, np.bool_) if shape.pixels is None else shape.pixels.mask(shape_hw)
    if shape.kind is ShapeKind.LASSO:
        return polygon_mask(shape.points, shape_hw)
    (x0, x1), (y0, y1) = (sorted(ends) for ends in zip(*shape.points, strict=True))
    height, width = shape_hw
    x, y = np.arange(width) + 0.5, np.arange(height)[:, None] + 0.5
    if shape.kind is ShapeKind.RECTANGLE:
        return (x0 <= x) & (x < x1) & (y0 <= y) & (y < y1)
    if x1 <= x0 or y1 <= y0:
        return np.zeros(shape_hw, np.bool_)
    # Centre and radii are doubled: halving would round what is exact.
    return ((2 * x - x0 - x1) / (x1 - x0)) ** 2 + ((2 * y - y0 - y1) / (y1 - y0)) ** 2 <= 1.0


def polygon_mask(points: tuple[Point, ...], shape_hw: tuple[int, int]) -> Mask:
    """Return the pixels inside a closed polygon by the even-odd rule, bool [height, width].

    Each edge flips every pixel of a row from where it crosses the row of centres to the right end.
    """
    height, width = shape_hw
    flips = np.zeros((height, width + 1), np.int32)
    for (x0, y0), (x1, y1) in zip(points, (*points[1:], *points[:1]), strict=True):
        if y0 > y1:
            x0, y0, x1, y1 = x1, y1, x0, y0
        first, last = (int(np.clip(np.ceil(y - 0.5), 0, height)) for y in (y0, y1))
        rows = np.arange(first, last)
        if not len(rows):
            continue
        crossing = x0 + (rows + 0.5 - y0) * ((x1 - x0) / (y1 - y0))
        columns = np.clip(np.ceil(crossing - 0.5), 0, width).astype(np.intp)
        flips[rows, columns] += 1
    return (np.cumsum(flips[:, :width], axis=1) & 1).astype(np.bool_)
