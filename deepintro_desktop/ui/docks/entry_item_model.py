"""Library entries as rows of a list; adapts, never queries."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from deepintro_desktop.ui.docks.collection_dock import ID_ROLE
from deepintro_desktop.ui.widgets.dock_row import ROW_ROLE

Index = QModelIndex | QPersistentModelIndex


class EntryItemModel(QAbstractListModel):
    """Rows for the delegates of the docks; what a row says, a subclass decides."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records: list[Any] = []
        self._rows: dict[str, int] = {}

    def set_records(self, records: Sequence[Any]) -> None:
        """Show other entries, or the same ones with other values (then the selection stays)."""
        if [record.id for record in records] == [record.id for record in self.records]:
            self.records = list(records)
            if records:
                self.dataChanged.emit(self.index(0), self.index(len(records) - 1))
            return
        self.beginResetModel()
        self.records = list(records)
        self._rows = {record.id: row for row, record in enumerate(records)}
        self.endResetModel()

    def index_of(self, entry_id: str | None) -> QModelIndex:
        """Return where an entry is; an invalid index when it is nowhere."""
        row = self._rows.get(entry_id) if entry_id is not None else None
        return QModelIndex() if row is None else self.index(row, 0)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """Return how many entries there are."""
        return 0 if parent is not None and parent.isValid() else len(self.records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks for."""
        if not index.isValid() or index.row() >= len(self.records):
            return None
        record = self.records[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return record.name
        if role == ID_ROLE:
            return record.id
        if role == ROW_ROLE:
            return self.row_of(record)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self.facts_of(record))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self.facts_of(record))
        return None

    def row_of(self, record: Any) -> object:
        """Return what the delegate draws."""
        raise NotImplementedError

    def facts_of(self, record: Any) -> list[str]:
        """Return everything worth knowing, a line each."""
        raise NotImplementedError
