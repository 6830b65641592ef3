"""Two networks beside each other: when they are asked, and what is said of them."""

from dataclasses import replace

import pytest
from support.fake_jobs import REFUSAL, FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder
from support.results import make_compared, make_image, make_network
from support.stage import Stage

from deepintro_desktop.core.comparing import CompareNetworksRequest
from deepintro_desktop.core.drawn import DrawnFeature, Edits, Shape, ShapeKind
from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.requests import ClusterRequest
from deepintro_desktop.ui.docks.networks.presenter import NetworksPresenter
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.scene import Scene
from deepintro_desktop.ui.tabs.compare.presenter import ComparePresenter
from deepintro_desktop.ui.tabs.compare.words import agreement, caption, drawn_note

ONE, OTHER, THIRD = (make_network(f"n{number}", f"Network {number}") for number in (1, 2, 3))
FOUND = ClusterRequest("n1", "i1", 2, "lrp-epsilon", ClusteringParameters(threshold=7.0))
SCENE = Scene(ONE, make_image(), found=FOUND)


class Collection:
    """A list of networks in the hands of the test."""

    def __init__(self, *records) -> None:
        self.records = records
        self._listeners = []

    def listen(self, listener) -> None:
        self._listeners.append(listener)

    def become(self, *records) -> None:
        self.records = records
        for listener in self._listeners:
            listener()


class Desk:
    """A presenter on fakes."""

    def __init__(self, *records) -> None:
        self.view, self.runner, self.networks = Recorder(), FakeRunner(), Collection(*records)
        services = Services(self.runner, FakeNotifier(), FakePrompter(), FakeSettings())
        self.presenter = ComparePresenter(self.view, services, self.networks)

    @property
    def n_asked(self) -> int:
        return self.runner.count("compare_networks")


@pytest.fixture
def desk() -> Desk:
    return Desk(ONE, OTHER, THIRD)


def test_nothing_is_asked_behind_another_tool(desk: Desk) -> None:
    desk.presenter.show(SCENE)
    assert desk.n_asked == 0
    desk.presenter.set_in_front(True)
    request = desk.runner.last("compare_networks").request
    assert request == CompareNetworksRequest(("n1", "n2"), "i1", "2", "lrp-epsilon", FOUND.clustering)


def test_another_network_or_other_settings_are_asked_and_the_same_is_not(desk: Desk) -> None:
    desk.presenter.set_in_front(True)
    desk.presenter.show(SCENE)
    desk.presenter.show(replace(SCENE))
    assert desk.n_asked == 1
    desk.presenter.choose("n3")
    assert desk.runner.last("compare_networks").request.networks == ("n1", "n3")
    desk.presenter.show(replace(SCENE, found=replace(FOUND, target_index=4)))
    assert desk.runner.last("compare_networks").request.target == "4"
    assert desk.runner.last("compare_networks").request.networks == ("n1", "n3")


def test_it_waits_for_the_explanation_of_the_first(desk: Desk) -> None:
    desk.presenter.set_in_front(True)
    desk.presenter.show(Scene(ONE, make_image()))
    assert desk.n_asked == 0
    desk.presenter.show(SCENE)
    assert desk.n_asked == 1


def test_a_network_without_explanation_is_not_waited_for() -> None:
    plain = make_network("n1", unexplainable=("x",))
    desk = Desk(plain, OTHER)
    desk.presenter.set_in_front(True)
    desk.presenter.show(Scene(plain, make_image()))
    assert desk.runner.last("compare_networks").request.target == ""


def test_the_first_choice_knows_the_same_classes() -> None:
    desk = Desk(ONE, make_network("n7", labels=tuple("abcdef")), OTHER)
    desk.presenter.set_in_front(True)
    desk.presenter.show(SCENE)
    assert desk.runner.last("compare_networks").request.networks == ("n1", "n2")


