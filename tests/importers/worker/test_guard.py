"""What the guard inside the helper lets pass and what not; asked directly, never installed here."""

import os
import sys

import pytest

from deepintro_desktop.importers.worker.guard import Guard, Refusal


@pytest.fixture
def folders(tmp_path):
    """Return a guard, the folder that it leaves open, and one that it does not."""
    inside, outside = tmp_path / "inside", tmp_path / "inside-not"
    inside.mkdir()
    outside.mkdir()
    return Guard(inside), inside, outside


WRITING = [("w", 0), ("a+b", 0), ("x", 0), ("r+", 0), (None, os.O_WRONLY), (None, os.O_CREAT | os.O_RDWR)]


@pytest.mark.parametrize(("mode", "flags"), WRITING)
def test_writing_is_allowed_inside_only(folders, mode, flags):
    guard, inside, outside = folders
    guard("open", (inside / "a", mode, flags))
    guard("open", (os.fsencode(inside / "a"), mode, flags))
    guard("open", (os.devnull, mode, flags))
    guard("open", (3, mode, flags))
    for path in (outside / "a", inside / ".." / "a", inside.parent, "relative", b"relative"):
        with pytest.raises(Refusal):
            guard("open", (path, mode, flags))


def test_reading_is_allowed(folders):
    guard, _, outside = folders
    guard("open", (outside / "a", "rb", 0))
    guard("open", (str(outside), None, os.O_RDONLY))


def test_links_out_of_the_folder_are_followed_when_written_through(folders):
    guard, inside, outside = folders
    link = inside / "link"
    try:
        link.symlink_to(outside / "file")
    except OSError:
        pytest.skip("links need rights here")
    with pytest.raises(Refusal):
        guard("open", (link, "w", 0))
    guard("os.remove", (link, -1))


def test_changing_files_is_allowed_inside_only(folders):
    guard, inside, outside = folders
    guard("os.rename", (inside / "a", inside / "b", -1, -1))
    guard("os.mkdir", (inside / "a", 0o777, -1))
    guard("os.rmdir", (inside, -1))
    for event, arguments in [
        ("os.rename", (inside / "a", outside / "b", -1, -1)),
        ("os.rename", (outside / "a", inside / "b", -1, -1)),
        ("os.remove", (outside / "a", -1)),
        ("os.link", (outside / "a", inside / "b", -1, -1)),
        ("os.symlink", ("anything", outside / "b", -1)),
        ("os.truncate", (outside / "a", 0)),
        ("os.remove", (inside / "..", -1)),
    ]:
        with pytest.raises(Refusal):
            guard(event, arguments)


@pytest.mark.skipif(sys.platform != "linux", reason="open folders have names only on Linux")
def test_names_relative_to_an_open_folder_are_understood(folders):
    guard, inside, outside = folders
    for folder, allowed in ((inside, True), (outside, False)):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            if allowed:
                guard("os.remove", ("a", descriptor))
            else:
                with pytest.raises(Refusal):
                    guard("os.remove", ("a", descriptor))
        finally:
            os.close(descriptor)


@pytest.mark.parametrize(
    "event", ["socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.fork", "os.kill"]
)
def test_connections_and_programs_are_refused(folders, event):
    with pytest.raises(Refusal):
        folders[0](event, ("anything",))


def test_code_that_comes_as_data_is_refused(folders):
    with pytest.raises(Refusal, match="code"):
        folders[0]("marshal.loads", (b"",))


def test_other_events_pass(folders):
    for event in ("import", "compile", "os.listdir", "object.__getattr__", "ctypes.dlopen", "socket.__new__"):
        folders[0](event, ("a", "b", "c"))
