"""How counts, names and jobs are said."""

from collections.abc import Sequence

from deepintro_desktop.core.requests import SynthesiseRequest
from deepintro_desktop.ui.presenters.ports import Job
from deepintro_desktop.ui.widgets.words import grouped

JOB_TITLES: dict[str, str] = {
    "explain": "Explaining",
    "predict": "Predicting",
    "analyse": "Analysing",
    "alone": "Evaluating features",
    "compare_networks": "Comparing two models",
    "synthesise": "Synthesising",
    "boundary": "Making boundary images",
    "add_network": "Adding a model",
    "inspect_network": "Reading a model",
    "keep_network": "Adding a model",
    "add_images": "Adding images",
    "open_sample": "Opening the sample",
    "check_library": "Checking the library",
    "export_project": "Exporting the project",
    "import_project": "Importing a project",
}
"""Jobs that the status bar shows; what is not named here is over before anybody could read it."""


def job_text(job: Job) -> str:
    """Say what a running job is doing: ``Synthesising feature 1: iteration 12 of 80``."""
    title = JOB_TITLES[job.verb]
    if isinstance(job.request, SynthesiseRequest):
        title += f" feature {job.request.feature}" if job.request.feature else " the whole image"
    elif job.verb != "boundary":
        return job.message or title
    return f"{title}: {job.message[:1].lower()}{job.message[1:]}" if job.message else title


def counted(number: int, one: str, many: str) -> str:
    """Say a count with its word: ``1 image``, ``3 images``."""
    return f"{grouped(number)} {one if number == 1 else many}"


def listed(names: Sequence[str], limit: int = 3) -> str:
    """Name the first few and count the rest: ``a.png, b.png and 5 more``."""
    if len(names) <= limit:
        return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
    return f"{', '.join(names[:limit])} and {len(names) - limit} more"


def difference_text(relative: float) -> str:
    """Say the largest difference to a network's own runtime as people do: ``3e-6``."""
    if relative == 0:
        return "0"
    mantissa, exponent = f"{relative:.0e}".split("e")
    return f"{mantissa}e{int(exponent)}"
