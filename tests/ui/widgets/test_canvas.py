import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from ui.hands import collect, move
from ui.scene import Scene

from deepintro_desktop.core.results import Feature
from deepintro_desktop.imaging.colormap import overlay_hwc_u8
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.ui.theme.tokens import HOVER_RED
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.analysis_card import AnalysisCard
from deepintro_desktop.ui.widgets.canvas import CanvasMode, ImageCanvas
from deepintro_desktop.ui.widgets.canvas_picture import CanvasPicture
from deepintro_desktop.ui.widgets.feature_list import FeatureListPanel
from deepintro_desktop.ui.widgets.feature_rows import FeatureRow
from deepintro_desktop.ui.widgets.images import to_qimage


def middle_of(scene: Scene, number: int) -> tuple[int, int]:
    """Return the pixel of a feature that is nearest to its centre."""
    ys, xs = np.nonzero(scene.labels_hw == number)
    nearest = np.argmin((xs - xs.mean()) ** 2 + (ys - ys.mean()) ** 2)
    return int(xs[nearest]), int(ys[nearest])


def place_of(canvas: ImageCanvas, scene: Scene, number: int) -> QPoint:
    x, y = middle_of(scene, number)
    return canvas.view_position(x + 0.5, y + 0.5).toPoint()


def wheel(canvas: ImageCanvas, place: QPointF, notches: int) -> None:
    event = QWheelEvent(
        place,
        QPointF(canvas.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


@pytest.mark.parametrize("number", [1, 2, 5, 11, 14])
def test_every_feature_is_hit_at_its_pixels(canvas: ImageCanvas, scene: Scene, number: int) -> None:
    assert canvas.feature_at(QPointF(place_of(canvas, scene, number))) == number


def test_hover_says_the_number_once_and_minus_one_outside(canvas: ImageCanvas, scene: Scene) -> None:
    seen = collect(canvas.feature_hovered)
    place = QPointF(place_of(canvas, scene, 2))
    move(canvas, place)
    move(canvas, place + QPointF(1, 0))
    move(canvas, QPointF(2, 2))
    assert seen == [2, -1]


def test_leaving_forgets_the_pointer(canvas: ImageCanvas, scene: Scene) -> None:
    move(canvas, QPointF(place_of(canvas, scene, 2)))
    hovered, pixels = collect(canvas.feature_hovered), collect(canvas.pixel_hovered)
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert hovered == [-1] and pixels == [(-1, -1, 0.0)]


def test_hover_from_elsewhere_is_silent_and_shows_the_photo_in_red(canvas: ImageCanvas, scene: Scene) -> None:
    seen = collect(canvas.feature_hovered)
    before = canvas.grab().toImage()
    canvas.set_hovered(2)
    x, y = middle_of(scene, 2)
    shown = canvas.grab().toImage().pixelColor(canvas.view_position(x + 0.5, y + 0.5).toPoint())
    red = QColor(HOVER_RED).getRgb()[:3]
    expected = [
        0.72 * photo + 0.28 * hover for photo, hover in zip(scene.image_hwc_u8[y, x], red, strict=True)
    ]
    assert shown.getRgb()[:3] == pytest.approx(expected, abs=8)
    assert seen == []
    canvas.set_hovered(None)
    assert canvas.grab().toImage() == before


def test_pointer_reads_the_relevance_of_the_pixel(canvas: ImageCanvas, scene: Scene) -> None:
    seen = collect(canvas.pixel_hovered)
    move(canvas, canvas.view_position(92.5, 75.5))
    assert seen[-1] == (92, 75, pytest.approx(float(scene.relevance_hw[75, 92])))


def test_click_on_pixels_or_label_toggles(canvas: ImageCanvas, scene: Scene, qtbot: QtBot) -> None:
    seen = collect(canvas.feature_clicked)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(canvas, left, pos=place_of(canvas, scene, 3))
    label = canvas._features.label_rect(7, canvas._view, dashed=True)
    qtbot.mouseClick(canvas, left, pos=label.center().toPoint())
    qtbot.mouseClick(canvas, left, pos=QPoint(3, 3))
    assert seen == [3, 7]


def test_double_click_on_a_feature_is_two_clicks(canvas: ImageCanvas, scene: Scene, qtbot: QtBot) -> None:
    seen = collect(canvas.feature_clicked)
    place = place_of(canvas, scene, 3)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place)
    assert seen[:2] == [3, 3]


def test_rubber_band_selects_whole_pixels(canvas: ImageCanvas, qtbot: QtBot) -> None:
    regions, clicks = collect(canvas.region_selected), collect(canvas.feature_clicked)
    start, end = canvas.view_position(20.5, 150.5).toPoint(), canvas.view_position(40.5, 170.5)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    move(canvas, end, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end.toPoint())
    assert regions == [QRect(20, 150, 21, 21)] and clicks == []


def test_escape_drops_the_rubber_band(canvas: ImageCanvas, qtbot: QtBot) -> None:
    regions = collect(canvas.region_selected)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.view_position(20, 150).toPoint())
    move(canvas, canvas.view_position(60, 190), Qt.MouseButton.LeftButton)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.view_position(60, 190).toPoint())
    assert regions == []


