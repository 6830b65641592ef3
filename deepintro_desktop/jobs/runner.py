"""Queues of jobs over a few thread pools."""

import itertools
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from deepintro_desktop.jobs.handle import JobHandle, JobState
from deepintro_desktop.jobs.pools import POOL_OF_VERB, Pool, PoolSizes
from deepintro_desktop.jobs.work import Catalogue, Work, Workplace

_Lane = tuple[Pool, str]
_DEFAULT_SIZES = PoolSizes()


class JobRunner(QObject):
    """Runs verbs beside the window, first come first served within each queue.

    Parameters
    ----------
    catalogue : mapping of str to callable
        The verbs: ``(request, context, report) -> result``.
    context_factory : callable
        Gives the context of a job; called on the job's thread.
    reports_folder : Path, optional
        Where faults of the program are kept.
    sizes : PoolSizes, optional
        Threads of each pool.
    """

    changed = Signal()
    """A job was submitted, started, moved on or ended."""
    idle = Signal()
    """The last job ended."""
    noticed = Signal(object)
    """Something that a job met on its way and went on: what :meth:`notice` was given, on the main thread."""
    _met = Signal(object)

    def __init__(
        self,
        catalogue: Catalogue,
        context_factory: Callable[[], object],
        *,
        reports_folder: Path | None = None,
        sizes: PoolSizes = _DEFAULT_SIZES,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = Workplace(catalogue, context_factory, reports_folder)
        self._ids = itertools.count(1)
        self._jobs: dict[int, JobHandle] = {}
        self._lane_of: dict[int, _Lane] = {}
        self._replace_keys: dict[int, str] = {}
        self._waiting: list[JobHandle] = []
        self._running: dict[_Lane, JobHandle] = {}
        self._is_closed = False
        self._sizes = sizes
        self._met.connect(self._on_met, Qt.ConnectionType.QueuedConnection)
        self._pools = {pool: self._make_pool(sizes.of(pool)) for pool in Pool}

    @property
    def jobs(self) -> tuple[JobHandle, ...]:
        """Every job that has not ended, oldest first."""
        return tuple(self._jobs.values())

    def submit(
        self, verb: str, request: object = None, *, queue: str | None = None, replace: str | None = None
    ) -> JobHandle:
        """Queue a job.

        ``queue`` names what must not be used by two jobs at once, usually a network's id; without it the job
        waits for a free thread only. ``replace`` cancels older jobs of the same key that have not started:
        the latest wins.
        """
        if verb not in self._workplace.catalogue:
            raise KeyError(f"unknown verb {verb!r}")
        if replace is not None:
            self._drop_older(replace)
        job = self._make_job(verb, request)
        lane = (POOL_OF_VERB.get(verb, Pool.COMPUTE), queue if queue is not None else f"#{job.id}")
        self._jobs[job.id], self._lane_of[job.id] = job, lane
        if replace is not None:
            self._replace_keys[job.id] = replace
        self._waiting.append(job)
        if self._is_closed:
            job.cancel()
        self._start_due()
        self.changed.emit()
        return job

    def notice(self, thing: object) -> None:
        """Pass something on to the main thread; may be called from any thread."""
        self._met.emit(thing)

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        for job in self.jobs:
            job.cancel()

    def shutdown(self, timeout_s: float = 10.0) -> bool:
        """Cancel everything, take no more, wait; tell whether all threads came to rest in time."""
        self._is_closed = True
        self.cancel_all()
        deadline_s = time.monotonic() + timeout_s
        rested = []
        for pool in self._pools.values():
            left_ms = max(int(1000 * (deadline_s - time.monotonic())), 0)
            rested.append(pool.waitForDone(left_ms))
        for job in self.jobs:
            job.read_outbox()
        return all(rested)

    def _make_pool(self, n_threads: int) -> QThreadPool:
        pool = QThreadPool(self)
        pool.setMaxThreadCount(n_threads)
        pool.setExpiryTimeout(-1)
        return pool

    def _make_job(self, verb: str, request: object) -> JobHandle:
        job = JobHandle(next(self._ids), verb, request, self)
        job.progressed.connect(self._on_job_progressed)
        job._closed.connect(self._on_job_closed)
        return job

    def _drop_older(self, key: str) -> None:
        for job in self.jobs:
            if self._replace_keys.get(job.id) == key and job.state is JobState.WAITING:
                job.cancel()

    def _start_due(self) -> None:
        for job in list(self._waiting):
            lane = self._lane_of[job.id]
            n_busy = sum(pool is lane[0] for pool, _ in self._running)
            if lane in self._running or n_busy >= self._sizes.of(lane[0]) or job.outbox.is_cancelled():
                continue
            self._waiting.remove(job)
            self._running[lane] = job
            job.mark_running()
            self._pools[lane[0]].start(Work(self._workplace, job.verb, job.request, job.outbox))

    @Slot(object)
    def _on_met(self, thing: object) -> None:
        self.noticed.emit(thing)

    def _on_job_progressed(self, _fraction: float, _message: str) -> None:
        self.changed.emit()

    def _on_job_closed(self, job: JobHandle) -> None:
        del self._jobs[job.id]
        self._replace_keys.pop(job.id, None)
        lane = self._lane_of.pop(job.id)
        if job in self._waiting:
            self._waiting.remove(job)
        if self._running.get(lane) is job:
            del self._running[lane]
        self._start_due()
        self.changed.emit()
        if not self._jobs:
            self.idle.emit()
