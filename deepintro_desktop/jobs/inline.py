"""A runner without threads, for tests and scripts; the work is done in :meth:`InlineRunner.drain`."""

import itertools
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from deepintro_desktop.jobs.handle import JobHandle, JobState
from deepintro_desktop.jobs.work import Catalogue, Workplace, perform


class InlineRunner(QObject):
    """Runs jobs on the calling thread, in the order of their submission."""

    changed = Signal()
    idle = Signal()

    def __init__(self, catalogue: Catalogue, context_factory: Callable[[], object] = object) -> None:
        super().__init__()
        self._workplace = Workplace(catalogue, context_factory)
        self._ids = itertools.count(1)
        self._jobs: dict[int, JobHandle] = {}
        self._replace_keys: dict[int, str] = {}

    @property
    def jobs(self) -> tuple[JobHandle, ...]:
        """Every job that has not ended, oldest first."""
        return tuple(self._jobs.values())

    def submit(
        self, verb: str, request: object = None, *, queue: str | None = None, replace: str | None = None
    ) -> JobHandle:
        """Note a job; see :meth:`deepintro_desktop.jobs.runner.JobRunner.submit`."""
        if verb not in self._workplace.catalogue:
            raise KeyError(f"unknown verb {verb!r}")
        if replace is not None:
            for older in self.jobs:
                if self._replace_keys.get(older.id) == replace:
                    older.cancel()
            self._replace_keys[job_id := next(self._ids)] = replace
        else:
            job_id = next(self._ids)
        job = JobHandle(job_id, verb, request, self)
        self._jobs[job.id] = job
        job._closed.connect(self._on_job_closed)
        self.changed.emit()
        return job

    def drain(self, n_jobs: int | None = None) -> int:
        """Run what was submitted and what comes of it, at most ``n_jobs``; return how many jobs ran."""
        n_run = 0
        while self._jobs and (n_jobs is None or n_run < n_jobs):
            job = next(iter(self._jobs.values()))
            job.mark_running()
            perform(self._workplace, job.verb, job.request, job.outbox)
            job.read_outbox()
            n_run += 1
        return n_run

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        for job in self.jobs:
            job.cancel()

    def shutdown(self, timeout_s: float = 0.0) -> bool:
        """Cancel everything."""
        self.cancel_all()
        for job in self.jobs:
            job.read_outbox()
        return True

    def _on_job_closed(self, job: JobHandle) -> None:
        assert job.state is JobState.ENDED
        del self._jobs[job.id]
        self._replace_keys.pop(job.id, None)
        self.changed.emit()
        if not self._jobs:
            self.idle.emit()
