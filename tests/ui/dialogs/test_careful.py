"""Questions: what Enter means, where typing goes, which of several is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from deepintro_desktop.ui.dialogs.small import ChoiceDialog, ConfirmDialog, TextDialog


def test_enter_means_cancel(qtbot):
    parent, answers = QWidget(), []
    qtbot.addWidget(parent)
    dialog = ConfirmDialog(parent, "Remove it?", "Really.", "Remove")
    dialog.ask(lambda: answers.append("yes"))
    assert dialog.quiet_button.isDefault()
    assert dialog.accept_button.property("c") == "danger"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert answers == []
    assert not dialog.isVisible()


def test_what_is_typed_goes_into_the_line(qtbot):
    parent, answers = QWidget(), []
    qtbot.addWidget(parent)
    dialog = TextDialog(parent, "Rename", "Name", "old")
    dialog.ask(answers.append)
    assert dialog.focusWidget() is dialog.edit
    qtbot.keyClicks(dialog.edit, "new")
    qtbot.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert answers == ["new"]


def test_the_guess_is_chosen_until_another_is(qtbot):
    parent, answers = QWidget(), []
    qtbot.addWidget(parent)
    for name in ("", "aux"):
        dialog = ChoiceDialog(
            parent, "Which?", "Several.", [f"output {index}" for index in range(30)] + ["aux"]
        )
        dialog.ask(answers.append)
        if name:
            dialog.choose(name)
        dialog.accept_button.click()
    assert answers == ["output 0", "aux"]
