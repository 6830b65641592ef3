"""The list of earlier explanations: three lines each, with a box to tick for comparing."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from deepintro_desktop.ui.tabs.occlusion.earlier.words import Line
from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.metrics import RADIUS_BADGE, RADIUS_CONTROL
from deepintro_desktop.ui.widgets.badge import BadgeKind, BadgeSpec, badge_spec_width, draw_badge_spec
from deepintro_desktop.ui.widgets.paint import (
    begin,
    draw_icon,
    draw_row_focus,
    draw_text,
    fill_box,
    has_row_focus,
    stroke_box,
)

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_HEIGHT, _BOX, _LEFT = 68, 16, 36
Index = QModelIndex | QPersistentModelIndex


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(240, self._theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        painter.save()
        rect = begin(painter, self._theme, QRectF(option.rect)).adjusted(2, 1, -2, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            fill_box(painter, rect, self._theme.color("accent_soft"), RADIUS_CONTROL)
            stroke_box(painter, rect, self._theme.color("accent"), RADIUS_CONTROL, 1.5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill_box(painter, rect, self._theme.color("hover"), RADIUS_CONTROL)
        self._draw_box(painter, rect, ticked=_is_ticked(index))
        self._draw_words(painter, rect, line)
        if has_row_focus(option.widget, bool(option.state & QStyle.StateFlag.State_HasFocus)):
            draw_row_focus(painter, self._theme, rect)
        painter.restore()

    def editorEvent(  # noqa: N802
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tick with a click at the left, or with Space."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            hit = event.position().x() < option.rect.x() + self._theme.px(_LEFT)
        else:
            hit = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not hit:
            return False
        state = Qt.CheckState.Unchecked if _is_ticked(index) else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _draw_box(self, painter: QPainter, rect: QRectF, *, ticked: bool) -> None:
        box = QRectF(rect.x() + 10, rect.y() + 10, _BOX, _BOX)
        fill_box(painter, box, self._theme.color("accent" if ticked else "surface"), RADIUS_BADGE)
        if ticked:
            place = box.topLeft()
            place.setX(place.x() + 1)
            place.setY(place.y() + 1)
            draw_icon(painter, self._theme, place, "check", token="on_accent", size=14)
        else:
            stroke_box(painter, box, self._theme.color("control"), RADIUS_BADGE)

    def _draw_words(self, painter: QPainter, rect: QRectF, line: Line) -> None:
        spec = BadgeSpec(line.badge, BadgeKind.OK if line.is_analysed else BadgeKind.FORMAT_QUIET)
        width = badge_spec_width(self._theme, spec)
        place = QRectF(rect.x() + _LEFT, rect.y() + 6, rect.width() - _LEFT - 12, 20)
        title = place.adjusted(0, 0, -width - 8, 0)
        corner = place.topRight()
        corner.setX(corner.x() - width)
        draw_badge_spec(painter, self._theme, corner, spec)
        font, colour = self._theme.drawn_font(Type.HEADING), self._theme.color("text")
        draw_text(painter, title, line.title, font=font, colour=colour)
        font, colour = self._theme.drawn_font(Type.SECOND), self._theme.color("text2")
        draw_text(painter, place.translated(0, 19), line.text, font=font, colour=colour)
        draw_text(painter, place.translated(0, 37), line.answers, font=font, colour=colour)


class EarlierList(QListWidget):
    """The entries, newest first; at most two are ticked."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_LineDelegate(theme, self))
        self.setProperty("ground", "surface")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Earlier explanations"))
        self.itemChanged.connect(self._on_item_changed)
        theme.theme_changed.connect(self.viewport().update)
        self._order: list[str] = []

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these entries; the first is selected."""
        self.clear()
        self._order = []
        for line in lines:
            item = QListWidgetItem(self)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(LINE_ROLE, line)
            words = [part for part in (line.title, line.badge, line.text, line.answers) if part]
            item.setToolTip("\n".join(words))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(words))
        self.setCurrentRow(0)

    def current_id(self) -> str:
        """Return the id of the selected entry, empty without one."""
        item = self.currentItem()
        return "" if item is None else item.data(LINE_ROLE).id

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of the ticked entries, from top to bottom."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(item.data(LINE_ROLE).id for item in items if item.checkState() == Qt.CheckState.Checked)

    def untick(self) -> None:
        """Compare nothing."""
        for row in range(self.count()):
            self.item(row).setCheckState(Qt.CheckState.Unchecked)

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        """Let go of the entry ticked longest ago when there are three."""
        entry_id = item.data(LINE_ROLE).id if item.data(LINE_ROLE) is not None else ""
        self._order = [one for one in self._order if one != entry_id]
        if item.checkState() == Qt.CheckState.Checked:
            self._order.append(entry_id)
        if len(self._order) > 2:
            first = self._order[0]
            for row in range(self.count()):
                if self.item(row).data(LINE_ROLE).id == first:
                    self.item(row).setCheckState(Qt.CheckState.Unchecked)


def _is_ticked(index: Index) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
