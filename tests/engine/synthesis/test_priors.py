"""Priors beside loops in double precision."""

import numpy as np
import pytest
import torch

from deepintro_desktop.engine.synthesis.priors import Priors, norm, variation


@pytest.fixture
def y():
    return torch.randn(2, 3, 5, 7, generator=torch.Generator().manual_seed(1), dtype=torch.float64) * 40


def _norm_twin(y, b, alpha):
    n, _, height, width = y.shape
    total = np.zeros(n)
    for i in range(n):
        for v in range(height):
            for u in range(width):
                total[i] += (y[i, :, v, u] ** 2).sum() ** (alpha / 2)
    return total / (height * width * b**alpha)


def _variation_twin(y, v_usual, beta):
    n, channels, height, width = y.shape
    total = np.zeros(n)
    for i, k, v, u in np.ndindex(n, channels, height, width):
        right = y[i, k, v, u + 1] - y[i, k, v, u] if u + 1 < width else 0.0
        down = y[i, k, v + 1, u] - y[i, k, v, u] if v + 1 < height else 0.0
        total[i] += (right**2 + down**2) ** (beta / 2)
    return total / (height * width * v_usual**beta)


@pytest.mark.parametrize("alpha", [2.0, 6.0])
def test_the_norm_is_that_of_the_source(y, alpha):
    np.testing.assert_allclose(norm(y, 80.0, alpha).numpy(), _norm_twin(y.numpy(), 80.0, alpha), rtol=1e-12)


@pytest.mark.parametrize("beta", [1.0, 1.5, 2.0])
def test_the_variation_is_that_of_the_source(y, beta):
    np.testing.assert_allclose(
        variation(y, 12.3, beta).numpy(), _variation_twin(y.numpy(), 12.3, beta), rtol=1e-12
    )


@pytest.mark.parametrize("beta", [1.0, 2.0])
def test_flat_pictures_have_a_finite_gradient(beta):
    y = torch.zeros(1, 3, 5, 7, dtype=torch.float64, requires_grad=True)
    (gradient,) = torch.autograd.grad(variation(y, 12.3, beta).sum(), y)
    assert not gradient.any()


@pytest.mark.parametrize("beta", [1.0, 2.0])
def test_gradients_are_those_of_finite_differences(y, beta):
    priors = Priors(80.0, 12.3, beta=beta, distance_weight=0.7)
    original = torch.randn(1, 3, 5, 7, generator=torch.Generator().manual_seed(2), dtype=torch.float64)
    assert torch.autograd.gradcheck(lambda values: priors(values, original), y.requires_grad_())


def test_the_distance_is_the_mean_square_in_units_of_the_norm(y):
    plain, with_distance = Priors(80.0, 12.3), Priors(80.0, 12.3, distance_weight=2.0)
    expected = 2.0 * (y.numpy() ** 2).sum(1).mean((1, 2)) / 80.0**2
    gap = with_distance(y, torch.zeros_like(y[:1])) - plain(y)
    np.testing.assert_allclose(gap.numpy(), expected, rtol=1e-10)


def test_far_pixels_are_pulled_to_the_bound_and_near_ones_stay(y):
    bounded = Priors(80.0, 12.3, norm_bound=50.0).bounded(y)
    norms, before = bounded.norm(dim=1), y.norm(dim=1)
    assert float(norms.max()) <= 50.0 * (1 + 1e-12)
    assert torch.equal(bounded.norm(dim=1)[before < 50], before[before < 50])
    assert 0 < int((before < 50).sum()) < before.numel()
