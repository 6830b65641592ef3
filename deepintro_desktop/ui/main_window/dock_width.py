"""The width of the docks: what they lost to a small window comes back with a larger one."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow


class DockWidth(QObject):
    """Restores the width that the person gave the docks, or the usual one.

    A main window takes room from its docks when it becomes small and never gives it back.

    Parameters
    ----------
    window : QMainWindow
        Its docks lie below each other in one column.
    dock : QDockWidget
        The one that is watched.
    width : int
        The usual width in pixels.
    """

    def __init__(self, window: QMainWindow, dock: QDockWidget, width: int) -> None:
        super().__init__(window)
        self._window = window
        self._dock = dock
        self._usual = self.wished = width
        self._last_size = window.size()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.restore)
        window.installEventFilter(self)
        dock.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Notice another size of the window, and a dock that the person drags."""
        if event.type() == QEvent.Type.Resize:
            if watched is self._window:
                self._timer.start(0)
            elif self._is_dragged():
                self.wished = self._dock.width()
        return super().eventFilter(watched, event)

    def restore(self) -> None:
        """Give the docks their width again."""
        self._last_size = self._window.size()
        if self._dock.isVisible() and not self._dock.isFloating() and self._dock.width() != self.wished:
            self._window.resizeDocks([self._dock], [self.wished], Qt.Orientation.Horizontal)

    def reset(self) -> None:
        """Forget what the person dragged."""
        self.wished = self._usual
        self.restore()

    def _is_dragged(self) -> bool:
        is_pressed = bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        return is_pressed and self._window.size() == self._last_size and not self._dock.isFloating()
