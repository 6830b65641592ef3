"""Drawing on the canvas, selecting, the strip of tools, and how drawn features are marked."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from ui.hands import collect, move
from ui.scene import Scene

from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.ui.widgets.canvas import CanvasMode, CanvasTool, ImageCanvas
from deepintro_desktop.ui.widgets.canvas_features import tag_text
from deepintro_desktop.ui.widgets.drawing_strip import DrawingStrip
from deepintro_desktop.ui.widgets.feature_list import FeatureListPanel
from deepintro_desktop.ui.widgets.feature_rows import FeatureRow

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def drag(
    canvas: ImageCanvas, qtbot: QtBot, points: list, *, keys: Any = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press at the first position of the image, move over the others, release at the last."""
    places = [canvas.view_position(*point).toPoint() for point in points]
    qtbot.mousePress(canvas, LEFT, keys, places[0])
    for place in places[1:]:
        move(canvas, QPointF(place), LEFT)
    canvas.grab()
    qtbot.mouseRelease(canvas, LEFT, keys, places[-1])


@pytest.mark.parametrize("tool", [CanvasTool.RECTANGLE, CanvasTool.ELLIPSE, CanvasTool.CUT])
def test_two_points_make_a_shape(canvas: ImageCanvas, qtbot: QtBot, tool: CanvasTool) -> None:
    shapes, tools, clicks = map(collect, (canvas.shape_drawn, canvas.tool_changed, canvas.feature_clicked))
    canvas.set_tool(tool)
    drag(canvas, qtbot, [(20, 30), (50, 40), (60, 80)])
    ((kind, points),) = shapes
    assert kind == tool.value
    assert points == (pytest.approx((20, 30), abs=0.5), pytest.approx((60, 80), abs=0.5))
    assert tools == [tool.value, "select"], "one shape, and clicks occlude again"
    assert clicks == []


def test_lasso_keeps_the_way_and_stays_in_the_image(canvas: ImageCanvas, qtbot: QtBot) -> None:
    shapes = collect(canvas.shape_drawn)
    canvas.set_tool("lasso")
    drag(canvas, qtbot, [(10, 10), (60, 10), (60, 60), (-40, 60)])
    ((_, points),) = shapes
    assert len(points) == 4
    assert points[-1] == (0.0, pytest.approx(60, abs=0.5))


def test_a_click_with_a_tool_draws_and_occludes_nothing(
    canvas: ImageCanvas, qtbot: QtBot, scene: Scene
) -> None:
    shapes, clicks = collect(canvas.shape_drawn), collect(canvas.feature_clicked)
    canvas.set_tool("rectangle")
    x0, y0, x1, y1 = scene.features[0].box
    qtbot.mouseClick(canvas, LEFT, pos=canvas.view_position((x0 + x1) / 2, (y0 + y1) / 2).toPoint())
    assert shapes == clicks == []
    assert canvas.tool() is CanvasTool.RECTANGLE


def test_escape_gives_up_shape_then_tool_then_selection(canvas: ImageCanvas, qtbot: QtBot) -> None:
    shapes, escapes = collect(canvas.shape_drawn), collect(canvas.escaped)
    canvas.set_tool("ellipse")
    qtbot.mousePress(canvas, LEFT, pos=canvas.view_position(20, 20).toPoint())
    move(canvas, canvas.view_position(90, 90))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(canvas, LEFT, pos=canvas.view_position(90, 90).toPoint())
    assert shapes == []
    assert canvas.tool() is CanvasTool.ELLIPSE
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.tool() is CanvasTool.SELECT
    assert escapes == []
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert len(escapes) == 1


def test_nothing_is_drawn_on_the_picture_of_the_file(canvas: ImageCanvas, qtbot: QtBot) -> None:
    shapes = collect(canvas.shape_drawn)
    canvas.set_mode(CanvasMode.ORIGINAL)
    canvas.set_tool("rectangle")
    drag(canvas, qtbot, [(20, 30), (60, 80)])
    assert shapes == []


