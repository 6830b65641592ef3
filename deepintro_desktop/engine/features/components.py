"""Which kept pixels belong together: exact connected components for any Euclidean distance."""

import math

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

_FOUR_NEIGHBOURS = ndimage.generate_binary_structure(2, 1)
_EIGHT_NEIGHBOURS = ndimage.generate_binary_structure(2, 2)

LabelMap = NDArray[np.int32]
Edges = tuple[NDArray[np.int32], NDArray[np.int32]]


def label_components(kept_hw: NDArray[np.bool_], distance: float) -> tuple[LabelMap, int]:
    """Label the transitive groups of pixels that are at most ``distance`` apart.

    Parameters
    ----------
    kept_hw : bool [height, width]
    distance : float
        In pixels, between pixel centres; finite and not negative.

    Returns
    -------
    labels_hw : int32 [height, width]
        0 where nothing is kept, else 1 … n in the order of each group's first pixel, row by row.
    n : int
    """
    if distance < 1.0:
        return _label_single_pixels(kept_hw)
    if distance < math.sqrt(2.0):
        return _label_neighbours(kept_hw, _FOUR_NEIGHBOURS)
    if distance < 2.0:
        return _label_neighbours(kept_hw, _EIGHT_NEIGHBOURS)
    return _label_far(kept_hw, distance)


def boundary(groups_hw: NDArray[np.bool_] | LabelMap) -> NDArray[np.bool_]:
    """Return the pixels that do not have all four neighbours in their own group: bool [height, width].

    The nearest pixels of two different groups are always among these, because a pixel with all four
    neighbours in its group has one that lies nearer to the other group. ``groups_hw``: a mask, or a label
    map with 0 = none.
    """
    inner = np.zeros(groups_hw.shape, np.bool_)
    core, own = inner[1:-1, 1:-1], groups_hw[1:-1, 1:-1]
    np.equal(own, groups_hw[:-2, 1:-1], out=core)
    core &= own == groups_hw[2:, 1:-1]
    core &= own == groups_hw[1:-1, :-2]
    core &= own == groups_hw[1:-1, 2:]
    return (groups_hw != 0) & ~inner


def _label_single_pixels(kept_hw: NDArray[np.bool_]) -> tuple[LabelMap, int]:
    n = int(np.count_nonzero(kept_hw))
    labels = np.zeros(kept_hw.shape, np.int32)
    labels[kept_hw] = np.arange(1, n + 1, dtype=np.int32)
    return labels, n


def _label_neighbours(kept_hw: NDArray[np.bool_], structure: NDArray[np.bool_]) -> tuple[LabelMap, int]:
    labels = np.zeros(kept_hw.shape, np.int32)
    n = ndimage.label(kept_hw, structure, output=labels)
    return labels, int(n)


