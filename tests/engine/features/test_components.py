"""Connected components for any distance, against all pairs of pixels."""

import math

import numpy as np
import pytest
from engine.features.twins import groups_twin

from deepintro_desktop.engine.features.components import boundary, label_components

DISTANCES = (
    0.0,
    0.5,
    1.0,
    1.4,
    math.sqrt(2),
    1.5,
    2.0,
    2.1,
    math.sqrt(5),
    2.5,
    2.9,
    3.0,
    3.5,
    4.0,
    math.sqrt(18),
    5.0,
    6.4,
    math.sqrt(50),
    7.3,
    10.0,
    12.5,
    15.0,
    18.4,
    20.0,
    50.0,
)


@pytest.mark.parametrize("distance", DISTANCES)
def test_groups_are_those_of_all_pairs(distance: float) -> None:
    rng = np.random.default_rng(int(distance * 100))
    for density in (0.01, 0.03, 0.06, 0.12, 0.25, 0.5, 0.9, 1.0):
        for _ in range(3):
            kept = rng.random(rng.integers(1, 36, 2)) < density
            labels, n = label_components(kept, distance)
            expected = groups_twin(kept, distance)
            assert n == expected.max(initial=0)
            np.testing.assert_array_equal(labels, expected)


@pytest.mark.parametrize("gap", [2, 3, 5, 8, 13, 20])
def test_the_distance_itself_joins_and_less_does_not(gap: int) -> None:
    kept = np.zeros((3, 60), bool)
    kept[:, :10] = kept[:, 9 + gap : 30 + gap] = True
    assert label_components(kept, float(gap))[1] == 1
    assert label_components(kept, gap - 1e-9)[1] == 2


@pytest.mark.parametrize(("dy", "dx"), [(1, 2), (2, 2), (3, 4), (5, 12), (12, 16), (1, 19)])
def test_oblique_distance_is_exact(dy: int, dx: int) -> None:
    kept = np.zeros((40, 40), bool)
    kept[5, 5] = kept[5 + dy, 5 + dx] = True
    assert label_components(kept, math.hypot(dy, dx))[1] == 1
    assert label_components(kept, math.hypot(dy, dx) - 1e-9)[1] == 2
    assert label_components(kept[:, ::-1], math.hypot(dy, dx))[1] == 1


def test_rows_do_not_continue_in_the_next_row() -> None:
    kept = np.zeros((8, 6), bool)
    kept[1, 5] = kept[2, 0] = True
    assert label_components(kept, 5.0)[1] == 2


def test_boundary_misses_a_neighbour_of_its_group() -> None:
    labels = np.ones((5, 6), np.int32)
    labels[:, 3:] = 2
    expected = np.ones((5, 6), bool)
    expected[1:4, 1] = expected[1:4, 4] = False
    np.testing.assert_array_equal(boundary(labels), expected)


def test_large_maps_of_both_extremes() -> None:
    dense, n_dense = label_components(np.ones((700, 700), bool), 3.0)
    assert (n_dense, dense.min(), dense.dtype) == (1, 1, np.int32)
    sparse = np.zeros((700, 700), bool)
    sparse[::25, ::25] = True
    assert label_components(sparse, 20.0)[1] == 28 * 28
    assert label_components(sparse, 25.0)[1] == 1
