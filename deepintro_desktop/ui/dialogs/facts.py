"""Everything that is known about an entry of the library, and the names of a network's classes."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QListView, QPlainTextEdit, QWidget

from deepintro_desktop.ui.dialogs.frame import FramedDialog

_SIZE = QSize(560, 480)


class FactsDialog(FramedDialog):
    """Lines of text to read and to copy."""

    def __init__(self, parent: QWidget, title: str, lines: Sequence[str]) -> None:
        super().__init__(parent, title)
        self.add_text(title, "title")
        self._text = QPlainTextEdit("\n".join(lines), self)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setProperty("c", "details")
        self._text.setAccessibleName(title)
        self.content.addWidget(self._text, 1)
        copy = self.buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy_clicked)
        self.quiet_button.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Be large: the text scrolls."""
        super().showEvent(event)
        self.be_large(_SIZE)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())


class LabelsDialog(FramedDialog):
    """The names of all classes with their numbers, and a search; ``replace_requested`` asks for others."""

    replace_requested = Signal()

    def __init__(self, parent: QWidget, title: str, labels: Sequence[str]) -> None:
        super().__init__(parent, title)
        self.add_text(title, "title")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the classes"))
        self.search.setClearButtonEnabled(True)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._shown.setSourceModel(QStringListModel([f"{i}  {name}" for i, name in enumerate(labels)], self))
        self.list = QListView(self)
        self.list.setModel(self._shown)
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(2)
        self.list.setAccessibleName(title)
        self.search.textChanged.connect(self._shown.setFilterFixedString)
        self.content.addWidget(self.search)
        self.content.addWidget(self.list, 1)
        other = self.buttons.addButton(self.tr("Other names…"), QDialogButtonBox.ButtonRole.ActionRole)
        other.setToolTip(self.tr("Take the names of the classes from a text file"))
        other.clicked.connect(self._on_other_clicked)
        other.setAutoDefault(False)
        self.quiet_button.setDefault(True)
        self.search.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be large: the list scrolls."""
        super().showEvent(event)
        self.be_large(_SIZE)

    def _on_other_clicked(self) -> None:
        self.reject()
        self.replace_requested.emit()
