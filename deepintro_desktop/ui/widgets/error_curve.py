"""How the error fell: one line for each picture over the iterations."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.metrics import RADIUS_CARD
from deepintro_desktop.ui.widgets.paint import LEFT, RIGHT, begin, draw_text, fill_box, stroke_box, text_width
from deepintro_desktop.ui.widgets.words import grouped

_HEIGHT = 132
_DECADES_FROM = 0.05
"""Errors that fall below this share of one are drawn over powers of ten."""


@dataclass(frozen=True, slots=True, eq=False)
class CurveLine:
    """One picture's errors: float64 arrays of equal length; ``strong`` lines are in the accent colour."""

    iterations: NDArray[np.float64]
    errors: NDArray[np.float64]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class _Scale:
    """The range of an axis; ``decades`` for powers of ten."""

    low: float
    high: float
    decades: bool

    def share(self, value: float) -> float:
        """Return where a value lies, 0 at the bottom to 1 at the top."""
        low, high, at = self.low, self.high, min(max(value, self.low), self.high)
        if self.decades:
            low, high, at = math.log10(low), math.log10(high), math.log10(at)
        return (at - low) / (high - low) if high > low else 0.0

    def marks(self) -> list[float]:
        """Return up to four values to name."""
        if not self.decades:
            return [self.low, (self.low + self.high) / 2, self.high]
        first, last = round(math.log10(self.low)), round(math.log10(self.high))
        step = max(1, -(-(last - first) // 3))
        return [10.0**power for power in range(last, first - 1, -step)]


class ErrorCurve(QWidget):
    """A card with the curve; hidden by its owner while there is none."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[CurveLine, ...] = ()
        self._n_iterations = 1
        self._title = self.tr("Error while growing")
        self._as_percent = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._title)
        theme.theme_changed.connect(self.update)

    def set_lines(
        self, lines: Sequence[CurveLine], n_iterations: int, *, title: str, as_percent: bool = True
    ) -> None:
        """Draw these lines over ``n_iterations``."""
        self._lines = tuple(line for line in lines if len(line.errors))
        self._n_iterations = max(n_iterations, 1)
        self._title, self._as_percent = title, as_percent
        self.setAccessibleName(title)
        lasts = ", ".join(self._words(float(line.errors[-1])) for line in self._lines)
        self.setAccessibleDescription(lasts)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the card's height; it takes the width that it gets."""
        return QSize(240, self._theme.px(_HEIGHT))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw axes and lines."""
        with QPainter(self) as painter:
            rect = begin(painter, self._theme, self.rect().toRectF())
            fill_box(painter, rect, self._theme.color("surface"), RADIUS_CARD)
            stroke_box(painter, rect, self._theme.color("line"), RADIUS_CARD)
            head = QRectF(rect.x() + 14, rect.y() + 8, rect.width() - 28, 18)
            font = self._theme.drawn_font(Type.SECOND_STRONG)
            draw_text(painter, head, self._title, font=font, colour=self._theme.color("text"))
            if self._lines:
                self._plot(painter, rect)

    def _plot(self, painter: QPainter, rect: QRectF) -> None:
        scale = self._scale()
        font, colour = self._theme.drawn_font(Type.BADGE), self._theme.color("text2")
        widest = max(text_width(font, self._words(mark)) for mark in scale.marks())
        area = QRectF(rect.x() + 22 + widest, rect.y() + 36, rect.width() - widest - 40, rect.height() - 62)
        for mark in scale.marks():
            y = area.bottom() - area.height() * scale.share(mark)
            painter.fillRect(QRectF(area.x(), round(y), area.width(), 1), self._theme.color("line"))
            place = QRectF(rect.x() + 12, y - 8, widest + 2, 16)
            draw_text(painter, place, self._words(mark), font=font, colour=colour, align=RIGHT)
        foot = QRectF(area.x(), area.bottom() + 4, area.width(), 16)
        draw_text(painter, foot, "0", font=font, colour=colour, align=LEFT)
        last = self.tr("{0} iterations").format(self._n_iterations)
        draw_text(painter, foot, last, font=font, colour=colour, align=RIGHT)
        for line in sorted(self._lines, key=lambda one: one.strong):
            self._line(painter, area, scale, line)

    def _line(self, painter: QPainter, area: QRectF, scale: _Scale, line: CurveLine) -> None:
        points = [
            QPointF(
                area.x() + area.width() * min(float(at) / self._n_iterations, 1.0),
                area.bottom() - area.height() * scale.share(float(error)),
            )
            for at, error in zip(line.iterations, line.errors, strict=True)
            if not math.isnan(error)
        ]
        if not points:
            return
        colour = self._theme.color("accent" if line.strong else "bar")
        painter.setPen(QPen(colour, 2.0 if line.strong else 1.25))
        painter.drawPolyline(QPolygonF(points))
        fill_box(painter, QRectF(points[-1].x() - 3, points[-1].y() - 3, 6, 6), colour, 3)

    def _scale(self) -> _Scale:
        values = np.concatenate([line.errors for line in self._lines])
        values = values[np.isfinite(values)]
        low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 1.0)
        if not self._as_percent:
            return _Scale(low, high if high > low else low + 1.0, decades=False)
        if 0 < low < _DECADES_FROM:
            return _Scale(10.0 ** math.floor(math.log10(low)), 10.0 ** math.ceil(math.log10(high)), True)
        return _Scale(0.0, max(high, 1.0) if high > 0.5 else high, decades=False)

    def _words(self, value: float) -> str:
        number, unit = (100 * value, "\u00a0%") if self._as_percent else (value, "")
        is_large = math.isfinite(number) and abs(number) >= 1000
        return f"{grouped(round(number)) if is_large else f'{number:.3g}'}{unit}"
