"""A job as the main thread sees it."""

import time
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot

from deepintro_desktop.jobs.estimate import TimeLeft
from deepintro_desktop.jobs.outbox import End, Letters, Outbox


class JobState(StrEnum):
    """Where a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    ENDED = "ended"


class JobHandle(QObject):
    """One submitted job. All signals are emitted on the main thread, and exactly one of the last three, once.

    Parameters
    ----------
    job_id : int
        Grows by one with every job.
    verb : str
        Name of the workflow.
    request : object
        What was asked; frozen.
    parent : QObject
        The runner, which owns the handle until the job has ended.
    """

    progressed = Signal(float, str)
    partial = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _woken = Signal()
    _closed = Signal(object)

    def __init__(self, job_id: int, verb: str, request: object, parent: QObject) -> None:
        super().__init__(parent)
        self.id = job_id
        self.verb = verb
        self.request = request
        self.state = JobState.WAITING
        self.fraction = 0.0
        self.message = ""
        self.outbox = Outbox(self._woken.emit)
        self._time_left = TimeLeft()
        self._started_s = 0.0
        self._woken.connect(self.read_outbox, Qt.ConnectionType.QueuedConnection)

    @property
    def seconds_left(self) -> float | None:
        """Estimated seconds until the end, or None while nothing sensible can be said."""
        return self._time_left.seconds

    @property
    def seconds_running(self) -> float:
        """Seconds since the first sign of life; 0 while waiting."""
        return time.monotonic() - self._started_s if self._started_s else 0.0

    def cancel(self) -> None:
        """Ask the job to stop; ``cancelled`` follows, or another end that was already on its way."""
        self.outbox.ask_to_cancel()
        if self.state is JobState.WAITING:
            self.outbox.put_end(End.CANCELLED)

    def mark_running(self) -> None:
        """Note that the job was handed to a thread."""
        self.state = JobState.RUNNING
        self._started_s = time.monotonic()

    @Slot()
    def read_outbox(self) -> None:
        """Emit what the job has said since the last look."""
        if self.state is JobState.ENDED:
            return
        letters = self.outbox.take()
        if not self.outbox.is_cancelled():
            self._tell(letters)
        if letters.end is not None:
            self._finish(*letters.end)

    def _tell(self, letters: Letters) -> None:
        if letters.progress is not None:
            self.fraction, self.message = letters.progress
            self._time_left.update(self.fraction, self.seconds_running)
            self.progressed.emit(self.fraction, self.message)
        for result in letters.partials.values():
            self.partial.emit(result)

    def _finish(self, end: End, result: object) -> None:
        self.state = JobState.ENDED
        self._closed.emit(self)
        if end is End.SUCCEEDED:
            self.succeeded.emit(result)
        elif end is End.FAILED:
            self.failed.emit(result)
        else:
            self.cancelled.emit()
        self.deleteLater()
