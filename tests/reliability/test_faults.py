"""Disk full, read-only folder, drive removed, newer schema, second window: a sentence each, nothing lost."""

import pytest

pytest.importorskip("resource", reason="the situations are brought about with means of Linux and macOS")

from reliability.faults import SITUATIONS, NotHereError  # noqa: E402


@pytest.mark.allow_log
@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=lambda situation: situation.__name__)
def test_the_situation_is_said_and_nothing_is_lost(situation, qapp, tmp_path):
    try:
        found = situation(tmp_path)
    except NotHereError as error:
        pytest.skip(str(error))
    assert found.wrong == []
    assert found.said