def test_zoom_keeps_the_pixel_under_the_pointer(canvas: ImageCanvas) -> None:
    place = canvas.view_position(50, 60)
    wheel(canvas, place, 3)
    after = canvas.view_position(50, 60)
    assert (after - place).manhattanLength() < 1e-6
    assert canvas.view_position(51, 60).x() - after.x() > 1.5 * 600 / 227
    canvas.fit()
    assert (canvas.view_position(50, 60) - place).manhattanLength() < 1e-6


def test_labels_stay_at_their_outline_when_zoomed(canvas: ImageCanvas) -> None:
    canvas.grab()
    before = dict(canvas._features._placements)
    wheel(canvas, canvas.view_position(90, 100), 4)
    canvas.grab()
    assert canvas._features._placements == before


def test_middle_button_moves_the_image(canvas: ImageCanvas, qtbot: QtBot) -> None:
    before = canvas.view_position(0, 0)
    qtbot.mousePress(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(100, 100))
    move(canvas, QPointF(130, 90), Qt.MouseButton.MiddleButton)
    qtbot.mouseRelease(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(130, 90))
    assert canvas.view_position(0, 0) - before == QPointF(30, -10)


def test_space_shows_the_original_while_it_is_held(canvas: ImageCanvas, scene: Scene, qtbot: QtBot) -> None:
    place = QPointF(place_of(canvas, scene, 2))
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.feature_at(place) == -1
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.feature_at(place) == 2


def test_held_space_moves_nothing_and_hides_map_and_fills(
    canvas: ImageCanvas, scene: Scene, qtbot: QtBot
) -> None:
    canvas.set_original(np.zeros((100, 300, 3), np.uint8))
    canvas.set_occluded((2,), scene.filled((2,)))
    wheel(canvas, canvas.view_position(90, 100), 2)
    before = canvas.view_position(0, 0)
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.view_position(0, 0) == before
    x, y = middle_of(scene, 2)
    shown = canvas.grab().toImage().pixelColor(canvas.view_position(x + 0.5, y + 0.5).toPoint())
    expected = [int(value) for value in scene.image_hwc_u8[y, x]]
    assert shown.getRgb()[:3] == pytest.approx(expected, abs=4)
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    canvas.set_mode("original")
    assert canvas.view_position(0, 0) != before
    canvas.set_mode("occluded")
    assert canvas.view_position(0, 0) == before


def test_space_is_held_wherever_the_focus_is(theme: ThemeManager, scene: Scene, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    canvas, features, card = ImageCanvas(theme), FeatureListPanel(theme), AnalysisCard(theme)
    line, button = QLineEdit(), QPushButton("Undo")
    for widget in (canvas, features, card, line, button):
        layout.addWidget(widget)
    canvas.set_image(scene.image_hwc_u8)
    features.set_rows([FeatureRow(1, 0.5)])
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    toggled, clicked = collect(features.feature_toggled), collect(card.clicked)
    for widget in (features.view, card):
        widget.setFocus()
        qtbot.keyPress(widget, Qt.Key.Key_Space)
        assert canvas._held
        qtbot.keyRelease(widget, Qt.Key.Key_Space)
        assert not canvas._held
    assert toggled == [] and clicked == []
    card.setFocus()
    qtbot.keyPress(card, Qt.Key.Key_Space)
    line.setFocus()
    assert not canvas._held
    qtbot.keyClick(line, Qt.Key.Key_Space)
    assert line.text() == " " and not canvas._held


def test_occluded_labels_cover_no_other(canvas: ImageCanvas, scene: Scene) -> None:
    canvas.set_occluded(range(1, 15), scene.filled(tuple(range(1, 15))))
    canvas.grab()
    marks, view = canvas._features, canvas._view
    boxes = [marks.label_rect(number, view, dashed=True) for number in range(1, 15)]
    for place, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[place + 1 :])


