"""Projects in the real window: menu, start page, dialog."""

import pytest
from PySide6.QtCore import Qt
from support.results import make_image, make_network, make_project
from support.stage import Stage

from deepintro_desktop.ui.dialogs.projects import ExportDialog, ProjectsDialog


@pytest.fixture
def stage(theme, qtbot):
    """Return a window whose library has a full, a second and an empty project."""
    made = Stage(theme)
    made.library.projects = [
        make_project("p1", "My project"),
        make_project("p2", "Lungs", 4),
        make_project("p3", "Empty one"),
    ]
    qtbot.addWidget(made.window)
    made.window.show()
    made.program.presenter.start()
    made.live()
    return made


def _dialog(stage):
    stage.window.actions_by_name["open_project"].trigger()
    return stage.window.findChild(ProjectsDialog)


def test_the_menu_lists_the_other_projects_and_opens_them(stage):
    recent = stage.window.projects.recent
    assert [action.text() for action in recent.actions()] == ["Lungs", "Empty one"]
    stage.library.networks, stage.library.images = [make_network("n1")], [make_image("i1")]
    recent.actions()[0].trigger()
    stage.live()
    assert [action.text() for action in recent.actions()] == ["My project", "Empty one"]
    assert [record.id for record in stage.program.networks.records] == ["n1"]
    assert "Lungs" in stage.window.windowTitle()


def test_the_start_page_lists_projects_with_something_in_them(stage):
    page = stage.window.start_page
    assert page.isVisible()
    stage.library.images = [make_image("i1")]
    page.project_opened.emit("p2")
    stage.live()
    assert stage.program.projects.open_project.name == "Lungs"
    assert not page.isVisible()


def test_the_dialog_opens_with_enter_and_stays_open_for_the_rest(stage, qtbot):
    dialog = _dialog(stage)
    names = [dialog.list.item(row).toolTip() for row in range(dialog.list.count())]
    assert names == ["My project", "Lungs", "Empty one"]
    stage.prompter.text = "Skin"
    dialog.list.setCurrentRow(2)
    qtbot.keyClick(dialog.list, Qt.Key.Key_F2)
    stage.live()
    assert [dialog.list.item(row).toolTip() for row in range(3)] == ["My project", "Lungs", "Skin"]
    assert dialog.list.currentRow() == 2
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    stage.live()
    assert stage.prompter.asked[-1][0] == "Delete “Skin”?"
    assert dialog.list.count() == 2
    dialog.list.setCurrentRow(1)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    stage.live()
    assert stage.program.projects.open_project.name == "Lungs"
    assert stage.window.findChild(ProjectsDialog) is None


def test_many_projects_can_be_searched(stage):
    stage.library.projects += [make_project(f"q{n}", f"Case {n}") for n in range(9)]
    stage.program.projects.refresh()
    stage.live()
    dialog = _dialog(stage)
    assert dialog.search.isVisibleTo(dialog)
    dialog.search.setText("case 7")
    assert (dialog.list.count(), dialog.current_id()) == (1, "q7")
    dialog.search.setText("nothing")
    assert not dialog.accept_button.isEnabled()
    assert not dialog.buttons_by_name["delete"].isEnabled()
    assert dialog.buttons_by_name["import"].isEnabled()
    dialog.reject()


def test_a_new_project_is_empty_and_open(stage):
    stage.prompter.text = "Hearts"
    stage.window.actions_by_name["new_project"].trigger()
    stage.live()
    assert stage.program.projects.open_project.name == "Hearts"
    assert stage.window.start_page.isVisible()


def test_an_export_can_leave_models_and_images_out(stage):
    stage.window.actions_by_name["export_project"].trigger()
    dialog = stage.window.findChild(ExportDialog)
    assert dialog.answer() == (True, True, False)
    dialog.patients.setChecked(True)
    assert dialog.answer() == (True, True, True)
    dialog.images.setChecked(False)
    assert dialog.answer() == (True, False, False)
    dialog.reject()


def test_what_was_selected_in_a_project_comes_back(stage):
    stage.library.networks, stage.library.images = [make_network("n1")], [make_image("i1"), make_image("i2")]
    stage.program.projects.open("p2")
    stage.live()
    stage.program.networks.select("n1")
    stage.program.images.select("i2")
    stage.live()
    stage.program.projects.open("p3")
    stage.live()
    assert stage.program.images.selected.id == "i1", "the first, where nothing is remembered"
    stage.program.projects.open("p2")
    stage.live()
    assert (stage.program.networks.selected.id, stage.program.images.selected.id) == ("n1", "i2")
