"""What is done to each value once is what would have been done to each pixel."""

import numpy as np
import pytest

from deepintro_desktop.core.picture_view import Window
from deepintro_desktop.imaging.grey import to_u8
from deepintro_desktop.imaging.levels import Levels


@pytest.mark.parametrize("kind", ["uint8", "int16", ">u2", "int32"])
def test_a_picture_with_few_values_is_a_table(rng, kind):
    values = rng.integers(3, 120, (300, 7)).astype(kind)
    values[5] = 90
    levels = Levels.of(values)
    assert levels.values.ndim == 1
    assert set(levels.values[levels.occurs]) == set(np.unique(values))
    table = rng.integers(0, 256, levels.values.shape, dtype=np.uint8)
    by_pixel = {int(value): entry for value, entry in zip(levels.values, table, strict=True)}
    wanted = [[by_pixel[int(value)] for value in row] for row in values]
    assert levels.spread(table).tolist() == wanted


@pytest.mark.parametrize(
    "values",
    [
        np.array([[0.5, 7.25]]),
        np.array([[0, 2**30]], np.int32),
        np.array([[0, 60000]], np.uint16),
        np.array([[np.nan, np.inf]]),
    ],
)
def test_what_would_be_a_larger_table_than_the_picture_stays_a_picture(values):
    levels = Levels.of(values)
    assert levels.values is values
    assert levels.occurs.all()


@pytest.mark.parametrize("window", [None, Window(900.0, 333.0), Window(-5.0, 0.5)])
@pytest.mark.parametrize("low", [0, -1200])
def test_both_ways_scale_grey_alike(rng, window, low):
    values = rng.integers(low, 1800, (90, 80)).astype(np.int32)
    by_table = to_u8(values, window)
    by_pixel = to_u8(Levels(values, values, np.ones(values.shape, bool)), window)
    assert np.array_equal(by_table.pixels_hw_u8, by_pixel.pixels_hw_u8)
    assert (by_table.text, by_table.extremes, by_table.window) == (
        by_pixel.text,
        by_pixel.extremes,
        by_pixel.window,
    )
