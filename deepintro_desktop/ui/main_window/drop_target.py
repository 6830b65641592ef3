"""What the window shows while files are dragged over it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.widgets.paint import CENTRE, draw_text, fill_box


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the local files of a drag."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropHint(QWidget):
    """Covers the window and says what a drop will do; lets every event through."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Show over the whole parent."""
        self.setGeometry(self.parentWidget().rect())
        self.raise_()
        self.show()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw a frame and a sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.color("window", 0.72))
        frame = QRectF(self.rect()).adjusted(24, 24, -24, -24)
        painter.setPen(QPen(self._theme.color("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, 12, 12)
        card = QRectF(0, 0, 320, 76)
        card.moveCenter(frame.center())
        fill_box(painter, card, self._theme.color("raised"), 8)
        title, text = QRectF(card), QRectF(card)
        title.setHeight(46)
        text.setTop(card.top() + 34)
        draw_text(
            painter,
            title,
            self.tr("Drop to add"),
            font=self._theme.font(Type.TITLE),
            colour=self._theme.color("text"),
            align=CENTRE,
        )
        draw_text(
            painter,
            text,
            self.tr("Models, images, or folders with both"),
            font=self._theme.font(Type.SECOND),
            colour=self._theme.color("text2"),
            align=CENTRE,
        )
