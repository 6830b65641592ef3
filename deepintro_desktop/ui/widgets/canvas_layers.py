"""What the canvas shows: photo, relevance map, numbered features, occluded pixels. No pointer, no keys."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deepintro_desktop.core.results import Feature
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.canvas_features import FeatureMarks
from deepintro_desktop.ui.widgets.canvas_picture import CanvasMode, CanvasPicture, occluded_pixels
from deepintro_desktop.ui.widgets.empty_state import EmptyState
from deepintro_desktop.ui.widgets.images import as_rgb, to_qimage
from deepintro_desktop.ui.widgets.outlines import Outline
from deepintro_desktop.ui.widgets.view_transform import ViewTransform


class CanvasLayers(QWidget):
    """Shows an image and its features; ``action_triggered`` carries the key of the empty state's button."""

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
        self._empty = EmptyState(theme, self)
        self._empty.action_triggered.connect(self.action_triggered)
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
        before = self._features.marks
        self._features.set_features(labels_hw, features, distance, outlines)
        now = self._features.marks
        now.occluded, now.changes, now.selected = before.occluded, before.changes, before.selected
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

    def set_selected(self, numbers: Iterable[int]) -> None:
        """Mark the features that merge, split, rename and delete are about."""
        self._features.marks.selected = frozenset(numbers)
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
            self._draw_over(painter)

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

    def _draw_over(self, painter: QPainter) -> None:
        """Draw what belongs to the pointer."""

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
