"""Outlines of features: around all their pixels, visible on any ground, numbers beside them."""

import numpy as np
import pytest

from deepintro_desktop.imaging.outlines import draw_features, feature_colour, outline_mask

YELLOW = (0xFF, 0xD8, 0x3D)


def test_outline_area_holds_the_feature_and_little_more():
    mask = np.zeros((40, 50), bool)
    mask[10:30, 15:40] = True
    area = outline_mask(mask, 4)
    exact = mask.repeat(4, axis=0).repeat(4, axis=1)
    assert area.shape == (160, 200)
    assert (area | ~exact).all()
    assert area.sum() <= (20 * 4 + 10) * (25 * 4 + 10)


def test_holes_and_gaps_are_closed():
    mask = np.ones((20, 20), bool)
    mask[8:12, 8:12] = False
    mask[:, 15] = False
    assert outline_mask(mask, 2).all()


def test_single_pixel_has_an_outline():
    mask = np.zeros((9, 9), bool)
    mask[0, 0] = True
    assert outline_mask(mask, 3).any()


@pytest.mark.parametrize("ground", [0, 128, 255])
def test_line_and_casing_show_on_any_ground(ground):
    labels = np.zeros((60, 60), np.int32)
    labels[20:40, 20:40] = 1
    canvas = np.full((240, 240, 3), ground, np.uint8)
    drawn = draw_features(canvas, labels, 4)
    row = drawn[120, :100].astype(int)
    assert np.abs(row - YELLOW).sum(axis=1).min() < 12
    casing = row.sum(axis=1)
    assert casing.min() <= 0.35 * 3 * ground
    assert (drawn[110:130, 110:130] == ground).all()


def test_palette_repeats_after_six():
    assert feature_colour(1) == feature_colour(7) == YELLOW
    assert len({feature_colour(number) for number in range(1, 7)}) == 6


def test_labels_stay_on_the_picture_and_apart():
    labels = np.zeros((64, 64), np.int32)
    for number, (y, x) in enumerate([(0, 0), (0, 58), (58, 0), (58, 58), (30, 30), (30, 40)], start=1):
        labels[y : y + 6, x : x + 6] = number
    drawn = draw_features(np.zeros((512, 512, 3), np.uint8), labels, 8)
    for number in range(1, 7):
        n_pixels = (drawn == feature_colour(number)).all(axis=2).sum()
        assert n_pixels > 150, number


def test_missing_numbers_and_tiny_pictures_are_drawn():
    labels = np.zeros((4, 4), np.int32)
    labels[1, 1] = 5
    assert draw_features(np.zeros((4, 4, 3), np.uint8), labels, 1).shape == (4, 4, 3)
    assert not draw_features(np.zeros((4, 4, 3), np.uint8), np.zeros((4, 4), np.int32), 1).any()


def test_lines_of_what_a_person_drew_are_dashed():
    labels = np.zeros((60, 60), np.int32)
    labels[20:40, 20:40] = 1
    canvas = np.full((240, 240, 3), 128, np.uint8)
    whole, dashed = draw_features(canvas, labels, 4), draw_features(canvas, labels, 4, drawn=(1,))
    column = int(np.abs(whole[120].astype(int) - YELLOW).sum(axis=1).argmin())
    lines = [
        np.abs(picture[90:150, column].astype(int) - YELLOW).sum(axis=1) < 60 for picture in (whole, dashed)
    ]
    assert lines[0].all()
    assert 30 <= lines[1].sum() <= 50
