"""What a form decides: when answers can be kept, and that none is lost by accident."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from support.fake_jobs import FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder
from support.feedback import FULL, make_feedback, make_subject

from deepintro_desktop.core.feedback_forms import ANALYSIS
from deepintro_desktop.ui.dialogs.feedback.presenter import FormPresenter
from deepintro_desktop.ui.presenters.collection import Services


@dataclass
class Desk:
    """A form on fakes."""

    view: Recorder = field(default_factory=Recorder)
    runner: FakeRunner = field(default_factory=FakeRunner)
    notifier: FakeNotifier = field(default_factory=FakeNotifier)
    prompter: FakePrompter = field(default_factory=FakePrompter)
    n_closed: int = 0

    def open(self, **more: Any) -> FormPresenter:
        services = Services(self.runner, self.notifier, self.prompter, FakeSettings())
        self.form = FormPresenter(services, ANALYSIS, closed=self._close, **more)
        self.form.start(self.view)
        return self.form

    def _close(self) -> None:
        self.n_closed += 1

    @property
    def can_keep(self) -> bool:
        return self.view.last("allow")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_form_opens_with_what_it_is_about_and_nothing_to_keep(desk: Desk) -> None:
    desk.open(about=make_subject())
    form, answers, about = desk.view.last("open_dialog")
    assert (form, answers) == (ANALYSIS, {})
    assert about == "tabby in cat.jpg, seen by ResNet-50; LRP ε"
    assert not desk.can_keep


def test_what_was_answered_is_kept_with_its_subject(desk: Desk) -> None:
    form = desk.open(about=make_subject())
    form.answer("trust", 4)
    form.answer("surprise", "x")
    form.answer("surprise", None)
    assert desk.can_keep
    form.keep()
    assert not desk.can_keep
    job = desk.runner.last("keep_feedback")
    assert (job.request.form, job.request.answers, job.request.id) == ("analysis", {"trust": 4}, "")
    assert job.request.about == make_subject()
    job.succeed(make_feedback())
    assert desk.n_closed == 1
    assert desk.view.count("close_dialog") == 1
    assert desk.notifier.messages[-1][1] == "Thank you"


def test_blank_words_are_nothing_to_keep(desk: Desk) -> None:
    form = desk.open()
    form.answer("remarks", "  \n")
    form.answer("features_problems", ())
    assert not desk.can_keep
    form.keep()
    assert desk.runner.count("keep_feedback") == 0


def test_words_that_are_too_long_can_be_tried_and_are_not_lost(desk: Desk) -> None:
    form = desk.open()
    form.answer("remarks", "x" * 30_000)
    assert desk.can_keep
    form.close()
    assert desk.prompter.asked[-1][0] == "Discard what you answered?"


def test_a_full_disk_leaves_everything_where_it_is(desk: Desk) -> None:
    form = desk.open()
    form.answer("remarks", "long thoughts")
    form.keep()
    desk.runner.last("keep_feedback").fail(FULL)
    assert "The disk is full." in desk.view.last("show_trouble")
    assert "What you wrote is still here." in desk.view.last("show_trouble")
    assert desk.view.count("close_dialog") == 0
    assert desk.can_keep
    form.keep()
    assert desk.view.last("show_trouble") == ""
    assert desk.runner.last("keep_feedback").request.answers == {"remarks": "long thoughts"}


def test_a_stopped_job_lets_one_try_again(desk: Desk) -> None:
    form = desk.open()
    form.answer("trust", 1)
    form.keep()
    desk.runner.last("keep_feedback").stop()
    assert desk.can_keep


def test_a_library_that_can_only_be_read_is_said_at_once(desk: Desk) -> None:
    form = desk.open()
    desk.runner.last("library_notice").succeed("Another window has it open.")
    assert "can only be read" in desk.view.last("show_trouble")
    assert "Another window has it open." in desk.view.last("show_trouble")
    form.answer("trust", 1)
    assert not desk.can_keep


def test_closing_an_untouched_form_asks_nothing(desk: Desk) -> None:
    form = desk.open()
    form.answer("trust", 3)
    form.answer("trust", None)
    form.close()
    assert desk.prompter.asked == []
    assert desk.n_closed == 1


def test_closing_asks_before_answers_are_lost(desk: Desk) -> None:
    desk.prompter.confirms = False
    form = desk.open()
    form.answer("trust", 3)
    form.close()
    assert desk.n_closed == 0
    desk.prompter.confirms = True
    form.close()
    assert desk.n_closed == 1


def test_a_form_does_not_close_while_it_is_kept(desk: Desk) -> None:
    form = desk.open()
    form.answer("trust", 3)
    form.keep()
    form.close()
    assert desk.n_closed == 0
    assert desk.prompter.asked == []


def test_given_feedback_is_changed_in_place(desk: Desk) -> None:
    given = replace(make_feedback("f7", trust=2), answers={"trust": 2, "of_yesterday": "x"})
    form = desk.open(about=given.about, given=given)
    assert desk.view.last("open_dialog")[1] == {"trust": 2}
    form.close()
    assert desk.prompter.asked == []
    form.answer("trust", 5)
    form.keep()
    request = desk.runner.last("keep_feedback").request
    assert (request.id, request.answers) == ("f7", {"trust": 5})
