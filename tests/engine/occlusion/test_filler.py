"""Composition of patches: independence, order, and equality of all ways to get an occluded picture."""

import numpy as np
import pytest
from engine.occlusion.pictures import picture
from numpy.typing import NDArray

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.core.specification import ChannelOrder, InputSpecification
from deepintro_desktop.engine.occlusion import Filler, NetworkInput
from deepintro_desktop.imaging import to_network

SPECIFICATION = InputSpecification(
    45, 61, 3, ChannelOrder.BGR, scale=0.017, mean=(1.8, 1.99, 2.1), std=(0.9, 1.1, 1.3)
)


def preprocess(image_hwc_u8: NDArray[np.uint8]) -> NDArray[np.float32]:
    return to_network(image_hwc_u8, SPECIFICATION)


@pytest.mark.parametrize("fill", list(Fill))
def test_toggling_another_feature_never_changes_this_one(fill: Fill) -> None:
    image, labels = picture(2)
    filler = Filler(image, labels, fill, 9)
    for number in filler.numbers:
        alone = filler.apply([number])
        others = filler.apply([n for n in filler.numbers if n >= number])
        # On top of all less relevant ones, a feature looks as it does alone.
        places = filler.patch(number).places
        np.testing.assert_array_equal(others.reshape(-1, 3)[places], alone.reshape(-1, 3)[places])


@pytest.mark.parametrize("fill", list(Fill))
def test_patches_do_not_depend_on_what_was_asked_before(fill: Fill) -> None:
    image, labels = picture(2)
    first, second = Filler(image, labels, fill, 9), Filler(image, labels, fill, 9)
    first.apply(first.numbers)
    for number in second.numbers[::-1]:
        np.testing.assert_array_equal(first.apply([number]), second.apply([number]))
    np.testing.assert_array_equal(first.apply([3, 1, 1]), second.apply([1, 3]))


@pytest.mark.parametrize("fill", [Fill.PIXELISE, Fill.RANDOM])
def test_seeds(fill: Fill) -> None:
    image, labels = picture(0)
    one, same, other = (Filler(image, labels, fill, seed).apply([1, 2]) for seed in (4, 4, 5))
    np.testing.assert_array_equal(one, same)
    assert (one != other).any()
    assert Filler(image, labels, fill, -1).apply([1]).shape == image.shape


def test_features_of_equal_shape_get_different_colours() -> None:
    image = np.zeros((20, 40, 3), np.uint8)
    labels = np.zeros((20, 40), np.int32)
    labels[2:12, 2:12], labels[2:12, 22:32] = 1, 2
    occluded = Filler(image, labels, Fill.RANDOM, 0).apply([1, 2])
    assert (occluded[2:12, 2:12] != occluded[2:12, 22:32]).any()


def test_the_original_is_never_written_to() -> None:
    image, labels = picture(0)
    before = image.copy()
    filler = Filler(image, labels)
    filler.apply(filler.numbers)
    np.testing.assert_array_equal(filler.apply([]), before)
    np.testing.assert_array_equal(image, before)


@pytest.mark.parametrize("fill", list(Fill))
def test_batches_equal_preprocessed_pictures_bit_by_bit(fill: Fill) -> None:
    image, labels = picture(1)
    filler = Filler(image, labels, fill, 3)
    masks = np.random.default_rng(0).random((20, len(filler.numbers))) < 0.5
    masks[0], masks[1] = False, True
    batch = np.full((20, 3, 45, 61), np.nan, np.float32)
    NetworkInput(filler, preprocess).write(masks, batch)
    for mask, values in zip(masks, batch, strict=True):
        chosen = [number for number, on in zip(filler.numbers, mask, strict=True) if on]
        np.testing.assert_array_equal(filler.apply(mask), filler.apply(chosen))
        np.testing.assert_array_equal(values, preprocess(filler.apply(chosen)))


def test_numbers_with_gaps_and_a_leading_batch_axis() -> None:
    image, labels = picture(1)
    labels[labels == 2] = 40
    filler = Filler(image, labels)
    assert filler.numbers == (1, 3, 4, 5, 6, 40)
    batch = np.empty((1, 3, 45, 61), np.float32)
    mask = np.array([[False, False, False, False, False, True]])
    NetworkInput(filler, lambda picture_: preprocess(picture_)[None]).write(mask, batch)
    np.testing.assert_array_equal(batch[0], preprocess(filler.apply([40])))


def test_wrong_numbers_and_shapes_are_refused() -> None:
    image, labels = picture(0)
    filler = Filler(image, labels)
    with pytest.raises(WrongRequestError, match=r"no feature 7, 9\. The features are 1 to 6"):
        filler.apply([9, 1, 7])
    with pytest.raises(WrongRequestError, match="features are none"):
        Filler(image, np.zeros_like(labels)).apply([1])
    with pytest.raises(WrongRequestError, match="do not belong"):
        Filler(image, labels[:-1])
    with pytest.raises(ValueError, match="one entry for each of 6"):
        filler.apply(np.ones(5, bool))
