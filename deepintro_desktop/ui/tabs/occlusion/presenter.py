"""What a person can do in the occlusion tab: choose, set, occlude, analyse."""

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.drawn import NO_EDITS
from deepintro_desktop.core.earlier import EarlierKind, EarlierResult
from deepintro_desktop.core.feedback import FeedbackSubjectRequest
from deepintro_desktop.core.parameters import DEFAULT_METHOD, ClusteringParameters, Fill
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.presenters.saving import PictureSaver, file_name
from deepintro_desktop.ui.presenters.scene import Shelf
from deepintro_desktop.ui.presenters.shown import ShownExplanation
from deepintro_desktop.ui.tabs.occlusion import state as requests
from deepintro_desktop.ui.tabs.occlusion.drawing import DrawingWork
from deepintro_desktop.ui.tabs.occlusion.occluded_set import NOTHING

_SHELF = Shelf()


class OcclusionPresenter(DrawingWork):
    """Decides for the occlusion tab; built like :class:`~.work.OcclusionWork`."""

    # --- what the person chooses

    def show(self, network: NetworkRecord | None, image: ImageRecord | None, shelf: Shelf = _SHELF) -> None:
        """Turn to a network and an image; nothing happens when they are the present ones.

        ``shelf`` says what else there is, or will be soon.
        """
        before, self._shelf = self._shelf, shelf
        if _same(network, self._network) and _same(image, self._image):
            self._network, self._image = network, image
            self._publish()
            if shelf != before and (network is None or image is None):
                self.scene.show_missing(self._view)
            return
        usual = network.manifest.default_method if network else DEFAULT_METHOD
        self._keeper.turn_to(network.id if network else "", image.view_id if image else "", usual)
        self._network, self._image = network, image
        self._start_over()

    def retry(self) -> None:
        """Explain again after a failure."""
        self._start_over()

    def reopen(self, earlier: EarlierResult) -> None:
        """Return to an explanation that was made before; what the library has comes back at once.

        Asks first where that takes drawn features away which are not those of then.
        """
        now, then = (self._wishes.edits or NO_EDITS).digest, earlier.source.edits.digest
        if earlier.kind is EarlierKind.RELEVANCE or now in ("", then):
            self._reopen(earlier)
            return
        self._services.prompter.confirm(
            _tr("Bring back the features of then?"),
            _tr(
                "The features that you have drawn or changed since are replaced by those of the "
                "earlier result."
            ),
            _tr("Bring back"),
            partial(self._reopen, earlier),
        )

    def _reopen(self, earlier: EarlierResult) -> None:
        source = earlier.source
        changes: dict[str, Any] = {"method": source.method, "target": str(source.target_index)}
        if earlier.kind is not EarlierKind.RELEVANCE:
            changes |= {"clustering": source.clustering, "fill": earlier.fill, "seed": earlier.seed}
            if self._wishes.edits is not None and self._wishes.edits.digest != source.edits.digest:
                changes |= {"edits": source.edits}
                self._keep(source.edits)
        if self._keeper.change(**changes, budget=earlier.budget):
            self._start_over()

    def set_method(self, method: str) -> None:
        """Compute the map by another method."""
        if self._keeper.change(method=method):
            self._explain()

    def begin_with_default_method(self) -> None:
        """Compute maps by the method of the preferences, which has just become another one."""
        if self._keeper.forget_methods():
            self._explain()

    def set_target(self, class_index: int) -> None:
        """Explain another class."""
        if self._keeper.change(target=str(class_index)):
            self._explain()

    def set_fill(self, fill: Fill) -> None:
        """Fill occluded features in another way."""
        if self._keeper.change(fill=fill):
            self._fill_again()

    def set_parameter(self, name: str, value: float) -> None:
        """Move one control of the clustering."""
        typed = round(value) if name == "min_size" else float(value)
        self.set_clustering(replace(self._wishes.clustering, **{name: typed}))

    def set_clustering(self, clustering: ClusteringParameters) -> None:
        """Cluster in another way; features follow at once, the relevance stays."""
        if self._keeper.change(clustering=clustering):
            self._cluster()

    def suggest_clustering(self, network_id: str, clustering: ClusteringParameters) -> None:
        """Begin with these settings for one network; what the person set for it before is kept."""
        if self._keeper.suggest(network_id, clustering):
            self._cluster()

    def reset_parameters(self) -> None:
        """Put the fill back to its default, method and clustering to what suits the network."""
        before = self._keeper.reset()
        if before.method != self._wishes.method:
            self._explain()
        elif before.clustering != self._wishes.clustering:
            self._cluster()
        elif before.fill is not self._wishes.fill:
            self._fill_again()

    # --- occlusion

    def toggle(self, number: int) -> None:
        """Occlude a feature, or bring it back."""
        if number in self._found.numbers:
            self._occluded.set(self._occluded.value ^ {number})

    def toggle_region(self, box: tuple[int, int, int, int]) -> None:
        """Occlude the features mostly inside a box (x0, y0, x1, y1); bring them back when all of them are."""
        if self._found.features is not None:
            inside = requests.features_inside(self._found.features, box)
            now = self._occluded.value
            self._occluded.set(now - inside if inside <= now else now | inside)

    def occlude_all(self) -> None:
        """Occlude every feature."""
        self._occluded.set(self._found.numbers)

    def occlude_none(self) -> None:
        """Bring every feature back."""
        self._occluded.set(NOTHING)

    def invert(self) -> None:
        """Occlude what is visible and bring back what is occluded."""
        self._occluded.set(self._found.numbers - self._occluded.value)

    def undo(self) -> None:
        """Take the last change of the occluded set back."""
        self._occluded.undo()

    def redo(self) -> None:
        """Do the change again that was taken back."""
        self._occluded.redo()

    def save_picture(self, picture_hwc_u8: NDArray[np.uint8]) -> None:
        """Save what is seen, uint8 [height, width, 3], where the person wants it."""
        names = (self._network.name if self._network else "", self._image.name if self._image else "")
        PictureSaver(self._services).save(picture_hwc_u8, file_name(*names))

    def shown(self) -> ShownExplanation | None:
        """Return what is on the screen, as a report needs it; None until there are features, or none."""
        source, found, network, image = self._found.source, self._found.features, self._network, self._image
        if source is None or found is None or network is None or image is None:
            return None
        subject = requests.report_request(source, self._wishes, self._analysis.result)
        label = network.manifest.label(source.target_index)
        name = _tr("{0}: {1}, by {2}").format(image.name, label, network.name)
        is_dicom = image.kind == "DICOM"
        return ShownExplanation(subject, name, len(found.features), is_dicom, requests.N_REPETITIONS)

    def hover(self, number: int | None) -> None:
        """Mark the feature under the pointer, wherever the pointer is."""
        self._view.show_hover(number)

    # --- analysis

    def analyse(self) -> None:
        """Search the subsets of features for the four metrics."""
        source = self._found.source
        if source is None or not self._found.numbers or self._analysis.is_running:
            return
        self._keeper.change(budget=None)
        self._remembering.drop()
        request = requests.analyse_request(source, self._wishes)
        self._analysis.follow(self._services.runner.submit("analyse", request, queue=source.network))
        self._show_analysis()

    def stop_analysis(self) -> None:
        """Stop the search and keep what it has found."""
        self._analysis.cancel()

    def feedback_request(self) -> FeedbackSubjectRequest | None:
        """Return what describes the features that are shown, with their analysis where there is one."""
        source, wishes = self._found.source, self._wishes
        if source is None or not self._found.numbers:
            return None
        is_analysed = self._analysis.result is not None
        return FeedbackSubjectRequest(source, wishes.fill, wishes.seed, wishes.budget, is_analysed)

    def apply_answer(self, key: str) -> None:
        """Occlude the set of one answer (``largest_change``, ``most_important``, ``minimum_to_keep`` …)."""
        result = self._analysis.result
        answer = getattr(result, key) if result is not None else None
        if answer is not None and answer.found:
            self._occluded.set(requests.occluded_by(answer, key, self._found.numbers))


def _same(one: Any | None, other: Any | None) -> bool:
    """Tell whether two entries are the same: their classes still called so, their picture seen so."""
    if one is None or other is None:
        return one is other
    return one.id == other.id and _aspect(one) == _aspect(other)


def _aspect(entry: NetworkRecord | ImageRecord) -> object:
    return entry.manifest.labels if isinstance(entry, NetworkRecord) else entry.view


def _tr(text: str) -> str:
    return translate("Occlusion", text)
