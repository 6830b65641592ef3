"""Which features are occluded, how that came about, and the network's answer to it."""

from collections.abc import Callable
from typing import Any

from deepintro_desktop.core.requests import OccludeRequest
from deepintro_desktop.core.results import Occlusion
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.history import History
from deepintro_desktop.ui.presenters.ports import Runner
from deepintro_desktop.ui.tabs.occlusion.contract import OcclusionView

NOTHING: frozenset[int] = frozenset()


class OccludedSet:
    """Marks features at once, asks the network, can be undone.

    Parameters
    ----------
    view : OcclusionView
        Shows the set and the filled picture.
    runner : Runner
        Runs the verb ``occlude``.
    request : callable
        Returns the request for a set of features, or None while there is nothing to occlude.
    changed : callable
        Called after each change; true when the answer belongs to the set, false while it is on its way.
    failed : callable
        Called with the failure of a job.
    """

    def __init__(
        self,
        view: OcclusionView,
        runner: Runner,
        *,
        request: Callable[[frozenset[int]], OccludeRequest | None],
        changed: Callable[[bool], object],
        failed: Callable[[Any], object],
    ) -> None:
        self._view = view
        self._runner = runner
        self._request = request
        self._changed = changed
        self._history: History[frozenset[int]] = History(NOTHING)
        self._errand = Errand(self._on_occlusion, failed)
        self.occlusion: Occlusion | None = None

    @property
    def value(self) -> frozenset[int]:
        """The numbers of the occluded features."""
        return self._history.value

    def set(self, numbers: frozenset[int]) -> None:
        """Occlude exactly these features."""
        if numbers != self.value and self._request(numbers) is not None:
            self._history.push(numbers)
            self.refresh()

    def undo(self) -> None:
        """Take the last change back."""
        self._history.undo()
        self.refresh()

    def redo(self) -> None:
        """Do the change again that was taken back."""
        self._history.redo()
        self.refresh()

    def reset(self) -> None:
        """Forget everything; the features are others now."""
        self._errand.drop()
        self._history.reset(NOTHING)
        self.occlusion = None
        self._show_undo()

    def drop(self) -> None:
        """Stop asking; the set stays."""
        self._errand.drop()

    def refresh(self) -> None:
        """Show the set and ask the network about it; the untouched picture needs no question."""
        self._show_undo()
        request = self._request(self.value) if self.value else None
        if request is None:
            self._errand.drop()
            self.occlusion = None
        else:
            job = self._runner.submit("occlude", request, queue=request.source.network, replace="occlude")
            self._errand.follow(job)
        self._view.show_occluded(self.value, self.occlusion)
        self._changed(request is None)

    def _on_occlusion(self, occlusion: Occlusion) -> None:
        self.occlusion = occlusion
        self._view.show_occluded(self.value, occlusion)
        self._changed(True)

    def _show_undo(self) -> None:
        self._view.show_undo(can_undo=self._history.can_undo, can_redo=self._history.can_redo)
