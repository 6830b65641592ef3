"""From relevance to features, against the definition step by step."""

import math

import numpy as np
import pytest
from engine.features.twins import features_twin
from scipy import ndimage

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.parameters import ClusteringMethod, ClusteringParameters
from deepintro_desktop.engine.features import cluster, measure


def relevance_map(seed: int, height: int = 40, width: int = 33) -> np.ndarray:
    """Return a signed map that sums to one, with blobs, float32 [height, width]."""
    rng = np.random.default_rng(seed)
    blobs = ndimage.gaussian_filter(rng.normal(size=(height, width)), 1.5)
    values = blobs**3 + 0.02 * np.abs(rng.normal(size=(height, width))) * np.abs(blobs).max() ** 3
    return (values / values.sum()).astype(np.float32)


@pytest.mark.parametrize("distance", [1.0, 1.5, 2.0, 3.5, 6.0, 20.0])
@pytest.mark.parametrize("threshold", [0.5, 2.0, 5.0])
@pytest.mark.parametrize("min_size", [1, 5, 20])
def test_features_follow_the_definition(threshold: float, distance: float, min_size: int) -> None:
    for seed in range(4):
        relevance = relevance_map(seed)
        found = cluster(relevance, ClusteringParameters(threshold, distance, min_size))
        labels, facts = features_twin(relevance, threshold, distance, min_size)
        np.testing.assert_array_equal(found.labels_hw, labels)
        assert found.labels_hw.dtype == np.int32
        assert [feature.number for feature in found.features] == list(range(1, len(facts) + 1))
        for feature, (n_pixels, box, total) in zip(found.features, facts, strict=True):
            assert (feature.n_pixels, feature.box) == (n_pixels, box)
            assert feature.relevance == pytest.approx(total, rel=1e-12)


def test_threshold_is_strict_and_in_multiples_of_the_mean() -> None:
    relevance = np.full((10, 10), 0.5 / 100)
    relevance[2:4, 2:7] = 5.0 / 100
    assert not cluster(relevance, ClusteringParameters(5.0, 1.5, 1)).features
    assert cluster(relevance, ClusteringParameters(4.999, 1.5, 1)).features[0].n_pixels == 10


def test_threshold_is_compared_in_double_precision() -> None:
    """0.1 is no float32: a pixel of float32 value just above the threshold must not be rounded onto it."""
    relevance = np.zeros((10, 10), np.float32)
    relevance[0, 0] = np.float32(0.1)
    assert float(relevance[0, 0]) > 0.1
    assert len(cluster(relevance, ClusteringParameters(10.0, 1.5, 1)).features) == 1


def test_equal_relevance_is_numbered_in_reading_order() -> None:
    relevance = np.zeros((9, 9))
    relevance[6, 1] = relevance[1, 6] = relevance[1, 1] = 1.0 / 3.0
    found = cluster(relevance, ClusteringParameters(1.0, 1.5, 1))
    assert [feature.box[:2] for feature in found.features] == [(1, 1), (6, 1), (1, 6)]


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, -1.0, 0.0])
@pytest.mark.parametrize("method", list(ClusteringMethod))
@pytest.mark.parametrize("merge_level", [0.0, 1.0])
def test_map_without_relevance_has_no_features(
    value: float, method: ClusteringMethod, merge_level: float
) -> None:
    parameters = ClusteringParameters(merge_level=merge_level, method=method)
    found = cluster(np.full((12, 17), value), parameters)
    assert found.features == ()
    assert not found.labels_hw.any()
    assert found.labels_hw.shape == (12, 17)
    assert (found.largest_dropped, found.suggested_threshold) == (0, None)


def test_broken_pixels_do_not_spoil_the_others() -> None:
    relevance = np.zeros((20, 20), np.float32)
    relevance[3:9, 3:9] = 1.0 / 36.0
    expected = cluster(relevance, ClusteringParameters())
    relevance[15, 15], relevance[0, 0], relevance[19, 0] = math.nan, math.inf, -math.inf
    found = cluster(relevance, ClusteringParameters())
    assert found.features == expected.features
    np.testing.assert_array_equal(found.labels_hw, expected.labels_hw)


def test_threshold_zero_keeps_positive_pixels_only() -> None:
    relevance = np.array([[0.5, 0.0, -0.5], [1.0, math.nan, 0.0]])
    found = cluster(relevance, ClusteringParameters(0.0, 1.0, 1))
    np.testing.assert_array_equal(found.labels_hw, [[1, 0, 0], [1, 0, 0]])


def test_nothing_found_says_what_would_help() -> None:
    relevance = np.full((30, 30), 1e-5)
    relevance[5:15, 5:15] = 4.2 / 900
    relevance[20, 20:29] = 30.0 / 900
    found = cluster(relevance, ClusteringParameters())
    assert found.features == ()
    assert found.largest_dropped == 9
    assert found.suggested_threshold == 4.0
    again = cluster(relevance, ClusteringParameters(threshold=found.suggested_threshold))
    assert len(again.features) == 1


@pytest.mark.parametrize("seed", range(6))
def test_suggested_threshold_works(seed: int) -> None:
    relevance = relevance_map(seed)
    for threshold in (30.0, 60.0, 1e6):
        found = cluster(relevance, ClusteringParameters(threshold=threshold))
        if not found.features and found.suggested_threshold is not None:
            better = cluster(relevance, ClusteringParameters(threshold=found.suggested_threshold))
            assert better.features


def test_no_threshold_is_suggested_when_the_minimum_size_is_the_reason() -> None:
    relevance = np.zeros((10, 10))
    relevance[2, 2:6] = 0.25
    found = cluster(relevance, ClusteringParameters())
    assert (found.largest_dropped, found.suggested_threshold) == (4, None)


def test_largest_dropped_is_known_beside_features() -> None:
    relevance = np.zeros((20, 20))
    relevance[1:7, 1:7] = 0.02
    relevance[10, 2:9] = 0.02
    relevance[15, 2:5] = 0.02
    found = cluster(relevance, ClusteringParameters(1.0, 1.5, 20))
    assert (len(found.features), found.largest_dropped) == (1, 7)


def test_measure_describes_edited_labels() -> None:
    relevance = np.arange(20.0).reshape(4, 5)
    labels = np.zeros((4, 5), np.int32)
    labels[1, 1:3], labels[3, 4] = 2, 5
    first, second = measure(relevance, labels)
    assert (first.number, first.n_pixels, first.box, first.relevance) == (2, 2, (1, 1, 3, 2), 13.0)
    assert (second.number, second.n_pixels, second.box, second.relevance) == (5, 1, (4, 3, 5, 4), 19.0)


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (50, 1), (2, 2)])
@pytest.mark.parametrize("distance", [1.0, 1.5, 4.0, 20.0])
@pytest.mark.parametrize("merge_level", [0.0, 0.5, 1.0])
def test_thin_maps(shape: tuple[int, int], distance: float, merge_level: float) -> None:
    relevance = np.full(shape, 2.0)
    found = cluster(relevance, ClusteringParameters(1.0, distance, 1, merge_level))
    assert [feature.n_pixels for feature in found.features] == [shape[0] * shape[1]]


def test_nonsense_is_refused_with_every_reason() -> None:
    parameters = ClusteringParameters(-1.0, math.nan, 0, 2.0, n_clusters=0)
    with pytest.raises(WrongRequestError) as caught:
        cluster(np.zeros(5), parameters)
    for word in ("dimensions", "threshold", "distance", "minimum size", "merge level", "number of clusters"):
        assert word in caught.value.why
