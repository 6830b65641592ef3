"""The best five classes as bars: now, before, and how far they moved."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.metrics import BAR_MS, CLASS_BAR_HEIGHT
from deepintro_desktop.ui.widgets.labels import ElidedLabel
from deepintro_desktop.ui.widgets.paint import LEFT, RIGHT, begin, draw_text, fill_box, text_width
from deepintro_desktop.ui.widgets.top5_rows import BarRole, ClassBar, Top5Model
from deepintro_desktop.ui.widgets.words import probability_text

Index = QModelIndex | QPersistentModelIndex
_CHANGE_WIDTH = 64.0
_NOTABLE = 0.05
_BAR = 6.0


class Top5Delegate(QStyledItemDelegate):
    """Draws :class:`ClassBar`; the target's bar in accent, what it lost in pale accent."""

    def __init__(self, theme: ThemeManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the height of a row: the same for all, so that nothing jumps."""
        return QSize(120, self._theme.px(CLASS_BAR_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one class."""
        bar = index.data(BarRole.BAR)
        if not isinstance(bar, ClassBar):
            return
        painter.save()
        rect = begin(painter, self._theme, QRectF(option.rect))
        self._line(painter, QRectF(rect.x(), rect.y(), rect.width(), 22), bar)
        self._bar(
            painter, QRectF(rect.x(), rect.y() + 24, rect.width(), _BAR), bar, index.data(BarRole.LENGTH)
        )
        painter.restore()

    def _line(self, painter: QPainter, line: QRectF, bar: ClassBar) -> None:
        theme = self._theme
        text = theme.color("text")
        font = theme.drawn_font(Type.HEADING if bar.target else Type.BODY)
        value = QRectF(line.right() - _CHANGE_WIDTH - 56, line.y(), 56, line.height())
        name = QRectF(line.x(), line.y(), value.x() - line.x(), line.height())
        draw_text(painter, name, bar.label, font=font, colour=text, align=LEFT)
        number = theme.drawn_font(Type.HEADING if bar.target else Type.BODY_MEDIUM)
        draw_text(painter, value, probability_text(bar.probability), font=number, colour=text, align=RIGHT)
        if bar.change is not None:
            self._change(painter, line, bar.change)

    def _change(self, painter: QPainter, line: QRectF, change: float) -> None:
        if f"{abs(change):.3f}" == "0.000":
            return
        colour = self._theme.color("text" if abs(change) >= _NOTABLE else "text2")
        font = self._theme.drawn_font(Type.BODY_MEDIUM)
        text = f"{abs(change):.3f}"
        width = text_width(font, text)
        draw_text(painter, line, text, font=font, colour=colour, align=RIGHT)
        centre = QPointF(line.right() - width - 10, line.center().y() + 0.5)
        half = 4.5 if change > 0 else -4.5
        triangle = QPolygonF(
            [centre + QPointF(-5.5, half), centre + QPointF(5.5, half), centre + QPointF(0, -half)]
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(triangle)

    def _bar(self, painter: QPainter, track: QRectF, bar: ClassBar, length: float) -> None:
        theme = self._theme
        fill_box(painter, track, theme.color("track"), _BAR / 2)
        lost = bar.original is not None and bar.target and bar.original > length
        if lost and bar.original is not None:
            self._fill(painter, track, bar.original, theme.color("accent", 0.28))
        self._fill(painter, track, length, theme.color("accent" if bar.target else "bar"))
        if bar.original is not None:
            x = track.x() + bar.original * track.width()
            x = min(max(x, track.x() + 1), track.right() - 1)
            tall = QRectF(x - 1, track.center().y() - 6, 2, 12)
            painter.fillRect(tall.adjusted(-1, 0, 1, 0), theme.color("surface"))
            painter.fillRect(tall, theme.color("text"))
        if bar.spread is not None:
            low, high = (track.x() + value * track.width() for value in bar.spread)
            draw_whisker(painter, theme, low, high, track.bottom() + 5)

    def _fill(self, painter: QPainter, track: QRectF, length: float, colour: object) -> None:
        width = min(max(length, 0.0), 1.0) * track.width()
        if width >= 0.5:
            fill_box(painter, QRectF(track.x(), track.y(), max(width, 2.0), track.height()), colour, _BAR / 2)


def draw_whisker(painter: QPainter, theme: ThemeManager, low: float, high: float, y: float) -> None:
    """Draw the mark of a spread."""
    y = round(y) + 0.5
    painter.setPen(QPen(theme.color("text2"), 1))
    painter.drawLine(QPointF(low, y), QPointF(high, y))
    for x in (low, high):
        painter.drawLine(QPointF(x, y - 2.5), QPointF(x, y + 2.5))


class _Legend(QWidget):
    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.original = False
        self.spread: tuple[str, ...] = ()
        self.setFixedHeight(theme.px(20))
        theme.theme_changed.connect(self.update)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            theme, font = self._theme, self._theme.drawn_font(Type.BADGE)
            width = begin(painter, theme, QRectF(self.rect())).width()
            x = -24.0
            if self.original:
                painter.fillRect(QRectF(0, 4, 2, 12), theme.color("text"))
                place = QRectF(8, 0, width - 8, 20)
                x = 8 + draw_text(painter, place, self.tr("original"), font=font, colour=theme.color("text2"))
            if self.spread:
                draw_whisker(painter, theme, x + 24, x + 42, 10)
                rest = QRectF(x + 50, 0, width - x - 50, 20)
                fitting = [text for text in self.spread if text_width(font, text) <= rest.width()]
                text = fitting[0] if fitting else self.spread[-1]
                draw_text(painter, rest, text, font=font, colour=theme.color("text2"))


class Top5(QFrame):
    """Heading, five bars, legend."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = Top5Model(self)
        self._caption = ElidedLabel(theme, self, token="text3", right=True)
        self._view = QListView(self)
        self._view.setItemDelegate(Top5Delegate(theme, self._view))
        self._view.setModel(self._rows)
        self._view.setSelectionMode(QListView.SelectionMode.NoSelection)
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setAccessibleName(self.tr("Prediction"))
        self._view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._legend = _Legend(theme, self)
        self._build()
        theme.theme_changed.connect(self._view.viewport().update)
        self.set_bars(())

    def item_model(self) -> Top5Model:
        """Return the classes."""
        return self._rows

    def set_bars(self, bars: Sequence[ClassBar], *, animated: bool = True) -> None:
        """Show classes; their bars move in 150 ms unless the system asks for less motion."""
        self._rows.set_bars(bars, self._theme.duration(BAR_MS) if animated and self.isVisible() else 0)
        self._view.setFixedHeight(self._theme.px(CLASS_BAR_HEIGHT) * len(bars))
        self._legend.original = any(bar.original is not None for bar in bars)
        self._legend.update()
        self._legend.setVisible(bool(bars))

    def set_caption(self, text: str) -> None:
        """Say what the bars stand for, for example ``features 1, 3 occluded``."""
        self._caption.set_text(text)

    def set_spread(self, n_fills: int, low: float, high: float) -> None:
        """Explain the whisker in the legend; 0 fills: there is none."""
        text = self.tr("spread of {0} fills").format(n_fills)
        short = self.tr("{0} fills").format(n_fills)
        span = f"{low:.3f} – {high:.3f}"
        self._legend.spread = (f"{text}  {span}", f"{short}  {span}") if n_fills else ()
        self._legend.update()

    def _build(self) -> None:
        head = QHBoxLayout()
        title = QLabel(self.tr("Prediction"), self)
        title.setProperty("c", "heading")
        head.addWidget(title)
        head.addWidget(self._caption, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._view)
        layout.addWidget(self._legend)
