"""What the occlusion tab keeps when something changes: targets, occluded regions, finished analyses."""

from dataclasses import replace
from typing import Any

import pytest
from support import desk as desks
from support.results import (
    make_analysis,
    make_explanation,
    make_features,
    make_image,
    make_network,
    make_occlusion,
    make_prediction,
)

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.core.parameters import ClusteringParameters, Fill
from deepintro_desktop.core.results import Answer, Certainty, FeatureSet
from deepintro_desktop.ui.presenters.scene import Shelf
from deepintro_desktop.ui.tabs.occlusion.occluded_set import overlapping
from deepintro_desktop.ui.tabs.occlusion.presenter import OcclusionPresenter

OTHER = ClusteringParameters(threshold=2.0)


class Desk(desks.Desk):
    """A presenter on fakes."""

    make_presenter = OcclusionPresenter

    def explain(self, image: str = "i1", n_features: int = 3) -> None:
        self.presenter.show(make_network(), make_image(image))
        job = self.runner.last("explain")
        job.succeed(make_explanation(job.request, n_features))

    def cluster(self, found: FeatureSet, parameters: ClusteringParameters = OTHER) -> None:
        self.presenter.set_clustering(parameters)
        self.runner.last("cluster").succeed(found)

    @property
    def occluded(self) -> Any:
        return self.view.last("show_occluded")[0]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_chosen_target_stays_with_its_picture(desk: Desk) -> None:
    desk.explain("dog")
    desk.presenter.set_target(3)
    desk.runner.last("explain").succeed(make_explanation(desk.runner.last("explain").request))
    desk.explain("lynx")
    assert desk.runner.last("explain").request.target == ""
    desk.explain("dog")
    assert desk.runner.last("explain").request.target == "3"


def test_overlap_needs_more_than_half_of_the_new_feature() -> None:
    old, new = make_features(3), make_features(6)
    expected = set()
    for feature in new.features:
        inside = old.labels_hw[new.labels_hw == feature.number]
        if sum(value in (1, 2) for value in inside.tolist()) * 2 > len(inside):
            expected.add(feature.number)
    assert overlapping(old, frozenset({1, 2}), new) == expected
    assert expected


def test_other_clustering_keeps_the_region_occluded_and_undo_returns(desk: Desk) -> None:
    desk.explain()
    desk.presenter.toggle(1)
    desk.cluster(make_features(6, OTHER))
    assert desk.occluded == overlapping(make_features(3), frozenset({1}), make_features(6))
    request = desk.runner.last("occlude").request
    assert request.source.clustering == OTHER
    assert frozenset(request.occlude) == desk.occluded
    desk.presenter.undo()
    assert desk.occluded == {1}
    assert len(desk.view.last("show_features")[0].features) == 3
    assert desk.view.last("show_wishes").clustering == ClusteringParameters()
    assert desk.runner.last("occlude").request.source.clustering == ClusteringParameters()
    desk.presenter.redo()
    assert desk.view.last("show_wishes").clustering == OTHER
    assert len(desk.view.last("show_features")[0].features) == 6


def test_a_region_lost_by_one_setting_comes_back_with_the_next(desk: Desk) -> None:
    desk.explain()
    desk.presenter.toggle(1)
    desk.cluster(make_features(0, OTHER))
    assert desk.occluded == frozenset()
    assert desk.notifier.messages[-1][1] == "Nothing is occluded any more"
    desk.cluster(make_features(3), ClusteringParameters())
    assert desk.occluded == {1}


def test_steps_of_a_slider_are_one_step_of_undo(desk: Desk) -> None:
    desk.explain()
    desk.presenter.toggle(2)
    desk.presenter.set_parameter("threshold", 4.0)
    late = desk.runner.last("cluster")
    desk.presenter.set_parameter("threshold", 3.0)
    late.succeed(make_features(6, late.request.clustering))
    last = desk.runner.last("cluster")
    last.succeed(make_features(6, last.request.clustering))
    desk.presenter.undo()
    assert desk.occluded == {2}
    assert desk.view.last("show_wishes").clustering == ClusteringParameters()


