"""What can be seen and changed about entries that are there."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot
from support.fake_jobs import REFUSAL, FakeNotifier, FakePrompter, FakeRunner, FakeSettings, Recorder
from support.results import make_image, make_network
from support.stage import Stage

from deepintro_desktop.core.adjust import LabelsRequest, Preparation, PreparationRequest
from deepintro_desktop.core.records import SourceFile
from deepintro_desktop.core.results import AddedNetwork
from deepintro_desktop.core.specification import ChannelOrder, InputSpecification
from deepintro_desktop.ui.dialogs.facts import FactsDialog, LabelsDialog
from deepintro_desktop.ui.docks.networks.care import NetworkCare, formula
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.theme import ThemeManager

IMAGENET = InputSpecification(60, 60, scale=1 / 255, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225))
CAFFE = InputSpecification(60, 60, order=ChannelOrder.BGR, mean=(104.0, 117.0, 123.0))


class Desk:
    """A presenter on fakes."""

    def __init__(self) -> None:
        self.runner, self.notifier, self.prompter = FakeRunner(), FakeNotifier(), FakePrompter()
        self.list = Recorder()
        services = Services(self.runner, self.notifier, self.prompter, FakeSettings())
        self.care = NetworkCare(services, self.list)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_labels_come_from_a_file_and_the_list_is_read_again(desk: Desk) -> None:
    desk.prompter.files = (Path("/x/names.txt"),)
    desk.care.ask_labels(make_network())
    assert desk.runner.last("replace_labels").request == LabelsRequest("n1", Path("/x/names.txt"))
    desk.runner.last("replace_labels").succeed(make_network())
    assert desk.list.last("refresh") == "n1"
    assert desk.notifier.messages[-1][1] == "Labels replaced"
    desk.care.ask_labels(make_network())
    desk.runner.last("replace_labels").fail(REFUSAL)
    assert desk.prompter.failures[-1][0] == "Replace the labels"


def test_preparation_in_use_comes_first_and_changes_nothing(desk: Desk) -> None:
    desk.care.ask_preparation(make_network())
    desk.prompter.text = f"As now:  {formula(CAFFE)}"
    desk.runner.last("preparations").succeed((Preparation("", CAFFE), Preparation("imagenet", IMAGENET)))
    assert desk.prompter.asked[-1][1].startswith("As now:  BGR, x − (104, 117, 123), imagenet:")
    assert desk.runner.count("prepare_otherwise") == 0


def test_another_preparation_is_added_and_selected(desk: Desk) -> None:
    desk.care.ask_preparation(make_network())
    desk.prompter.text = f"imagenet:  {formula(IMAGENET)}"
    desk.runner.last("preparations").succeed((Preparation("", CAFFE), Preparation("imagenet", IMAGENET)))
    assert desk.runner.last("prepare_otherwise").request == PreparationRequest("n1", "imagenet")
    desk.runner.last("prepare_otherwise").succeed(AddedNetwork(make_network("n2"), True))
    assert desk.list.last("refresh") == "n2"
    assert desk.notifier.messages[-1][1] == "Already here"


def test_formula_says_what_happens_to_a_pixel() -> None:
    assert formula(IMAGENET) == "RGB, (x / 255 − (0.485, 0.456, 0.406)) / (0.229, 0.224, 0.225)"
    grey = InputSpecification(8, 8, 1, ChannelOrder.GRAY, mean=(0.5,), std=(0.5,), scale=1 / 255)
    assert formula(grey) == "grey, (x / 255 − 0.5) / 0.5"
    assert formula(InputSpecification(8, 8)) == "RGB, x"


@pytest.fixture
def stage(qtbot: QtBot, theme: ThemeManager, tmp_path: Path) -> Stage:
    stage = Stage(theme)
    qtbot.addWidget(stage.window)
    stage.window.show()
    stage.open_sample()
    file = SourceFile("network", "net.onnx", "ab" * 32, 12345)
    stage.library.networks = [make_network("sample", "Shapes", files=(file,))]
    stage.library.images = [make_image("s1", "square.png", source_path=str(tmp_path / "square.png"))]
    stage.program.networks.refresh()
    stage.program.images.refresh()
    stage.live()
    return stage


def entries(stage: Stage, dock) -> dict[str, bool]:
    dock._on_more_clicked()
    [menu] = [menu for menu in dock.findChildren(QMenu) if menu.isVisible()]
    found = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    menu.close()
    stage.live()
    return found


def test_menus_have_what_belongs_to_an_entry(stage: Stage) -> None:
    assert entries(stage, stage.window.networks_dock) == dict.fromkeys(
        ("Rename…", "Labels…", "How pixels are prepared…", "Details…", "Remove…"), True
    )
    names = ("Rename…", "How the image is seen…", "Show the file", "Copy the path", "Details…", "Remove…")
    assert entries(stage, stage.window.images_dock) == dict.fromkeys(names, True)


def test_path_of_a_picture_is_copied(stage: Stage, tmp_path: Path) -> None:
    stage.window.images_dock.copy_path()
    assert QGuiApplication.clipboard().text() == str(tmp_path / "square.png")


def test_details_have_digests_and_can_be_copied(stage: Stage) -> None:
    for dock, digest in ((stage.window.networks_dock, "ab" * 32), (stage.window.images_dock, "SHA-256 s1")):
        dock.show_details()
        [dialog] = [one for one in stage.window.findChildren(FactsDialog) if one.isVisible()]
        text = dialog.findChild(QPlainTextEdit).toPlainText()
        assert digest in text
        buttons = dialog.findChild(QDialogButtonBox).buttons()
        next(button for button in buttons if button.text() == "Copy").click()
        assert QGuiApplication.clipboard().text() == text
        dialog.reject()


def test_labels_are_listed_searched_and_replaced(stage: Stage) -> None:
    stage.window.networks_dock.show_labels()
    [dialog] = stage.window.findChildren(LabelsDialog)
    assert dialog.list.model().rowCount() == 6
    dialog.search.setText("CHEE")
    assert [dialog.list.model().index(0, 0).data()] == ["2  cheese"]
    other = next(button for button in dialog.buttons.buttons() if button.text() == "Other names…")
    other.click()
    assert stage.prompter.asked[-1][0] == "Labels of Shapes"


def test_new_labels_are_seen_in_the_tab(stage: Stage) -> None:
    names = tuple(f"other {index}" for index in range(6))
    stage.library.networks = [make_network("sample", "Shapes", labels=names)]
    stage.program.networks.refresh()
    stage.live()
    assert tuple(stage.tab.side.target.labels()) == names
