"""What was explained before: counted, listed, reopened into the tab, compared."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from support.fake_jobs import REFUSAL, FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder
from support.results import make_comparison, make_earlier, make_explanation, make_image, make_network
from support.stage import Stage

from deepintro_desktop.core.drawn import DrawnFeature, Edits, Shape, ShapeKind
from deepintro_desktop.core.earlier import CompareRequest, EarlierKind
from deepintro_desktop.core.parameters import ClusteringParameters, Fill
from deepintro_desktop.core.requests import ClusterRequest, PairRequest
from deepintro_desktop.core.results import Answer, Certainty
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.scene import Scene
from deepintro_desktop.ui.tabs.occlusion.earlier.dialog import EarlierDialog
from deepintro_desktop.ui.tabs.occlusion.earlier.presenter import EarlierPresenter
from deepintro_desktop.ui.tabs.occlusion.earlier.rows import LINE_ROLE
from deepintro_desktop.ui.tabs.occlusion.earlier.words import (
    as_text,
    line_of,
    origin_of,
    settings_of,
    shortened_digest,
)
from deepintro_desktop.ui.tabs.occlusion.presenter import OcclusionPresenter

SCENE = Scene(make_network(), make_image())
COARSE = ClusterRequest("sample", "s1", 1, "lrp-epsilon", ClusteringParameters(threshold=9.0, min_size=30))


class Desk:
    """A presenter on fakes."""

    def __init__(self) -> None:
        self.view, self.tab, self.runner = Recorder(), Recorder(), FakeRunner()
        services = Services(self.runner, FakeNotifier(), FakePrompter(), FakeSettings())
        self.presenter = EarlierPresenter(self.view, services, self.tab)

    def list(self, *entries):
        self.runner.last("analyses_before").succeed(tuple(entries))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_count_follows_the_picture(desk: Desk) -> None:
    desk.presenter.show(SCENE)
    assert desk.runner.last("analyses_before").request == PairRequest("n1", "i1")
    desk.list(make_earlier(), make_earlier("e2"))
    assert desk.view.last("show_count") == 2
    desk.presenter.show(replace(SCENE))
    assert desk.runner.count("analyses_before") == 1
    desk.presenter.show(Scene(make_network()))
    assert desk.view.last("show_count") == 0


def test_count_is_looked_up_again_when_an_analysis_ends(desk: Desk) -> None:
    desk.presenter.show(SCENE)
    desk.list()
    job = desk.runner.submit("analyse")
    desk.runner.submit("occlude").succeed()
    assert desk.runner.count("analyses_before") == 1
    job.succeed()
    assert desk.runner.count("analyses_before") == 2


def test_list_opens_with_what_is_there_by_then(desk: Desk) -> None:
    desk.presenter.show(SCENE)
    desk.list()
    assert desk.view.count("show_list") == 0
    desk.presenter.ask()
    desk.list(make_earlier())
    assert [entry.id for entry in desk.view.last("show_list")] == ["e1"]


def test_entry_is_handed_to_the_tab(desk: Desk) -> None:
    desk.presenter.show(SCENE)
    entry = make_earlier()
    desk.list(entry)
    desk.presenter.reopen("e1")
    desk.presenter.reopen("unknown")
    assert desk.tab.last("reopen") is entry
    assert desk.tab.count("reopen") == 1


def test_comparison_names_both_and_says_when_it_failed(desk: Desk) -> None:
    desk.presenter.show(SCENE)
    first = make_earlier()
    second = make_earlier("e2", EarlierKind.RELEVANCE, source=COARSE, seed=3)
    desk.list(first, second)
    desk.presenter.compare("e1", "e2")
    request = desk.runner.last("compare").request
    assert request == CompareRequest((first.source, COARSE), (0, 3), (True, False))
    desk.runner.last("compare").fail(REFUSAL)
    assert desk.view.last("show_failure") == "It does not work. A reason. Try something else."


def test_comparison_has_the_features_that_a_person_changed_when_the_edits_were_kept(desk: Desk) -> None:
    edits = Edits((DrawnFeature(1, Shape(ShapeKind.RECTANGLE, ((0.0, 0.0), (5.0, 4.0)))),))
    drawn = {"drawn": edits.digest}
    desk.presenter.show(SCENE)
    kept = make_earlier(source=replace(COARSE, edits=edits), others=drawn)
    desk.list(kept, make_earlier("e2", source=COARSE, others=drawn))
    desk.presenter.compare("e1", "e2")
    assert desk.runner.last("compare").request.with_features == (True, False)


def test_list_that_cannot_be_read_is_no_list(desk: Desk) -> None:
    desk.presenter.show(SCENE)
    desk.presenter.ask()
    desk.runner.last("analyses_before").fail(REFUSAL)
    assert desk.view.last("show_count") == 0
    assert desk.view.count("show_list") == 0


def test_line_says_settings_and_answers_with_their_certainty() -> None:
    line = line_of(make_earlier())
    assert line.text == "apple · LRP α2 β1 · t 5, d 1.5, m 20"
    assert line.answers == "0.800 → 0.100 · keep 2 · occlude: impossible"
    answers = dict(make_earlier().answers)
    answers["minimum_to_occlude"] = Answer((1, 3), 0.2, None, Certainty.BEST_FOUND, 9)
    assert "occlude 1, 3 (best found)" in line_of(make_earlier(answers=answers)).answers
    assert line_of(make_earlier(kind=EarlierKind.FEATURES)).answers == "3 features"
    assert line_of(make_earlier(kind=EarlierKind.RELEVANCE)).answers == ""


def test_settings_that_differ_are_marked() -> None:
    other = make_earlier("e2", source=COARSE, fill=Fill.BLUR, others={"drawn": [1, 2]})
    facts = {fact.name: fact for fact in settings_of(make_earlier(), other)}
    assert facts["Threshold"].values == ("5 × mean", "9 × mean")
    differing = {name for name, fact in facts.items() if fact.differs}
    assert differing == {"Method", "Threshold", "Minimum size", "Fill", "Changed by hand"}


def test_origin_has_hashes_versions_and_device_and_can_be_copied() -> None:
    names = {fact.name: fact.values[0] for fact in origin_of(make_earlier())}
    assert names["Image SHA-256"] == "ef" * 32
    assert names["DeepIntro"] == "0.1.0"
    assert names["Predictions on"] == "cpu"
    assert "Model SHA-256: " + "ab" * 32 in as_text(make_earlier())
    assert shortened_digest("ab" * 32) == "ab" * 8 + "…"
    assert "older version" in origin_of(make_earlier(provenance={}))[-1].values[0]


def test_reopened_settings_are_asked_for_with_their_budget_until_something_changes() -> None:
    runner = FakeRunner()
    services = Services(runner, FakeNotifier(), FakePrompter(), FakeSettings())
    presenter = OcclusionPresenter(Recorder(), services)
    presenter.show(make_network(), make_image())
    presenter.reopen(make_earlier(source=COARSE, fill=Fill.BLUR, seed=4, budget=50))
    asked = runner.last("explain").request
    assert (asked.method, asked.clustering, asked.target) == ("lrp-epsilon", COARSE.clustering, "1")
    assert (asked.fill, asked.seed) == (Fill.BLUR, 4)
    runner.last("explain").succeed(make_explanation(asked))
    assert runner.last("stored_analysis").request.budget == 50
    presenter.analyse()
    assert runner.last("analyse").request.budget is None
    assert runner.last("analyse").request.seed == 4


def test_reopening_what_is_shown_does_nothing() -> None:
    runner = FakeRunner()
    services = Services(runner, FakeNotifier(), FakePrompter(), FakeSettings())
    presenter = OcclusionPresenter(Recorder(), services)
    presenter.show(make_network(), make_image())
    presenter.reopen(make_earlier("e1", EarlierKind.RELEVANCE))
    n_asked = runner.count("explain")
    presenter.reopen(make_earlier("e1", EarlierKind.RELEVANCE))
    assert runner.count("explain") == n_asked


@pytest.fixture
def stage(stage: Stage) -> Stage:
    stage.library.earlier = [
        make_earlier(),
        make_earlier("e2", source=COARSE, fill=Fill.BLUR, seed=4, budget=50),
        make_earlier("e3", EarlierKind.RELEVANCE, source=COARSE),
    ]
    stage.open_sample()
    return stage


@pytest.fixture
def dialog(stage: Stage) -> EarlierDialog:
    stage.window.actions_by_name["show_earlier"].trigger()
    stage.live()
    [dialog] = stage.window.findChildren(EarlierDialog)
    assert dialog.isVisible()
    return dialog


def words(dialog: EarlierDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_button_says_how_much_there_is(stage: Stage) -> None:
    assert stage.tab.side.earlier.isVisible()
    assert "3" in stage.tab.side.earlier.text()
    stage.library.earlier = []
    stage.program.presenter.drop([])
    stage.tab.analyse()
    stage.live()
    stage.live()
    assert not stage.tab.side.earlier.isVisible()
    assert not stage.window.actions_by_name["show_earlier"].isEnabled()


def test_dialog_lists_analyses_first_and_everything_on_demand(stage: Stage, dialog: EarlierDialog) -> None:
    assert [dialog.list.item(row).data(LINE_ROLE).id for row in range(dialog.list.count())] == ["e1", "e2"]
    assert "0.800 → 0.500 without 1" in "".join(
        button.accessibleDescription() for button in dialog.findChildren(QWidget)
    )
    dialog.filter.set_choice("everything")
    assert dialog.list.count() == 3
    dialog.list.setCurrentRow(2)
    stage.live()
    assert "The relevance map for apple" in words(dialog)
    dialog.reject()


def test_opening_brings_settings_and_target_back(stage: Stage, dialog: EarlierDialog) -> None:
    dialog.list.setCurrentRow(1)
    dialog.accept()
    stage.live()
    assert stage.tab.controls.parameters() == COARSE.clustering
    assert stage.tab.side.target.currentText() == "bread"
    assert stage.tab.controls.method() == "lrp-epsilon"
    stage.tab.undo()


def test_ticking_two_compares_them_and_a_third_lets_the_first_go(stage: Stage, dialog: EarlierDialog) -> None:
    dialog.filter.set_choice("everything")
    for row in (0, 1):
        dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
    stage.live()
    assert "0.610" in words(dialog)
    dialog.list.item(2).setCheckState(Qt.CheckState.Checked)
    assert dialog.list.ticked() == ("e2", "e3")
    stage.live()
    assert "+0.870" in words(dialog)
    assert "0.610" not in words(dialog)
    dialog.list.untick()
    stage.live()
    assert "How they agree" not in words(dialog)
    dialog.reject()


def test_box_is_ticked_by_click_and_by_space(stage: Stage, dialog: EarlierDialog, qtbot: QtBot) -> None:
    view = dialog.list.viewport()
    place = dialog.list.visualItemRect(dialog.list.item(1)).topLeft() + QPoint(14, 16)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert dialog.list.ticked() == ("e2",)
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.list.ticked() == ("e1", "e2")
    dialog.reject()


def test_late_comparison_finds_nobody(stage: Stage, dialog: EarlierDialog) -> None:
    dialog.set_comparison(make_comparison(CompareRequest((COARSE, COARSE))))
    dialog.set_failure("no")
    dialog.reject()
    QApplication.sendPostedEvents()


def test_reopening_other_drawn_features_asks_first_and_keeps_them() -> None:
    runner, prompter = FakeRunner(), FakePrompter()
    presenter = OcclusionPresenter(Recorder(), Services(runner, FakeNotifier(), prompter, FakeSettings()))
    presenter.show(make_network(), make_image())
    runner.last("explain").succeed(make_explanation(runner.last("explain").request))
    presenter.draw("rectangle", ((2.0, 2.0), (30.0, 30.0)))
    now = runner.last("cluster").request.edits
    assert now.digest
    prompter.confirms = False
    then = replace(COARSE, edits=replace(now, drawn=now.drawn * 2))
    n_asked = runner.count("explain")
    presenter.reopen(make_earlier(source=then))
    assert prompter.asked[-1][0] == "Bring back the features of then?"
    assert runner.count("explain") == n_asked
    prompter.confirms = True
    presenter.reopen(make_earlier(source=then))
    assert runner.last("explain").request.edits == then.edits
    assert runner.last("keep_drawn").request.edits == then.edits
