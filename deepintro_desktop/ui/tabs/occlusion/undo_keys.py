"""Undo from within a number box: once its number is taken, the keys mean the tab and not the text."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDoubleSpinBox

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Lets undo and redo pass through number boxes that hold nothing half typed."""

    def watch(self, box: QDoubleSpinBox) -> None:
        """Let the keys pass through a box."""
        box.installEventFilter(self)
        box.lineEdit().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leave the keys to the window's shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in _KEYS)
        ):
            box = watched if isinstance(watched, QDoubleSpinBox) else watched.parent()
            if isinstance(box, QDoubleSpinBox) and box.valueFromText(box.text()) == box.value():
                event.ignore()
                return True
        return super().eventFilter(watched, event)
