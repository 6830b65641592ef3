"""What a person makes of the features in the occlusion tab, with jobs that the test ends."""

from dataclasses import replace
from typing import Any

import pytest
from support import desk as desks
from support.fake_jobs import REFUSAL
from support.results import (
    make_analysis,
    make_explanation,
    make_features,
    make_image,
    make_network,
    make_relevance,
)

from deepintro_desktop.core.drawn import NO_EDITS, DrawnFeature, Edits, Shape, ShapeKind
from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.results import FeatureSet
from deepintro_desktop.engine.features import apply_edits
from deepintro_desktop.ui.tabs.occlusion.presenter import OcclusionPresenter
from deepintro_desktop.workflows.drawn import split_feature

BOX = ((1.0, 20.0), (16.0, 40.0))
KEPT = Edits((DrawnFeature(1, Shape(ShapeKind.RECTANGLE, BOX), "kept"),))


class Desk(desks.Desk):
    """A presenter on fakes; features come from the real edits."""

    make_presenter = OcclusionPresenter

    def explain(self, image: str = "i1", kept: Edits = NO_EDITS) -> None:
        """Show a picture, for which the library keeps edits."""
        self.presenter.show(make_network(), make_image(image))
        request = self.runner.last("explain").request
        edits = kept if request.edits is None else request.edits
        result = make_explanation(request)
        self.runner.last("explain").succeed(replace(result, features=found(request.clustering, edits)))

    def cluster(self) -> None:
        """End the newest clustering."""
        job = self.runner.last("cluster")
        job.succeed(found(job.request.clustering, job.request.edits))

    def split(self) -> None:
        """End the newest split."""
        job = self.runner.last("split_feature")
        job.succeed(split_feature(job.request, None))

    def draw(self, box: Any = BOX) -> None:
        """Draw a rectangle and wait for it."""
        self.presenter.draw("rectangle", box)
        self.cluster()

    @property
    def features(self) -> Any:
        return self.view.last("show_features")[0].features

    @property
    def selection(self) -> Any:
        return self.view.last("show_selection")

    @property
    def kept(self) -> Edits:
        return self.runner.last("keep_drawn").request.edits

    @property
    def occluded(self) -> Any:
        return self.view.last("show_occluded")[0]


def found(clustering: ClusteringParameters, edits: Edits) -> FeatureSet:
    n_features = 3 if clustering.threshold >= 3 else 4
    return apply_edits(make_relevance().values_hw, make_features(n_features, clustering), edits)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def shown(desk: Desk) -> Desk:
    desk.explain()
    return desk


def test_a_drawn_feature_joins_the_others(shown: Desk) -> None:
    shown.draw()
    assert [one.drawn for one in shown.features] == [False, False, False, True]
    assert shown.selection.numbers == {4}
    assert shown.kept.drawn[0].shape.points == BOX
    shown.presenter.toggle(4)
    request = shown.runner.last("occlude").request
    assert (request.occlude, request.source.edits) == ((4,), shown.kept)
    shown.presenter.analyse()
    assert shown.runner.last("analyse").request.source.edits == shown.kept
    assert shown.runner.last("alone").request.source.edits == shown.kept
    assert shown.presenter.scene.found.edits == shown.kept, "the other tools see it, too"


def test_drawing_and_occluding_are_taken_back_in_turn(shown: Desk) -> None:
    shown.presenter.toggle(1)
    shown.draw()
    shown.presenter.toggle(4)
    assert shown.occluded == {1, 4}
    shown.presenter.undo()
    shown.presenter.undo()
    assert len(shown.features) == 3
    assert shown.occluded == {1}
    assert shown.kept == NO_EDITS
    shown.presenter.redo()
    assert shown.features[-1].drawn
    assert shown.kept.drawn
    assert shown.runner.count("cluster") == 1, "what was seen before is there at once"


def test_a_shape_without_pixels_is_said_and_leaves_no_trace(shown: Desk) -> None:
    shown.draw(((2.6, 2.6), (2.7, 2.7)))
    assert shown.notifier.messages[-1][1] == "Nothing drawn"
    assert len(shown.features) == 3
    assert shown.view.last("show_undo") == (False, False)
    assert shown.runner.count("keep_drawn") == 0
    shown.draw()
    assert len(shown.features) == 4


def test_a_small_shape_is_said(shown: Desk) -> None:
    shown.draw(((2.0, 25.0), (5.0, 26.0)))
    assert shown.notifier.messages[-1][1:] == (
        "A small feature",
        "It holds 3 pixels of the network's input; features that are found have at least 20.",
    )


def test_other_clustering_keeps_what_was_drawn(shown: Desk) -> None:
    shown.draw()
    shown.presenter.set_parameter("threshold", 2.0)
    shown.cluster()
    assert [one.drawn for one in shown.features] == [False] * 4 + [True]
    assert shown.selection.numbers == frozenset()
    assert shown.runner.count("keep_drawn") == 1


def test_other_methods_are_explained_with_what_was_drawn(shown: Desk) -> None:
    shown.draw()
    shown.presenter.set_method("lrp-epsilon")
    assert shown.runner.last("explain").request.edits == shown.kept


def test_edits_come_back_with_the_picture(desk: Desk) -> None:
    desk.presenter.show(make_network(), make_image())
    assert desk.runner.last("explain").request.edits is None
    desk.explain("i1", KEPT)
    assert desk.features[-1].name == "kept"
    assert desk.runner.count("keep_drawn") == 0
    desk.presenter.select(4)
    desk.presenter.delete_selected()
    desk.cluster()
    desk.explain("i2")
    assert desk.runner.last("explain").request.edits is None
    desk.explain("i1", KEPT)
    assert desk.runner.last("explain").request.edits == NO_EDITS, "newer than what the library may have"
    assert len(desk.features) == 3


