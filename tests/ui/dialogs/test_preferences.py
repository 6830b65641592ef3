"""What can be set for the whole program."""

import pytest
from PySide6.QtWidgets import QWidget

from deepintro_desktop.ui.dialogs.preferences import PreferencesDialog
from deepintro_desktop.ui.theme import ThemeMode


@pytest.fixture
def open_dialog(theme, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def opened(devices=("cpu", "cuda:0"), device="auto"):
        dialog = PreferencesDialog(theme, parent, devices, device)
        qtbot.addWidget(dialog)
        return dialog

    return opened


def test_what_is_set_is_chosen(open_dialog, theme):
    theme.set_mode(ThemeMode.DARK)
    assert open_dialog(device="cuda:0").answer() == ("dark", "cuda:0")
    assert open_dialog().answer() == ("dark", "auto")


def test_a_device_that_is_away_stays_in_the_list(open_dialog):
    dialog = open_dialog(devices=("cpu",), device="cuda:1")
    assert dialog.answer()[1] == "cuda:1"
    assert [dialog.device.itemData(index) for index in range(dialog.device.count())] == [
        "auto",
        "cpu",
        "cuda:1",
    ]


def test_devices_have_words(open_dialog):
    dialog = open_dialog()
    names = [dialog.device.itemText(index) for index in range(dialog.device.count())]
    assert names == ["The fastest that is there", "Processor (CPU)", "Graphics card (CUDA) 0"]


def test_the_answer_comes_when_it_is_saved(open_dialog):
    answers = []
    dialog = open_dialog()
    dialog.ask(lambda *answer: answers.append(answer))
    dialog.modes.set_choice("dark")
    dialog.device.setCurrentIndex(1)
    assert answers == []
    dialog.accept()
    assert answers == [("dark", "cpu")]
