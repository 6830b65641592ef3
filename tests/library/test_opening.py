"""Opening a library: new, again, twice at once, from the future, damaged, out of reach."""

import errno
import os
import shutil
import sqlite3
import stat
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.library import Library, database, lock
from deepintro_desktop.library.faults import DATABASE_NAME, as_library_error
from deepintro_desktop.library.schema import MIGRATIONS
from deepintro_desktop.library.seal import SEAL_NAME

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has other permissions")


def _refused(folder, **options):
    with pytest.raises(LibraryError) as caught:
        Library.open(folder, **options).close()
    error = caught.value
    assert error.what.endswith(".")
    assert error.hint.endswith(".")
    return error


@pytest.fixture
def filled(library_folder, manifest, picture):
    """Return the folder of a closed library with one network and one image."""
    with Library.open(library_folder) as library:
        library.networks.add(manifest(), b"onnx", "net")
        library.images.add(*picture())
    return library_folder


def _files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_new_library_is_made_with_all_folders_on_the_way(tmp_path):
    folder = tmp_path / "a" / "b" / "ß 100% #1 library"
    with Library.open(folder) as library:
        assert library.read_only_reason is None
        assert library.networks.list() == library.images.list() == []
        assert library.check() == []
    assert (folder / DATABASE_NAME).is_file()


@posix
def test_library_belongs_to_its_owner_alone(library_folder, manifest):
    mask = os.umask(0o022)
    try:
        with Library.open(library_folder) as library:
            library.networks.add(manifest(), b"onnx", "net")
            for path in [library_folder, *library_folder.rglob("*")]:
                wanted = 0o700 if path.is_dir() else 0o600
                assert stat.S_IMODE(path.stat().st_mode) == wanted, path
    finally:
        os.umask(mask)


def test_second_window_reads_and_says_why(filled, manifest, picture):
    with Library.open(filled) as first, Library.open(filled) as second:
        assert first.read_only_reason is None
        assert f"process {os.getpid()}" in second.read_only_reason
        record = second.networks.find("net")
        assert second.networks.onnx_bytes(record) == b"onnx"
        first.networks.add(manifest("b"), b"2", "later")
        assert [entry.name for entry in second.networks.list()] == ["net", "later"]
        for action in (
            lambda: second.networks.add(manifest("c"), b"3", "x"),
            lambda: second.networks.remove(record),
            lambda: second.images.add(*picture("x.png", 7)),
            lambda: second.results.store("k", {}, {}, {}),
            lambda: second.events.record("x"),
        ):
            with pytest.raises(LibraryError, match="has it open"):
                action()
        assert second.check() == []
    with Library.open(filled) as third:
        assert third.read_only_reason is None
        assert len(third.networks.list()) == 2


