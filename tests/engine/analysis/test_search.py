"""The search against brute force over all subsets, complete and under every budget."""

import numpy as np
import pytest
from engine.analysis.games import Game, Truth, prediction, random_game, smooth_game, truth

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.core.results import AnalysisResult, Answer, Certainty
from deepintro_desktop.engine.analysis import DEFAULT_BUDGET, analyse

PROVED = {Certainty.EXACT, Certainty.IMPOSSIBLE}


def check_everything_known(result: AnalysisResult, true: Truth) -> None:
    for answer, expected in (
        (result.largest_change, true.largest_change),
        (result.most_important, true.most_important),
    ):
        assert answer.certainty is (Certainty.EXACT if expected is not None else Certainty.IMPOSSIBLE)
        assert answer.features == (expected or ())
    for answer, size in (
        (result.minimum_to_keep, true.keep_size),
        (result.minimum_to_occlude, true.occlude_size),
    ):
        assert answer.certainty is (Certainty.EXACT if size is not None else Certainty.IMPOSSIBLE)
        assert answer.found == (size is not None)
        assert answer.lower_bound == size
        assert size is None or len(answer.features) == size


def check_no_false_claim(result: AnalysisResult, true: Truth) -> None:
    check_change_claims(result, true)
    check_minimum_claims(result.minimum_to_keep, true.keep_size)
    check_minimum_claims(result.minimum_to_occlude, true.occlude_size)


def check_change_claims(result: AnalysisResult, true: Truth) -> None:
    for answer, expected in (
        (result.largest_change, true.largest_change),
        (result.most_important, true.most_important),
    ):
        if answer.certainty is Certainty.EXACT:
            assert answer.features == expected
        assert answer.certainty is not Certainty.IMPOSSIBLE or expected is None


def check_minimum_claims(answer: Answer, size: int | None) -> None:
    if answer.certainty is Certainty.IMPOSSIBLE:
        assert size is None
        assert answer.lower_bound is None
    else:
        assert size is None or answer.lower_bound <= size
    if answer.found:
        assert size is not None
        assert len(answer.features) >= size
        assert (answer.certainty is Certainty.EXACT) == (answer.lower_bound == len(answer.features))
    if answer.certainty is Certainty.EXACT:
        assert len(answer.features) == size


def check_answers_are_what_the_network_says(result: AnalysisResult, game: Game, target: int) -> None:
    """Whatever is claimed of a set was really said of it."""
    occluded = {
        result.largest_change: result.largest_change.features,
        result.most_important: result.most_important.features,
        result.minimum_to_occlude: result.minimum_to_occlude.features,
        result.minimum_to_keep: set(range(1, game.n + 1)) - set(result.minimum_to_keep.features),
    }
    for answer, numbers in occluded.items():
        if not answer.found:
            continue
        row = game.table[sum(1 << (number - 1) for number in numbers)]
        assert answer.probability == row[target]
        assert (answer.top.index, answer.top.probability) == (int(row.argmax()), row.max())
        assert answer.top.label == f"label {answer.top.index}"
    if result.minimum_to_keep.found:
        assert result.minimum_to_keep.top.index == target
    if result.minimum_to_occlude.found:
        assert result.minimum_to_occlude.top.index != target


@pytest.mark.parametrize("n", range(9))
@pytest.mark.parametrize("rounded", [False, True])
def test_complete_search_gives_the_truth(n: int, rounded: bool) -> None:
    for seed in range(12):
        rng = np.random.default_rng([n, seed, rounded])
        game = random_game(rng, n, rounded=rounded)
        target = int(rng.integers(3))
        result = analyse(game, n, target, original=game.original, seed=seed)
        true = truth(game, target)
        assert result.finished
        assert result.n_evaluated == result.n_subsets == 2**n
        # The empty set is the prediction that is already there, and nothing is asked twice.
        assert game.n_asked == 2**n - 1
        check_everything_known(result, true)
        check_no_false_claim(result, true)
        check_answers_are_what_the_network_says(result, game, target)


