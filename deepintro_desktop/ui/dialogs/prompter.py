"""Asks the person through dialogs that block nothing."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from deepintro_desktop.jobs import JobFailure
from deepintro_desktop.ui.dialogs.small import ChoiceDialog, ConfirmDialog, FailureDialog, TextDialog
from deepintro_desktop.ui.presenters.ports import Settings
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.failure_panel import Failure


class DialogPrompter:
    """The prompter of the real window.

    Parameters
    ----------
    theme : ThemeManager
        Look of the dialogs.
    settings : Settings
        Remembers the folder of the last file dialog.
    parent : QWidget
        The window that the dialogs belong to.
    """

    def __init__(self, theme: ThemeManager, settings: Settings, parent: QWidget) -> None:
        self._theme = theme
        self._settings = settings
        self._parent = parent

    def ask_files(self, title: str, filters: str, then: Callable[[tuple[Path, ...]], object]) -> None:
        """Let files be chosen."""
        folder = self._settings.get("last_folder") or str(Path.home())
        dialog = _FilesDialog(self._parent, title, folder, filters)
        dialog.ask(self._settings, then)

    def ask_save(self, title: str, name: str, filters: str, then: Callable[[Path], object]) -> None:
        """Let a place for a file be chosen."""
        folder = Path(self._settings.get("last_folder") or Path.home())
        dialog = _FilesDialog(self._parent, title, str(folder), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.selectFile(name)
        dialog.ask(self._settings, lambda paths: then(paths[0]))

    def ask_text(self, title: str, label: str, value: str, then: Callable[[str], object]) -> None:
        """Ask for a line of text."""
        TextDialog(self._parent, title, label, value).ask(then)

    def ask_choice(self, title: str, text: str, names: Sequence[str], then: Callable[[str], object]) -> None:
        """Let one of several be chosen, the first unless the person wants another."""
        ChoiceDialog(self._parent, title, text, names).ask(then)

    def confirm(self, title: str, text: str, action: str, then: Callable[[], object]) -> None:
        """Ask before something that cannot be taken back."""
        ConfirmDialog(self._parent, title, text, action).ask(then)

    def show_failure(self, title: str, failure: JobFailure) -> None:
        """Show what happened, why, what to try, and details."""
        FailureDialog(self._theme, self._parent, title, failure_words(failure)).ask()


class _FilesDialog(QFileDialog):
    def __init__(self, parent: QWidget, title: str, folder: str, filters: str) -> None:
        super().__init__(parent, title, folder, QCoreApplication.translate("Files", filters))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setOption(QFileDialog.Option.HideNameFilterDetails)
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._then: Callable[[tuple[Path, ...]], object] | None = None
        self._settings: Settings | None = None

    def ask(self, settings: Settings, then: Callable[[tuple[Path, ...]], object]) -> None:
        self._settings, self._then = settings, then
        self.filesSelected.connect(self._on_files_selected)
        self.finished.connect(self._on_finished)
        self.open()

    def _on_finished(self) -> None:
        """Remember the folder, also when nothing was chosen there."""
        if self._settings is not None:
            self._settings.set("last_folder", self.directory().absolutePath())

    def _on_files_selected(self, names: list[Any]) -> None:
        paths = tuple(Path(name) for name in names)
        if paths and self._settings is not None and self._then is not None:
            self._settings.set("last_folder", str(paths[0].parent))
            self._then(paths)


def failure_words(failure: JobFailure) -> Failure:
    """Return a failed job's words for the panel."""
    return Failure(failure.what, failure.why, "", failure.hint, failure.details)
