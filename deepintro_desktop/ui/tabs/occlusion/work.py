"""The work behind the occlusion tab: jobs out, results in, and what is out of date dropped."""

from collections.abc import Callable, Mapping
from typing import Any

from deepintro_desktop.core.drawn import NO_EDITS, Edits
from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.requests import (
    ClusterRequest,
    EntryRequest,
    ExplainRequest,
    OccludeRequest,
    PredictRequest,
)
from deepintro_desktop.core.results import (
    AnalysisResult,
    ClassScore,
    Explanation,
    FeatureSet,
    NetworkInput,
    Occlusion,
    Prediction,
    RelevanceMap,
)
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.presenters.scene import Scene, Shelf
from deepintro_desktop.ui.tabs.occlusion import state as requests
from deepintro_desktop.ui.tabs.occlusion.analysis import AnalysisDesk
from deepintro_desktop.ui.tabs.occlusion.contract import OcclusionView
from deepintro_desktop.ui.tabs.occlusion.occluded_set import NOTHING, OccludedSet
from deepintro_desktop.ui.tabs.occlusion.state import Findings
from deepintro_desktop.ui.tabs.occlusion.view_memory import OccludedMemory
from deepintro_desktop.ui.tabs.occlusion.warner import Warner
from deepintro_desktop.ui.tabs.occlusion.wish_keeper import WishKeeper
from deepintro_desktop.ui.tabs.occlusion.words import (
    analysis_stopped,
    nothing_found,
    nothing_left,
    occluded_text,
    predict_only,
)