def test_a_click_between_two_settings_means_the_features_that_are_shown(desk: Desk) -> None:
    desk.explain()
    desk.presenter.set_clustering(OTHER)
    desk.presenter.toggle(3)
    assert desk.runner.last("occlude").request.source.clustering == ClusteringParameters()


def test_another_picture_begins_with_nothing_occluded(desk: Desk) -> None:
    desk.explain("dog")
    desk.presenter.toggle(1)
    desk.explain("lynx")
    assert desk.occluded == frozenset()
    assert desk.view.last("show_undo") == (False, False)


def test_a_finished_analysis_comes_back_from_the_library(desk: Desk) -> None:
    desk.explain()
    job = desk.runner.last("stored_analysis")
    assert job.request.source.image == "i1"
    job.succeed(make_analysis())
    assert desk.view.last("show_analysis")[0] is not None
    desk.presenter.set_fill(Fill.BLUR)
    assert desk.view.last("show_analysis")[0] is None
    assert desk.runner.last("stored_analysis").request.fill is Fill.BLUR
    desk.runner.last("stored_analysis").succeed(None)
    assert desk.view.last("show_analysis")[0] is None


def test_a_late_answer_of_the_library_does_not_disturb_a_search(desk: Desk) -> None:
    desk.explain()
    job = desk.runner.last("stored_analysis")
    desk.presenter.analyse()
    assert job.was_cancelled
    job.succeed(make_analysis())
    assert desk.view.last("show_analysis")[0] is None


def test_an_analysis_stopped_by_another_picture_is_said(desk: Desk) -> None:
    desk.explain("dog")
    desk.presenter.analyse()
    desk.explain("lynx")
    assert [message[:2] for message in desk.notifier.messages] == [("info", "Analysis stopped")]


def test_reset_changes_only_what_differs_and_can_be_undone(desk: Desk) -> None:
    desk.explain()
    desk.cluster(make_features(6, OTHER))
    desk.presenter.reset_parameters()
    assert desk.runner.last("cluster").request.clustering == ClusteringParameters()
    desk.runner.last("cluster").succeed(make_features(3))
    desk.presenter.undo()
    assert desk.view.last("show_wishes").clustering == OTHER
    n_clustered = desk.runner.count("cluster")
    desk.presenter.redo()
    desk.presenter.set_fill(Fill.BLUR)
    desk.presenter.reset_parameters()
    assert desk.runner.count("cluster") == n_clustered
    assert desk.runner.last("alone").request.fill is Fill.PIXELISE


def test_a_lost_picture_can_be_removed_from_its_failure(desk: Desk) -> None:
    desk.presenter.show(make_network(), make_image())
    desk.runner.last("explain").fail(LibraryError("chelsea.png cannot be read from the library."))
    assert desk.view.last("show_failure")[1] == "image"


def test_what_is_being_read_is_said_instead_of_choose(desk: Desk) -> None:
    reading = Shelf(reading_network="Reading deploy.prototxt…")
    desk.presenter.show(None, make_image(), reading)
    assert desk.view.last("show_reading") == "Reading deploy.prototxt…"
    n_missing = desk.view.count("show_missing")
    desk.presenter.show(None, make_image(), Shelf(has_networks=True, has_images=True))
    assert desk.view.count("show_missing") == n_missing + 1
    assert desk.view.last("show_missing") == (True, False, True)


def test_the_picture_of_nothing_has_to_stay_is_fetched(desk: Desk) -> None:
    desk.explain()
    keep = Answer((), 0.149, make_prediction().top[0], Certainty.EXACT, 8)
    desk.runner.last("stored_analysis").succeed(replace(make_analysis(), minimum_to_keep=keep))
    job = desk.runner.last("occlude")
    assert job.request.occlude == (1, 2, 3)
    occlusion = make_occlusion((1, 2, 3))
    job.succeed(occlusion)
    assert desk.view.last("show_all_hidden") is occlusion.image_hwc_u8
    assert desk.occluded == frozenset()
