"""Forms and the answers to them."""

import pytest

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.feedback import MAX_TEXT, QuestionKind, checked_answers
from deepintro_desktop.core.feedback_forms import ANALYSIS, FORMS, GENERAL, question_ids


def test_questions_of_one_id_are_the_same_question():
    found = {}
    for form in FORMS.values():
        ids = [question.id for question in form.questions]
        assert len(set(ids)) == len(ids)
        for question in form.questions:
            assert found.setdefault(question.id, question) == question
    assert set(question_ids()) == set(found)


def test_questions_have_what_their_kind_needs():
    for form in FORMS.values():
        for question in form.questions:
            ids = [option.id for option in question.options]
            assert bool(ids) == (question.kind in (QuestionKind.CHECKS, QuestionKind.CHOICE))
            assert len(set(ids)) == len(ids)
            assert all(question.ends) == (question.kind is QuestionKind.SCALE)


def test_every_kind_of_question_is_asked_about_an_analysis():
    assert {question.kind for question in ANALYSIS.questions} == set(QuestionKind)


def test_ids_are_those_of_earlier_exports():
    assert [question.id for question in GENERAL.questions] == [
        "profession", "field", "network_experience", "purpose", "ease", "understanding", "usefulness",
        "helpful_tools", "trust_change", "missing", "remarks", "participant",
    ]  # fmt: skip
    assert [question.id for question in ANALYSIS.questions] == [
        "network_right", "features_sense", "features_match", "features_problems", "numbers_understood",
        "answers_clear", "trust", "trust_change", "surprise", "remarks", "participant",
    ]  # fmt: skip


def test_answers_are_kept_in_the_forms_order_without_those_that_say_nothing():
    given = {
        "remarks": "  two\nlines  ",
        "features_problems": ["edges", "missing"],
        "answers_clear": [],
        "network_right": "",
        "trust": 5,
        "participant": "  P \n 7 ",
    }
    assert checked_answers(ANALYSIS, given) == {
        "features_problems": ("missing", "edges"),
        "trust": 5,
        "remarks": "two\nlines",
        "participant": "P 7",
    }
    assert list(checked_answers(ANALYSIS, given)) == ["features_problems", "trust", "remarks", "participant"]


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({}, "empty"),
        ({"remarks": " \n", "features_problems": ()}, "empty"),
        ({"shoe_size": 43}, "no question shoe_size"),
        ({"trust": 0}, "no answer 0"),
        ({"trust": 6}, "no answer 6"),
        ({"trust": True}, "no answer True"),
        ({"trust": 2.0}, "no answer 2.0"),
        ({"network_right": "perhaps"}, "no answer 'perhaps'"),
        ({"network_right": ("right",)}, "no answer"),
        ({"features_problems": ["missing", "green"]}, "no answer"),
        ({"remarks": 3}, "no answer 3"),
        ({"remarks": "x" * (MAX_TEXT + 1)}, f"{MAX_TEXT + 1} characters"),
    ],
)
def test_answers_that_do_not_fit_are_refused(answers, says):
    with pytest.raises(WrongRequestError) as refused:
        checked_answers(ANALYSIS, answers)
    assert says in str(refused.value)


def test_half_characters_and_nulls_can_be_kept_all_the_same():
    assert checked_answers(ANALYSIS, {"remarks": "a\ud800b\0c 😀"}) == {"remarks": "a\ufffdbc 😀"}
