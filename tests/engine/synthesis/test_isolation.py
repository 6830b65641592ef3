"""A feature without its surroundings."""

import pytest
import torch

from deepintro_desktop.core.synthesis import Isolation
from deepintro_desktop.engine.synthesis.isolation import isolated


@pytest.fixture
def pixels():
    return torch.rand(1, 3, 20, 30, generator=torch.Generator().manual_seed(1)) * 100 + 300


BOX = (4, 3, 12, 9)


def test_in_place_only_the_box_stays(pixels):
    found = isolated(pixels, BOX, Isolation.IN_PLACE, 7)
    assert torch.equal(found[:, :, 3:9, 4:12], pixels[:, :, 3:9, 4:12])
    found[:, :, 3:9, 4:12] = 0
    assert 0 <= float(found.min()) <= float(found.max()) <= 255
    assert not torch.equal(isolated(pixels, BOX, Isolation.IN_PLACE, 8)[..., 0], found[..., 0])


def test_centred_the_box_is_in_the_middle(pixels):
    found = isolated(pixels, BOX, Isolation.CENTRED, 7)
    assert torch.equal(found[:, :, 7:13, 11:19], pixels[:, :, 3:9, 4:12])
    assert int((found > 255).sum()) == 3 * 6 * 8


def test_resized_the_box_fills_the_picture():
    ramp = torch.arange(30.0).expand(1, 1, 20, 30)
    found = isolated(ramp, (10, 5, 20, 15), Isolation.RESIZED, 0)
    assert found.shape == ramp.shape
    assert 10 <= float(found.min()) < 11
    assert 18 < float(found.max()) <= 19
    assert bool((found.diff(dim=3) >= 0).all())


def test_a_box_that_leaves_the_picture_is_cut(pixels):
    found = isolated(pixels, (25, 15, 99, 99), Isolation.IN_PLACE, 7)
    assert torch.equal(found[:, :, 15:, 25:], pixels[:, :, 15:, 25:])
    everything = isolated(pixels, (-5, -5, 99, 99), Isolation.CENTRED, 7)
    assert torch.equal(everything, pixels)


@pytest.mark.parametrize("how", [Isolation.IN_PLACE, Isolation.CENTRED, Isolation.RESIZED])
def test_an_empty_box_is_one_pixel(pixels, how):
    assert isolated(pixels, (29, 19, 29, 19), how, 7).shape == pixels.shape


def test_without_a_box_the_picture_stays(pixels):
    assert isolated(pixels, None, Isolation.IN_PLACE, 7) is pixels
    assert isolated(pixels, BOX, Isolation.WHOLE, 7) is pixels
