"""What the synthesis tab decides, with a view that notes and jobs that the test ends."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support import desk as desks
from support.fake_jobs import REFUSAL, FakeSettings
from support.results import (
    LAYERS,
    make_features,
    make_image,
    make_network,
    make_picture,
    make_preview,
    make_synthesis,
)

from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.requests import ClusterRequest
from deepintro_desktop.core.synthesis import (
    Goal,
    Isolation,
    LayerChoice,
    MadeBefore,
    SynthesisParameters,
    SynthesisPlan,
)
from deepintro_desktop.ui.presenters.scene import Scene, Shelf
from deepintro_desktop.ui.tabs.synthesis.presenter import SynthesisPresenter

SOURCE = ClusterRequest("n1", "i1", 0, "lrp-alpha2-beta1", ClusteringParameters())
FEATURES = make_features(3)
BOX = FEATURES.features[0].box


def make_scene(**changes: Any) -> Scene:
    whole = Scene(make_network(), make_image(), input_hwc_u8=make_picture(), features=FEATURES, found=SOURCE)
    return replace(whole, **changes)


def made(name: str = "m1", **changes: Any) -> MadeBefore:
    entry = MadeBefore(name, BOX, "pool", Isolation.RESIZED, SynthesisParameters(), (0, 1, 2, 3))
    return replace(entry, **changes)


class Desk(desks.Desk):
    """A presenter on fakes, in front, with a network, a picture and three features."""

    make_presenter = SynthesisPresenter

    def begin(self, *entries: MadeBefore, scene: Scene | None = None) -> None:
        self.presenter.set_in_front(True)
        self.presenter.show(scene or make_scene())
        self.runner.last("layer_choice").succeed(LayerChoice(LAYERS, "pool"))
        self.runner.last("syntheses_before").succeed(entries)

    def plan(self, seconds: float = 4.0) -> None:
        self.runner.last("plan_synthesis").succeed(
            SynthesisPlan(LAYERS[1], make_picture(9), seconds, 100.0, 24.0, 0)
        )

    def make(self) -> Any:
        self.presenter.make()
        return self.runner.last("synthesise")

    @property
    def gallery(self) -> Any:
        return self.view.last("show_gallery")

    @property
    def words(self) -> Any:
        return self.view.last("show_plan")[0]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_nothing_is_asked_while_the_tab_is_not_seen(desk: Desk) -> None:
    desk.presenter.show(make_scene())
    assert desk.runner.submitted == []
    desk.presenter.set_in_front(True)
    assert {job.verb for job in desk.runner.submitted} == {"layer_choice", "syntheses_before"}


def test_says_what_is_missing(desk: Desk) -> None:
    desk.presenter.show(Scene(make_network(), None, Shelf(has_images=True)))
    assert desk.view.last("show_missing") == (False, True, True)
    desk.presenter.show(Scene(make_network(), None, Shelf(reading_images="Adding cat.png")))
    assert desk.view.last("show_reading") == "Adding cat.png"


def test_a_network_that_is_only_predicted_is_refused(desk: Desk) -> None:
    network = make_network(unexplainable=("TopK (1×) has no rule.",))
    desk.presenter.set_in_front(True)
    desk.presenter.show(make_scene(network=network))
    title, text = desk.view.last("show_refused")
    assert title == "No images can be made for this network"
    assert "TopK" in text
    desk.presenter.make()
    assert desk.runner.submitted == []


def test_time_is_announced_before_anything_is_made(desk: Desk) -> None:
    desk.begin()
    assert desk.words.level == "busy"
    desk.plan(23.4)
    assert desk.words.title == "4 images: about 23\u00a0s"
    request = desk.runner.last("plan_synthesis").request
    assert (request.feature, request.layer, request.isolation, request.n_images, request.seed) == (
        1,
        "pool",
        Isolation.RESIZED,
        4,
        0,
    )
    picture, text = desk.view.last("show_target")
    assert picture is not None
    assert text == "Feature 1 alone, scaled to 60 × 60. Every image in the gallery looks like this to pool."


def test_a_plan_that_fails_says_why_and_locks_the_button(desk: Desk) -> None:
    desk.begin()
    desk.runner.last("plan_synthesis").fail(REFUSAL)
    assert (desk.words.title, desk.words.text) == ("It does not work.", "A reason. Try something else.")
    assert (desk.words.level, desk.words.possible) == ("warning", False)


def test_images_are_seen_while_they_grow_and_then_kept(desk: Desk) -> None:
    desk.begin()
    desk.plan()
    job = desk.make()
    assert desk.view.last("show_running") == (True, False)
    assert [entry.state for entry in desk.gallery.entries] == ["waiting"] * 4
    job.partial.emit(make_preview((0, 1, 2, 3), 20))
    first = desk.gallery.entries[0]
    assert (first.state, first.progress) == ("20 of 80", 0.25)
    job.partial.emit(make_preview((0, 1, 2, 3), 40))
    assert list(desk.gallery.entries[0].iterations) == [20, 40]
    assert desk.gallery.foot[0] == "0 of 4 finished"
    job.succeed(make_synthesis(job.request))
    assert [entry.error for entry in desk.gallery.entries[:2]] == ["2.00\u00a0% error", "2.10\u00a0% error"]
    assert desk.gallery.foot == (
        "4 images",
        "mean error 2.15\u00a0%, spread 0.13 points",
        "2.00\u00a0% to 2.30\u00a0%",
    )
    assert desk.view.last("show_running") == (False, False)
    assert desk.view.last("show_subjects")[1] == {0: "", 1: "4 images", 2: "", 3: ""}


def test_more_images_go_on_counting_seeds(desk: Desk) -> None:
    desk.begin()
    job = desk.make()
    job.succeed(make_synthesis(job.request))
    desk.plan()
    assert desk.words.title == "4 more: about 4\u00a0s"
    assert desk.make().request.seed == 4


def test_what_the_library_has_comes_back(desk: Desk) -> None:
    desk.begin(made(), made("m2", parameters=SynthesisParameters(n_iterations=25), seeds=(0, 1)))
    assert [entry.error for entry in desk.gallery.entries] == ["…"] * 4
    reading = desk.runner.last("stored_syntheses")
    assert reading.request.ids == ("m1", "m2")
    requests = [desk.presenter._request(), replace(desk.presenter._request(), seed=0, n_images=2)]
    reading.succeed(tuple(make_synthesis(replace(request, seed=0)) for request in requests))
    assert desk.gallery.entries[0].image_hwc_u8 is not None
    (group,) = desk.view.last("show_earlier")
    assert (group.title, group.text) == ("2 earlier images", "pool, resized, draft quality, detail 50\u00a0%")
    assert len(group.images_hwc_u8) == 2


def test_an_earlier_way_brings_its_settings_back(desk: Desk) -> None:
    other = SynthesisParameters(n_iterations=25, detail=0.8)
    desk.begin(made("m2", parameters=other, layer="conv", isolation=Isolation.CENTRED))
    desk.presenter.apply_earlier("0")
    wishes = desk.view.last("show_wishes")[0]
    assert (wishes.parameters, wishes.isolation) == (other, Isolation.CENTRED)
    assert desk.view.last("show_layers")[1] == "conv"
    assert len(desk.gallery.entries) == 4


def test_damaged_images_vanish_from_the_gallery(desk: Desk) -> None:
    desk.begin(made())
    desk.runner.last("stored_syntheses").succeed((None,))
    assert desk.gallery.entries == ()
    assert desk.runner.count("stored_syntheses") == 1


def test_stopping_keeps_what_is_seen_but_counts_nothing(desk: Desk) -> None:
    desk.begin()
    job = desk.make()
    job.partial.emit(make_preview((0, 1, 2, 3), 12))
    desk.presenter.stop()
    assert job.was_cancelled
    assert desk.view.last("show_running") == (True, True)
    job.stop()
    assert desk.view.last("show_running") == (False, False)
    assert [entry.state for entry in desk.gallery.entries] == ["stopped at 12"] * 4
    assert all(entry.image_hwc_u8 is not None for entry in desk.gallery.entries)
    assert desk.make().request.seed == 0


def test_a_failure_is_shown_and_the_next_try_clears_it(desk: Desk) -> None:
    desk.begin()
    desk.make().fail(REFUSAL)
    assert desk.view.last("show_failure").what == "It does not work."
    assert desk.notifier.messages == []
    desk.make()
    assert desk.view.last("show_failure") is None


def test_a_failure_behind_another_tab_is_a_message(desk: Desk) -> None:
    desk.begin()
    job = desk.make()
    desk.presenter.set_in_front(False)
    job.fail(REFUSAL)
    assert desk.notifier.messages == [("error", "It does not work.", "A reason. Try something else.")]


def test_another_feature_is_looked_at_while_images_grow(desk: Desk) -> None:
    desk.begin()
    job = desk.make()
    desk.presenter.choose_subject(2)
    assert desk.gallery.entries == ()
    n_shown = desk.view.count("show_gallery")
    job.partial.emit(make_preview((0, 1, 2, 3), 12))
    assert desk.view.count("show_gallery") == n_shown
    desk.presenter.choose_subject(1)
    assert desk.gallery.entries[0].state == "12 of 80"
    desk.presenter.choose_subject(2)
    job.succeed(make_synthesis(job.request))
    assert desk.notifier.messages[0][:2] == ("info", "Synthesised images are ready")
    assert desk.view.last("show_subjects")[1][1] == "4 images"


def test_images_of_another_picture_do_not_come_into_this_gallery(desk: Desk) -> None:
    desk.begin()
    job = desk.make()
    desk.presenter.show(make_scene(image=make_image("i2"), found=replace(SOURCE, image="i2")))
    desk.runner.last("layer_choice").succeed(LayerChoice(LAYERS, "pool"))
    job.succeed(make_synthesis(job.request))
    assert desk.gallery.entries == ()
    assert desk.notifier.messages[0][1] == "Synthesised images are ready"


def test_only_one_synthesis_runs(desk: Desk) -> None:
    desk.begin()
    desk.make()
    desk.presenter.make()
    assert desk.runner.count("synthesise") == 1


def test_the_whole_image_has_no_surroundings(desk: Desk) -> None:
    desk.begin()
    desk.presenter.choose_subject(0)
    request = desk.make().request
    assert (request.feature, request.isolation) == (0, Isolation.WHOLE)
    assert desk.view.last("show_wishes") == (desk.presenter._wishes, False)


def test_without_features_the_whole_image_is_left(desk: Desk) -> None:
    desk.begin(scene=make_scene(features=None, found=None))
    assert desk.words.possible is False
    desk.presenter.make()
    assert desk.runner.count("synthesise") == 0
    desk.presenter.show(make_scene(features=make_features(0)))
    assert desk.view.last("show_subjects")[2] == 0
    assert desk.make().request.source == SOURCE


def test_features_that_vanish_give_way_to_the_first(desk: Desk) -> None:
    desk.begin()
    desk.presenter.choose_subject(3)
    desk.presenter.show(make_scene(features=make_features(2)))
    assert desk.view.last("show_subjects")[2] == 1


def test_settings_come_back_at_the_next_start(desk: Desk) -> None:
    desk.begin()
    desk.presenter.set_layer("conv")
    desk.presenter.set_isolation(Isolation.CENTRED)
    desk.presenter.set_n_images(2)
    desk.presenter.set_iterations(250)
    desk.presenter.set_detail(0.25)
    again = Desk(settings=desk.settings)
    again.begin()
    request = again.make().request
    assert (request.layer, request.isolation, request.n_images) == ("conv", Isolation.CENTRED, 2)
    assert (request.parameters.n_iterations, request.parameters.detail) == (250, 0.25)
    again.presenter.reset_parameters()
    assert again.view.last("show_wishes")[0].parameters == SynthesisParameters()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"isolation": "nowhere", "n_images": 4, "parameters": {}}', '{"n_images": 999}'],
)
def test_nonsense_in_the_settings_is_no_harm(text: str) -> None:
    desk = Desk(settings=FakeSettings(synthesis=text, synthesis_layers=text))
    desk.begin()
    assert desk.make().request.n_images == 4


def test_a_layer_that_the_network_does_not_have_is_not_taken(desk: Desk) -> None:
    desk.settings.set("synthesis_layers", '{"n1": "gone"}')
    again = Desk(settings=desk.settings)
    again.begin()
    assert again.make().request.layer == "pool"


def test_a_maximisation_speaks_of_activations(desk: Desk) -> None:
    desk.begin()
    desk.presenter.set_parameters(SynthesisParameters(goal=Goal.MAXIMISE, unit=3))
    job = desk.make()
    result = make_synthesis(job.request)
    images = tuple(replace(image, error=-7.5) for image in result.images)
    job.succeed(replace(result, images=images, errors_by_iteration=-result.errors_by_iteration))
    assert desk.gallery.entries[0].error == "act. 7.50"
    assert desk.gallery.as_percent is False
    assert desk.gallery.entries[0].errors[0] == 1.0
    assert desk.gallery.caption == "feature 1, pool, resized, maximises unit 3"


def test_an_image_is_saved_where_the_person_wants_it(desk: Desk) -> None:
    desk.begin()
    desk.prompter.files = (Path("/pictures/eye.png"),)
    desk.presenter.save(make_picture(), "seed 2")
    assert desk.prompter.asked == [("Save the image", "chelsea-feature_1-pool-seed_2.png")]
    job = desk.runner.last("save_picture")
    assert job.request.path == Path("/pictures/eye.png")
    job.succeed(job.request.path)
    assert desk.notifier.messages == [("info", "Image saved", "eye.png in pictures")]


def test_an_image_that_cannot_be_saved_says_so(desk: Desk) -> None:
    desk.begin()
    desk.prompter.files = (Path("/pictures/eye.png"),)
    desk.presenter.save(make_picture(), "seed 2")
    desk.runner.last("save_picture").fail(REFUSAL)
    assert desk.prompter.failures[0][0] == "Save the image"


def test_a_library_that_keeps_nothing_loses_nothing_of_the_session(desk: Desk) -> None:
    desk.begin()
    for _ in range(2):
        job = desk.make()
        job.succeed(make_synthesis(job.request))
        desk.runner.last("syntheses_before").succeed(())
    assert len(desk.gallery.entries) == 8
    desk.presenter.choose_subject(2)
    desk.presenter.choose_subject(1)
    assert len(desk.gallery.entries) == 8
