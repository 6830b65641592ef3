"""A whole session opens no socket, and leaves nothing in the library that others may read."""

import os

import pytest
from reliability.alone import in_own_process
from reliability.session import open_to_others, sockets_seen_by_the_system


def test_a_whole_session_opens_no_socket_and_keeps_to_the_owner(tmp_path):
    found = in_own_process("session", "run_session", tmp_path)
    assert found["events"] == []
    assert found["connections"] == []
    assert {"analysis", "relevance", "synthesis", "saved.png", "heatmap.png"} <= set(found["done"])
    if os.name == "posix":
        assert found["open"] == []


def test_a_socket_is_noticed(tmp_path):
    assert [event.split()[0] for event in in_own_process("session", "make_a_socket", tmp_path)] == [
        "socket.__new__"
    ]


def test_a_socket_is_noticed_by_the_system(tmp_path):
    calls = sockets_seen_by_the_system(tmp_path, "make_a_socket")
    if calls is None:
        pytest.skip("strace is not installed, or may not be used")
    assert len(calls) == 1


@pytest.mark.skipif(os.name != "posix", reason="Windows has other permissions")
def test_what_others_may_read_is_noticed(tmp_path):
    tmp_path.chmod(0o700)
    (tmp_path / "file").write_text("x")
    (tmp_path / "file").chmod(0o640)
    assert open_to_others(tmp_path) == ["file -rw-r-----"]