def test_ctrl_selects_instead_of_occluding(canvas: ImageCanvas, qtbot: QtBot, scene: Scene) -> None:
    names = ("feature_clicked", "feature_picked", "region_selected", "region_picked")
    clicked, picked, selected, boxes = (collect(getattr(canvas, name)) for name in names)
    ys, xs = (scene.labels_hw == 3).nonzero()
    place = canvas.view_position(xs[0] + 0.5, ys[0] + 0.5).toPoint()
    qtbot.mouseClick(canvas, LEFT, CTRL, place)
    drag(canvas, qtbot, [(20.5, 150.5), (40.5, 170.5)], keys=CTRL)
    assert (clicked, selected, picked) == ([], [], [3])
    assert boxes == [QRect(20, 150, 21, 21)]


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_drawn_named_and_selected_ones_look_different(
    canvas: ImageCanvas, scene: Scene, theme: ThemeManager, mode: ThemeMode
) -> None:
    theme.set_mode(mode)
    pictures = [canvas.grab().toImage()]
    first, *rest = scene.features
    for changes in ({"drawn_id": 1}, {"name": "ear"}, {"drawn_id": 1, "name": "a very long name for an ear"}):
        canvas.set_features(scene.labels_hw, (replace(first, **changes), *rest), distance=3.5)
        pictures.append(canvas.grab().toImage())
    canvas.set_selected({1})
    pictures.append(canvas.grab().toImage())
    canvas.set_occluded({1}, scene.image_hwc_u8)
    pictures.append(canvas.grab().toImage())
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])


def test_tag_says_drawn(scene: Scene) -> None:
    assert tag_text(replace(scene.features[0], drawn_id=2), None).endswith("drawn")


def test_list_marks_drawn_ones_and_selects_with_ctrl(theme: ThemeManager, qtbot: QtBot) -> None:
    panel = FeatureListPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(264, 200)
    rows = [
        FeatureRow(number, 0.1 / number, name="ear" * (number > 8), drawn=number > 7)
        for number in range(1, 11)
    ]
    panel.set_rows(rows)
    panel.show()
    view, item_model = panel.view, panel.item_model()
    tip = item_model.data(item_model.index(9), Qt.ItemDataRole.ToolTipRole)
    assert tip == "ear (Feature 10)\nDrawn by a person: not found by the network"
    assert "drawn by a person" in item_model.data(item_model.index(7), Qt.ItemDataRole.AccessibleTextRole)
    assert item_model.data(item_model.index(0), Qt.ItemDataRole.ToolTipRole) == "Feature 1"
    before = panel.grab().toImage()
    view.set_selected(frozenset({10}))
    assert panel.grab().toImage() != before
    assert view.viewport().rect().contains(view.visualRect(item_model.index(9)).center()), "scrolled to it"
    picked, toggled, asked = map(collect, (view.feature_picked, view.feature_toggled, view.menu_requested))
    place = view.visualRect(item_model.index(9)).center()
    qtbot.mouseClick(view.viewport(), LEFT, CTRL, place)
    qtbot.keyClick(view, Qt.Key.Key_Return, CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (picked, toggled) == ([10, 10], [10])
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, place, QPoint(1, 2)))
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint()))
    assert [number for number, _ in asked] == [10, 10]


def test_strip_offers_what_is_possible(theme: ThemeManager, qtbot: QtBot) -> None:
    strip = DrawingStrip(theme)
    qtbot.addWidget(strip)
    strip.show()
    tools, actions = collect(strip.tool_chosen), collect(strip.action_triggered)
    buttons = {button.accessibleName(): button for button in strip.findChildren(QToolButton)}
    assert all(buttons) and len(buttons) == 9
    assert not buttons["Draw a lasso"].isEnabled()
    strip.set_possible(draw=True, delete=True)
    buttons["Draw a lasso"].click()
    buttons["Delete the selected features"].click()
    buttons["Merge the selected features"].click()
    assert (tools, actions) == (["lasso"], ["delete"])
    assert "(L)" in buttons["Draw a lasso"].toolTip()
    strip.set_tool("cut")
    assert not any(button.isChecked() for button in buttons.values())
    strip.set_tool("select")
    assert buttons["Select"].isChecked()
    assert strip.sizeHint().width() <= strip.width_of(short=False)
    strip.set_short(True)
    assert strip.sizeHint().width() <= strip.width_of(short=True)
    more = buttons["What can be done with selected features"]
    assert more.isVisible() and not buttons["Delete the selected features"].isVisible()
    more.click()
    (menu,) = strip.findChildren(QMenu)
    enabled = {action.text().split("\t")[0]: action.isEnabled() for action in menu.actions()}
    assert enabled["Delete the selected features"] and not enabled["Rename the selected feature…"]
    menu.actions()[-1].trigger()
    assert actions == ["delete", "delete"]
    menu.close()
