"""Adding, analysing and removing again and again holds on to nothing."""

from reliability.alone import in_own_process
from reliability.cycles import MAX_GROWTH_MB, Look, no_more

N_CYCLES, N_WARM = 8, 4


def test_cycles_leave_no_thread_timer_or_handle(tmp_path):
    found = in_own_process("cycles", "run_cycles", tmp_path, N_CYCLES, N_WARM)
    warm, end = Look(**found["warm"]), Look(**found["end"])
    assert no_more(warm, end), (warm, end)
    assert end.memory_mb - warm.memory_mb < MAX_GROWTH_MB
