"""The projects of a library: names for some of its networks and images. There is always at least one."""

import sqlite3
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.records import ProjectRecord
from deepintro_desktop.library import entries
from deepintro_desktop.library.events import record_event
from deepintro_desktop.library.membership import IMAGES, NETWORKS
from deepintro_desktop.library.writing import Storage, Writing, now

_NOUN = "project"
FIRST_NAME = "My project"

_LISTING = (
    "SELECT project.*,"
    " (SELECT count(*) FROM project_network WHERE project_id = project.id) AS n_networks,"
    " (SELECT count(*) FROM project_image WHERE project_id = project.id) AS n_images"
    " FROM project ORDER BY opened DESC, rowid"
)


class Projects:
    """Projects by id, name, or the beginning of either; the last opened first."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def list(self) -> list[ProjectRecord]:
        """Return all projects, the last opened first."""
        return [_record(row) for row in self._storage.database.read(_LISTING)]

    def find(self, reference: str) -> ProjectRecord:
        """Return the project of an id, a name, or a unique beginning of either; raise ``NotFoundError``."""
        return entries.find(self.list(), reference, _NOUN)

    def current(self, wanted: str | None = None) -> str:
        """Return the id of the wanted project when there is such a one, else of the last opened."""
        sql = "SELECT id FROM project ORDER BY id = ? DESC, opened DESC, rowid LIMIT 1"
        return str(self._storage.database.read(sql, (wanted or "",))[0]["id"])

    def create(self, name: str) -> ProjectRecord:
        """Make an empty project under a name made distinct from the others."""
        with self._storage.writing() as change:
            return create_project(change, entries.checked_name(name, (), _NOUN), self.list())

    def rename(self, record: ProjectRecord, name: str) -> Changes:
        """Give a project another name; refuse one that another project has."""
        with self._storage.writing() as change:
            others = (other.name for other in self.list() if other.id != record.id)
            wanted = entries.checked_name(name, others, _NOUN)
            found = change.execute("UPDATE project SET name = ? WHERE id = ?", (wanted, record.id))
            _refuse_missing(found.rowcount, record)
        return Changes(projects=True)

    def duplicate(self, record: ProjectRecord, name: str = "") -> ProjectRecord:
        """Make a second project with the same members; what was computed of them is theirs in both."""
        with self._storage.writing() as change:
            made = create_project(change, name.strip() or record.name, self.list())
            for members in (NETWORKS, IMAGES):
                members.copy(change, record.id, made.id)
        return self.find(made.id)

    def open(self, record: ProjectRecord) -> None:
        """Remember that a project is open now; in a library that can only be read nothing is remembered."""
        if self._storage.read_only_reason is not None:
            return
        with self._storage.writing() as change:
            sql = "UPDATE project SET opened = ? WHERE id = ?"
            _refuse_missing(change.execute(sql, (_moment(), record.id)).rowcount, record)

    def remove(self, record: ProjectRecord) -> Changes:
        """Remove a project, and of its members those that no other project has, with all their results.

        The last project is replaced by an empty one.
        """
        with self._storage.writing() as change:
            for members in (NETWORKS, IMAGES):
                for entry_id in members.only_in(self._storage, record.id):
                    members.discard(change, entry_id)
            found = change.execute("DELETE FROM project WHERE id = ?", (record.id,))
            _refuse_missing(found.rowcount, record)
            record_event(change, "project removed", record.id)
            if not self.list():
                create_project(change, FIRST_NAME, ())
        return Changes(networks=True, images=True, analyses=True, projects=True)

    def only_here(self, record: ProjectRecord) -> tuple[int, int]:
        """Return how many networks and images no other project has: what :meth:`remove` would remove."""
        with self._storage.database.lock:
            return (
                len(NETWORKS.only_in(self._storage, record.id)),
                len(IMAGES.only_in(self._storage, record.id)),
            )


def create_project(change: Writing, name: str, others: Iterable[ProjectRecord]) -> ProjectRecord:
    """Make an empty project as part of a change, under a name made distinct from those of others."""
    distinct = entries.distinct_name(name, (other.name for other in others))
    record = ProjectRecord(uuid.uuid4().hex[:16], distinct, now(), _moment())
    change.execute(
        "INSERT INTO project (id, name, created, opened) VALUES (?, ?, ?, ?)",
        (record.id, record.name, record.created, record.opened),
    )
    record_event(change, "project made", record.id)
    return record


def _moment() -> str:
    """Return the time finely enough to tell which of two projects was opened last."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _record(row: sqlite3.Row) -> ProjectRecord:
    return ProjectRecord(
        row["id"], row["name"], row["created"], row["opened"], row["n_networks"], row["n_images"]
    )


def _refuse_missing(n_rows: int, record: ProjectRecord) -> None:
    if n_rows == 0:
        raise NotFoundError(
            f"The project “{record.name}” is not in the library any more.", hint="Open another project."
        )
