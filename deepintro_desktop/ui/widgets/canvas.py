"""The image in the middle of the window, with pointer and keys: zoom, click, rubber band, drawing tools."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.canvas_layers import CanvasLayers
from deepintro_desktop.ui.widgets.canvas_picture import CanvasMode
from deepintro_desktop.ui.widgets.canvas_sketch import CanvasTool, Sketch, clamped
from deepintro_desktop.ui.widgets.hold_original import SpaceHolder

__all__ = ["CanvasMode", "CanvasTool", "ImageCanvas"]

_DRAG_FROM = 5
_WHEEL_STEP = 1.2
_NOTCH = 120.0


class ImageCanvas(CanvasLayers):
    """Shows an image and its features, and follows the pointer.

    Wheel: zoom. Middle button, or Space and left button: move. Double click beside a feature: fit. Space
    alone shows the original while it is held. Dragging with the left button draws a rubber band, or what the
    tool draws; with Ctrl, clicks and rubber bands select.

    Signals: ``feature_hovered`` (number or -1) and ``feature_clicked`` for the person's actions only;
    ``pixel_hovered`` (x, y, relevance; -1, -1, 0 outside); ``region_selected`` (pixels of the input);
    ``feature_picked`` and ``region_picked``: the same with Ctrl; ``shape_drawn`` (tool, points (x, y) in
    pixels of the input); ``tool_changed``; ``escaped``: Escape, while nothing was being drawn.
    """

    feature_hovered = Signal(int)
    feature_clicked = Signal(int)
    feature_picked = Signal(int)
    pixel_hovered = Signal(int, int, float)
    region_selected = Signal(QRect)
    region_picked = Signal(QRect)
    shape_drawn = Signal(str, object)
    tool_changed = Signal(str)
    escaped = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pressed_at: QPointF | None = None
        self._panned_at: QPointF | None = None
        self._band: QRectF | None = None
        self._tool = CanvasTool.SELECT
        self._sketch = Sketch(theme)
        self._holder = SpaceHolder(theme, self, self.hold_original)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_image(self, image_hwc_u8: NDArray[np.uint8] | None) -> None:
        """Show what the network sees, uint8 [height, width, 3]; what was being drawn goes."""
        self._band = None
        self._sketch.abandon()
        super().set_image(image_hwc_u8)

    def set_tool(self, tool: CanvasTool | str) -> None:
        """Let the left button draw something."""
        tool = CanvasTool(tool)
        if tool is self._tool:
            return
        self._tool = tool
        self._sketch.abandon()
        self._band = self._pressed_at = None
        self._hover(-1)
        self._show_cursor()
        self.update()
        self.tool_changed.emit(tool.value)

    def tool(self) -> CanvasTool:
        """Return what the left button draws."""
        return self._tool

    def is_drawing(self) -> bool:
        """Tell whether a shape has been begun."""
        return self._sketch.is_open

    def _draw_over(self, painter: QPainter) -> None:
        if self._band is not None:
            self._draw_band(painter, self._band)
        self._sketch.paint(painter, self._view)

    def _draw_band(self, painter: QPainter, band: QRectF) -> None:
        painter.setBrush(self._theme.color("accent", 0.12))
        painter.setPen(QPen(self._theme.color("accent"), 1.5))
        painter.drawRect(band)

    # Pointer and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to move the image, to draw a rubber band, or to click."""
        pans = event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and self._held
        )
        if pans:
            self._panned_at = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton and self._draws():
            self._sketch.begin(self._tool, self._in_image(event.position()))
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Move the image, draw the rubber band, or follow the pointer."""
        place = event.position()
        if self._panned_at is not None:
            self._view.drag(place - self._panned_at)
            self._panned_at = place
            self.update()
            return
        if self._sketch.is_open:
            self._sketch.follow(self._in_image(place), self._view.scale)
            self.update()
            return
        if self._pressed_at is not None and not self._plain() and self._is_drag(place):
            self._band = QRectF(self._pressed_at, place).normalized() & self._view.image_rect()
            self.update()
            return
        self._follow(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End what was begun."""
        if self._panned_at is not None:
            self._panned_at = None
            self._show_cursor()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        picks = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._sketch.is_open:
            self._end_sketch()
        elif self._pressed_at is not None:
            band, self._band, self._pressed_at = self._band, None, None
            if band is not None:
                self._select(band, self.region_picked if picks else self.region_selected)
            elif (number := self.feature_at(event.position())) > 0:
                (self.feature_picked if picks else self.feature_clicked).emit(number)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Fit beside a feature; on a feature it is two clicks."""
        if event.button() != Qt.MouseButton.LeftButton or self._draws():
            return
        if self.feature_at(event.position()) > 0:
            self._pressed_at = event.position()
        else:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zoom about the pointer."""
        if self._picture.has_image():
            self._view.zoom(_WHEEL_STEP ** (event.angleDelta().y() / _NOTCH), event.position())
            self.update()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Forget the pointer."""
        self._hover(-1)
        self.pixel_hovered.emit(-1, -1, 0.0)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space: the original. Plus, minus, 0: zoom and fit. Escape: no rubber band."""
        key = event.key()
        if key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.hold_original(True)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(1 / _WHEEL_STEP if key == Qt.Key.Key_Minus else _WHEEL_STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """End showing the original."""
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.hold_original(False)
        else:
            super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the image fitted."""
        super().resizeEvent(event)
        self._refit()

    # Helpers

    def _draws(self) -> bool:
        """Tell whether the left button draws a shape now."""
        return self._tool is not CanvasTool.SELECT and self._picture.has_image() and not self._plain()

    def _in_image(self, place: QPointF) -> QPointF:
        """Return the position of the image that is nearest to a point of the widget."""
        size = self._picture.size()
        return clamped(self._view.to_image(place), size.width(), size.height())

    def _end_sketch(self) -> None:
        points = self._sketch.finish()
        if points:
            tool = self._tool
            self.set_tool(CanvasTool.SELECT)
            self.shape_drawn.emit(tool.value, points)

    def _escape(self) -> None:
        """Give up one thing: the shape or band that is being drawn, else the tool, else what is selected."""
        if self._sketch.is_open or self._pressed_at is not None:
            self._sketch.abandon()
            self._band = self._pressed_at = None
            self.update()
        elif self._tool is not CanvasTool.SELECT:
            self.set_tool(CanvasTool.SELECT)
        else:
            self.escaped.emit()

    def _show_cursor(self) -> None:
        if self._tool is not CanvasTool.SELECT:
            self.setCursor(Qt.CursorShape.CrossCursor)
        elif self._features.marks.hovered > 0:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setCursor(Qt.CursorShape.ArrowCursor)

    def _is_drag(self, place: QPointF) -> bool:
        return self._pressed_at is not None and (
            self._band is not None or (place - self._pressed_at).manhattanLength() >= _DRAG_FROM
        )

    def _follow(self, place: QPointF) -> None:
        if not self._picture.has_image():
            return
        if not self._draws():
            self._hover(self.feature_at(place))
        pixel = self._view.to_image(place)
        x, y = int(np.floor(pixel.x())), int(np.floor(pixel.y()))
        size = self._picture.size()
        if self._plain() or not (0 <= x < size.width() and 0 <= y < size.height()):
            self.pixel_hovered.emit(-1, -1, 0.0)
        else:
            value = 0.0 if self._relevance is None else float(self._relevance[y, x])
            self.pixel_hovered.emit(x, y, value)

    def _hover(self, number: int) -> None:
        if number == self._features.marks.hovered:
            return
        self._features.marks.hovered = number
        self._show_cursor()
        self.update()
        self.feature_hovered.emit(number)

    def _select(self, band: QRectF, signal: SignalInstance) -> None:
        first, last = self._view.to_image(band.topLeft()), self._view.to_image(band.bottomRight())
        size = self._picture.size()
        left, top = max(int(first.x()), 0), max(int(first.y()), 0)
        right = min(int(np.ceil(last.x())), size.width())
        bottom = min(int(np.ceil(last.y())), size.height())
        if right > left and bottom > top:
            signal.emit(QRect(QPoint(left, top), QSize(right - left, bottom - top)))
