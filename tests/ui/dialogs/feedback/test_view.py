"""Forms that people fill in, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from support.feedback import FULL, make_feedback
from support.stage import Stage

from deepintro_desktop.core.feedback import QuestionKind
from deepintro_desktop.core.feedback_forms import ANALYSIS, FORMS, GENERAL
from deepintro_desktop.ui.dialogs.feedback.questions import make_field
from deepintro_desktop.ui.dialogs.feedback.view import FeedbackDialog, GivenFeedbackDialog


@pytest.fixture
def stage(stage):
    stage.open_sample()
    return stage


def _top(stage, kind):
    return [one for one in stage.window.findChildren(kind) if one.isVisible()][-1]


def _open(stage, name, kind=FeedbackDialog):
    stage.window.actions_by_name[name].trigger()
    stage.live()
    return _top(stage, kind)


@pytest.mark.parametrize("question", [one for form in FORMS.values() for one in form.questions])
def test_every_question_shows_takes_and_forgets_answers(theme, qtbot, question):
    answer = {
        QuestionKind.CHECKS: lambda: (question.options[-1].id,),
        QuestionKind.CHOICE: lambda: question.options[1].id,
        QuestionKind.SCALE: lambda: 2,
        QuestionKind.TEXT: lambda: "two\nlines",
        QuestionKind.LINE: lambda: "a line",
    }[question.kind]()
    parent = QWidget()
    qtbot.addWidget(parent)
    field = make_field(theme, question, parent)
    heard = []
    field.answered.connect(lambda *values: heard.append(values))
    field.set_answer(answer)
    field.forget()
    field.set_answer(answer)
    assert heard == []
    field.clear.click()
    assert heard == [(question.id, None)]


def test_a_scale_means_nothing_until_it_is_touched(theme, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    field = make_field(theme, next(one for one in ANALYSIS.questions if one.id == "trust"), parent)
    parent.show()
    heard = []
    field.answered.connect(lambda *values: heard.append(values))
    assert field.value.text() == "no answer"
    field.slider.sliderPressed.emit()
    assert (heard, field.value.text()) == ([("trust", 3)], "3 of 5")
    qtbot.keyClick(field.slider, Qt.Key.Key_Right)
    assert heard[-1] == ("trust", 4)


def test_the_form_about_the_program_is_kept(stage):
    dialog = _open(stage, "feedback")
    assert list(dialog.fields) == [question.id for question in GENERAL.questions]
    assert not dialog.accept_button.isEnabled()
    assert any("Nothing is sent" in label.text() for label in dialog.findChildren(QLabel))
    dialog.fields["profession"].buttons["physician"].click()
    dialog.fields["purpose"].buttons["teach"].click()
    dialog.fields["ease"].slider.setValue(5)
    dialog.fields["remarks"].edit.setPlainText("fine")
    dialog.fields["field"].edit.setText("radiology")
    assert dialog.accept_button.isEnabled()
    dialog.accept()
    stage.live()
    assert not any(one.isVisible() for one in stage.window.findChildren(FeedbackDialog))
    (one,) = stage.library.feedback.entries
    assert dict(one.answers) == {
        "profession": "physician",
        "field": "radiology",
        "purpose": ("teach",),
        "ease": 5,
        "remarks": "fine",
    }


def test_what_was_written_survives_a_full_disk(stage):
    dialog = _open(stage, "feedback")
    dialog.fields["remarks"].edit.setPlainText("long thoughts")
    stage.library.feedback.failure = FULL
    dialog.accept()
    stage.live()
    assert dialog.isVisible()
    assert "The disk is full" in dialog.trouble.text()
    assert dialog.fields["remarks"].edit.toPlainText() == "long thoughts"
    stage.library.feedback.failure = None
    dialog.accept()
    stage.live()
    assert stage.library.feedback.entries[0].answers["remarks"] == "long thoughts"


def test_escape_asks_before_answers_are_lost(stage, qtbot):
    dialog = _open(stage, "feedback")
    dialog.fields["remarks"].edit.setPlainText("long thoughts")
    stage.prompter.confirms = False
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    assert [title for title, _ in stage.prompter.asked] == ["Discard what you answered?"] * 2
    stage.prompter.confirms = True
    dialog.reject()
    assert not dialog.isVisible()


def test_a_library_that_can_only_be_read_takes_nothing(stage):
    stage.library.notice = "Another window has it open."
    dialog = _open(stage, "feedback")
    dialog.fields["remarks"].edit.setPlainText("long thoughts")
    assert "can only be read" in dialog.trouble.text()
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_feedback_about_an_analysis_needs_features(theme, qtbot):
    stage = Stage(theme, n_features=3)
    qtbot.addWidget(stage.window)
    action = stage.window.actions_by_name["feedback_analysis"]
    assert not action.isEnabled()
    stage.open_sample()
    assert action.isEnabled()


def test_the_link_below_the_cards_comes_with_the_analysis_where_there_is_room(stage):
    stage.window.resize(1440, 900)
    stage.window.show()
    stage.live()
    link = stage.tab.side.feedback
    assert not link.isVisible()
    stage.tab.analyse()
    stage.live()
    assert link.isVisible()
    link.click()
    stage.live()
    dialog = _top(stage, FeedbackDialog)
    assert stage.library.feedback.described[-1].is_analysed
    assert "tabby in cat.jpg" in dialog.about.text()
    dialog.reject()
    stage.window.resize(1100, 700)
    stage.live()
    assert not link.isVisible()


def test_given_feedback_is_listed_changed_and_removed(stage):
    stage.library.feedback.entries = [make_feedback("f2", trust=4), make_feedback("f1", "general", ease=1)]
    given = _open(stage, "feedback_given", GivenFeedbackDialog)
    assert given.list.count() == 2
    assert "4 of 5" in given.details.toPlainText()
    given.change.click()
    stage.live()
    form = _top(stage, FeedbackDialog)
    assert form.fields["trust"].value.text() == "4 of 5"
    form.fields["trust"].slider.setValue(1)
    form.accept()
    stage.live()
    again = _top(stage, GivenFeedbackDialog)
    assert "1 of 5" in again.details.toPlainText()
    again.list.setCurrentRow(1)
    again.remove.click()
    stage.live()
    assert [one.id for one in stage.library.feedback.entries] == ["f2"]
    assert again.list.count() == 1
    again.reject()


def test_where_nothing_was_given_that_is_said(stage):
    given = _open(stage, "feedback_given", GivenFeedbackDialog)
    assert not given.list.isVisible()
    assert any("No feedback has been given yet" in label.text() for label in given.findChildren(QLabel))
    given.reject()
