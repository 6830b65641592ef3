"""What can be set for the whole program."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.settings import SETTINGS
from deepintro_desktop.ui.dialogs.preferences import PreferencesDialog
from deepintro_desktop.ui.presenters.preferences import Preferences
from deepintro_desktop.ui.theme import ThemeMode


@pytest.fixture
def open_dialog(theme, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def opened(devices=("cpu", "cuda:0"), **chosen):
        dialog = PreferencesDialog(theme, parent, devices, Preferences(**chosen))
        qtbot.addWidget(dialog)
        return dialog

    return opened


def test_what_is_set_is_chosen(open_dialog, theme):
    theme.set_mode(ThemeMode.DARK)
    chosen = {"device": "cuda:0", "language": "de", "default_method": "sensitivity", "show_patient": True}
    assert open_dialog(**chosen).answer() == ("dark", Preferences(**chosen))
    assert open_dialog().answer() == ("dark", Preferences("auto", "system", "", False))


def test_a_device_that_is_away_stays_in_the_list(open_dialog):
    dialog = open_dialog(devices=("cpu",), device="cuda:1")
    assert dialog.answer()[1].device == "cuda:1"
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
    assert answers == [("dark", Preferences("cpu"))]


def test_every_method_that_makes_features_can_be_the_default(open_dialog):
    box = open_dialog().method
    assert [box.itemData(place) for place in range(box.count())] == ["", *METHOD_LABELS]
    assert box.itemText(0) == "What suits each model (LRP)"


def test_languages_are_called_as_they_call_themselves(open_dialog):
    box = open_dialog().language
    listed = [(box.itemText(place), box.itemData(place)) for place in range(box.count())]
    assert listed == [("As the system", "system"), ("English", "en"), ("Deutsch", "de")]
    assert all(SETTINGS["language"].accepts(code) for _, code in listed)


def test_the_reason_to_choose_another_method_is_said(open_dialog):
    words = " ".join(label.text() for label in open_dialog().findChildren(QLabel))
    assert "patents" in words
    assert "personal and scientific use only" in words
