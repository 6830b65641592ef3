"""Numbers in words: never more certain than they are."""

import pytest
from support.results import make_analysis

from deepintro_desktop.core.results import Answer, Certainty
from deepintro_desktop.reports import words


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0.0 %"),
        (1e-9, "< 0.1 %"),
        (0.0004, "< 0.1 %"),
        (0.001, "0.1 %"),
        (0.1234, "12.3 %"),
        (0.9994, "99.9 %"),
        (0.99999, "> 99.9 %"),
        (1.0, "100.0 %"),
        (-0.05, "−5.0 %"),
    ],
)
def test_shares_are_not_rounded_to_certainty(share, text):
    assert words.percent(share).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("difference", "text"),
    [(0.0, "0.0"), (0.0001, "0.0"), (-0.0001, "0.0"), (0.1, "+10.0"), (-0.25, "−25.0")],
)
def test_changes_have_a_sign(difference, text):
    assert words.change(difference) == text


@pytest.mark.parametrize(
    ("certainty", "beginning"),
    [
        (Certainty.EXACT, "exact"),
        (Certainty.BEST_FOUND, "best of 12 sets"),
        (Certainty.NONE_FOUND, "none found among 12"),
        (Certainty.IMPOSSIBLE, "impossible"),
    ],
)
def test_every_certainty_has_words(certainty, beginning):
    answer = Answer((1,), 0.5, None, certainty, 12, 2)
    assert words.certainty(answer).startswith(beginning)
    assert ("fewer than 2" in words.certainty(answer)) == (certainty is Certainty.BEST_FOUND)


def test_what_is_kept_is_not_what_is_occluded():
    answer = make_analysis().most_important
    assert words.answer_set("minimum_to_occlude", answer).startswith("occlude")
    assert words.answer_set("minimum_to_keep", answer).startswith("keep")
