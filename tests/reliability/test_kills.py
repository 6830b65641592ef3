"""Whatever moment the program is killed at, its library opens with everything that was reported as stored."""

import multiprocessing

import pytest
from reliability.kills import Ledger, examine, kill_often
from reliability.mix import Word

from deepintro_desktop.library import Library

N_KILLS = 6


@pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods(),
    reason="every process would load everything again",
)
def test_killed_at_random_moments_nothing_reported_is_lost(tmp_path):
    tally = kill_often(tmp_path, N_KILLS, seed=3, n_per_library=3)
    assert tally.faults == []
    assert tally.words["ready"] == N_KILLS
    assert tally.words["image"] > 0


def test_the_examination_notices_what_is_lost(tmp_path):
    Library.open(tmp_path / "library").close()
    ledger = Ledger()
    ledger.note(Word("image", "1234", "5678"))
    ledger.note(Word("result", "r", "relevance", ("n", "1234")))
    ledger.note(Word("file", str(tmp_path / "heatmap.png"), "9"))
    assert len(examine(tmp_path, ledger)) == 3
    ledger.note(Word("removing", "1234"))
    assert len(examine(tmp_path, ledger)) == 1
    shelf = tmp_path / "library" / "objects" / "incoming"
    shelf.mkdir(parents=True)
    (shelf / "tmp1").write_bytes(b"")
    assert len(examine(tmp_path, ledger)) == 1, "the next start cleans up"
