"""How an image lies in a widget: scale and shift, fitted, zoomed about a point, dragged."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

_MARGIN = 16.0
_CLOSEST = 48.0
_FARTHEST = 0.5


class ViewTransform:
    """Widget position = image position * scale + shift; all in logical pixels."""

    def __init__(self) -> None:
        self._view = QSizeF(1, 1)
        self._image = QSizeF(1, 1)
        self.scale = 1.0
        self.shift = QPointF()
        self.fitted = True

    def set_sizes(self, view: QSizeF, image: QSizeF) -> None:
        """The widget or the image has another size; a fitted image stays fitted."""
        centre = self.to_image(QPointF(self._view.width() / 2, self._view.height() / 2))
        other_image = image != self._image
        self._view, self._image = view, image
        if self.fitted or other_image:
            self.fit()
        else:
            self.shift = QPointF(view.width() / 2, view.height() / 2) - centre * self.scale
            self._keep_in_view()

    def fit_scale(self) -> float:
        """Return the scale at which the whole image is seen, with a margin."""
        width = max(self._view.width() - 2 * _MARGIN, 1.0)
        height = max(self._view.height() - 2 * _MARGIN, 1.0)
        return min(width / self._image.width(), height / self._image.height())

    def fit(self) -> None:
        """Show the whole image."""
        self.scale = self.fit_scale()
        width, height = self._image.width() * self.scale, self._image.height() * self.scale
        self.shift = QPointF((self._view.width() - width) / 2, (self._view.height() - height) / 2)
        self.fitted = True

    def zoom(self, factor: float, about: QPointF) -> None:
        """Zoom about a point of the widget, which stays over the same pixel."""
        fit = self.fit_scale()
        wanted = min(max(self.scale * factor, fit * _FARTHEST), max(_CLOSEST, fit))
        pixel = self.to_image(about)
        self.scale = wanted
        self.shift = about - pixel * wanted
        self.fitted = False
        self._keep_in_view()

    def drag(self, by: QPointF) -> None:
        """Move the image."""
        self.shift += by
        self.fitted = False
        self._keep_in_view()

    def to_image(self, place: QPointF) -> QPointF:
        """Return the image position under a point of the widget."""
        return (place - self.shift) / self.scale

    def to_view(self, place: QPointF) -> QPointF:
        """Return where an image position lies in the widget."""
        return place * self.scale + self.shift

    def image_rect(self) -> QRectF:
        """Return the image's box in the widget."""
        return QRectF(self.shift, self._image * self.scale)

    def matrix(self) -> QTransform:
        """Return the transformation from image to widget."""
        return QTransform(self.scale, 0, 0, self.scale, self.shift.x(), self.shift.y())

    def _keep_in_view(self) -> None:
        """Leave at least a quarter of the widget, or of a small image, covered."""
        rect = self.image_rect()
        least_x = min(rect.width(), self._view.width()) / 4
        least_y = min(rect.height(), self._view.height()) / 4
        x = min(max(self.shift.x(), least_x - rect.width()), self._view.width() - least_x)
        y = min(max(self.shift.y(), least_y - rect.height()), self._view.height() - least_y)
        self.shift = QPointF(x, y)
