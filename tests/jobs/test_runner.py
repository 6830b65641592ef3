"""Queues, order, latest wins, cancellation, shutdown; every job ends exactly once."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.jobs import JobFailure, JobHandle, JobRunner

WAIT_S = 10.0


@dataclass
class Gate:
    """A verb that says when it has begun and goes on when it is let."""

    begun: threading.Event = field(default_factory=threading.Event)
    let: threading.Event = field(default_factory=threading.Event)
    order: list[Any] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)

    def hold(self, request: Any, context: Any, report: Report) -> Any:
        self.order.append(request)
        self.threads.add(threading.get_ident())
        self.begun.set()
        while not self.let.wait(0.002):
            report(0, 1, "held")
        return request


def note(request: Any, context: list[Any], report: Report) -> Any:
    context.append(request)
    return request


def steps(request: int, context: Any, report: Report) -> int:
    for step in range(request):
        report(step, request, f"step {step}")
        report.partial(float(step))
    report.partial("text")
    return request


def refuse(request: Any, context: Any, report: Report) -> None:
    raise NotFoundError("There is no such network.", "It was removed.", "Add it again.", network="x")


def break_down(request: Any, context: Any, report: Report) -> None:
    raise ZeroDivisionError("by hand")


def leave(request: Any, context: Any, report: Report) -> None:
    raise SystemExit(3)


class Ear:
    """Writes down every signal of one job."""

    def __init__(self, job: JobHandle) -> None:
        self.heard: list[tuple[str, Any]] = []
        self.on_main: list[bool] = []
        main = QThread.currentThread()

        def listen(name: str) -> Callable[..., None]:
            def slot(*values: Any) -> None:
                self.heard.append((name, values[0] if len(values) == 1 else values))
                self.on_main.append(QThread.currentThread() is main)

            return slot

        for name in ("progressed", "partial", "succeeded", "failed", "cancelled"):
            getattr(job, name).connect(listen(name))

    @property
    def ends(self) -> list[tuple[str, Any]]:
        return [entry for entry in self.heard if entry[0] in ("succeeded", "failed", "cancelled")]


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def context() -> list[Any]:
    return []


@pytest.fixture
def runner(qapp: Any, gate: Gate, context: list[Any], tmp_path: Path) -> Iterator[JobRunner]:
    verbs = {
        "hold": gate.hold,
        "note": note,
        "steps": steps,
        "refuse": refuse,
        "break": break_down,
        "leave": leave,
        "occlude": note,
        "thumbnail": note,
    }
    runner = JobRunner(verbs, lambda: context, reports_folder=tmp_path / "reports")
    yield runner
    gate.let.set()
    assert runner.shutdown(WAIT_S)
    runner.deleteLater()


def wait_idle(qtbot: QtBot, runner: JobRunner) -> None:
    qtbot.waitUntil(lambda: not runner.jobs, timeout=int(WAIT_S * 1000))


def test_job_succeeds_with_partials_in_order_on_the_main_thread(qtbot: QtBot, runner: JobRunner) -> None:
    ear = Ear(runner.submit("steps", 50, queue="n"))
    wait_idle(qtbot, runner)
    assert ear.ends == [("succeeded", 50)]
    assert all(ear.on_main)
    partials = [value for name, value in ear.heard if name == "partial"]
    assert partials[-1] == "text"
    assert partials[-2] == 49.0
    assert [value for value in partials if isinstance(value, float)] == sorted(set(partials) - {"text"})


def test_refusal_is_handed_over_in_words(qtbot: QtBot, runner: JobRunner) -> None:
    ear = Ear(runner.submit("refuse"))
    wait_idle(qtbot, runner)
    [(name, failure)] = ear.ends
    assert name == "failed"
    assert isinstance(failure, JobFailure)
    assert (failure.what, failure.why) == ("There is no such network.", "It was removed.")
    assert not failure.is_bug
    assert "network: x" in failure.details


@pytest.mark.allow_log
@pytest.mark.parametrize(("verb", "kind"), [("break", "ZeroDivisionError"), ("leave", "SystemExit")])
def test_fault_of_the_program_is_logged_kept_and_handed_over(
    qtbot: QtBot, runner: JobRunner, tmp_path: Path, verb: str, kind: str
) -> None:
    ear = Ear(runner.submit(verb, "asked"))
    wait_idle(qtbot, runner)
    [(name, failure)] = ear.ends
    assert name == "failed"
    assert failure.is_bug
    assert failure.report_path.parent == tmp_path / "reports"
    kept = failure.report_path.read_text(encoding="utf-8")
    assert kind in kept
    assert kind in failure.details


def test_queue_keeps_order_and_never_runs_two_at_once(
    qtbot: QtBot, runner: JobRunner, gate: Gate, context: list[Any]
) -> None:
    runner.submit("hold", "first", queue="n")
    for number in range(5):
        runner.submit("note", number, queue="n")
    assert gate.begun.wait(WAIT_S)
    assert context == []
    gate.let.set()
    wait_idle(qtbot, runner)
    assert context == [0, 1, 2, 3, 4]


def test_clicks_and_files_do_not_wait_for_a_computation(
    qtbot: QtBot, runner: JobRunner, gate: Gate, context: list[Any]
) -> None:
    long = runner.submit("hold", "long", queue="n")
    runner.submit("occlude", "click", queue="n")
    runner.submit("thumbnail", "file")
    qtbot.waitUntil(lambda: runner.jobs == (long,), timeout=int(WAIT_S * 1000))
    assert sorted(context) == ["click", "file"]


def test_two_networks_share_the_one_computing_thread_in_order(
    qtbot: QtBot, runner: JobRunner, gate: Gate
) -> None:
    runner.submit("hold", "a", queue="a")
    runner.submit("hold", "b", queue="b")
    assert gate.begun.wait(WAIT_S)
    assert gate.order == ["a"]
    gate.let.set()
    wait_idle(qtbot, runner)
    assert gate.order == ["a", "b"]


def test_running_job_is_cancelled_at_its_next_report(qtbot: QtBot, runner: JobRunner, gate: Gate) -> None:
    job = runner.submit("hold", "x", queue="n")
    ear = Ear(job)
    assert gate.begun.wait(WAIT_S)
    job.cancel()
    wait_idle(qtbot, runner)
    assert ear.ends == [("cancelled", ())]
    job.cancel()
    assert len(ear.ends) == 1


@pytest.mark.parametrize("queue", ["n", "other"])
def test_waiting_job_is_cancelled_at_once_and_never_runs(
    qtbot: QtBot, runner: JobRunner, gate: Gate, context: list[Any], queue: str
) -> None:
    long = runner.submit("hold", "x", queue="n")
    waiting = runner.submit("note", "never", queue=queue)
    ear = Ear(waiting)
    waiting.cancel()
    qtbot.waitUntil(lambda: runner.jobs == (long,), timeout=int(WAIT_S * 1000))
    gate.let.set()
    wait_idle(qtbot, runner)
    assert ear.ends == [("cancelled", ())]
    assert context == []


def test_latest_of_one_replace_key_wins(
    qtbot: QtBot, runner: JobRunner, gate: Gate, context: list[Any]
) -> None:
    runner.submit("hold", "x", queue="n")
    assert gate.begun.wait(WAIT_S)
    ears = [Ear(runner.submit("note", number, queue="n", replace="recluster")) for number in range(20)]
    runner.submit("note", "other", queue="n", replace="something else")
    gate.let.set()
    wait_idle(qtbot, runner)
    assert context == [19, "other"]
    assert [ear.ends for ear in ears[:-1]] == [[("cancelled", ())]] * 19
    assert ears[-1].ends == [("succeeded", 19)]


def test_shutdown_ends_every_job_once_and_takes_no_more(qapp: Any, runner: JobRunner, gate: Gate) -> None:
    ears = [Ear(runner.submit("hold", number, queue="n")) for number in range(3)]
    assert gate.begun.wait(WAIT_S)
    assert runner.shutdown(WAIT_S)
    assert [ear.ends for ear in ears] == [[("cancelled", ())]] * 3
    late = Ear(runner.submit("note", "late"))
    assert runner.shutdown(WAIT_S)
    assert late.ends == [("cancelled", ())]
    assert gate.order == [0]


def test_unknown_verb_is_a_fault_of_the_caller(runner: JobRunner) -> None:
    with pytest.raises(KeyError):
        runner.submit("no such verb")


def test_idle_is_said_once_after_the_last_end(qtbot: QtBot, runner: JobRunner) -> None:
    said: list[int] = []
    runner.idle.connect(lambda: said.append(len(runner.jobs)))
    for number in range(4):
        runner.submit("note", number)
    wait_idle(qtbot, runner)
    assert said == [0]


def test_many_short_jobs_all_end_once(qtbot: QtBot, runner: JobRunner, context: list[Any]) -> None:
    ears = [Ear(runner.submit("thumbnail", number)) for number in range(300)]
    wait_idle(qtbot, runner)
    assert [ear.ends for ear in ears] == [[("succeeded", number)] for number in range(300)]
    assert sorted(context) == list(range(300))


def test_what_is_met_on_a_thread_is_told_on_the_main_thread(qtbot: QtBot, runner: JobRunner) -> None:
    heard: list[tuple[Any, bool]] = []
    main = QThread.currentThread()

    def listen(thing: Any) -> None:
        heard.append((thing, QThread.currentThread() is main))

    runner.noticed.connect(listen)
    thread = threading.Thread(target=runner.notice, args=("full",))
    thread.start()
    thread.join()
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard), timeout=int(1000 * WAIT_S))
    assert heard == [("full", True)]
