"""Whatever interrupts a change, nothing is stored half."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.library import Library, objects
from deepintro_desktop.library.database import Database
from deepintro_desktop.library.writing import Writing


class PulledPlugError(BaseException):
    """Like the end of the process: nobody handles it."""


def _contents(folder):
    return sorted(path.name for path in folder.glob("objects/*/*") if path.is_file())


@pytest.fixture
def before(library, manifest):
    """Put one network into the library; return the contents that this made."""
    library.networks.add(manifest("a"), b"first", "first")
    return _contents(library.folder)


def test_fault_between_content_and_row_keeps_the_library_as_it_was(library, before, picture, monkeypatch):
    def fail(*_, **__):
        raise PulledPlugError

    with monkeypatch.context() as patch:
        patch.setattr("deepintro_desktop.library.images.record_event", fail)
        with pytest.raises(PulledPlugError):
            library.images.add(*picture())
    assert library.images.list() == []
    assert _contents(library.folder) == before
    assert library.check() == []
    assert library.images.add(*picture()).duplicate_of is None


def test_kill_between_content_and_row_leaves_a_leftover_for_the_next_opening(tmp_path, picture):
    path, _, _ = picture()
    code = """
import os, sys
from pathlib import Path
from deepintro_desktop.imaging import read_image
from deepintro_desktop.library import Library, images
library = Library.open(Path(sys.argv[1]))
images.record_event = lambda *_, **__: os._exit(9)
path = Path(sys.argv[2])
library.images.add(path, path.read_bytes(), read_image(path))
"""
    folder = tmp_path / "killed"
    done = subprocess.run([sys.executable, "-c", code, str(folder), str(path)], check=False)
    assert done.returncode == 9
    assert len(_contents(folder)) == 1
    with Library.open(folder, read_only=True) as library:
        assert any("belong to nothing" in problem for problem in library.check())
    with Library.open(folder) as library:
        assert library.images.list() == []
        assert _contents(folder) == []
        assert library.check() == []


def test_kill_while_a_content_is_written_leaves_nothing(library_folder, picture, monkeypatch):
    with Library.open(library_folder) as library:
        monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)  # a killed process cleans up nothing
        monkeypatch.setattr(objects.os, "fsync", lambda _: (_ for _ in ()).throw(PulledPlugError()))
        with pytest.raises(PulledPlugError):
            library.images.add(*picture())
        monkeypatch.undo()
    assert len(list(library_folder.glob("objects/incoming/*"))) == 1
    with Library.open(library_folder) as library:
        assert library.check() == []
        assert list(library_folder.glob("objects/incoming/*")) == []


@pytest.mark.parametrize("step", ["mkstemp", "fsync", "replace"])
def test_full_disk_while_a_content_is_written_is_said_and_undone(library, before, picture, monkeypatch, step):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    place = {"mkstemp": (objects.tempfile, "mkstemp"), "fsync": (os, "fsync"), "replace": (Path, "replace")}
    with monkeypatch.context() as patch:
        patch.setattr(*place[step], full)
        with pytest.raises(LibraryError, match="disk is full"):
            library.images.add(*picture())
    assert library.images.list() == []
    assert _contents(library.folder) == before
    assert list(library.folder.glob("objects/incoming/*")) == []
    assert library.images.add(*picture()).duplicate_of is None


def test_full_disk_in_the_database_is_said_and_undone(library, before, manifest):
    n_pages = library._storage.database.read("PRAGMA page_count")[0][0]
    library._storage.database.read(f"PRAGMA max_page_count = {n_pages}")
    with pytest.raises(LibraryError, match="disk is full"):
        library.networks.add(manifest("b", notes=("x" * 200_000,)), b"second", "second")
    assert _contents(library.folder) == before
    library._storage.database.read("PRAGMA max_page_count = 1000000")
    assert [record.name for record in library.networks.list()] == ["first"]
    library.networks.add(manifest("b"), b"second", "second")
    assert library.check() == []


def test_failed_removal_keeps_entry_results_and_contents(library, before, monkeypatch):
    (record,) = library.networks.list()
    library.results.store("relevance", {}, {}, {"a": np.arange(3)}, network_id=record.id)

    def fail(*_, **__):
        raise PulledPlugError

    with monkeypatch.context() as patch:
        patch.setattr("deepintro_desktop.library.membership.record_event", fail)
        with pytest.raises(PulledPlugError):
            library.networks.remove(record)
    assert library.networks.onnx_bytes(record) == b"first"
    assert library.results.load("relevance", {}) is not None


def test_interrupted_replacement_of_a_result_keeps_the_old_one(library, monkeypatch):
    library.results.store("relevance", {}, {"n": 1}, {"a": np.arange(3)})
    real, calls = Writing.put, []

    def second_fails(self, data):
        calls.append(data)
        if len(calls) == 2:
            raise PulledPlugError
        return real(self, data)

    monkeypatch.setattr(Writing, "put", second_fails)
    with pytest.raises(PulledPlugError):
        library.results.store("relevance", {}, {"n": 2}, {"a": np.arange(4), "b": np.arange(5)})
    document, arrays = library.results.load("relevance", {})
    assert (document, list(arrays)) == ({"n": 1}, ["a"])
    assert library.check() == []


def test_fault_while_collecting_does_not_undo_what_was_done(library, before, monkeypatch):
    (record,) = library.networks.list()
    real = Database.read

    def fail(self, sql, parameters=()):
        if sql.startswith("SELECT 1"):
            raise LibraryError("The disk went away.")
        return real(self, sql, parameters)

    with monkeypatch.context() as patch:
        patch.setattr(Database, "read", fail)
        library.networks.remove(record)
    assert library.networks.list() == []
    assert _contents(library.folder) == before
