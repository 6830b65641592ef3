"""The heads of the two columns of the feature list; a click sorts."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.widgets.feature_delegate import share_left
from deepintro_desktop.ui.widgets.paint import LEFT, RIGHT, draw_text, text_width


class _Head(QAbstractButton):
    def __init__(self, theme: ThemeManager, text: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.key = key
        self.right = False
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(text)
        self.toggled.connect(self._on_toggled)
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        width = text_width(self._theme.font(Type.BADGE), self._shown())
        return QSize(round(width) + 4, self._theme.px(24))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            colour = self._theme.color("text" if self.underMouse() else "text2")
            align = RIGHT if self.right else LEFT
            font = self._theme.font(Type.BADGE)
            draw_text(painter, QRectF(self.rect()), self._shown(), font=font, colour=colour, align=align)

    def _shown(self) -> str:
        return f"{self.text()} ▾" if self.isChecked() else self.text()

    def _on_toggled(self) -> None:
        self.updateGeometry()


class FeatureHeader(QWidget):
    """``sort_requested`` carries ``relevance`` or ``change``."""

    sort_requested = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = False
        self._inset = 0
        self._share = _Head(theme, self.tr("Relevance"), "relevance", self)
        self._change = _Head(theme, self.tr("Change"), "change", self)
        self._change.right = True
        self._share.setChecked(True)
        self.setFixedHeight(theme.px(26))
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._share, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addStretch(1)
        self._layout.addWidget(self._change, 0, Qt.AlignmentFlag.AlignRight)
        for head in (self._share, self._change):
            head.setToolTip(self.tr("Sort by this column"))
            head.clicked.connect(self._on_clicked)
        self.set_compact(False)

    def set_sort(self, sort: str) -> None:
        """Mark the column by which the rows are sorted."""
        (self._change if sort == "change" else self._share).setChecked(True)

    def set_compact(self, compact: bool) -> None:
        """Stand over the columns of compact rows."""
        self._compact = compact
        self._align()

    def set_inset(self, pixels: int) -> None:
        """Leave room on the right, where the rows have a scroll bar."""
        self._inset = pixels
        self._align()

    def _align(self) -> None:
        # Over compact rows the word begins at the chip: it needs the room.
        left, right = (
            self._theme.px(12 if self._compact else share_left(False)),
            self._theme.px(43) + self._inset,
        )
        self._layout.setContentsMargins(left, 0, right, 0)

    def _on_clicked(self) -> None:
        head = self.sender()
        if isinstance(head, _Head):
            self.sort_requested.emit(head.key)
