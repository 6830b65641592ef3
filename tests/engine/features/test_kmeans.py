"""k-means over pixel coordinates against Lloyd's iterations by loops and against the best of many starts."""

import numpy as np
import pytest
from numpy.typing import NDArray

from deepintro_desktop.core.parameters import ClusteringMethod, ClusteringParameters
from deepintro_desktop.engine.features import cluster
from deepintro_desktop.engine.features.kmeans import k_means


def inertia(labels_hw: NDArray[np.int32]) -> float:
    total = 0.0
    for label in range(1, labels_hw.max() + 1):
        points = np.argwhere(labels_hw == label)
        total += ((points - points.mean(axis=0)) ** 2).sum()
    return total


def lloyd_twin(points: NDArray[np.float64], centres: NDArray[np.float64]) -> float:
    """Return the inertia that Lloyd's iterations end in, by loops over points and centres."""
    centres = [tuple(centre) for centre in centres]
    while True:
        groups: list[list[NDArray]] = [[] for _ in centres]
        for point in points:
            distances = [sum((point - centre) ** 2) for centre in centres]
            groups[int(np.argmin(distances))].append(point)
        moved = [tuple(np.mean(group, axis=0)) if group else centres[k] for k, group in enumerate(groups)]
        if moved == centres:
            return sum(sum((p - c) ** 2) for group, c in zip(groups, centres, strict=True) for p in group)
        centres = moved


@pytest.mark.parametrize("k", [1, 2, 3, 5])
def test_not_worse_than_plain_starts(k: int) -> None:
    rng = np.random.default_rng(k)
    kept = rng.random((18, 25)) < 0.15
    points = np.argwhere(kept).astype(float)
    plain = [lloyd_twin(points, rng.permutation(points)[:k]) for _ in range(10)]
    ours = [inertia(k_means(kept, k, seed=seed)[0]) for seed in range(10)]
    assert np.median(ours) <= np.median(plain) * 1.02
    assert min(ours) <= min(plain) * 1.05


def test_every_pixel_is_with_its_nearest_centre() -> None:
    kept = np.random.default_rng(0).random((30, 30)) < 0.3
    labels, n = k_means(kept, 6, seed=3)
    centres = np.array([np.argwhere(labels == label).mean(axis=0) for label in range(1, n + 1)])
    points = np.argwhere(kept)
    nearest = ((points[:, None] - centres[None]) ** 2).sum(axis=2).argmin(axis=1) + 1
    np.testing.assert_array_equal(labels[kept], nearest)
    assert not labels[~kept].any()


def test_separate_blobs_are_found() -> None:
    kept = np.zeros((40, 40), bool)
    for y, x in ((3, 3), (3, 30), (30, 4), (31, 31)):
        kept[y : y + 5, x : x + 5] = True
    labels, n = k_means(kept, 4, seed=1)
    assert n == 4
    assert inertia(labels) == pytest.approx(4 * 25 * 4.0)
    assert [labels[3, 3], labels[3, 30], labels[30, 4], labels[31, 31]] == [1, 2, 3, 4]


def test_fewer_pixels_than_clusters() -> None:
    kept = np.zeros((5, 5), bool)
    kept[1, 1] = kept[4, 4] = True
    assert k_means(kept, 8)[1] == 2
    assert k_means(np.zeros((5, 5), bool), 8)[1] == 0


def test_same_seed_same_groups() -> None:
    kept = np.random.default_rng(0).random((30, 30)) < 0.4
    np.testing.assert_array_equal(k_means(kept, 7, seed=5)[0], k_means(kept, 7, seed=5)[0])


def test_as_a_clustering_method() -> None:
    relevance = np.zeros((40, 40))
    relevance[2:10, 2:10] = 2.0
    relevance[25:35, 25:35] = 1.0
    relevance /= relevance.sum()
    parameters = ClusteringParameters(1.0, method=ClusteringMethod.K_MEANS, n_clusters=2)
    found = cluster(relevance, parameters, seed=4)
    assert [feature.n_pixels for feature in found.features] == [64, 100]
    assert found.relevance_share == pytest.approx(1.0)
