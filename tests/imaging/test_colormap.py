"""Relevance as colours: the table of the design, the same scale on both sides, nothing where nothing is."""

import io

import numpy as np
import pytest
from PIL import Image

from deepintro_desktop.imaging import overlay_hwc_u8, png_bytes, relevance_rgba_u8, relevance_scale
from deepintro_desktop.imaging.colormap import FEATURE_PALETTE, LIGHT_BACKGROUND, greyed_hwc_u8
from deepintro_desktop.imaging.figures import enlargement, heatmap_png, overlay_png


@pytest.mark.parametrize(
    ("share", "rgba"),
    [
        (1.0, (0xE0, 0x48, 0x0B, 255)),
        (0.5, (0xF5, 0xA0, 0x4C, 158)),
        (0.25, (0xF5, 0xA0, 0x4C, 79)),
        (-1.0, (0x1F, 0x5F, 0xD0, 255)),
        (-0.5, (0x5B, 0x9B, 0xF0, 158)),
        (-0.25, (0x5B, 0x9B, 0xF0, 79)),
        (7.0, (0xE0, 0x48, 0x0B, 255)),
        (-7.0, (0x1F, 0x5F, 0xD0, 255)),
    ],
)
def test_colours_follow_the_table(share, rgba):
    assert tuple(relevance_rgba_u8(np.array([[share * 3.0]]), scale=3.0)[0, 0]) == rgba


def test_first_four_percent_are_transparent():
    alphas = relevance_rgba_u8(np.array([[0.0, 0.039, -0.039, 0.041, -0.041]]), scale=1.0)[0, :, 3]
    assert (alphas[:3] == 0).all()
    assert (alphas[3:] > 0).all()


def test_alpha_grows_with_strength_on_both_sides():
    values = np.linspace(-1, 1, 201)[None]
    alpha = relevance_rgba_u8(values, scale=1.0)[0, :, 3].astype(int)
    assert (np.diff(alpha[100:]) >= 0).all()
    assert np.array_equal(alpha, alpha[::-1])


def test_scale_is_the_percentile_of_the_absolute_values(rng):
    relevance = rng.normal(size=(40, 50)).astype(np.float32)
    assert relevance_scale(relevance) == pytest.approx(np.percentile(np.abs(relevance), 99.3))
    assert relevance_scale(-2 * relevance) == pytest.approx(2 * relevance_scale(relevance))


def test_map_with_a_single_relevant_pixel_is_not_lost():
    relevance = np.zeros((100, 100), np.float32)
    relevance[3, 4] = 0.5
    assert relevance_scale(relevance) == 0.5
    assert relevance_rgba_u8(relevance)[3, 4, 3] == 255


def test_map_of_zeros_is_transparent():
    assert relevance_rgba_u8(np.zeros((5, 6), np.float32))[..., 3].max() == 0


def test_photo_loses_colour_with_opacity_and_no_more_from_seventy_percent(rng):
    photo = rng.integers(0, 256, (6, 7, 3), dtype=np.uint8)
    assert np.array_equal(greyed_hwc_u8(photo, 0.0), photo)
    assert np.array_equal(greyed_hwc_u8(photo, 0.7), greyed_hwc_u8(photo, 1.0))
    spread = [np.ptp(greyed_hwc_u8(photo, opacity), axis=2).mean() for opacity in (0.0, 0.35, 0.7)]
    assert spread[1] == pytest.approx(0.6 * spread[0], rel=0.05)
    assert spread[2] == pytest.approx(0.2 * spread[0], rel=0.1)
    assert greyed_hwc_u8(photo[..., :1], 0.5).shape == (6, 7, 3)


def test_overlay_mixes_map_and_photo_by_alpha():
    photo = np.full((1, 2, 1), 100, np.uint8)
    relevance = np.array([[1.0, 0.0]])
    result = overlay_hwc_u8(photo, relevance, opacity=0.5)
    assert result[0, 0].tolist() == [(0xE0 + 101) // 2, (0x48 + 101) // 2, (0x0B + 101) // 2]
    assert result[0, 1].tolist() == [100, 100, 100]


def test_occluded_pixels_keep_their_true_colours(rng):
    photo = rng.integers(0, 256, (8, 8, 3), dtype=np.uint8)
    keep = np.zeros((8, 8), bool)
    keep[2:5, 2:5] = True
    result = overlay_hwc_u8(photo, rng.normal(size=(8, 8)), 0.8, keep)
    assert np.array_equal(result[keep], photo[keep])
    assert not np.array_equal(result[~keep], photo[~keep])


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_png_holds_the_same_pixels(rng, channels):
    pixels = rng.integers(0, 256, (5, 9, channels), dtype=np.uint8)
    read = np.asarray(Image.open(io.BytesIO(png_bytes(pixels))))
    assert np.array_equal(read.reshape(pixels.shape), pixels)


def test_heatmap_shows_every_value_as_a_square_on_the_neutral_ground(rng):
    relevance = rng.normal(size=(30, 45))
    relevance[0, 0] = 0.0
    picture = np.asarray(Image.open(io.BytesIO(heatmap_png(relevance))))
    factor = enlargement(30, 45)
    assert factor == 20
    assert picture.shape == (600, 900, 3)
    assert (picture[:factor, :factor] == LIGHT_BACKGROUND).all()
    squares = picture.reshape(30, factor, 45, factor, 3)
    assert np.ptp(squares, axis=(1, 3)).max() == 0
    dark = np.asarray(Image.open(io.BytesIO(heatmap_png(relevance, dark=True))))
    assert dark[0, 0].max() < 60


@pytest.mark.parametrize(("size", "factor"), [(227, 4), (32, 28), (900, 1), (4000, 1)])
def test_enlargement_is_a_whole_number(size, factor):
    assert enlargement(size, size // 2) == factor


def test_overlay_file_shows_features_and_survives_none(rng):
    photo = rng.integers(0, 256, (60, 60, 3), dtype=np.uint8)
    labels = np.zeros((60, 60), np.int32)
    plain = np.asarray(Image.open(io.BytesIO(overlay_png(photo, np.zeros((60, 60)), labels))))
    labels[20:40, 25:45] = 1
    marked = np.asarray(Image.open(io.BytesIO(overlay_png(photo, np.zeros((60, 60)), labels))))
    assert plain.shape == marked.shape == (900, 900, 3)
    changed = (plain != marked).any(axis=2)
    assert changed.any()
    assert not changed[420:480, 480:570].any()
    assert (marked == FEATURE_PALETTE[0]).all(axis=2).sum() > 500
