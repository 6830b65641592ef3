"""The four answers of an analysis as cards; a click applies the card's set of features."""

from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter, is_

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.focus import RADIUS_PROPERTY
from deepintro_desktop.ui.theme.metrics import (
    CARD_GAP,
    CARD_HEIGHT,
    CARD_PICTURE,
    COMPACT_CARD_HEIGHT,
    RADIUS_BADGE,
    RADIUS_CARD,
)
from deepintro_desktop.ui.theme.tokens import CASING, PAPER
from deepintro_desktop.ui.widgets.badge import BadgeSpec, badge_spec_width, draw_badge_spec
from deepintro_desktop.ui.widgets.hold_original import LEAVES_SPACE
from deepintro_desktop.ui.widgets.images import as_rgb, to_qimage
from deepintro_desktop.ui.widgets.paint import (
    begin,
    dpr_of,
    draw_icon,
    draw_image,
    draw_shortened,
    fill_box,
    stroke_box,
    text_width,
)
from deepintro_desktop.ui.widgets.words import with_count_words


class CardKind(StrEnum):
    """Which of the four questions a card answers."""

    LARGEST_CHANGE = "largest-change"
    MOST_IMPORTANT = "most-important"
    MINIMUM_TO_KEEP = "minimum-to-keep"
    MINIMUM_TO_OCCLUDE = "minimum-to-occlude"


@dataclass(frozen=True, slots=True, eq=False)
class CardContent:
    """What a card says.

    ``image_hwc_u8``: the picture with the set applied, uint8 [height, width, 1 or 3], or ``None``.
    ``outlines``: polygons of the set in that picture's pixels, each float64 [n, 2] (x, y). ``spread``: how
    the answer does when it is repeated, ``spread_short`` for little room. ``progress``: 0 to 1 while running,
    else ``None``. ``clickable``: there is a set to apply.
    """

    title: str
    answer: str = ""
    badge: BadgeSpec | None = None
    detail: str = ""
    image_hwc_u8: NDArray[np.uint8] | None = None
    outlines: tuple[NDArray[np.float64], ...] = field(default=())
    progress: float | None = None
    applied: bool = False
    clickable: bool = True
    placeholder: str = "image"
    spread: str = ""
    spread_short: str = ""


