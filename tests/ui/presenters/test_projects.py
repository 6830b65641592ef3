"""What people do with projects, and what the window hears of it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.fake_jobs import REFUSAL, FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder
from support.results import make_project

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.core.requests import EntryRequest, ExportProjectRequest
from deepintro_desktop.core.results import ExportedProject, ImportedProject, ProjectExtent, ProjectList
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.projects import ProjectsPresenter, day_words


class Desk:
    def __init__(self, **settings: object) -> None:
        self.view, self.runner = Recorder(), FakeRunner()
        self.prompter, self.notifier = FakePrompter(), FakeNotifier()
        self.settings = FakeSettings(**settings)
        self.presenter = ProjectsPresenter(
            self.view, Services(self.runner, self.notifier, self.prompter, self.settings)
        )
        self.heard: list[str] = []
        self.presenter.listen(self._hear)

    def _hear(self) -> None:
        project = self.presenter.open_project
        self.heard.append(project.name if project else "")

    def answer(self, open_id: str = "p1", *projects: object) -> None:
        """Answer the list that was asked for last."""
        records = projects or (make_project("p1", "Lungs", 3), make_project("p2", "Skin"))
        self.runner.last("list_projects").succeed(ProjectList(tuple(records), open_id))


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.presenter.refresh()
    made.answer()
    return made


def test_lists_say_what_is_in_a_project(desk):
    lines = desk.view.last("show_projects")
    assert [(line.name, line.content, line.is_open, line.is_empty) for line in lines] == [
        ("Lungs", "3 models, 3 images", True, False),
        ("Skin", "empty", False, True),
    ]


def test_the_window_hears_of_another_project_and_another_name_only(desk):
    assert desk.heard == ["Lungs"]
    desk.presenter.refresh()
    desk.answer()
    assert desk.heard == ["Lungs"]
    desk.presenter.open("p1")
    assert desk.runner.count("open_project") == 0
    desk.presenter.open("p2")
    desk.runner.last("open_project").succeed()
    desk.answer("p2")
    desk.presenter.rename("p2", "Moles")
    desk.runner.last("rename_project").succeed()
    desk.answer("p2", make_project("p2", "Moles"))
    assert desk.heard == ["Lungs", "Skin", "Moles"]


def test_deleting_says_what_goes_with_it(desk):
    desk.presenter.ask_remove("p1")
    desk.runner.last("project_extent").succeed(ProjectExtent(1, 12))
    title, text = desk.prompter.asked[-1]
    assert title == "Delete “Lungs”?"
    assert "1 model, 12 images" in text
    assert desk.runner.last("remove_project").request == EntryRequest("p1")


def test_an_export_asks_what_goes_along_then_where(desk, tmp_path):
    desk.prompter.files = (tmp_path / "lungs.deepintro",)
    desk.presenter.ask_export_open()
    name, then = desk.view.last("ask_export")
    assert name == "Lungs"
    then(True, True, False)
    assert desk.prompter.asked == [("Export the project", "Lungs.deepintro")]
    request = desk.runner.last("export_project").request
    assert request == ExportProjectRequest("p1", tmp_path / "lungs.deepintro", True, True, False)
    desk.runner.last("export_project").succeed(ExportedProject("Lungs", 1, 2, 3, 5 * 2**20, 1))
    level, title, text = desk.notifier.messages[-1]
    assert (level, title) == ("info", "Lungs was exported")
    assert "5.0 MB" in text
    assert text.endswith("1 image names its patient and stayed here.")


def test_an_import_says_what_is_missing(desk):
    desk.presenter.take_in((Path("a.deepintro"),))
    refused = (("cat.png", UnreadableImageError("It is no picture.")),)
    found = ImportedProject(make_project("p3", "Taken", 1), 4, ("net",), refused)
    desk.runner.last("import_project").succeed(found)
    assert desk.notifier.messages[-1] == ("warning", "Taken was imported", "2 parts are missing.")
    assert [name for name, _ in desk.notifier.details] == ["net", "cat.png"]
    desk.answer("p3", make_project("p3", "Taken", 1))
    assert desk.heard[-1] == "Taken"


def test_failures_are_shown_and_change_nothing(desk):
    desk.presenter.create("Lungs")
    desk.runner.last("create_project").fail(REFUSAL)
    assert desk.notifier.messages[-1][0] == "error"
    desk.presenter.take_in((Path("a.deepintro"),))
    desk.runner.last("import_project").fail(REFUSAL)
    assert desk.prompter.failures
    assert desk.heard == ["Lungs"]


def test_what_was_selected_comes_back_with_its_project(desk):
    desk.presenter.remember_selection("n1", "i7")
    desk.presenter.open("p2")
    desk.runner.last("open_project").succeed()
    desk.answer("p2")
    assert desk.presenter.remembered_selection() == ("", "")
    desk.presenter.remember_selection("n2", "")
    desk.presenter.refresh()
    desk.answer("p1")
    assert desk.presenter.remembered_selection() == ("n1", "i7")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"p1": 3}', '{"p1": ["a"]}', "null"])
def test_a_damaged_memory_counts_as_none(text):
    desk = Desk(project_selections=text)
    desk.presenter.refresh()
    desk.answer()
    assert desk.presenter.remembered_selection() == ("", "")
    desk.presenter.remember_selection("n", "i")
    assert json.loads(desk.settings.get("project_selections"))["p1"] == ["n", "i"]


def test_days_are_said_as_people_do():
    now = datetime(2026, 3, 10, 14, 5, tzinfo=UTC)
    assert day_words("2026-03-10T09:07:00+00:00", now) == "today, 09:07"
    assert day_words("2026-03-09T23:59:00+00:00", now) == "yesterday, 23:59"
    assert day_words("2026-03-01T00:00:00+00:00", now) == "1 Mar 2026"
    assert day_words("damaged", now) == ""
