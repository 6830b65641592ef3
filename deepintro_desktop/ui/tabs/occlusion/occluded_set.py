"""Which features are occluded, how that came about, and the network's answer to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from deepintro_desktop.core.requests import OccludeRequest
from deepintro_desktop.core.results import FeatureSet, Occlusion
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.history import History
from deepintro_desktop.ui.presenters.ports import Runner
from deepintro_desktop.ui.tabs.occlusion.contract import OcclusionView
from deepintro_desktop.ui.tabs.occlusion.view_memory import OccludedMemory

NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """Features and which of them are occluded.

    ``chosen`` is the step at which the person last chose the set; None where it was this one. What other
    settings lose (a threshold too high, for example) comes back from there.
    """

    found: FeatureSet | None = None
    numbers: frozenset[int] = NOTHING
    chosen: "Step | None" = None

    def carried_to(self, found: FeatureSet) -> "Step":
        """Return the step with other features: those mostly made of occluded pixels are occluded."""
        origin = self.chosen or self
        if origin.found is None or not origin.numbers:
            return Step(found)
        return Step(found, overlapping(origin.found, origin.numbers, found), origin)


def overlapping(old: FeatureSet, numbers: frozenset[int], new: FeatureSet) -> frozenset[int]:
    """Return the new features with more than half of their pixels in these old ones."""
    if old.labels_hw.shape != new.labels_hw.shape:
        return NOTHING
    hidden_hw = np.isin(old.labels_hw, list(numbers))
    counts = np.bincount(new.labels_hw[hidden_hw], minlength=1 + len(new.features))
    return frozenset(
        feature.number for feature in new.features if 2 * counts[feature.number] > feature.n_pixels
    )


class OccludedSet:
    """Marks features at once, asks the network, can be undone, follows a change of the features.

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
    returned : callable
        Called with the features that undo or redo has brought back.
    failed : callable
        Called with the failure of a job.
    memory : OccludedMemory
        What was occluded comes back when the same features are seen again.
    """

    def __init__(
        self,
        view: OcclusionView,
        runner: Runner,
        *,
        request: Callable[[frozenset[int]], OccludeRequest | None],
        changed: Callable[[bool], object],
        returned: Callable[[FeatureSet], object],
        failed: Callable[[Any], object],
        memory: OccludedMemory,
    ) -> None:
        self._view = view
        self._runner = runner
        self._request = request
        self._changed = changed
        self._returned = returned
        self._memory = memory
        self._is_fresh = True
        self._shown = Step()
        self._history: History[Step] = History(self._shown)
        self._errand = Errand(self._on_occlusion, failed)
        self.occlusion: Occlusion | None = None

    @property
    def value(self) -> frozenset[int]:
        """The numbers of the occluded features."""
        return self._shown.numbers

    def set(self, numbers: frozenset[int]) -> None:
        """Occlude exactly these features."""
        if numbers != self.value and self._request(numbers) is not None:
            self._is_fresh = False
            self._push(Step(self._shown.found, numbers))
            self._keep()
            self.refresh()

    def follow(self, found: FeatureSet, *, settled: bool, undoable: bool) -> bool:
        """Go over to other features and occlude what lies where something was occluded.

        Parameters
        ----------
        settled : bool
            False for features on the way to others, which are no step of their own.
        undoable : bool
            Whether the features from before can be returned to.

        Returns
        -------
        bool
            Whether something was occluded and nothing is any more.
        """
        before = self._history.value
        step = before.carried_to(found)
        self._errand.drop()
        self.occlusion = None
        if not undoable or before.found is None:
            self._history.reset(step)
        elif settled:
            self._history.push(step)
        self._shown = step
        return bool(before.numbers) and not step.numbers

    def arrive(self, *, settled: bool) -> None:
        """Show the set with the features that are shown now.

        The first ``settled`` ones of a picture bring back what was occluded when they were seen last.
        """
        request = self._request(NOTHING)
        if self._is_fresh and settled and request is not None and self._shown.found is not None:
            self._is_fresh = False
            known = frozenset(feature.number for feature in self._shown.found.features)
            self._shown = Step(self._shown.found, self._memory.recall(request.source) & known)
            self._history.reset(self._shown)
        self.refresh()

    def undo(self) -> None:
        """Take the last change back."""
        self._return_to(self._history.undo())

    def redo(self) -> None:
        """Do the change again that was taken back."""
        self._return_to(self._history.redo())

    def reset(self) -> None:
        """Forget everything; the picture is another now."""
        self._errand.drop()
        self._is_fresh = True
        self._shown = Step()
        self._history.reset(self._shown)
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

    def _keep(self) -> None:
        request = self._request(NOTHING)
        if request is not None:
            self._memory.keep(request.source, self.value)

    def _push(self, step: Step) -> None:
        if self._history.value.found is not self._shown.found:
            self._history.push(self._shown)
        self._history.push(step)
        self._shown = step

    def _return_to(self, step: Step) -> None:
        before, self._shown = self._shown, step
        if step.found is not None and step.found is not before.found:
            self._errand.drop()
            self.occlusion = None
            self._returned(step.found)
        self._keep()
        self.refresh()

    def _on_occlusion(self, occlusion: Occlusion) -> None:
        self.occlusion = occlusion
        self._view.show_occluded(self.value, occlusion)
        self._changed(True)

    def _show_undo(self) -> None:
        self._view.show_undo(can_undo=self._history.can_undo, can_redo=self._history.can_redo)
