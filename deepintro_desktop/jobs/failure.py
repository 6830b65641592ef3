"""What a failed job hands over: a fault of the input, or a fault of the program with a kept report."""

import logging
import traceback
from dataclasses import dataclass
from pathlib import Path

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.faults import keep_fault_report
from deepintro_desktop.core.said import said

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class JobFailure:
    """Why a job failed, in words for the person in front of it, in the language of the window.

    ``details`` is for support: the traceback of a fault of the program, else kind and fields of the error.
    ``report_path`` is where a fault of the program was kept (None where nothing could be written).
    """

    error: BaseException
    what: str
    why: str
    hint: str
    details: str
    is_bug: bool = False
    report_path: Path | None = None


def describe_failure(error: BaseException, verb: str, reports_folder: Path | None) -> JobFailure:
    """Word an exception; log and keep it, in English, when it is a fault of the program."""
    if isinstance(error, DeepIntroError):
        return JobFailure(error, said(error.what), said(error.why), said(error.hint), _facts(error))
    _LOGGER.error("The job %s failed", verb, exc_info=error)
    details = "".join(traceback.format_exception(error))
    path = keep_fault_report(reports_folder, verb, error) if reports_folder is not None else None
    kept = said(f"A report was kept in {path}.") if path else ""
    return JobFailure(
        error,
        said("Something went wrong inside the program."),
        f"{type(error).__name__}: {error}".rstrip(": "),
        f"{said('Your data is unchanged.')} {kept}".rstrip(),
        details,
        is_bug=True,
        report_path=path,
    )


def _facts(error: DeepIntroError) -> str:
    lines = [error.kind, *(f"{name}: {value}" for name, value in error.fields.items())]
    cause = error.__cause__
    return "\n".join(lines + ([f"cause: {type(cause).__name__}: {cause}"] if cause else []))
