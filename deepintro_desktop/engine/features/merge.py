"""Joining neighbouring features, from fine to coarse: single linkage over the gaps between groups."""

from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree
from scipy.spatial import Delaunay, QhullError

from deepintro_desktop.engine.features.components import boundary

Links = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]
"""Two group indices (from 0) and the gap between them, per link."""


def merge_groups(
    groups_hw: NDArray[np.int32], large: NDArray[np.bool_], level: float
) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Join features across the smallest gaps first, until the share ``level`` of all possible joins is done.

    With n features, level 0 joins none, level 1 joins all into one, and each step between removes the same
    number of features, whatever the scale of the picture. The gap is the smallest distance between two
    pixels. Groups that are too small to be features count as stepping stones: those on the way between two
    joined features are absorbed, all others are dropped as before. A higher level never splits what a lower
    one joined.

    Parameters
    ----------
    groups_hw : int32 [height, width]
        0 = nothing, else 1 … n.
    large : bool [n]
        Which groups are features; the others are stepping stones.
    level : float
        0 to 1.

    Returns
    -------
    merged_hw : int32 [height, width]
        A joined feature has the smallest number of its groups.
    large : bool [n]
        Which numbers of ``merged_hw`` are features.
    """
    n_joins = round(level * (int(np.count_nonzero(large)) - 1))
    if n_joins <= 0:
        return groups_hw, large
    links = _cut(_tree(_Groups(groups_hw), len(large)), large, n_joins)
    names = _join(links, len(large))
    has_feature = np.zeros_like(large)
    np.logical_or.at(has_feature, names, large)
    table = np.concatenate(([0], names + 1)).astype(np.int32)
    return table[groups_hw], has_feature


def _gaps(groups_hw: NDArray[np.int32]) -> Links:
    """Return links between groups that contain a tree of smallest gaps.

    A triangulation of all pixels holds a minimum spanning tree of them [Preparata1985], hence one of the
    groups.
    """
    points = np.argwhere(boundary(groups_hw))
    first, second = _triangulation_edges(points)
    group = groups_hw[points[:, 0], points[:, 1]].astype(np.intp) - 1
    differ = group[first] != group[second]
    first, second = first[differ], second[differ]
    gap = np.sqrt(((points[first] - points[second]) ** 2).sum(axis=1).astype(np.float64))
    return _smallest_per_pair(group[first], group[second], gap)


def _triangulation_edges(points: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    try:
        triangulation = Delaunay(points)
    except (QhullError, ValueError):
        # Fewer than three points, or all in one line: neighbours along the line are all there is.
        order = np.lexsort((points[:, 1], points[:, 0]))
        return order[:-1], order[1:]
    corners = triangulation.simplices.astype(np.intp)
    left_out = triangulation.coplanar.astype(np.intp)
    first = np.concatenate([corners[:, 0], corners[:, 1], corners[:, 2], left_out[:, 0]])
    second = np.concatenate([corners[:, 1], corners[:, 2], corners[:, 0], left_out[:, 2]])
    return first, second


def _smallest_per_pair(first: NDArray[np.intp], second: NDArray[np.intp], gap: NDArray[np.float64]) -> Links:
    low, high = np.minimum(first, second), np.maximum(first, second)
    order = np.lexsort((gap, high, low))
    low, high, gap = low[order], high[order], gap[order]
    new = np.ones(len(low), np.bool_)
    new[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    return low[new], high[new], gap[new]


class _Groups:
    """A label map that a cache can recognise by its content."""

    def __init__(self, groups_hw: NDArray[np.int32]) -> None:
        self.groups_hw = groups_hw
        self._digest = (groups_hw.shape, blake2b(np.ascontiguousarray(groups_hw).data).digest())

    def __hash__(self) -> int:
        return hash(self._digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Groups) and self._digest == other._digest


@lru_cache(maxsize=2)
def _tree(groups: _Groups, n: int) -> Links:
    """Return the links of a minimum spanning tree, smallest gap first.

    Kept, because a slider asks for many levels of the same groups.
    """
    first, second, gap = _gaps(groups.groups_hw)
    tree = minimum_spanning_tree(coo_array((gap, (first, second)), shape=(n, n)).tocsr()).tocoo()
    order = np.lexsort((tree.col, tree.row, tree.data))
    return tree.row[order].astype(np.intp), tree.col[order].astype(np.intp), tree.data[order]


def _cut(tree: Links, large: NDArray[np.bool_], n_joins: int) -> Links:
    """Return the tree's links up to the one that makes ``n_joins`` joins of features, without dead ends."""
    first, second, gap = tree
    n_links = _links_until(first.tolist(), second.tolist(), large.tolist(), n_joins)
    keep = np.zeros(len(first), np.bool_)
    keep[:n_links] = True
    degree = np.bincount(first[keep], minlength=len(large)) + np.bincount(second[keep], minlength=len(large))
    while True:
        dead_end = ~large & (degree == 1)
        gone = keep & (dead_end[first] | dead_end[second])
        if not gone.any():
            return first[keep], second[keep], gap[keep]
        keep &= ~gone
        degree -= np.bincount(first[gone], minlength=len(large))
        degree -= np.bincount(second[gone], minlength=len(large))


def _links_until(first: list[int], second: list[int], has_feature: list[bool], n_joins: int) -> int:
    parent = list(range(len(has_feature)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for index, (one, other) in enumerate(zip(first, second, strict=True)):
        one, other = root(one), root(other)
        n_joins -= has_feature[one] and has_feature[other]
        has_feature[one] = has_feature[one] or has_feature[other]
        parent[other] = one
        if not n_joins:
            return index + 1
    return len(first)


def _join(links: Links, n: int) -> NDArray[np.intp]:
    """Return for every group the smallest index of the groups that it is joined with."""
    first, second, _ = links
    graph = coo_array((np.ones(len(first), np.bool_), (first, second)), shape=(n, n))
    n_joined, joined = connected_components(graph, directed=False)
    smallest = np.full(n_joined, n)
    np.minimum.at(smallest, joined, np.arange(n))
    return smallest[joined]
