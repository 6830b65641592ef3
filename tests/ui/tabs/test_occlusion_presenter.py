"""What the occlusion tab decides, with a view that notes and jobs that the test ends."""

from typing import Any

import pytest
from support import desk as desks
from support.fake_jobs import REFUSAL, FakeSettings
from support.results import (
    make_analysis,
    make_explanation,
    make_features,
    make_image,
    make_network,
    make_occlusion,
    make_picture,
    make_prediction,
    make_relevance,
)

from deepintro_desktop.core.parameters import ClusteringParameters, Fill
from deepintro_desktop.ui.tabs.occlusion.presenter import OcclusionPresenter


class Desk(desks.Desk):
    """A presenter on fakes."""

    make_presenter = OcclusionPresenter

    def explain(self, n_features: int = 3) -> None:
        """Show a network and an image and let the explanation end well."""
        self.presenter.show(make_network(), make_image())
        self.finish_explain(n_features)

    def finish_explain(self, n_features: int = 3) -> None:
        job = self.runner.last("explain")
        result = make_explanation(job.request, n_features)
        for part in (result.prediction, result.relevance, result.features):
            job.partial.emit(part)
        job.succeed(result)

    @property
    def occluded(self) -> Any:
        return self.view.last("show_occluded")[0]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_says_what_is_missing(desk: Desk) -> None:
    assert desk.view.last("show_missing") == (True, True, False)
    desk.presenter.show(make_network(), None)
    assert desk.view.last("show_missing") == (False, True, False)
    assert desk.runner.submitted == []


def test_partial_results_are_shown_as_they_come(desk: Desk) -> None:
    desk.presenter.show(make_network(), make_image())
    desk.runner.last("image_pixels").succeed(make_picture())
    job = desk.runner.last("explain")
    job.partial.emit(make_prediction())
    assert desk.view.count("show_prediction") == 1
    assert desk.view.count("show_features") == 0
    job.partial.emit(make_relevance())
    job.partial.emit(make_features(2, job.request.clustering))
    features, nothing = desk.view.last("show_features")
    assert len(features.features) == 2
    assert nothing is None
    job.succeed(make_explanation(job.request, 2))
    assert desk.view.last("show_drops") == {1: 0.3, 2: 0.15}
    assert desk.view.count("show_features") == 1, "the final result does not disturb what is there"
    assert desk.runner.count("alone") == 0


def test_the_same_pair_is_not_explained_again(desk: Desk) -> None:
    desk.explain()
    desk.presenter.show(make_network(name="renamed"), make_image())
    assert desk.runner.count("explain") == 1


def test_results_of_an_earlier_picture_are_dropped(desk: Desk) -> None:
    desk.presenter.show(make_network(), make_image("i1"))
    old = desk.runner.last("explain")
    old_picture = desk.runner.last("image_pixels")
    desk.presenter.show(make_network(), make_image("i2"))
    assert old.was_cancelled
    old.partial.emit(make_prediction())
    old.succeed(make_explanation(old.request))
    old_picture.succeed(make_picture())
    assert desk.view.count("show_prediction") == 0
    assert desk.view.count("show_features") == 0
    assert desk.view.count("show_original") == 0


def test_toggling_occludes_at_once_and_shows_the_answer(desk: Desk) -> None:
    desk.explain()
    desk.presenter.toggle(2)
    assert desk.view.last("show_occluded") == (frozenset({2}), None)
    job = desk.runner.last("occlude")
    assert job.request.occlude == (2,)
    occlusion = make_occlusion((2,))
    job.succeed(occlusion)
    assert desk.view.last("show_occluded") == (frozenset({2}), occlusion)
    original, target, shown, text = desk.view.last("show_prediction")
    assert (target.label, shown, text) == ("apple", occlusion, "feature 2 occluded")
    desk.presenter.toggle(2)
    assert desk.view.last("show_occluded") == (frozenset(), None)
    assert desk.runner.count("occlude") == 1, "the original needs no job"


def test_quick_toggles_show_only_the_last_answer(desk: Desk) -> None:
    desk.explain()
    desk.presenter.toggle(1)
    first = desk.runner.last("occlude")
    desk.presenter.toggle(3)
    second = desk.runner.last("occlude")
    n_shown = desk.view.count("show_prediction")
    first.succeed(make_occlusion((1,)))
    assert desk.view.count("show_prediction") == n_shown
    second.succeed(make_occlusion((1, 3)))
    assert desk.view.last("show_prediction")[2].occluded == (1, 3)


def test_all_none_invert_undo_redo(desk: Desk) -> None:
    desk.explain()
    desk.presenter.occlude_all()
    assert desk.occluded == {1, 2, 3}
    desk.presenter.toggle(2)
    desk.presenter.invert()
    assert desk.occluded == {2}
    desk.presenter.occlude_none()
    desk.presenter.undo()
    desk.presenter.undo()
    assert desk.occluded == {1, 3}
    assert desk.view.last("show_undo") == (True, True)
    desk.presenter.redo()
    assert desk.occluded == {2}
    for _ in range(5):
        desk.presenter.undo()
    assert desk.occluded == frozenset()
    assert desk.view.last("show_undo") == (False, True)


