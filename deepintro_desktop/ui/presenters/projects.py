"""What people do with projects: make, open, rename, duplicate, delete, export, import."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from deepintro_desktop.core.records import ProjectRecord
from deepintro_desktop.core.requests import EntryRequest, ExportProjectRequest, ImportProjectRequest
from deepintro_desktop.core.results import (
    ExportedProject,
    ImportedProject,
    ProjectExtent,
    ProjectList,
)
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.presenters.words import counted, date_text, error_words

PROJECT_FILTER = marked("Files", "DeepIntro projects (*.deepintro);;All files (*)")
SUFFIX = ".deepintro"
_REMEMBERED = 100
"""Projects whose selection is remembered."""


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project in words; ``is_open``: it is the one in the window. ``is_empty``: it has no member."""

    id: str
    name: str
    content: str
    opened: str
    is_open: bool
    is_empty: bool


class ProjectsView(Protocol):
    """Where projects are listed: the menu, the start page, the dialog."""

    def show_projects(self, lines: tuple[ProjectLine, ...]) -> None:
        """Replace the list; the last opened first."""

    def ask_export(self, name: str, then: Callable[[bool, bool, bool], object]) -> None:
        """Ask whether networks and images go along; ``then`` gets both answers."""


class ProjectsPresenter:
    """Keeps the lists of projects and the library in step, and says when another project is open.

    Parameters
    ----------
    view : ProjectsView
        Shows them.
    services : Services
        Runner, messages, questions, settings.
    """

    def __init__(self, view: ProjectsView, services: Services) -> None:
        self._view = view
        self._services = services
        self._projects: dict[str, ProjectRecord] = {}
        self._open_id = ""
        self._listing = Errand(self._on_listed, self._on_failed)
        self._listeners: list[Callable[[], object]] = []

    @property
    def open_project(self) -> ProjectRecord | None:
        """The project in the window; None until the library has answered."""
        return self._projects.get(self._open_id)

    def listen(self, listener: Callable[[], object]) -> None:
        """Call ``listener`` when another project was opened, or the open one got another name."""
        self._listeners.append(listener)

    def refresh(self) -> None:
        """Read the projects again."""
        self._listing.follow(self._services.runner.submit("list_projects"))

    def remembered_selection(self) -> tuple[str, str]:
        """Return network and image that were selected in the open project; empty where none was."""
        network_id, image_id = self._selections().get(self._open_id, ("", ""))
        return network_id, image_id

    def remember_selection(self, network_id: str, image_id: str) -> None:
        """Keep what is selected in the open project for the next time that it is opened."""
        if not self._open_id:
            return
        selections = self._selections()
        selections.pop(self._open_id, None)
        selections[self._open_id] = (network_id, image_id)
        newest = dict(list(selections.items())[-_REMEMBERED:])
        self._services.settings.set("project_selections", json.dumps(newest))

    def _selections(self) -> dict[str, tuple[str, str]]:
        try:
            found = json.loads(str(self._services.settings.get("project_selections") or "{}"))
            return {str(key): (str(pair[0]), str(pair[1])) for key, pair in found.items()}
        except (ValueError, TypeError, AttributeError, LookupError):
            return {}

    # --- wishes

    def open(self, project_id: str) -> None:
        """Show another project."""
        if project_id != self._open_id:
            self._submit("open_project", EntryRequest(project_id))

    def ask_new(self) -> None:
        """Ask for a name, then make an empty project and show it."""
        self._services.prompter.ask_text(_tr("New project"), _tr("Name"), "", self.create)

    def create(self, name: str) -> None:
        """Make an empty project and show it."""
        self._submit("create_project", EntryRequest("", name))

    def ask_rename(self, project_id: str) -> None:
        """Ask for another name."""
        name = self._projects[project_id].name
        then = partial(self.rename, project_id)
        self._services.prompter.ask_text(_tr("Rename the project"), _tr("Name"), name, then)

    def rename(self, project_id: str, name: str) -> None:
        """Give a project another name."""
        self._submit("rename_project", EntryRequest(project_id, name))

    def duplicate(self, project_id: str) -> None:
        """Make a second project of the same members; it is not opened."""
        self._submit("duplicate_project", EntryRequest(project_id))

    def ask_remove(self, project_id: str) -> None:
        """Find out what goes with a project, ask, then delete it."""
        job = self._services.runner.submit("project_extent", EntryRequest(project_id))
        job.succeeded.connect(partial(self._on_extent, project_id))
        job.failed.connect(self._on_failed)

    def remove(self, project_id: str) -> None:
        """Delete a project, and of its members those that no other project has."""
        self._submit("remove_project", EntryRequest(project_id))

    def ask_export(self, project_id: str) -> None:
        """Ask what goes along and where to, then write the project as one file."""
        record = self._projects[project_id]
        self._view.ask_export(record.name, partial(self._ask_where, record))

    def ask_export_open(self) -> None:
        """Do so with the open project."""
        if self._open_id in self._projects:
            self.ask_export(self._open_id)

    def ask_import(self) -> None:
        """Let files of projects be chosen and take them in."""
        self._services.prompter.ask_files(_tr("Import a project"), PROJECT_FILTER, self.take_in)

    def take_in(self, paths: tuple[Path, ...]) -> None:
        """Take exported projects in; the last one is shown."""
        for path in paths:
            job = self._services.runner.submit("import_project", ImportProjectRequest(path))
            job.succeeded.connect(self._on_imported)
            job.failed.connect(self._on_import_failed)

    # --- answers

    def _submit(self, verb: str, request: EntryRequest) -> None:
        job = self._services.runner.submit(verb, request)
        job.succeeded.connect(self._on_changed)
        job.failed.connect(self._on_failed)

    def _ask_where(self, record: ProjectRecord, *parts: bool) -> None:
        then = partial(self._export, record.id, parts)
        name = f"{_file_name(record.name)}{SUFFIX}"
        self._services.prompter.ask_save(_tr("Export the project"), name, PROJECT_FILTER, then)

    def _export(self, project_id: str, parts: tuple[bool, ...], path: Path) -> None:
        request = ExportProjectRequest(project_id, path, *parts)
        job = self._services.runner.submit("export_project", request)
        job.succeeded.connect(partial(self._on_exported, path))
        job.failed.connect(self._on_export_failed)

    def _on_changed(self, _: object) -> None:
        self.refresh()

    def _on_listed(self, found: ProjectList) -> None:
        before = self.open_project
        self._projects = {record.id: record for record in found.projects}
        self._open_id = found.open_id
        self._view.show_projects(tuple(_line(record, found.open_id) for record in found.projects))
        after = self.open_project
        if before is None or after is None or (before.id, before.name) != (after.id, after.name):
            for listener in self._listeners:
                listener()

    def _on_extent(self, project_id: str, extent: ProjectExtent) -> None:
        record = self._projects.get(project_id)
        if record is not None:
            self._services.prompter.confirm(
                _tr("Delete “{0}”?").format(record.name),
                _consequence(record, extent),
                _tr("Delete"),
                partial(self.remove, project_id),
            )

    def _on_exported(self, path: Path, found: ExportedProject) -> None:
        content = _content(found.n_networks, found.n_images)
        size = _tr("{0:.1f} MB").format(found.n_bytes / 2**20)
        text = f"{content}: {size}, {path}"
        if found.n_left_out:
            one = _tr("1 image names its patient and stayed here.")
            many = _tr("{0} images name their patients and stayed here.").format(found.n_left_out)
            text = f"{text}. {one if found.n_left_out == 1 else many}"
        self._services.notifier.notify(Level.INFO, _tr("{0} was exported").format(found.name), text)

    def _on_imported(self, found: ImportedProject) -> None:
        details = [(name, _tr("It is neither in the file nor in the library.")) for name in found.missing]
        details += [(name, error_words(error)) for name, error in found.refused]
        text = _tr("{0}, with what was computed of them").format(
            _content(found.record.n_networks, found.record.n_images)
        )
        if details:
            text = _tr("{0} missing.").format(counted(len(details), _tr("part is"), _tr("parts are")))
        level = Level.WARNING if details else Level.INFO
        self._services.notifier.notify(
            level, _tr("{0} was imported").format(found.record.name), text, details
        )
        self.refresh()

    def _on_failed(self, failure: Any) -> None:
        self._services.notifier.notify(Level.ERROR, failure.what, f"{failure.why} {failure.hint}".strip())

    def _on_export_failed(self, failure: Any) -> None:
        self._services.prompter.show_failure(_tr("Export the project"), failure)

    def _on_import_failed(self, failure: Any) -> None:
        self._services.prompter.show_failure(_tr("Import a project"), failure)


