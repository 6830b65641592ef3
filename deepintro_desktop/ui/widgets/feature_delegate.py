"""How a feature row is drawn: chip, thumbnail, share with a bar, change alone, eye button."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.metrics import (
    COMPACT_FEATURE_ROW_HEIGHT,
    FEATURE_ROW_HEIGHT,
    RADIUS_BADGE,
    RADIUS_CHIP,
    RADIUS_CONTROL,
)
from deepintro_desktop.ui.theme.tokens import HOVER_RED
from deepintro_desktop.ui.widgets.feature_rows import FeatureRole, FeatureRow
from deepintro_desktop.ui.widgets.paint import (
    LEFT,
    RIGHT,
    begin,
    draw_chip,
    draw_icon,
    draw_image,
    draw_row_focus,
    draw_text,
    fill_box,
    has_row_focus,
    stroke_box,
    text_width,
)
from deepintro_desktop.ui.widgets.words import percent, signed

Index = QModelIndex | QPersistentModelIndex
_WIDEST_CHANGE = "\u22120.888"
_NOTABLE = 0.01
"""A change smaller than one percentage point is drawn quietly."""


def share_left(compact: bool) -> int:
    """Return where the share begins, from the left edge of the row."""
    return 40 if compact else 80


def eye_rect(row: QRectF) -> QRectF:
    """Return the place of the eye button in a row at 100 %."""
    return QRectF(row.right() - 35, row.center().y() - 13, 28, 26)


def change_right(row_right: float) -> float:
    """Return where the change ends."""
    return row_right - 44


class FeatureDelegate(QStyledItemDelegate):
    """Draws :class:`FeatureRow`; the view tells it which feature is under the pointer."""

    def __init__(self, theme: ThemeManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.compact = False
        self.hovered = -1
        self.eye_hovered = -1
        self.selected: frozenset[int] = frozenset()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the height of a row; the width is the view's."""
        height = COMPACT_FEATURE_ROW_HEIGHT if self.compact else FEATURE_ROW_HEIGHT
        return QSize(100, self._theme.px(height))

    def on_eye(self, row: QRect, place: QPointF) -> bool:
        """Return whether a point of the view lies on the eye button of a row of the view."""
        scale = self._theme.scale
        box = QRectF(0, 0, row.width() / scale, row.height() / scale)
        return eye_rect(box).contains((place - QPointF(row.topLeft())) / scale)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(FeatureRole.ROW)
        if not isinstance(row, FeatureRow):
            return
        painter.save()
        rect = begin(painter, self._theme, QRectF(option.rect))
        hovered = row.number == self.hovered
        if row.number in self.selected:
            ground = rect.adjusted(2, 1, -2, -1)
            fill_box(painter, ground, self._theme.color("accent_soft"), RADIUS_CONTROL)
            stroke_box(painter, ground, self._theme.color("accent"), RADIUS_CONTROL)
        elif hovered:
            self._hover_ground(painter, rect)
        middle = rect.center().y()
        chip = QRectF(rect.x() + 12, middle - 10, 20, 20)
        draw_chip(painter, self._theme, chip, row.number, casing=0)
        # A white chip on a white list needs an edge that is seen in both themes.
        stroke_box(painter, chip, self._theme.color("control"), RADIUS_CHIP)
        if not self.compact:
            self._thumbnail(painter, QRectF(rect.x() + 40, middle - 16, 32, 32), row, hovered)
        self._share(painter, rect, row, index.data(FeatureRole.LARGEST_SHARE) or 0.0)
        self._change(painter, rect, row)
        self._eye(painter, eye_rect(rect), row, hovered)
        if has_row_focus(option.widget, bool(option.state & QStyle.StateFlag.State_HasFocus)):
            draw_row_focus(painter, self._theme, rect.adjusted(2, 0, -2, 0))
        painter.restore()

    def _hover_ground(self, painter: QPainter, rect: QRectF) -> None:
        fill_box(painter, rect.adjusted(2, 1, -2, -1), self._theme.color("hover"), RADIUS_CONTROL)
        bar = QRectF(rect.x() + 2, rect.center().y() - 14, 3, 28)
        fill_box(painter, bar, self._theme.color(HOVER_RED), 1.5)

    def _thumbnail(self, painter: QPainter, place: QRectF, row: FeatureRow, hovered: bool) -> None:
        image = row.thumbnail_filled if row.occluded and row.thumbnail_filled else row.thumbnail
        if image is None or image.isNull():
            fill_box(painter, place, self._theme.color("track"), RADIUS_BADGE)
        else:
            draw_image(painter, place, image)
        if hovered:
            stroke_box(painter, place.adjusted(-1, -1, 1, 1), self._theme.color(HOVER_RED), 5, 2)

    def _share(self, painter: QPainter, rect: QRectF, row: FeatureRow, largest: float) -> None:
        left = rect.x() + share_left(self.compact)
        font, colour = self._theme.drawn_font(Type.BODY_MEDIUM), self._theme.color("text")
        change = text_width(font, _WIDEST_CHANGE) + 8
        width = max(change_right(rect.right()) - change - left, 16)
        middle = rect.center().y()
        has_words = bool(row.name) or row.drawn
        text = QRectF(left, middle - (16 if has_words else 18), width + 6, 14 if has_words else 20)
        draw_text(painter, text, percent(row.share), font=font, colour=colour, align=LEFT)
        if has_words:
            self._words(painter, QRectF(left, middle - 3, width + 6, 13), row)
        bar = QRectF(left, middle + (11 if has_words else 6), width, 4)
        fill_box(painter, bar, self._theme.color("track"), 2)
        if largest > 0 and row.share > 0:
            filled = max(width * row.share / largest * 0.92, 3.0)
            fill_box(painter, QRectF(left, bar.y(), filled, 4), self._theme.color("accent"), 2)

    def _words(self, painter: QPainter, place: QRectF, row: FeatureRow) -> None:
        """Write a person's name for the feature, and mark what a person made."""
        token = "text2"
        if row.drawn:
            draw_icon(painter, self._theme, place.topLeft() + QPointF(-1, 0.5), "edit", token=token, size=12)
            place.setLeft(place.left() + 14)
        words = row.name or QCoreApplication.translate("FeatureList", "drawn")
        font = self._theme.drawn_font(Type.BADGE)
        draw_text(painter, place, words, font=font, colour=self._theme.color(token), align=LEFT)

    def _change(self, painter: QPainter, rect: QRectF, row: FeatureRow) -> None:
        text = "…" if row.change is None else signed(row.change)
        quiet = row.change is None or abs(row.change) < _NOTABLE
        right = change_right(rect.right())
        place = QRectF(right - 56, rect.center().y() - 10, 56, 20)
        font, colour = (
            self._theme.drawn_font(Type.BODY_MEDIUM),
            self._theme.color("text2" if quiet else "text"),
        )
        draw_text(painter, place, text, font=font, colour=colour, align=RIGHT)

    def _eye(self, painter: QPainter, place: QRectF, row: FeatureRow, hovered: bool) -> None:
        token = "text3"
        pressed_look = row.number == self.eye_hovered
        if row.occluded:
            ground = "accent_hover" if pressed_look else "accent"
            fill_box(painter, place, self._theme.color(ground), RADIUS_CONTROL)
            token = "on_accent"
        elif hovered:
            fill_box(painter, place, self._theme.color("raised"), RADIUS_CONTROL)
            edge = "control" if pressed_look else "line"
            stroke_box(painter, place, self._theme.color(edge), RADIUS_CONTROL)
            token = "text"
        name = "eye-off" if row.occluded else "eye"
        corner = QPointF(place.center().x() - 8, place.center().y() - 8)
        draw_icon(painter, self._theme, corner, name, token=token, size=16)
