"""The list of what images can be made of."""

import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeMode
from deepintro_desktop.ui.widgets.images import to_qimage
from deepintro_desktop.ui.widgets.subject_list import ROW_ROLE, SubjectList, SubjectModel, SubjectRow

MAGENTA = (220, 20, 220)
LEFT = Qt.MouseButton.LeftButton


def thumbnail():
    return to_qimage(np.full((24, 24, 3), MAGENTA, np.uint8))


def rows(*numbers, counts=()):
    counts = dict(counts)
    return [
        SubjectRow(
            number,
            f"Feature {number}" if number else "Whole image",
            thumbnail() if number else None,
            counts.get(number, ""),
        )
        for number in numbers
    ]


@pytest.fixture
def panel(theme, qtbot):
    widget = SubjectList(theme, "What to synthesise")
    qtbot.addWidget(widget)
    widget.resize(264, 400)
    return widget


@pytest.fixture
def chosen(panel):
    seen = []
    panel.subject_chosen.connect(seen.append)
    return seen


def place(panel, row):
    return panel.view.visualRect(panel.item_model().index(row)).center()


def current(panel):
    """Return the number of the row that is current, which is the only one that is selected; None for none."""
    index = panel.view.currentIndex()
    assert panel.view.selectionModel().selectedIndexes() == ([index] if index.isValid() else [])
    row = index.data(ROW_ROLE)
    return None if row is None else row.number


def count_of(painted, wanted, by=6):
    """Return how many pixels have about a colour."""
    raw = np.frombuffer(painted.convertToFormat(painted.Format.Format_RGB888).constBits(), np.uint8)
    raw = raw.reshape(painted.height(), -1)[:, : 3 * painted.width()].reshape(painted.height(), -1, 3)
    return int((np.abs(raw.astype(int) - wanted).max(2) <= by).sum())


# --- rows


def test_rows_are_a_good_item_model(qapp):
    subjects = SubjectModel()
    tester = QAbstractItemModelTester(subjects, QAbstractItemModelTester.FailureReportingMode.Fatal)
    subjects.set_rows(rows(0, 1, 2))
    subjects.set_rows(rows(0, 1, 2, counts={1: "4 images"}))
    subjects.set_rows(())
    subjects.set_rows(())
    subjects.set_rows(rows(2, 0))
    assert subjects.rowCount() == 2 and tester.model() is subjects
    assert subjects.rowCount(subjects.index(0)) == 0
    assert [row.number for row in subjects.rows()] == [2, 0]
    assert subjects.data(QModelIndex()) is None and subjects.data(subjects.index(0), 9999) is None


def test_rows_say_name_and_count(panel):
    panel.set_rows(rows(0, 3, counts={3: "4 images"}), 0)
    model: QAbstractItemModel = panel.item_model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken == ["Whole image", "Feature 3, 4 images"]
    assert model.index(1, 0).data() == "Feature 3"
    assert panel.view.accessibleName() == "What to synthesise"


def test_same_rows_change_without_a_reset(panel, qtbot):
    panel.set_rows(rows(0, 1, 2), 1)
    model = panel.item_model()
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        panel.set_rows(rows(0, 1, 2, counts={2: "1 image"}), 1)
    assert (changed.args[0].row(), changed.args[1].row()) == (0, 2)
    assert model.index(2).data(ROW_ROLE).count == "1 image"
    with qtbot.waitSignal(model.modelReset):
        panel.set_rows(rows(0, 2, 1), 1)


# --- choosing


def test_rows_are_set_without_a_signal(panel, chosen):
    for numbers, number in [((0, 1, 2), 1), ((0, 1, 2), 2), ((0, 5, 7), 5), ((0,), 0), ((), 3), ((4,), 4)]:
        panel.set_rows(rows(*numbers), number)
        assert current(panel) == (number if numbers else None)
    assert chosen == []


def test_what_is_not_there_is_not_chosen(panel, chosen):
    panel.set_rows(rows(0), 1)
    assert current(panel) is None
    panel.set_rows(rows(0, 1), 1)
    assert current(panel) == 1 and chosen == []


def test_same_rows_keep_the_selection(panel, chosen):
    panel.set_rows(rows(0, 1, 2, 3), 2)
    panel.item_model().set_rows(rows(0, 1, 2, 3, counts={2: "4 images"}))
    assert current(panel) == 2
    panel.set_rows(rows(0, 1, 2, 3, counts={2: "8 images"}), 2)
    assert current(panel) == 2 and chosen == []


def test_same_rows_stay_where_they_were_scrolled(panel, qtbot):
    panel.resize(264, 200)
    panel.show()
    panel.set_rows(rows(*range(30)), 0)
    bar = panel.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(300)
    panel.set_rows(rows(*range(30), counts={1: "2 images"}), 0)
    assert bar.value() == 300
    panel.hide()


def test_keys_choose(panel, chosen, qtbot):
    panel.set_rows(rows(0, 3, 7), 0)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert chosen == [3, 7] and current(panel) == 7
    qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    assert chosen == [3, 7, 0] and current(panel) == 0


