"""The licences of the packages that the program is made of, each with its full text."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.core.licences import Licence
from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.theme import ThemeManager

_SIZE, _LIST_WIDTH, _ROW = QSize(880, 600), 250, 28


class LicencesDialog(FramedDialog):
    """Packages with a search on the left, the text of one on the right.

    Parameters
    ----------
    licences : sequence of Licence
        In the order of the list.
    """

    def __init__(self, theme: ThemeManager, parent: QWidget, licences: Sequence[Licence]) -> None:
        super().__init__(parent, QCoreApplication.translate("LicencesDialog", "Licences"))
        self._theme = theme
        self._licences = tuple(licences)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the packages"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setProperty("c", "contents")
        self.list.setAccessibleName(self.tr("Packages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in self._licences:
            item = QListWidgetItem(f"{one.package}  {one.version}", self.list)
            item.setToolTip(one.name)
            item.setSizeHint(QSize(0, theme.px(_ROW)))
        self.name = QLabel(self)
        self.name.setProperty("c", "heading")
        self.name.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("c", "details")
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self._arrange()
        self.search.textChanged.connect(self._on_search)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.search.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be large: list and text scroll."""
        super().showEvent(event)
        self.be_large(_SIZE, self._theme.scale)

    def _arrange(self) -> None:
        self.add_text(
            self.tr(
                "The program is made of these packages, each under its own licence. Qt and PySide6 are used "
                "under the LGPL 3: their libraries lie as files of their own in the program's folder, where "
                "you may replace them."
            ),
            "second",
        )
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        self.list.setFixedWidth(self._theme.px(_LIST_WIDTH))
        self.search.setFixedWidth(self._theme.px(_LIST_WIDTH))
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.name)
        right.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left)
        row.addLayout(right, 1)
        self.content.addLayout(row, 1)
        copy = self.buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(self._on_copy_clicked)
        self.quiet_button.setDefault(True)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._licences):
            return
        one = self._licences[row]
        self.name.setText(f"{one.package} {one.version}: {one.name or self.tr('see its text')}")
        try:
            text = one.read()
        except (OSError, ValueError):
            text = self.tr("The text cannot be read.")
        self.text.setPlainText(text or self.tr("This package brings no text of its licence along."))

    def _on_search(self, words: str) -> None:
        wanted = words.casefold().split()
        for row, one in enumerate(self._licences):
            described = f"{one.package} {one.name}".casefold()
            self.list.item(row).setHidden(not all(word in described for word in wanted))
        shown = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if shown and self.list.currentRow() not in shown:
            self.list.setCurrentRow(shown[0])

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
