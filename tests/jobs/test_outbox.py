"""The letter box: throttled, latest progress, latest partial of each type, first end counts."""

from deepintro_desktop.jobs.estimate import TimeLeft
from deepintro_desktop.jobs.outbox import End, Outbox


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_progress_wakes_at_most_ten_times_a_second_and_the_latest_is_read() -> None:
    wakes: list[int] = []
    clock = Clock()
    outbox = Outbox(lambda: wakes.append(1), clock)
    for step in range(1000):
        clock.now_s = 100.0 + step / 1000
        outbox.put_progress(step / 1000, "")
    assert 9 <= len(wakes) <= 11
    assert outbox.take().progress == (0.999, "")
    assert outbox.take().progress is None


def test_partial_of_a_new_type_wakes_at_once_and_replaces_only_its_own_kind() -> None:
    wakes: list[int] = []
    outbox = Outbox(lambda: wakes.append(1), Clock())
    for result in (1, 2, "a", 3.0, "b"):
        outbox.put_partial(result)
    assert len(wakes) == 3
    assert list(outbox.take().partials.values()) == [2, 3.0, "b"]


def test_first_end_counts_and_always_wakes() -> None:
    wakes: list[int] = []
    outbox = Outbox(lambda: wakes.append(1), Clock())
    outbox.put_end(End.CANCELLED)
    outbox.put_end(End.SUCCEEDED, 1)
    assert outbox.take().end == (End.CANCELLED, None)
    assert len(wakes) == 2


def test_time_left_is_silent_first_then_near_the_truth() -> None:
    left = TimeLeft()
    left.update(0.001, 5.0)
    assert left.seconds is None
    for step in range(1, 11):
        left.update(step / 20, 2.0 * step)
    assert left.seconds is not None
    assert abs(left.seconds - 20.0) < 1e-9
