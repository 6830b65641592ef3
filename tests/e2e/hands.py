"""What a person does with the real window: wait, click, press keys, by the names that are seen."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QTabBar, QWidget

from deepintro_desktop.jobs import JobRunner
from deepintro_desktop.ui.main_window.help import plain_text
from deepintro_desktop.ui.widgets.canvas import ImageCanvas
from deepintro_desktop.ui.widgets.inputs import NumberBox

PATIENCE_MS = 60_000


def rest(qtbot, runner: JobRunner) -> None:
    """Wait until no job is left."""
    qtbot.waitUntil(lambda: not runner.jobs, timeout=PATIENCE_MS)


def click(qtbot, parent: QWidget, name: str) -> None:
    """Click the button of a name that is seen."""
    button = next(
        one
        for one in parent.findChildren(QAbstractButton)
        if one.accessibleName() == name and one.isVisible()
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def box(parent: QWidget, name: str) -> NumberBox:
    """Return the box of a number by its name."""
    return next(one for one in parent.findChildren(NumberBox) if one.accessibleName() == name)


def place_of(canvas: ImageCanvas, number: int) -> QPoint:
    """Return a place on a feature."""
    places = (QPoint(x, y) for y in range(0, canvas.height(), 4) for x in range(0, canvas.width(), 4))
    return next(place for place in places if canvas.feature_at(QPointF(place)) == number)


def menu_entry(window: QMainWindow, menu: str, entry: str) -> QAction:
    """Return an entry of a menu by the names of both."""
    [title] = [one for one in window.menuBar().actions() if plain_text(one.text()) == menu]
    [found] = [one for one in title.menu().actions() if plain_text(one.text()) == entry]
    assert found.isEnabled()
    return found


def open_tab(qtbot, window: QMainWindow, name: str) -> None:
    """Click a tab by its name."""
    bar, index = next(
        (bar, index)
        for bar in window.findChildren(QTabBar)
        for index in range(bar.count())
        if bar.tabText(index) == name and bar.isVisible()
    )
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())