def test_another_process_is_a_second_window_and_frees_the_library_when_killed(filled):
    code = (
        "import sys; from pathlib import Path; from deepintro_desktop.library import Library\n"
        "library = Library.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(filled)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline().strip() == "open"
        with Library.open(filled) as library:
            assert f"process {other.pid}" in library.read_only_reason
        other.kill()
        other.wait()
    with Library.open(filled) as library:
        assert library.read_only_reason is None
        assert library.networks.find("net")


def test_reading_only_changes_nothing(filled):
    before = _files(filled)
    with Library.open(filled, read_only=True) as library:
        assert library.read_only_reason == "It was opened for reading only."
        assert library.networks.list()
        with Library.open(filled) as writer:
            assert writer.read_only_reason is None
    before.pop(SEAL_NAME)  # taken off by the writer, and not put on again while somebody reads
    after = _files(filled)
    assert {name: after[name] for name in before} == before


def test_reading_only_needs_a_library(tmp_path):
    assert "no library" in _refused(tmp_path / "nothing", read_only=True).what
    assert not (tmp_path / "nothing").exists()


@pytest.fixture
def without_privileges():
    """Act as a person without rights over other people's files; the administrator may write everywhere."""
    if os.name != "posix":
        pytest.skip("Windows has other permissions")
    if os.geteuid() != 0:
        yield None
        return
    os.seteuid(65534)
    try:
        yield 65534
    finally:
        os.seteuid(0)


@pytest.fixture
def protected(filled, request):
    """Return a copy of the library in a folder that may be read by all and written by nobody."""
    folder = Path(tempfile.mkdtemp(prefix="deepintro-protected-"))
    shutil.copytree(filled, folder / "library")
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    unprivileged = request.getfixturevalue("without_privileges")
    yield folder / "library"
    if unprivileged is not None:
        os.seteuid(0)
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    shutil.rmtree(folder)


@posix
def test_folder_that_may_not_be_written_is_read(protected, manifest):
    before = _files(protected)
    with Library.open(protected) as library:
        assert "may not be written" in library.read_only_reason
        assert library.networks.onnx_bytes(library.networks.find("net")) == b"onnx"
        assert library.check() == []
        with pytest.raises(LibraryError, match="only be read"):
            library.networks.add(manifest("b"), b"2", "x")
    assert _files(protected) == before


@posix
def test_place_where_nothing_may_be_made_is_refused(protected):
    error = _refused(protected.parent / "new")
    assert "may not be written" in error.why


def test_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    _refused(tmp_path / "file")
    _refused(tmp_path / "file" / "library")


def _set_header(path, version, application=database.APPLICATION_ID):
    data = bytearray(path.read_bytes())
    data[60:64], data[68:72] = struct.pack(">I", version), struct.pack(">I", application)
    path.write_bytes(bytes(data))


def test_newer_library_is_refused_and_stays_byte_for_byte(filled):
    _set_header(filled / DATABASE_NAME, 99)
    before = _files(filled)
    for read_only in (False, True):
        error = _refused(filled, read_only=read_only)
        assert "newer version" in error.what
        assert "99" in error.why
    assert _files(filled) == before


def test_newer_library_with_an_open_journal_is_refused(filled):
    path = filled / DATABASE_NAME
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    assert struct.unpack(">I", before[60:64])[0] == len(MIGRATIONS)
    for read_only in (False, True):
        assert "newer version" in _refused(filled, read_only=read_only).what
    assert path.read_bytes() == before
    connection.close()


@pytest.mark.parametrize("content", [b"PK\x03\x04" * 300, b"SQLite format 3\x00", b"text"])
def test_other_files_of_that_name_are_refused_untouched(library_folder, content):
    library_folder.mkdir()
    (library_folder / DATABASE_NAME).write_bytes(content)
    assert "not a library" in _refused(library_folder).why
    assert (library_folder / DATABASE_NAME).read_bytes() == content


def test_database_of_another_program_is_refused_untouched(library_folder):
    library_folder.mkdir()
    connection = sqlite3.connect(library_folder / DATABASE_NAME)
    connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.commit()
    connection.close()
    before = (library_folder / DATABASE_NAME).read_bytes()
    assert "not a library" in _refused(library_folder).why
    assert (library_folder / DATABASE_NAME).read_bytes() == before


def test_damaged_pages_are_a_calm_sentence(filled, rng):
    path = filled / DATABASE_NAME
    data = bytearray(path.read_bytes())
    size = struct.unpack(">H", data[16:18])[0]
    data[size:] = rng.bytes(len(data) - size)
    path.write_bytes(bytes(data))
    error = _refused(filled)
    assert "damaged" in error.why
    assert "backup" in error.hint


def test_cut_database_is_a_calm_sentence(filled):
    path = filled / DATABASE_NAME
    path.write_bytes(path.read_bytes()[:5000])
    assert "damaged" in _refused(filled).why


@pytest.mark.parametrize("lost", ["deleted", "emptied"])
def test_contents_without_their_database_are_not_thrown_away(filled, lost):
    path = filled / DATABASE_NAME
    path.unlink()
    if lost == "emptied":
        path.touch()
    before = _files(filled)
    assert "contents are still there" in _refused(filled).why
    assert {name: data for name, data in _files(filled).items() if "objects" in name} == {
        name: data for name, data in before.items() if "objects" in name
    }


def _fault(number):
    def fail(*_):
        raise OSError(number, os.strerror(number))

    return fail


def test_full_disk_opens_for_reading_and_frees_the_lock(filled, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(database, "_migrate", _fault(errno.ENOSPC))
        with Library.open(filled) as library:
            assert "disk is full" in library.read_only_reason
            assert library.networks.onnx_bytes(library.networks.find("net")) == b"onnx"
    with Library.open(filled) as library:
        assert library.read_only_reason is None


def test_full_disk_before_there_is_a_library_is_said(library_folder, monkeypatch):
    monkeypatch.setattr(database, "_migrate", _fault(errno.ENOSPC))
    assert "disk is full" in _refused(library_folder).why


def test_failed_opening_frees_the_lock(filled, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(database, "_migrate", _fault(errno.EIO))
        assert "disk reports an error" in _refused(filled).why
    with Library.open(filled) as library:
        assert library.read_only_reason is None


def test_file_system_without_locks_is_refused(library_folder, monkeypatch):
    def no_locks(_):
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    monkeypatch.setattr(lock, "_try_lock", no_locks)
    assert "--library" in _refused(library_folder).hint


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_FULL, "disk is full"),
        (sqlite3.SQLITE_READONLY, "may not be written"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "may not be written"),
        (sqlite3.SQLITE_CORRUPT, "damaged"),
        (sqlite3.SQLITE_NOTADB, "not a library"),
        (sqlite3.SQLITE_BUSY, "Another program"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "Another program"),
        (sqlite3.SQLITE_IOERR_READ, "disk reports an error"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "disk is full"),
        (sqlite3.SQLITE_CANTOPEN, "cannot be opened"),
    ],
)
def test_faults_of_sqlite_become_sentences(tmp_path, code, said):
    fault = sqlite3.OperationalError("raw words")
    fault.sqlite_errorcode = code
    error = as_library_error(fault, tmp_path)
    assert said in error.why
    assert "raw words" not in str(error)


def test_words_of_sqlite_that_are_no_letters_are_damage(tmp_path):
    error = UnicodeDecodeError("utf-8", b"malformed \xaf", 10, 11, "invalid start byte")
    assert "damaged" in as_library_error(error, tmp_path).why


def test_faults_of_the_program_stay_faults(tmp_path):
    fault = sqlite3.IntegrityError("UNIQUE constraint failed")
    fault.sqlite_errorcode = sqlite3.SQLITE_CONSTRAINT_UNIQUE
    assert as_library_error(fault, tmp_path) is None
    assert as_library_error(sqlite3.ProgrammingError("closed"), tmp_path) is None


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "may not be written"),
        (errno.EIO, "disk reports an error"),
        (errno.ENOTDIR, "is a file"),
        (errno.EXDEV, "The system says"),
    ],
)
def test_faults_of_the_system_become_sentences(tmp_path, number, said):
    assert said in as_library_error(OSError(number, "raw"), tmp_path).why
