"""The look of the program, put on for one test and taken off again."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from deepintro_desktop.ui.theme import ThemeManager, ThemeMode


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeManager]:
    style, font, palette = qapp.styleSheet(), qapp.font(), qapp.palette()
    usual = QFont(font)
    usual.setPixelSize(13)
    qapp.setFont(usual)
    manager = ThemeManager(qapp, ThemeMode.LIGHT)
    yield manager
    manager.set_mode(ThemeMode.SYSTEM)
    manager.retire()
    qapp.setStyleSheet(style)
    qapp.setFont(font)
    qapp.setPalette(palette)
