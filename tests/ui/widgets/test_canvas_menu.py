"""The context menu of the picture."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from support.results import make_picture

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.canvas import ImageCanvas
from deepintro_desktop.ui.widgets.canvas_menu import CanvasMenu


@pytest.fixture
def canvas(qtbot: QtBot, theme: ThemeManager) -> ImageCanvas:
    canvas = ImageCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(300, 200)
    canvas.show()
    return canvas


def entries(menu: QMenu) -> dict[str, object]:
    return {action.text().replace("&", ""): action for action in menu.actions() if action.text()}


def test_there_is_no_menu_without_a_picture(canvas: ImageCanvas, theme: ThemeManager) -> None:
    menu = CanvasMenu(theme, canvas)
    menu.open_at(QPoint(5, 5))
    assert canvas.findChildren(QMenu) == []


def test_picture_is_copied_and_saved_as_it_is_seen(canvas: ImageCanvas, theme: ThemeManager) -> None:
    canvas.set_image(make_picture(1, 50, 100))
    menu = CanvasMenu(theme, canvas)
    shown = canvas.shown_rect().size() * canvas.devicePixelRatioF()
    menu.copy()
    assert QGuiApplication.clipboard().pixmap().size() == shown
    saved = []
    menu.save_requested.connect(saved.append)
    entries(menu.make_menu())["Save the picture as…"].trigger()
    assert saved[0].shape == (shown.height(), shown.width(), 3)
    assert saved[0].dtype == np.uint8
    assert saved[0].std() > 10


def test_others_can_add_entries_and_fit_fits(canvas: ImageCanvas, theme: ThemeManager) -> None:
    canvas.set_image(make_picture(1, 50, 100))
    menu = CanvasMenu(theme, canvas)
    menu.opening.connect(lambda shown, place: shown.addAction(f"At {place.x()}"))
    menu.open_at(QPoint(7, 9))
    [shown] = canvas.findChildren(QMenu)
    assert "At 7" in entries(shown)
    before = canvas.view_position(0, 0)
    canvas.zoom(3.0)
    entries(shown)["Fit the image"].trigger()
    assert canvas.view_position(0, 0) == before
    shown.close()
