"""The image in the middle of the window: photo, relevance map, numbered features, occluded pixels."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deepintro_desktop.core.results import Feature
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.canvas_features import FeatureMarks
from deepintro_desktop.ui.widgets.canvas_picture import CanvasMode, CanvasPicture, occluded_pixels
from deepintro_desktop.ui.widgets.empty_state import EmptyState
from deepintro_desktop.ui.widgets.hold_original import SpaceHolder
from deepintro_desktop.ui.widgets.images import as_rgb, to_qimage
from deepintro_desktop.ui.widgets.outlines import Outline
from deepintro_desktop.ui.widgets.view_transform import ViewTransform

_DRAG_FROM = 5
_WHEEL_STEP = 1.2
_NOTCH = 120.0


class ImageCanvas(QWidget):
    """Shows an image and its features.

    Wheel: zoom. Middle button, or Space and left button: move. Double click beside a feature: fit. Space
    alone shows the original while it is held. Dragging with the left button draws a rubber band.

    Signals: ``feature_hovered`` (number or -1) and ``feature_clicked`` for the person's actions only;
    ``pixel_hovered`` (x, y, relevance; -1, -1, 0 outside); ``region_selected`` (pixels of the input).
    """

    feature_hovered = Signal(int)
    feature_clicked = Signal(int)
    pixel_hovered = Signal(int, int, float)
    region_selected = Signal(QRect)
    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = CanvasPicture()
        self._features = FeatureMarks(theme)
        self._input_view, self._original_view = ViewTransform(), ViewTransform()
        self._mode = CanvasMode.OCCLUDED
        self._relevance: NDArray[np.float32] | None = None
        self._filled: NDArray[np.uint8] | None = None
        self._held = False
        self._pressed_at: QPointF | None = None
        self._panned_at: QPointF | None = None
        self._band: QRectF | None = None
        self._holder = SpaceHolder(theme, self, self.hold_original)
        self._empty = EmptyState(theme, self)
        self._empty.action_triggered.connect(self.action_triggered)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Image"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.theme_changed.connect(self.update)

    # What is shown

    def set_image(self, image_hwc_u8: NDArray[np.uint8] | None) -> None:
        """Show what the network sees, uint8 [height, width, 1 or 3]; map, features and fills of before go."""
        self._picture.set_image(image_hwc_u8)
        self._features.set_features(None, (), 1.0, None)
        self._relevance = self._filled = None
        self._band = None
        self._empty.setVisible(image_hwc_u8 is None)
        self._refit()

    def set_original(self, image_hwc_u8: NDArray[np.uint8] | None) -> None:
        """Give the file's own picture for :attr:`CanvasMode.ORIGINAL`; ``None``: what the network sees."""
        picture = self._picture
        picture.original = (
            type(picture.original)() if image_hwc_u8 is None else to_qimage(as_rgb(image_hwc_u8))
        )
        self._refit()

    def set_relevance(self, values_hw: NDArray[np.float32] | None) -> None:
        """Lay a relevance map over the image, float32 [height, width]; ``None`` for none."""
        self._relevance = values_hw
        self._picture.set_relevance(values_hw)
        self.update()

    def set_opacity(self, opacity: float) -> None:
        """Draw the map stronger or weaker; 0 to 1."""
        self._picture.set_opacity(opacity)
        self.update()

    def set_features(
        self,
        labels_hw: NDArray[np.int32] | None,
        features: Sequence[Feature] = (),
        *,
        distance: float = 1.5,
        outlines: Sequence[Outline] | None = None,
    ) -> None:
        """Outline and number features.

        Parameters
        ----------
        labels_hw : int32 array [height, width] or None
            0 outside, else the feature's number; ``None`` removes all features.
        distance : float
            The clustering distance in pixels: outlines close gaps of this size.
        outlines : sequence of Outline
            From ``compute_outlines`` when it ran in the background; else they are computed here.
        """
        occluded, changes = self._features.marks.occluded, self._features.marks.changes
        self._features.set_features(labels_hw, features, distance, outlines)
        self._features.marks.occluded, self._features.marks.changes = occluded, changes
        self.setAccessibleDescription(self.tr("{0} features").format(len(features)))
        self.update()

    def set_changes(self, changes: Mapping[int, float]) -> None:
        """Tell the hover tag how each feature alone changes the target's probability, by number."""
        self._features.marks.changes = dict(changes)
        self.update()

    def set_occluded(
        self, numbers: Iterable[int], image_hwc_u8_filled: NDArray[np.uint8] | None = None
    ) -> None:
        """Mark features as occluded and show the filled picture (``None``: keep the one of before)."""
        marks = self._features.marks
        marks.occluded = frozenset(numbers)
        if image_hwc_u8_filled is not None:
            self._filled = as_rgb(image_hwc_u8_filled)
        image = self._picture.image()
        if image is None or self._filled is None or not marks.occluded:
            self._filled = None
            self._picture.set_filled(None, None)
        else:
            mask = occluded_pixels(image, self._filled, marks.labels_hw, marks.occluded)
            self._picture.set_filled(self._filled, mask)
        self.update()

    def set_mode(self, mode: CanvasMode | str) -> None:
        """Show the file's picture, what the network sees, or that with features occluded."""
        self._mode = CanvasMode(mode)
        self._refit()

    def mode(self) -> CanvasMode:
        """Return what is shown."""
        return self._mode

    def set_hovered(self, number: int | None) -> None:
        """Mark a feature that is hovered elsewhere, without a signal; ``None`` or -1 for none."""
        self._features.marks.hovered = -1 if number is None else number
        self.update()

    def set_empty(self, icon: str, title: str, text: str = "", actions: Sequence[Action] = ()) -> None:
        """Say what to do while there is no image; ``action_triggered`` carries the pressed button's key."""
        self._empty.set_content(icon, title, text, actions)

    def hold_original(self, held: bool) -> None:
        """Show what the network sees, without map and features, while a key is held; nothing moves."""
        if held != self._held:
            self._held = held
            self.update()

    def fit(self) -> None:
        """Show the whole image."""
        self._view.fit()
        self.update()

    def zoom(self, factor: float) -> None:
        """Zoom about the middle."""
        self._view.zoom(factor, QPointF(self.rect().center()))
        self.update()

    def feature_at(self, place: QPointF) -> int:
        """Return the number of the feature at a point of the widget (its outline or its label), or -1."""
        if self._plain() or not self._picture.has_image():
            return -1
        dashed = self._shown_mode() is CanvasMode.OCCLUDED
        for outline in self._features.marks.outlines:
            if self._features.label_rect(outline.number, self._view, dashed=dashed).contains(place):
                return outline.number
        pixel = self._view.to_image(place)
        return self._features.marks.at(int(np.floor(pixel.x())), int(np.floor(pixel.y())))

    def view_position(self, x: float, y: float) -> QPointF:
        """Return where a position of the image (pixels) lies in the widget."""
        return self._view.to_view(QPointF(x, y))

    def shown_rect(self) -> QRect:
        """Return the part of the widget in which the picture is seen, empty without one."""
        seen = self._view.image_rect() & QRectF(self.rect())
        return seen.toAlignedRect() if self._picture.has_image() else QRect()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(620, 620)

    # Painting

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw everything."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("canvas"))
            if not self._picture.has_image():
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._plain():
                self._draw_plain(painter)
            else:
                self._draw_layers(painter)
            if self._band is not None:
                self._draw_band(painter, self._band)

    def _draw_plain(self, painter: QPainter) -> None:
        image = self._picture.original if self._shows_file() else self._picture.photo()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._view.image_rect(), image)

    def _draw_layers(self, painter: QPainter) -> None:
        rect, marks = self._view.image_rect(), self._features.marks
        dashed = self._shown_mode() is CanvasMode.OCCLUDED
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, self._picture.composed())
        if marks.hovered > 0:
            painter.save()
            painter.setClipPath(self._view.matrix().map(self._features.path(marks.hovered)))
            painter.drawImage(rect, self._picture.photo())
            painter.restore()
        if dashed and not self._picture.filled().isNull():
            # What the network gets is shown pixel by pixel, not smoothed into something prettier.
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(rect, self._picture.filled())
        self._features.paint(painter, self._view, dashed=dashed)
        self._features.paint_tag(painter, self._view, QRectF(self.rect()), dashed=dashed)

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
        if self._pressed_at is not None and not self._plain() and self._is_drag(place):
            self._band = QRectF(self._pressed_at, place).normalized() & self._view.image_rect()
            self.update()
            return
        self._follow(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End what was begun."""
        if self._panned_at is not None:
            self._panned_at = None
            self.unsetCursor()
            return
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        band, self._band, self._pressed_at = self._band, None, None
        if band is not None:
            self._select(band)
        elif (number := self.feature_at(event.position())) > 0:
            self.feature_clicked.emit(number)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Fit beside a feature; on a feature it is two clicks."""
        if event.button() != Qt.MouseButton.LeftButton:
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
        elif key == Qt.Key.Key_Escape and self._pressed_at is not None:
            self._band = self._pressed_at = None
            self.update()
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

    @property
    def _view(self) -> ViewTransform:
        """How what is shown lies in the widget; the file's picture keeps a zoom of its own."""
        return self._original_view if self._shows_file() else self._input_view

    def _shows_file(self) -> bool:
        original = self._picture.original
        other_size = not original.isNull() and original.size() != self._picture.size()
        return self._mode is CanvasMode.ORIGINAL and not self._held and other_size

    def _shown_mode(self) -> CanvasMode:
        return CanvasMode.ORIGINAL if self._held else self._mode

    def _plain(self) -> bool:
        return self._shown_mode() is CanvasMode.ORIGINAL

    def _refit(self) -> None:
        self._empty.setGeometry(self.rect())
        if self._picture.has_image():
            widget = QSizeF(self.size())
            self._input_view.set_sizes(widget, QSizeF(self._picture.size()))
            if not self._picture.original.isNull():
                self._original_view.set_sizes(widget, QSizeF(self._picture.original.size()))
        self.update()

    def _is_drag(self, place: QPointF) -> bool:
        return self._pressed_at is not None and (
            self._band is not None or (place - self._pressed_at).manhattanLength() >= _DRAG_FROM
        )

    def _follow(self, place: QPointF) -> None:
        if not self._picture.has_image():
            return
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
        self.setCursor(Qt.CursorShape.PointingHandCursor if number > 0 else Qt.CursorShape.ArrowCursor)
        self.update()
        self.feature_hovered.emit(number)

    def _select(self, band: QRectF) -> None:
        first, last = self._view.to_image(band.topLeft()), self._view.to_image(band.bottomRight())
        size = self._picture.size()
        left, top = max(int(first.x()), 0), max(int(first.y()), 0)
        right = min(int(np.ceil(last.x())), size.width())
        bottom = min(int(np.ceil(last.y())), size.height())
        if right > left and bottom > top:
            self.region_selected.emit(QRect(QPoint(left, top), QSize(right - left, bottom - top)))
