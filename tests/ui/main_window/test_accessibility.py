"""Every tab and dialog of the real window: named, reachable in reading order, never cut."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from support.fake_jobs import REFUSAL
from support.feedback import make_feedback
from support.results import make_earlier, make_network
from support.stage import Stage
from ui.accessible import (
    clipped,
    icons_without_words,
    key_conflicts,
    missed_by_tab,
    out_of_reading_order,
    unnamed,
)

from deepintro_desktop.core.earlier import EarlierKind
from deepintro_desktop.jobs.failure import describe_failure
from deepintro_desktop.ui.dialogs.prompter import DialogPrompter
from deepintro_desktop.ui.theme import ThemeManager, ThemeMode

SMALL = (1100, 700)


def make_stage(qtbot: QtBot, theme: ThemeManager, size: tuple[int, int]) -> Stage:
    stage = Stage(theme)
    qtbot.addWidget(stage.window)
    stage.library.earlier = [make_earlier(), make_earlier("e2", EarlierKind.FEATURES)]
    stage.window.resize(*size)
    stage.window.show()
    return stage


@pytest.fixture
def stage(qtbot: QtBot, theme: ThemeManager) -> Stage:
    return make_stage(qtbot, theme, SMALL)


def start_page(stage: Stage) -> None:
    stage.program.presenter.start()


def occlusion(stage: Stage) -> None:
    stage.open_sample()
    stage.tab.occlude_all()
    stage.live()
    stage.tab.analyse()


def nothing_found(stage: Stage) -> None:
    stage.open_sample()
    stage.program.occlusion.set_parameter("threshold", 60.0)


def failed(stage: Stage) -> None:
    stage.library.failure = REFUSAL
    stage.open_sample()


def predict_only(stage: Stage) -> None:
    stage.open_sample()
    stage.library.networks = [make_network("sample", "Shapes", unexplainable=("Its layer x is unknown.",))]
    stage.program.networks.refresh()


def synthesis(stage: Stage) -> None:
    stage.open_sample()
    stage.window.tools.show_tool(1)


def boundary(stage: Stage) -> None:
    stage.open_sample()
    stage.window.tools.show_tool(2)


def compare_alone(stage: Stage) -> None:
    stage.open_sample()
    stage.window.tools.show_tool(3)


def compare(stage: Stage) -> None:
    stage.open_sample()
    stage.library.networks.append(make_network("n2", "A second network with quite a long name"))
    stage.program.networks.refresh()
    stage.window.tools.show_tool(3)


SCREENS = (
    start_page, occlusion, nothing_found, failed, predict_only, synthesis, boundary, compare_alone, compare,
)  # fmt: skip


@pytest.fixture(params=SCREENS, ids=[screen.__name__ for screen in SCREENS])
def screen(request: pytest.FixtureRequest, stage: Stage) -> Stage:
    request.param(stage)
    stage.live()
    stage.window.toasts.close_all()
    stage.live()
    return stage


def test_everything_interactive_has_a_name(screen: Stage) -> None:
    assert unnamed(screen.window) == []
    assert icons_without_words(screen.window) == []


def test_tab_visits_everything_once_and_in_reading_order(screen: Stage) -> None:
    assert missed_by_tab(screen.window) == []
    for panel in panels(screen):
        assert out_of_reading_order(panel) == [], type(panel).__name__


def test_no_words_are_cut_in_the_smallest_window(screen: Stage) -> None:
    assert clipped(screen.window) == []


def test_no_key_means_two_things(stage: Stage) -> None:
    stage.open_sample()
    assert key_conflicts(stage.window) == []


def test_messages_are_named_and_whole(stage: Stage) -> None:
    stage.open_sample()
    stage.program.presenter.drop([Path("/x/square.png"), Path("/x/notes.doc")])
    stage.live()
    for toast in stage.window.toasts.visible_toasts():
        assert unnamed(toast) == []
        assert icons_without_words(toast) == []
        assert clipped(toast) == []
    stage.window.toasts.close_all()
    stage.window.messages.open_over(stage.window._status.bell())
    stage.live()
    assert unnamed(stage.window.messages) == []
    assert clipped(stage.window.messages) == []
    stage.window.messages.close()


def panels(stage: Stage) -> list[QWidget]:
    """Return the parts of the window in which people read from top left to bottom right."""
    window, tab = stage.window, stage.tab
    making, between = window.synthesis_tab, window.boundary_tab
    parts = (
        window.networks_dock, window.images_dock, tab.controls, tab.features, tab.area, tab.side,
        making.subjects, making.area, making.panel, between.panel, window.compare_tab,
    )  # fmt: skip
    return [part for part in parts if part.isVisible()]


def ask_preferences(stage: Stage) -> None:
    stage.window.actions_by_name["preferences"].trigger()


def ask_keys(stage: Stage) -> None:
    stage.window.actions_by_name["shortcuts"].trigger()


def ask_about(stage: Stage) -> None:
    stage.window.actions_by_name["about"].trigger()


def ask_earlier(stage: Stage) -> None:
    stage.window.actions_by_name["show_earlier"].trigger()


def ask_ledger(stage: Stage) -> None:
    stage.window.actions_by_name["show_ledger"].trigger()


def ask_image_view(stage: Stage) -> None:
    stage.window.images_dock.show_view()
    stage.live()


def prompter(stage: Stage) -> DialogPrompter:
    return DialogPrompter(stage.window._theme, stage.settings, stage.window)


def ask_text(stage: Stage) -> None:
    prompter(stage).ask_text("Rename image", "Name", "chelsea.png", print)


def ask_choice(stage: Stage) -> None:
    prompter(stage).ask_choice("Which output is meant?", "There are several. " * 8, ("one", "two"), print)


def ask_confirm(stage: Stage) -> None:
    prompter(stage).confirm("Remove it?", "Every result that was made of it goes. " * 3, "Remove", print)


def ask_failure(stage: Stage) -> None:
    prompter(stage).show_failure("Add a model", describe_failure(REFUSAL, "explain", None))


def ask_feedback(stage: Stage) -> None:
    stage.window.actions_by_name["feedback"].trigger()


def ask_feedback_about_analysis(stage: Stage) -> None:
    stage.window.actions_by_name["feedback_analysis"].trigger()


def ask_given_feedback(stage: Stage) -> None:
    stage.library.feedback.entries = [make_feedback(trust=4, features_problems=("missing",))]
    stage.window.actions_by_name["feedback_given"].trigger()


def ask_no_feedback(stage: Stage) -> None:
    stage.library.feedback.entries = []
    stage.window.actions_by_name["feedback_given"].trigger()


DIALOGS: tuple[Callable[[Stage], None], ...] = (
    ask_feedback, ask_feedback_about_analysis, ask_given_feedback, ask_no_feedback,
    ask_preferences, ask_keys, ask_about, ask_earlier, ask_ledger, ask_image_view, ask_text, ask_choice,
    ask_confirm, ask_failure,
)  # fmt: skip


@pytest.mark.parametrize("ask", DIALOGS, ids=[ask.__name__ for ask in DIALOGS])
def test_dialogs_are_named_ordered_and_whole(stage: Stage, ask: Callable[[Stage], None]) -> None:
    stage.open_sample()
    ask(stage)
    stage.live()
    [dialog] = [one for one in stage.window.findChildren(QDialog) if one.isVisible()]
    assert dialog.windowTitle()
    assert unnamed(dialog) == []
    assert icons_without_words(dialog) == []
    assert missed_by_tab(dialog) == []
    assert out_of_reading_order(dialog) == []
    assert clipped(dialog) == []
    dialog.reject()


@pytest.fixture
def large_text(qapp: QApplication, theme: ThemeManager) -> Iterator[ThemeManager]:
    """The look where the system's text has twice its size; ``theme`` puts everything back afterwards."""
    font = QFont(qapp.font())
    font.setPixelSize(26)
    qapp.setFont(font)
    manager = ThemeManager(qapp, ThemeMode.LIGHT)
    yield manager
    manager.retire()


@pytest.mark.parametrize("show", SCREENS, ids=[show.__name__ for show in SCREENS])
def test_no_words_are_cut_with_text_of_twice_the_size(
    qtbot: QtBot, large_text: ThemeManager, show: Callable[[Stage], None]
) -> None:
    assert large_text.scale == 2.0
    stage = make_stage(qtbot, large_text, (2200, 1400))
    show(stage)
    stage.live()
    stage.window.toasts.close_all()
    stage.live()
    assert clipped(stage.window) == []