def test_one_network_alone_needs_a_second() -> None:
    desk = Desk(ONE)
    desk.presenter.set_in_front(True)
    desk.presenter.show(SCENE)
    assert desk.view.count("show_alone") == 1
    desk.networks.become(ONE, OTHER)
    assert desk.n_asked == 1


def test_what_is_missing_is_said(desk: Desk) -> None:
    desk.presenter.set_in_front(True)
    desk.presenter.show(Scene(ONE))
    assert desk.view.last("show_missing") == (False, True, False)


def test_failure_is_shown_and_tried_again(desk: Desk) -> None:
    desk.presenter.set_in_front(True)
    desk.presenter.show(SCENE)
    desk.runner.last("compare_networks").fail(REFUSAL)
    assert desk.view.last("show_failure").what == "It does not work."
    desk.presenter.retry()
    assert desk.n_asked == 2
    desk.runner.last("compare_networks").stop()
    assert desk.view.count("show_stopped") == 1


def test_what_a_person_drew_is_asked_for_and_said(desk: Desk) -> None:
    edits = Edits((DrawnFeature(1, Shape(ShapeKind.RECTANGLE, ((0.0, 0.0), (5.0, 4.0)))),))
    desk.presenter.set_in_front(True)
    desk.presenter.show(replace(SCENE, found=replace(FOUND, edits=edits)))
    job = desk.runner.last("compare_networks")
    assert job.request.edits == edits
    found = make_compared(ONE, OTHER)
    assert drawn_note(found) == ""
    first, second = found.looks
    features = replace(first.features.features[0], drawn_id=1), *first.features.features[1:]
    drawn = replace(first, features=replace(first.features, features=features))
    job.succeed(replace(found, looks=(drawn, second)))
    assert desk.view.last("show_compared")[1] == (
        f"{agreement(found)} · features drawn by a person do not count here"
    )


def test_words_say_what_each_sees_and_how_they_agree() -> None:
    found = make_compared(ONE, OTHER)
    assert caption(found.looks[0]) == (
        "2 features of 20 px and more hold 45.0\u00a0% of the relevance for apple, LRP α2 β1."
    )
    assert agreement(found) == (
        "Their answers differ · correlation of the maps +0.42 · features in common (IoU) 0.30"
    )
    unlike = replace(found, correlation=None, overlap=None)
    assert "other parts of the picture" in agreement(unlike)
    plain = make_compared(ONE, make_network("n9", unexplainable=("x",)))
    assert caption(plain.looks[1]) == "This network can be predicted, but not explained."
    assert agreement(plain) == "Their answers differ"


@pytest.fixture
def stage(stage: Stage) -> Stage:
    stage.open_sample()
    return stage


def test_tab_offers_to_add_a_second_network(stage: Stage) -> None:
    stage.window.tools.show_tool(3)
    stage.live()
    stage.window.compare_tab.action_triggered.emit("add-network")
    assert stage.prompter.asked[-1][0] == "Add a model"


def test_tab_shows_both(stage: Stage) -> None:
    stage.library.networks.append(make_network("n2", "Second"))
    stage.program.networks.refresh()
    stage.window.tools.show_tool(3)
    stage.live()
    tab = stage.window.compare_tab
    assert tab.other.currentText() == "Second"
    assert [column._name.text() for column in tab.columns] == ["Shapes", "Second"]
    bars = tab.columns[1].top5.item_model()
    stage.window.resize(1440, 1000)
    stage.live()
    assert bars.rowCount() == 5
    stage.window.resize(1100, 700)
    stage.live()
    assert [bar.label for bar in bars.bars()] == ["bread", "cheese", "date"]
    assert tab.agreement.text().startswith("Their answers differ")
    stage.library.failure = REFUSAL
    tab.other.activated.emit(0)
    stage.program.compare.retry()
    stage.live()
    assert tab._pages._failure_page.isVisible()


def test_networks_presenter_is_a_collection_of_records() -> None:
    assert {"records", "listen"} <= set(dir(NetworksPresenter))
