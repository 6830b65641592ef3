"""All projects: open, make, rename, duplicate, export, import, delete; and what goes into an export."""

from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.dialogs.project_row import ID_ROLE, ProjectRowDelegate
from deepintro_desktop.ui.presenters.projects import ProjectLine
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.dock_row import ROW_ROLE

_MANY = 8
"""From so many projects on they can be searched."""


class Wishes(Protocol):
    """Whom the dialog tells what the person wants done with a project."""

    def open(self, project_id: str) -> None:
        """Show it."""

    def ask_new(self) -> None:
        """Make an empty one."""

    def ask_rename(self, project_id: str) -> None:
        """Give it another name."""

    def duplicate(self, project_id: str) -> None:
        """Make a second one."""

    def ask_remove(self, project_id: str) -> None:
        """Delete it."""

    def ask_export(self, project_id: str) -> None:
        """Write it as one file."""

    def ask_import(self) -> None:
        """Take one in."""


class _List(QListWidget):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename with F2, delete with Delete."""
        keys = {Qt.Key.Key_F2: "rename", Qt.Key.Key_Delete: "delete"}
        dialog = self.window()
        if isinstance(dialog, ProjectsDialog) and event.key() in keys:
            dialog.buttons_by_name[keys[event.key()]].click()
        else:
            super().keyPressEvent(event)


class ProjectsDialog(FramedDialog):
    """The list of projects with everything that can be done with them; Enter opens."""

    def __init__(self, theme: ThemeManager, parent: QWidget, wishes: Wishes) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("ProjectsDialog", "Projects"),
            QCoreApplication.translate("ProjectsDialog", "Open"),
        )
        self._wishes = wishes
        self._lines: tuple[ProjectLine, ...] = ()
        self.quiet_button.setText(self.tr("Close"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search projects"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._refresh)
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Projects"))
        self.list.setItemDelegate(ProjectRowDelegate(theme, self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.itemDoubleClicked.connect(self.accept)
        self.list.currentRowChanged.connect(self._on_current_changed)
        self.buttons_by_name: dict[str, PushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list, 1)
        row.addLayout(self._column(theme))
        self.content.addWidget(self.search)
        self.content.addLayout(row)
        self.resize(640, 440)
        self.list.setFocus()

    def show_projects(self, lines: tuple[ProjectLine, ...]) -> None:
        """Replace the list and keep the marked one."""
        self._lines = lines
        self.search.setVisible(len(lines) >= _MANY)
        self._refresh()

    def current_id(self) -> str:
        """Return the id of the marked project, or an empty text."""
        item = self.list.currentItem()
        return str(item.data(ID_ROLE)) if item is not None else ""

    def answer(self) -> tuple[Any, ...]:
        """Return the id of the marked project."""
        return (self.current_id(),)

    def accept(self) -> None:
        """Open the marked project, if there is one."""
        if self.current_id():
            super().accept()

    def _column(self, theme: ThemeManager) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        entries = (
            ("new", self.tr("New…"), "add", self._on_new),
            ("rename", self.tr("Rename…"), "edit", self._on_rename),
            ("duplicate", self.tr("Duplicate"), "copy", self._on_duplicate),
            ("export", self.tr("Export…"), "upload", self._on_export),
            ("import", self.tr("Import…"), "download", self._on_import),
            ("delete", self.tr("Delete…"), "trash", self._on_delete),
        )
        for name, text, icon, slot in entries:
            button = PushButton(theme, text, self, icon=icon)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            self.buttons_by_name[name] = button
            column.addWidget(button)
            if name in ("new", "duplicate", "import"):
                column.addSpacing(8)
        column.addStretch(1)
        return column

    def _refresh(self) -> None:
        marked, wanted = self.current_id(), self.search.text().casefold()
        shown = [line for line in self._lines if wanted in line.name.casefold()]
        self.list.blockSignals(True)
        self.list.clear()
        for line in shown:
            item = QListWidgetItem(self.list)
            item.setData(ID_ROLE, line.id)
            item.setData(ROW_ROLE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.name}, {line.content}, {line.opened}")
            item.setToolTip(line.name)
        self.list.blockSignals(False)
        rows = [index for index, line in enumerate(shown) if line.id == marked] or [0]
        self.list.setCurrentRow(rows[0] if shown else -1)
        self._on_current_changed()

    def _on_current_changed(self, _: int = 0) -> None:
        is_any = bool(self.current_id())
        self.accept_button.setEnabled(is_any)
        for name in ("rename", "duplicate", "export", "delete"):
            self.buttons_by_name[name].setEnabled(is_any)

    def _on_new(self) -> None:
        self.reject()
        self._wishes.ask_new()

    def _on_import(self) -> None:
        self.reject()
        self._wishes.ask_import()

    def _on_rename(self) -> None:
        self._wishes.ask_rename(self.current_id())

    def _on_duplicate(self) -> None:
        self._wishes.duplicate(self.current_id())

    def _on_export(self) -> None:
        self._wishes.ask_export(self.current_id())

    def _on_delete(self) -> None:
        self._wishes.ask_remove(self.current_id())


class ExportDialog(FramedDialog):
    """What goes into the file of a project; the answer is whether networks and images do."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("ExportDialog", "Export the project"),
            QCoreApplication.translate("ExportDialog", "Choose where…"),
        )
        self.add_text(self.tr("Export “{0}”").format(name), "title")
        self.add_text(self.tr("One file with everything that was computed. What else goes along?"))
        self.networks = QCheckBox(self.tr("The models"), self)
        self.images = QCheckBox(self.tr("The images"), self)
        self.patients = QCheckBox(self.tr("Images that name their patient"), self)
        for box, text in (
            (self.networks, self.tr("Without them the file can be used where the same models are there.")),
            (self.images, self.tr("They may show people. Where their files lay is never written.")),
            (self.patients, self.tr("DICOM files with a name or number in them. Else they stay here.")),
        ):
            box.setChecked(box is not self.patients)
            box.setAccessibleDescription(text)
            self.content.addWidget(box)
            self.add_text(text, "hint").setContentsMargins(26, 0, 0, 6)
        self.images.toggled.connect(self.patients.setEnabled)
        self.setFixedWidth(460)

    def answer(self) -> tuple[Any, ...]:
        """Return whether networks, images, and images that name their patient go along."""
        with_images = self.images.isChecked()
        return (self.networks.isChecked(), with_images, with_images and self.patients.isChecked())
