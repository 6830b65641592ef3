"""Shapley values and interactions against their definitions."""

import numpy as np
import pytest
from engine.analysis.games import interaction_twin, prediction, random_game, shapley_twin, smooth_game

from deepintro_desktop.engine.analysis import analyse, exact_interactions, exact_shapley
from deepintro_desktop.engine.analysis.shapley import ShapleyEstimate, permutation_group


@pytest.mark.parametrize("n", range(1, 8))
def test_exact_values_are_the_definition(n: int) -> None:
    for seed in range(4):
        game = random_game(np.random.default_rng([n, seed]), n)
        result = analyse(game, n, 1, original=game.original)
        assert result.shapley_exact
        np.testing.assert_allclose(result.shapley, shapley_twin(game, 1), rtol=1e-10, atol=1e-13)
        np.testing.assert_allclose(result.interactions, interaction_twin(game, 1), rtol=1e-10, atol=1e-13)
        assert not result.shapley_error.any()


@pytest.mark.parametrize("n", [1, 2, 5, 10])
def test_values_add_up_to_the_whole_change(n: int) -> None:
    p = np.random.default_rng(n).random(2**n)
    np.testing.assert_allclose(exact_shapley(p).sum(), p[0] - p[-1], rtol=1e-10, atol=1e-13)


def test_feature_without_effect_has_no_value_and_no_interactions() -> None:
    p = np.random.default_rng(0).random(16)
    p = np.concatenate([p, p])
    assert abs(exact_shapley(p)[4]) < 1e-14
    assert np.abs(exact_interactions(p)[4]).max() < 1e-14


def test_independent_features_do_not_interact() -> None:
    masks = np.arange(64)
    effects = np.array([0.1, 0.02, 0.3, -0.1, 0.0, 0.05])
    p = 0.9 - ((masks[:, None] >> np.arange(6)) & 1) @ effects
    np.testing.assert_allclose(exact_shapley(p), effects, atol=1e-14)
    assert np.abs(exact_interactions(p)).max() < 1e-14


def test_signs_of_interactions() -> None:
    needs_both = np.array([1.0, 0.0, 0.0, 0.0])
    one_is_enough = np.array([1.0, 1.0, 1.0, 0.0])
    assert exact_interactions(needs_both)[0, 1] == 1.0
    assert exact_interactions(one_is_enough)[0, 1] == -1.0


def test_estimates_agree_with_the_exact_values() -> None:
    """The estimate lies within a few of its own standard errors, and its error shrinks with the budget."""
    n = 13
    inside, shrinks = [], []
    for seed in range(8):
        evaluate = smooth_game(np.random.default_rng(seed), n)
        original = prediction(evaluate(np.zeros((1, n), bool))[0])
        exact = analyse(evaluate, n, 0, original=original, budget=2**n)
        small = analyse(evaluate, n, 0, original=original, budget=500, seed=seed)
        large = analyse(evaluate, n, 0, original=original, budget=3000, seed=seed)
        assert exact.shapley_exact
        assert not large.shapley_exact
        inside.extend(np.abs(large.shapley - exact.shapley) <= 4.0 * large.shapley_error + 1e-9)
        shrinks.append(large.shapley_error.mean() < small.shapley_error.mean())
        off = ~np.eye(n, dtype=bool)
        assert np.corrcoef(large.interactions[off], exact.interactions[off])[0, 1] > 0.7
    assert np.mean(inside) > 0.97
    assert np.mean(shrinks) == 1.0


def test_unknown_values_are_not_a_number() -> None:
    evaluate = smooth_game(np.random.default_rng(0), 20)
    original = prediction(evaluate(np.zeros((1, 20), bool))[0])
    result = analyse(evaluate, 20, 0, original=original, budget=5)
    assert np.isnan(result.shapley).all()
    assert np.isfinite(result.alone).sum() == 3
    assert not result.interactions.diagonal().any()


@pytest.mark.parametrize("n", [2, 3, 4, 5])
def test_estimated_interactions_with_nothing_missing_are_exact(n: int) -> None:
    """With few features the extremes are all there is, or what lies between is sampled completely."""
    rng = np.random.default_rng(n)
    p = rng.random(2**n)
    estimate = ShapleyEstimate(n)
    for turn in range(4000 if n == 5 else 400):
        estimate.add(permutation_group(rng, n, turn), turn, p.__getitem__)
    found = estimate.interactions(dict.fromkeys(range(2**n)), p.__getitem__)
    np.testing.assert_allclose(found, exact_interactions(p), atol=1e-12 if n < 4 else 0.05)
    np.testing.assert_allclose(estimate.values.sum(), p[0] - p[-1], rtol=1e-10)
    assert (np.abs(estimate.values - exact_shapley(p)) <= 5.0 * estimate.errors + 1e-12).all()


def test_thousands_of_features_stay_bearable() -> None:
    n = 1500
    result = analyse(
        lambda masks: np.stack([0.2 + 0.5 * (~masks).mean(axis=1), np.full(len(masks), 0.3)], axis=1),
        n,
        0,
        original=prediction(np.array([0.7, 0.3])),
    )
    assert result.n_evaluated == 2048
    assert result.shapley.shape == (n,)
    assert result.interactions.shape == (n, n)
