"""Running one verb, on whatever thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRunnable

from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.jobs.failure import describe_failure
from deepintro_desktop.jobs.outbox import End, Outbox

Verb = Callable[[object, object, Report], object]
Catalogue = Mapping[str, Callable[..., object]]


@dataclass(frozen=True, slots=True)
class Workplace:
    """What every job of a runner shares: the verbs, what they work on, where reports of faults are kept."""

    catalogue: Catalogue
    context_factory: Callable[[], object]
    reports_folder: Path | None = None


def perform(workplace: Workplace, verb: str, request: object, outbox: Outbox) -> None:
    """Run one verb and put exactly one end into the outbox, whatever happens."""
    report = Report(outbox.put_progress, outbox.put_partial, outbox.is_cancelled)
    try:
        report.check()
        result = workplace.catalogue[verb](request, workplace.context_factory(), report)
    except Cancelled:
        outbox.put_end(End.CANCELLED)
    except BaseException as error:  # even an exit must not leave a job without an end
        outbox.put_end(End.FAILED, describe_failure(error, verb, workplace.reports_folder))
    else:
        outbox.put_end(End.SUCCEEDED, result)


class Work(QRunnable):
    """A verb on its way to a thread. It holds the outbox only, never the handle's object."""

    def __init__(self, workplace: Workplace, verb: str, request: object, outbox: Outbox) -> None:
        super().__init__()
        self._workplace = workplace
        self._verb = verb
        self._request = request
        self._outbox = outbox

    def run(self) -> None:
        """Run on the pool's thread."""
        perform(self._workplace, self._verb, self._request, self._outbox)