class AnalysisCard(QAbstractButton):
    """One card; ``clicked`` as of every button."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = CardContent("")
        self._compact = False
        self._image: NDArray[np.uint8] | None = None
        self._picture = to_qimage(np.zeros((1, 1, 3), np.uint8))
        self._has_picture = False
        self._pixmap = QPixmap()
        self._pixmap_key: tuple[object, ...] = ()
        self._pixmap_outlines: tuple[NDArray[np.float64], ...] = ()
        self.setProperty(RADIUS_PROPERTY, RADIUS_CARD)
        self.setProperty(LEAVES_SPACE, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def set_content(self, content: CardContent) -> None:
        """Say something else."""
        before, self._content = self._content, content
        if _looks_alike(before, content):
            return
        if content.image_hwc_u8 is not self._image and content.image_hwc_u8 is not None:
            self._image = content.image_hwc_u8
            self._picture = to_qimage(as_rgb(content.image_hwc_u8))
        self._has_picture = content.image_hwc_u8 is not None
        self.setEnabled(content.clickable)
        pointing = Qt.CursorShape.PointingHandCursor if content.clickable else Qt.CursorShape.ArrowCursor
        self.setCursor(pointing)
        self.setAccessibleName(content.title)
        badge = content.badge.whole if content.badge else ""
        parts = (content.answer, badge, content.detail, content.spread)
        self.setAccessibleDescription(", ".join(part for part in parts if part))
        self.setToolTip("\n".join(part for part in (content.title, *parts) if part))
        self.update()

    def content(self) -> CardContent:
        """Return what the card says."""
        return self._content

    def set_compact(self, compact: bool) -> None:
        """Use a low card without picture."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the card's height; it takes the width that it gets."""
        return QSize(240, self._theme.px(COMPACT_CARD_HEIGHT if self._compact else CARD_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same height."""
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Apply with Return; Space belongs to the picture in the whole tab."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Space to the picture."""
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyReleaseEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the card."""
        with QPainter(self) as painter:
            rect = begin(painter, self._theme, QRectF(self.rect()))
            self._ground(painter, rect)
            left = 12.0
            if not self._compact:
                place = QRectF(10, (rect.height() - CARD_PICTURE) / 2, CARD_PICTURE, CARD_PICTURE)
                self._draw_picture(painter, place)
                left = place.right() + 12
            if self._compact:
                self._draw_compact_text(
                    painter, QRectF(left, 6, rect.width() - left - 10, rect.height() - 12)
                )
            else:
                self._draw_text(painter, QRectF(left, 10, rect.width() - left - 10, rect.height() - 20))
            if self._content.progress is not None:
                self._draw_progress(painter, left, rect)

    def _ground(self, painter: QPainter, rect: QRectF) -> None:
        hovered = self.underMouse() and self.isEnabled()
        fill_box(painter, rect, self._theme.color("hover" if hovered else "surface"), RADIUS_CARD)
        if self._content.applied:
            stroke_box(painter, rect, self._theme.color("accent"), RADIUS_CARD, 1.5)
        else:
            stroke_box(painter, rect, self._theme.color("line"), RADIUS_CARD)

    def _draw_picture(self, painter: QPainter, place: QRectF) -> None:
        if not self._has_picture:
            fill_box(painter, place, self._theme.color("sunken"), RADIUS_BADGE)
            corner = place.center() - QPointF(10, 10)
            draw_icon(painter, self._theme, corner, self._content.placeholder, token="text3", size=20)
            return
        dpr = dpr_of(painter) * self._theme.scale
        painter.drawPixmap(place.topLeft(), self._outlined_picture(place, dpr))

    def _outlined_picture(self, place: QRectF, dpr: float) -> QPixmap:
        """Return picture and outlines; kept until they change, because a running search repaints often."""
        size, outlines = place.size(), self._content.outlines
        key = (self._picture.cacheKey(), size.width(), size.height(), dpr)
        same = len(outlines) == len(self._pixmap_outlines) and all(map(is_, outlines, self._pixmap_outlines))
        if key != self._pixmap_key or not same:
            pixmap = QPixmap(round(size.width() * dpr), round(size.height() * dpr))
            pixmap.setDevicePixelRatio(dpr)
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._draw_outlined(painter, QRectF(0, 0, size.width(), size.height()))
            self._pixmap_key, self._pixmap_outlines, self._pixmap = key, outlines, pixmap
        return self._pixmap

    def _draw_outlined(self, painter: QPainter, place: QRectF) -> None:
        draw_image(painter, place, self._picture)
        scale = max(place.width() / self._picture.width(), place.height() / self._picture.height())
        shift = place.center() - QPointF(self._picture.width(), self._picture.height()) * scale / 2
        painter.save()
        painter.setClipRect(place)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        polygons = [_polygon(points, scale, shift) for points in self._content.outlines]
        # Two thin lines: thick ones would hide the picture where there are many features.
        for colour, width in ((self._theme.color(CASING, 0.7), 2.4), (self._theme.color(PAPER), 1.1)):
            pen = QPen(colour, width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            for polygon in polygons:
                painter.drawPolygon(polygon)
        painter.restore()

    def _draw_text(self, painter: QPainter, area: QRectF) -> None:
        theme, content = self._theme, self._content
        second = QRectF(area.x(), area.y() + 48, area.width(), 18)
        badge = badge_spec_width(theme, content.badge) + 8 if content.badge else 0.0
        detail = with_count_words(content.detail)
        beside = badge + text_width(theme.drawn_font(Type.BADGE), detail) <= area.width() + 0.5
        if not beside or content.spread:
            # A line more, below the answer; everything moves together a little.
            area = area.adjusted(0, -3, 0, 0)
            second.moveTop(area.y() + 55)
        is_high = beside and not content.spread
        self._line(painter, QRectF(area.x(), area.y(), area.width(), 20), content.title, Type.HEADING)
        answer = QRectF(area.x(), area.y() + (21 if is_high else 19), area.width(), 18)
        self._line(painter, answer, content.answer, Type.SECOND)
        if content.badge:
            draw_badge_spec(painter, theme, second.topLeft(), content.badge)
        between, right = answer.translated(0, 17), second.adjusted(badge, 0, 0, 0)
        # Beside a badge there is only room for how often the answer holds; the range is in the tooltip.
        lines = (
            ((right, detail), (between, content.spread))
            if beside
            else ((between, content.detail), (right, content.spread_short))
        )
        for place, text in lines:
            self._line(painter, place, text, Type.BADGE, "text2")

    def _draw_compact_text(self, painter: QPainter, area: QRectF) -> None:
        theme, content = self._theme, self._content
        badge = badge_spec_width(theme, content.badge) + 8 if content.badge else 0.0
        title = QRectF(area.x(), area.y() - 2, area.width() - badge, 20)
        self._line(painter, title, content.title, Type.HEADING)
        if content.badge:
            corner = QPointF(area.right() - badge + 8, area.y() - 1)
            draw_badge_spec(painter, theme, corner, content.badge)
        answer = QRectF(area.x(), area.y() + 18, area.width(), 18)
        detail = with_count_words(content.detail)
        width = text_width(theme.drawn_font(Type.BADGE), detail) + 8 if detail else 0.0
        if detail and width <= area.width() * 0.45:
            # The set stands at the right; the words of the answer give way to it.
            rest = answer.adjusted(answer.width() - width + 8, 0, 1, 0)
            self._line(painter, rest, detail, Type.BADGE, "text2")
            answer = answer.adjusted(0, 0, -width, 0)
        self._line(painter, answer, content.answer, Type.SECOND)

    def _line(self, painter: QPainter, place: QRectF, text: str, role: Type, token: str = "text") -> None:
        font, colour = self._theme.drawn_font(role), self._theme.color(token)
        draw_shortened(painter, place, text, font=font, colour=colour)

    def _draw_progress(self, painter: QPainter, left: float, rect: QRectF) -> None:
        track = QRectF(left, rect.bottom() - 5, rect.width() - left - 12, 3)
        fill_box(painter, track, self._theme.color("track"), 1.5)
        done = QRectF(track)
        done.setWidth(max(track.width() * min(max(self._content.progress or 0.0, 0.0), 1.0), 3.0))
        fill_box(painter, done, self._theme.color("accent"), 1.5)


class AnalysisCards(QWidget):
    """The four cards below each other; ``card_clicked`` carries the :class:`CardKind` as text."""

    card_clicked = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[CardKind, AnalysisCard] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(CARD_GAP)
        for kind in CardKind:
            card = AnalysisCard(theme, self)
            card.setObjectName(kind.value)
            card.clicked.connect(self._on_clicked)
            self._cards[kind] = card
            layout.addWidget(card)

    def card(self, kind: CardKind) -> AnalysisCard:
        """Return one card."""
        return self._cards[CardKind(kind)]

    def set_card(self, kind: CardKind, content: CardContent) -> None:
        """Let one card say something else."""
        self.card(kind).set_content(content)

    def set_compact(self, compact: bool) -> None:
        """Use low cards without pictures."""
        for card in self._cards.values():
            card.set_compact(compact)

    def _on_clicked(self) -> None:
        self.card_clicked.emit(self.sender().objectName())


def _looks_alike(first: CardContent, second: CardContent) -> bool:
    """Return whether nothing has to be drawn anew; pictures and outlines are compared by identity."""
    words = attrgetter(
        "title", "answer", "badge", "detail", "spread", "progress", "applied", "clickable", "placeholder"
    )
    return (
        words(first) == words(second)
        and first.image_hwc_u8 is second.image_hwc_u8
        and len(first.outlines) == len(second.outlines)
        and all(map(is_, first.outlines, second.outlines))
    )


def _polygon(points: NDArray[np.float64], scale: float, shift: QPointF) -> QPolygonF:
    return QPolygonF([QPointF(x * scale, y * scale) + shift for x, y in points])
