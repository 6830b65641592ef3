"""The list of given feedback: read, change, remove, export."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from support.fake_jobs import REFUSAL, FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder
from support.feedback import make_feedback

from deepintro_desktop.core.feedback import ExportedFeedback, Feedback, FeedbackFormat
from deepintro_desktop.ui.dialogs.feedback.given import GivenPresenter
from deepintro_desktop.ui.dialogs.feedback.words import details_of, gone_lines, line_of
from deepintro_desktop.ui.presenters.collection import Services


@dataclass
class Desk:
    """The list on fakes."""

    view: Recorder = field(default_factory=Recorder)
    runner: FakeRunner = field(default_factory=FakeRunner)
    notifier: FakeNotifier = field(default_factory=FakeNotifier)
    prompter: FakePrompter = field(default_factory=FakePrompter)
    changed: list[Feedback] = field(default_factory=list)

    def __post_init__(self) -> None:
        services = Services(self.runner, self.notifier, self.prompter, FakeSettings())
        self.given = GivenPresenter(services, self.changed.append)
        self.given.start(self.view)

    def list(self, *entries: Feedback) -> None:
        self.runner.last("list_feedback").succeed(entries)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_newest_is_shown_first(desk: Desk) -> None:
    desk.list(make_feedback("f2", trust=4), make_feedback("f1", "general", ease=1))
    lines = desk.view.last("show_lines")
    assert [line.id for line in lines] == ["f2", "f1"]
    assert (lines[0].title, lines[0].text) == ("Feedback about this analysis", "3 Nov 2026 · cat.jpg")
    assert (lines[1].title, lines[1].text) == ("Feedback about the program", "3 Nov 2026")
    assert "4 of 5" in desk.view.last("show_details")


def test_nothing_given_is_nothing_to_export(desk: Desk) -> None:
    desk.list()
    assert desk.view.last("show_lines") == []
    assert desk.view.last("allow") == (False, False)
    desk.given.ask_remove()
    desk.given.change()
    assert desk.prompter.asked == []


def test_details_say_questions_answers_and_what_is_gone() -> None:
    one = replace(
        make_feedback(network_right="right", features_problems=("missing", "edges"), trust=2, remarks="a\nb"),
        gone=("image", "result"),
        changed="2026-11-04T12:00:00+00:00",
    )
    text = details_of(one)
    assert "tabby in cat.jpg, seen by ResNet-50; LRP ε" in text
    assert "The image is not in the library any more." in text
    assert "The analysis" not in text
    assert "Given on 3 Nov 2026, changed on 4 Nov 2026" in text
    assert "Is the model right about this image, as far as you can tell?\nYes" in text
    assert "– Something important is missing\n– Their edges are not where I see them" in text
    assert "2 of 5 (1: not at all, 5: fully)" in text
    assert "Anything else?\na\nb" in text


def test_a_lost_analysis_alone_is_said() -> None:
    assert gone_lines(replace(make_feedback(), gone=("result",))) == (
        "The analysis is not in the library any more.",
    )


def test_feedback_of_other_versions_can_be_read_but_not_changed(desk: Desk) -> None:
    odd = replace(
        make_feedback("f3", "general", x=1), form="of_tomorrow", answers={"x": 1, "y": ("a",)}, made="?"
    )
    assert line_of(odd).title == "of_tomorrow"
    assert details_of(odd).endswith("x\n1\n\ny\n– a")
    desk.list(odd)
    assert desk.view.last("allow") == (False, True)


def test_changing_closes_the_list_and_opens_the_form(desk: Desk) -> None:
    one = make_feedback(trust=4)
    desk.list(one)
    desk.given.change()
    assert desk.changed == [one]
    assert desk.view.count("close_dialog") == 1


def test_removing_asks_and_lists_again(desk: Desk) -> None:
    desk.list(make_feedback("f2", trust=4), make_feedback("f1", trust=3))
    desk.given.select("f1")
    desk.prompter.confirms = False
    desk.given.ask_remove()
    assert desk.runner.count("remove_feedback") == 0
    desk.prompter.confirms = True
    desk.given.ask_remove()
    job = desk.runner.last("remove_feedback")
    assert job.request.id == "f1"
    job.succeed()
    assert desk.runner.count("list_feedback") == 2
    desk.list(make_feedback("f2", trust=4))
    assert "4 of 5" in desk.view.last("show_details")


@pytest.mark.parametrize("form", list(FeedbackFormat))
def test_export_asks_for_a_file_and_says_what_it_wrote(desk: Desk, form: FeedbackFormat) -> None:
    desk.list(make_feedback(trust=4))
    path = Path("folder", f"mine.{form.value}")
    desk.prompter.files = (path,)
    desk.given.export(form)
    assert desk.prompter.asked == [("Export the feedback", f"feedback.{form.value}")]
    job = desk.runner.last("export_feedback")
    assert (job.request.path, job.request.format) == (path, form)
    job.succeed(ExportedFeedback(path, 1))
    assert desk.notifier.messages[-1][1:] == ("Feedback exported", f"1 entry: {path.name} in folder")


def test_what_fails_is_said_in_the_dialog(desk: Desk) -> None:
    desk.runner.last("list_feedback").fail(REFUSAL)
    assert REFUSAL.what in desk.view.last("show_trouble")
