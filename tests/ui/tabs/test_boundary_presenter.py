"""What the boundary tab decides, with a view that notes and jobs that the test ends."""

from dataclasses import replace
from typing import Any

import pytest
from support import desk as desks
from support.fake_jobs import REFUSAL, FakeSettings
from support.results import (
    LAYERS,
    make_boundary,
    make_image,
    make_network,
    make_picture,
    make_prediction,
    make_preview,
)

from deepintro_desktop.core.boundary import (
    BoundaryBefore,
    BoundaryMode,
    BoundaryParameters,
    BoundaryPlan,
)
from deepintro_desktop.core.synthesis import LayerChoice
from deepintro_desktop.ui.presenters.scene import Scene
from deepintro_desktop.ui.tabs.boundary.presenter import BoundaryPresenter


def make_scene(**changes: Any) -> Scene:
    whole = Scene(make_network(), make_image(), input_hwc_u8=make_picture(), prediction=make_prediction())
    return replace(whole, **changes)


class Desk(desks.Desk):
    """A presenter on fakes, in front."""

    make_presenter = BoundaryPresenter

    def begin(self, *entries: BoundaryBefore, scene: Scene | None = None) -> None:
        self.presenter.set_in_front(True)
        self.presenter.show(scene or make_scene())
        self.runner.last("layer_choice").succeed(LayerChoice(LAYERS, "pool"))
        self.runner.last("boundaries_before").succeed(entries)

    def make(self) -> Any:
        self.presenter.make()
        return self.runner.last("boundary")

    @property
    def images(self) -> Any:
        return self.view.last("show_images")

    @property
    def words(self) -> Any:
        return self.view.last("show_plan")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_two_best_classes_are_the_start(desk: Desk) -> None:
    desk.begin()
    request = desk.make().request
    assert (request.classes, request.image, request.n_images, request.seed) == (("0", "1"), "i1", 2, 0)
    assert desk.images.caption == "apple and bread, from the picture"


def test_classes_wait_for_the_prediction(desk: Desk) -> None:
    desk.begin(scene=make_scene(prediction=None))
    assert desk.view.last("show_classes")[1] is None
    desk.presenter.make()
    assert desk.runner.count("boundary") == 0
    desk.presenter.show(make_scene())
    assert desk.view.last("show_classes")[1] == (0, 1)
    assert desk.runner.count("plan_boundary") == 1


def test_time_is_announced(desk: Desk) -> None:
    desk.begin()
    desk.runner.last("plan_boundary").succeed(BoundaryPlan((0, 1), 61.0))
    assert desk.words.title == "2 images: about 1\u00a0min 01\u00a0s"


def test_classes_are_chosen_and_exchanged(desk: Desk) -> None:
    desk.begin()
    desk.presenter.set_class(1, 4)
    desk.presenter.swap()
    assert desk.make().request.classes == ("4", "0")


def test_chosen_classes_belong_to_one_picture(desk: Desk) -> None:
    desk.begin()
    desk.presenter.set_class(1, 4)
    desk.presenter.show(make_scene(image=make_image("i2")))
    assert desk.view.last("show_classes")[1] == (0, 1)
    desk.presenter.show(make_scene())
    assert desk.view.last("show_classes")[1] == (0, 4)


def test_equal_classes_have_no_boundary(desk: Desk) -> None:
    desk.begin()
    desk.presenter.set_class(1, 0)
    assert desk.words.title == "There is no boundary between a class and itself"
    assert desk.words.possible is False
    desk.presenter.make()
    assert desk.runner.count("boundary") == 0
    desk.presenter.set_class(1, 2)
    assert desk.words.possible is True


def test_a_network_with_one_class_is_refused(desk: Desk) -> None:
    desk.presenter.set_in_front(True)
    desk.presenter.show(make_scene(network=make_network(n_classes=1, labels=("one",))))
    assert desk.view.last("show_refused")[0] == "A boundary lies between two classes"
    assert desk.runner.submitted == []


def test_a_network_that_is_only_predicted_is_refused(desk: Desk) -> None:
    desk.presenter.set_in_front(True)
    desk.presenter.show(make_scene(network=make_network(unexplainable=("TopK (1×) has no rule.",))))
    title, text = desk.view.last("show_refused")
    assert title == "No images can be made for this network"
    assert "TopK" in text


