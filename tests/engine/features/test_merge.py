"""Merging from fine to coarse: single linkage against all distances, and what a slider may rely on."""

import numpy as np
import pytest
from engine.features.twins import single_linkage_twin

from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.engine.features import cluster
from deepintro_desktop.engine.features.components import label_components
from deepintro_desktop.engine.features.merge import _Groups, _tree, merge_groups

LEVELS = np.linspace(0.0, 1.0, 21)


@pytest.mark.parametrize("distance", [0.0, 1.0, 1.5, 3.0])
@pytest.mark.parametrize("density", [0.03, 0.1, 0.3, 0.6])
def test_joins_are_those_of_single_linkage(distance: float, density: float) -> None:
    rng = np.random.default_rng(int(100 * density))
    for _ in range(8):
        groups, n = label_components(rng.random(rng.integers(1, 22, 2)) < density, distance)
        if n < 2 or n > 90:
            continue
        gaps = _tree(_Groups(groups), n)[2]
        np.testing.assert_allclose(gaps, single_linkage_twin(groups), rtol=1e-12)


def classic_and_merged(seed: int, level: float) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    relevance = np.where(rng.random((40, 40)) < 0.25, rng.random((40, 40)), 0.0)
    relevance /= relevance.sum()
    classic = cluster(relevance, ClusteringParameters(1.0, 1.5, 4))
    merged = cluster(relevance, ClusteringParameters(1.0, 1.5, 4, level))
    return classic.labels_hw, merged.labels_hw


@pytest.mark.parametrize("seed", range(5))
def test_level_zero_is_the_classic_result_and_level_one_a_single_feature(seed: int) -> None:
    classic, finest = classic_and_merged(seed, 0.0)
    np.testing.assert_array_equal(classic, finest)
    assert classic.max() > 5
    assert classic_and_merged(seed, 1.0)[1].max() == 1


@pytest.mark.parametrize("seed", range(5))
def test_coarser_never_splits_and_never_loses(seed: int) -> None:
    finer = classic_and_merged(seed, 0.0)[0]
    for level in LEVELS:
        coarser = classic_and_merged(seed, level)[1]
        for label in range(1, finer.max() + 1):
            now = np.unique(coarser[finer == label])
            assert len(now) == 1
            assert now[0] > 0
        assert coarser.max() <= finer.max()
        finer = coarser


def test_steps_of_the_level_are_even() -> None:
    n_classic = classic_and_merged(0, 0.0)[0].max()
    for level in LEVELS:
        assert classic_and_merged(0, level)[1].max() == n_classic - round(level * (n_classic - 1))


def test_small_groups_join_only_on_the_way_between_features() -> None:
    groups = np.zeros((5, 30), np.int32)
    groups[1:4, 1:5] = 1
    groups[2, 7] = 2
    groups[1:4, 10:14] = 3
    groups[2, 16] = 4
    large = np.array([True, False, True, False])
    merged, now_large = merge_groups(groups, large, 1.0)
    np.testing.assert_array_equal(np.unique(merged), [0, 1, 4])
    assert merged[2, 7] == 1
    assert merged[2, 16] == 4
    np.testing.assert_array_equal(now_large, [True, False, False, False])


def test_nearest_features_join_first() -> None:
    groups = np.zeros((4, 40), np.int32)
    groups[:, 0:5], groups[:, 9:14], groups[:, 16:20], groups[:, 33:36] = 1, 2, 3, 4
    large = np.ones(4, bool)
    assert merge_groups(groups, large, 0.3)[0].max() == 4
    np.testing.assert_array_equal(merge_groups(groups, large, 0.34)[0][0, [0, 9, 16, 33]], [1, 2, 2, 4])
    np.testing.assert_array_equal(merge_groups(groups, large, 0.67)[0][0, [0, 9, 16, 33]], [1, 1, 1, 4])
