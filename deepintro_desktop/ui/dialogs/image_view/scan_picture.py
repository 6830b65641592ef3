"""The picture in the dialog: dragging over it changes the window, the wheel goes through slices or frames."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.fitted_picture import FittedPicture

_WHOLE_RANGE_PX = 400.0
"""Dragging this far changes the window by all values of the picture."""

_NOTCH = 120


class ScanPicture(FittedPicture):
    """A picture that follows the mouse as in viewers of scans.

    Signals: ``window_dragged`` (shares of all values: wider, higher), ``stepped`` (slices or frames).
    """

    window_dragged = Signal(float, float)
    stepped = Signal(int)

    def __init__(self, theme: ThemeManager, name: str, parent: QWidget) -> None:
        super().__init__(theme, name, parent)
        self._from: QPointF | None = None
        self._turned = 0
        self._can_drag = False

    def set_can_drag(self, can_drag: bool) -> None:
        """Say whether the picture has a window."""
        self._can_drag = can_drag
        shape = Qt.CursorShape.SizeAllCursor if can_drag else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to change the window."""
        if self._can_drag and event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """To the right wider, upwards a higher centre."""
        if self._from is not None:
            way = (event.position() - self._from) / _WHOLE_RANGE_PX
            self._from = event.position()
            self.window_dragged.emit(way.x(), -way.y())

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:  # noqa: N802
        """Leave the window as it is."""
        self._from = None

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Go on by one slice or frame per notch."""
        self._turned += event.angleDelta().y()
        n_steps = int(self._turned / _NOTCH)
        self._turned -= n_steps * _NOTCH
        if n_steps:
            self.stepped.emit(-n_steps)
        event.accept()
