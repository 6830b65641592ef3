"""The whole window on made-up verbs: every state shows without a fault, and clicks reach the presenters."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QDoubleSpinBox, QPushButton
from pytestqt.qtbot import QtBot
from support.fake_jobs import REFUSAL, FakeSettings
from support.results import make_analysis
from support.stage import Stage

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.ui.dialogs.prompter import DialogPrompter
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.ui.widgets.analysis_card import CardKind


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeManager]:
    manager = ThemeManager(qapp, ThemeMode.LIGHT)
    yield manager
    manager.deleteLater()


def rows(stage: Stage) -> tuple[Any, ...]:
    return stage.tab.features.item_model().rows()


def test_empty_library_shows_the_start_page(stage: Stage) -> None:
    stage.program.presenter.start()
    stage.live()
    assert stage.window.start_page.isVisible()
    assert not stage.tab.isVisible()


def test_sample_is_explained_and_shown(stage: Stage) -> None:
    stage.open_sample()
    assert stage.tab.isVisible()
    assert [row.number for row in rows(stage)] == [1, 2, 3]
    assert [row.change for row in rows(stage)] == pytest.approx([-0.3, -0.15, -0.1])
    assert stage.window.windowTitle() == "square.png – Shapes – DeepIntro"
    assert stage.tab.side.target.currentText() == "apple"


def test_dropped_files_are_taken_in(stage: Stage) -> None:
    stage.program.presenter.start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/x/{name}") for name in ("net.onnx", "cat.png", "notes.txt")])
    place = QPoint(10, 10)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(stage.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(
        stage.window, QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, buttons, keys)
    )
    stage.live()
    assert stage.library.networks == []
    stage.dialog.accept()
    stage.live()
    assert [record.name for record in stage.library.networks] == ["net"]
    assert [record.name for record in stage.library.images] == ["cat.png"]
    assert stage.tab.isVisible()
    stage.window.toasts.close_all()


def test_duplicates_and_refusals_become_toasts(stage: Stage) -> None:
    stage.open_sample()
    stage.program.presenter.drop([Path("/x/square.png"), Path("/x/notes.doc")])
    stage.live()
    assert [message.title for message in stage.window.toasts.kept()] == ["Already here", "Picture not added"]
    stage.window.toasts.close_all()


def test_number_keys_toggle_features(stage: Stage, qtbot: QtBot) -> None:
    stage.open_sample()
    qtbot.keyClick(stage.window, Qt.Key.Key_2)
    stage.live()
    assert [row.number for row in rows(stage) if row.occluded] == [2]
    qtbot.keyClick(stage.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.live()
    assert not any(row.occluded for row in rows(stage))


def test_click_on_the_picture_toggles_and_hover_goes_both_ways(stage: Stage, qtbot: QtBot) -> None:
    stage.open_sample()
    canvas = stage.tab.area.canvas
    place = canvas.view_position(5, 5).toPoint()
    qtbot.mouseMove(canvas, place)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    stage.live()
    assert [row.number for row in rows(stage) if row.occluded] == [1]
    stage.tab.features.row_hovered.emit(2)
    stage.tab.features.row_hovered.emit(-1)


def test_all_none_invert_reach_the_list(stage: Stage) -> None:
    stage.open_sample()
    actions = stage.window.actions_by_name
    expected = {"occlude_all": [1, 2, 3], "occlude_none": [], "invert": [1, 2, 3]}
    for name, numbers in expected.items():
        actions[name].trigger()
        stage.live()
        assert [row.number for row in rows(stage) if row.occluded] == numbers


def test_analysis_fills_the_cards_and_a_click_applies(stage: Stage) -> None:
    stage.open_sample()
    stage.window.actions_by_name["analyse"].trigger()
    stage.live()
    cards = stage.tab.side.cards
    assert cards.card(CardKind.MOST_IMPORTANT).content().answer == "0.800 → 0.500 without 1"
    assert not cards.card(CardKind.MINIMUM_TO_OCCLUDE).isEnabled()
    cards.card(CardKind.MINIMUM_TO_KEEP).click()
    stage.live()
    assert [row.number for row in rows(stage) if row.occluded] == [1, 3]
    assert cards.card(CardKind.MINIMUM_TO_KEEP).content().applied


def test_controls_recluster_and_nothing_found_offers_help(stage: Stage) -> None:
    stage.open_sample()
    stage.program.occlusion.set_parameter("threshold", 60.0)
    stage.live()
    notice = stage.tab.area.notice
    assert rows(stage) == ()
    assert notice.isVisible()
    offers = {button.objectName(): button for button in notice.findChildren(QPushButton)}
    offers["threshold"].click()
    stage.live()
    assert len(rows(stage)) == 3
    assert not notice.isVisible()
    assert stage.tab.controls.parameters().threshold == 4.0


@pytest.mark.parametrize("n_features", [0, 1, 40])
def test_any_number_of_features_can_be_shown(qtbot: QtBot, theme: ThemeManager, n_features: int) -> None:
    stage = Stage(theme, n_features)
    qtbot.addWidget(stage.window)
    stage.window.show()
    stage.open_sample()
    stage.tab.occlude_all()
    stage.live()
    stage.tab.analyse()
    stage.live()
    assert sum(row.occluded for row in rows(stage)) == n_features


def test_failed_explanation_is_shown_and_tried_again(stage: Stage) -> None:
    stage.library.failure = REFUSAL
    stage.open_sample()
    retry = [button for button in stage.tab.findChildren(QPushButton) if button.objectName() == "retry"]
    stage.library.failure = None
    retry[0].click()
    stage.live()
    assert len(rows(stage)) == 3


def test_removed_image_leaves_a_window_that_works(stage: Stage) -> None:
    stage.open_sample()
    stage.program.images.remove("s1")
    stage.live()
    assert stage.program.images.selected.id == "s2"
    assert len(rows(stage)) == 3
    stage.program.images.remove("s2")
    stage.live()
    assert stage.program.images.selected is None
    assert rows(stage) == ()


def test_selection_follows_keys_and_presenter(stage: Stage, qtbot: QtBot) -> None:
    stage.open_sample()
    images = stage.window.images_dock.list
    qtbot.keyClick(images, Qt.Key.Key_Down)
    stage.live()
    assert stage.program.images.selected.id == "s2"
    images.setFocus()
    stage.program.images.select(None)
    stage.live()
    assert stage.program.images.selected is None
    assert images.selectionModel().selectedRows() == []


def test_targets_and_methods_can_be_chosen(stage: Stage) -> None:
    stage.open_sample()
    stage.tab.side.target.target_chosen.emit(3)
    stage.live()
    assert stage.tab.side.target.currentText() == "date"
    stage.tab.controls.method_changed.emit("lrp-epsilon")
    stage.tab.controls.fill_changed.emit("blur")
    stage.live()
    assert stage.settings.values["method"] == "lrp-epsilon"


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
@pytest.mark.parametrize("mode", list(ThemeMode))
def test_window_paints_in_every_theme_and_size(
    stage: Stage, theme: ThemeManager, size: tuple[int, int], mode: ThemeMode
) -> None:
    theme.set_mode(mode)
    stage.open_sample()
    stage.window.resize(*size)
    stage.live()
    assert stage.window.size().toTuple() == size
    theme.set_mode(ThemeMode.LIGHT)


def test_layout_and_selection_are_remembered(stage: Stage) -> None:
    stage.open_sample()
    stage.window.close()
    assert stage.settings.values["selected_image"] == "s1"
    assert stage.settings.values["window_state"]
    assert not stage.window.isVisible()


def test_docks_can_be_hidden_and_the_layout_reset(stage: Stage) -> None:
    stage.window.images_dock.close()
    assert not stage.window.images_dock.isVisible()
    stage.window.reset_layout()
    assert stage.window.images_dock.isVisible()


def test_messages_are_kept_behind_the_bell(stage: Stage) -> None:
    stage.open_sample()
    stage.program.presenter.drop([Path("/x/notes.doc")])
    stage.live()
    stage.window._on_bell_clicked()
    assert stage.window.toasts.unread() == 0
    stage.window.messages.close()
    stage.window.toasts.close_all()


def test_dialogs_answer_through_callbacks(stage: Stage, theme: ThemeManager) -> None:
    prompter = DialogPrompter(theme, FakeSettings(), stage.window)
    answers: list[Any] = []
    prompter.confirm("Remove it?", "Really.", "Remove", lambda: answers.append("yes"))
    prompter.ask_text("Rename model", "Name", "old", answers.append)
    for dialog in stage.window.findChildren(QDialog):
        dialog.accept()
    assert sorted(answers) == ["old", "yes"]
    stage.library.failure = REFUSAL
    stage.open_sample()
    stage.window.help.show_shortcuts()
    stage.window.help.show_about()
    for dialog in stage.window.findChildren(QDialog):
        dialog.reject()


def test_refused_files_are_all_in_the_list_of_messages(stage: Stage) -> None:
    stage.open_sample()
    stage.program.presenter.drop([Path("/x/notes.doc"), Path("/x/tale.doc")])
    stage.live()
    [toast] = stage.window.toasts.visible_toasts()
    assert (toast.message.title, toast.message.action) == ("2 files not added", "Show")
    titles = [message.title for message in stage.window.messages.shown()]
    assert titles[1:] == ["Picture not added: notes.doc", "Picture not added: tale.doc"]
    toast.action_triggered.emit(toast.message.action_key)
    assert stage.window.messages.isVisible()
    stage.window.messages.close()
    stage.window.toasts.close_all()


def test_another_theme_leaves_the_status_bar_its_height(stage: Stage, theme: ThemeManager) -> None:
    stage.open_sample()
    before = stage.window._bar.height()
    theme.set_mode(ThemeMode.DARK)
    stage.live()
    theme.set_mode(ThemeMode.LIGHT)
    stage.live()
    assert stage.window._bar.height() == before


def test_docks_get_their_width_back_with_the_window(stage: Stage, qtbot: QtBot) -> None:
    stage.open_sample()
    stage.window._dock_width.restore()
    width = stage.window.networks_dock.width()
    stage.window.resize(1000, 700)
    stage.live()
    stage.window.resize(1440, 900)
    qtbot.waitUntil(lambda: stage.window.networks_dock.width() == width, timeout=2000)


def test_docks_share_the_height_two_to_three(stage: Stage, qtbot: QtBot) -> None:
    stage.open_sample()
    docks = (stage.window.networks_dock, stage.window.images_dock)
    qtbot.waitUntil(lambda: 1.3 < docks[1].height() / docks[0].height() < 1.7, timeout=2000)


def test_a_lost_picture_is_removed_from_its_failure_page(stage: Stage) -> None:
    stage.open_sample()
    stage.library.failure = LibraryError("round.png cannot be read from the library.")
    stage.program.images.select("s2")
    stage.live()
    buttons = [
        button for button in stage.tab.findChildren(QPushButton) if button.objectName() == "remove-image"
    ]
    stage.library.failure = None
    buttons[0].click()
    stage.live()
    assert [record.id for record in stage.library.images] == ["s1"]
    assert len(rows(stage)) == 3


def test_a_library_that_can_only_be_read_is_in_title_and_status(stage: Stage) -> None:
    stage.library.notice = "Another window uses it."
    stage.open_sample()
    assert stage.window.windowTitle().endswith("read only – DeepIntro")
    assert stage.window._notice_label.isVisible()
    stage.window.toasts.close_all()


def test_a_stored_analysis_is_shown_at_once(stage: Stage) -> None:
    stage.library.stored_analysis = make_analysis()
    stage.open_sample()
    card = stage.tab.side.cards.card(CardKind.MOST_IMPORTANT)
    assert card.content().answer == "0.800 → 0.500 without 1"


def test_undo_works_from_within_a_number_box(stage: Stage, qtbot: QtBot) -> None:
    stage.open_sample()
    stage.tab.toggle(1)
    stage.live()
    boxes = stage.tab.controls.findChildren(QDoubleSpinBox)
    box = next(box for box in boxes if box.accessibleName() == "Threshold")
    box.setFocus()
    box.setValue(7.0)
    stage.live()
    assert stage.tab.controls.parameters().threshold == 7.0
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.live()
    assert stage.tab.controls.parameters().threshold == 5.0
    assert [row.number for row in rows(stage) if row.occluded] == [1]
