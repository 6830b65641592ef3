"""Which key does what, with a search."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget

from deepintro_desktop.ui.dialogs.frame import FramedDialog

_WIDTH, _HEIGHT = 520, 560
_MARGIN = 40


class KeysDialog(FramedDialog):
    """The keys in sections; what is typed leaves those that mention it.

    Parameters
    ----------
    sections : sequence
        Titles with pairs of keys and meaning.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        sections: Sequence[tuple[str, Sequence[tuple[str, str]]]],
    ) -> None:
        super().__init__(parent, title)
        self.add_text(title, "title")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the shortcuts"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_text_changed)
        self.content.addWidget(self.search)
        self._inside = QWidget(self)
        self._rows: list[tuple[str, QLabel, tuple[QLabel, QLabel]]] = []
        self._nothing = QLabel(self.tr("No key does that."), self._inside)
        self._nothing.setProperty("c", "hint")
        self._fill(sections)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(title)
        area.setWidget(self._inside)
        self.content.addWidget(area, 1)
        self.setMinimumWidth(_WIDTH)
        self.search.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as there is room for: the list scrolls."""
        super().showEvent(event)
        self.resize(self.width(), min(_HEIGHT, self.parentWidget().height() - _MARGIN))

    def visible_keys(self) -> tuple[str, ...]:
        """Return the keys that are listed at the moment."""
        return tuple(labels[0].text() for _, _, labels in self._rows if not labels[0].isHidden())

    def _fill(self, sections: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for title, keys in sections:
            head = QLabel(title, self._inside)
            head.setProperty("c", "label")
            head.setContentsMargins(0, 8, 0, 0)
            grid.addWidget(head, grid.rowCount(), 0, 1, 2)
            for key, meaning in keys:
                row = grid.rowCount()
                labels = (QLabel(key, self._inside), QLabel(meaning, self._inside))
                labels[0].setProperty("c", "heading")
                labels[1].setWordWrap(True)
                for column, label in enumerate(labels):
                    grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
                self._rows.append((f"{title} {key} {meaning}".casefold(), head, labels))
        grid.addWidget(self._nothing, grid.rowCount(), 0, 1, 2)
        self._nothing.hide()
        grid.setRowStretch(grid.rowCount(), 1)

    def _on_text_changed(self, text: str) -> None:
        wanted = text.casefold().split()
        heads: dict[QLabel, bool] = {}
        for words, head, labels in self._rows:
            shown = all(part in words for part in wanted)
            heads[head] = heads.get(head, False) or shown
            for label in labels:
                label.setVisible(shown)
        for head, shown in heads.items():
            head.setVisible(shown)
        self._nothing.setVisible(not any(heads.values()))
