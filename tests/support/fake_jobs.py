"""A runner whose jobs end when the test says so, and other stand-ins for what presenters use. No Qt."""

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.jobs.failure import JobFailure, describe_failure


class FakeSignal:
    """Calls its listeners at once."""

    def __init__(self) -> None:
        self._slots: list[Callable[..., object]] = []

    def connect(self, slot: Callable[..., object]) -> None:
        """Add a listener."""
        self._slots.append(slot)

    def emit(self, *values: Any) -> None:
        """Call all listeners."""
        for slot in list(self._slots):
            slot(*values)


class FakeJob:
    """A job in the hands of the test."""

    def __init__(self, runner: "FakeRunner", job_id: int, verb: str, request: Any) -> None:
        self.id, self.verb, self.request = job_id, verb, request
        self.fraction, self.message, self.seconds_left, self.seconds_running = 0.0, "", None, 0.0
        self.progressed, self.partial = FakeSignal(), FakeSignal()
        self.succeeded, self.failed, self.cancelled = FakeSignal(), FakeSignal(), FakeSignal()
        self.was_cancelled = False
        self._runner = runner

    def cancel(self) -> None:
        """Note the wish."""
        self.was_cancelled = True

    def succeed(self, result: Any = None) -> None:
        """End well."""
        self._runner.end(self)
        self.succeeded.emit(result)

    def fail(self, error: BaseException | JobFailure) -> None:
        """End badly."""
        failure = error if isinstance(error, JobFailure) else describe_failure(error, self.verb, None)
        self._runner.end(self)
        self.failed.emit(failure)

    def stop(self) -> None:
        """End as cancelled."""
        self._runner.end(self)
        self.cancelled.emit()


class FakeRunner:
    """Notes what is submitted."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self.submitted: list[FakeJob] = []
        self.open: list[FakeJob] = []
        self.changed, self.idle = FakeSignal(), FakeSignal()

    @property
    def jobs(self) -> tuple[FakeJob, ...]:
        """Jobs that have not ended."""
        return tuple(self.open)

    def submit(
        self, verb: str, request: Any = None, *, queue: str | None = None, replace: str | None = None
    ) -> FakeJob:
        """Note a job."""
        job = FakeJob(self, next(self._ids), verb, request)
        self.submitted.append(job)
        self.open.append(job)
        self.changed.emit()
        return job

    def cancel_all(self) -> None:
        """Note the wish for every job."""
        for job in self.jobs:
            job.cancel()

    def end(self, job: FakeJob) -> None:
        """Take a job from the list."""
        self.open.remove(job)
        self.changed.emit()
        if not self.open:
            self.idle.emit()

    def last(self, verb: str) -> FakeJob:
        """Return the newest job of a verb."""
        return [job for job in self.submitted if job.verb == verb][-1]

    def count(self, verb: str) -> int:
        """Return how many jobs of a verb were submitted."""
        return sum(job.verb == verb for job in self.submitted)


class FakeNotifier:
    """Keeps messages."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, str, str]] = []
        self.details: tuple[tuple[str, str], ...] = ()
        self.file: Path | None = None

    def notify(
        self,
        level: str,
        title: str,
        text: str = "",
        details: Sequence[tuple[str, str]] = (),
        *,
        file: Path | None = None,
    ) -> None:
        """Keep one message."""
        self.details, self.file = tuple(details), file
        self.messages.append((str(level), title, text))


class FakePrompter:
    """Answers questions as the test has prepared."""

    def __init__(self) -> None:
        self.files: tuple[Path, ...] = ()
        self.text = ""
        self.confirms = True
        self.asked: list[tuple[str, str]] = []
        self.failures: list[tuple[str, JobFailure]] = []

    def ask_files(self, title: str, filters: str, then: Callable[[tuple[Path, ...]], object]) -> None:
        """Choose the prepared files."""
        self.asked.append((title, filters))
        if self.files:
            then(self.files)

    def ask_save(self, title: str, name: str, filters: str, then: Callable[[Path], object]) -> None:
        """Choose the prepared file."""
        self.asked.append((title, name))
        if self.files:
            then(self.files[0])

    def ask_text(self, title: str, label: str, value: str, then: Callable[[str], object]) -> None:
        """Type the prepared text."""
        self.asked.append((title, value))
        if self.text:
            then(self.text)

    def ask_choice(self, title: str, text: str, names: Sequence[str], then: Callable[[str], object]) -> None:
        """Choose the prepared text, or leave the question open."""
        self.asked.append((title, ", ".join(names)))
        if self.text:
            then(self.text)

    def confirm(self, title: str, text: str, action: str, then: Callable[[], object]) -> None:
        """Agree when so prepared."""
        self.asked.append((title, text))
        if self.confirms:
            then()

    def show_failure(self, title: str, failure: JobFailure) -> None:
        """Keep what was shown."""
        self.failures.append((title, failure))


class FakeSettings:
    """Settings in memory."""

    def __init__(self, **values: Any) -> None:
        self.values = values

    def get(self, name: str) -> Any:
        """Return a value or None."""
        return self.values.get(name)

    def set(self, name: str, value: Any) -> None:
        """Keep a value."""
        self.values[name] = value


class Recorder:
    """Stands for any view: keeps the arguments of every call by the method's name."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name.startswith("_"):
            raise AttributeError(name)

        def note(*args: Any, **kwargs: Any) -> None:
            self.calls.append((name, args, kwargs))

        return note

    def last(self, name: str) -> Any:
        """Return the arguments of the newest call: the only one, or all of them."""
        args, kwargs = [(args, kwargs) for called, args, kwargs in self.calls if called == name][-1]
        values = (*args, *kwargs.values())
        return values[0] if len(values) == 1 else values

    def count(self, name: str) -> int:
        """Return how often a method was called."""
        return sum(called == name for called, _, _ in self.calls)


REFUSAL = DeepIntroError("It does not work.", "A reason.", "Try something else.")
