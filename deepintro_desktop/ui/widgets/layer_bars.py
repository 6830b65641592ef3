"""The layers of a network as bars: how many numbers each one holds, and which one is chosen."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from deepintro_desktop.core.synthesis import Layer
from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.metrics import RADIUS_CARD
from deepintro_desktop.ui.widgets.paint import CENTRE, begin, draw_text, fill_box, stroke_box, text_width
from deepintro_desktop.ui.widgets.words import grouped

_HEIGHT, _BARS_HEIGHT = 84, 44
_PADDING, _GAP = 12, 0.22


class LayerBars(QWidget):
    """A bar for each layer, as high as the root of its size; a click chooses the layer.

    ``layer_chosen`` carries the layer's name. Everything can be done with the box above it, too.
    """

    layer_chosen = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layers: tuple[Layer, ...] = ()
        self._chosen = ""
        self._hovered = -1
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Sizes of the layers"))
        theme.theme_changed.connect(self.update)

    def set_layers(self, layers: Sequence[Layer], chosen: str) -> None:
        """Show these layers, from the picture to the answer."""
        self._layers, self._chosen = tuple(layers), chosen
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the card's height; it takes the width that it gets."""
        return QSize(200, self._theme.px(_HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Name the layer under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._words(self._layers[at]) if at >= 0 else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Mark the bar under the pointer."""
        self._hover(self._at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Forget the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the layer that was clicked."""
        at = self._at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self.layer_chosen.emit(self._layers[at].name)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw bars and the names of three of them."""
        with QPainter(self) as painter:
            rect = begin(painter, self._theme, self.rect().toRectF())
            fill_box(painter, rect, self._theme.color("sunken"), RADIUS_CARD)
            stroke_box(painter, rect, self._theme.color("line"), RADIUS_CARD)
            if not self._layers:
                return
            inner = rect.adjusted(_PADDING, 8, -_PADDING, 0)
            for index, bar in enumerate(self._bars(inner)):
                is_chosen = self._layers[index].name == self._chosen
                token = "accent" if is_chosen else "bar" if index == self._hovered else "track"
                fill_box(painter, bar, self._theme.color(token), min(2.0, bar.width() / 2))
            self._names(painter, inner)

    def _bars(self, inner: QRectF) -> list[QRectF]:
        sizes = [math.sqrt(layer.n_values) for layer in self._layers]
        highest, step = max(sizes), inner.width() / len(sizes)
        width = step * (1 - _GAP) if step > 3 else step
        bars = []
        for index, size in enumerate(sizes):
            height = max(_BARS_HEIGHT * size / highest, 3.0)
            bars.append(QRectF(inner.x() + index * step, inner.y() + _BARS_HEIGHT - height, width, height))
        return bars

    def _names(self, painter: QPainter, inner: QRectF) -> None:
        """Name the chosen layer, and the first and the last where they have room beside it."""
        taken: list[QRectF] = []
        names = [layer.name for layer in self._layers]
        chosen = names.index(self._chosen) if self._chosen in names else -1
        step = inner.width() / len(names)
        for index in dict.fromkeys((chosen, 0, len(names) - 1)):
            if index < 0:
                continue
            is_chosen = index == chosen
            font = self._theme.drawn_font(Type.BADGE_STRONG if is_chosen else Type.BADGE)
            width = min(text_width(font, names[index]) + 2, inner.width())
            x = inner.x() + (index + 0.4) * step - width / 2
            x = min(max(x, inner.x()), inner.right() - width)
            place = QRectF(x, inner.y() + _BARS_HEIGHT + 6, width, 16)
            if any(place.adjusted(-8, 0, 8, 0).intersects(other) for other in taken):
                continue
            taken.append(place)
            colour = self._theme.color("text" if is_chosen else "text2")
            draw_text(painter, place, names[index], font=font, colour=colour, align=CENTRE)

    def _at(self, x: float) -> int:
        inner = self.width() / self._theme.scale - 2 * _PADDING
        place = (x / self._theme.scale - _PADDING) / inner if self._layers and inner > 0 else -1.0
        return min(int(place * len(self._layers)), len(self._layers) - 1) if 0 <= place <= 1 else -1

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def _words(self, layer: Layer) -> str:
        shape = " × ".join(str(length) for length in layer.shape)
        return self.tr("{0}: {1}, {2} values").format(layer.name, shape, grouped(layer.n_values))
