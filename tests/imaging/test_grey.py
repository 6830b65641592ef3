"""Grey of more than eight bits: the range in use is said, and holds."""

import numpy as np
import pytest

from deepintro_desktop.core.picture_view import Window
from deepintro_desktop.imaging.grey import to_u8


@pytest.mark.parametrize(
    ("values", "scaled", "said"),
    [
        ([0, 255], [0, 255], "8 bits"),
        ([0, 3], [0, 3], "8 bits"),
        ([0, 256, 1023], [0, 64, 255], "10 bits"),
        ([0, 2048, 4095], [0, 128, 255], "12 bits"),
        ([0, 32768, 65535], [0, 128, 255], "16 bits"),
        ([-1024, 0, 1024], [0, 128, 255], "-1024..1024"),
        ([0.0, 0.5, 1.0], [0, 128, 255], "0..1"),
        ([0.0, 127.4, 255.0], [0, 127, 255], "0..255"),
        ([-2.0, 0.0, 2.0], [0, 128, 255], "-2..2"),
        ([7.5e6, 7.5e6], [0, 0], "smallest to largest"),
    ],
)
def test_values_are_scaled_by_the_range_that_is_said(values, scaled, said):
    result = to_u8(np.array([values]))
    assert result.pixels_hw_u8.dtype == np.uint8
    assert result.pixels_hw_u8[0].tolist() == scaled
    assert said in result.text


def test_tall_pictures_are_scaled_like_small_ones(rng):
    values = rng.integers(0, 4096, (700, 3), dtype=np.uint16)
    values[0, 0] = 4095
    assert np.abs(to_u8(values).pixels_hw_u8 - values * (255 / 4095)).max() <= 0.5
    assert np.array_equal(to_u8(values.astype(">u2")).pixels_hw_u8, to_u8(values).pixels_hw_u8)


def test_values_that_are_not_finite_are_black_and_counted():
    result = to_u8(np.array([[np.nan, np.inf, -np.inf, 0.0, 1.0]]))
    assert result.pixels_hw_u8[0].tolist() == [0, 0, 0, 0, 255]
    assert "3 values" in result.text
    result = to_u8(np.full((2, 2), np.nan))
    assert not result.pixels_hw_u8.any()
    assert result.extremes is None
    assert "black" in result.text


def test_a_window_spreads_its_values_over_all_greys():
    values = np.array([[0, 900, 1050, 1100, 4095]], np.uint16)
    result = to_u8(values, Window(1000.0, 200.0))
    assert result.pixels_hw_u8[0].tolist() == [0, 0, 191, 255, 255]
    assert result.text == "window at 1000, 200 wide, chosen"
    assert result.extremes == (0.0, 4095.0)
    assert to_u8(values).window == Window(2047.5, 4095.0)
