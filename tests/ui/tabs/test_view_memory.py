"""What comes back with a picture: its target class and what was occluded."""

from dataclasses import replace

import pytest
from support.fake_jobs import FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder
from support.results import make_explanation, make_features, make_image, make_network

from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.requests import ClusterRequest
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.tabs.occlusion.presenter import OcclusionPresenter
from deepintro_desktop.ui.tabs.occlusion.view_memory import OccludedMemory, load_targets, save_targets

SOURCE = ClusterRequest("n1", "i1", 0, "lrp-alpha2-beta1", ClusteringParameters())


class Desk:
    def __init__(self, settings):
        self.view, self.runner, self.settings = Recorder(), FakeRunner(), settings
        services = Services(self.runner, FakeNotifier(), FakePrompter(), settings)
        self.presenter = OcclusionPresenter(self.view, services)

    def explain(self, image="i1", n_features=3):
        self.presenter.show(make_network(), make_image(image))
        job = self.runner.last("explain")
        result = make_explanation(job.request, n_features)
        for part in (result.prediction, result.relevance, result.features):
            job.partial.emit(part)
        job.succeed(result)
        return job.request

    @property
    def occluded(self):
        return self.view.last("show_occluded")[0]


@pytest.fixture
def settings():
    return FakeSettings()


@pytest.fixture
def desk(settings):
    return Desk(settings)


def test_occluded_features_come_back_with_their_picture(desk):
    desk.explain()
    desk.presenter.toggle(2)
    desk.explain("i2")
    assert desk.occluded == frozenset()
    desk.explain()
    assert desk.occluded == {2}
    assert desk.runner.last("occlude").request.occlude == (2,)
    assert desk.view.last("show_undo") == (False, False)


def test_and_at_the_next_start(desk, settings):
    desk.explain()
    desk.presenter.occlude_all()
    again = Desk(settings)
    again.explain()
    assert again.occluded == {1, 2, 3}


def test_what_was_brought_back_stays_back(desk, settings):
    desk.explain()
    desk.presenter.toggle(2)
    desk.presenter.undo()
    again = Desk(settings)
    again.explain()
    assert again.occluded == frozenset()
    desk.presenter.redo()
    again = Desk(settings)
    again.explain()
    assert again.occluded == {2}


def test_numbers_that_no_feature_has_any_more_are_left_out(desk, settings):
    desk.explain()
    desk.presenter.occlude_all()
    again = Desk(settings)
    again.explain(n_features=2)
    assert again.occluded == {1, 2}


def test_features_of_other_settings_have_a_set_of_their_own(desk):
    desk.explain()
    desk.presenter.toggle(1)
    desk.presenter.set_parameter("threshold", 2.0)
    job = desk.runner.last("cluster")
    job.succeed(make_features(3, job.request.clustering))
    desk.presenter.occlude_none()
    memory = OccludedMemory(desk.settings)
    assert memory.recall(SOURCE) == {1}
    assert memory.recall(replace(SOURCE, clustering=job.request.clustering)) == frozenset()


def test_a_change_of_settings_follows_and_recalls_nothing(desk):
    desk.explain()
    desk.presenter.set_parameter("threshold", 2.0)
    job = desk.runner.last("cluster")
    job.succeed(make_features(3, job.request.clustering))
    desk.presenter.toggle(3)
    desk.presenter.set_parameter("threshold", 5.0)
    job = desk.runner.last("cluster")
    job.succeed(make_features(3, job.request.clustering))
    assert desk.occluded == {3}, "what is occluded now counts, not what was once"


def test_target_class_comes_back_at_the_next_start(desk, settings):
    desk.explain()
    desk.presenter.set_target(3)
    again = Desk(settings)
    assert again.explain().target == "3"
    assert again.explain("i2").target == ""


@pytest.mark.parametrize("text", ["", "[]", "{", '{"n1 i1": {}}', "3"])
def test_nonsense_in_the_settings_is_no_harm(text):
    settings = FakeSettings(targets=text, occluded=text)
    assert OccludedMemory(settings).recall(SOURCE) == frozenset()
    assert all(isinstance(target, str) for target in load_targets(settings).values())


def test_only_the_newest_are_kept(settings):
    save_targets(settings, {("n", f"i{index}"): "1" for index in range(300)})
    found = load_targets(settings)
    assert len(found) == 200
    assert ("n", "i299") in found
    memory = OccludedMemory(settings)
    for index in range(210):
        memory.keep(replace(SOURCE, image=f"i{index}"), frozenset({1}))
    again = OccludedMemory(settings)
    assert again.recall(replace(SOURCE, image="i209")) == {1}
    assert again.recall(replace(SOURCE, image="i3")) == frozenset()