def test_select_by_clicks_and_by_a_box(shown: Desk) -> None:
    shown.presenter.select(1)
    assert shown.selection.can_split and shown.selection.can_delete and not shown.selection.can_merge
    shown.presenter.select_region((20, 20, 60, 60))
    assert shown.selection.numbers == {1, 2, 3}
    assert shown.selection.can_merge and not shown.selection.can_rename
    shown.presenter.select(2)
    shown.presenter.select_only(3)
    assert shown.selection.numbers == {1, 3}
    shown.presenter.select_only(2)
    assert shown.selection.numbers == {2}
    shown.presenter.select(9)
    shown.presenter.clear_selection()
    assert shown.selection.numbers == frozenset()


def test_merge_split_and_delete(shown: Desk) -> None:
    shown.presenter.select_region((0, 0, 40, 40))
    shown.presenter.merge_selected()
    shown.cluster()
    assert [one.drawn for one in shown.features] == [False, True]
    assert shown.selection.numbers == {2}
    shown.presenter.split_selected()
    shown.split()
    shown.cluster()
    assert [one.n_pixels for one in shown.features] == [289] * 3
    assert shown.selection.numbers == {2, 3}
    shown.presenter.delete_selected()
    shown.cluster()
    assert len(shown.features) == 1
    for _ in range(3):
        shown.presenter.undo()
    assert [one.drawn for one in shown.features] == [False] * 3


def test_one_piece_is_split_along_a_line(shown: Desk) -> None:
    shown.presenter.select(1)
    shown.presenter.split_selected()
    shown.split()
    assert shown.view.count("ask_line") == 1
    shown.presenter.split_along(((30.0, 0.0), (30.0, 9.0)))
    shown.split()
    assert shown.view.count("ask_line") == 2, "the line misses it"
    shown.presenter.split_along(((10.0, 0.0), (10.0, 9.0)))
    shown.split()
    shown.cluster()
    assert sorted(one.n_pixels for one in shown.features if one.drawn) == [7 * 17, 10 * 17]


def test_a_split_of_what_is_no_longer_selected_is_dropped(shown: Desk) -> None:
    shown.presenter.select(1)
    shown.presenter.split_selected()
    shown.presenter.clear_selection()
    shown.split()
    assert shown.view.count("ask_line") == 0


def test_a_name_keeps_everything_else(shown: Desk) -> None:
    shown.presenter.toggle(2)
    shown.presenter.analyse()
    job = shown.runner.last("analyse")
    shown.presenter.select(2)
    shown.prompter.text = "  left   ear "
    shown.presenter.rename_selected()
    assert shown.prompter.asked[-1] == ("Rename feature 2", "Feature 2")
    shown.cluster()
    assert shown.features[1].name == "left ear"
    assert not shown.features[1].drawn
    assert not job.was_cancelled
    job.succeed(make_analysis())
    assert shown.view.last("show_analysis")[0] is not None
    assert (shown.occluded, shown.selection.numbers) == ({2}, {2})
    assert shown.view.last("show_drops")
    shown.prompter.text = "Feature 2"
    shown.presenter.rename_selected()
    shown.cluster()
    assert shown.features[1].name == ""
    shown.presenter.undo()
    assert shown.features[1].name == "left ear"


def test_when_everything_is_deleted_nobody_blames_the_threshold(shown: Desk) -> None:
    shown.presenter.select_region((0, 0, 60, 60))
    shown.presenter.delete_selected()
    job = shown.runner.last("cluster")
    features = found(job.request.clustering, job.request.edits)
    job.succeed(replace(features, suggested_threshold=features.parameters.threshold))
    assert shown.view.last("show_features")[1].title == "Every feature is deleted"


def test_edits_wait_for_the_features_before(shown: Desk) -> None:
    shown.presenter.draw("ellipse", BOX)
    shown.presenter.draw("rectangle", BOX)
    shown.presenter.select(1)
    shown.presenter.delete_selected()
    assert shown.runner.count("cluster") == 1
    shown.cluster()
    assert len(shown.features) == 4


def test_a_failed_edit_is_forgotten(shown: Desk) -> None:
    shown.presenter.draw("rectangle", BOX)
    shown.runner.last("cluster").fail(REFUSAL)
    assert shown.notifier.messages[-1][0] == "error"
    shown.draw(((20.0, 40.0), (30.0, 50.0)))
    assert len(shown.kept.drawn) == 1


def test_an_explanation_on_its_way_is_edited_when_it_arrives(shown: Desk) -> None:
    shown.presenter.set_method("lrp-epsilon")
    job = shown.runner.last("explain")
    shown.draw()
    result = make_explanation(job.request)
    job.partial.emit(result.relevance)
    job.partial.emit(result.features)
    shown.cluster()
    job.succeed(result)
    assert shown.runner.last("cluster").request.method == "lrp-epsilon"
    assert shown.features[-1].drawn


def test_occluded_ones_of_edited_features_are_remembered_by_the_edits(shown: Desk) -> None:
    shown.draw()
    shown.presenter.toggle(4)
    edits = shown.kept
    again = Desk(settings=shown.settings)
    again.explain(kept=edits)
    assert again.occluded == {4}
    plain = Desk(settings=shown.settings)
    plain.explain()
    assert plain.occluded == frozenset()


def test_nothing_is_drawn_without_features(desk: Desk) -> None:
    desk.presenter.show(make_network(), make_image())
    desk.presenter.draw("rectangle", BOX)
    assert desk.runner.count("cluster") == 0
    assert not desk.selection.can_draw
