"""Every linear rule against its slow twin: all shapes of linear nodes, either sign of input, odd neurons."""

import numpy as np
import pytest
import torch
from engine.relevance import twins
from engine.relevance.sites import CONTRACTIONS, LINEAR_SHAPES, LinearSite, linear_site

from deepintro_desktop.engine.relevance import passes, rules
from deepintro_desktop.engine.relevance.rules import BiasOnly

SHAPES = [*LINEAR_SHAPES, *CONTRACTIONS, "dense", "transposed"]
SIGNS = pytest.mark.parametrize("signed", [False, True], ids=["not negative", "signed"])


@pytest.fixture(params=SHAPES)
def shape(request):
    return request.param


def agree(found, wanted, tolerance=1e-10):
    scale = np.abs(wanted).max()
    assert scale > 0
    np.testing.assert_allclose(found.double().numpy(), wanted, rtol=0, atol=tolerance * scale)


@SIGNS
@pytest.mark.parametrize(("alpha", "beta"), [(2.0, 1.0), (1.0, 0.0), (1.5, 0.5)])
def test_alpha_beta_agrees_with_its_twin(shape, signed, alpha, beta):
    site = linear_site(shape, signed)
    passed = site.run(rules.alpha_beta(alpha, beta))
    agree(passed.relevance[0], site.twin(twins.alpha_beta_rule, alpha, beta, site.reach))
    assert passed.n_bias_only.item() > 0
    lost = passed.losses.get("padding", torch.zeros(1))
    whole = site.relevance.sum()
    torch.testing.assert_close(passed.relevance[0].sum() + lost[0], whole, rtol=1e-10, atol=1e-10)


@SIGNS
def test_dropped_relevance_of_bias_only_neurons_is_booked(shape, signed):
    site = linear_site(shape, signed)
    passed = site.run(rules.alpha_beta(bias_only=BiasOnly.DROP))
    agree(passed.relevance[0], site.twin(twins.alpha_beta_rule, 2.0, 1.0, site.reach, spreads=False))
    lost = site.relevance.sum() - passed.relevance[0].sum()
    torch.testing.assert_close(passed.losses["bias-only"][0], lost, rtol=1e-10, atol=1e-10)


@SIGNS
def test_sign_aware_alpha_beta_agrees_with_its_twin(shape, signed):
    site = linear_site(shape, signed)
    found = site.run(rules.alpha_beta(signed=True)).relevance[0]
    agree(found, site.twin(twins.alpha_beta_rule, 2.0, 1.0, site.reach, signed=True))


@SIGNS
def test_alpha_beta_in_single_precision_stays_close(shape, signed):
    site = linear_site(shape, signed, dtype=torch.float32)
    passed = site.run(rules.alpha_beta())
    assert passed.relevance[0].dtype == torch.float32
    agree(passed.relevance[0], site.twin(twins.alpha_beta_rule, 2.0, 1.0, site.reach), tolerance=2e-5)


@SIGNS
def test_textbook_alpha_beta_agrees_with_its_twin(shape, signed):
    site = linear_site(shape, signed)
    passed = site.run(rules.alpha_beta_strict(stabilizer=1e-3))
    agree(passed.relevance[0], site.twin(twins.alpha_beta_textbook, 2.0, 1.0, 1e-3))
    _books_balance(site, passed)


@SIGNS
@pytest.mark.parametrize("epsilon", [1e-6, 0.1])
def test_epsilon_agrees_with_its_twin(shape, signed, epsilon):
    site = linear_site(shape, signed)
    passed = site.run(rules.epsilon(epsilon))
    agree(passed.relevance[0], site.twin(twins.epsilon_rule, epsilon), tolerance=1e-9)
    _books_balance(site, passed)


@SIGNS
def test_z_plus_agrees_with_its_twin(shape, signed):
    site = linear_site(shape, signed)
    passed = site.run(rules.z_plus())
    agree(passed.relevance[0], site.twin(twins.z_plus_rule))
    _books_balance(site, passed)
    assert "no positive part" in passed.losses


@SIGNS
def test_gamma_agrees_with_its_twin(shape, signed):
    site = linear_site(shape, signed)
    passed = site.run(rules.gamma(0.25))
    agree(passed.relevance[0], site.twin(twins.gamma_rule, 0.25))
    _books_balance(site, passed)


@SIGNS
def test_gamma_with_bias_agrees_with_its_twin(shape, signed):
    site = linear_site(shape, signed)
    passed = site.run(rules.gamma_strict(0.5, 1e-6))
    agree(passed.relevance[0], site.twin(twins.gamma_rule, 0.5, 1e-6, keeps_bias=True))
    _books_balance(site, passed)


def test_w_square_agrees_with_its_twin(shape):
    site = linear_site(shape, signed=True)
    passed = site.run(rules.w_square())
    agree(passed.relevance[0], site.twin(twins.w_square_rule))
    _books_balance(site, passed)


def test_flat_agrees_with_its_twin(shape):
    site = linear_site(shape, signed=True)
    passed = site.run(rules.flat())
    x, _, relevance = site.twin_inputs
    agree(passed.relevance[0], twins.flat_rule(site.reach, x, relevance).reshape(site.x.shape))
    _books_balance(site, passed)


@SIGNS
@pytest.mark.parametrize(
    "rule", [rules.alpha_beta(), rules.gamma(), rules.alpha_beta(1.0, 0.0), rules.epsilon()]
)
def test_large_matrices_give_the_same_without_copies(monkeypatch, signed, rule):
    site = linear_site("dense", signed)
    wanted = site.run(rule).relevance[0]
    monkeypatch.setattr(passes, "_N_STREAMED", 0)
    monkeypatch.setattr(passes, "_N_PER_THREAD", 24)
    agree(site.run(rule).relevance[0], wanted.numpy())


def test_a_denominator_that_rounding_could_decide_is_computed_exactly():
    """A wide neuron whose negative part is tiny must not be taken from z − b − z⁺."""
    site = LinearSite("wide", signed=False, dtype=torch.float32, dead_rows=False)
    weight = site.linear.weight
    weight.copy_(weight.abs())
    weight[:, :, 0, 0] *= -1e-7
    site.values = site.graph.run(site.values[site.graph.input_name], keep="all")
    site.x, site.z = site.values[site.node.inputs[0]], site.values[site.node.outputs[0]]
    site.linear = site.graph.linear_map(site.node, site.values)
    site._matrices()
    agree(
        site.run(rules.alpha_beta()).relevance[0],
        site.twin(twins.alpha_beta_rule, 2.0, 1.0, site.reach),
        tolerance=2e-5,
    )


def _books_balance(site, passed):
    lost = sum(passed.losses.values(), start=torch.zeros(1))
    scale = max(site.relevance.abs().sum(), passed.relevance[0].abs().sum())
    assert abs(site.relevance.sum() - passed.relevance[0].sum() - lost.sum()) <= 1e-10 * scale
