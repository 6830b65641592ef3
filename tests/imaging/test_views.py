"""Pictures of a file that holds several, or transparent pixels."""

import io

import numpy as np
import pytest
from PIL import Image

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.core.picture_view import PictureView
from deepintro_desktop.imaging import open_picture, read_image


def _noise(rng, height=11, width=9):
    return rng.integers(0, 256, (height, width, 3), dtype=np.uint8)


def _file(picture, kind="PNG", **options):
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_every_frame_can_be_chosen(rng, kind):
    frames = [Image.fromarray(_noise(rng)) for _ in range(3)]
    options = {"lossless": True} if kind == "WEBP" else {}
    opened = open_picture(_file(frames[0], kind, save_all=True, append_images=frames[1:], **options))
    for number in (2, 0, 1):
        image = opened.picture(PictureView(frame=number))
        assert np.array_equal(image.pixels_hwc_u8, np.asarray(frames[number]))
        assert image.facts["frames"] == f"frame {number + 1} of 3"
    with pytest.raises(UnreadableImageError, match="no frame 4"):
        opened.picture(PictureView(frame=3))


def test_pages_may_have_sizes_of_their_own(rng):
    pages = [Image.fromarray(_noise(rng, 10 + page, 20)) for page in range(2)]
    data = _file(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    assert read_image(data, "scan.tif", PictureView(frame=1)).height == 11


@pytest.mark.parametrize("background", ["#000000", "#ffffff", "#204060"])
def test_transparent_pixels_lie_over_the_background_of_the_view(rng, background):
    pixels = rng.integers(0, 256, (5, 6, 4), dtype=np.uint8)
    image = read_image(_file(Image.fromarray(pixels)), "cut.png", PictureView(background=background))
    behind = np.array([int(background[place : place + 2], 16) for place in (1, 3, 5)])
    alpha = pixels[..., 3:].astype(float) / 255
    wanted = pixels[..., :3] * alpha + behind * (1 - alpha)
    assert np.abs(image.pixels_hwc_u8 - wanted).max() <= 1
    assert image.choices.transparent
    assert "laid over" in image.facts["transparency"]


def test_grey_stays_grey_over_grey_and_becomes_colour_over_colour():
    picture = Image.new("LA", (3, 2), (100, 128))
    for background, n_channels in (("#000000", 1), ("#808080", 1), ("#ff0000", 3)):
        image = read_image(_file(picture), "cut.png", PictureView(background=background))
        assert image.pixels_hwc_u8.shape == (2, 3, n_channels)


def test_a_picture_of_eight_bits_offers_no_choice(rng):
    assert not read_image(_file(Image.fromarray(_noise(rng)))).choices
