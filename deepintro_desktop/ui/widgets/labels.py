"""Text that gives way: a label that ends in an ellipsis where there is no room."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.widgets.paint import LEFT, RIGHT, draw_text, text_width


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
        draw_text(QPainter(self), QRectF(self.rect()), text, font=font, colour=colour, align=self._align)
