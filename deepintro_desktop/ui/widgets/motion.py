"""Short movements; none when the system asks for less motion."""

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QPoint, QPropertyAnimation
from PySide6.QtWidgets import QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import TOAST_IN_MS

_RISE = 12


class Entrance(QObject):
    """Lets a widget rise into its place, also when the place moves meanwhile."""

    def __init__(self, widget: QWidget, theme: ThemeManager) -> None:
        super().__init__(widget)
        self._widget = widget
        self._theme = theme
        self._animation = QPropertyAnimation(widget, b"pos", self)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)

    def play(self) -> None:
        """Rise by a few pixels to where the widget is now."""
        milliseconds = self._theme.duration(TOAST_IN_MS)
        if milliseconds == 0:
            return
        end = self._widget.pos()
        self._animation.setStartValue(end + QPoint(0, _RISE))
        self._animation.setEndValue(end)
        self._animation.setDuration(milliseconds)
        self._animation.start()

    def settle(self, place: QPoint) -> None:
        """Go to a place: at once, or as the end of the movement that is running."""
        if self._animation.state() == QAbstractAnimation.State.Running:
            self._animation.setEndValue(place)
        else:
            self._widget.move(place)
