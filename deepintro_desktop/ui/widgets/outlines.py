"""Outlines of features for drawing: close the gaps between their pixels, fill holes, grow by one, smooth.

Outlines are for the eye. What belongs to a feature is decided by the label array alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.results import Feature

_GROWN = 1.0
_BLUR = 0.9
_SPACING = 1.0
_ROUNDING = (0.06, 0.24, 0.40, 0.24, 0.06)
_SPECK_AREA = 15.0
"""The smallest part of six pixels, two by three, covers 16 when it is grown by one on each side."""
_LEVEL = 0.45
"""A little below one half: a single pixel must not be blurred away."""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The closed lines round a feature.

    ``polygons``: float64 [n, 2] each, (x, y) in pixels of the network's input, the first pixel's corner at 0.
    ``box``: (x0, y0, x1, y1), end exclusive, of ``region_hw``, the bool array of what the lines enclose.
    """

    number: int
    polygons: tuple[NDArray[np.float64], ...]
    box: tuple[int, int, int, int]
    region_hw: NDArray[np.bool_]


def compute_outlines(
    labels_hw: NDArray[np.int32], features: Iterable[Feature], distance: float = 1.5
) -> tuple[Outline, ...]:
    """Return the outline of every feature that has pixels.

    Parameters
    ----------
    labels_hw : int32 array [height, width]
        0 outside, else the feature's number.
    distance : float
        How far apart pixels of one feature may be, in pixels; gaps up to this are closed.
    """
    outlines = (_outline(labels_hw, feature, max(distance, 1.0)) for feature in features)
    return tuple(outline for outline in outlines if outline is not None)


def hit_map(labels_hw: NDArray[np.int32], outlines: Iterable[Outline]) -> NDArray[np.int32]:
    """Return the feature under every pixel for the pointer, int32 [height, width]: pixels before outlines."""
    height, width = labels_hw.shape
    result = labels_hw.astype(np.int32, copy=True)
    for outline in outlines:
        x0, y0, x1, y1 = outline.box
        left, top, right, bottom = max(x0, 0), max(y0, 0), min(x1, width), min(y1, height)
        part = result[top:bottom, left:right]
        region = outline.region_hw[top - y0 : bottom - y0, left - x0 : right - x0]
        part[(part == 0) & region] = outline.number
    return result


def _outline(labels_hw: NDArray[np.int32], feature: Feature, radius: float) -> Outline | None:
    margin = int(np.ceil(radius)) + 4
    x0, y0, x1, y1 = feature.box
    mask = np.zeros((y1 - y0 + 2 * margin, x1 - x0 + 2 * margin), bool)
    mask[margin:-margin, margin:-margin] = labels_hw[y0:y1, x0:x1] == feature.number
    if not mask.any():
        return None
    closed = ~dilated(~dilated(mask, radius), radius) | mask
    region = dilated(without_holes(closed), _GROWN)
    origin = np.array((x0 - margin + 0.5, y0 - margin + 0.5))
    lines = [
        line for part, line in enumerate(contours(_blurred(region), _LEVEL)) if part == 0 or not _speck(line)
    ]
    polygons = tuple(_smoothed(line) + origin for line in lines)
    box = (x0 - margin, y0 - margin, x1 + margin, y1 + margin)
    return Outline(feature.number, polygons, box, region)


def _speck(line: NDArray[np.float64]) -> bool:
    """Return whether a closed line goes round fewer than six pixels, which were grown by one."""
    x, y = line[:, 0], line[:, 1]
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2 < _SPECK_AREA


# Plain numpy: importing scipy for these few small arrays would stop the window for a third of a second.


def dilated(mask_hw: NDArray[np.bool_], radius: float) -> NDArray[np.bool_]:
    """Return where a pixel of the mask is at most ``radius`` away: bool [height, width].

    A disk is a stack of horizontal bars; each bar is a window over running sums.
    """
    height, width = mask_hw.shape
    sums = np.zeros((height, width + 1), np.int32)
    np.cumsum(mask_hw, axis=1, out=sums[:, 1:])
    columns = np.arange(width)
    result = np.zeros_like(mask_hw)
    for shift in range(int(radius) + 1):
        reach = int(np.sqrt(radius * radius - shift * shift))
        ends = np.minimum(columns + reach + 1, width)
        row_hit = sums[:, ends] > sums[:, np.maximum(columns - reach, 0)]
        result[shift:] |= row_hit[: height - shift]
        result[: height - shift] |= row_hit[shift:]
    return result


