from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRectF,
    Qt,
)
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView
from pytestqt.qtbot import QtBot
from ui.scene import make_scene

from deepintro_desktop.ui.theme import ThemeManager, ThemeMode
from deepintro_desktop.ui.widgets.dock_row import (
    ROW_ROLE,
    ImageRow,
    ImageRowDelegate,
    NetworkRow,
    NetworkRowDelegate,
)
from deepintro_desktop.ui.widgets.feature_delegate import eye_rect
from deepintro_desktop.ui.widgets.feature_list import FeatureListPanel, FeatureSort
from deepintro_desktop.ui.widgets.feature_rows import FeatureListModel, FeatureRole, FeatureRow
from deepintro_desktop.ui.widgets.images import crop_square, feature_thumbnails, to_qimage
from deepintro_desktop.ui.widgets.top5 import Top5
from deepintro_desktop.ui.widgets.top5_rows import ClassBar, Top5Model


def rows() -> list[FeatureRow]:
    scene = make_scene()
    pictures = feature_thumbnails(scene.image_hwc_u8, scene.features)
    return [
        FeatureRow(
            feature.number, feature.relevance, scene.changes[feature.number], False, pictures[feature.number]
        )
        for feature in scene.features
    ]


@pytest.fixture
def panel(theme: ThemeManager, qtbot: QtBot) -> FeatureListPanel:
    widget = FeatureListPanel(theme)
    qtbot.addWidget(widget)
    widget.resize(264, 760)
    widget.set_rows(rows())
    widget.grab()
    return widget


@pytest.fixture(params=["light", "dark"])
def both(theme: ThemeManager, request: pytest.FixtureRequest) -> Iterator[ThemeManager]:
    theme.set_mode(ThemeMode(request.param))
    yield theme


