"""A damaged database is a calm sentence, or a library that says so; contents stay."""

import pytest

pytest.importorskip("resource", reason="the library is made with means of Linux and macOS")

from reliability.damage import damage_often, damaged  # noqa: E402

N_DAMAGES = 60


@pytest.mark.allow_log
def test_damage_after_a_clean_end_is_always_said(tmp_path):
    tally = damage_often(tmp_path, N_DAMAGES, sealed=True, seed=1)
    assert tally.faults == []
    assert tally.silently_wrong == []
    assert tally.ends["refused in words"] > 0
    assert tally.ends["opened to be read, with a warning"] > 0


@pytest.mark.allow_log
def test_damage_after_a_kill_crashes_nothing(tmp_path):
    tally = damage_often(tmp_path, N_DAMAGES, sealed=False, seed=2)
    assert tally.faults == []
    assert tally.ends["refused in words"] > 0


def test_a_number_tells_the_damage():
    data = bytes(range(256)) * 64
    assert [damaged(data, seed) for seed in range(20)] == [damaged(data, seed) for seed in range(20)]
    assert len({damaged(data, seed)[1] for seed in range(40)}) == 6
