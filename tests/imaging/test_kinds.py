"""Rarer ways in which people's files store pictures, each against the values that were written."""

import io
from pathlib import Path

import numpy as np
import pydicom
import pytest
from PIL import Image
from pydicom.pixels import pixel_array

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.imaging import read_image


def _file(picture, kind, **options):
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "TIFF of the other byte order", "PGM"])
def test_sixteen_bits_of_both_byte_orders_are_the_same_picture(rng, kind):
    values = rng.integers(0, 65536, (9, 8)).astype(np.uint16)
    values[0, 0] = 65535
    big_endian = values.astype(">u2").tobytes()
    data = {
        "PNG": lambda: _file(Image.fromarray(values), "PNG"),
        "TIFF": lambda: _file(Image.fromarray(values), "TIFF"),
        "TIFF of the other byte order": lambda: _file(Image.frombytes("I;16B", (8, 9), big_endian), "TIFF"),
        "PGM": lambda: b"P5\n8 9\n65535\n" + big_endian,
    }[kind]()
    ours = read_image(data, "deep").pixels_hwc_u8[..., 0]
    assert np.array_equal(ours, np.floor(values / 65535 * 255 + 0.5))


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "BMP", "PPM"])
def test_one_bit_is_black_and_white(rng, kind):
    bits = rng.integers(0, 2, (9, 11)).astype(bool)
    ours = read_image(_file(Image.fromarray(bits), kind), "bits").pixels_hwc_u8
    assert np.array_equal(ours[..., 0], bits * 255)


@pytest.mark.parametrize(("kind", "options"), [("PNG", {}), ("TIFF", {}), ("WEBP", {"lossless": True})])
def test_several_pictures_in_a_file_begin_with_their_first(rng, kind, options):
    pages = [Image.fromarray(rng.integers(0, 256, (9, 8, 3)).astype(np.uint8)) for _ in range(3)]
    image = read_image(_file(pages[0], kind, save_all=True, append_images=pages[1:], **options), "pages")
    assert np.array_equal(image.pixels_hwc_u8, np.asarray(pages[0]))
    assert image.facts["frames"] == "frame 1 of 3"


def test_values_that_are_no_number_are_black_and_counted(rng):
    values = rng.random((9, 8)).astype(np.float32)
    values[0, :3] = np.nan, np.inf, -np.inf
    image = read_image(_file(Image.fromarray(values), "TIFF"), "holes")
    assert not image.pixels_hwc_u8[0, :3].any()
    assert "3 values that are not finite" in image.facts["depth"]


@pytest.mark.filterwarnings("ignore")
def test_colour_files_of_other_programs_open_as_in_pydicom():
    n_same, n_refused = 0, 0
    for path in sorted((Path(pydicom.__file__).parent / "data/test_files").rglob("*.dcm")):
        try:
            ours = read_image(path).pixels_hwc_u8
        except UnreadableImageError as refusal:
            assert refusal.why, path.name
            n_refused += 1
            continue
        data = pydicom.dcmread(path, force=True)
        if data.SamplesPerPixel != 3 or path.name == "SC_rgb_jpeg_gdcm.dcm":  # pydicom cannot decode it alone
            continue
        theirs = pixel_array(data, index=0)
        if theirs.dtype == np.uint8:
            assert np.array_equal(ours, theirs), path.name
            n_same += 1
    assert n_same >= 20
    assert n_refused >= 10
