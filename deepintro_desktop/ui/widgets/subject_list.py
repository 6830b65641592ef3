"""What images can be made of: the whole picture, and its features."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QImage, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.metrics import (
    CANVAS_BAR_HEIGHT,
    COMPACT_FEATURE_LIST_WIDTH,
    FEATURE_LIST_WIDTH,
    FEATURE_ROW_HEIGHT,
    RADIUS_BADGE,
    RADIUS_CHIP,
    RADIUS_CONTROL,
)
from deepintro_desktop.ui.widgets.paint import (
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
)

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True, eq=False)
class SubjectRow:
    """One row: the feature's number (0: the whole picture), its name, its picture, what exists of it.

    ``drawn``: a person made the feature.
    """

    number: int
    name: str
    thumbnail: QImage | None = None
    count: str = ""
    drawn: bool = False


class SubjectModel(QAbstractListModel):
    """Rows in the order in which they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SubjectRow, ...] = ()

    def set_rows(self, rows: Sequence[SubjectRow]) -> None:
        """Show other rows, or the same ones with other pictures and counts."""
        same = [row.number for row in rows] == [row.number for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rows(self) -> tuple[SubjectRow, ...]:
        """Return all rows from top to bottom."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks for."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole and row.drawn:
            return row.name + "\n" + self.tr("Drawn by a person: not found by the network")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            drawn = self.tr("drawn by a person") if row.drawn else ""
            return ", ".join(part for part in (row.name, drawn, row.count) if part)
        return row if role == ROW_ROLE else None


class SubjectDelegate(QStyledItemDelegate):
    """Draws chip, thumbnail, name, count."""

    def __init__(self, theme: ThemeManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.compact = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the height of a row."""
        return QSize(160, self._theme.px(36 if self.compact else FEATURE_ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW_ROLE)
        painter.save()
        rect = begin(painter, self._theme, QRectF(option.rect))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        box = rect.adjusted(8, 2, -8, -2)
        if selected:
            fill_box(painter, box, self._theme.color("accent_soft"), RADIUS_CONTROL)
            stroke_box(painter, box, self._theme.color("accent"), RADIUS_CONTROL, 1.5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill_box(painter, box, self._theme.color("hover"), RADIUS_CONTROL)
        self._mark(painter, rect, row)
        left = 44.0
        if not self.compact:
            self._thumbnail(painter, QRectF(44, rect.center().y() - 16, 32, 32), row)
            left = 88.0
        words = QRectF(left, rect.y(), rect.right() - 20 - left, rect.height())
        second, colour = self._theme.drawn_font(Type.SECOND), self._theme.color("text2")
        used = draw_text(painter, words, row.count, font=second, colour=colour, align=RIGHT)
        words.setRight(words.right() - used - 8)
        if row.drawn:
            corner = QPointF(left, rect.center().y() - 7)
            draw_icon(painter, self._theme, corner, "edit", token="text2", size=14)
            words.setLeft(left + 18)
        font = self._theme.drawn_font(Type.HEADING if selected else Type.BODY_MEDIUM)
        draw_text(painter, words, row.name, font=font, colour=self._theme.color("text"))
        if has_row_focus(option.widget, bool(option.state & QStyle.StateFlag.State_HasFocus)):
            draw_row_focus(painter, self._theme, box)
        painter.restore()

    def _mark(self, painter: QPainter, rect: QRectF, row: SubjectRow) -> None:
        place = QRectF(16, rect.center().y() - 10, 20, 20)
        if row.number:
            draw_chip(painter, self._theme, place, row.number)
            return
        stroke_box(painter, place, self._theme.color("control"), RADIUS_CHIP)
        draw_icon(painter, self._theme, QPointF(18, place.y() + 2), "image", token="text2", size=16)

    def _thumbnail(self, painter: QPainter, place: QRectF, row: SubjectRow) -> None:
        if row.thumbnail is None or row.thumbnail.isNull():
            fill_box(painter, place, self._theme.color("track"), RADIUS_BADGE)
        else:
            draw_image(painter, place, row.thumbnail)


class _View(QListView):
    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Choose nothing: a list that gets the focus would make its first row current."""
        chosen = self.currentIndex()
        with QSignalBlocker(self.selectionModel()):
            super().focusInEvent(event)
            if not chosen.isValid():
                self.selectionModel().clear()


class SubjectList(QFrame):
    """The panel at the left; ``subject_chosen`` carries the number of a row."""

    subject_chosen = Signal(int)

    def __init__(self, theme: ThemeManager, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "surface")
        self.setProperty("edge", "right")
        self._rows = SubjectModel(self)
        self._delegate = SubjectDelegate(theme, self)
        self.view = _View(self)
        self.view.setModel(self._rows)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(title)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        head = QFrame(self)
        head.setProperty("edge", "bottom")
        head.setFixedHeight(theme.px(CANVAS_BAR_HEIGHT))
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 8, 0)
        label = QLabel(title, head)
        label.setProperty("c", "heading")
        row.addWidget(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addSpacing(4)
        layout.addWidget(self.view, 1)
        theme.theme_changed.connect(self.view.viewport().update)
        self.set_compact(False)

    def item_model(self) -> SubjectModel:
        """Return the rows."""
        return self._rows

    def set_rows(self, rows: Sequence[SubjectRow], chosen: int) -> None:
        """Show rows with one chosen, without a signal."""
        with QSignalBlocker(self.view.selectionModel()):
            self._rows.set_rows(rows)
            numbers = [row.number for row in rows]
            index = self._rows.index(numbers.index(chosen)) if chosen in numbers else QModelIndex()
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, flag)
        self.view.viewport().update()

    def set_compact(self, compact: bool) -> None:
        """Narrow panel with lower rows."""
        self._delegate.compact = compact
        self.view.scheduleDelayedItemsLayout()
        self.setFixedWidth(self._theme.px(COMPACT_FEATURE_LIST_WIDTH if compact else FEATURE_LIST_WIDTH))

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if row is not None:
            self.subject_chosen.emit(row.number)
