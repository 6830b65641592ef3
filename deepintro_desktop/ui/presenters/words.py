"""How counts, names and jobs are said."""

from collections.abc import Sequence

from deepintro_desktop.ui.widgets.words import grouped

JOB_TITLES: dict[str, str] = {
    "explain": "Explaining",
    "predict": "Predicting",
    "analyse": "Analysing",
    "alone": "Evaluating features",
    "synthesise": "Synthesising",
    "boundary": "Making boundary images",
    "add_network": "Adding a model",
    "add_images": "Adding images",
    "open_sample": "Opening the sample",
}
"""Jobs that the status bar shows; what is not named here is over before anybody could read it."""


def counted(number: int, one: str, many: str) -> str:
    """Say a count with its word: ``1 image``, ``3 images``."""
    return f"{grouped(number)} {one if number == 1 else many}"


def listed(names: Sequence[str], limit: int = 3) -> str:
    """Name the first few and count the rest: ``a.png, b.png and 5 more``."""
    if len(names) <= limit:
        return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
    return f"{', '.join(names[:limit])} and {len(names) - limit} more"
