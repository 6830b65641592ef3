"""One kind of job of which only the newest counts."""

from collections.abc import Callable
from functools import partial as bind
from typing import Any

from deepintro_desktop.ui.presenters.ports import Job


def _ignore(*_: Any) -> None:
    """Drop what nobody wants to know."""


class Errand:
    """Listens to the newest job that it was given and is deaf to every older one.

    Parameters
    ----------
    done, failed, partial, cancelled : callable
        Called for the newest job only: with its result, its failure, a partial result, nothing.
    """

    def __init__(
        self,
        done: Callable[[Any], object],
        failed: Callable[[Any], object],
        *,
        partial: Callable[[Any], object] = _ignore,
        cancelled: Callable[[], object] = _ignore,
    ) -> None:
        self._done = done
        self._failed = failed
        self._partial = partial
        self._cancelled = cancelled
        self._job: Job | None = None
        self._accepted: set[int] = set()

    @property
    def is_running(self) -> bool:
        """Whether the newest job has not ended."""
        return self._job is not None

    def follow(self, job: Job) -> None:
        """Cancel the job before, listen to this one."""
        self.drop()
        self._listen(job)

    def follow_live(self, job: Job) -> None:
        """Listen to this job, and still take the result of a job before when it comes first.

        For sliders: a result that is a little late is better than none until the slider rests.
        """
        if self._job is not None:
            self._accepted.add(self._job.id)
        self._listen(job)

    def _listen(self, job: Job) -> None:
        self._job = job
        job.partial.connect(bind(self._on_partial, job.id))
        job.succeeded.connect(bind(self._on_end, job.id, self._done))
        job.failed.connect(bind(self._on_end, job.id, self._failed))
        job.cancelled.connect(bind(self._on_end, job.id, self._cancelled))

    def cancel(self) -> None:
        """Ask the newest job to stop and wait for its word."""
        if self._job is not None:
            self._job.cancel()

    def drop(self) -> None:
        """Ask the newest job to stop and forget it."""
        job, self._job = self._job, None
        self._accepted.clear()
        if job is not None:
            job.cancel()

    def _is_current(self, job_id: int) -> bool:
        return self._job is not None and self._job.id == job_id

    def _on_partial(self, job_id: int, result: Any) -> None:
        if self._is_current(job_id):
            self._partial(result)

    def _on_end(self, job_id: int, tell: Callable[..., object], *results: Any) -> None:
        if self._is_current(job_id):
            self._job = None
            self._accepted.clear()
            tell(*results)
        elif job_id in self._accepted:
            self._accepted = {other for other in self._accepted if other > job_id}
            if tell == self._done:
                tell(*results)