@pytest.mark.parametrize("n", range(1, 9))
def test_no_budget_leads_to_a_false_claim(n: int) -> None:
    for seed in range(12):
        rng = np.random.default_rng([n, seed])
        game = random_game(rng, n, rounded=bool(seed % 2))
        target = int(rng.integers(3))
        true = truth(game, target)
        budgets = {1, 2, n + 1, 2 * n + 2, 2**n - 1, *rng.integers(1, 2**n + 1, 6).tolist()}
        for budget in budgets:
            game.n_asked = 0
            result = analyse(game, n, target, original=game.original, seed=seed, budget=budget)
            assert result.n_evaluated == min(budget, 2**n) == game.n_asked + 1
            check_no_false_claim(result, true)
            check_answers_are_what_the_network_says(result, game, target)


def test_partial_results_make_no_false_claim_either() -> None:
    for seed in range(20):
        rng = np.random.default_rng(seed)
        game = random_game(rng, 7)
        true = truth(game, 0)
        partials: list[AnalysisResult] = []
        analyse(game, 7, 0, original=game.original, budget=100, report=Report(on_partial=partials.append))
        assert partials
        for partial in partials:
            assert not partial.finished
            check_no_false_claim(partial, true)
            check_answers_are_what_the_network_says(partial, game, 0)


def test_full_set_alone_proves_nothing() -> None:
    """A pair changes the class although everything occluded does not."""
    table = np.tile([0.9, 0.1], (32, 1))
    table[0b00110] = [0.2, 0.8]
    game = Game(table, 5)
    assert analyse(game, 5, 0, original=game.original).minimum_to_occlude.features == (2, 3)
    little = analyse(game, 5, 0, original=game.original, budget=8).minimum_to_occlude
    assert (little.certainty, little.lower_bound) == (Certainty.NONE_FOUND, 2)


def test_impossible_only_after_all_subsets() -> None:
    table = np.tile([0.9, 0.1], (64, 1))
    game = Game(table, 6)
    almost = analyse(game, 6, 0, original=game.original, budget=63)
    assert almost.minimum_to_occlude.certainty is Certainty.NONE_FOUND
    assert almost.largest_change.certainty is Certainty.NONE_FOUND
    complete = analyse(game, 6, 0, original=game.original)
    assert complete.minimum_to_occlude.certainty is Certainty.IMPOSSIBLE
    assert complete.largest_change.certainty is Certainty.IMPOSSIBLE


def test_target_that_is_not_on_top_needs_nothing_occluded() -> None:
    game = random_game(np.random.default_rng(5), 4)
    target = int(game.table[0].argmin())
    answer = analyse(game, 4, target, original=game.original).minimum_to_occlude
    assert (answer.features, answer.certainty, answer.lower_bound) == ((), Certainty.EXACT, 0)
    assert answer.probability == game.table[0, target]


def test_class_that_needs_no_feature_is_kept_by_none() -> None:
    game = Game(np.tile([0.9, 0.1], (16, 1)), 4)
    answer = analyse(game, 4, 0, original=game.original).minimum_to_keep
    assert (answer.features, answer.certainty, answer.lower_bound) == ((), Certainty.EXACT, 0)


def test_ties_go_to_fewer_features_then_to_lower_numbers() -> None:
    table = np.tile([0.9, 0.1], (16, 1))
    for mask in (0b1111, 0b1100, 0b1010, 0b0110):
        table[mask] = [0.2, 0.8]
    game = Game(table, 4)
    result = analyse(game, 4, 0, original=game.original)
    assert result.largest_change.features == (2, 3)
    assert result.minimum_to_occlude.features == (2, 3)
    assert result.most_important.features == (1,)


def test_single_output_is_on_top_from_one_half_on() -> None:
    table = np.linspace(0.9, 0.1, 8)[:, None]
    game = Game(table, 3)
    result = analyse(game, 3, 0, original=prediction(table[0]))
    assert result.minimum_to_occlude.features == (3,)
    assert result.minimum_to_keep.features == (3,)


def test_no_features() -> None:
    game = random_game(np.random.default_rng(0), 0)
    result = analyse(game, 0, 0, original=game.original)
    assert (result.n_subsets, result.n_evaluated, game.n_asked) == (1, 1, 0)
    assert result.shapley_exact
    assert result.most_important.certainty is Certainty.IMPOSSIBLE
    assert result.shapley.shape == (0,)
    assert result.interactions.shape == (0, 0)


