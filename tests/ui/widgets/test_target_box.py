"""The box in which the target class is searched."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from support.results import make_network

from deepintro_desktop.ui.widgets.target_box import TargetBox

LONG = "a class whose name is far too long for any box of usual width, also known by many other names"


@pytest.fixture
def stage(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    box, other = TargetBox(page), QLineEdit(page)
    layout = QVBoxLayout(page)
    layout.addWidget(box)
    layout.addWidget(other)
    labels = ("apple", "golden retriever", "Golden eagle", "date", "egg", LONG)
    box.set_classes(make_network(labels=labels).manifest)
    box.set_target(0)
    page.resize(240, 120)
    page.show()
    page.activateWindow()
    other.setFocus()
    chosen = []
    box.target_chosen.connect(chosen.append)
    yield box, other, chosen
    page.close()


def enter(qtbot, box):
    qtbot.mouseClick(box.lineEdit(), Qt.MouseButton.LeftButton)
    box.lineEdit().setFocus()
    qtbot.waitUntil(lambda: box.lineEdit().selectedText() == box.lineEdit().text() != "", timeout=2000)


def test_a_click_selects_the_name_and_enter_takes_the_first_that_fits(stage, qtbot):
    box, _, chosen = stage
    enter(qtbot, box)
    qtbot.keyClicks(box.lineEdit(), "gold")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert chosen == [1]
    assert box.currentText() == "golden retriever"


def test_an_exact_name_goes_before_the_first_that_fits(stage, qtbot):
    box, _, chosen = stage
    enter(qtbot, box)
    qtbot.keyClicks(box.lineEdit(), "golden EAGLE")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert chosen == [2]


@pytest.mark.parametrize("typed", ["nothing of the kind", "gold", ""])
def test_leaving_brings_the_name_back(stage, qtbot, typed):
    box, other, chosen = stage
    enter(qtbot, box)
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Delete)
    qtbot.keyClicks(box.lineEdit(), typed)
    box.completer().popup().hide()
    other.setFocus()
    qtbot.waitUntil(lambda: box.lineEdit().text() == "apple", timeout=2000)
    assert chosen == []


def test_enter_on_nonsense_brings_the_name_back(stage, qtbot):
    box, _, chosen = stage
    enter(qtbot, box)
    qtbot.keyClicks(box.lineEdit(), "zebra")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert (box.currentText(), chosen) == ("apple", [])


def test_a_long_name_is_shortened_and_told_whole_in_the_tooltip(stage):
    box, _, _ = stage
    box.set_target(5)
    assert box.lineEdit().text().endswith("…")
    assert LONG in box.toolTip()
