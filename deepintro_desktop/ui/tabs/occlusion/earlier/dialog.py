"""The list of earlier explanations, with one of them or two side by side."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from deepintro_desktop.core.earlier import Comparison, EarlierKind, EarlierResult
from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.tabs.occlusion.earlier.details import OneExplanation, TwoExplanations
from deepintro_desktop.ui.tabs.occlusion.earlier.rows import EarlierList
from deepintro_desktop.ui.tabs.occlusion.earlier.words import compared_ids, line_of
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented
from deepintro_desktop.ui.widgets.tab_order import follow_layout

_WIDTH, _HEIGHT, _LIST_WIDTH, _MARGIN = 940, 640, 350, 40
_ANALYSES, _EVERYTHING = "analyses", "everything"


class EarlierDialog(FramedDialog):
    """The answer is the id of the entry to open; ``compare_requested`` carries two ids."""

    compare_requested = Signal(str, str)

    def __init__(self, theme: ThemeManager, parent: QWidget, entries: Sequence[EarlierResult]) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("EarlierDialog", "Earlier results"),
            QCoreApplication.translate("EarlierDialog", "Open"),
        )
        self._theme = theme
        self._entries = {entry.id: entry for entry in entries}
        self._two: TwoExplanations | None = None
        n_analyses = sum(entry.kind is EarlierKind.ANALYSIS for entry in entries)
        self.filter = Segmented(
            theme,
            (
                Choice(_ANALYSES, self.tr("Analyses ({0})").format(n_analyses)),
                Choice(_EVERYTHING, self.tr("Everything ({0})").format(len(entries))),
            ),
            self.tr("What is listed"),
            self,
        )
        self.filter.setVisible(0 < n_analyses < len(entries))
        self.list = EarlierList(theme, self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Details"))
        self._arrange()
        self.filter.set_choice(_ANALYSES if n_analyses else _EVERYTHING)
        self.filter.choice_changed.connect(self._fill)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemChanged.connect(self._show)
        self.list.itemDoubleClicked.connect(self.accept)
        self._fill()
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be large: lists and details scroll, and would be content with little."""
        super().showEvent(event)
        room = self.parentWidget().size()
        width, height = self._theme.px(_WIDTH), self._theme.px(_HEIGHT)
        self.resize(min(width, room.width() - _MARGIN), min(height, room.height() - _MARGIN))

    def set_comparison(self, found: Comparison) -> None:
        """Show how the two ticked entries agree."""
        if self._two is not None:
            self._two.set_comparison(found)

    def set_failure(self, text: str) -> None:
        """Say why the two ticked entries cannot be compared."""
        if self._two is not None:
            self._two.set_failure(text)

    def answer(self) -> tuple[Any, ...]:
        """Return the id of the selected entry."""
        return (self.list.current_id(),)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.filter)
        left.addWidget(self.list, 1)
        column = QWidget(self)
        column.setFixedWidth(self._theme.px(_LIST_WIDTH))
        left.setContentsMargins(0, 0, 0, 0)
        column.setLayout(left)
        line = QFrame(self)
        line.setProperty("c", "vline")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(column)
        row.addWidget(line)
        row.addWidget(self._area, 1)
        self.content.addLayout(row, 1)
        self.add_text(self.tr("Tick two to compare them."), "hint")

    def _fill(self) -> None:
        everything = self.filter.choice() == _EVERYTHING
        shown = (one for one in self._entries.values() if everything or one.kind is EarlierKind.ANALYSIS)
        self.list.set_lines([line_of(one) for one in shown])
        self._show()

    def _show(self, *_: object) -> None:
        """Show the two that are ticked, else the one that is selected."""
        pair = compared_ids(self.list.ticked())
        if pair is not None:
            self._two = TwoExplanations(self._theme, (self._entries[pair[0]], self._entries[pair[1]]), self)
            self._area.setWidget(self._two)
            follow_layout(self)
            self.compare_requested.emit(*pair)
            return
        self._two = None
        entry = self._entries.get(self.list.current_id())
        self.accept_button.setEnabled(entry is not None)
        self._area.setWidget(QWidget(self) if entry is None else OneExplanation(self._theme, entry, self))
        follow_layout(self)
