"""Small pictures keep their shape and their colour."""

import numpy as np
import pytest

from deepintro_desktop.imaging import thumbnail_hwc_u8


@pytest.mark.parametrize(
    ("size", "wanted"),
    [((100, 200), (40, 80)), ((200, 100), (80, 40)), ((10, 20), (10, 20)), ((1, 5000), (1, 80))],
)
def test_longer_side_fits_and_nothing_is_enlarged(rng, size, wanted):
    for channels in (1, 3):
        small = thumbnail_hwc_u8(rng.integers(0, 256, (*size, channels), dtype=np.uint8), 80)
        assert small.shape == (*wanted, 3)
        assert small.dtype == np.uint8


def test_even_colour_stays_the_same():
    picture = np.full((300, 451, 3), (200, 60, 30), np.uint8)
    assert (thumbnail_hwc_u8(picture, 64) == (200, 60, 30)).all()
