"""The look of the program, put on for one test and taken off again, and a whole window on made-up verbs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.stage import Stage

from deepintro_desktop.ui.theme import ThemeManager, ThemeMode


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeManager]:
    style, font, palette = qapp.styleSheet(), qapp.font(), qapp.palette()
    usual = QFont(font)
    usual.setPixelSize(13)
    qapp.setFont(usual)
    manager = ThemeManager(qapp, ThemeMode.LIGHT)
    yield manager
    manager.retire()
    # Windows that are closed, but not deleted yet, would be given one look after another.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    qapp.setStyleSheet(style)
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def stage(qtbot: QtBot, theme: ThemeManager) -> Stage:
    """Return a shown window of the usual size on an empty library."""
    made = Stage(theme)
    qtbot.addWidget(made.window)
    made.window.resize(1440, 900)
    made.window.show()
    return made
