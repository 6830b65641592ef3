"""The SQLite file of a library: opening, versions, migrations, transactions.

One connection serves all threads behind one lock: statements are short, arrays lie outside the database, and
a connection per pool thread would outlive its thread.
"""

import contextlib
import sqlite3
import struct
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.library import seal
from deepintro_desktop.library.faults import DATABASE_NAME, damaged, foreign, gone, mapped
from deepintro_desktop.library.schema import MIGRATIONS

APPLICATION_ID = 0x44494E54
"""Marks the file as ours in its header (the letters DINT)."""

_MAGIC = b"SQLite format 3\x00"
_BUSY_S = 5.0
_COLUMNS = "SELECT name FROM pragma_table_info(?)"

Value = str | int | float | bytes | None


class Database:
    """One open database. All methods may be called from any thread.

    Parameters
    ----------
    folder : Path
        The library's folder.
    connection : sqlite3.Connection
        An open connection in autocommit mode that may be used by several threads.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self.lock = threading.RLock()
        self._connection = connection
        self._file = _identity(folder)

    def read(self, sql: str, parameters: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        with self.lock, mapped(self.folder):
            return self._connection.execute(sql, parameters).fetchall()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Do all statements of the block or none. Blocks of other threads wait."""
        with self.lock, mapped(self.folder):
            self._refuse_gone()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # Some faults (disk full) have already ended the transaction.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._refuse_gone()

    def _refuse_gone(self) -> None:
        """An open file can be written although its name or drive is gone; nobody would find it again."""
        if self._file != _identity(self.folder):
            raise gone(self.folder)

    def close(self) -> None:
        """Close the file; the journal is folded into it."""
        with self.lock, mapped(self.folder):
            self._connection.close()


def open_for_writing(folder: Path) -> Database:
    """Open or make the database of a folder whose writer lock is held, and bring it to the newest form."""
    path = folder / DATABASE_NAME
    _refuse_unusable(folder)
    with mapped(folder):
        if not path.exists():
            path.touch(mode=0o600)
        connection = _connect(path, "rw")
    with _closed_on_failure(connection), mapped(folder):
        _refuse_foreign_or_newer(connection, folder)
        seal.remove(folder)
        connection.execute("PRAGMA journal_mode = WAL")
        # Contents are deleted after the commit that drops them: the commit has to be on the disk by then.
        connection.execute("PRAGMA synchronous = FULL")
        _migrate(connection, folder)
        _refuse_other_schema(connection, folder)
    return Database(folder, connection)


def open_for_reading(folder: Path) -> Database:
    """Open the database of a folder without changing anything in it."""
    path = folder / DATABASE_NAME
    _refuse_unusable(folder)
    if not path.exists():
        raise LibraryError(f"There is no library in {folder}.", hint="Check the name of the folder.")
    with mapped(folder):
        connection = _connect(path, "ro")
    with _closed_on_failure(connection), mapped(folder):
        try:
            version = _refuse_foreign_or_newer(connection, folder)
        except sqlite3.OperationalError:
            # No journal can be made in a folder that is not writable; without one nothing changes under us.
            if _journal_in_use(path):
                raise
            connection.close()
            connection = _connect(path, "ro&immutable=1")
            version = _refuse_foreign_or_newer(connection, folder)
    with _closed_on_failure(connection), mapped(folder):
        if version == len(MIGRATIONS):
            _refuse_other_schema(connection, folder)
    if version < len(MIGRATIONS):
        connection.close()
        raise LibraryError(
            f"The library in {folder} cannot be used.",
            "It has an older form, and this window may not write to it.",
            "Close other windows of the program, or copy the library to a folder that you may write to.",
        )
    return Database(folder, connection)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        _address(path, mode), uri=True, timeout=_BUSY_S, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return what tells the database file from every other, or None when it is not there."""
    try:
        found = (folder / DATABASE_NAME).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _address(path: Path, mode: str) -> str:
    """Return the address of a database file; unlike ``Path.as_uri`` also of one on a Windows share."""
    text = path.absolute().as_posix()
    for letter, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        text = text.replace(letter, code)
    return f"file://{'' if text.startswith('/') else '/'}{text}?mode={mode}"


@contextlib.contextmanager
def _closed_on_failure(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _journal_in_use(path: Path) -> bool:
    journal = path.with_name(path.name + "-wal")
    return journal.exists() and journal.stat().st_size > 0


def _refuse_unusable(folder: Path) -> None:
    """Look at the header without SQLite: what is newer or foreign must stay untouched, byte for byte."""
    path = folder / DATABASE_NAME
    with mapped(folder):
        if not path.exists():
            return
        with path.open("rb") as file:
            header = file.read(100)
        journal = _journal_in_use(path)
    if not header:
        return
    if header[:16] != _MAGIC or len(header) < 100:
        raise foreign(folder)
    version, application = struct.unpack(">I", header[60:64])[0], struct.unpack(">I", header[68:72])[0]
    if not journal:  # else the header may lag behind, and SQLite will be asked
        _refuse_version(folder, version, application)


def _refuse_foreign_or_newer(connection: sqlite3.Connection, folder: Path) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    n_tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if n_tables:
        _refuse_version(folder, version, application)
    return version


def _refuse_version(folder: Path, version: int, application: int) -> None:
    if application != APPLICATION_ID:
        raise foreign(folder)
    if version > len(MIGRATIONS):
        raise LibraryError(
            f"The library in {folder} was made by a newer version of the program.",
            f"Its form is number {version}; this version knows {len(MIGRATIONS)}. It was left untouched.",
            "Install the newer version, or choose another folder with --library.",
        )
    if version < 1:
        raise damaged(folder)


def _refuse_other_schema(connection: sqlite3.Connection, folder: Path) -> None:
    """Damage of the table of tables can leave a database that SQLite finds sound, with a table less."""
    expected = sqlite3.connect(":memory:")
    try:
        for migration in MIGRATIONS:
            migration(expected)
        if _tables(connection) != _tables(expected):
            raise damaged(folder)
    except sqlite3.OperationalError as error:
        raise damaged(folder) from error
    finally:
        expected.close()


def _tables(connection: sqlite3.Connection) -> dict[tuple[str, ...], list[str]]:
    rows = connection.execute("SELECT type, name, tbl_name FROM sqlite_schema").fetchall()
    return {
        tuple(row): [str(column[0]) for column in connection.execute(_COLUMNS, (row[1],))]
        for row in rows
        if not str(row[1]).startswith("sqlite_stat")
    }


def _migrate(connection: sqlite3.Connection, folder: Path) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version == len(MIGRATIONS):
        return
    if version > 0:
        _copy_before_migrating(connection, folder / f"{DATABASE_NAME}.v{version}")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for migration in MIGRATIONS[version:]:
            migration(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _copy_before_migrating(connection: sqlite3.Connection, target: Path) -> None:
    incomplete = target.with_name(target.name + ".incomplete")
    incomplete.unlink(missing_ok=True)
    incomplete.touch(mode=0o600)
    copy = sqlite3.connect(incomplete)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    incomplete.replace(target)
