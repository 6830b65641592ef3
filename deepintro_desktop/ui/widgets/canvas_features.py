"""Outlines, numbers and the tag of the hovered feature, painted in the widget's own pixels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from deepintro_desktop.core.results import Feature
from deepintro_desktop.ui.theme import ThemeManager, Type, feature_colour
from deepintro_desktop.ui.theme.metrics import RADIUS_CHIP, RADIUS_CONTROL
from deepintro_desktop.ui.theme.tokens import CASING, CHIP_TEXT, HOVER_RED
from deepintro_desktop.ui.widgets.label_placement import Placement, Rect, place_labels, place_tag
from deepintro_desktop.ui.widgets.outlines import Outline, compute_outlines, hit_map
from deepintro_desktop.ui.widgets.paint import (
    CENTRE,
    LEFT,
    draw_chip_number,
    draw_text,
    fill_box,
    stroke_box,
    text_width,
)
from deepintro_desktop.ui.widgets.view_transform import ViewTransform

_CHIP = (20.0, 18.0)
_MARK = 18.0
"""What a mark beside the number takes: the closed eye of an occluded feature, the pencil of a drawn one."""
_BEFORE_MARKS = 1.0
_WIDEST_NAME = 96.0
_GAP = 3.0
_CASING_EXTRA = 2.5
_CASING_ALPHA = 0.7
_FILL_ALPHA = 0.28
_DASHES = (3.5, 2.5)
_DASH_DOT = (6.0, 2.0, 1.0, 2.0)
"""Of what a person drew; the dashes of what is occluded are shorter and all alike."""
_SELECTED_EXTRA = 7.0
_REPLACE_LABELS_AT = 1.2
"""Labels are placed anew when the fitted image grew or shrank by this factor."""


@dataclass(slots=True)
class Marks:
    """What is known about the features of the shown image."""

    labels_hw: NDArray[np.int32] | None = None
    features: tuple[Feature, ...] = ()
    outlines: tuple[Outline, ...] = ()
    hits_hw: NDArray[np.int32] | None = None
    changes: Mapping[int, float] = field(default_factory=dict)
    occluded: frozenset[int] = frozenset()
    selected: frozenset[int] = frozenset()
    hovered: int = -1

    def feature(self, number: int) -> Feature | None:
        """Return a feature by its number."""
        return next((feature for feature in self.features if feature.number == number), None)

    def at(self, x: int, y: int) -> int:
        """Return the number of the feature at a pixel, or -1."""
        if self.hits_hw is None or not (0 <= y < self.hits_hw.shape[0] and 0 <= x < self.hits_hw.shape[1]):
            return -1
        return int(self.hits_hw[y, x]) or -1


class FeatureMarks:
    """Keeps paths in image space and labels where they were placed; paints them."""

    def __init__(self, theme: ThemeManager) -> None:
        self._theme = theme
        self.marks = Marks()
        self._paths: dict[int, QPainterPath] = {}
        self._placements: dict[int, Placement] = {}
        self._placed_at = 0.0

    def set_features(
        self,
        labels_hw: NDArray[np.int32] | None,
        features: Sequence[Feature],
        distance: float,
        outlines: Sequence[Outline] | None,
    ) -> None:
        """Show other features; outlines that were computed elsewhere are taken as they are."""
        marks = Marks(labels_hw, tuple(features))
        if labels_hw is not None:
            marks.outlines = tuple(
                compute_outlines(labels_hw, features, distance) if outlines is None else outlines
            )
            marks.hits_hw = hit_map(labels_hw, marks.outlines)
        self.marks = marks
        self._paths = {outline.number: outline_path(outline) for outline in marks.outlines}
        self._placed_at = 0.0

    def path(self, number: int) -> QPainterPath:
        """Return the outline of a feature in image space; empty when there is none."""
        return self._paths.get(number, QPainterPath())

    def paint(self, painter: QPainter, view: ViewTransform, *, dashed: bool) -> None:
        """Draw all outlines and labels, the hovered one last."""
        self._place(view)
        matrix = view.matrix()
        order = [outline.number for outline in self.marks.outlines]
        order.sort(key=lambda number: number == self.marks.hovered)
        for number in order:
            occluded = dashed and number in self.marks.occluded
            self._outline(painter, matrix.map(self._paths[number]), number, occluded)
        for number in order:
            self._label(painter, self.label_rect(number, view, dashed=dashed), number, dashed)

    def paint_tag(self, painter: QPainter, view: ViewTransform, area: QRectF, *, dashed: bool) -> None:
        """Draw share and change of the hovered feature beside it."""
        feature = self.marks.feature(self.marks.hovered)
        if feature is None or feature.number not in self._paths:
            return
        text = tag_text(feature, self.marks.changes.get(feature.number))
        font = self._theme.font(Type.SECOND_STRONG)
        size = (text_width(font, text) + 20, float(self._theme.px(26)))
        target = _rect(view.matrix().mapRect(self._paths[feature.number].boundingRect()))
        taken = [_rect(self.label_rect(number, view, dashed=dashed)) for number in self._placements]
        left, top = place_tag(target, size, taken, _rect(area.adjusted(8, 8, -8, -8)))
        box = QRectF(left, top, *size)
        fill_box(painter, box, self._theme.color("tip"), RADIUS_CONTROL)
        inside = box.adjusted(10, 0, -8, 0)
        draw_text(painter, inside, text, font=font, colour=self._theme.color("on_tip"), align=LEFT)

    def label_rect(self, number: int, view: ViewTransform, *, dashed: bool) -> QRectF:
        """Return the box of a label in the widget."""
        self._place(view)
        if number not in self._placements:
            return QRectF()
        size = self._label_size(number, occluded=dashed and number in self.marks.occluded)
        x0, y0, x1, y1 = self._placements[number].rect(view.scale, size, _GAP + 1.5)
        return QRectF(QPointF(x0, y0) + view.shift, QPointF(x1, y1) + view.shift)

    def _place(self, view: ViewTransform) -> None:
        """Place the labels for the fitted image, so that zooming does not move them.

        Always with the room of an occluded label: it becomes wider and must neither move nor cover others.
        """
        if self.marks.labels_hw is None:
            self._placements = {}
            return
        scale = view.fit_scale()
        ratio = scale / self._placed_at if self._placed_at else 0.0
        if 1 / _REPLACE_LABELS_AT < ratio < _REPLACE_LABELS_AT:
            return
        height, width = self.marks.labels_hw.shape
        numbers = [outline.number for outline in self.marks.outlines]
        sizes = {number: self._label_size(number, occluded=True) for number in numbers}
        self._placements = place_labels(self.marks.outlines, (width, height), scale, sizes, _GAP + 1.5)
        self._placed_at = scale

    def _label_size(self, number: int, *, occluded: bool) -> tuple[float, float]:
        width, height = _CHIP
        if name := self._name(number):
            font = self._theme.drawn_font(Type.CHIP)
            width = max(width, min(text_width(font, name) + 10, _WIDEST_NAME))
        n_marks = occluded + self._is_drawn(number)
        return (width + (_MARK * n_marks + _BEFORE_MARKS if n_marks else 0.0), height)

    def _name(self, number: int) -> str:
        feature = self.marks.feature(number)
        return feature.name if feature is not None else ""

    def _is_drawn(self, number: int) -> bool:
        feature = self.marks.feature(number)
        return feature is not None and feature.drawn

    def _outline(self, painter: QPainter, path: QPainterPath, number: int, occluded: bool) -> None:
        hovered = number == self.marks.hovered
        width = 3.0 if hovered else (2.0 if number <= 3 else 1.5)
        colour = self._theme.color(HOVER_RED if hovered else feature_colour(number))
        if hovered:
            painter.fillPath(path, self._theme.color(HOVER_RED, _FILL_ALPHA))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        casing = QPen(self._theme.color(CASING, _CASING_ALPHA), width + _CASING_EXTRA)
        line = QPen(colour, width)
        ring = QPen(self._theme.color("accent"), width + _SELECTED_EXTRA)
        for pen in (ring, casing, line):
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if occluded or self._is_drawn(number):
            line.setCapStyle(Qt.PenCapStyle.FlatCap)
            dashes = _DASHES if occluded else _DASH_DOT
            line.setDashPattern([part * 2.0 / width for part in dashes])
        if number in self.marks.selected:
            painter.strokePath(path, ring)
        painter.strokePath(path, casing)
        painter.strokePath(path, line)

    def _label(self, painter: QPainter, rect: QRectF, number: int, dashed: bool) -> None:
        if rect.isNull():
            return
        colour = HOVER_RED if number == self.marks.hovered else feature_colour(number)
        if number in self.marks.selected:
            around = rect.adjusted(-2.5, -2.5, 2.5, 2.5)
            fill_box(painter, around, self._theme.color("accent"), RADIUS_CHIP + 2.5)
        fill_box(painter, rect, self._theme.color(colour), RADIUS_CHIP)
        stroke_box(painter, rect, self._theme.color(CASING, _CASING_ALPHA), RADIUS_CHIP)
        marks = ["edit"] if self._is_drawn(number) else []
        if dashed and number in self.marks.occluded:
            marks.append("eye-off")
        room = _MARK * len(marks) + _BEFORE_MARKS if marks else 0.0
        words = rect.adjusted(1 if marks else 0, 0, -room, 0)
        if name := self._name(number):
            font, ink = self._theme.drawn_font(Type.CHIP), self._theme.color(CHIP_TEXT)
            draw_text(painter, words.adjusted(3, 0, -3, 0), name, font=font, colour=ink, align=CENTRE)
        else:
            draw_chip_number(painter, self._theme, words, number)
        dpr = painter.device().devicePixelRatio()
        for place, mark in enumerate(marks):
            corner = QPointF(words.right() + _MARK * place, rect.top() + 2)
            painter.drawPixmap(corner, self._theme.pixmap(mark, CHIP_TEXT, 14, dpr))


def tag_text(feature: Feature, change: float | None) -> str:
    """Return what the tag says: ``11.2 %  alone −0.199``."""
    from PySide6.QtCore import QCoreApplication

    from deepintro_desktop.ui.widgets.words import percent, signed

    text = percent(feature.relevance)
    if change is not None:
        text = QCoreApplication.translate("Canvas", "{0}   alone {1}").format(text, signed(change))
    if feature.drawn:
        text = QCoreApplication.translate("Canvas", "{0}   drawn").format(text)
    return text


def outline_path(outline: Outline) -> QPainterPath:
    """Return the lines of an outline as one closed path in image space, rounded between its points."""
    path = QPainterPath()
    for points in outline.polygons:
        middles = (points + np.roll(points, -1, axis=0)) / 2
        path.moveTo(*middles[-1])
        for (x, y), (middle_x, middle_y) in zip(points.tolist(), middles.tolist(), strict=True):
            path.quadTo(x, y, middle_x, middle_y)
        path.closeSubpath()
    return path


def _rect(rect: QRectF) -> Rect:
    return (rect.left(), rect.top(), rect.right(), rect.bottom())
