"""k-means over pixel coordinates, a comparison for the clustering by distance."""

import numpy as np
from numpy.typing import NDArray

_MAX_ITERATIONS = 300
_N_STARTS = 5


def k_means(kept_hw: NDArray[np.bool_], n_clusters: int, *, seed: int = 0) -> tuple[NDArray[np.int32], int]:
    """Group the kept pixels into (at most) ``n_clusters`` by their coordinates.

    Starts from k-means++ [Arthur2007], iterates [Lloyd1982] until no pixel changes its group, and takes the
    best of five such runs: the one with the smallest sum of squared distances to the centres.

    Parameters
    ----------
    kept_hw : bool [height, width]
    n_clusters : int
        Fewer are made when there are fewer kept pixels.
    seed : int
        The same seed gives the same groups.

    Returns
    -------
    labels_hw : int32 [height, width]
        0 where nothing is kept, else 1 … n in the order of each group's first pixel, row by row.
    n : int
    """
    points = np.argwhere(kept_hw).astype(np.float64)
    labels_hw = np.zeros(kept_hw.shape, np.int32)
    if not len(points):
        return labels_hw, 0
    rng, k = np.random.default_rng(seed), min(n_clusters, len(points))
    runs = (lloyd(points, _first_centres(points, k, rng)) for _ in range(_N_STARTS))
    nearest, _ = min(runs, key=lambda run: run[1])
    _, first, names = np.unique(nearest, return_index=True, return_inverse=True)
    rank = np.empty(len(first), np.int32)
    rank[np.argsort(first)] = np.arange(1, len(first) + 1, dtype=np.int32)
    labels_hw[kept_hw] = rank[names]
    return labels_hw, len(first)


def lloyd(points: NDArray[np.float64], centres: NDArray[np.float64]) -> tuple[NDArray[np.intp], float]:
    """Move the centres until nothing changes; return each point's centre, intp [n], and the inertia.

    ``points``: float64 [n, 2]; ``centres``: float64 [k, 2]. A centre that lost all its points takes the
    point that lies furthest from its own centre.
    """
    previous = None
    for _ in range(_MAX_ITERATIONS):
        distances = _squared_distances(points, centres)
        nearest = distances.argmin(axis=1)
        _refill_empty(nearest, distances, len(centres))
        if previous is not None and np.array_equal(nearest, previous):
            break
        previous = nearest
        counts = np.bincount(nearest, minlength=len(centres))
        sums = [np.bincount(nearest, weights=points[:, axis], minlength=len(centres)) for axis in range(2)]
        centres = np.stack(sums, axis=1) / counts[:, None]
    return nearest, float(distances.min(axis=1).sum())


def _first_centres(points: NDArray[np.float64], k: int, rng: np.random.Generator) -> NDArray[np.float64]:
    chosen = [int(rng.integers(len(points)))]
    closest = _squared_distances(points, points[chosen])[:, 0]
    while len(chosen) < k:
        # There are at least k different pixels, so some squared distance is always positive.
        chosen.append(int(rng.choice(len(points), p=closest / closest.sum())))
        closest = np.minimum(closest, _squared_distances(points, points[chosen[-1:]])[:, 0])
    return points[chosen]


def _squared_distances(points: NDArray[np.float64], centres: NDArray[np.float64]) -> NDArray[np.float64]:
    return (points[:, :1] - centres[:, 0]) ** 2 + (points[:, 1:] - centres[:, 1]) ** 2


def _refill_empty(nearest: NDArray[np.intp], distances: NDArray[np.float64], k: int) -> None:
    counts = np.bincount(nearest, minlength=k)
    for empty in np.flatnonzero(counts == 0):
        own = distances[np.arange(len(nearest)), nearest]
        furthest = int(np.where(counts[nearest] > 1, own, -1.0).argmax())
        counts[nearest[furthest]] -= 1
        nearest[furthest] = empty
        counts[empty] = 1
