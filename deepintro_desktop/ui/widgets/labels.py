"""Text that gives way: a label that ends in an ellipsis where there is no room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.widgets.paint import LEFT, RIGHT, draw_text, text_width

_LEAST_PIXELS = 8


class ElidedLabel(QWidget):
    """One line of text in a type size and a colour of the theme; the tooltip has it in full.

    Parameters
    ----------
    token : str
        Name of the colour.
    right : bool
        Stand at the right edge.
    """

    def __init__(
        self,
        theme: ThemeManager,
        parent: QWidget | None = None,
        *,
        role: Type = Type.SECOND,
        token: str = "text2",
        right: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._token = token
        self._align = RIGHT if right else LEFT
        self._text = ""
        self._short = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def set_text(self, text: str, short: str = "") -> None:
        """Say something else; ``short`` is shown where the whole text has no room."""
        self._text, self._short = text, short
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the whole text."""
        return self._text

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the whole text."""
        metrics = QFontMetrics(self._theme.font(self._role))
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a small width: the text may be shortened."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the text."""
        font, colour = self._theme.font(self._role), self._theme.color(self._token)
        fits = text_width(font, self._text) <= self.width() + 0.5
        text = self._text if fits or not self._short else self._short
        with QPainter(self) as painter:
            draw_text(painter, QRectF(self.rect()), text, font=font, colour=colour, align=self._align)


class WholeLabel(QWidget):
    """A sentence that is never cut: on one line, in smaller type, or on two lines."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        theme.theme_changed.connect(self.update)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def text(self) -> str:
        """Return the sentence."""
        return self._text

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a small width and the height of two lines of the smaller type."""
        return QSize(0, 2 * QFontMetrics(self._theme.font(Type.BADGE)).height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room that the sentence would like."""
        return QSize(QFontMetrics(self._theme.font(Type.SECOND)).horizontalAdvance(self._text), 30)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the sentence as large as it fits."""
        with QPainter(self) as painter:
            painter.setPen(self._theme.color("text2"))
            painter.setFont(self.fitting_font())
            flags = int(LEFT) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(QRectF(self.rect()), flags, self._text)

    def fitting_font(self) -> QFont:
        """Return the largest type in which the whole sentence has room."""
        second, font = self._theme.font(Type.SECOND), self._theme.font(Type.BADGE)
        if text_width(second, self._text) <= self.width():
            return second
        while font.pixelSize() > _LEAST_PIXELS and not self._fits(font):
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def _fits(self, font: QFont) -> bool:
        box = QRectF(0, 0, self.width(), 1000)
        used = QFontMetricsF(font).boundingRect(box, int(Qt.TextFlag.TextWordWrap), self._text)
        return used.height() <= self.height() + 0.5 and used.width() <= self.width() + 0.5
