"""How counts, names and jobs are said."""

from collections.abc import Sequence
from datetime import date

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.requests import SynthesiseRequest
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import is_english, marked, translate
from deepintro_desktop.ui.presenters.ports import Job
from deepintro_desktop.ui.widgets.words import grouped

JOB_TITLES: dict[str, str] = {
    "explain": marked("Words", "Explaining"),
    "predict": marked("Words", "Predicting"),
    "analyse": marked("Words", "Analysing"),
    "alone": marked("Words", "Evaluating features"),
    "compare_networks": marked("Words", "Comparing two models"),
    "synthesise": marked("Words", "Synthesising"),
    "boundary": marked("Words", "Making boundary images"),
    "add_network": marked("Words", "Adding a model"),
    "inspect_network": marked("Words", "Reading a model"),
    "keep_network": marked("Words", "Adding a model"),
    "add_images": marked("Words", "Adding images"),
    "open_sample": marked("Words", "Opening the sample"),
    "make_report": marked("Words", "Writing the report"),
    "check_library": marked("Words", "Checking the library"),
    "export_project": marked("Words", "Exporting the project"),
    "import_project": marked("Words", "Importing a project"),
}
"""Jobs that the status bar shows; what is not named here is over before anybody could read it."""


def job_text(job: Job) -> str:
    """Say what a running job is doing: ``Synthesising feature 1: iteration 12 of 80``."""
    title, message = job_title(job.verb), said(job.message)
    if isinstance(job.request, SynthesiseRequest):
        feature = job.request.feature
        title = (
            _tr("Synthesising feature {0}").format(feature)
            if feature
            else _tr("Synthesising the whole image")
        )
    elif job.verb != "boundary":
        return message or title
    return f"{title}: {inside(message)}" if message else title


def job_title(verb: str) -> str:
    """Return what a job of a verb is called."""
    return _tr(JOB_TITLES[verb])


def inside(message: str) -> str:
    """Return words as they go on within a sentence; nouns of other languages keep their capital."""
    return message[:1].lower() + message[1:] if is_english() else message


def error_words(error: DeepIntroError) -> str:
    """Return what happened, why, and what to try."""
    return " ".join(said(part) for part in (error.what, error.why, error.hint) if part)


def counted(number: int, one: str, many: str) -> str:
    """Say a count with its word: ``1 image``, ``3 images``."""
    return f"{grouped(number)} {one if number == 1 else many}"


def listed(names: Sequence[str], limit: int = 3) -> str:
    """Name the first few and count the rest: ``a.png, b.png and 5 more``."""
    if len(names) <= limit:
        several = len(names) > 1
        return _tr("{0} and {1}").format(", ".join(names[:-1]), names[-1]) if several else "".join(names)
    return _tr("{0} and {1} more").format(", ".join(names[:limit]), len(names) - limit)


def difference_text(relative: float) -> str:
    """Say the largest difference to a network's own runtime as people do: ``3e-6``."""
    if relative == 0:
        return "0"
    mantissa, exponent = f"{relative:.0e}".split("e")
    return f"{mantissa}e{int(exponent)}"


_MONTHS = (
    marked("Words", "Jan"),
    marked("Words", "Feb"),
    marked("Words", "Mar"),
    marked("Words", "Apr"),
    marked("Words", "May"),
    marked("Words", "Jun"),
    marked("Words", "Jul"),
    marked("Words", "Aug"),
    marked("Words", "Sep"),
    marked("Words", "Oct"),
    marked("Words", "Nov"),
    marked("Words", "Dec"),
)


def date_text(moment: date) -> str:
    """Return a day as people write it: ``3 Nov 2026``."""
    return _tr("{0} {1} {2}").format(moment.day, _tr(_MONTHS[moment.month - 1]), moment.year)


def _tr(text: str) -> str:
    return translate("Words", text)
