"""A picture that keeps its shape."""

import numpy as np
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.fitted_picture import FittedPicture
from deepintro_desktop.ui.widgets.images import to_qimage


def test_picture_stands_in_the_middle_and_keeps_its_shape(qtbot: QtBot, theme: ThemeManager) -> None:
    picture = FittedPicture(theme, "what is seen")
    qtbot.addWidget(picture)
    picture.resize(300, 100)
    red = np.zeros((50, 50, 3), np.uint8)
    red[..., 0] = 255
    picture.set_picture(to_qimage(red))
    shown = picture.grab().toImage()
    assert shown.pixelColor(150, 50) == QColor(255, 0, 0)
    assert shown.pixelColor(105, 50) == QColor(255, 0, 0)
    assert shown.pixelColor(90, 50) != QColor(255, 0, 0)
    assert picture.accessibleName() == "what is seen"


def test_fixed_height_stands_at_the_left(qtbot: QtBot, theme: ThemeManager) -> None:
    picture = FittedPicture(theme, "small", height=60)
    qtbot.addWidget(picture)
    picture.resize(300, 60)
    assert picture.sizeHint().height() == 60
    picture.set_picture(to_qimage(np.full((10, 10, 3), 255, np.uint8)))
    assert picture.grab().toImage().pixelColor(30, 30) == QColor(255, 255, 255)