def test_clicks_choose_once(panel, chosen, qtbot):
    panel.set_rows(rows(0, 3, 7), 0)
    panel.grab()
    viewport = panel.view.viewport()
    qtbot.mouseClick(viewport, LEFT, pos=place(panel, 2))
    qtbot.mouseClick(viewport, LEFT, pos=place(panel, 2))
    qtbot.mouseClick(viewport, LEFT, pos=place(panel, 1))
    assert chosen == [7, 3] and current(panel) == 3


def test_a_click_below_the_rows_chooses_nothing(panel, chosen, qtbot):
    panel.set_rows(rows(0, 3), 3)
    panel.grab()
    below = panel.view.viewport().rect().bottomLeft()
    qtbot.mouseClick(panel.view.viewport(), LEFT, pos=below)
    assert chosen == []


def test_keys_go_on_from_what_was_set(panel, chosen, qtbot):
    panel.set_rows(rows(0, 3, 7), 7)
    qtbot.keyClick(panel.view, Qt.Key.Key_Up)
    panel.set_rows(rows(0, 2, 4, 6), 4)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert chosen == [3, 6]


def test_the_focus_alone_changes_nothing_that_is_chosen(theme, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    line, panel = QLineEdit(page), SubjectList(theme, "Subjects", page)
    layout = QVBoxLayout(page)
    layout.addWidget(line)
    layout.addWidget(panel)
    panel.set_rows(rows(0, 1), 1)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    line.setFocus()
    with qtbot.assertNotEmitted(panel.subject_chosen):
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert panel.view.hasFocus() and current(panel) == 1
    assert not page.grab().isNull()
    page.hide()


# --- sizes and painting


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_compact_is_narrower_with_lower_rows(theme, qtbot, monkeypatch, scale):
    monkeypatch.setattr(theme, "_scale", scale)
    panel = SubjectList(theme, "Subjects")
    qtbot.addWidget(panel)
    panel.set_rows(rows(0, 1), 0)

    def sizes():
        panel.grab()
        return panel.width(), panel.view.visualRect(panel.item_model().index(1)).height()

    assert sizes() == (264 * scale, 44 * scale)
    panel.set_compact(True)
    assert sizes() == (192 * scale, 36 * scale)
    panel.set_compact(False)
    assert sizes() == (264 * scale, 44 * scale)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_thumbnails_give_way_when_compact(theme, qtbot, monkeypatch, mode, scale):
    monkeypatch.setattr(theme, "_scale", scale)
    theme.set_mode(ThemeMode(mode))
    panel = SubjectList(theme, "Subjects")
    qtbot.addWidget(panel)
    panel.set_rows(rows(0, 1), 0)
    # One thumbnail of 32 × 32 with rounded corners.
    assert count_of(panel.grab().toImage(), MAGENTA) == pytest.approx((32 * scale) ** 2, rel=0.05)
    panel.set_compact(True)
    assert count_of(panel.grab().toImage(), MAGENTA) == 0


@pytest.mark.parametrize("compact", [False, True])
def test_the_chosen_row_is_seen(theme, panel, compact):
    panel.set_rows(rows(0, 1, 2, counts={0: "12 images", 2: "a count far too long for a row as narrow"}), 2)
    panel.set_compact(compact)
    ground, edge = theme.color("accent_soft"), theme.color("accent")
    for number in (2, 0, 1):
        panel.set_rows(panel.item_model().rows(), number)
        painted = panel.view.viewport().grab().toImage()
        for row in range(3):
            box = panel.view.visualRect(panel.item_model().index(row))
            part = painted.copy(box)
            is_chosen = panel.item_model().rows()[row].number == number
            assert (count_of(part, ground.getRgb()[:3], 1) > box.height() * 20) is is_chosen
            assert (count_of(part, edge.getRgb()[:3], 1) > box.height()) is is_chosen


def test_counts_are_painted_and_change(panel):
    panel.set_rows(rows(0, 1), 0)
    without = panel.grab().toImage()
    panel.set_rows(rows(0, 1, counts={1: "4 images"}), 0)
    assert panel.grab().toImage() != without
    panel.set_rows(rows(0, 1), 0)
    assert panel.grab().toImage() == without


def test_an_empty_list_paints(panel, chosen):
    panel.set_rows((), 0)
    assert panel.item_model().rowCount() == 0 and current(panel) is None
    assert not panel.grab().isNull() and chosen == []


def test_a_choice_that_is_not_there_leaves_nothing_chosen(panel, chosen, qtbot):
    panel.show()
    panel.set_rows(rows(0), 0)
    panel.set_rows(rows(0), 1)
    assert not panel.view.currentIndex().isValid()
    qtbot.mouseClick(panel.view.viewport(), LEFT, pos=place(panel, 0))
    assert chosen == [0]


def test_the_focus_alone_chooses_nothing(panel, chosen, qtbot):
    panel.show()
    panel.set_rows(rows(0), 1)
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert chosen == []
    assert not panel.view.currentIndex().isValid()
