"""The runner without threads shows the same face."""

from typing import Any

from deepintro_desktop.core.progress import Report
from deepintro_desktop.jobs import InlineRunner


def _echo(request: Any, context: Any, report: Report) -> Any:
    report.partial(request)
    return request


def test_inline_runner_works_when_drained(qapp: Any) -> None:
    runner = InlineRunner({"echo": _echo})
    heard: list[Any] = []
    job = runner.submit("echo", 7, queue="n")
    job.partial.connect(heard.append)
    job.succeeded.connect(heard.append)
    assert heard == []
    assert runner.drain() == 1
    assert heard == [7, 7]
    assert runner.jobs == ()


def test_inline_runner_drops_older_jobs_of_one_key(qapp: Any) -> None:
    runner = InlineRunner({"echo": _echo})
    ends: list[Any] = []
    for number in range(3):
        job = runner.submit("echo", number, replace="k")
        job.succeeded.connect(ends.append)
        job.cancelled.connect(lambda: ends.append("cancelled"))
    runner.drain()
    assert ends == ["cancelled", "cancelled", 2]