def test_unknown_feature_and_early_toggle_do_nothing(desk: Desk) -> None:
    desk.presenter.toggle(1)
    desk.explain()
    desk.presenter.toggle(9)
    assert desk.runner.count("occlude") == 0


def test_slider_reclusters_without_relevance_and_evaluates_when_it_rests(desk: Desk) -> None:
    desk.explain()
    for value in (4.0, 3.0, 2.0):
        desk.presenter.set_parameter("threshold", value)
    jobs = [job for job in desk.runner.submitted if job.verb == "cluster"]
    assert [job.request.clustering.threshold for job in jobs] == [4.0, 3.0, 2.0]
    assert desk.runner.count("explain") == 1
    jobs[1].succeed(make_features(4, jobs[1].request.clustering))
    assert len(desk.view.last("show_features")[0].features) == 4, "a late step is shown meanwhile"
    assert desk.runner.count("alone") == 0
    jobs[0].succeed(make_features(1, jobs[0].request.clustering))
    assert len(desk.view.last("show_features")[0].features) == 4, "never an older step after a newer one"
    jobs[2].succeed(make_features(5, jobs[2].request.clustering))
    assert desk.runner.count("alone") == 1
    desk.runner.last("alone").succeed({1: 0.1})
    assert desk.view.last("show_drops") == {1: 0.1}


def test_whole_number_parameter_stays_whole(desk: Desk) -> None:
    desk.explain()
    desk.presenter.set_parameter("min_size", 40.0)
    value = desk.runner.last("cluster").request.clustering.min_size
    assert (value, type(value)) == (40, int)


def test_setting_moved_during_the_explanation_is_honoured(desk: Desk) -> None:
    desk.presenter.show(make_network(), make_image())
    desk.presenter.set_parameter("distance", 3.5)
    assert desk.runner.count("cluster") == 0
    desk.finish_explain()
    job = desk.runner.last("cluster")
    assert job.request.clustering.distance == 3.5
    job.succeed(make_features(2, job.request.clustering))
    assert len(desk.view.last("show_features")[0].features) == 2
    assert desk.runner.count("alone") == 1


def test_other_method_keeps_the_old_map_usable_until_the_new_one_is_there(desk: Desk) -> None:
    desk.explain()
    desk.presenter.set_method("lrp-epsilon")
    assert desk.view.last("show_busy") is True
    desk.presenter.toggle(1)
    assert desk.runner.last("occlude").request.source.method == "lrp-alpha2-beta1"
    desk.finish_explain(2)
    assert desk.occluded == frozenset()
    assert desk.view.last("show_busy") is False
    desk.presenter.toggle(1)
    assert desk.runner.last("occlude").request.source.method == "lrp-epsilon"


def test_refused_method_is_said_and_the_old_map_stays(desk: Desk) -> None:
    desk.explain()
    desk.presenter.set_method("lrp-flat")
    desk.runner.last("explain").fail(REFUSAL)
    assert desk.notifier.messages == [("error", "It does not work.", "A reason. Try something else.")]
    assert desk.view.last("show_wishes").method == "lrp-alpha2-beta1"
    assert desk.view.count("show_failure") == 0


def test_failed_explanation_is_shown_and_can_be_tried_again(desk: Desk) -> None:
    desk.presenter.show(make_network(), make_image())
    desk.runner.last("explain").fail(REFUSAL)
    assert desk.view.last("show_failure")[0].what == "It does not work."
    desk.presenter.retry()
    assert desk.runner.count("explain") == 2


def test_cancelled_explanation_says_so_or_returns_to_the_old_one(desk: Desk) -> None:
    desk.presenter.show(make_network(), make_image())
    desk.runner.last("explain").stop()
    assert desk.view.count("show_stopped") == 1
    desk.presenter.retry()
    desk.finish_explain()
    desk.presenter.set_target(3)
    desk.runner.last("explain").stop()
    assert desk.view.count("show_stopped") == 1
    assert desk.view.last("show_wishes").target == ""


def test_target_is_asked_for_by_index_and_forgotten_with_the_network(desk: Desk) -> None:
    desk.explain()
    desk.presenter.set_target(3)
    assert desk.runner.last("explain").request.target == "3"
    desk.finish_explain()
    assert desk.view.last("show_prediction")[1].label == "date"
    desk.presenter.show(make_network("n2"), make_image())
    assert desk.runner.last("explain").request.target == ""


def test_fill_evaluates_again(desk: Desk) -> None:
    desk.explain()
    desk.presenter.toggle(1)
    desk.presenter.set_fill(Fill.BLUR)
    assert desk.runner.last("occlude").request.fill is Fill.BLUR
    assert desk.runner.last("alone").request.fill is Fill.BLUR
    assert desk.runner.last("alone").request.occlude == ()


