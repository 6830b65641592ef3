"""The panel of features: title with occlude all / none / invert, column heads, rows, and their sum."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.focus import shows_keyboard_focus
from deepintro_desktop.ui.theme.metrics import (
    CANVAS_BAR_HEIGHT,
    CANVAS_FOOT_HEIGHT,
    COMPACT_FEATURE_LIST_WIDTH,
    FEATURE_LIST_WIDTH,
)
from deepintro_desktop.ui.widgets.buttons import IconButton
from deepintro_desktop.ui.widgets.feature_delegate import FeatureDelegate
from deepintro_desktop.ui.widgets.feature_header import FeatureHeader
from deepintro_desktop.ui.widgets.feature_rows import FeatureListModel, FeatureRole, FeatureRow
from deepintro_desktop.ui.widgets.labels import WholeLabel
from deepintro_desktop.ui.widgets.words import percent


class FeatureSort(StrEnum):
    """The order of the rows."""

    RELEVANCE = "relevance"
    CHANGE = "change"


class FeatureView(QListView):
    """The rows. Return occludes the current feature; arrow keys move and mark it in the image.

    With Ctrl, a click and Return select instead. ``menu_requested``: number, place on the screen.
    """

    row_hovered = Signal(int)
    feature_toggled = Signal(int)
    feature_picked = Signal(int)
    menu_requested = Signal(int, QPoint)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = FeatureDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Features"))
        theme.theme_changed.connect(self.viewport().update)

    def set_hovered(self, number: int) -> None:
        """Mark a feature (-1: none) without saying so; scrolls to it when it is out of sight."""
        if self._delegate.hovered == number:
            return
        self._delegate.hovered = number
        index = self._index_of(number)
        if index.isValid() and not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index)
        self.viewport().update()

    def set_selected(self, numbers: frozenset[int]) -> None:
        """Mark the selected features; one that has just become selected is scrolled to."""
        new, self._delegate.selected = numbers - self._delegate.selected, numbers
        if len(new) == 1 and (index := self._index_of(*new)).isValid():
            self.scrollTo(index)
        self.viewport().update()

    def set_compact(self, compact: bool) -> None:
        """Use lower rows without thumbnails."""
        self._delegate.compact = compact
        self.scheduleDelayedItemsLayout()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the pointer."""
        index = self.indexAt(event.position().toPoint())
        number = self._number(index)
        on_eye = index.isValid() and self._delegate.on_eye(self.visualRect(index), event.position())
        self._delegate.eye_hovered = number if on_eye else -1
        self._hover(number)
        self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Forget the pointer."""
        self._delegate.eye_hovered = -1
        self._hover(-1)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Occlude or show the feature that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._press(self._number(index), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Count the second of two quick clicks as a click; its release does the work."""
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Occlude with Return; Space belongs to the picture in the whole tab."""
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self._press(self._number(self.currentIndex()), event.modifiers())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of a row."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            place = (
                event.globalPos()
                if by_mouse
                else self.viewport().mapToGlobal(self.visualRect(index).center())
            )
            self.menu_requested.emit(self._number(index), place)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: N802
        """Mark the current row's feature in the image when the keyboard moved there."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid() and shows_keyboard_focus(self):
            self._hover(self._number(current))

    def _press(self, number: int, modifiers: Qt.KeyboardModifier) -> None:
        picks = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        (self.feature_picked if picks else self.feature_toggled).emit(number)

    def _hover(self, number: int) -> None:
        if number != self._delegate.hovered:
            self._delegate.hovered = number
            self.viewport().update()
            self.row_hovered.emit(number)

    def _number(self, index: QModelIndex) -> int:
        number = index.data(FeatureRole.NUMBER) if index.isValid() else None
        return -1 if number is None else int(number)

    def _index_of(self, number: int) -> QModelIndex:
        source = self.model()
        if not isinstance(source, FeatureListModel):
            return QModelIndex()
        return source.index(source.position_of(number), 0)


