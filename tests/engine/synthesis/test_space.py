"""Pixels that people see, centred pixels, and the network's input."""

import numpy as np
import pytest
import torch

from deepintro_desktop.core.specification import ChannelOrder, InputSpecification
from deepintro_desktop.engine.synthesis.space import PixelSpace
from deepintro_desktop.imaging import to_network

GREY = InputSpecification(16, 16, 1, ChannelOrder.GRAY, scale=1 / 255, mean=(0.0,), std=(1.0,))


def test_the_input_of_the_network_is_that_of_its_pictures(specification, picture):
    space = PixelSpace.of(specification)
    x = torch.from_numpy(to_network(picture, specification)[None])
    y = space.from_network(x)
    np.testing.assert_allclose(space.to_network(y).numpy(), x.numpy(), rtol=1e-5, atol=1e-5)
    np.testing.assert_array_equal(space.to_hwc_u8(y)[0], picture)
    assert space.middle.flatten().tolist() == pytest.approx([0.8 * 128, 0.9 * 128, 128.0])


def test_without_a_mean_the_middle_is_mid_grey():
    space = PixelSpace.of(GREY)
    assert space.middle.item() == 127.5
    assert space.to_hwc_u8(torch.zeros(2, 1, 4, 4)).shape == (2, 4, 4, 1)
    assert space.to_network(torch.zeros(1, 1, 4, 4)).unique().item() == pytest.approx(0.5)


def test_squashed_pixels_can_be_shown_and_come_back(specification):
    space = PixelSpace.of(specification)
    t = torch.linspace(-600, 600, 101).expand(1, 3, 1, 101)
    y = space.squashed(t)
    assert torch.equal(space.shown(y), y)
    near = t.abs() < 100
    torch.testing.assert_close(space.unsquashed(y)[near], t[near], rtol=1e-3, atol=1e-2)
    assert float(space.squashed(torch.zeros(1, 3, 1, 1)).abs().max()) < 1e-3


def test_bytes_are_the_nearest(specification):
    space = PixelSpace.of(GREY)
    y = torch.tensor([-200.0, -127.5, 0.4, 127.4, 300.0]).view(1, 1, 1, 5)
    assert space.to_hwc_u8(y).flatten().tolist() == [0, 0, 128, 255, 255]
