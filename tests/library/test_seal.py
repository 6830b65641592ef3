"""A database that is not what was last written is not taken for true, and nothing is removed for its sake."""

import os
import re
import sqlite3
import stat

import pytest

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.library import Library
from deepintro_desktop.library.faults import DATABASE_NAME
from deepintro_desktop.library.seal import SEAL_NAME


@pytest.fixture
def filled(library_folder, manifest, picture):
    with Library.open(library_folder) as library:
        library.networks.add(manifest(), b"onnx", "net")
        library.images.add(*picture())
    return library_folder


def _change(folder, old, new):
    path = folder / DATABASE_NAME
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))


def test_closing_seals_and_opening_takes_the_seal_off(filled):
    assert (filled / SEAL_NAME).is_file()
    with Library.open(filled) as library:
        assert not (filled / SEAL_NAME).exists()
        assert library.check() == []
    assert (filled / SEAL_NAME).is_file()


def test_a_changed_name_is_not_taken_for_true(filled):
    _change(filled, b"dog.png", b"dug.png")
    before = (filled / DATABASE_NAME).read_bytes()
    with Library.open(filled) as library:
        assert "not what was last written" in library.read_only_reason
        assert [record.name for record in library.images.list()] == ["dug.png"]
        assert len(library.check()) == 1
        with pytest.raises(LibraryError, match="only be read"):
            library.events.record("x")
    assert (filled / DATABASE_NAME).read_bytes() == before
    (filled / SEAL_NAME).unlink()
    with Library.open(filled) as library:
        assert library.read_only_reason is None, "the person has accepted it"


def test_a_cut_seal_says_nothing(filled):
    text = (filled / SEAL_NAME).read_text()
    (filled / SEAL_NAME).write_text(text[:10])
    with Library.open(filled) as library:
        assert library.read_only_reason is None


@pytest.mark.parametrize("occurrence", [0, 1])
def test_contents_are_kept_when_a_digest_in_the_database_is_damaged(filled, occurrence):
    with Library.open(filled) as library:
        sha256 = library.images.list()[0].sha256
    (filled / SEAL_NAME).unlink()  # as after a crash: nothing tells the damage but the database itself
    path = filled / DATABASE_NAME
    data = path.read_bytes()
    place = [match.start() for match in re.finditer(sha256.encode(), data)][occurrence]
    path.write_bytes(data[:place] + b"x" + data[place + 1 :])
    try:
        with Library.open(filled) as library:
            assert library.check() != []
    except LibraryError as error:
        assert "damaged" in error.why
    assert (filled / "objects" / sha256[:2] / sha256).is_file()


def test_a_lost_table_is_damage(filled):
    (filled / SEAL_NAME).unlink()
    connection = sqlite3.connect(filled / DATABASE_NAME)
    connection.execute("DROP TABLE project_image")
    connection.commit()
    connection.close()
    for read_only in (False, True):
        with pytest.raises(LibraryError, match="damaged"):
            Library.open(filled, read_only=read_only)


@pytest.mark.parametrize("column", ["facts", "height"])
def test_an_entry_that_makes_no_sense_is_a_sentence(filled, column):
    with Library.open(filled) as library:
        with library._storage.writing() as change:
            change.execute(f"UPDATE image SET {column} = '[1, 2'")
        with pytest.raises(LibraryError, match="damaged"):
            library.images.list()


def test_letters_that_are_none_are_a_sentence(filled):
    with Library.open(filled) as library:
        with library._storage.writing() as change:
            change.execute("UPDATE image SET name = CAST(x'ff00ff' AS TEXT)")
        with pytest.raises(LibraryError, match="damaged"):
            library.images.list()


@pytest.mark.allow_log
def test_a_result_that_makes_no_sense_counts_as_none(filled):
    with Library.open(filled) as library:
        library.results.store("k", {}, {"a": 1}, {})
        with library._storage.writing() as change:
            change.execute("UPDATE result SET document = '{'")
        assert library.results.load("k", {}) is None
        assert library.results.find("k", None) == ()


def test_a_folder_that_is_replaced_takes_nothing_more(filled, manifest, picture):
    gone = filled.with_name("elsewhere")
    with Library.open(filled) as library:
        filled.rename(gone)
        filled.mkdir()
        for action in (
            lambda: library.images.add(*picture("other.png", 7)),
            lambda: library.images.read_bytes(library.images.list()[0]),
            lambda: library.networks.add(manifest("b"), b"2", "later"),
        ):
            with pytest.raises(LibraryError, match="not there any more"):
                action()
        assert list(filled.iterdir()) == []
        filled.rmdir()
        gone.rename(filled)
        library.images.add(*picture("other.png", 7))
        assert library.check() == []


@pytest.mark.skipif(os.name != "posix", reason="Windows has other permissions")
def test_what_others_could_read_is_closed_to_them(filled):
    for path in (filled, filled / "objects", filled / DATABASE_NAME):
        path.chmod(path.stat().st_mode | 0o055)
    Library.open(filled).close()
    for path in (filled, filled / "objects", filled / DATABASE_NAME, filled / SEAL_NAME):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