@pytest.mark.parametrize("n", [12, 27, 40, 70])
def test_many_features_within_the_default_budget(n: int) -> None:
    evaluate = smooth_game(np.random.default_rng(n), n)
    original = prediction(evaluate(np.zeros((1, n), bool))[0])
    target = int(original.probabilities.argmax())
    result = analyse(evaluate, n, target, original=original)
    assert result.n_evaluated == DEFAULT_BUDGET
    assert result.n_subsets == 2**n
    assert result.most_important.certainty is Certainty.EXACT
    assert result.minimum_to_occlude.lower_bound >= 2 or result.minimum_to_occlude.certainty in PROVED
    assert result.minimum_to_keep.lower_bound >= 2 or result.minimum_to_keep.certainty in PROVED
    assert np.isfinite(result.shapley).all()
    assert np.isfinite(result.shapley_error).all()
    assert np.isfinite(result.interactions).all() or n > 32
    all_occluded = evaluate(np.ones((1, n), bool))[0, target]
    np.testing.assert_allclose(result.shapley.sum(), original.probabilities[target] - all_occluded, rtol=1e-9)


@pytest.mark.parametrize("n", [9, 10, 11, 12])
def test_budgeted_search_is_close_to_the_truth(n: int) -> None:
    """On well-behaved games a fifth of the subsets finds sets that are at most one feature too large."""
    for seed in range(6):
        evaluate = smooth_game(np.random.default_rng([n, seed]), n)
        original = prediction(evaluate(np.zeros((1, n), bool))[0])
        target = int(original.probabilities.argmax())
        best = analyse(evaluate, n, target, original=original, budget=2**n)
        found = analyse(evaluate, n, target, original=original, budget=2**n // 5)
        for name in ("minimum_to_keep", "minimum_to_occlude"):
            true, quick = getattr(best, name), getattr(found, name)
            if true.found:
                assert quick.found, name
                assert len(quick.features) <= len(true.features) + 1, name
        fall = best.original_probability - best.largest_change.probability
        assert best.original_probability - found.largest_change.probability >= 0.9 * fall


def same(one: AnalysisResult, other: AnalysisResult) -> bool:
    answers = ("largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude", "n_evaluated")
    arrays = ("alone", "shapley", "shapley_error", "interactions")
    return all(getattr(one, name) == getattr(other, name) for name in answers) and all(
        np.array_equal(getattr(one, name), getattr(other, name), equal_nan=True) for name in arrays
    )


def test_repeatable_from_the_seed_whatever_the_batches() -> None:
    evaluate = smooth_game(np.random.default_rng(1), 16)
    original = prediction(evaluate(np.zeros((1, 16), bool))[0])

    class InBatches:
        batch_size = 3

        def __call__(self, masks: np.ndarray) -> np.ndarray:
            return np.concatenate([evaluate(mask[None]) for mask in masks])

    first, second, other = (
        analyse(how, 16, 0, original=original, budget=600, seed=seed)
        for how, seed in ((InBatches(), 7), (InBatches(), 7), (InBatches(), 8))
    )
    assert same(first, second)
    assert not same(first, other)


def test_numbers_of_features_may_have_gaps() -> None:
    game = random_game(np.random.default_rng(3), 3)
    plain = analyse(game, 3, 0, original=game.original)
    named = analyse(game, 3, 0, original=game.original, numbers=(2, 5, 9))
    names = {1: 2, 2: 5, 3: 9}
    assert named.most_important.features == tuple(names[i] for i in plain.most_important.features)
    assert named.largest_change.features == tuple(names[i] for i in plain.largest_change.features)


def test_cancel_stops_within_one_batch() -> None:
    game = random_game(np.random.default_rng(0), 8)
    asked_at_cancel = []

    def is_cancelled() -> bool:
        if game.n_asked >= 40 and not asked_at_cancel:
            asked_at_cancel.append(game.n_asked)
        return bool(asked_at_cancel)

    with pytest.raises(Cancelled):
        analyse(game, 8, 0, original=game.original, report=Report(is_cancelled=is_cancelled))
    assert game.n_asked == asked_at_cancel[0]


def test_progress_rises_to_the_end() -> None:
    game = random_game(np.random.default_rng(0), 6)
    seen: list[float] = []
    analyse(game, 6, 0, original=game.original, report=Report(lambda fraction, _: seen.append(fraction)))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_nonsense_is_refused() -> None:
    game = random_game(np.random.default_rng(0), 2)
    with pytest.raises(WrongRequestError, match="budget of at least 1"):
        analyse(game, 2, 0, original=game.original, budget=0)
    with pytest.raises(WrongRequestError, match="no class 3"):
        analyse(game, 2, 3, original=game.original)