def test_original_has_its_own_shape_and_no_features(canvas: ImageCanvas, scene: Scene) -> None:
    wide = np.zeros((100, 300, 3), np.uint8)
    wide[:, :, 1] = 255
    canvas.set_original(wide)
    canvas.set_mode("original")
    picture = canvas.grab().toImage()
    assert picture.pixelColor(300, 320).green() == 255
    assert picture.pixelColor(300, 100) == QColor(canvas._theme.tokens().canvas)
    assert canvas.mode() is CanvasMode.ORIGINAL


def test_filled_pixels_are_shown_exactly(canvas: ImageCanvas, scene: Scene) -> None:
    filled = scene.filled((1,))
    canvas.set_occluded((1,), filled)
    picture = canvas.grab().toImage()
    mask = np.isin(scene.labels_hw, (1,))
    exact = 0
    for y, x in np.argwhere(mask)[::40]:
        shown = picture.pixelColor(canvas.view_position(x + 0.5, y + 0.5).toPoint())
        exact += shown.getRgb()[:3] == tuple(int(value) for value in filled[y, x])
    assert exact >= 0.7 * len(np.argwhere(mask)[::40])  # the rest lies under the outline


def test_input_mode_shows_no_fill(canvas: ImageCanvas, scene: Scene) -> None:
    canvas.set_mode("input")
    before = canvas.grab().toImage()
    canvas.set_occluded((1,), scene.filled((1,)))
    assert canvas.grab().toImage() == before


def test_map_over_photo_is_that_of_the_command_line(qapp: QApplication, scene: Scene) -> None:
    picture = CanvasPicture()
    picture.set_image(scene.image_hwc_u8)
    picture.set_relevance(scene.relevance_hw)
    for opacity in (0.35, 0.7, 1.0):
        picture.set_opacity(opacity)
        composed = picture.composed().convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(composed.constBits(), np.uint8).reshape(227, composed.bytesPerLine())
        shown = rows[:, : 227 * 3].reshape(227, 227, 3).astype(int)
        expected = overlay_hwc_u8(scene.image_hwc_u8, scene.relevance_hw, opacity).astype(int)
        assert np.abs(shown - expected).max() <= 4
        assert np.abs(shown - expected).mean() < 1.0


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("n_features", [0, 1, 14, 40])
def test_paints_any_number_of_features(
    theme: ThemeManager, qtbot: QtBot, scene: Scene, mode: str, n_features: int
) -> None:
    theme.set_mode(ThemeMode(mode))
    labels = np.zeros((64, 64), np.int32)
    features = []
    for number in range(1, n_features + 1):
        y, x = divmod(number - 1, 7)
        labels[y * 10 + 1 : y * 10 + 5, x * 9 + 1 : x * 9 + 5] = number
        features.append(Feature(number, 16, (x * 9 + 1, y * 10 + 1, x * 9 + 5, y * 10 + 5), 0.01))
    canvas = ImageCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(500, 400)
    canvas.set_image(np.full((64, 64, 1), 90, np.uint8))
    canvas.set_features(labels, features)
    canvas.set_hovered(n_features or None)
    canvas.set_occluded(range(1, n_features // 2), np.full((64, 64, 3), 10, np.uint8))
    assert not canvas.grab().isNull()


def test_new_image_drops_what_belonged_to_the_old_one(canvas: ImageCanvas, scene: Scene) -> None:
    canvas.set_occluded((1,), scene.filled((1,)))
    canvas.set_image(np.zeros((50, 70, 3), np.uint8))
    assert canvas.feature_at(canvas.view_position(35, 25)) == -1
    assert not canvas.grab().isNull()


def test_empty_canvas_offers_its_action(theme: ThemeManager, qtbot: QtBot) -> None:
    canvas = ImageCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas.set_image(None)
    canvas.set_empty("image", "No image chosen", "Choose one.", (Action("add-images", "Add images", "add"),))
    button = canvas.findChild(object, "add-images")
    with qtbot.waitSignal(canvas.action_triggered, timeout=1000) as caught:
        button.click()
    assert caught.args == ["add-images"]
    canvas.set_image(np.zeros((5, 5, 3), np.uint8))
    assert not canvas._empty.isVisibleTo(canvas)


def test_array_becomes_a_picture_that_owns_its_pixels() -> None:
    array = np.zeros((3, 5, 3), np.uint8)
    array[1, 2] = (10, 20, 30)
    image = to_qimage(array[:, ::1])
    array[:] = 0
    assert image.pixelColor(2, 1).getRgb()[:3] == (10, 20, 30)
