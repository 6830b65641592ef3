"""German is longer than English: nothing is cut, and no two entries of a menu share a letter."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from support.languages import speaking
from support.stage import Stage
from ui.accessible import clipped, key_conflicts
from ui.main_window.test_accessibility import DIALOGS, SCREENS, SMALL, large_text, make_stage

from deepintro_desktop.ui.theme import ThemeManager

__all__ = ["large_text"]


@pytest.fixture(autouse=True)
def _german(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, "de"):
        yield


@pytest.mark.parametrize("show", SCREENS, ids=[show.__name__ for show in SCREENS])
def test_no_german_words_are_cut_in_the_smallest_window(
    qtbot: QtBot, theme: ThemeManager, show: Callable[[Stage], None]
) -> None:
    stage = make_stage(qtbot, theme, SMALL)
    show(stage)
    stage.live()
    stage.window.toasts.close_all()
    stage.live()
    assert stage.window.menuBar().actions()[0].text() == "&Datei"
    assert clipped(stage.window) == []


def test_no_german_words_are_cut_in_dialogs(qtbot: QtBot, theme: ThemeManager) -> None:
    stage = make_stage(qtbot, theme, SMALL)
    stage.open_sample()
    found = {}
    for ask in DIALOGS:
        ask(stage)
        stage.live()
        [dialog] = [one for one in stage.window.findChildren(QDialog) if one.isVisible()]
        found[ask.__name__] = clipped(dialog)
        dialog.reject()
        dialog.deleteLater()
        stage.live()
    assert {name: cut for name, cut in found.items() if cut} == {}


def test_the_dialog_that_adds_models_shows_its_cards_whole(qtbot: QtBot, theme: ThemeManager) -> None:
    """The hint beside the pictures takes two lines in German, which moved the height of the cards."""
    stage = make_stage(qtbot, theme, SMALL)
    stage.open_sample()
    stage.program.presenter.drop([Path("deploy.prototxt")])
    stage.live()
    dialog = stage.dialog
    assert clipped(dialog) == []
    assert dialog.found._area.height() >= dialog.found.cards.minimumSizeHint().height()
    dialog.reject()


def test_no_german_letter_of_a_menu_means_two_things(qtbot: QtBot, theme: ThemeManager) -> None:
    stage = make_stage(qtbot, theme, SMALL)
    stage.open_sample()
    assert key_conflicts(stage.window) == []


@pytest.mark.parametrize("show", SCREENS, ids=[show.__name__ for show in SCREENS])
def test_no_german_words_are_cut_with_text_of_twice_the_size(
    qtbot: QtBot, large_text: ThemeManager, show: Callable[[Stage], None]
) -> None:
    stage = make_stage(qtbot, large_text, (2200, 1400))
    show(stage)
    stage.live()
    stage.window.toasts.close_all()
    stage.live()
    assert clipped(stage.window) == []
