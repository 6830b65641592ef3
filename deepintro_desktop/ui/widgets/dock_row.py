"""How networks and images are drawn in the docks. The item models answer ``ROW_ROLE`` with these rows."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.metrics import DOCK_ROW_HEIGHT, RADIUS_CONTROL
from deepintro_desktop.ui.widgets.badge import BadgeKind, BadgeSpec, badge_spec_width, draw_badge_spec
from deepintro_desktop.ui.widgets.paint import (
    begin,
    draw_icon,
    draw_image,
    draw_row_focus,
    draw_text,
    fill_box,
    has_row_focus,
    stroke_box,
    text_width,
)

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Under this role a dock's item model returns a :class:`NetworkRow` or an :class:`ImageRow`."""

Index = QModelIndex | QPersistentModelIndex
_PICTURE = 40.0


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """A network in words. ``difference`` like ``3e-6``, empty when it was not checked."""

    name: str
    format: str
    input_size: str
    difference: str = ""
    explainable: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class ImageRow:
    """An image in words; ``modality`` like ``CT`` becomes a badge, ``size`` may also say the frame."""

    name: str
    size: str
    thumbnail: QImage
    modality: str = ""


class RowDelegate(QStyledItemDelegate):
    """The ground of a row: hover, selection, focus."""

    def __init__(self, theme: ThemeManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the same height for every row."""
        return QSize(160, self.theme.px(DOCK_ROW_HEIGHT + 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, then what the row says, then the focus."""
        row = index.data(ROW_ROLE)
        if row is None:
            return
        painter.save()
        rect = begin(painter, self.theme, QRectF(option.rect)).adjusted(8, 1, -8, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            fill_box(painter, rect, self.theme.color("accent_soft"), RADIUS_CONTROL)
            stroke_box(painter, rect, self.theme.color("accent"), RADIUS_CONTROL, 1.5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill_box(painter, rect, self.theme.color("hover"), RADIUS_CONTROL)
        self.paint_row(painter, rect, row, selected)
        if has_row_focus(option.widget, bool(option.state & QStyle.StateFlag.State_HasFocus)):
            draw_row_focus(painter, self.theme, rect)
        painter.restore()

    def paint_row(self, painter: QPainter, rect: QRectF, row: object, selected: bool) -> None:
        """Draw what the row says."""
        raise NotImplementedError

    def name_line(self, painter: QPainter, rect: QRectF, name: str, selected: bool) -> None:
        """Draw the first line."""
        font = self.theme.drawn_font(Type.HEADING if selected else Type.BODY_MEDIUM)
        draw_text(painter, rect, name, font=font, colour=self.theme.color("text"))

    def helpEvent(  # noqa: N802
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole text where the row had to shorten it."""
        text = index.data(Qt.ItemDataRole.ToolTipRole)
        if event.type() == QEvent.Type.ToolTip and text:
            QToolTip.showText(event.globalPos(), text, view)
            return True
        return super().helpEvent(event, view, option, index)


class NetworkRowDelegate(RowDelegate):
    """Name; format badge, input size, and on the right the mark of trust, which is never shortened."""

    def paint_row(self, painter: QPainter, rect: QRectF, row: object, selected: bool) -> None:
        """Draw a :class:`NetworkRow`."""
        if not isinstance(row, NetworkRow):
            return
        inner = rect.adjusted(10, 0, -10, 0)
        self.name_line(painter, QRectF(inner.x(), rect.y() + 6, inner.width(), 20), row.name, selected)
        top = rect.y() + 28
        width = draw_badge_spec(
            painter, self.theme, QPointF(inner.x(), top), _format_badge(row.format, selected)
        )
        right = self._mark(painter, inner, top, row)
        size = QRectF(inner.x() + width + 8, top, right - inner.x() - width - 14, 18)
        if size.width() > 24:
            font, colour = self.theme.drawn_font(Type.BADGE), self.theme.color("text2")
            draw_text(painter, size, row.input_size, font=font, colour=colour)

    def _mark(self, painter: QPainter, inner: QRectF, top: float, row: NetworkRow) -> float:
        """Draw the mark of trust at the right; return where it begins."""
        if not row.explainable:
            spec = BadgeSpec(self.tr("Predict only"), BadgeKind.WARN)
            left = inner.right() - badge_spec_width(self.theme, spec)
            draw_badge_spec(painter, self.theme, QPointF(left, top), spec)
            return left
        if not row.difference:
            return inner.right()
        text, font = f"Δ {row.difference}", self.theme.drawn_font(Type.BADGE)
        left = inner.right() - text_width(font, text)
        place = QRectF(left, top, inner.right() - left + 1, 18)
        draw_text(painter, place, text, font=font, colour=self.theme.color("text2"))
        draw_icon(painter, self.theme, QPointF(left - 18, top + 2), "check", token="ok", size=14)
        return left - 18


class ImageRowDelegate(RowDelegate):
    """Thumbnail; name; modality badge and size."""

    def paint_row(self, painter: QPainter, rect: QRectF, row: object, selected: bool) -> None:
        """Draw an :class:`ImageRow`."""
        if not isinstance(row, ImageRow):
            return
        picture = QRectF(rect.x() + 7, rect.y() + (rect.height() - _PICTURE) / 2, _PICTURE, _PICTURE)
        if row.thumbnail.isNull():
            fill_box(painter, picture, self.theme.color("track"), 4)
            draw_icon(
                painter, self.theme, picture.topLeft() + QPointF(11, 11), "image", token="text3", size=18
            )
        else:
            draw_image(painter, picture, row.thumbnail)
        left = picture.right() + 10
        width = rect.right() - 10 - left
        self.name_line(painter, QRectF(left, rect.y() + 6, width, 20), row.name, selected)
        top = rect.y() + 28
        if row.modality:
            spec = _format_badge(row.modality, selected)
            left += draw_badge_spec(painter, self.theme, QPointF(left, top), spec) + 8
        place = QRectF(left, top, rect.right() - 10 - left, 18)
        draw_text(
            painter,
            place,
            row.size,
            font=self.theme.drawn_font(Type.SECOND),
            colour=self.theme.color("text2"),
        )


def _format_badge(text: str, selected: bool) -> BadgeSpec:
    return BadgeSpec(text, BadgeKind.FORMAT if selected else BadgeKind.FORMAT_QUIET)
