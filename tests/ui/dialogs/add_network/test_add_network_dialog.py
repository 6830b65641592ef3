"""The dialog itself, on made-up verbs: clicks and keys reach the presenter, every state can be seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from support.inspections import make_inspection
from support.stage import Stage

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.core.records import Choice
from deepintro_desktop.ui.dialogs.add_network.view import AddNetworkDialog
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.inputs import ComboBox


@pytest.fixture
def stage(qtbot: QtBot, theme: ThemeManager) -> Stage:
    stage = Stage(theme)
    qtbot.addWidget(stage.window)
    stage.window.resize(1100, 700)
    stage.window.show()
    stage.open_sample()
    return stage


def opened(stage: Stage, *names: str) -> AddNetworkDialog:
    stage.program.presenter.drop([Path(name) for name in names or ("deploy.prototxt",)])
    stage.live()
    return stage.dialog


def chosen(dialog: AddNetworkDialog) -> str:
    return next(button.card.key for button in dialog.found.cards.buttons if button.isChecked())


def refuse(stage: Stage, error: Exception) -> None:
    """Let the next files be refused."""

    def fail(*_: object) -> None:
        raise error

    stage.runner._workplace.catalogue["inspect_network"] = fail


def test_enter_adds_and_escape_cancels(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    stage.live()
    assert [record.name for record in stage.library.networks] == ["Shapes", "deploy"]
    dialog = opened(stage, "other.onnx")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    stage.live()
    assert stage.library.inspections.forgotten == ["visiting-other"]
    assert len(stage.library.networks) == 2
    stage.window.toasts.close_all()


def test_it_fits_into_a_small_window(stage: Stage) -> None:
    dialog = opened(stage)
    assert dialog.width() <= 1100
    assert dialog.height() <= 700
    assert dialog.minimumSizeHint().width() <= 1060
    dialog.reject()


def test_cards_and_pictures_answer_to_the_mouse_and_to_arrows(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage)
    assert [tile.accessibleName() for tile in dialog.found.strip.tiles] == ["square.png", "round.png"]
    assert chosen(dialog) == "caffe"
    qtbot.mouseClick(dialog.found.cards.buttons[1], Qt.MouseButton.LeftButton)
    assert chosen(dialog) == "raw"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.found.cards.buttons[1].setFocus()
    qtbot.keyClick(dialog.found.cards.buttons[1], Qt.Key.Key_Right)
    assert chosen(dialog) == "zero-to-one"
    qtbot.mouseClick(dialog.found.strip.tiles[1], Qt.MouseButton.LeftButton)
    assert dialog.found.strip.tiles[1].isChecked()
    dialog.name.setText("Mine")
    dialog.accept()
    stage.live()
    [request] = stage.library.inspections.kept
    assert (request.name, request.specification.scale) == ("Mine", 1 / 255)
    stage.window.toasts.close_all()


def test_own_settings_become_a_card(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage)
    qtbot.mouseClick(dialog.other, Qt.MouseButton.LeftButton)
    assert dialog.own.isVisible()
    assert not dialog.own.width_edit.isEnabled(), "the network fixes its size"
    dialog.own.mean.setText("128")
    dialog.own.mean.editingFinished.emit()
    stage.live()
    assert chosen(dialog) == "own"
    assert len(dialog.found.cards.buttons) == 4
    dialog.own.std.setText("zero")
    dialog.own.std.editingFinished.emit()
    stage.live()
    assert chosen(dialog) == "own"
    qtbot.mouseClick(dialog.other, Qt.MouseButton.LeftButton)
    assert not dialog.own.isVisible()
    dialog.reject()


def test_enter_in_own_settings_only_tries_them(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage)
    dialog.other.click()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.own.mean.setFocus()
    dialog.own.mean.setText("128")
    qtbot.keyClick(dialog.own.mean, Qt.Key.Key_Return)
    stage.live()
    assert chosen(dialog) == "own"
    assert stage.library.inspections.kept == []
    dialog.reject()


def test_a_typed_name_outlives_another_reading(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.name.setText("Mine")
    stage.program.networks.adding.choose_option("output", "aux")
    stage.live()
    assert dialog.name.text() == "Mine"
    dialog.reject()


def test_every_control_has_a_name_and_tab_reaches_it(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.other.click()
    stage.live()
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    controls = [
        widget
        for kind in kinds
        for widget in dialog.findChildren(kind)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [type(widget).__name__ for widget in controls if not _name(widget)] == []
    order, widget = list[QWidget](), dialog.found.strip.tiles[0]
    while widget not in order:
        order.append(widget)
        widget = widget.nextInFocusChain()
    wanted = [
        dialog.found.strip.tiles[0],
        dialog.found.strip.add_button,
        dialog.found.cards.buttons[0],
        dialog.own.scale,
        dialog.name,
        dialog.other,
        dialog.accept_button,
    ]
    places = [order.index(widget) for widget in wanted]
    assert places == sorted(places)
    assert set(controls) <= set(order)
    dialog.reject()


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_both_themes_can_be_drawn(stage: Stage, theme: ThemeManager, mode: ThemeMode) -> None:
    dialog = opened(stage)
    theme.set_mode(mode)
    assert not dialog.grab().isNull()
    dialog.reject()


def test_what_the_file_says_is_one_card(stage: Stage) -> None:
    stage.library.inspections.is_open = False
    dialog = opened(stage)
    assert [button.card.title for button in dialog.found.cards.buttons] == ["As the files say"]
    dialog.reject()


def test_reading_can_be_cancelled(stage: Stage) -> None:
    stage.program.presenter.drop([Path("deploy.prototxt")])
    dialog = stage.dialog
    assert not dialog.accept_button.isVisible()
    dialog.quiet_button.click()
    stage.live()
    assert len(stage.library.networks) == 1


def test_several_are_told_apart_and_can_be_skipped(stage: Stage) -> None:
    dialog = opened(stage, "a.onnx", "b.onnx")
    assert dialog.windowTitle() == "Add a model (1 of 2)"
    assert dialog.quiet_button.text() == "Skip"
    dialog.reject()
    stage.live()
    assert dialog.windowTitle() == "Add a model (2 of 2)"
    assert dialog.isVisible()
    assert dialog.name.text() == "b"
    dialog.reject()


def test_a_refusal_offers_another_file(stage: Stage) -> None:
    refuse(stage, UnreadableNetworkError("It is a pickle.", "It runs code.", "Ask for ONNX."))
    dialog = opened(stage, "evil.pkl")
    assert dialog.accept_button.text() == "Choose another file…"
    assert not dialog.other.isVisible()
    dialog.reject()


def test_a_missing_file_has_a_row_with_a_button(stage: Stage) -> None:
    refuse(stage, UnreadableNetworkError("Half.", missing="weights", expected="deploy.caffemodel"))
    dialog = opened(stage)
    [button] = [entry for entry in dialog.side.controls() if isinstance(entry, PushButton)]
    assert button.accessibleName() == "weights: deploy.caffemodel: Choose…"
    dialog.reject()


def test_a_structure_can_be_typed(stage: Stage) -> None:
    refuse(stage, UnsupportedNetworkError("Only weights.", architecture="conv fc"))
    dialog = opened(stage, "net.pth")
    assert dialog.refusal.structure.text() == "conv fc"
    dialog.refusal.structure.setText("")
    assert not dialog.accept_button.isEnabled()
    dialog.refusal.structure.setText("conv relu fc")
    assert dialog.accept_button.isEnabled()
    dialog.accept()
    stage.live()
    assert dialog.refusal.structure.text() == "conv relu fc"
    dialog.reject()


def test_one_of_several_outputs_can_be_chosen(stage: Stage) -> None:
    asked = []

    def inspect(request: object, *_: object) -> object:
        asked.append(request.output)
        return make_inspection(request.path, choices=(Choice("output", "logits", ("aux",)),))

    stage.runner._workplace.catalogue["inspect_network"] = inspect
    dialog = opened(stage)
    [box] = [entry for entry in dialog.side.controls() if isinstance(entry, ComboBox)]
    box.activated.emit(1)
    stage.live()
    assert asked == ["", "aux"]
    dialog.reject()


def test_dropped_pictures_are_tried(stage: Stage) -> None:
    dialog = opened(stage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/x/mine.png")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    stage.live()
    assert dialog.found.strip.tiles[-1].accessibleName() == "mine.png"
    assert dialog.found.strip.tiles[-1].isChecked()
    dialog.reject()