class FeatureListPanel(QFrame):
    """Everything about the features of an image.

    ``row_hovered`` and ``feature_toggled`` carry the feature's number (hover: -1 for none). Selecting and the
    menu are signals of ``view``.
    """

    row_hovered = Signal(int)
    feature_toggled = Signal(int)
    occlude_all_requested = Signal()
    occlude_none_requested = Signal()
    invert_requested = Signal()
    sort_changed = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "surface")
        self._rows = FeatureListModel(self)
        self._sort = FeatureSort.RELEVANCE
        self.view = FeatureView(theme, self)
        self.view.setModel(self._rows)
        self._header = FeatureHeader(theme, self)
        self._count = QLabel(self)
        self._count.setProperty("c", "second")
        self._footer = WholeLabel(theme, self)
        self._busy = False
        self._all = IconButton(theme, "eye-off", self.tr("Occlude all"), self)
        self._none = IconButton(theme, "eye", self.tr("Occlude none"), self)
        self._invert = IconButton(theme, "invert", self.tr("Invert"), self)
        self._all.set_hint(self.tr("Occlude all"), "Ctrl+A")
        self._none.set_hint(self.tr("Occlude none"), "R")
        self._invert.set_hint(self.tr("Invert"), "Ctrl+Shift+I")
        self._build()
        self._connect()
        self.set_compact(False)
        self.set_rows(())

    def item_model(self) -> FeatureListModel:
        """Return the rows."""
        return self._rows

    def set_rows(self, rows: Sequence[FeatureRow]) -> None:
        """Show features; they are put into the chosen order."""
        self._rows.set_rows(self._sorted(rows))
        self._count.setText(str(len(rows)) if rows else "")
        self._describe()
        for button in (self._all, self._none, self._invert):
            button.setEnabled(bool(rows))

    def set_busy(self, busy: bool) -> None:
        """Say that features are being looked for while there are none."""
        self._busy = busy
        self._describe()

    def set_occluded(self, numbers: Iterable[int]) -> None:
        """Mark the occluded features."""
        self._rows.set_occluded(numbers)

    def set_hovered(self, number: int) -> None:
        """Mark a feature that is hovered elsewhere; -1 for none."""
        self.view.set_hovered(number)

    def set_sort(self, sort: FeatureSort) -> None:
        """Change the order of the rows."""
        self._sort = FeatureSort(sort)
        self._header.set_sort(self._sort)
        self._rows.set_rows(self._sorted(self._rows.rows()))

    def set_compact(self, compact: bool) -> None:
        """Narrow panel with lower rows."""
        self.view.set_compact(compact)
        self._header.set_compact(compact)
        self._title_row.setContentsMargins(12 if compact else 16, 0, 4 if compact else 8, 0)
        self._title_row.setSpacing(0 if compact else 2)
        self.setFixedWidth(self._theme.px(COMPACT_FEATURE_LIST_WIDTH if compact else FEATURE_LIST_WIDTH))
        self._describe()

    def _describe(self) -> None:
        rows = self._rows.rows()
        share = percent(sum(row.share for row in rows))
        if len(rows) == 1:
            text = self.tr("1 feature holds {0} of the relevance").format(share)
        else:
            text = self.tr("{0} features hold {1} of the relevance").format(len(rows), share)
        if not rows:
            text = self.tr("Finding features…") if self._busy else self.tr("No features")
        self._footer.set_text(text)

    def _sorted(self, rows: Sequence[FeatureRow]) -> list[FeatureRow]:
        if self._sort is FeatureSort.CHANGE:
            return sorted(rows, key=lambda row: (row.change is None, row.change or 0.0, row.number))
        return sorted(rows, key=lambda row: (-row.share, row.number))

    def _build(self) -> None:
        title = QFrame(self)
        title.setFixedHeight(self._theme.px(CANVAS_BAR_HEIGHT))
        title.setProperty("edge", "bottom")
        row = self._title_row = QHBoxLayout(title)
        name = QLabel(self.tr("Features"), self)
        name.setProperty("c", "heading")
        row.addWidget(name)
        row.addSpacing(6)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (self._all, self._none, self._invert):
            row.addWidget(button)
        foot = QFrame(self)
        foot.setProperty("edge", "top")
        foot.setFixedHeight(self._theme.px(CANVAS_FOOT_HEIGHT))
        foot_row = QHBoxLayout(foot)
        foot_row.setContentsMargins(16, 0, 8, 0)
        foot_row.addWidget(self._footer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget, stretch in ((title, 0), (self._header, 0), (self.view, 1), (foot, 0)):
            layout.addWidget(widget, stretch)

    def _connect(self) -> None:
        self.view.row_hovered.connect(self.row_hovered)
        self.view.feature_toggled.connect(self.feature_toggled)
        self._all.clicked.connect(self.occlude_all_requested)
        self._none.clicked.connect(self.occlude_none_requested)
        self._invert.clicked.connect(self.invert_requested)
        self._header.sort_requested.connect(self._on_sort_requested)
        self.view.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _on_range_changed(self, lowest: int, highest: int) -> None:
        self._header.set_inset(self.view.verticalScrollBar().sizeHint().width() if highest > lowest else 0)

    def _on_sort_requested(self, sort: str) -> None:
        self.set_sort(FeatureSort(sort))
        self.sort_changed.emit(sort)
