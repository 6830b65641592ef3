"""What the four cards say, above all in odd cases."""

from dataclasses import replace

import pytest
from support.results import make_analysis, make_picture, make_prediction

from deepintro_desktop.core.results import AnalysisSpread, Answer, AnswerSpread, Certainty
from deepintro_desktop.ui.tabs.occlusion.cards import CardWriter, questions
from deepintro_desktop.ui.widgets.analysis_card import CardKind
from deepintro_desktop.ui.widgets.words import probability_text


def cards_of(result, **values):
    return CardWriter(make_picture(), (), "lynx, catamount", **values).cards(result, None, "")


def answer(features, probability):
    return Answer(features, probability, make_prediction().top[0], Certainty.EXACT, 8)


def test_a_target_that_is_not_on_top_needs_nothing_hidden():
    card = cards_of(replace(make_analysis(), minimum_to_occlude=answer((), 0.0)))[CardKind.MINIMUM_TO_OCCLUDE]
    assert (card.answer, card.detail) == ("Not on top anyway", "nothing needs to be hidden")
    assert not card.clickable


def test_nothing_has_to_stay_is_said_and_shown():
    result = replace(make_analysis(), minimum_to_keep=answer((), 0.149))
    hidden = make_picture(5)
    card = cards_of(result, all_hidden_hwc_u8=hidden)[CardKind.MINIMUM_TO_KEEP]
    assert (card.answer, card.detail) == ("lynx stays on top, 0.149", "even with all 3 hidden")
    assert card.image_hwc_u8 is hidden
    assert card.clickable


def test_one_feature_is_not_called_all_of_them():
    result = replace(make_analysis(1), largest_change=answer((1,), 0.1), minimum_to_keep=answer((), 0.7))
    cards = cards_of(result)
    largest = cards[CardKind.LARGEST_CHANGE]
    assert (largest.answer, largest.detail) == ("0.800 → 0.100", "without it")
    assert cards[CardKind.MOST_IMPORTANT].detail == "the only one"
    assert cards[CardKind.MINIMUM_TO_KEEP].detail == "even with it hidden"


def test_small_probabilities_are_never_zero():
    assert [probability_text(value) for value in (0.0, 1e-7, 0.00099, 0.0012)] == [
        "0.000", "< 0.001", "< 0.001", "0.001",
    ]  # fmt: skip
    result = replace(make_analysis(), original_probability=8.4e-5, most_important=answer((2,), 2.13e-5))
    assert cards_of(result)[CardKind.MOST_IMPORTANT].answer == "8.4e-05 → 2.1e-05 without 2"


@pytest.mark.parametrize("kind", list(CardKind))
def test_every_card_asks_something(kind):
    assert questions()[kind].endswith("?")


def spread_of(**answers):
    whole = dict.fromkeys(
        ("largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude"),
        AnswerSpread(9, 0.021, 0.132),
    )
    return AnalysisSpread(tuple(("blur", seed) for seed in range(10)), **{**whole, **answers})


def test_a_card_says_how_often_its_answer_holds():
    assert cards_of(make_analysis())[CardKind.MOST_IMPORTANT].spread == ""
    cards = cards_of(replace(make_analysis(), spread=spread_of(minimum_to_occlude=None)))
    assert cards[CardKind.MOST_IMPORTANT].spread == "holds in 9 of 10, 0.021–0.132"
    assert cards[CardKind.MINIMUM_TO_OCCLUDE].spread == ""


def test_a_range_without_width_is_one_number():
    same = spread_of(minimum_to_keep=AnswerSpread(10, 0.50001, 0.50002))
    card = cards_of(replace(make_analysis(), spread=same))[CardKind.MINIMUM_TO_KEEP]
    assert card.spread == "holds in 10 of 10, 0.500"