def _label_far(kept_hw: NDArray[np.bool_], distance: float) -> tuple[LabelMap, int]:
    """Label groups for distances of two pixels and more.

    First everything that is certainly together: pixels in the same or in adjacent square cells that are so
    small that no two of their pixels are further apart than ``distance``. Then the links that remain
    between such groups.
    """
    side = (math.isqrt(_largest_square(distance) // 2) + 1) // 2
    cell_labels, n = _label_neighbours(_occupied_cells(kept_hw, side), _EIGHT_NEIGHBOURS)
    groups = _spread_to_pixels(cell_labels, kept_hw, side)
    if n <= 1:
        return groups, n
    sources = _pixels_near_other_groups(kept_hw, cell_labels, side, distance)
    first, second = _links(kept_hw, groups, sources, distance)
    if not len(first):
        return _in_reading_order(groups, np.arange(n, dtype=np.int32))
    graph = coo_array((np.ones(len(first), np.bool_), (first - 1, second - 1)), shape=(n, n))
    _, joined = connected_components(graph, directed=False)
    return _in_reading_order(groups, joined)


def _occupied_cells(kept_hw: NDArray[np.bool_], side: int) -> NDArray[np.bool_]:
    if side == 1:
        return kept_hw
    rows = np.logical_or.reduceat(kept_hw, np.arange(0, kept_hw.shape[0], side), axis=0)
    return np.logical_or.reduceat(rows, np.arange(0, kept_hw.shape[1], side), axis=1)


def _spread_to_pixels(cells: LabelMap, kept_hw: NDArray[np.bool_], side: int) -> LabelMap:
    if side == 1:
        return cells
    height, width = kept_hw.shape
    wide = np.repeat(np.repeat(cells, side, axis=0)[:height], side, axis=1)[:, :width]
    return wide * kept_hw


def _pixels_near_other_groups(
    kept_hw: NDArray[np.bool_], cells: LabelMap, side: int, distance: float
) -> NDArray[np.bool_]:
    """Return the boundary pixels that may reach another group (a few too many, never too few)."""
    candidates = boundary(kept_hw)
    if side == 1:
        return candidates
    reach = 2 * ((side - 1 + int(distance)) // side) + 1
    highest = ndimage.maximum_filter(cells, reach, mode="constant", cval=0)
    far = np.iinfo(np.int32).max
    lowest = ndimage.minimum_filter(np.where(cells > 0, cells, far), reach, mode="constant", cval=far)
    mixed = _spread_to_pixels((lowest < highest).astype(np.int32), kept_hw, side)
    return candidates & (mixed > 0)


def _links(
    kept_hw: NDArray[np.bool_], groups: LabelMap, sources: NDArray[np.bool_], distance: float
) -> Edges:
    """Return pairs of different groups that have two pixels within ``distance``, enough of them to join all.

    For a pixel and a row, the nearest kept pixel to the left and to the right are enough: the others of
    that row that are within reach lie in one row with one of these two, and not further from it than
    ``distance``.
    """
    height, width = kept_hw.shape
    position = np.flatnonzero(sources)
    column = position % width
    group = groups.ravel()
    own = group[position]
    kept, n_until = _reading_positions(kept_hw)
    squared = _largest_square(distance)
    first, second = [], []
    for dy in range(min(int(distance), height - 1) + 1):
        inside = int(np.searchsorted(position, (height - dy) * width))
        at, x = position[:inside] + dy * width, column[:inside]
        is_kept = kept_hw.ravel()[at]
        # In its own row a pixel must not find itself: it looks from behind itself, and from before itself.
        after = kept[n_until[at] - is_kept + 1 + (dy == 0)] - at
        before = at - kept[n_until[at] - (dy == 0)]
        reach = math.isqrt(squared - dy * dy)
        for step, near in (
            (after, after <= np.minimum(reach, width - 1 - x)),
            (-before, before <= np.minimum(reach, x)),
        ):
            pixel = np.flatnonzero(near)
            other = group[at[pixel] + step[pixel]]
            differ = other != own[pixel]
            first.append(own[pixel][differ])
            second.append(other[differ])
    return np.concatenate(first), np.concatenate(second)


def _largest_square(distance: float) -> int:
    """Return the largest whole number whose root is at most ``distance``, itself perhaps a rounded root."""
    below = math.floor(distance * distance)
    return max(n for n in (below - 1, below, below + 1) if n <= 0 or math.sqrt(n) <= distance)


def _reading_positions(kept_hw: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Return flat positions of kept pixels between far sentinels, and how many lie up to each pixel."""
    kept = np.flatnonzero(kept_hw)
    far = 4 * kept_hw.size + 4
    return np.concatenate(([-far], kept, [far])), np.cumsum(kept_hw, dtype=np.int32)


def _in_reading_order(groups: LabelMap, joined: NDArray[np.int32]) -> tuple[LabelMap, int]:
    """Renumber so that the group with the first pixel in reading order is 1."""
    n = int(joined.max()) + 1
    kept = np.flatnonzero(groups)
    first = np.zeros(n, np.int64)
    # Assigned from the last pixel to the first: what stays is each group's first pixel.
    first[joined[groups.ravel()[kept[::-1]] - 1]] = kept[::-1]
    rank = np.empty(n, np.int32)
    rank[np.argsort(first)] = np.arange(1, n + 1, dtype=np.int32)
    return np.concatenate((np.zeros(1, np.int32), rank[joined]))[groups], n
