"""The context menu of the picture: copy what is seen, save it, fit it."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QMenu

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.canvas import ImageCanvas


class CanvasMenu(QObject):
    """Signals: ``save_requested`` with what is seen, uint8 [height, width, 3].

    ``opening`` carries the empty menu and the place in the picture's widget, so that others can put entries
    before those of the whole picture.
    """

    save_requested = Signal(object)
    opening = Signal(object, QPoint)

    def __init__(self, theme: ThemeManager, canvas: ImageCanvas) -> None:
        super().__init__(canvas)
        self._theme = theme
        self._canvas = canvas
        canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        canvas.customContextMenuRequested.connect(self.open_at)

    def open_at(self, place: QPoint) -> None:
        """Show the menu; there is none while there is no picture, or a shape is being drawn."""
        if not self._canvas.shown_rect().isEmpty() and not self._canvas.is_drawing():
            self.make_menu(place).popup(self._canvas.mapToGlobal(place))

    def make_menu(self, place: QPoint | None = None) -> QMenu:
        """Return the entries of others for a place, then those that concern the whole picture."""
        menu = QMenu(self._canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        icon = self._theme.icon
        if place is not None:
            self.opening.emit(menu, place)
        if menu.actions():
            menu.addSeparator()
        menu.addAction(icon("copy", "text2", 16), self.tr("&Copy the picture"), self.copy)
        menu.addAction(icon("download", "text2", 16), self.tr("&Save the picture as…"), self._on_save)
        menu.addSeparator()
        menu.addAction(icon("fit", "text2", 16), self.tr("&Fit the image"), self._canvas.fit)
        return menu

    def copy(self) -> None:
        """Put what is seen of the picture into the clipboard."""
        QGuiApplication.clipboard().setPixmap(self._seen())

    def _seen(self) -> QPixmap:
        return self._canvas.grab(self._canvas.shown_rect())

    def _on_save(self) -> None:
        self.save_requested.emit(_pixels(self._seen()))


def _pixels(pixmap: QPixmap) -> NDArray[np.uint8]:
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()