def test_images_show_the_way_and_whether_it_arrived(desk: Desk) -> None:
    desk.begin()
    job = desk.make()
    job.partial.emit(make_preview((0, 1), 30, 60))
    (step,) = desk.images.entries[0].steps
    assert (step.title, step.second, step.progress) == ("Now", "30 of 60", 0.5)
    job.succeed(make_boundary(job.request))
    first = desk.images.entries[0]
    assert [step.title for step in first.steps] == ["Picture", "Step 1", "Step 2", "Boundary"]
    assert (first.steps[0].first, first.steps[0].second) == ("a 0.80", "b 0.00")
    assert first.reached is True
    assert first.facts == "apple 0.500  ·  bread 0.490  ·  largest other 0.001  ·  pixels moved by 4.0 of 255"
    assert desk.images.foot == ("2 of 2 at the boundary", "mean distance moved 4.0 of 255")


def test_what_did_not_arrive_is_said(desk: Desk) -> None:
    desk.begin()
    job = desk.make()
    job.succeed(make_boundary(job.request, reached=False))
    assert desk.images.entries[0].reached is False
    assert desk.images.foot[0] == "0 of 2 at the boundary"


def test_two_classes_have_no_others(desk: Desk) -> None:
    network = make_network(n_classes=2, labels=("apple", "bread"))
    desk.begin(scene=make_scene(network=network))
    job = desk.make()
    job.succeed(make_boundary(job.request))
    assert "largest other" not in desk.images.entries[0].facts


def test_noise_needs_no_picture(desk: Desk) -> None:
    desk.begin()
    desk.presenter.set_from_picture(False)
    job = desk.make()
    assert job.request.image == ""
    job.succeed(make_boundary(job.request))
    assert desk.images.entries[0].steps[0].title == "Noise"


def test_the_mean_of_samples_has_a_layer(desk: Desk) -> None:
    desk.begin()
    desk.presenter.set_layer("conv")
    assert desk.presenter._request().layer == ""
    desk.presenter.set_mode(BoundaryMode.MEAN)
    assert desk.make().request.layer == "conv"


def test_what_the_library_has_comes_back(desk: Desk) -> None:
    here = BoundaryBefore("b1", (0, 1), "", BoundaryParameters(), False, (0, 1), 2)
    other = BoundaryBefore("b2", (0, 3), "", BoundaryParameters(), True, (0,), 0)
    desk.begin(here, other)
    reading = desk.runner.last("stored_boundaries")
    assert reading.request.ids == ("b1", "b2")
    request = desk.presenter._request()
    reading.succeed(
        (make_boundary(replace(request, seed=0)), make_boundary(replace(request, seed=0, n_images=1)))
    )
    assert [entry.reached for entry in desk.images.entries] == [True, True]
    (group,) = desk.view.last("show_earlier")
    assert (group.title, group.text) == ("1 earlier image, 0 at the boundary", "apple and date, from noise")
    desk.presenter.apply_earlier("0")
    assert desk.view.last("show_classes")[1] == (0, 3)
    assert desk.view.last("show_wishes").from_picture is False
    assert len(desk.images.entries) == 1


def test_stopping_keeps_what_is_seen(desk: Desk) -> None:
    desk.begin()
    job = desk.make()
    job.partial.emit(make_preview((0, 1), 30, 60))
    desk.presenter.stop()
    job.stop()
    assert desk.images.entries[0].facts == "stopped at iteration 30, not kept"
    assert desk.make().request.seed == 0


def test_a_failure_is_shown(desk: Desk) -> None:
    desk.begin()
    desk.make().fail(REFUSAL)
    assert desk.view.last("show_failure").what == "It does not work."


def test_missing_samples_are_said_before_the_start(desk: Desk) -> None:
    desk.begin()
    desk.presenter.set_mode(BoundaryMode.MEAN)
    desk.runner.last("plan_boundary").fail(REFUSAL)
    assert (desk.words.level, desk.words.possible) == ("warning", False)


def test_settings_come_back_at_the_next_start(desk: Desk) -> None:
    desk.begin()
    desk.presenter.set_from_picture(False)
    desk.presenter.set_n_images(5)
    desk.presenter.set_iterations(40)
    again = Desk(settings=desk.settings)
    again.begin()
    request = again.make().request
    assert (request.image, request.n_images, request.parameters.synthesis.n_iterations) == ("", 5, 40)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"parameters": 3}', '{"from_picture": true}', "null"])
def test_nonsense_in_the_settings_is_no_harm(text: str) -> None:
    desk = Desk(settings=FakeSettings(boundary=text))
    desk.begin()
    assert desk.make().request.n_images == 2
