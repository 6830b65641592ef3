"""Projects in the window: the entries of the File menu, the start page, the dialog."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from deepintro_desktop.ui.dialogs.projects import ExportDialog, ProjectsDialog
from deepintro_desktop.ui.main_window.actions import WindowActions
from deepintro_desktop.ui.presenters.projects import ProjectLine, ProjectsPresenter
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.start_page import RecentProject, StartPage

_N_RECENT = 8
_N_ON_PAGE = 5


class ProjectsArea(QObject):
    """Shows the projects wherever the window has them.

    Parameters
    ----------
    window : QMainWindow
        Owns the dialogs.
    actions : WindowActions
        Has the entries of the File menu.
    start_page : StartPage
        Lists recent projects.
    """

    def __init__(
        self, theme: ThemeManager, window: QMainWindow, actions: WindowActions, start_page: StartPage
    ) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._actions, self._start_page = actions, start_page
        self._lines: tuple[ProjectLine, ...] = ()
        self._presenter: ProjectsPresenter | None = None
        self._dialog: ProjectsDialog | None = None
        self.recent = QMenu(self.tr("&Recent projects"), window)
        self.recent.triggered.connect(self._on_recent)
        actions.menus[0].insertMenu(actions["import_project"], self.recent)
        self.show_projects(())

    def attach(self, presenter: ProjectsPresenter) -> None:
        """Say whom to tell what the person does."""
        self._presenter = presenter
        self._actions.connect(
            new_project=presenter.ask_new,
            open_project=self.open_dialog,
            import_project=presenter.ask_import,
            export_project=presenter.ask_export_open,
        )
        self._start_page.project_opened.connect(presenter.open)
        self._start_page.open_project_requested.connect(self.open_dialog)

    def show_projects(self, lines: tuple[ProjectLine, ...]) -> None:
        """Replace every list."""
        self._lines = lines
        others = [line for line in lines if not line.is_open]
        self.recent.clear()
        for line in others[:_N_RECENT]:
            action = QAction(line.name.replace("&", "&&"), self.recent)
            action.setData(line.id)
            self.recent.addAction(action)
        self.recent.menuAction().setEnabled(bool(others))
        shown = [line for line in others if not line.is_empty][:_N_ON_PAGE]
        self._start_page.set_recent(
            [RecentProject(line.id, line.name, f"{line.content} · {line.opened}") for line in shown]
        )
        if self._dialog is not None:
            self._dialog.show_projects(lines)

    def open_name(self) -> str:
        """Return the name of the open project where there are several, else an empty text."""
        names = [line.name for line in self._lines if line.is_open and len(self._lines) > 1]
        return names[0] if names else ""

    def ask_export(self, name: str, then: Callable[[bool, bool, bool], object]) -> None:
        """Ask whether networks, images, and images that name their patient go along."""
        ExportDialog(self._dialog or self._window, name).ask(then)

    def open_dialog(self) -> None:
        """Show all projects."""
        if self._presenter is None or self._dialog is not None:
            return
        self._dialog = ProjectsDialog(self._theme, self._window, self._presenter)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.show_projects(self._lines)
        self._dialog.ask(self._presenter.open)

    def _on_dialog_finished(self) -> None:
        self._dialog = None

    def _on_recent(self, action: QAction) -> None:
        if self._presenter is not None:
            self._presenter.open(str(action.data()))
