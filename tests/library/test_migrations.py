"""The database grows by migrations; an old one is copied before, and a failed one changes nothing."""

import sqlite3

import pytest

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.library import Library, database
from deepintro_desktop.library.faults import DATABASE_NAME
from deepintro_desktop.library.schema import MIGRATIONS

NOW = len(MIGRATIONS)


def _schema(path):
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    finally:
        connection.close()


def _version(path):
    connection = sqlite3.connect(path)
    try:
        return connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()


@pytest.fixture
def old(library_folder, manifest):
    """Return the folder of a library in the present form, which the tests make an old one."""
    with Library.open(library_folder) as library:
        library.networks.add(manifest(), b"onnx", "net")
    return library_folder


def _add_column(connection):
    connection.execute("ALTER TABLE network ADD COLUMN colour TEXT NOT NULL DEFAULT 'green'")


def _add_half(connection):
    connection.execute("CREATE TABLE half (x TEXT)")
    connection.execute("DELETE FROM network")
    connection.execute("SELECT nonsense FROM nowhere")


def test_version_of_a_new_library_is_the_number_of_migrations(old):
    assert _version(old / DATABASE_NAME) == len(MIGRATIONS)


def test_old_library_is_copied_then_brought_up_to_date(old, monkeypatch):
    before = _schema(old / DATABASE_NAME)
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, _add_column))
    with Library.open(old) as library:
        assert library.networks.find("net").name == "net"
        assert library._storage.database.read("SELECT colour FROM network")[0][0] == "green"
    copy = old / f"{DATABASE_NAME}.v{NOW}"
    assert _version(old / DATABASE_NAME) == NOW + 1
    assert (_version(copy), _schema(copy)) == (NOW, before)


def test_failed_migration_leaves_library_and_copy_as_they_were(old, monkeypatch):
    before = _schema(old / DATABASE_NAME)
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", (*MIGRATIONS, _add_column, _add_half))
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            Library.open(old)
    for path in (old / DATABASE_NAME, old / f"{DATABASE_NAME}.v{NOW}"):
        assert (_version(path), _schema(path)) == (NOW, before)
    with Library.open(old) as library:
        assert library.networks.onnx_bytes(library.networks.find("net")) == b"onnx"


def test_old_library_that_may_only_be_read_is_refused(old, monkeypatch):
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, _add_column))
    with pytest.raises(LibraryError, match="older form"):
        Library.open(old, read_only=True)
    assert _version(old / DATABASE_NAME) == NOW


def test_every_migration_stands_in_a_numbered_file():
    names = [migration.__module__.rsplit(".", 1)[1] for migration in MIGRATIONS]
    assert [name[:6] for name in names] == [f"m{number:04d}_" for number in range(1, len(names) + 1)]


def test_projects_of_the_first_form_come_along(library_folder, manifest, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", MIGRATIONS[:1])
        connection = database.open_for_writing(_made(library_folder))._connection
        connection.execute("INSERT INTO project VALUES ('second', 'Second', '2026-01-01T00:00:00+00:00')")
        connection.close()
    with Library.open(library_folder) as library:
        assert [one.name for one in library.projects.list()] == ["My project", "Second"]
        library.projects.open(library.projects.find("Second"))
        assert [one.name for one in library.projects.list()] == ["Second", "My project"]


def _made(folder):
    folder.mkdir(parents=True, exist_ok=True)
    return folder
