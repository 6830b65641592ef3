"""A picture that keeps its shape."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import RADIUS_BADGE
from deepintro_desktop.ui.widgets.paint import draw_image, fill_box

_SMALLEST = 120


class FittedPicture(QWidget):
    """Shows a picture as large as it fits; a quiet place until it is there.

    Parameters
    ----------
    name : str
        What is seen, for screen readers.
    height : int, optional
        A fixed height, the picture at the left; else it takes all room and stands in the middle.
    """

    def __init__(
        self, theme: ThemeManager, name: str, parent: QWidget | None = None, *, height: int | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self._height = height
        self.setAccessibleName(name)
        vertical = QSizePolicy.Policy.Expanding if height is None else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        theme.theme_changed.connect(self.update)

    def set_picture(self, image: QImage) -> None:
        """Show a picture; a null one for none."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a square."""
        side = self._theme.px(self._height or 2 * _SMALLEST)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a small square: the picture is scaled."""
        return QSize(_SMALLEST, self._theme.px(self._height) if self._height else _SMALLEST)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture, or its place."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shape = QSizeF(1, 1) if self._image.isNull() else QSizeF(self._image.size())
            size = shape.scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(QPointF(0, 0), size)
            if self._height is None:
                place.moveCenter(QRectF(self.rect()).center())
            if self._image.isNull():
                fill_box(painter, place, self._theme.color("track"), RADIUS_BADGE)
                return
            pixels = (size * self.devicePixelRatioF()).toSize()
            smooth = self._image.scaled(pixels, mode=Qt.TransformationMode.SmoothTransformation)
            draw_image(painter, place, smooth)