def _line(record: ProjectRecord, open_id: str) -> ProjectLine:
    return ProjectLine(
        record.id,
        record.name,
        _content(record.n_networks, record.n_images),
        day_words(record.opened, datetime.now().astimezone()),
        record.id == open_id,
        record.n_networks + record.n_images == 0,
    )


def _content(n_networks: int, n_images: int) -> str:
    if n_networks + n_images == 0:
        return _tr("empty")
    models = counted(n_networks, _tr("model"), _tr("models"))
    return f"{models}, {counted(n_images, _tr('image'), _tr('images'))}"


def _consequence(record: ProjectRecord, extent: ProjectExtent) -> str:
    if record.n_networks + record.n_images == 0:
        return _tr("It is empty.")
    if extent.n_networks + extent.n_images == 0:
        return _tr("Its models and images are in other projects, too, and stay there.")
    content = _content(extent.n_networks, extent.n_images)
    return _tr(
        "Everything that is in no other project is removed with it: {0}, and what was made "
        "of them. The files that they came from are not touched."
    ).format(content)


def day_words(moment: str, now: datetime) -> str:
    """Say a time as people do, for example ``today, 14:05`` or ``3 Nov 2026``.

    ``moment`` is ISO 8601 with its zone, ``now`` the present in the zone of the person.
    """
    try:
        then = datetime.fromisoformat(moment).astimezone(now.tzinfo)
    except ValueError:
        return ""
    n_days = (now.date() - then.date()).days
    if n_days in (0, 1):
        day = _tr("yesterday, {0}") if n_days else _tr("today, {0}")
        return day.format(f"{then:%H:%M}")
    return date_text(then)


def _file_name(name: str) -> str:
    """Return a project's name as a file may be called on every system."""
    kept = "".join("-" if letter in '<>:"/\\|?*' or ord(letter) < 32 else letter for letter in name)
    return kept.strip(" .")[:100] or "project"


def _tr(text: str) -> str:
    return translate("Projects", text)
