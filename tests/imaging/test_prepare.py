"""What the network sees and what it is fed: bit for bit like Pillow, value for value like the formula."""

import re

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from deepintro_desktop.core.specification import ChannelOrder, InputSpecification, Resize
from deepintro_desktop.imaging.prepare import (
    affine,
    input_bounds,
    input_table,
    placement,
    to_input_hwc_u8,
    to_network,
)
from deepintro_desktop.imaging.read import read_image

CAFFE = InputSpecification(5, 7, 3, ChannelOrder.BGR, mean=(104.0, 117.0, 123.0))
IMAGENET = InputSpecification(6, 6, scale=1 / 255, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225))
GREY = InputSpecification(4, 4, 1, ChannelOrder.GRAY, scale=1 / 127.5, mean=(1.0,), std=(1.0,))


def _spec(height: int, width: int, resize: Resize = Resize.STRETCH, channels: int = 3) -> InputSpecification:
    order = ChannelOrder.GRAY if channels == 1 else ChannelOrder.RGB
    mean, std = (0.0,) * channels, (1.0,) * channels
    return InputSpecification(height, width, channels, order, resize, mean=mean, std=std)


def _picture(rng: np.random.Generator, height: int, width: int, channels: int = 3) -> NDArray[np.uint8]:
    return rng.integers(0, 256, (height, width, channels), dtype=np.uint8)


def test_prepared_pictures_are_reproduced_bit_for_bit(shared_data, expected):
    assert expected["prepared_images"]
    for entry in expected["prepared_images"]:
        wanted = read_image(shared_data / entry["path"]).pixels_hwc_u8
        original = read_image(shared_data / entry["made_from"]).pixels_hwc_u8
        box = re.search(r"box \((\d+), (\d+), (\d+), (\d+)\)", entry["how"])
        if box:
            x0, y0, x1, y1 = map(int, box.groups())
            original = original[y0:y1, x0:x1]
        spec = _spec(*wanted.shape[:2], channels=1 if "converted to L" in entry["how"] else 3)
        assert np.array_equal(to_input_hwc_u8(original, spec), wanted), entry["path"]


def test_picture_of_the_right_size_is_not_resampled(rng):
    picture = _picture(rng, 9, 13)
    for resize in Resize:
        seen = to_input_hwc_u8(picture, _spec(9, 13, resize))
        assert np.array_equal(seen, picture)
        assert seen is not picture


def test_crop_fits_the_short_side_and_keeps_the_middle(rng):
    picture = _picture(rng, 40, 61)
    seen = to_input_hwc_u8(picture, _spec(20, 20, Resize.CROP))
    scaled = Image.fromarray(picture).resize((30, 20), Image.Resampling.BILINEAR)
    assert np.array_equal(seen, np.asarray(scaled)[:, 5:25])


def test_crop_to_an_oblong_input_cuts_the_other_side(rng):
    picture = _picture(rng, 40, 40)
    seen = to_input_hwc_u8(picture, _spec(10, 20, Resize.CROP))
    scaled = Image.fromarray(picture).resize((20, 20), Image.Resampling.BILINEAR)
    assert np.array_equal(seen, np.asarray(scaled)[5:15])


def test_pad_centres_the_picture_on_the_mean_colour(rng):
    spec = InputSpecification(
        20, 20, 3, ChannelOrder.BGR, Resize.PAD, mean=(104.0, 117.0, 123.0), std=(1.0, 1.0, 1.0)
    )
    seen = to_input_hwc_u8(_picture(rng, 20, 40), spec)
    assert (seen[:5] == (123, 117, 104)).all()
    assert (seen[15:] == (123, 117, 104)).all()
    assert np.abs(to_network(seen[:5], spec)).max() == 0.0


def test_padding_is_black_where_the_mean_is_no_pixel_value(rng):
    spec = InputSpecification(8, 8, 1, ChannelOrder.GRAY, Resize.PAD, scale=1 / 255, mean=(1.5,), std=(1.0,))
    seen = to_input_hwc_u8(_picture(rng, 4, 8), spec)
    assert (seen[:2] == 0).all()


def test_very_flat_picture_is_cropped_without_being_enlarged_first(rng):
    picture = np.zeros((1, 300_001, 1), np.uint8)
    picture[:, 150_000] = 255
    seen = to_input_hwc_u8(picture, _spec(64, 64, Resize.CROP, 1))
    assert seen.shape == (64, 64, 1)
    assert seen[:, 32].min() > 250
    assert np.ptp(seen, axis=0).max() == 0


