"""Which networks and images belong to which projects. Every entry belongs to at least one."""

import sqlite3
from dataclasses import dataclass

from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.library.events import record_event
from deepintro_desktop.library.results import contents_of_results
from deepintro_desktop.library.writing import Storage, Writing


@dataclass(frozen=True, slots=True)
class Membership:
    """The members of one kind; ``table`` holds them, ``project_<table>`` says whose they are.

    ``content`` is the column of the table that refers to the content of an entry.
    """

    table: str
    content: str

    @property
    def _of(self) -> str:
        return f"project_{self.table}"

    def read(self, storage: Storage, project_id: str | None) -> list[sqlite3.Row]:
        """Return the rows of a project's members (None: of all entries), oldest first."""
        if project_id is None:
            return storage.database.read(f"SELECT * FROM {self.table} ORDER BY rowid")
        return storage.database.read(
            f"SELECT {self.table}.* FROM {self.table} JOIN {self._of} AS member"
            f" ON member.{self.table}_id = {self.table}.id"
            " WHERE member.project_id = ? ORDER BY member.rowid",
            (project_id,),
        )

    def join(self, change: Writing, entry_id: str, project_id: str | None) -> bool:
        """Make an entry a member of a project (None: of the last open one); tell whether it was not."""
        project_id = project_id or home(change)
        if change.execute("SELECT 1 FROM project WHERE id = ?", (project_id,)).fetchone() is None:
            raise NotFoundError(
                "The project is not in the library any more.", hint="Open another project and add it there."
            )
        sql = f"INSERT OR IGNORE INTO {self._of} (project_id, {self.table}_id) VALUES (?, ?)"
        return change.execute(sql, (project_id, entry_id)).rowcount > 0

    def leave(self, change: Writing, entry_id: str, project_id: str | None) -> bool:
        """Take an entry out of a project; tell whether that is all, because others have it, too."""
        if project_id is None:
            return False
        where = f"{self.table}_id = ? AND project_id"
        others = change.execute(f"SELECT 1 FROM {self._of} WHERE {where} <> ?", (entry_id, project_id))
        if others.fetchone() is None:
            return False
        return (
            change.execute(f"DELETE FROM {self._of} WHERE {where} = ?", (entry_id, project_id)).rowcount > 0
        )

    def only_in(self, storage: Storage, project_id: str) -> list[str]:
        """Return the ids of the entries that belong to this project and to no other."""
        column = f"{self.table}_id"
        sql = (
            f"SELECT {column} FROM {self._of} WHERE project_id = ? AND {column} NOT IN"
            f" (SELECT {column} FROM {self._of} WHERE project_id <> ?) ORDER BY rowid"
        )
        return [row[column] for row in storage.database.read(sql, (project_id, project_id))]

    def discard(self, change: Writing, entry_id: str) -> bool:
        """Remove an entry from everywhere, with all results of it; tell whether it was there."""
        sql = f"SELECT {self.content} FROM {self.table} WHERE id = ?"
        row = change.execute(sql, (entry_id,)).fetchone()
        if row is None:
            return False
        change.release([row[self.content], *contents_of_results(change, f"{self.table}_id", entry_id)])
        change.execute(f"DELETE FROM {self.table} WHERE id = ?", (entry_id,))
        record_event(change, f"{self.table} removed", entry_id)
        return True

    def copy(self, change: Writing, source_id: str, target_id: str) -> None:
        """Make every member of one project a member of another."""
        change.execute(
            f"INSERT INTO {self._of} (project_id, {self.table}_id)"
            f" SELECT ?, {self.table}_id FROM {self._of} WHERE project_id = ? ORDER BY rowid",
            (target_id, source_id),
        )


NETWORKS, IMAGES = Membership("network", "onnx_sha256"), Membership("image", "sha256")


def home(change: Writing) -> str:
    """Return the id of the project that was open last."""
    row = change.execute("SELECT id FROM project ORDER BY opened DESC, rowid LIMIT 1").fetchone()
    return str(row["id"])
