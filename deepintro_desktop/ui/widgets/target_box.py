"""The picker of the target class: a box that can be searched."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QSignalBlocker,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QStyledItemDelegate, QWidget

from deepintro_desktop.core.records import Manifest
from deepintro_desktop.ui.widgets.inputs import ComboBox

_SEARCH_MARGIN = 8


class TargetBox(ComboBox):
    """Type a part of a name, or choose from the list; ``target_chosen`` carries the class index.

    A click selects the name, so that typing replaces it; Enter takes the first name that fits; leaving the
    box brings the present name back.
    """

    target_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("TargetBox", "Target class"), parent)
        self._labels = QStringListModel(self)
        self._present = -1
        self._was_entered = False
        self.setModel(self._labels)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCompleter(self._make_completer())
        self.activated.connect(self._on_activated)
        self.lineEdit().returnPressed.connect(self._on_return_pressed)
        self.lineEdit().installEventFilter(self)
        self._describe()

    def set_classes(self, manifest: Manifest) -> None:
        """Offer the classes of a network."""
        with QSignalBlocker(self):
            self._labels.setStringList([manifest.label(index) for index in range(manifest.n_classes)])
            self.setCurrentIndex(-1)
        self._present = -1
        self._describe()

    def set_target(self, class_index: int) -> None:
        """Show a class without a signal; what is being typed stays."""
        self._present = class_index
        self._describe()
        if not (self.lineEdit().hasFocus() and self.lineEdit().isModified()):
            self._show_present()

    def labels(self) -> Sequence[str]:
        """Return the names of all classes."""
        return self._labels.stringList()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Select the whole name when the box is entered."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._was_entered = event.reason() == Qt.FocusReason.MouseFocusReason
            self._show_whole_name()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tidy up when the box is left."""
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._on_left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Select the whole name at the first click; the press itself has put the cursor somewhere."""
        if watched is self.lineEdit() and event.type() == QEvent.Type.MouseButtonRelease:
            if self._was_entered and not self.lineEdit().hasSelectedText():
                QTimer.singleShot(0, self.lineEdit(), self.lineEdit().selectAll)
            self._was_entered = False
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Shorten the name to the new width."""
        super().resizeEvent(event)
        if not self.lineEdit().hasFocus():
            self._show_present()

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._labels, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = completer.popup()
        popup.setProperty("c", "popup")
        popup.setItemDelegate(QStyledItemDelegate(popup))
        return completer

    def _name(self) -> str:
        return self._labels.stringList()[self._present] if self._present >= 0 else ""

    def _describe(self) -> None:
        hint, name = self.tr("Which class to explain; type to search"), self._name()
        self.setToolTip(f"{name}\n{hint}" if name else hint)
        self.setAccessibleDescription(name)

    def _show_present(self) -> None:
        """Show the name of the present class, shortened unless it is being edited."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self._present)
        edit = self.lineEdit()
        if not edit.hasFocus():
            width = edit.width() - _SEARCH_MARGIN
            edit.setText(edit.fontMetrics().elidedText(self._name(), Qt.TextElideMode.ElideRight, width))
        edit.setModified(False)
        edit.setCursorPosition(0)

    def _show_whole_name(self) -> None:
        if not self.lineEdit().isModified():
            self.lineEdit().setText(self._name())
            self.lineEdit().selectAll()

    def _fitting(self, text: str) -> int:
        """Return the class of exactly this name, else the first with the text in it, else -1."""
        exact = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if exact >= 0 or not text:
            return exact
        found = (index for index, label in enumerate(self.labels()) if text.casefold() in label.casefold())
        return next(found, -1)

    def _on_return_pressed(self) -> None:
        if not self.lineEdit().isModified():
            return
        index = self._fitting(self.lineEdit().text().strip())
        self.completer().popup().hide()
        if index >= 0:
            self._on_activated(index)
        self._show_present()
        self.lineEdit().selectAll()

    def _on_activated(self, class_index: int) -> None:
        self.lineEdit().setModified(False)
        if class_index >= 0 and class_index != self._present:
            self._present = class_index
            self._describe()
            self.target_chosen.emit(class_index)

    def _on_left(self) -> None:
        """Return to the present class, whatever was typed and not taken."""
        if not self.lineEdit().hasFocus() and not self.completer().popup().isVisible():
            self._show_present()
