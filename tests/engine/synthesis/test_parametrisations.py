"""What a solver moves, against the same image written as sums of waves, in float64."""

import pytest
import torch

from deepintro_desktop.core.specification import ChannelOrder, InputSpecification
from deepintro_desktop.engine.synthesis.parametrisations import Fourier
from deepintro_desktop.engine.synthesis.space import PixelSpace

GREY = InputSpecification(9, 14, 1, ChannelOrder.GRAY, scale=1 / 255, mean=(0.0,), std=(1.0,))
COLOUR = InputSpecification(13, 10, 3, ChannelOrder.BGR, mean=(104.0, 117.0, 123.0))


@pytest.fixture(params=[GREY, COLOUR], ids=["grey", "colour"])
def fourier(request) -> Fourier:
    specification = request.param
    like = torch.zeros((), dtype=torch.float64)
    shape = (specification.channels, specification.height, specification.width)
    return Fourier(PixelSpace.of(specification, like), shape, is_rough=False)


def _coefficients(fourier: Fourier, seed: int, size: float) -> torch.Tensor:
    noise = torch.randn(
        2, *fourier.noise_shape, dtype=torch.float64, generator=torch.Generator().manual_seed(seed)
    )
    return fourier.white(noise) * size


@pytest.mark.parametrize("size", [0.5, 8.0])
def test_the_gradient_that_is_written_out_is_that_of_the_image(fourier, size):
    z = _coefficients(fourier, 1, size).requires_grad_()
    assert torch.autograd.gradcheck(fourier.image, (z,), eps=1e-6, atol=1e-6, rtol=1e-6, nondet_tol=0.0)


def test_the_image_is_the_transform_of_its_coefficients(fourier):
    z = _coefficients(fourier, 2, 3.0)
    way = fourier._way
    spectrum = torch.einsum("ij,njhwp->nihwp", way.colours, z) * way.ahead
    whole = torch.fft.irfft2(torch.view_as_complex(spectrum), s=way.sizes, norm="ortho")
    expected = fourier._space.squashed(whole[..., : way.kept[0], : way.kept[1]])
    torch.testing.assert_close(fourier.image(z), expected, rtol=1e-12, atol=1e-9)


def test_the_gradient_agrees_with_the_one_that_torch_derives(fourier):
    z = _coefficients(fourier, 3, 3.0)
    way = fourier._way
    by_hand, by_torch = z.clone().requires_grad_(), z.clone().requires_grad_()
    spectrum = torch.einsum("ij,njhwp->nihwp", way.colours, by_torch) * way.ahead
    whole = torch.fft.irfft2(torch.view_as_complex(spectrum), s=way.sizes, norm="ortho")
    plain = fourier._space.squashed(whole[..., : way.kept[0], : way.kept[1]])
    weights = torch.randn(plain.shape, dtype=plain.dtype, generator=torch.Generator().manual_seed(4))
    (theirs,) = torch.autograd.grad((plain * weights).sum(), by_torch)
    (ours,) = torch.autograd.grad((fourier.image(by_hand) * weights).sum(), by_hand)
    torch.testing.assert_close(ours, theirs, rtol=1e-9, atol=1e-12)


def test_a_picture_comes_back_from_its_coefficients(fourier):
    y = (
        torch.rand(
            1, fourier.noise_shape[0], *fourier._way.kept, generator=torch.Generator().manual_seed(5)
        ).double()
        - 0.5
    ) * 150
    torch.testing.assert_close(fourier.image(fourier.coefficients(y)), y, rtol=1e-6, atol=1e-6)


def test_steepness_is_the_slope_of_squashing():
    space = PixelSpace.of(COLOUR, torch.zeros((), dtype=torch.float64))
    t = torch.linspace(-500, 500, 30, dtype=torch.float64).view(1, 1, 5, 6).expand(1, 3, 5, 6)
    t = t.clone().requires_grad_()
    y = space.squashed(t)
    (slope,) = torch.autograd.grad(y.sum(), t)
    torch.testing.assert_close(space.steepness(y.detach()), slope, rtol=1e-9, atol=1e-12)
