"""How long clustering takes, for all distances, on natural and on nasty maps.

``python tests/benchmarks/bench_features.py``: milliseconds of one core (CPU time, shortest of five).
Limits: 10 ms at 227 × 227, 150 ms at 1024 × 1024.
"""

import time
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter
from table import print_table, shortest_ms, verdict

from deepintro_desktop.core.parameters import ClusteringMethod, ClusteringParameters
from deepintro_desktop.engine.features import cluster

LIMITS_MS = {227: 10.0, 1024: 150.0}
DISTANCES = (1.0, 1.5, 2.0, 3.5, 6.0, 12.0, 20.0)


def maps(side: int) -> Iterator[tuple[str, NDArray[np.float32], float]]:
    """Yield name, relevance that sums to one, and a threshold at which features are found."""
    random = np.random.default_rng(0)
    smooth = gaussian_filter(random.normal(size=(side, side)), side / 60)
    yield "blobs", smooth**6 * random.normal(size=(side, side)) ** 2, 5.0
    yield "fine grain", gaussian_filter(random.normal(size=(side, side)), 1.0) ** 4, 3.0
    for density in (0.02, 0.1, 0.3):
        yield f"dots {density:.0%}", random.random((side, side)) < density, 0.5
    yield "half of all", gaussian_filter(random.normal(size=(side, side)), 3.0) > 0.0, 1.0
    lines = np.zeros((side, side))
    lines[:, ::22] = 1.0
    yield "lines 22 px apart", lines, 5.0
    grid = np.zeros((side, side))
    grid[::4, ::4] = 1.0
    yield "grid 4 px apart", grid, 5.0
    yield "everything", np.ones((side, side)), 0.5


def main() -> None:
    """Print the tables."""
    for side, limit in LIMITS_MS.items():
        rows = []
        for name, values, threshold in maps(side):
            relevance = (values / values.sum()).astype(np.float32)
            times = [
                shortest_ms(
                    lambda r=relevance, t=threshold, d=distance: cluster(r, ClusteringParameters(t, d)),
                    5,
                    time.thread_time,
                )
                for distance in DISTANCES
            ]
            n_kept = int(np.count_nonzero(relevance.astype(np.float64) > threshold / relevance.size))
            rows.append([name, str(n_kept), *(f"{t:.1f}" for t in times), verdict(max(times), limit)])
        columns = ["map", "kept pixels", *(f"d = {distance:g}" for distance in DISTANCES), f"≤ {limit:g} ms"]
        print_table(f"Clustering {side} × {side}, minimum size 20, ms", columns, rows)
    print_table("Other ways, blobs, ms", ["method", "227 × 227", "1024 × 1024"], _other_ways())


def _other_ways() -> list[list[str]]:
    ways = {
        "classic": ClusteringParameters(),
        "every pixel a feature, d = 0, m = 1": ClusteringParameters(distance=0.0, min_size=1),
        "merge level 0.5": ClusteringParameters(merge_level=0.5),
        "k-means, k = 8": ClusteringParameters(method=ClusteringMethod.K_MEANS),
    }
    rows = []
    for name, parameters in ways.items():
        times = []
        for side in LIMITS_MS:
            values = next(maps(side))[1]
            relevance = (values / values.sum()).astype(np.float32)
            times.append(shortest_ms(lambda r=relevance, p=parameters: cluster(r, p), 3, time.thread_time))
        rows.append([name, *(f"{t:.1f}" for t in times)])
    return rows


if __name__ == "__main__":
    main()
