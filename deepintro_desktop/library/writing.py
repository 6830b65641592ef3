"""Changing a library: contents first, then rows that refer to them, then contents nobody refers to."""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.library.database import Database, Value
from deepintro_desktop.library.faults import damaged
from deepintro_desktop.library.objects import ObjectStore

_REFERENCES = (("network", "onnx_sha256"), ("image", "sha256"), ("result_array", "sha256"))
"""Every column that refers to a content. A new one must be named here, or its contents are collected."""


_REOPEN = "Change that, then start the program again."


def now() -> str:
    """Return the time as the library writes it: UTC, ISO 8601, seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(slots=True)
class Writing:
    """One change in progress: a transaction, and the contents that it touches."""

    connection: sqlite3.Connection
    objects: ObjectStore
    touched: set[str] = field(default_factory=set)

    def execute(self, sql: str, parameters: Sequence[Value] = ()) -> sqlite3.Cursor:
        """Run one statement inside the change."""
        return self.connection.execute(sql, parameters)

    def put(self, data: bytes) -> str:
        """Store a content and return its digest; it is collected again when the change fails."""
        sha256 = self.objects.write(data)
        self.touched.add(sha256)
        return sha256

    def release(self, sha256s: Sequence[str]) -> None:
        """Say that rows which refer to these contents go away."""
        self.touched.update(sha256s)


@dataclass(slots=True)
class Storage:
    """A library's database and contents, and whether they may be changed.

    ``read_only_reason`` is None when they may, else a sentence.
    """

    database: Database
    objects: ObjectStore
    read_only_reason: str | None = None

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writing]:
        """Make one change, completely or not at all. Changes of other threads wait.

        A crash anywhere leaves at most contents that nothing refers to; the next opening collects them.
        """
        if self.read_only_reason is not None:
            raise LibraryError("The library can only be read.", self.read_only_reason, _REOPEN)
        with self.database.lock:
            change: Writing | None = None
            try:
                with self.database.transaction() as connection:
                    change = Writing(connection, self.objects)
                    yield change
            finally:
                if change is not None:
                    self._collect(change.touched)

    def _collect(self, candidates: set[str]) -> None:
        # The change itself is decided; what cannot be collected now is collected by the next opening.
        with contextlib.suppress(LibraryError):
            for sha256 in candidates:
                if not self._is_referred_to(sha256):
                    self.objects.delete(sha256)

    def _is_referred_to(self, sha256: str) -> bool:
        return any(
            self.database.read(f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1", (sha256,))
            for table, column in _REFERENCES
        )

    def referred(self) -> set[str]:
        """Return the digests of all contents that rows refer to."""
        return {
            str(row[0])
            for table, column in _REFERENCES
            for row in self.database.read(f"SELECT {column} FROM {table}")
        }

    def faults_of_database(self) -> list[str]:
        """Return what is wrong with the database itself; every digest is compared with its index, too."""
        rows = self.database.read("PRAGMA integrity_check")
        found = [f"The database is damaged: {row[0]}." for row in rows if row[0] != "ok"]
        dangling = self.database.read("PRAGMA foreign_key_check")
        return found + [f"A row of “{row[0]}” refers to nothing in “{row[2]}”." for row in dangling]

    def collect_leftovers(self) -> int:
        """Remove every content that nothing refers to, and return how many; only before others write."""
        self.objects.clear_incoming()
        referred = self.referred()
        leftovers = [sha256 for sha256 in self.objects.all() if sha256 not in referred]
        if leftovers and self.faults_of_database():
            raise damaged(self.objects.folder)  # what belongs to nothing may be what damage has cut off
        for sha256 in leftovers:
            self.objects.delete(sha256)
        return len(leftovers)