class OcclusionWork:
    """Asks for what the wishes say and shows what comes back; the presenter adds what a person does.

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
        # A picture that cannot be read is no news: the explanation reads it, too, and says what is wrong.
        self._picture = Errand(view.show_original, _ignore)
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
            returned=self._on_features_returned,
            failed=self._on_side_failed,
            memory=OccludedMemory(services.settings),
        )
        self._analysis = AnalysisDesk(self._on_analysis, self._on_side_failed)
        self._remembering = Errand(self._on_stored_analysis, _ignore)
        self._hiding_all = Errand(self._on_all_hidden, _ignore)
        self._shelf = Shelf()
        self._warner = Warner(services.notifier)
        self._listeners: list[Callable[[Scene], object]] = []
        self._keeper.show()
        self.scene.show_missing(self._view)

    def listen(self, listener: Callable[[Scene], object]) -> None:
        """Call ``listener`` whenever network, picture or features become others."""
        self._listeners.append(listener)

    @property
    def scene(self) -> Scene:
        """What there is to look at."""
        found = self._found
        return Scene(
            self._network,
            self._image,
            self._shelf,
            found.input_hwc_u8,
            found.prediction,
            found.features,
            found.source,
        )

    @property
    def _wishes(self) -> requests.Wishes:
        return self._keeper.value

    # --- jobs out

    def _start_over(self) -> None:
        for errand in (self._picture, self._explaining, self._clustering):
            errand.drop()
        self._occluded.reset()
        self._forget_evaluations()
        self._found = Findings()
        self._asked = self._explained = None
        self._publish()
        network, image = self._network, self._image
        if network is None or image is None:
            self.scene.show_missing(self._view)
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
        source = self._source(self._wishes.clustering, self._wishes.edits or NO_EDITS)
        if source is not None:
            self._evaluating.drop()
            self._occluded.drop()
            job = self._services.runner.submit("cluster", source, queue=source.network, replace="cluster")
            self._clustering.follow_live(job)

    def _fill_again(self) -> None:
        self._forget_evaluations()
        self._evaluate()
        self._look_up_analysis()
        self._occluded.refresh()

    def _evaluate(self) -> None:
        source = self._found.source
        if source is not None and self._found.numbers and not self._explaining.is_running:
            request = requests.occlude_request(source, self._wishes, NOTHING)
            job = self._services.runner.submit("alone", request, queue=source.network, replace="alone")
            self._evaluating.follow(job)

    def _look_up_analysis(self) -> None:
        """Ask the library for an analysis that was made before of the present features."""
        source = self._found.source
        if source is not None and self._found.numbers and not self._explaining.is_running:
            request = requests.analyse_request(source, self._wishes)
            verb = "stored_analysis"
            self._remembering.follow(
                self._services.runner.submit(verb, request, queue=source.network, replace=verb)
            )

    def _occlude_request(self, numbers: frozenset[int]) -> OccludeRequest | None:
        source = self._found.source
        return None if source is None else requests.occlude_request(source, self._wishes, numbers)

    # --- results in

    def _on_partial(self, result: object) -> None:
        if isinstance(result, Prediction):
            self._found.prediction = result
            self._show_prediction()
            self._publish()
        elif isinstance(result, RelevanceMap):
            self._explained = self._asked
            self._found.relevance = result
            self._clustering.drop()
            self._view.show_relevance(result)
            self._show_prediction()
            self._warner.warn(self._network, result)
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
        if not self._clustering.is_running:
            self._look_up_analysis()

    def _take_input(self, picture_hwc_u8: Any) -> None:
        self._found.input_hwc_u8 = picture_hwc_u8
        self._view.show_input(picture_hwc_u8)
        self._publish()

    def _take_features(self, found: FeatureSet) -> None:
        if self._is_current(found):
            self._on_features(found)
        else:
            self._cluster()

    def _is_current(self, found: FeatureSet) -> bool:
        return found.parameters == self._wishes.clustering

    def _on_features(self, found: FeatureSet) -> None:
        relevance = self._found.relevance
        origin = (relevance.method, relevance.target_index) if relevance is not None else None
        is_lost = self._occluded.follow(
            found, settled=self._is_current(found), undoable=origin == self._found.origin
        )
        self._found.origin = origin
        self._show_features(found)
        self._occluded.arrive(settled=self._is_current(found))
        if is_lost and self._is_current(found):
            self._services.notifier.notify(Level.INFO, *nothing_left())
        if self._is_current(found):
            self._evaluate()
            self._look_up_analysis()

    def _on_features_returned(self, found: FeatureSet) -> None:
        """Show features that undo or redo has brought back, with the settings that they were made with."""
        self._clustering.drop()
        self._keeper.change(clustering=found.parameters)
        self._show_features(found)
        self._evaluate()
        self._look_up_analysis()

    def _show_features(self, found: FeatureSet) -> None:
        self._forget_evaluations()
        self._found.features = found
        self._found.source = self._source(found.parameters, found.edits)
        self._view.show_features(found, None if found.features else nothing_found(found))
        self._publish()
        self._show_prediction()
        self._show_analysis()

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
            if result.minimum_to_keep.found and not result.minimum_to_keep.features:
                self._hide_all()
        self._show_analysis()

    def _hide_all(self) -> None:
        """Fetch the picture that the answer "no feature has to stay" is about."""
        request = self._occlude_request(self._found.numbers)
        if request is not None:
            queue = request.source.network
            job = self._services.runner.submit("occlude", request, queue=queue, replace="hide-all")
            self._hiding_all.follow(job)

    def _on_all_hidden(self, occlusion: Occlusion) -> None:
        self._view.show_all_hidden(occlusion.image_hwc_u8)
        self._show_analysis()

    def _on_stored_analysis(self, result: AnalysisResult | None) -> None:
        if result is not None and self._analysis.result is None and not self._analysis.is_running:
            self._analysis.recall(result)

    def _on_explain_failed(self, failure: Any) -> None:
        self._view.show_busy(explaining=False)
        if self._explained is None:
            self._view.show_failure(failure, lost=self._lost(failure))
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

    def _source(self, clustering: ClusteringParameters, edits: Edits) -> ClusterRequest | None:
        """Return the name of the features at some settings, or None while there is no relevance."""
        if self._explained is None or self._found.relevance is None:
            return None
        return requests.cluster_request(
            self._explained, clustering, edits, self._found.relevance.target_index
        )

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
        if self._analysis.is_running:
            self._services.notifier.notify(Level.INFO, *analysis_stopped())
        for errand in (self._evaluating, self._remembering, self._hiding_all, self._occluded, self._analysis):
            errand.drop()
        self._view.show_all_hidden(None)
        self._found.drops = {}
        self._view.show_drops({})
        self._show_analysis()

    def _lost(self, failure: Any) -> str:
        """Return which entry of the library has lost its content: ``network``, ``image`` or an empty text."""
        if getattr(failure.error, "kind", "") in ("library", "not-found"):
            for which, record in (("image", self._image), ("network", self._network)):
                if record is not None and record.name in failure.what:
                    return which
        return ""

    def _publish(self) -> None:
        """Tell the other tools what there is to look at."""
        for listener in self._listeners:
            listener(self.scene)


def _ignore(_: Any) -> None:
    """A lookup that failed is no loss: the analysis can be made."""