def test_analysis_fills_cards_and_a_click_applies_a_set(desk: Desk) -> None:
    desk.explain()
    desk.presenter.analyse()
    job = desk.runner.last("analyse")
    assert desk.view.last("show_analysis") == (None, 0.0, "")
    job.partial.emit(make_analysis(finished=False))
    assert desk.view.last("show_analysis")[1] == 0.0
    desk.presenter.analyse()
    assert desk.runner.count("analyse") == 1
    job.succeed(make_analysis())
    assert desk.view.last("show_analysis")[1] is None
    assert desk.view.last("show_drops") == pytest.approx({1: 0.3, 2: 0.2, 3: 0.1})
    desk.presenter.apply_answer("minimum_to_keep")
    assert desk.occluded == {1, 3}
    assert desk.view.last("show_analysis")[2] == "minimum_to_keep"
    desk.presenter.apply_answer("minimum_to_occlude")
    assert desk.occluded == {1, 3}, "an impossible answer has no set"


def test_stopped_analysis_keeps_what_it_found(desk: Desk) -> None:
    desk.explain()
    desk.presenter.analyse()
    job = desk.runner.last("analyse")
    best = make_analysis(finished=False)
    job.partial.emit(best)
    desk.presenter.stop_analysis()
    assert job.was_cancelled
    job.stop()
    assert desk.view.last("show_analysis") == (best, None, "")


def test_analysis_is_dropped_with_its_features(desk: Desk) -> None:
    desk.explain()
    desk.presenter.analyse()
    job = desk.runner.last("analyse")
    desk.presenter.set_parameter("threshold", 2.0)
    desk.runner.last("cluster").succeed(make_features(5, ClusteringParameters(threshold=2.0)))
    assert job.was_cancelled
    job.partial.emit(make_analysis())
    assert desk.view.last("show_analysis")[0] is None


def test_no_feature_offers_values_that_help(desk: Desk) -> None:
    desk.presenter.show(make_network(), make_image())
    job = desk.runner.last("explain")
    nothing = make_features(0, job.request.clustering, largest_dropped=17, suggested_threshold=4.19)
    job.partial.emit(make_relevance())
    job.partial.emit(nothing)
    _, words = desk.view.last("show_features")
    assert words.text == (
        "The largest region has 17 pixels, and the minimum size is 20. "
        "Lower the minimum size to 17, or the threshold to 4.1."
    )
    offers = [(offer.parameter, offer.value) for offer in words.offers]
    assert offers == [("min_size", 17), ("threshold", 4.1)]
    desk.presenter.analyse()
    assert desk.runner.count("analyse") == 0


def test_network_that_cannot_be_explained_is_still_predicted(desk: Desk) -> None:
    network = make_network(unexplainable=("TopK (1×) has no relevance rule.",))
    desk.presenter.show(network, make_image())
    assert desk.runner.count("explain") == 0
    assert desk.view.last("show_predict_only")[1] == "TopK (1×) has no relevance rule."
    desk.runner.last("predict").succeed(make_prediction())
    assert desk.view.last("show_prediction")[1].label == "apple"
    desk.presenter.set_method("lrp-epsilon")
    assert desk.runner.count("explain") == 0


def test_removed_image_stops_the_work(desk: Desk) -> None:
    desk.presenter.show(make_network(), make_image())
    job = desk.runner.last("explain")
    desk.presenter.show(make_network(), None)
    assert job.was_cancelled
    job.fail(REFUSAL)
    assert desk.view.count("show_failure") == 0


def test_failed_toggle_is_said_and_the_tab_lives_on(desk: Desk) -> None:
    desk.explain()
    desk.presenter.toggle(1)
    desk.runner.last("occlude").fail(REFUSAL)
    assert desk.notifier.messages[0][0] == "error"
    desk.presenter.toggle(2)
    assert desk.runner.last("occlude").request.occlude == (1, 2)


def test_settings_come_back_and_impossible_ones_do_not() -> None:
    settings = FakeSettings(threshold=3.0, min_size=-4, method="lrp-gamma", fill="no such fill", distance="x")
    desk = Desk(settings=settings)
    wishes = desk.view.last("show_wishes")
    assert wishes.clustering == ClusteringParameters(threshold=3.0)
    assert (wishes.method, wishes.fill) == ("lrp-gamma", Fill.PIXELISE)
    desk.presenter.set_parameter("distance", 2.5)
    assert settings.values["distance"] == 2.5
    desk.presenter.reset_parameters()
    assert settings.values["method"] == "lrp-alpha2-beta1"


def test_a_fresh_pair_is_explained_by_the_method_of_the_preferences() -> None:
    desk = Desk(settings=FakeSettings(default_method="gradient-x-input"))
    desk.presenter.show(make_network(), make_image())
    assert desk.runner.last("explain").request.method == "gradient-x-input"
    assert desk.view.last("show_wishes").method == "gradient-x-input"


def test_another_default_method_explains_the_present_pair_again(desk: Desk) -> None:
    desk.explain()
    desk.settings.set("default_method", "sensitivity")
    desk.presenter.begin_with_default_method()
    assert desk.runner.last("explain").request.method == "sensitivity"
    n_jobs = desk.runner.count("explain")
    desk.presenter.begin_with_default_method()
    assert desk.runner.count("explain") == n_jobs
