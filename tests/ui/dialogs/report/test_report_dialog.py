"""The report dialog: what can be chosen, what is missing, and that nothing a person typed is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from support.fake_jobs import REFUSAL, FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder
from support.results import make_earlier
from support.stage import Stage

from deepintro_desktop.core.earlier import EarlierKind
from deepintro_desktop.core.report import Paper, ReportChoice, ReportFormat, WrittenReport
from deepintro_desktop.core.requests import ExplainRequest
from deepintro_desktop.ui.dialogs.report.presenter import SHOWN, Reporting
from deepintro_desktop.ui.dialogs.report.view import ReportDialog
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.shown import ShownExplanation
from deepintro_desktop.workflows.report import request_of


def make_shown(*, analysed=False, n_features=3, is_dicom=False):
    subject = ExplainRequest("n1", "i1", target="0", analyse=analysed)
    return ShownExplanation(subject, "chelsea.png: apple, by SqueezeNet", n_features, is_dicom, 10)


def make_choice(entry_id="e1", kind="PNG"):
    earlier = make_earlier(entry_id, EarlierKind.ANALYSIS)
    return ReportChoice(earlier, request_of(earlier), "SqueezeNet", "dog.png", kind)


class Desk:
    """A presenter on fakes, its dialog open."""

    def __init__(self, shown=None, choices=(), folder="/reports"):
        self.runner, self.notifier, self.prompter = FakeRunner(), FakeNotifier(), FakePrompter()
        self.settings = FakeSettings(last_folder=folder)
        self.shown, self.choices = shown, choices
        services = Services(self.runner, self.notifier, self.prompter, self.settings)
        self.presenter = Reporting(services, lambda: self.shown, self._dialog, Paper.LETTER)
        self.ask()

    def _dialog(self, _):
        self.view = Recorder()
        return self.view

    def ask(self):
        self.presenter.closed()
        self.presenter.ask()
        self.runner.last("report_choices").succeed(tuple(self.choices))

    @property
    def look(self):
        return self.view.last("show_look")

    @property
    def request(self):
        return self.runner.last("make_report").request

    def chosen(self):
        return [line.id for line in self.look.subjects if line.chosen]


def test_what_is_on_the_screen_is_chosen_and_others_can_be():
    desk = Desk(make_shown(analysed=True), [make_choice("e1"), make_choice("e2")])
    assert [line.id for line in desk.look.subjects] == [SHOWN, "e1", "e2"]
    assert desk.chosen() == [SHOWN]
    desk.presenter.choose("e2", True)
    desk.presenter.choose(SHOWN, False)
    assert desk.chosen() == ["e2"]
    desk.presenter.write()
    assert desk.request.subjects == (make_choice("e2").subject,)


def test_what_is_on_the_screen_is_listed_once():
    choice = make_choice("e1")
    shown = ShownExplanation(choice.subject, "the same", 3, False)
    assert [line.id for line in Desk(shown, [choice]).look.subjects] == [SHOWN]


def test_without_an_analysis_the_dialog_says_so_and_offers_one():
    desk = Desk(make_shown())
    assert "not analysed yet" in desk.look.note
    assert desk.look.analyse is False
    desk.presenter.set_analyse(True)
    desk.presenter.write()
    (subject,) = desk.request.subjects
    assert (subject.analyse, subject.repeat) == (True, 10)


def test_without_an_analysis_a_report_is_made_all_the_same():
    desk = Desk(make_shown())
    desk.presenter.write()
    assert desk.request.subjects[0].analyse is False


@pytest.mark.parametrize("shown", [make_shown(analysed=True), make_shown(n_features=0)])
def test_where_there_is_nothing_to_search_nothing_is_offered(shown):
    look = Desk(shown).look
    assert (look.note, look.analyse) == ("", None)


def test_everything_that_was_set_is_asked_for():
    desk = Desk(make_shown())
    desk.presenter.set_format(ReportFormat.HTML, False)
    desk.presenter.set_format(ReportFormat.FOLDER, True)
    desk.presenter.set_paper(Paper.A4)
    desk.presenter.set_comment("Plausible.")
    desk.presenter.set_name("  cat ")
    desk.presenter.set_folder(Path("/elsewhere"))
    desk.presenter.write()
    asked = desk.request
    assert asked.formats == (ReportFormat.PDF, ReportFormat.FOLDER)
    assert (asked.paper, asked.comment, asked.name) == (Paper.A4, "Plausible.", "cat")
    assert asked.folder == Path("/elsewhere")
    assert desk.settings.get("last_folder") == str(Path("/elsewhere"))
    assert desk.view.count("close_dialog") == 1


def test_nothing_can_be_written_while_something_is_missing():
    desk = Desk(None)
    assert "Nothing was explained" in desk.look.problem
    desk = Desk(make_shown())
    desk.presenter.choose(SHOWN, False)
    assert "at least one explanation" in desk.look.problem
    desk.presenter.choose(SHOWN, True)
    for wanted in ReportFormat:
        desk.presenter.set_format(wanted, False)
    assert "at least one format" in desk.look.problem
    desk.presenter.write()
    assert desk.runner.count("make_report") == 0


def test_dicom_and_patient_are_offered_for_dicom_pictures_only():
    desk = Desk(make_shown(), [make_choice("ct", "DICOM")])
    assert desk.look.patient is None
    assert not {line.format: line for line in desk.look.formats}[ReportFormat.DICOM].possible
    desk.presenter.choose("ct", True)
    assert desk.look.patient is False
    assert {line.format: line for line in desk.look.formats}[ReportFormat.DICOM].possible


def test_dicom_objects_need_the_patient_and_nobody_is_named_unasked():
    desk = Desk(make_shown(is_dicom=True))
    desk.presenter.write()
    assert desk.request.with_patient is False
    desk.ask()
    desk.presenter.set_format(ReportFormat.DICOM, True)
    assert "patient" in desk.look.problem
    desk.presenter.set_patient(True)
    assert desk.look.problem == ""
    desk.presenter.write()
    assert desk.request.with_patient is True
    desk.ask()
    assert desk.look.patient is False, "asked anew for every report"


def test_a_report_is_told_with_the_way_to_its_file():
    desk = Desk(make_shown())
    desk.presenter.set_comment("x")
    desk.presenter.write()
    paths = (Path("/reports/cat.html"), Path("/reports/cat.pdf"))
    desk.runner.last("make_report").succeed(WrittenReport(paths, ("A note.",)))
    assert desk.notifier.messages == [("info", "Report written", "cat.html\ncat.pdf\nA note.")]
    assert desk.notifier.file == paths[0]
    desk.ask()
    assert desk.look.comment == ""


@pytest.mark.parametrize("ending", ["fail", "stop"])
def test_what_was_typed_is_there_again_when_nothing_was_written(ending):
    desk = Desk(make_shown())
    desk.presenter.set_comment("A long thought.")
    desk.presenter.write()
    desk.presenter.closed()
    job = desk.runner.last("make_report")
    if ending == "fail":
        job.fail(REFUSAL)
        assert desk.prompter.failures[0][0] == "The report was not written"
    else:
        job.stop()
        assert desk.notifier.messages[0][1] == "Report stopped"
    desk.ask()
    assert desk.look.comment == "A long thought."


def test_a_list_that_cannot_be_read_leaves_what_is_on_the_screen():
    desk = Desk(make_shown())
    desk.presenter.closed()
    desk.presenter.ask()
    desk.runner.last("report_choices").fail(REFUSAL)
    assert desk.chosen() == [SHOWN]
    assert desk.look.problem == ""


# --- the dialog itself


@pytest.fixture
def stage(theme, qtbot: QtBot) -> Stage:
    made = Stage(theme)
    qtbot.addWidget(made.window)
    made.window.show()
    return made


@pytest.fixture
def dialog(stage):
    stage.open_sample()
    stage.window.actions_by_name["report"].trigger()
    stage.live()
    (found,) = stage.window.findChildren(ReportDialog)
    return found


def test_the_menu_opens_the_dialog_for_what_is_on_the_screen(stage, dialog):
    assert stage.window.actions_by_name["report"].shortcut().toString() == "Ctrl+E"
    assert dialog.subjects.count() >= 1
    assert dialog.subjects.item(0).checkState() is Qt.CheckState.Checked
    assert dialog.accept_button.isEnabled()
    stage.window.actions_by_name["report"].trigger()
    assert len(stage.window.findChildren(ReportDialog)) == 1


def test_the_controls_say_what_they_do(stage, dialog):
    dialog.subjects.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.accept_button.isEnabled()
    assert dialog.problem.text()
    dialog.subjects.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.accept_button.isEnabled()
    for box in dialog.formats.values():
        box.setChecked(False)
    assert "format" in dialog.problem.text()
    dialog.formats[ReportFormat.FOLDER].setChecked(True)
    dialog.paper.set_choice("letter")
    dialog.comment.setPlainText("Plausible.")
    dialog.name.textEdited.emit("cat")
    dialog.accept()
    stage.live()
    asked = stage.library.reports[-1]
    assert (asked.formats, asked.paper) == ((ReportFormat.FOLDER,), Paper.LETTER)
    assert (asked.comment, asked.name) == ("Plausible.", "cat")


def test_every_control_has_a_name(dialog):
    assert dialog.subjects.accessibleName()
    for wanted, box in dialog.formats.items():
        assert box.text(), wanted
        assert box.accessibleDescription(), wanted
