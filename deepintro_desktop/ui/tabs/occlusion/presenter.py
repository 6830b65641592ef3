"""What the occlusion tab does: explain, cluster, occlude, analyse, and drop what is out of date."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from deepintro_desktop.core.parameters import ClusteringParameters, Fill
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.requests import (
    ClusterRequest,
    EntryRequest,
    ExplainRequest,
    OccludeRequest,
    PredictRequest,
)
from deepintro_desktop.core.results import (
    ClassScore,
    Explanation,
    FeatureSet,
    NetworkInput,
    Prediction,
    RelevanceMap,
)
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.tabs.occlusion import state as requests
from deepintro_desktop.ui.tabs.occlusion.analysis import AnalysisDesk
from deepintro_desktop.ui.tabs.occlusion.contract import OcclusionView
from deepintro_desktop.ui.tabs.occlusion.occluded_set import NOTHING, OccludedSet
from deepintro_desktop.ui.tabs.occlusion.state import Findings
from deepintro_desktop.ui.tabs.occlusion.wish_keeper import WishKeeper
from deepintro_desktop.ui.tabs.occlusion.words import nothing_found, occluded_text, predict_only


class OcclusionPresenter:
    """Decides for the occlusion tab.

    Parameters
    ----------
    view : OcclusionView
        The tab's widgets.
    services : Services
        Runner, messages, questions, settings.
    """

    def __init__(self, view: OcclusionView, services: Services) -> None:
        self._view = view
        self._services = services
        self._network: NetworkRecord | None = None
        self._image: ImageRecord | None = None
        self._keeper = WishKeeper(view, services.settings)
        self._found = Findings()
        self._asked: ExplainRequest | None = None
        self._explained: ExplainRequest | None = None
        self._picture = Errand(self._on_original, self._on_picture_failed)
        self._explaining = Errand(
            self._on_explained,
            self._on_explain_failed,
            partial=self._on_partial,
            cancelled=self._on_explain_cancelled,
        )
        self._clustering = Errand(self._on_features, self._on_side_failed)
        self._evaluating = Errand(self._on_drops, self._on_side_failed)
        self._occluded = OccludedSet(
            view,
            services.runner,
            request=self._occlude_request,
            changed=self._on_occluded_changed,
            failed=self._on_side_failed,
        )
        self._analysis = AnalysisDesk(self._on_analysis, self._on_side_failed)
        self._keeper.show()
        view.show_missing(network=True, image=True)

    @property
    def _wishes(self) -> requests.Wishes:
        return self._keeper.value

    # --- what the person chooses

    def show(self, network: NetworkRecord | None, image: ImageRecord | None) -> None:
        """Turn to a network and an image; nothing happens when they are the present ones."""
        if _same(network, self._network) and _same(image, self._image):
            self._network, self._image = network, image
            return
        if not _same(network, self._network):
            self._keeper.turn_to(network.id if network else "")
        self._network, self._image = network, image
        self._start_over()

    def retry(self) -> None:
        """Explain again after a failure."""
        self._start_over()

    def set_method(self, method: str) -> None:
        """Compute the map by another method."""
        if self._keeper.change(method=method):
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
        """Put clustering, fill and method back to their defaults."""
        before = self._keeper.reset()
        if before.method != self._wishes.method:
            self._explain()
        elif before != self._wishes:
            self._cluster()

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

    def hover(self, number: int | None) -> None:
        """Mark the feature under the pointer, wherever the pointer is."""
        self._view.show_hover(number)

    # --- analysis

    def analyse(self) -> None:
        """Search the subsets of features for the four metrics."""
        source = self._source()
        if source is None or not self._found.numbers or self._analysis.is_running:
            return
        request = requests.analyse_request(source, self._wishes)
        self._analysis.follow(self._services.runner.submit("analyse", request, queue=source.network))
        self._show_analysis()

    def stop_analysis(self) -> None:
        """Stop the search and keep what it has found."""
        self._analysis.cancel()

    def apply_answer(self, key: str) -> None:
        """Occlude the set of one answer (``largest_change``, ``most_important``, ``minimum_to_keep`` …)."""
        result = self._analysis.result
        answer = getattr(result, key) if result is not None else None
        if answer is not None and answer.found:
            self._occluded.set(requests.occluded_by(answer, key, self._found.numbers))

    # --- jobs out

    def _start_over(self) -> None:
        for errand in (self._picture, self._explaining, self._clustering):
            errand.drop()
        self._forget_features()
        self._found = Findings()
        self._asked = self._explained = None
        network, image = self._network, self._image
        if network is None or image is None:
            self._view.show_missing(network=network is None, image=image is None)
            return
        self._view.show_subject(network, image)
        self._keeper.show()
        self._picture.follow(self._services.runner.submit("image_pixels", EntryRequest(image.id)))
        if network.explainable:
            self._explain()
        else:
            self._view.show_predict_only(*predict_only(network))
            request = PredictRequest(network.id, image.id)
            self._explaining.follow(self._services.runner.submit("predict", request, queue=network.id))

    def _explain(self) -> None:
        if self._network is None or self._image is None or not self._network.explainable:
            return
        request = requests.explain_request(self._network, self._image, self._wishes)
        self._asked = request
        self._explaining.follow(self._services.runner.submit("explain", request, queue=request.network))
        self._view.show_busy(explaining=True)

    def _cluster(self) -> None:
        source = self._source()
        if source is not None:
            self._evaluating.drop()
            self._occluded.drop()
            job = self._services.runner.submit("cluster", source, queue=source.network, replace="cluster")
            self._clustering.follow_live(job)

    def _fill_again(self) -> None:
        self._forget_evaluations()
        self._evaluate()
        self._occluded.refresh()

    def _evaluate(self) -> None:
        source = self._source()
        if source is not None and self._found.numbers and not self._explaining.is_running:
            request = requests.occlude_request(source, self._wishes, NOTHING)
            job = self._services.runner.submit("alone", request, queue=source.network, replace="alone")
            self._evaluating.follow(job)

    def _occlude_request(self, numbers: frozenset[int]) -> OccludeRequest | None:
        source = self._source()
        return None if source is None else requests.occlude_request(source, self._wishes, numbers)

    # --- results in

    def _on_original(self, picture_hwc_u8: Any) -> None:
        self._view.show_original(picture_hwc_u8)

    def _on_picture_failed(self, _: Any) -> None:
        """The explanation reads the same file and says what is wrong with it."""

    def _on_partial(self, result: object) -> None:
        if isinstance(result, Prediction):
            self._found.prediction = result
            self._show_prediction()
        elif isinstance(result, RelevanceMap):
            self._explained = self._asked
            self._found.relevance = result
            self._clustering.drop()
            self._view.show_relevance(result)
            self._show_prediction()
        elif isinstance(result, FeatureSet):
            self._take_features(result)
        elif isinstance(result, NetworkInput):
            self._take_input(result.input_hwc_u8)

    def _on_explained(self, result: object) -> None:
        self._view.show_busy(explaining=False)
        if isinstance(result, Prediction):
            self._on_partial(result)
            return
        assert isinstance(result, Explanation)
        self._take_input(result.input_hwc_u8)
        for part in (result.prediction, result.relevance):
            self._on_partial(part)
        if self._found.features is None or self._found.features.parameters == result.features.parameters:
            if self._found.features is None:
                self._take_features(result.features)
            if result.fill is self._wishes.fill and self._is_current(result.features):
                self._on_drops(result.alone_drops)
        if not self._found.drops:
            self._evaluate()

    def _take_input(self, picture_hwc_u8: Any) -> None:
        self._found.input_hwc_u8 = picture_hwc_u8
        self._view.show_input(picture_hwc_u8)

    def _take_features(self, found: FeatureSet) -> None:
        if self._is_current(found):
            self._on_features(found)
        else:
            self._cluster()

    def _is_current(self, found: FeatureSet) -> bool:
        return found.parameters == self._wishes.clustering

    def _on_features(self, found: FeatureSet) -> None:
        self._forget_features()
        self._found.features = found
        self._view.show_features(found, None if found.features else nothing_found(found))
        self._view.show_occluded(NOTHING, None)
        self._show_prediction()
        self._show_analysis()
        if self._is_current(found):
            self._evaluate()

    def _on_drops(self, drops: Mapping[int, float]) -> None:
        self._found.drops = dict(drops)
        self._view.show_drops(self._found.drops)

    def _on_occluded_changed(self, answered: bool) -> None:
        if answered:
            self._show_prediction()
        self._show_analysis()

    def _on_analysis(self) -> None:
        result = self._analysis.result
        if result is not None and result.finished and self._found.features is not None:
            features = self._found.features.features
            self._on_drops(
                {
                    feature.number: float(result.original_probability - alone)
                    for feature, alone in zip(features, result.alone, strict=True)
                }
            )
        self._show_analysis()

    def _on_explain_failed(self, failure: Any) -> None:
        self._view.show_busy(explaining=False)
        if self._explained is None:
            self._view.show_failure(failure)
        else:
            self._on_side_failed(failure)
            self._take_back_wishes()

    def _on_explain_cancelled(self) -> None:
        self._view.show_busy(explaining=False)
        if self._explained is None:
            self._view.show_stopped()
        else:
            self._take_back_wishes()

    def _on_side_failed(self, failure: Any) -> None:
        self._services.notifier.notify(
            Level.ERROR, failure.what, " ".join(part for part in (failure.why, failure.hint) if part)
        )
        self._show_analysis()

    # --- helpers

    def _source(self) -> ClusterRequest | None:
        """Return the name of the present features, or None while there is no relevance."""
        if self._explained is None or self._found.relevance is None:
            return None
        return requests.cluster_request(self._explained, self._wishes, self._found.relevance.target_index)

    def _target(self) -> ClassScore | None:
        prediction = self._found.prediction
        if prediction is None:
            return None
        if self._found.relevance is not None:
            return prediction.score(self._found.relevance.target_index)
        return prediction.score(int(self._wishes.target)) if self._wishes.target else prediction.top[0]

    def _take_back_wishes(self) -> None:
        """Return to the map that is still shown, when another could not be made."""
        assert self._explained is not None
        self._keeper.change(method=self._explained.method, target=self._explained.target)
        self._show_prediction()

    def _show_prediction(self) -> None:
        if self._found.prediction is not None:
            occluded = self._occluded.value
            text = occluded_text(occluded, len(self._found.numbers))
            self._view.show_prediction(self._found.prediction, self._target(), self._occluded.occlusion, text)

    def _show_analysis(self) -> None:
        applied = self._analysis.applied(self._occluded.value, self._found.numbers)
        self._view.show_analysis(self._analysis.result, progress=self._analysis.progress, applied=applied)

    def _forget_evaluations(self) -> None:
        self._evaluating.drop()
        self._occluded.drop()
        self._analysis.drop()
        self._found.drops = {}
        self._view.show_drops({})
        self._show_analysis()

    def _forget_features(self) -> None:
        self._found.features = None
        self._occluded.reset()
        self._forget_evaluations()


def _same(one: Any | None, other: Any | None) -> bool:
    return (one is None) == (other is None) and (one is None or one.id == other.id)
