"""Drawing in the whole window: from the mouse to the list, back with undo, and there again later."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from support.results import make_analysis
from support.stage import Stage

from deepintro_desktop.ui.widgets.analysis_card import CardKind
from deepintro_desktop.ui.widgets.canvas import CanvasTool

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stage(stage: Stage) -> Stage:
    stage.open_sample()
    return stage


def draw(stage: Stage, qtbot: QtBot, first: tuple, last: tuple) -> None:
    canvas = stage.tab.area.canvas
    start, end = (canvas.view_position(*point).toPoint() for point in (first, last))
    qtbot.mousePress(canvas, LEFT, pos=start)
    plain, none = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    place = QPointF(end)
    moved = QMouseEvent(QEvent.Type.MouseMove, place, canvas.mapToGlobal(place), none, LEFT, plain)
    QApplication.sendEvent(canvas, moved)
    qtbot.mouseRelease(canvas, LEFT, pos=end)
    stage.live()


def rows(stage: Stage) -> dict[int, Any]:
    return {row.number: row for row in stage.tab.features.item_model().rows()}


def key(stage: Stage, qtbot: QtBot, name: Qt.Key) -> None:
    qtbot.keyClick(stage.tab.area.canvas, name)
    stage.live()


def menu_of(stage: Stage, qtbot: QtBot, number: int) -> dict[str, Any]:
    """Open the menu of a row and return its actions by their words."""
    view, item_model = stage.tab.features.view, stage.tab.features.item_model()
    place = view.visualRect(item_model.index(item_model.position_of(number))).center()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    menu = stage.tab.findChildren(QMenu)[-1]
    menu.close()
    return {action.text().split("\t")[0]: action for action in menu.actions()}


def test_a_rectangle_becomes_a_feature_and_comes_back(stage: Stage, qtbot: QtBot) -> None:
    key(stage, qtbot, Qt.Key.Key_B)
    assert stage.tab.area.canvas.tool() is CanvasTool.RECTANGLE
    draw(stage, qtbot, (2, 22), (16, 40))
    assert [row.drawn for row in rows(stage).values()].count(True) == 1
    stage.tab.undo()
    stage.live()
    assert len(rows(stage)) == 3
    stage.tab.redo()
    stage.live()
    assert rows(stage)[4].drawn
    stage.program.images.select("s2")
    stage.live()
    assert len(rows(stage)) == 3
    stage.program.images.select("s1")
    stage.live()
    assert rows(stage)[4].drawn
    assert stage.library.kept[("sample", "s1")].drawn


def test_drawing_begins_on_the_grid_of_the_features(stage: Stage, qtbot: QtBot) -> None:
    stage.tab.area.modes.set_choice("original")
    key(stage, qtbot, Qt.Key.Key_E)
    assert stage.tab.area.modes.choice() == "occluded"
    draw(stage, qtbot, (2, 22), (16, 40))
    assert rows(stage)[4].drawn


def test_select_merge_rename_delete_by_keys(stage: Stage, qtbot: QtBot) -> None:
    canvas = stage.tab.area.canvas
    for number in (1, 2):
        box = stage.program.occlusion.scene.features.features[number - 1].box
        place = canvas.view_position((box[0] + box[2]) / 2, (box[1] + box[3]) / 2).toPoint()
        qtbot.mouseClick(canvas, LEFT, CTRL, place)
    key(stage, qtbot, Qt.Key.Key_M)
    assert sorted(rows(stage)) == [1, 2]
    stage.prompter.text = "both"
    key(stage, qtbot, Qt.Key.Key_F2)
    assert (rows(stage)[2].name, rows(stage)[2].drawn) == ("both", True)
    subjects = stage.window.synthesis_tab.subjects
    whole, first, both = subjects._rows.rows()
    assert [row.name for row in (whole, first, both)] == ["Whole image", "Feature 1", "both"]
    assert [row.drawn for row in (whole, first, both)] == [False, False, True]
    index = subjects._rows.index(2)
    assert "drawn by a person" in subjects._rows.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert "not found by the network" in subjects._rows.data(index, Qt.ItemDataRole.ToolTipRole)
    key(stage, qtbot, Qt.Key.Key_X)
    assert sorted(rows(stage)) == [1, 2, 3]
    key(stage, qtbot, Qt.Key.Key_Delete)
    assert sorted(rows(stage)) == [1]
    stage.window.toasts.close_all()


def test_one_piece_is_cut_along_a_line(stage: Stage, qtbot: QtBot) -> None:
    stage.program.occlusion.select(1)
    key(stage, qtbot, Qt.Key.Key_X)
    assert stage.tab.area.canvas.tool() is CanvasTool.CUT
    draw(stage, qtbot, (8, 1), (8, 16))
    assert len(rows(stage)) == 4
    stage.window.toasts.close_all()


def test_menu_of_a_row(stage: Stage, qtbot: QtBot) -> None:
    actions = menu_of(stage, qtbot, 2)
    assert not actions["Merge the selected features"].isEnabled()
    actions["Occlude"].trigger()
    stage.live()
    assert rows(stage)[2].occluded
    actions = menu_of(stage, qtbot, 2)
    assert "Bring back" in actions
    actions["Delete the selected features"].trigger()
    stage.live()
    assert sorted(rows(stage)) == [1, 2]


def test_answers_say_what_was_drawn(stage: Stage, qtbot: QtBot) -> None:
    stage.program.occlusion.select(1)
    stage.program.occlusion.select(2)
    stage.program.occlusion.merge_selected()
    stage.live()
    stage.tab.show_analysis(make_analysis(2), progress=None, applied="")
    card = stage.tab.side.cards.card(CardKind.MINIMUM_TO_KEEP)
    assert "keep only 2 (drawn)" in card.toolTip()


def test_a_long_list_of_occluded_ones_widens_nothing(stage: Stage) -> None:
    stage.window.resize(1100, 700)
    stage.live()
    side = stage.tab.side
    side.top5.set_caption("features 12, 13, 14, 15, 16, 17 +12 occluded and more that has no room")
    stage.live()
    assert side._inside.width() <= side.width()


@pytest.mark.parametrize("size", [(1100, 700), (1280, 800), (1440, 900)])
def test_tools_have_room(stage: Stage, qtbot: QtBot, size: tuple[int, int]) -> None:
    stage.window.resize(*size)
    stage.live()
    assert (stage.window.width(), stage.window.height()) == size
    area = stage.tab.area
    shown = [button for button in area.strip.findChildren(QToolButton) if button.isVisible()]
    boxes = [button.rect().translated(button.mapTo(area, QPoint(0, 0))) for button in shown]
    modes = area.modes.rect().translated(area.modes.mapTo(area, QPoint(0, 0)))
    for place, box in enumerate(boxes):
        assert box.width() == box.height()
        assert area.rect().contains(box)
        assert not any(box.intersects(other) for other in (modes, *boxes[:place]))
