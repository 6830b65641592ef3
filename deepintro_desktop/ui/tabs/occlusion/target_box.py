"""The picker of the target class: a box that can be searched."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QStyledItemDelegate, QWidget

from deepintro_desktop.core.records import Manifest
from deepintro_desktop.ui.widgets.inputs import ComboBox


class TargetBox(ComboBox):
    """Type a part of a name, or choose from the list; ``target_chosen`` carries the class index."""

    target_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("TargetBox", "Target class"), parent)
        self._labels = QStringListModel(self)
        self._present = -1
        self.setModel(self._labels)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Which class to explain; type to search"))
        completer = QCompleter(self._labels, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = completer.popup()
        popup.setProperty("c", "popup")
        popup.setItemDelegate(QStyledItemDelegate(popup))
        self.setCompleter(completer)
        self.activated.connect(self._on_activated)
        self.lineEdit().editingFinished.connect(self._on_editing_finished)

    def set_classes(self, manifest: Manifest) -> None:
        """Offer the classes of a network."""
        with QSignalBlocker(self):
            self._labels.setStringList([manifest.label(index) for index in range(manifest.n_classes)])
            self.setCurrentIndex(-1)
        self._present = -1

    def set_target(self, class_index: int) -> None:
        """Show a class without a signal."""
        self._present = class_index
        if not self.lineEdit().isModified() or not self.lineEdit().hasFocus():
            self._show_present()

    def labels(self) -> Sequence[str]:
        """Return the names of all classes."""
        return self._labels.stringList()

    def _show_present(self) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(self._present)
        self.lineEdit().setModified(False)
        self.lineEdit().setCursorPosition(0)

    def _on_activated(self, class_index: int) -> None:
        self.lineEdit().setModified(False)
        if class_index >= 0 and class_index != self._present:
            self._present = class_index
            self.target_chosen.emit(class_index)

    def _on_editing_finished(self) -> None:
        """Return to the present class when what was typed is none."""
        if self.lineEdit().isModified() and not self.completer().popup().isVisible():
            index = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
            if index >= 0:
                self.setCurrentIndex(index)
                self._on_activated(index)
            else:
                self._show_present()