def check(item_model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(item_model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def spoken(item_model: QAbstractItemModel, row: int) -> str:
    return str(item_model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_feature_rows_are_a_good_item_model(qapp: QApplication) -> None:
    features = FeatureListModel()
    tester = check(features)
    features.set_rows(rows())
    features.set_rows(rows()[:3])
    features.set_occluded({1, 3})
    features.set_rows(())
    features.set_rows(rows()[::-1])
    assert features.rowCount() == 14 and tester.model() is features
    assert features.index(0).data(FeatureRole.NUMBER) == 14
    assert features.position_of(14) == 0 and features.position_of(99) == -1


def test_feature_row_says_everything_to_a_screen_reader(qapp: QApplication) -> None:
    features = FeatureListModel()
    features.set_rows([FeatureRow(3, 0.056, -0.126, occluded=True), FeatureRow(4, 0.02)])
    assert spoken(features, 0) == (
        "Feature 3, 5.6\u00a0% of the relevance, changes the probability by \u22120.126, occluded"
    )
    assert spoken(features, 1) == "Feature 4, 2.0\u00a0% of the relevance, visible"


def test_same_features_keep_the_current_row(panel: FeatureListPanel) -> None:
    panel.view.setCurrentIndex(panel.item_model().index(2))
    panel.set_rows(rows())
    assert panel.view.currentIndex().row() == 2


def test_hover_tells_the_number_and_forgets_it(panel: FeatureListPanel, qtbot: QtBot) -> None:
    seen: list[int] = []
    panel.row_hovered.connect(seen.append)
    panel.show()
    viewport = panel.view.viewport()
    place = panel.view.visualRect(panel.item_model().index(4)).center()
    qtbot.mouseMove(viewport, place)
    qtbot.mouseMove(viewport, place + QPoint(2, 0))
    QApplication.sendEvent(panel.view, QEvent(QEvent.Type.Leave))
    assert seen == [5, -1]


def test_hover_from_the_image_is_silent_and_scrolls(theme: ThemeManager, qtbot: QtBot) -> None:
    panel = FeatureListPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(264, 300)
    panel.set_rows(rows())
    panel.show()
    seen: list[int] = []
    panel.row_hovered.connect(seen.append)
    panel.set_hovered(14)
    assert seen == []
    assert panel.view.viewport().rect().contains(panel.view.visualRect(panel.item_model().index(13)).center())


@pytest.mark.parametrize("on_eye", [True, False])
def test_click_anywhere_in_the_row_toggles_once(panel: FeatureListPanel, qtbot: QtBot, on_eye: bool) -> None:
    seen: list[int] = []
    panel.feature_toggled.connect(seen.append)
    box = panel.view.visualRect(panel.item_model().index(1))
    place = eye_rect(QRectF(box)).center().toPoint() if on_eye else box.center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seen == [2]


def test_keys_move_and_toggle(panel: FeatureListPanel, qtbot: QtBot) -> None:
    toggled: list[int] = []
    panel.feature_toggled.connect(toggled.append)
    panel.view.setCurrentIndex(panel.item_model().index(0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Space)
    assert toggled == []
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert toggled == [2]


def test_sorting_by_change_puts_the_largest_fall_first(panel: FeatureListPanel) -> None:
    panel.set_rows([*rows(), FeatureRow(15, 0.5)])
    panel.set_sort(FeatureSort.CHANGE)
    numbers = [row.number for row in panel.item_model().rows()]
    assert numbers[:3] == [1, 2, 3] and numbers[-1] == 15
    panel.set_sort(FeatureSort.RELEVANCE)
    assert panel.item_model().rows()[0].number == 15


def test_head_asks_for_the_other_order(panel: FeatureListPanel, qtbot: QtBot) -> None:
    head = next(button for button in panel.findChildren(QAbstractButton) if button.text() == "Change")
    with qtbot.waitSignal(panel.sort_changed, timeout=1000) as caught:
        head.click()
    assert caught.args == ["change"]


def test_buttons_of_the_title_ask(panel: FeatureListPanel, qtbot: QtBot) -> None:
    signals = {
        "Occlude all": panel.occlude_all_requested,
        "Occlude none": panel.occlude_none_requested,
        "Invert": panel.invert_requested,
    }
    buttons = {button.accessibleName(): button for button in panel.findChildren(QAbstractButton)}
    for name, signal in signals.items():
        with qtbot.waitSignal(signal, timeout=1000):
            buttons[name].click()
    panel.set_rows(())
    assert not buttons["Occlude all"].isEnabled()


def test_footer_counts(panel: FeatureListPanel) -> None:
    assert panel._footer.text() == "14 features hold 42.5\u00a0% of the relevance"
    panel.set_rows(rows()[:1])
    assert panel._footer.text() == "1 feature holds 11.9\u00a0% of the relevance"
    panel.set_rows(())
    assert panel._footer.text() == "No features"
    panel.set_busy(True)
    assert panel._footer.text() == "Finding features…"
    panel.set_busy(False)
    assert panel._footer.text() == "No features"


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("stretch", [100, 130])
def test_footer_is_always_whole(theme: ThemeManager, qtbot: QtBot, compact: bool, stretch: int) -> None:
    theme._system_font.setStretch(stretch)
    theme.set_mode(ThemeMode.DARK)
    panel = FeatureListPanel(theme)
    qtbot.addWidget(panel)
    panel.set_rows(rows())
    panel.set_compact(compact)
    panel.grab()
    assert panel._footer._fits(panel._footer.fitting_font())


def test_panel_paints_in_every_state(both: ThemeManager, qtbot: QtBot) -> None:
    panel = FeatureListPanel(both)
    qtbot.addWidget(panel)
    panel.resize(264, 400)
    filled = rows()
    panel.set_rows([*filled[:13], FeatureRow(14, 0.0, None, thumbnail=QImage())])
    panel.set_occluded({1, 3})
    panel.set_hovered(2)
    wide = panel.grab().toImage()
    panel.set_compact(True)
    narrow = panel.grab().toImage()
    assert wide.width() == 264 and narrow.width() == 192
    assert wide.pixelColor(100, 399) != wide.pixelColor(22, 92)


def bars() -> list[ClassBar]:
    return [
        ClassBar("Egyptian cat", 0.397, 0.815, True, (0.325, 0.399)),
        ClassBar("tabby", 0.314, 0.076),
        ClassBar("lynx", 0.0, 0.0),
    ]


def test_classes_are_a_good_item_model(qapp: QApplication) -> None:
    classes = Top5Model()
    tester = check(classes)
    classes.set_bars(bars(), 0)
    classes.set_bars(bars()[::-1], 0)
    classes.set_bars((), 0)
    classes.set_bars(bars(), 0)
    assert classes.rowCount() == 3 and tester.model() is classes
    assert spoken(classes, 0) == "Egyptian cat, 0.397, change \u22120.418, target class"
    assert spoken(classes, 2) == "lynx, 0.000, change 0.000"


def test_bars_move_from_their_old_length(qapp: QApplication, qtbot: QtBot) -> None:
    from deepintro_desktop.ui.widgets.top5_rows import BarRole

    classes = Top5Model()
    classes.set_bars([ClassBar("tabby", 0.2)], 0)
    classes.set_bars([ClassBar("tabby", 0.8)], 40)
    assert classes.index(0).data(BarRole.LENGTH) == pytest.approx(0.2, abs=0.05)
    qtbot.waitUntil(lambda: classes.index(0).data(BarRole.LENGTH) == pytest.approx(0.8), timeout=2000)


def test_top5_paints_and_takes_the_height_it_needs(both: ThemeManager, qtbot: QtBot) -> None:
    top5 = Top5(both)
    qtbot.addWidget(top5)
    top5.set_bars(bars(), animated=False)
    top5.set_caption("features 1, 3 occluded")
    top5.set_spread(5, 0.325, 0.399)
    top5.resize(280, top5.sizeHint().height())
    assert not top5.grab().isNull()
    assert top5._view.height() == 3 * 38 and top5._legend.original
    top5.set_bars([ClassBar("tabby", 0.3)], animated=False)
    assert not top5._legend.original
    top5.set_bars((), animated=False)
    assert top5._legend.isHidden()


class Rows(QAbstractListModel):
    def __init__(self, row: object, parent: QObject) -> None:
        super().__init__(parent)
        self._row = row

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 2

    def data(self, index: QModelIndex, role: int = 0) -> object:
        return self._row if role == ROW_ROLE else None


@pytest.mark.parametrize(
    "row",
    [
        NetworkRow("SqueezeNet v1.0", "Caffe", "227 × 227 RGB", "3e-6"),
        NetworkRow("A network with a very long name indeed", "ONNX", "224 × 224", explainable=False),
        NetworkRow("not checked", "ONNX", "224 × 224"),
        ImageRow("chelsea.png", "451 × 300", to_qimage(np.full((9, 12, 3), 200, np.uint8))),
        ImageRow("CT_small.dcm", "frame 1 of 1", QImage(), "CT"),
    ],
    ids=lambda row: row.name,
)
@pytest.mark.parametrize("width", [120, 240])
def test_dock_rows_paint(both: ThemeManager, qtbot: QtBot, row: object, width: int) -> None:
    view = QListView()
    qtbot.addWidget(view)
    kind = NetworkRowDelegate if isinstance(row, NetworkRow) else ImageRowDelegate
    view.setItemDelegate(kind(both, view))
    view.setModel(Rows(row, view))
    view.setCurrentIndex(view.model().index(0, 0))
    view.resize(width, 120)
    picture = view.grab().toImage()
    accent = both.color("accent")
    column = [picture.pixelColor(width // 2, y) for y in range(54)]
    assert any(abs(colour.red() - accent.red()) < 12 for colour in column[:4]), "no selected edge"


def test_thumbnail_is_a_square_inside_the_picture() -> None:
    picture = np.arange(40 * 60 * 3, dtype=np.uint32).reshape(40, 60, 3).astype(np.uint8)
    assert crop_square(picture, (0, 0, 3, 3)).shape == (24, 24, 3)
    assert crop_square(picture, (55, 35, 60, 40)).shape == (24, 24, 3)
    assert crop_square(picture, (0, 0, 60, 40)).shape == (40, 40, 3)
