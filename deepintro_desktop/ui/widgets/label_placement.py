"""Where the numbers of features stand: outside their outline, least overlap, fixed in image space."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.ui.widgets.outlines import Outline

Rect = tuple[float, float, float, float]
"""(x0, y0, x1, y1)"""

_OVER_LABEL = 6.0
_OVER_EDGE = 3.0
_ORDER = 0.02


@dataclass(frozen=True, slots=True)
class Placement:
    """A point of the outline in image pixels and the side on which the label stands.

    ``side_x``, ``side_y`` from -1 (left, above) over 0 (centred) to 1 (right, below).
    """

    number: int
    x: float
    y: float
    side_x: float
    side_y: float

    def rect(self, scale: float, size: tuple[float, float], gap: float) -> Rect:
        """Return the label's box in a view with ``scale`` pixels per image pixel and its origin at 0."""
        width, height = size
        x = self.x * scale + self.side_x * gap - width * (1 - self.side_x) / 2
        y = self.y * scale + self.side_y * gap - height * (1 - self.side_y) / 2
        return (x, y, x + width, y + height)


# (weight of x, weight of y) selects the point of the outline that lies farthest in this direction; the label
# stands on that side. Order of preference: corner, top, left, bottom, right, then the other corners.
_DIRECTIONS = ((1, -1), (0, -1), (-1, 0), (0, 1), (1, 0), (-1, -1), (1, 1), (-1, 1))


def place_labels(
    outlines: Sequence[Outline],
    image_size: tuple[int, int],
    scale: float,
    size: tuple[float, float] | Mapping[int, tuple[float, float]],
    gap: float = 3.0,
) -> dict[int, Placement]:
    """Return a place for every outline's label.

    Parameters
    ----------
    image_size : (width, height)
        In pixels of the network's input.
    scale : float
        View pixels per image pixel for which overlaps are counted.
    size : (width, height), or a mapping of these by number
        Of all labels, or of each, in view pixels.
    """
    ground = _Ground(outlines, image_size, scale)
    placed: dict[int, Placement] = {}
    boxes: list[Rect] = []
    for outline in outlines:
        candidates = candidates_for(outline)
        if not candidates:
            continue
        own = size[outline.number] if isinstance(size, Mapping) else size
        costs = [
            ground.cost(candidate.rect(scale, own, gap), boxes) + order * _ORDER
            for order, candidate in enumerate(candidates)
        ]
        best = candidates[int(np.argmin(costs))]
        placed[outline.number] = best
        boxes.append(best.rect(scale, own, gap))
    return placed


def candidates_for(outline: Outline) -> list[Placement]:
    """Return the places that are tried, best liked first."""
    if not outline.polygons:
        return []
    points = np.concatenate(outline.polygons)
    found = []
    for x_weight, y_weight in _DIRECTIONS:
        x, y = points[int(np.argmax(points @ np.array((x_weight, y_weight), np.float64)))]
        found.append(Placement(outline.number, float(x), float(y), float(x_weight), float(y_weight)))
    return found


def place_tag(
    target: Rect, size: tuple[float, float], taken: Iterable[Rect], view: Rect, gap: float = 10.0
) -> tuple[float, float]:
    """Return the upper left corner of a tag beside ``target``; of some places the least overlap wins."""
    width, height = size
    boxes = list(taken)
    best, lowest = (view[0], view[1]), float("inf")
    for order, (left, top) in enumerate(_tag_corners(target, size, gap)):
        left = min(max(left, view[0]), max(view[2] - width, view[0]))
        top = min(max(top, view[1]), max(view[3] - height, view[1]))
        box = (left, top, left + width, top + height)
        # Counted by what is hidden of the label: a tag is much larger than the label under it.
        cost = order * _ORDER + _overlap(box, target)
        cost += sum(_overlap(other, box) for other in boxes) * _OVER_LABEL
        if cost < lowest:
            best, lowest = (left, top), cost
    return best


def _tag_corners(target: Rect, size: tuple[float, float], gap: float) -> list[tuple[float, float]]:
    """Return upper left corners beside a box, best liked first: near its middle, then farther away."""
    x0, y0, x1, y1 = target
    width, height = size
    middle_x, middle_y = (x0 + x1 - width) / 2, (y0 + y1 - height) / 2
    corners = []
    for step in (0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0):
        for away in (gap, gap + height, gap + 2 * height):
            along_y, along_x = middle_y + step * height, middle_x + step * width / 3
            corners += [(x0 - away - width, along_y), (x1 + away, along_y)]
            corners += [(along_x, y0 - away - height), (along_x, y1 + away)]
    return corners


def _overlap(box: Rect, other: Rect) -> float:
    """Return which part of ``box`` (0 to 1) lies in ``other``."""
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / ((box[2] - box[0]) * (box[3] - box[1]))


class _Ground:
    """What labels should not cover: all outlines, and the world outside the image."""

    def __init__(self, outlines: Sequence[Outline], image_size: tuple[int, int], scale: float) -> None:
        width, height = image_size
        self._view: Rect = (0.0, 0.0, width * scale, height * scale)
        self._scale = scale
        taken = np.zeros((height, width), np.int32)
        for outline in outlines:
            x0, y0, x1, y1 = outline.box
            left, top, right, bottom = max(x0, 0), max(y0, 0), min(x1, width), min(y1, height)
            region = outline.region_hw[top - y0 : bottom - y0, left - x0 : right - x0]
            taken[top:bottom, left:right] |= region
        self._sums: NDArray[np.int64] = np.zeros((height + 1, width + 1), np.int64)
        self._sums[1:, 1:] = taken.cumsum(0).cumsum(1)

    def cost(self, box: Rect, labels: Iterable[Rect]) -> float:
        """Return how bad a place is: 0 for a free one."""
        over_labels = sum(_overlap(box, label) for label in labels)
        outside = 1.0 - _overlap(box, self._view)
        return self._covered(box) + over_labels * _OVER_LABEL + outside * _OVER_EDGE

    def _covered(self, box: Rect) -> float:
        height, width = self._sums.shape[0] - 1, self._sums.shape[1] - 1
        # Plain numbers: numpy's clip takes a hundred times as long for one value.
        x0, x1 = (min(max(round(value / self._scale), 0), width) for value in (box[0], box[2]))
        y0, y1 = (min(max(round(value / self._scale), 0), height) for value in (box[1], box[3]))
        area = (x1 - x0) * (y1 - y0)
        if area <= 0:
            return 0.0
        total = self._sums[y1, x1] - self._sums[y0, x1] - self._sums[y1, x0] + self._sums[y0, x0]
        return float(total) / area
