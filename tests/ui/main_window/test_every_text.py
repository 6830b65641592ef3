"""Nothing that the window says has gone past the translation."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from support.inspections import make_inspection
from support.results import make_project
from support.stage import Stage
from ui.main_window.test_accessibility import DIALOGS, SCREENS, make_stage
from ui.spoken import brackets, drawn_texts, outside, texts_of

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.core.records import Choice
from deepintro_desktop.ui.theme import ThemeManager

SAME_EVERYWHERE = frozenset(
    [
        "DeepIntro",
        "Desktop",
        "English",
        "Deutsch",
        "PNG",
        "RGB",
        "BGR",
        "GRAY",
        "CPU",
        "cpu",
        "HU",
        "px",
        "Python",
        "torch",
        "Caffe",
        "TF",
        "Keras",
        "ONNX",
        "Ctrl",
        "Alt",
        "Shift",
        "Space",
        "Return",
        "Esc",
        "Del",
        "Left",
        "Right",
        "Home",
        "End",
        "PgUp",
        "PgDown",
    ]
)
"""The program, formats, units, keys."""
DATA = (
    "Cancel", "Close",  # Qt's own buttons, which it translates itself
    "Shapes", "A second network with quite a long name", "A second network with…", "My project",
    "Lungs", "Empty",
    "square.png", "round.png", "round.jpg", "chelsea.png", "deploy.prototxt", "deploy.caffemodel",
    "labels.txt",
    "cat.jpg", "ResNet-50", "tabby",
    "deploy", "net.pth", "pool", "conv fc", "conv", "logits", "aux",
    "apple, red apple", "apple", "bread", "cheese", "date", "egg", "fig", "height 60, mean (0, 1.5)",
    "It does not work.", "A reason. Try something else.",
    "notes.doc could not be read as an image. Nothing was added.",
    "Which output is meant?", "There are several.", "one", "two", "Remove it?", "Remove",
    "Rename image", "Name",
    "Every result that was made of it goes.", "Add a model",
)  # fmt: skip
"""Names, labels and sentences of the made-up verbs and of what the tests ask, as they are shown."""
_DIGEST = re.compile(r"\b([0-9a-f]{2})\1{7,}…?")


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication, theme: ThemeManager) -> Iterator[Stage]:
    with brackets(qapp):
        yield make_stage(qtbot, theme, (1440, 900))


def untranslated(root: QWidget, drawn: list[str]) -> set[str]:
    found = [*texts_of(root), *(("drawn", text) for text in drawn)]
    return {f"{where}: {text}" for where, text in found if not set(outside(_told(text))) <= SAME_EVERYWHERE}


def _told(text: str) -> str:
    """Return a text without what the made-up verbs have told."""
    for words in sorted(DATA, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", "", text)
    return _DIGEST.sub("", text)


@pytest.mark.parametrize("show", SCREENS, ids=[show.__name__ for show in SCREENS])
def test_every_text_of_a_screen_is_translated(stage: Stage, show: Callable[[Stage], None]) -> None:
    with drawn_texts() as drawn:
        show(stage)
        stage.live()
    assert untranslated(stage.window, drawn) == set()


def test_every_text_of_the_dialogs_is_translated(stage: Stage) -> None:
    stage.open_sample()
    found = {}
    for ask in DIALOGS:
        with drawn_texts() as drawn:
            ask(stage)
            stage.live()
        [dialog] = [one for one in stage.window.findChildren(QDialog) if one.isVisible()]
        found[ask.__name__] = untranslated(dialog, drawn)
        dialog.reject()
        dialog.deleteLater()
        stage.live()
    assert {name: texts for name, texts in found.items() if texts} == {}


def refusing(error: Exception) -> Callable[..., object]:
    def refuse(*_: object) -> object:
        raise error

    return refuse


def inspecting(**values: object) -> Callable[..., object]:
    def inspect(request: object, *_: object) -> object:
        return make_inspection(request.path, **values)  # type: ignore[attr-defined]

    return inspect


ADDING: dict[str, Callable[..., object]] = {
    "open": inspecting(),
    "told": inspecting(is_open=False),
    "choice": inspecting(choices=(Choice("output", "logits", ("aux",)),)),
    "no labels": inspecting(labels=(), files=()),
    "predict only": inspecting(unexplainable=("The network has no class 3.",)),
    "missing": refusing(
        UnreadableNetworkError("The network is damaged.", missing="weights", expected="deploy.caffemodel")
    ),
    "structure": refusing(UnsupportedNetworkError("The network is damaged.", architecture="conv fc")),
    "refused": refusing(UnreadableNetworkError("net.pth is empty.", "It is empty.", "Check the path.")),
}
"""What the dialog that adds models can be told."""


def test_every_text_about_a_model_to_be_added_is_translated(stage: Stage) -> None:
    stage.open_sample()
    found = {}
    for name, answer in ADDING.items():
        stage.runner._workplace.catalogue["inspect_network"] = answer
        with drawn_texts() as drawn:
            stage.program.presenter.drop([Path("deploy.prototxt")])
            stage.live()
            dialog = stage.dialog
            stage.program.networks.adding.show_other(True)
            stage.live()
        found[name] = untranslated(dialog, drawn)
        dialog.reject()
        stage.live()
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_every_text_of_projects_and_messages_is_translated(stage: Stage) -> None:
    projects = [make_project("p1", "My project"), make_project("p2", "Lungs", 4), make_project("p3", "Empty")]
    stage.library.projects = [replace(projects[0], n_networks=2, n_images=1), *projects[1:]]
    with drawn_texts() as drawn:
        stage.program.presenter.start()
        stage.live()
        stage.window.actions_by_name["open_project"].trigger()
        stage.live()
        stage.program.presenter.drop([Path("/x/square.png"), Path("/x/notes.doc"), Path("/x/round.jpg")])
        stage.window.actions_by_name["check_library"].trigger()
        stage.live()
        stage.window.messages.open_over(stage.window._status.bell())
        stage.live()
    assert untranslated(stage.window, drawn) == set()
    assert untranslated(stage.window.messages, []) == set()
    stage.window.messages.close()


def test_every_text_of_made_images_is_translated(stage: Stage) -> None:
    stage.open_sample()
    with drawn_texts() as drawn:
        for tool, tab in ((1, stage.window.synthesis_tab), (2, stage.window.boundary_tab)):
            stage.window.tools.show_tool(tool)
            stage.live()
            tab.panel.run_box.run_clicked.emit()
            stage.live()
    assert untranslated(stage.window, drawn) == set()


class Forgetful(QWidget):
    """Says and draws words that nobody translates."""

    def paintEvent(self, _: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawText(10, 20, "drawn words")


def test_a_text_that_was_forgotten_is_found(qtbot: QtBot) -> None:
    window = Forgetful()
    qtbot.addWidget(window)
    QLabel("Plain words", window).setToolTip("⟦translated⟧ and more")
    with drawn_texts() as drawn:
        window.grab()
    assert untranslated(window, drawn) == {
        "QLabel: Plain words",
        "QLabel: ⟦translated⟧ and more",
        "drawn: drawn words",
    }
