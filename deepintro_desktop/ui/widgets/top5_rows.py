"""The best classes as a Qt item model whose bars move from their old to their new length."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QEasingCurve,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QVariantAnimation,
)

from deepintro_desktop.ui.widgets.words import signed

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ClassBar:
    """One class; probabilities from 0 to 1.

    ``original`` is the probability without occlusion (``None`` while nothing is occluded), ``spread`` the
    lowest and the highest probability over several fills.
    """

    label: str
    probability: float
    original: float | None = None
    target: bool = False
    spread: tuple[float, float] | None = None

    @property
    def change(self) -> float | None:
        """How far the probability moved."""
        return None if self.original is None else self.probability - self.original


class BarRole(IntEnum):
    """Roles of :class:`Top5Model` beyond Qt's own."""

    BAR = int(Qt.ItemDataRole.UserRole) + 1
    LENGTH = int(Qt.ItemDataRole.UserRole) + 2


class Top5Model(QAbstractListModel):
    """The classes in the order in which they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bars: list[ClassBar] = []
        self._from: list[float] = []
        self._progress = 1.0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._on_value_changed)

    def set_bars(self, bars: Sequence[ClassBar], duration_ms: int) -> None:
        """Show other classes or values; bars of the same class move, new ones start where they end."""
        lengths = {bar.label: self._length(place) for place, bar in enumerate(self._bars)}
        self._animation.stop()
        same = [bar.label for bar in bars] == [bar.label for bar in self._bars]
        if not same:
            self.beginResetModel()
        self._from = [lengths.get(bar.label, bar.probability) for bar in bars]
        self._bars = list(bars)
        moves = any(start != bar.probability for start, bar in zip(self._from, bars, strict=True))
        self._progress = 0.0 if moves and duration_ms > 0 else 1.0
        if not same:
            self.endResetModel()
        self._tell()
        if self._progress < 1.0:
            self._animation.setDuration(duration_ms)
            self._animation.start()

    def bars(self) -> tuple[ClassBar, ...]:
        """Return the classes from top to bottom."""
        return tuple(self._bars)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """Return how many classes there are."""
        return 0 if parent is not None and parent.isValid() else len(self._bars)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks for."""
        if not index.isValid() or index.row() >= len(self._bars):
            return None
        bar = self._bars[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return bar.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(bar)
        return {BarRole.BAR: bar, BarRole.LENGTH: self._length(index.row())}.get(role)

    def _spoken(self, bar: ClassBar) -> str:
        text = f"{bar.label}, {bar.probability:.3f}"
        if bar.change is not None:
            text += ", " + self.tr("change {0}").format(signed(bar.change))
        return text + (", " + self.tr("target class") if bar.target else "")

    def _length(self, place: int) -> float:
        start, end = self._from[place], self._bars[place].probability
        return start + (end - start) * self._progress

    def _on_value_changed(self, value: float) -> None:
        self._progress = float(value)
        self._tell()

    def _tell(self) -> None:
        if self._bars:
            self.dataChanged.emit(self.index(0), self.index(len(self._bars) - 1))
