"""What tests of the canvas do again and again: move the pointer, listen."""

from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_NO_BUTTON, _NO_KEY = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


def move(widget: QWidget, place: QPointF, buttons: Qt.MouseButton = _NO_BUTTON) -> None:
    """Move the pointer over a widget, with these buttons held."""
    there = QPointF(widget.mapToGlobal(place))
    QApplication.sendEvent(
        widget, QMouseEvent(QEvent.Type.MouseMove, place, there, _NO_BUTTON, buttons, _NO_KEY)
    )


def collect(signal: Any) -> list[Any]:
    """Return a list that gets what a signal says: a value, or a tuple of several."""
    seen: list[Any] = []
    signal.connect(lambda *values: seen.append(values[0] if len(values) == 1 else values))
    return seen
