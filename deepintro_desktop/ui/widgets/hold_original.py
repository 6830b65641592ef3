"""Space shows the original while it is held, wherever in the window the focus is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.focus import shows_keyboard_focus

_WRITES = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit)
_PRESSED_WITH_SPACE = (QAbstractButton, QComboBox)
LEAVES_SPACE = "leavesSpace"
"""A button with this dynamic property has another key of its own."""


class SpaceHolder(QObject):
    """Listens to the widget that has the focus, as long as the picture is in view.

    Parameters
    ----------
    theme : ThemeManager
        Tells where the focus goes.
    picture : QWidget
        Whose window counts; it handles its own keys itself.
    hold : callable
        Told True when Space goes down and False when it comes up or the focus goes elsewhere.
    """

    def __init__(self, theme: ThemeManager, picture: QWidget, hold: Callable[[bool], None]) -> None:
        super().__init__(picture)
        self._picture = picture
        self._hold = hold
        self._watched: QWidget | None = None
        theme.focus_moved.connect(self.follow)

    def follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Listen to another widget."""
        if not isValid(self._picture):
            return
        if self._watched is not None:
            if isValid(self._watched):
                self._watched.removeEventFilter(self)
            self._watched = None
            self._hold(False)
        if now is not None and now is not self._picture and now.window() is self._picture.window():
            self._watched = now
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take Space where it means nothing else."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
            and event.key() == Qt.Key.Key_Space
            and self._is_free(watched)
        ):
            if not event.isAutoRepeat():
                self._hold(event.type() == QEvent.Type.KeyPress)
            return True
        return False

    def _is_free(self, watched: QObject) -> bool:
        if not isinstance(watched, QWidget) or not self._picture.isVisible() or isinstance(watched, _WRITES):
            return False
        if isinstance(watched, _PRESSED_WITH_SPACE) and not watched.property(LEAVES_SPACE):
            # Who came here with the mouse does not expect Space to press the button again.
            return not shows_keyboard_focus(watched)
        return True
