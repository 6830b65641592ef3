"""A shape while it is being drawn on the canvas."""

from enum import StrEnum

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.tokens import CASING, SKETCH
from deepintro_desktop.ui.widgets.view_transform import ViewTransform

_STEP = 2.0
"""Points of a lasso are at least this far apart on the screen."""
_DECIMALS = 2
_CASING_ALPHA = 0.7

Point = tuple[float, float]


class CanvasTool(StrEnum):
    """What dragging with the left button does; ``CUT`` draws the line along which a feature is split."""

    SELECT = "select"
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    LASSO = "lasso"
    CUT = "cut"


class Sketch:
    """Follows the pointer from pressing to releasing; positions are kept in pixels of the image."""

    def __init__(self, theme: ThemeManager) -> None:
        self._theme = theme
        self._tool = CanvasTool.SELECT
        self._points: list[QPointF] = []

    @property
    def is_open(self) -> bool:
        """Whether something is being drawn."""
        return bool(self._points)

    def begin(self, tool: CanvasTool, place: QPointF) -> None:
        """Press at a position of the image."""
        self._tool, self._points = tool, [place]

    def follow(self, place: QPointF, scale: float) -> None:
        """Move to a position of the image; ``scale``: screen pixels per image pixel."""
        if self._tool is not CanvasTool.LASSO:
            self._points[1:] = [place]
        elif (place - self._points[-1]).manhattanLength() * scale >= _STEP:
            self._points.append(place)

    def finish(self) -> tuple[Point, ...]:
        """Release; return the points, none when the pointer has not moved far enough for a shape."""
        points, self._points = self._points, []
        least = 3 if self._tool is CanvasTool.LASSO else 2
        if len(points) < least:
            return ()
        return tuple((round(point.x(), _DECIMALS), round(point.y(), _DECIMALS)) for point in points)

    def abandon(self) -> None:
        """Forget what is being drawn."""
        self._points = []

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        """Draw the shape as it would become; a light line on a dark one is seen on every ground."""
        if len(self._points) < 2:
            return
        path = view.matrix().map(self._path())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._tool is not CanvasTool.CUT:
            painter.fillPath(path, self._theme.color("accent", 0.18))
        line = QPen(self._theme.color(SKETCH), 2.0)
        for pen in (QPen(self._theme.color(CASING, _CASING_ALPHA), 4.5), line):
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, pen)

    def _path(self) -> QPainterPath:
        path = QPainterPath()
        first, last = self._points[0], self._points[-1]
        if self._tool is CanvasTool.RECTANGLE:
            path.addRect(QRectF(first, last).normalized())
        elif self._tool is CanvasTool.ELLIPSE:
            path.addEllipse(QRectF(first, last).normalized())
        else:
            path.moveTo(first)
            for point in self._points[1:]:
                path.lineTo(point)
            if self._tool is CanvasTool.LASSO:
                path.closeSubpath()
        return path


def clamped(place: QPointF, width: int, height: int) -> QPointF:
    """Return the nearest position of the image."""
    return QPointF(float(np.clip(place.x(), 0, width)), float(np.clip(place.y(), 0, height)))
