"""Questions before something is destroyed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from deepintro_desktop.ui.dialogs.small import ConfirmDialog


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
