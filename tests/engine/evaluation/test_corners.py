"""The coverage of corners counts what it says, on features made by hand."""

import numpy as np
import pytest

from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.engine.evaluation.corners import corner_coverage

CORNERS = np.array([[[20.0, 20.0], [80.0, 20.0], [80.0, 90.0], [20.0, 90.0]]])
IMAGES = np.zeros((1, 112, 112), np.uint8)


def _features(*pixels_xy):
    labels_hw = np.zeros((112, 112), np.int32)
    for number, (x, y) in enumerate(pixels_xy, start=1):
        labels_hw[y, x] = number
    return lambda image_hw: labels_hw


def test_no_feature_covers_nothing():
    found = corner_coverage(IMAGES, CORNERS, _features())
    assert (found.coverage, found.n_covered, found.n_corners, found.n_features) == (0.0, 0, 4, 0)


def test_features_on_two_corners_cover_half():
    found = corner_coverage(IMAGES, CORNERS, _features((20, 20), (80, 90)))
    assert (found.n_covered, found.n_features) == (2, 2)
    assert found.straight_coverage == 0.0


@pytest.mark.parametrize(("x", "is_covered"), [(16, True), (15, False)])
def test_four_pixels_are_near_and_five_are_not(x, is_covered):
    assert corner_coverage(IMAGES, CORNERS, _features((x, 20))).n_covered == int(is_covered)


def test_distance_is_euclidean():
    assert corner_coverage(IMAGES, CORNERS, _features((17, 17))).n_covered == 0
    assert corner_coverage(IMAGES, CORNERS, _features((17, 18))).n_covered == 1


def test_features_everywhere_say_so():
    found = corner_coverage(IMAGES, CORNERS, lambda image_hw: np.ones((112, 112), np.int32))
    assert (found.coverage, found.straight_coverage, found.near_share, found.area_share) == (1, 1, 1, 1)


def test_corners_at_the_border_are_counted():
    corners = np.array([[[0.0, 0.0], [111.0, 0.0], [111.0, 111.0], [0.0, 111.0]]])
    assert corner_coverage(IMAGES, corners, _features((0, 0), (111, 111))).n_covered == 2


def test_stops_when_asked():
    with pytest.raises(Cancelled):
        corner_coverage(IMAGES, CORNERS, _features(), report=Report(is_cancelled=lambda: True))
