"""Which settings belong to all networks, and which to one."""

import pytest
from support.fake_jobs import FakeSettings, Recorder

from deepintro_desktop.core.parameters import ClusteringParameters, Fill
from deepintro_desktop.ui.tabs.occlusion.wish_keeper import WishKeeper

COARSE = ClusteringParameters(threshold=40.0)
MINE = ClusteringParameters(threshold=7.0)


@pytest.fixture
def settings() -> FakeSettings:
    return FakeSettings()


def keeper(settings: FakeSettings) -> WishKeeper:
    return WishKeeper(Recorder(), settings)


def test_a_suggestion_stays_with_its_network(settings):
    wishes = keeper(settings)
    wishes.suggest("sample", COARSE)
    wishes.turn_to("photo network")
    assert wishes.value.clustering == ClusteringParameters()
    wishes.turn_to("sample")
    assert wishes.value.clustering == COARSE


def test_a_suggestion_for_the_present_network_changes_the_wishes(settings):
    wishes = keeper(settings)
    wishes.turn_to("sample")
    assert wishes.suggest("sample", COARSE)
    assert wishes.value.clustering == COARSE


def test_what_the_person_set_outlives_a_second_suggestion_and_the_program(settings):
    first = keeper(settings)
    first.suggest("sample", COARSE)
    first.turn_to("sample")
    first.change(clustering=MINE)
    second = keeper(settings)
    assert not second.suggest("sample", COARSE)
    second.turn_to("sample")
    assert second.value.clustering == MINE
    second.turn_to("other")
    assert second.value.clustering == ClusteringParameters()


def test_other_networks_share_what_the_person_set(settings):
    wishes = keeper(settings)
    wishes.turn_to("a")
    wishes.change(clustering=MINE, fill=Fill.BLUR)
    wishes.turn_to("b")
    assert wishes.value.clustering == MINE
    assert keeper(settings).value.fill is Fill.BLUR


def test_a_method_is_remembered_for_networks_of_its_kind(settings):
    wishes = keeper(settings)
    wishes.turn_to("transformer", "", "lrp-epsilon")
    assert wishes.value.method == "lrp-epsilon"
    wishes.turn_to("cnn")
    assert wishes.value.method == "lrp-alpha2-beta1"
    wishes.change(method="lrp-gamma")
    wishes.turn_to("transformer", "", "lrp-epsilon")
    assert wishes.value.method == "lrp-epsilon"
    wishes.change(method="lrp-attention")
    again = keeper(settings)
    again.turn_to("another cnn")
    assert again.value.method == "lrp-gamma"
    again.turn_to("another transformer", "", "lrp-epsilon")
    assert again.value.method == "lrp-attention"
    again.reset()
    assert again.value.method == "lrp-epsilon"


def test_the_method_of_the_preferences_is_usual_for_every_network(settings):
    settings.set("default_method", "gradient-x-input")
    wishes = keeper(settings)
    for suiting in ("lrp-alpha2-beta1", "lrp-epsilon"):
        wishes.turn_to(suiting, "", suiting)
        assert (wishes.value.method, wishes.value.suiting_method) == ("gradient-x-input", suiting)
    wishes.change(method="sensitivity")
    wishes.turn_to("cnn")
    assert wishes.value.method == "sensitivity"
    wishes.reset()
    assert wishes.value.method == "gradient-x-input"


def test_another_default_method_replaces_what_was_chosen_before(settings):
    wishes = keeper(settings)
    wishes.turn_to("transformer", "", "lrp-epsilon")
    wishes.change(method="lrp-attention")
    wishes.turn_to("cnn")
    wishes.change(method="lrp-gamma")
    settings.set("default_method", "sensitivity")
    assert wishes.forget_methods()
    assert wishes.value.method == "sensitivity"
    settings.set("default_method", "")
    assert wishes.forget_methods()
    assert wishes.value.method == "lrp-alpha2-beta1"
    again = keeper(settings)
    again.turn_to("transformer", "", "lrp-epsilon")
    assert again.value.method == "lrp-epsilon"
    assert not again.forget_methods()


def test_target_is_forgotten_with_its_network(settings):
    wishes = keeper(settings)
    wishes.turn_to("a")
    wishes.change(target="3")
    wishes.turn_to("b")
    assert wishes.value.target == ""


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 3}', '{"a": {"threshold": -1}}'])
def test_nonsense_in_the_settings_is_no_obstacle(text):
    wishes = keeper(FakeSettings(own_clusterings=text, other_methods=text))
    wishes.turn_to("a")
    assert wishes.value.clustering == ClusteringParameters()


def test_target_belongs_to_one_picture(settings):
    wishes = keeper(settings)
    wishes.turn_to("a", "dog")
    wishes.change(target="3")
    wishes.turn_to("a", "lynx")
    assert wishes.value.target == ""
    wishes.turn_to("a", "dog")
    assert wishes.value.target == "3"
    assert keeper(settings).value.target == ""


def test_reset_returns_to_the_suggestion_also_after_a_restart(settings):
    first = keeper(settings)
    first.suggest("sample", COARSE)
    first.turn_to("sample")
    first.change(clustering=MINE, fill=Fill.BLUR)
    second = keeper(settings)
    second.turn_to("sample")
    assert second.value.clustering == MINE
    second.reset()
    assert (second.value.clustering, second.value.fill) == (COARSE, Fill.PIXELISE)
    second.turn_to("other")
    second.change(clustering=MINE)
    second.reset()
    assert second.value.clustering == ClusteringParameters()


def test_a_suggestion_is_remembered_for_reset_where_the_person_had_own_values(settings):
    settings.values["own_clusterings"] = '{"sample": {"threshold": 7.0}}'
    wishes = keeper(settings)
    wishes.turn_to("sample")
    assert not wishes.suggest("sample", COARSE)
    assert wishes.value.clustering == MINE
    wishes.reset()
    assert wishes.value.clustering == COARSE
