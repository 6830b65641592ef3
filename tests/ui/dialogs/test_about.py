"""What the program says about itself and about what it is made of."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from deepintro_desktop.core.licences import Licence
from deepintro_desktop.ui.dialogs.about import PATENTS, AboutDialog
from deepintro_desktop.ui.dialogs.licences import LicencesDialog


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def licences(tmp_path):
    (tmp_path / "a.txt").write_text("Text of a\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    return (
        Licence("alpha", "1.2", "MIT", tmp_path / "a.txt"),
        Licence("beta", "3", "", tmp_path / "empty.txt"),
        Licence("gamma", "4", "Apache-2.0", tmp_path / "missing.txt"),
    )


def _words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel)).replace("\u00a0", " ")


def test_it_names_the_patents_the_limits_and_the_version(parent, theme):
    words = _words(AboutDialog(theme, parent, "1.2.3"))
    assert "Version 1.2.3" in words
    assert all(number in words for number in PATENTS)
    assert PATENTS == ("US 12061966", "EP 3271863 B1", "CA 2979579")
    assert "personal and scientific use only" in words
    assert "Not a medical device" in words
    assert "Works without internet" in words


def test_its_button_asks_for_the_licences(parent, theme, qtbot):
    dialog = AboutDialog(theme, parent, "1")
    dialog.ask()
    (button,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "Licences…")
    with qtbot.waitSignal(dialog.licences_requested):
        button.click()


def test_the_text_of_the_chosen_package_is_shown(parent, theme, licences):
    dialog = LicencesDialog(theme, parent, licences)
    assert (dialog.name.text(), dialog.text.toPlainText()) == ("alpha 1.2: MIT", "Text of a\n")
    dialog.list.setCurrentRow(1)
    assert dialog.name.text() == "beta 3: see its text"
    assert "no text" in dialog.text.toPlainText()
    dialog.list.setCurrentRow(2)
    assert dialog.text.toPlainText() == "The text cannot be read."


def test_search_finds_packages_and_licences(parent, theme, licences):
    dialog = LicencesDialog(theme, parent, licences)
    dialog.search.setText("apache")
    assert [dialog.list.item(row).isHidden() for row in range(3)] == [True, True, False]
    assert dialog.name.text() == "gamma 4: Apache-2.0"
    dialog.search.setText("nothing of that kind")
    assert all(dialog.list.item(row).isHidden() for row in range(3))


def test_the_text_can_be_copied(parent, theme, licences):
    dialog = LicencesDialog(theme, parent, licences)
    (button,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "Copy")
    button.click()
    assert QGuiApplication.clipboard().text() == "Text of a\n"
