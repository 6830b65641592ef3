"""What both docks share: title with buttons, the list, the empty state, the menu of an entry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QObject,
    QPoint,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QListView,
    QMenu,
    QStackedWidget,
    QStyledItemDelegate,
    QWidget,
)

from deepintro_desktop.ui.presenters.collection import CollectionPresenter
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import COMPACT_DOCK_WIDTH
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.dock_title import DockTitle
from deepintro_desktop.ui.widgets.empty_state import EmptyState

ID_ROLE = int(Qt.ItemDataRole.UserRole) + 20
"""Under this role an item model returns the id of an entry."""


@dataclass(frozen=True, slots=True)
class DockWords:
    """What a dock says."""

    name: str
    title: str
    icon: str
    empty_title: str
    empty_text: str
    add: str


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """What can be done with the selected entry of a dock beside renaming and removing it."""

    text: str
    slot: Callable[[], object]
    possible: bool = True


class EntryList(QListView):
    """A list whose current row is the selected entry; Delete and F2 work on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.dock: CollectionDock | None = None
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Rename with F2, remove with Delete."""
        if self.dock is not None and event.key() == Qt.Key.Key_F2:
            self.dock.rename_current()
        elif self.dock is not None and event.key() == Qt.Key.Key_Delete:
            self.dock.remove_current()
        else:
            super().keyPressEvent(event)


class CollectionDock(QDockWidget):
    """A dock with one collection of the library."""

    def __init__(
        self,
        theme: ThemeManager,
        words: DockWords,
        item_model: QAbstractListModel,
        delegate: QStyledItemDelegate,
    ) -> None:
        super().__init__(words.title)
        self.setObjectName(words.name)
        self._words = words
        self._presenter: CollectionPresenter | None = None
        self._is_being_told = False
        self._item_model = item_model
        # Made first: Tab visits things in the order in which they were made.
        self._title = self._make_title(theme)
        self.list = EntryList(self)
        self.list.dock = self
        self.list.setAccessibleName(words.title)
        self.list.setModel(item_model)
        delegate.setParent(self.list)
        self.list.setItemDelegate(delegate)
        self._empty = EmptyState(theme, self)
        self.show_reading("")
        self._stack = QStackedWidget(self)
        self._stack.setMinimumWidth(theme.px(COMPACT_DOCK_WIDTH))
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        self.setWidget(self._stack)
        self._connect(theme)

    def attach(self, presenter: CollectionPresenter) -> None:
        """Say whom to tell what the person does."""
        self._presenter = presenter

    def show_entries(self, records: Sequence[Any]) -> None:
        """Replace the rows."""
        self._item_model.set_records(records)  # type: ignore[attr-defined]
        self._title.set_count(len(records))
        self._stack.setCurrentWidget(self.list if records else self._empty)
        self._more.setEnabled(bool(records))
        QTimer.singleShot(0, self, self.rows_came_into_sight)

    def show_reading(self, text: str) -> None:
        """Say what is being read while the list is empty; an empty text when nothing is."""
        words = self._words
        if text:
            self._empty.set_content("clock", text)
        else:
            actions = (Action("add", words.add, "add"),)
            self._empty.set_content(words.icon, words.empty_title, words.empty_text, actions)

    def show_selected(self, entry_id: str | None) -> None:
        """Mark a row."""
        selection = self.list.selectionModel()
        index = self._item_model.index_of(entry_id)  # type: ignore[attr-defined]
        self._is_being_told = True
        if index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        else:
            selection.clear()
        self._is_being_told = False

    def visible_ids(self) -> list[str]:
        """Return the ids of the entries that can be seen."""
        view = self.list.viewport().rect()
        if self._stack.currentWidget() is not self.list or view.isEmpty():
            return []
        first = self.list.indexAt(QPoint(1, 1)).row()
        last = self.list.indexAt(QPoint(1, view.height() - 1)).row()
        last = self._item_model.rowCount() - 1 if last < 0 else last
        return [self._item_model.index(row, 0).data(ID_ROLE) for row in range(max(first, 0), last + 1)]

    def rows_came_into_sight(self) -> None:
        """Do what visible rows need; pictures, for example."""

    def ask_add(self) -> None:
        """Ask for files to add."""
        if self._presenter is not None:
            self._presenter.ask_add()

    def rename_current(self) -> None:
        """Ask for another name for the selected entry."""
        entry_id = self._current_id()
        if entry_id and self._presenter is not None:
            self._presenter.ask_rename(entry_id)

    def remove_current(self) -> None:
        """Ask whether to remove the selected entry."""
        entry_id = self._current_id()
        if entry_id and self._presenter is not None:
            self._presenter.ask_remove(entry_id)

    def menu_entries(self) -> Sequence[MenuEntry]:
        """Return what else can be done with the selected entry."""
        return ()

    def current_record(self) -> Any | None:
        """Return the selected entry."""
        return None if self._presenter is None else self._presenter.selected

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Notice that other rows can be seen."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            QTimer.singleShot(0, self, self.rows_came_into_sight)
        return super().eventFilter(watched, event)

    def _make_title(self, theme: ThemeManager) -> DockTitle:
        title = DockTitle(theme, self._words.title, self)
        self._add = title.add_button("add", self._words.add)
        self._more = title.add_button("more", self.tr("More"))
        self._more.setEnabled(False)
        self.setTitleBarWidget(title)
        return title

    def _connect(self, theme: ThemeManager) -> None:
        theme.theme_changed.connect(self.list.viewport().update)
        self._add.clicked.connect(self._on_add_clicked)
        self._more.clicked.connect(self._on_more_clicked)
        self._empty.action_triggered.connect(self._on_add_clicked)
        self.list.customContextMenuRequested.connect(self._on_menu_requested)
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.list.verticalScrollBar().valueChanged.connect(self.rows_came_into_sight)
        self.list.viewport().installEventFilter(self)

    def _current_id(self) -> str:
        return self.list.currentIndex().data(ID_ROLE) or ""

    def _on_add_clicked(self, *_: object) -> None:
        self.ask_add()

    def _on_more_clicked(self) -> None:
        self._popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _on_menu_requested(self, place: QPoint) -> None:
        if self.list.indexAt(place).isValid():
            self._popup(self.list.viewport().mapToGlobal(place))

    def _popup(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rename = menu.addAction(self.tr("Rename…"), self.rename_current)
        rename.setShortcut(Qt.Key.Key_F2)
        for entry in self.menu_entries():
            menu.addAction(entry.text, entry.slot).setEnabled(entry.possible)
        menu.addSeparator()
        remove = menu.addAction(self.tr("Remove…"), self.remove_current)
        remove.setShortcut(Qt.Key.Key_Delete)
        for action in (rename, remove):
            action.setEnabled(bool(self._current_id()))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu.popup(place)

    def _on_selection_changed(self) -> None:
        rows = self.list.selectionModel().selectedRows()
        if self._presenter is not None and rows and not self._is_being_told:
            self._presenter.select(rows[0].data(ID_ROLE))
