"""What presenters need from the rest of the program, so that tests can put fakes in its place."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol


class Signal(Protocol):
    """Something that can be listened to."""

    def connect(self, slot: Callable[..., object]) -> object:
        """Call ``slot`` at every emission."""


class Job(Protocol):
    """A submitted job; exactly one of ``succeeded``, ``failed`` and ``cancelled`` follows."""

    id: int
    verb: str
    request: object
    fraction: float
    message: str
    progressed: Signal
    partial: Signal
    succeeded: Signal
    failed: Signal
    cancelled: Signal

    @property
    def seconds_left(self) -> float | None:
        """Estimated seconds until the end."""

    @property
    def seconds_running(self) -> float:
        """Seconds since it was started."""

    def cancel(self) -> None:
        """Ask it to stop."""


class Runner(Protocol):
    """Runs verbs beside the window."""

    changed: Signal
    idle: Signal

    @property
    def jobs(self) -> tuple[Any, ...]:
        """Jobs that have not ended, oldest first."""

    def submit(
        self, verb: str, request: object = None, *, queue: str | None = None, replace: str | None = None
    ) -> Any:
        """Queue a job."""

    def cancel_all(self) -> None:
        """Ask every job to stop."""


class Level(StrEnum):
    """How much a message matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Notifier(Protocol):
    """Says something without stopping anybody."""

    def notify(
        self,
        level: Level,
        title: str,
        text: str = "",
        details: Sequence[tuple[str, str]] = (),
        *,
        file: Path | None = None,
    ) -> None:
        """Show a short message.

        ``details`` are titles and texts that only the list of messages shows, ``file`` is one that the
        message is about and that can be shown where it lies.
        """


class Prompter(Protocol):
    """Asks the person; every answer comes through a callback, nothing blocks."""

    def ask_files(self, title: str, filters: str, then: Callable[[tuple[Path, ...]], object]) -> None:
        """Let files be chosen; ``then`` is not called when nothing was chosen."""

    def ask_save(self, title: str, name: str, filters: str, then: Callable[[Path], object]) -> None:
        """Let a place for a file be chosen; ``name`` is suggested."""

    def ask_text(self, title: str, label: str, value: str, then: Callable[[str], object]) -> None:
        """Ask for a line of text that is not empty."""

    def ask_choice(self, title: str, text: str, names: Sequence[str], then: Callable[[str], object]) -> None:
        """Let one of several be chosen; the first is what is used already."""

    def confirm(self, title: str, text: str, action: str, then: Callable[[], object]) -> None:
        """Ask before something that cannot be taken back; ``action`` is the word on the button."""

    def show_failure(self, title: str, failure: Any) -> None:
        """Show what happened, why, what to try, and details to copy."""


class Settings(Protocol):
    """Values that outlive the program."""

    def get(self, name: str) -> Any:
        """Return a setting, or its default."""

    def set(self, name: str, value: Any) -> None:
        """Keep a setting."""
