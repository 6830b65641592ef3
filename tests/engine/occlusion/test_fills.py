"""Each fill against a slow version of its definition."""

import numpy as np
import pytest
from engine.occlusion.pictures import picture
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.engine.occlusion import Filler
from deepintro_desktop.engine.occlusion.pixelise import block_size
from deepintro_desktop.engine.occlusion.region import bounding_box


def changed(before: NDArray[np.uint8], after: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return (before != after).any(axis=2)


def allowed(labels: NDArray[np.int32], number: int, fill: Fill, k: int) -> NDArray[np.bool_]:
    """Return where a fill may change pixels: the feature, or its blocks, or its box."""
    mask = labels == number
    if fill is Fill.RECTANGLE:
        x0, y0, x1, y1 = bounding_box(mask)
        mask = np.zeros_like(mask)
        mask[y0:y1, x0:x1] = True
    if fill is Fill.PIXELISE:
        x0, y0, x1, y1 = bounding_box(mask)
        blocks = np.zeros_like(mask)
        for y in range(y0, y1, k):
            for x in range(x0, x1, k):
                block = np.s_[y : min(y + k, y1), x : min(x + k, x1)]
                blocks[block] = mask[block].any()
        mask = blocks
    return mask


@pytest.mark.parametrize("n_channels", [1, 3])
@pytest.mark.parametrize("fill", list(Fill))
def test_nothing_outside_the_allowed_area_changes(fill: Fill, n_channels: int) -> None:
    for seed in range(5):
        image, labels = picture(seed, n_channels=n_channels)
        filler = Filler(image, labels, fill, seed)
        for number in filler.numbers:
            occluded = filler.apply([number])
            may = allowed(labels, number, fill, block_size(labels.shape))
            assert not (changed(image, occluded) & ~may).any()
            np.testing.assert_array_equal(np.sort(filler.patch(number).places), np.flatnonzero(may))
            assert (occluded.dtype, occluded.shape) == (np.uint8, image.shape)


def test_pixelise_by_loops() -> None:
    for seed in range(5):
        image, labels = picture(seed, height=97, width=130)
        number, k = 2, block_size(labels.shape)
        assert k == 3
        expected = image.astype(float)
        mask = labels == number
        colours = np.random.default_rng((seed, number)).integers(0, 256, (mask.sum(), 3), dtype=np.uint8)
        for (y, x), colour in zip(np.argwhere(mask), colours, strict=True):
            expected[y, x] = colour
        x0, y0, x1, y1 = bounding_box(mask)
        for y in range(y0, y1, k):
            for x in range(x0, x1, k):
                block = np.s_[y : min(y + k, y1), x : min(x + k, x1)]
                if mask[block].any():
                    expected[block] = expected[block].reshape(-1, 3).mean(axis=0)
                else:
                    np.testing.assert_array_equal(expected[block], image[block])
        np.testing.assert_array_equal(
            Filler(image, labels, Fill.PIXELISE, seed).apply([number]), np.rint(expected).astype(np.uint8)
        )


@pytest.mark.parametrize(("side", "expected"), [(8, 2), (28, 2), (112, 4), (227, 7), (1024, 32)])
def test_blocks_grow_with_the_picture(side: int, expected: int) -> None:
    assert block_size((side, 3 * side)) == expected


def test_random_colours_are_uniform_and_fill_every_pixel() -> None:
    image = np.full((200, 200, 3), 77, np.uint8)
    occluded = Filler(image, np.ones((200, 200), np.int32), Fill.RANDOM, 5).apply([1])
    counts = np.bincount(occluded.ravel(), minlength=256)
    assert counts.min() > 0.7 * occluded.size / 256
    assert counts.max() < 1.3 * occluded.size / 256
    assert abs(np.corrcoef(occluded[..., 0].ravel(), occluded[..., 1].ravel())[0, 1]) < 0.02


@pytest.mark.parametrize("fill", [Fill.CONSTANT, Fill.RECTANGLE])
def test_mean_colour_of_the_picture_or_a_given_one(fill: Fill) -> None:
    image, labels = picture(3)
    occluded = Filler(image, labels, fill).apply([4])
    mean = np.rint(image.reshape(-1, 3).mean(axis=0))
    assert (occluded[labels == 4] == mean).all()
    given = Filler(image, labels, fill, mean_colour=(1.0, 200.4, 254.6)).apply([4])
    assert (given[labels == 4] == (1, 200, 255)).all()


def test_blur_is_close_to_a_gaussian() -> None:
    rng = np.random.default_rng(0)
    smooth = gaussian_filter(rng.normal(size=(90, 90, 3)), (4, 4, 0))
    image = np.uint8(255 * (smooth - smooth.min()) / np.ptp(smooth))
    labels = np.zeros((90, 90), np.int32)
    labels[30:54, 36:60] = 1
    occluded = Filler(image, labels, Fill.BLUR).apply([1])
    expected = gaussian_filter(image.astype(float), (8, 8, 0), mode="nearest")
    assert np.abs(occluded[labels == 1] - expected[labels == 1]).max() < 6.0
    assert np.abs(occluded[labels == 1].astype(float) - image[labels == 1]).max() > 40.0


def test_inpainted_pixels_are_the_mean_of_their_neighbours() -> None:
    image, labels = picture(1)
    number = 1
    # The patch before rounding: u8 steps would hide the equation.
    from deepintro_desktop.engine.occlusion.inpaint import inpaint
    from deepintro_desktop.engine.occlusion.region import Region

    mask = labels == number
    x0, y0, x1, y1 = bounding_box(mask)
    region = Region(image, (x0, y0, x1, y1), mask[y0:y1, x0:x1], image.mean(axis=(0, 1)), (0, 1))
    filled = image.astype(float)
    filled[y0:y1, x0:x1][mask[y0:y1, x0:x1]] = inpaint(region).pixels_hwc[mask[y0:y1, x0:x1]]
    height, width = labels.shape
    for y, x in np.argwhere(mask):
        beside = [(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)]
        values = [filled[v, u] for v, u in beside if 0 <= v < height and 0 <= u < width]
        np.testing.assert_allclose(filled[y, x], np.mean(values, axis=0), atol=1e-9)


def test_inpainting_continues_a_slope() -> None:
    slope = np.repeat(np.linspace(0, 240, 61)[None, :, None], 45, axis=0)
    image = np.repeat(np.rint(slope), 3, axis=2).astype(np.uint8)
    labels = np.zeros((45, 61), np.int32)
    labels[10:30, 15:40] = 1
    occluded = Filler(image, labels, Fill.INPAINT).apply([1])
    assert np.abs(occluded.astype(int) - image).max() <= 1


@pytest.mark.parametrize("fill", list(Fill))
@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (30, 1), (5, 5)])
def test_feature_that_covers_the_whole_picture(fill: Fill, shape: tuple[int, int]) -> None:
    image = np.random.default_rng(0).integers(0, 256, (*shape, 3), dtype=np.uint8)
    occluded = Filler(image, np.ones(shape, np.int32), fill).apply([1])
    assert occluded.shape == image.shape
    if fill is Fill.INPAINT:
        assert (occluded == np.rint(image.mean(axis=(0, 1)))).all()
