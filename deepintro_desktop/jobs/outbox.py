"""The letter box between a working thread and the window: latest progress, partial results, the end."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

INTERVAL_S = 0.1


class End(StrEnum):
    """How a job ended."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(slots=True)
class Letters:
    """What has come in since the last look. ``partials`` holds at most one result of each type, in order."""

    progress: tuple[float, str] | None = None
    partials: dict[type, object] = field(default_factory=dict)
    end: tuple[End, object] | None = None


class Outbox:
    """Collects what a job says and wakes the reader at most ten times a second, and always at the end.

    A partial result of a type that was not seen before wakes at once; a newer one of the same type replaces
    an unread one.

    Parameters
    ----------
    wake : callable
        Called on the working thread when there is something to read.
    clock : callable
        Seconds that only grow.
    """

    def __init__(self, wake: Callable[[], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._wake = wake
        self._clock = clock
        self._lock = threading.Lock()
        self._letters = Letters()
        self._last_wake_s = float("-inf")
        self._seen: set[type] = set()
        self._cancelled = threading.Event()

    def ask_to_cancel(self) -> None:
        """Make the next report of the job raise."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Tell whether somebody asked to stop."""
        return self._cancelled.is_set()

    def put_progress(self, fraction: float, message: str) -> None:
        """Replace the unread progress."""
        with self._lock:
            self._letters.progress = (fraction, message)
        self._wake_when_due()

    def put_partial(self, result: object) -> None:
        """Add a partial result, or replace the unread one of the same type."""
        kind = type(result)
        with self._lock:
            self._letters.partials.pop(kind, None)
            self._letters.partials[kind] = result
            is_new = kind not in self._seen
            self._seen.add(kind)
        self._wake_when_due(at_once=is_new)

    def put_end(self, end: End, result: object = None) -> None:
        """Say how the job ended; the first word counts."""
        with self._lock:
            if self._letters.end is None:
                self._letters.end = (end, result)
        self._wake()

    def take(self) -> Letters:
        """Return everything unread and forget it."""
        with self._lock:
            letters, self._letters = self._letters, Letters()
        return letters

    def _wake_when_due(self, *, at_once: bool = False) -> None:
        now = self._clock()
        if at_once or now - self._last_wake_s >= INTERVAL_S:
            self._last_wake_s = now
            self._wake()
