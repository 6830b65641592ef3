"""The features of an image as a Qt item model: an adapter over plain rows, without decisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from deepintro_desktop.ui.widgets.words import percent, signed

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, eq=False)
class FeatureRow:
    """One feature in the list.

    ``share`` is its part of the relevance (0 to 1), ``change`` how the target's probability moves when only
    it is occluded (``None``: not known yet). ``thumbnail_filled`` is shown while the feature is occluded.
    ``drawn``: a person made it.
    """

    number: int
    share: float
    change: float | None = None
    occluded: bool = False
    thumbnail: QImage | None = None
    thumbnail_filled: QImage | None = None
    name: str = ""
    drawn: bool = False


class FeatureRole(IntEnum):
    """Roles of :class:`FeatureListModel` beyond Qt's own."""

    ROW = int(Qt.ItemDataRole.UserRole) + 1
    NUMBER = int(Qt.ItemDataRole.UserRole) + 2
    OCCLUDED = int(Qt.ItemDataRole.UserRole) + 3
    LARGEST_SHARE = int(Qt.ItemDataRole.UserRole) + 4


class FeatureListModel(QAbstractListModel):
    """Rows in the order in which they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FeatureRow] = []
        self._largest = 0.0

    def set_rows(self, rows: Sequence[FeatureRow]) -> None:
        """Show other features, or the same ones with other values (then the selection stays)."""
        same = [row.number for row in rows] == [row.number for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = list(rows)
        self._largest = max((row.share for row in rows), default=0.0)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def set_occluded(self, numbers: Iterable[int]) -> None:
        """Mark these features as occluded and all others as visible."""
        wanted = set(numbers)
        for position, row in enumerate(self._rows):
            if row.occluded != (row.number in wanted):
                self._rows[position] = replace(row, occluded=row.number in wanted)
                self.dataChanged.emit(self.index(position), self.index(position))

    def rows(self) -> tuple[FeatureRow, ...]:
        """Return all rows from top to bottom."""
        return tuple(self._rows)

    def position_of(self, number: int) -> int:
        """Return where a feature stands, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.number == number), -1)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """Return how many features there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks for."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name or self.tr("Feature {0}").format(row.number)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        answers = {
            FeatureRole.ROW: row,
            FeatureRole.NUMBER: row.number,
            FeatureRole.OCCLUDED: row.occluded,
            FeatureRole.LARGEST_SHARE: self._largest,
        }
        return answers.get(role)

    def _tip(self, row: FeatureRow) -> str:
        text = self.tr("Feature {0}").format(row.number)
        if row.name:
            text = f"{row.name} ({text})"
        if row.drawn:
            text += "\n" + self.tr("Drawn by a person: not found by the network")
        return text

    def _spoken(self, row: FeatureRow) -> str:
        parts = [row.name or self.tr("Feature {0}").format(row.number)]
        if row.drawn:
            parts.append(self.tr("drawn by a person"))
        parts.append(self.tr("{0} of the relevance").format(percent(row.share)))
        if row.change is not None:
            parts.append(self.tr("changes the probability by {0}").format(signed(row.change)))
        parts.append(self.tr("occluded") if row.occluded else self.tr("visible"))
        return ", ".join(parts)