def without_holes(mask_hw: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the mask and all that it encloses; the mask must leave its border free. bool [height, width]."""
    free = ~mask_hw
    outside = np.zeros_like(mask_hw)
    outside[0], outside[-1], outside[:, 0], outside[:, -1] = True, True, True, True
    before = -1
    while (count := int(outside.sum())) != before:
        before = count
        for lines, open_lines in ((outside, free), (outside.T, free.T)):
            for line in range(1, len(lines)):
                lines[line] |= lines[line - 1] & open_lines[line]
            for line in range(len(lines) - 2, -1, -1):
                lines[line] |= lines[line + 1] & open_lines[line]
    return ~outside | mask_hw


def _blurred(mask_hw: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return the mask under a Gaussian; its border of at least three pixels is free."""
    offsets = np.arange(-3, 4)
    weights = np.exp(-0.5 * (offsets / _BLUR) ** 2)
    weights /= weights.sum()
    soft = mask_hw.astype(np.float32)
    for axis in (0, 1):
        soft = sum(
            np.float32(weight) * np.roll(soft, offset, axis)
            for weight, offset in zip(weights, offsets.tolist(), strict=True)
        )
    return soft


# Marching squares: for the 16 patterns of corners inside (bits: upper left 1, upper right 2, lower right 4,
# lower left 8) the edges (top 0, right 1, bottom 2, left 3) where the line enters and leaves the cell, with
# the inside on its right hand. The two ambiguous patterns (5, 10) keep their corners apart.
_SEGMENTS: tuple[tuple[tuple[int, int], ...], ...] = (
    (), ((0, 3),), ((1, 0),), ((1, 3),), ((2, 1),), ((0, 3), (2, 1)), ((2, 0),), ((2, 3),),
    ((3, 2),), ((0, 2),), ((1, 0), (3, 2)), ((1, 2),), ((3, 1),), ((0, 1),), ((3, 0),), (),
)  # fmt: skip


def contours(values_hw: NDArray[np.float32], level: float) -> list[NDArray[np.float64]]:
    """Return the closed lines where a float [height, width] array, low at its border, crosses ``level``.

    Each line is float64 [n, 2] (x, y), sample centres at whole numbers; the longest comes first.
    """
    inside = values_hw >= level
    pattern = inside[:-1, :-1] + 2 * inside[:-1, 1:] + 4 * inside[1:, 1:] + 8 * inside[1:, :-1]
    follow: dict[tuple[int, int, int], tuple[int, int, int]] = {}
    for y, x in np.argwhere((pattern > 0) & (pattern < 15)).tolist():
        for start, end in _SEGMENTS[pattern[y, x]]:
            follow[_edge(x, y, start)] = _edge(x, y, end)
    lines = []
    while follow:
        first = edge = next(iter(follow))
        line = []
        while edge in follow:
            line.append(_crossing(values_hw, edge, level))
            edge = follow.pop(edge)
        if edge == first and len(line) > 2:
            lines.append(np.array(line, np.float64))
    return sorted(lines, key=len, reverse=True)


def _edge(x: int, y: int, side: int) -> tuple[int, int, int]:
    """Return the name of a cell's side that is the same from both cells: (x, y, 0 across or 1 down)."""
    return ((x, y, 0), (x + 1, y, 1), (x, y + 1, 0), (x, y, 1))[side]


def _crossing(
    values_hw: NDArray[np.float32], edge: tuple[int, int, int], level: float
) -> tuple[float, float]:
    x, y, down = edge
    first = float(values_hw[y, x])
    second = float(values_hw[y + 1, x] if down else values_hw[y, x + 1])
    share = (level - first) / (second - first)
    return (x, y + share) if down else (x + share, y)


def _smoothed(line: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the closed line with even spacing and rounded corners."""
    steps = np.linalg.norm(np.diff(line, axis=0, append=line[:1]), axis=1)
    length = float(steps.sum())
    count = max(round(length / _SPACING), 8)
    at = np.concatenate(([0.0], np.cumsum(steps)))
    wanted = np.arange(count) * length / count
    closed = np.concatenate((line, line[:1]))
    even = np.stack([np.interp(wanted, at, closed[:, axis]) for axis in (0, 1)], axis=1)
    shifts = range(-(len(_ROUNDING) // 2), len(_ROUNDING) // 2 + 1)
    return sum(weight * np.roll(even, shift, axis=0) for weight, shift in zip(_ROUNDING, shifts, strict=True))
