"""The ring round the widget that has the keyboard's focus: 2 px accent, 2 px gap, only after keyboard use."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QScrollBar,
    QWidget,
)
from shiboken6 import isValid

from deepintro_desktop.ui.theme.metrics import FOCUS_GAP, FOCUS_RING, RADIUS_CONTROL

if TYPE_CHECKING:
    from deepintro_desktop.ui.theme.manager import ThemeManager

_MARGIN = FOCUS_RING + FOCUS_GAP
_RINGED = (QAbstractButton, QComboBox, QAbstractSpinBox, QAbstractSlider)
RADIUS_PROPERTY = "focusRadius"
"""A widget may say its own corner radius through this dynamic property."""


def shows_keyboard_focus(widget: QWidget) -> bool:
    """Return whether the focus was last moved with the keyboard in the widget's window."""
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


class FocusRing(QObject):
    """Moves one overlay to the focused control; item views draw their own ring inside the row."""

    def __init__(self, theme: "ThemeManager") -> None:
        super().__init__(theme)
        self._theme = theme
        self._overlay: _Overlay | None = None
        self._target: QWidget | None = None

    def follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Show the ring round ``now`` when it is a control and the keyboard moved the focus."""
        self.drop()
        target = _control_of(now)
        if target is None or target.parentWidget() is None or not shows_keyboard_focus(target):
            return
        self._target = target
        target.installEventFilter(self)
        self._overlay = _Overlay(self._theme, target)
        self._place()
        self._overlay.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the ring at its widget."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.ParentChange, QEvent.Type.MouseButtonPress):
            self.drop()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._overlay is not None and self._target is not None:
            self._overlay.setGeometry(self._target.geometry().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
            self._overlay.raise_()

    def drop(self) -> None:
        """Show no ring."""
        if self._target is not None and isValid(self._target):
            self._target.removeEventFilter(self)
        if self._overlay is not None and isValid(self._overlay):
            self._overlay.hide()
            self._overlay.deleteLater()
        self._target = self._overlay = None


class _Overlay(QWidget):
    def __init__(self, theme: "ThemeManager", target: QWidget) -> None:
        super().__init__(target.parentWidget())
        self._theme = theme
        self._radius = float(target.property(RADIUS_PROPERTY) or RADIUS_CONTROL) + 3
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("accent"), FOCUS_RING))
            half = FOCUS_RING / 2
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(half, half, -half, -half), self._radius, self._radius
            )


def _control_of(widget: QWidget | None) -> QWidget | None:
    """Return the control that the ring belongs to: the spin box of an editor, the button itself."""
    if widget is None or isinstance(widget, QScrollBar):
        return None
    parent = widget.parentWidget()
    if isinstance(parent, (QAbstractSpinBox, QComboBox)):
        return parent
    return widget if isinstance(widget, _RINGED) else None