def test_colour_becomes_grey_by_601_before_resampling(rng):
    picture = _picture(rng, 12, 12)
    seen = to_input_hwc_u8(picture, _spec(5, 5, channels=1))
    twin = Image.fromarray(picture).convert("L").resize((5, 5), Image.Resampling.BILINEAR)
    assert np.array_equal(seen[..., 0], np.asarray(twin))
    luma = (picture @ np.array([0.299, 0.587, 0.114])).round()
    assert np.abs(to_input_hwc_u8(picture, _spec(12, 12, channels=1))[..., 0] - luma).max() <= 1


def test_grey_becomes_colour_by_repetition(rng):
    seen = to_input_hwc_u8(_picture(rng, 6, 6, 1), _spec(6, 6))
    assert seen.shape == (6, 6, 3)
    assert (seen[..., 0] == seen[..., 2]).all()


@pytest.mark.parametrize("spec", [CAFFE, IMAGENET, GREY])
def test_input_follows_the_formula_in_the_networks_order(rng, spec):
    image = _picture(rng, spec.height, spec.width, spec.channels)
    fed = to_network(image, spec)
    ordered = image[..., ::-1] if spec.order is ChannelOrder.BGR else image
    twin = (ordered.astype(np.float64) * spec.scale - np.array(spec.mean)) / np.array(spec.std)
    assert fed.dtype == np.float32
    assert fed.shape == (spec.channels, spec.height, spec.width)
    assert np.array_equal(fed, twin.transpose(2, 0, 1).astype(np.float32))


@pytest.mark.parametrize("spec", [CAFFE, IMAGENET, GREY])
def test_affine_and_table_agree_with_the_input(rng, spec):
    image = _picture(rng, 8, 9, spec.channels)
    scale, offset, order = affine(spec)
    by_affine = image[..., list(order)].astype(np.float64) * scale + offset
    np.testing.assert_allclose(by_affine.transpose(2, 0, 1), to_network(image, spec), rtol=1e-6, atol=1e-6)
    assert input_table(spec).shape == (spec.channels, 256)


@pytest.mark.parametrize("spec", [CAFFE, IMAGENET, GREY])
def test_input_bounds_are_black_and_white(spec):
    low, high = input_bounds(spec)
    black = to_network(np.zeros((1, 1, spec.channels), np.uint8), spec)[:, 0, 0]
    white = to_network(np.full((1, 1, spec.channels), 255, np.uint8), spec)[:, 0, 0]
    assert np.array_equal(low, black)
    assert np.array_equal(high, white)


def test_input_bounds_of_an_inverted_scale_are_in_order():
    spec = InputSpecification(2, 2, 1, ChannelOrder.GRAY, scale=-1 / 255, mean=(-1.0,), std=(1.0,))
    low, high = input_bounds(spec)
    assert (low < high).all()


@pytest.mark.parametrize("resize", list(Resize))
@pytest.mark.parametrize("size", [(300, 451), (451, 300), (10, 11), (224, 224)])
def test_placement_maps_there_and_back(resize, size):
    place = placement(*size, _spec(224, 224, resize))
    for point in [(0.0, 0.0), (17.25, 93.5), (float(size[1]), float(size[0]))]:
        assert place.to_original(*place.to_input(*point)) == pytest.approx(point)
    x0, y0, x1, y1 = place.covered_box
    assert 0 <= x0 < x1 <= 224
    assert 0 <= y0 < y1 <= 224
    if resize is not Resize.PAD:
        assert place.covered_box == (0, 0, 224, 224)


def test_boxes_map_back_to_whole_pixels_of_the_picture():
    assert placement(100, 200, _spec(50, 50)).map_box_back((0, 0, 50, 50)) == (0, 0, 200, 100)
    assert placement(100, 200, _spec(50, 50)).map_box_back((10, 5, 11, 6)) == (40, 10, 44, 12)
    assert placement(100, 200, _spec(50, 50, Resize.CROP)).map_box_back((0, 0, 50, 50)) == (50, 0, 150, 100)
    padded = placement(100, 200, _spec(50, 50, Resize.PAD))
    assert padded.map_box_back((0, 0, 50, 50)) == (0, 0, 200, 100)
    x0, y0, x1, y1 = padded.map_box_back((0, 0, 50, 5))
    assert y0 == y1 == 0
    assert placement(3, 3, _spec(2, 2)).map_box_back((0, 0, 1, 1)) == (0, 0, 2, 2)
