"""Which language is spoken, and that Qt and the code without Qt speak the same."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot
from support.languages import speaking

from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.dialogs.add_network.own_panel import OwnPanel
from deepintro_desktop.ui.language import LANGUAGES, language_for
from deepintro_desktop.ui.theme import ThemeManager


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Speak German in this test."""
    with speaking(qapp, "de"):
        yield


@pytest.mark.parametrize(
    ("setting", "system", "language"),
    [
        ("system", ["de-AT", "en-US"], "de"),
        ("system", ["fr_FR", "de"], "de"),
        ("system", ["en-US", "de"], "en"),
        ("system", ["fr"], "en"),
        ("system", [], "en"),
        ("en", ["de"], "en"),
        ("de", ["en"], "de"),
        ("xx", ["de"], "en"),
    ],
)
def test_the_setting_counts_before_the_system(setting: str, system: list[str], language: str) -> None:
    assert language_for(setting, system) == language
    assert language in LANGUAGES


def test_the_window_the_words_and_the_messages_are_german(qapp: QApplication, german: None) -> None:
    assert QCoreApplication.translate("Actions", "&File") == "&Datei"
    assert translate("Words", "Explaining") == "Erklärung wird berechnet"
    assert said("cat.png is damaged. Copy or download it again.") == (
        "cat.png ist beschädigt. Kopieren oder laden Sie es erneut."
    )
    assert translate("Words", "never written") == "never written"


def test_the_buttons_of_qt_are_german(qapp: QApplication, german: None) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


def test_the_default_locale_is_german(qapp: QApplication, german: None) -> None:
    assert QLocale().language() is QLocale.Language.German


def test_a_class_that_inherits_texts_speaks_them(qtbot: QtBot, theme: ThemeManager, german: None) -> None:
    """The context of a text is the class that says it, also in an object of another class."""

    class Special(OwnPanel):
        pass

    parent = QWidget()
    qtbot.addWidget(parent)
    panel = Special(theme, parent)
    assert panel.tr("Height") == "Höhe"
    assert [panel.fit.itemText(place) for place in range(3)] == [
        "Strecken", "Mitte ausschneiden", "Mit Rand auffüllen",
    ]  # fmt: skip
