"""The running or finished search for the four metrics."""

from collections.abc import Callable
from typing import Any

from deepintro_desktop.core.results import AnalysisResult
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.tabs.occlusion.state import occluded_by

KEYS = ("largest_change", "most_important", "minimum_to_keep", "minimum_to_occlude")
"""The four metrics, in the order of their cards."""


class AnalysisDesk:
    """Holds the best answers so far; what a stopped search found stays.

    Parameters
    ----------
    changed : callable
        Called when there is something new to show.
    failed : callable
        Called with the failure of a search.
    """

    def __init__(self, changed: Callable[[], object], failed: Callable[[Any], object]) -> None:
        self._changed = changed
        self._errand = Errand(self._take, failed, partial=self._take, cancelled=changed)
        self._job: Any = None
        self.result: AnalysisResult | None = None

    @property
    def is_running(self) -> bool:
        """Whether a search is under way."""
        return self._errand.is_running

    @property
    def progress(self) -> float | None:
        """How far the search is, 0..1; None when there is none."""
        return self._job.fraction if self._job is not None and self.is_running else None

    def follow(self, job: Any) -> None:
        """Listen to a new search."""
        self.result = None
        self._job = job
        self._errand.follow(job)

    def recall(self, result: AnalysisResult) -> None:
        """Take the answers of a search that was finished earlier."""
        self._take(result)

    def cancel(self) -> None:
        """Ask the search to stop, keep its answers."""
        self._errand.cancel()

    def drop(self) -> None:
        """Forget search and answers."""
        self._errand.drop()
        self.result = None

    def applied(self, occluded: frozenset[int], numbers: frozenset[int]) -> str:
        """Return the key of the first answer whose set is occluded now, or an empty text."""
        if self.result is not None and occluded:
            for key in KEYS:
                answer = getattr(self.result, key)
                if answer.found and occluded_by(answer, key, numbers) == occluded:
                    return key
        return ""

    def _take(self, result: AnalysisResult) -> None:
        self.result = result
        self._changed()
