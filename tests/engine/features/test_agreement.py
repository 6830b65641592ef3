"""How two maps and two sets of features agree."""

import numpy as np
import pytest

from deepintro_desktop.engine.features import best_pairs, correlation, overlap

ONE = np.array([[1, 1, 0, 2], [1, 1, 0, 2], [0, 0, 0, 0]], np.int32)


def test_correlation_is_that_of_numpy_and_knows_constants(rng):
    one, other = rng.normal(size=(5, 7)).astype(np.float32), rng.normal(size=(5, 7)).astype(np.float32)
    assert correlation(one, other) == pytest.approx(np.corrcoef(one.ravel(), other.ravel())[0, 1])
    assert correlation(one, 3 * one + 1) == pytest.approx(1.0)
    assert correlation(one, -one) == pytest.approx(-1.0)
    assert correlation(one, np.ones_like(one)) is None


def test_overlap_counts_pixels_of_any_feature():
    other = np.zeros_like(ONE)
    other[0, :2] = 7
    assert overlap(ONE, ONE) == 1.0
    assert overlap(ONE, other) == pytest.approx(2 / 6)
    assert overlap(ONE, np.zeros_like(ONE)) == 0.0
    assert overlap(np.zeros_like(ONE), np.zeros_like(ONE)) is None


def test_pairs_are_the_features_that_cover_each_other_best():
    other = np.array([[2, 2, 0, 1], [2, 0, 0, 1], [0, 0, 3, 1]], np.int32)
    assert best_pairs(ONE, other) == ((1, 2, pytest.approx(3 / 4)), (2, 1, pytest.approx(2 / 3)))
    assert best_pairs(ONE, np.zeros_like(ONE)) == ()
    assert best_pairs(np.zeros_like(ONE), ONE) == ()
