"""Small dialogs: a question, a line of text, one of several, a failure."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.failure_panel import Failure, FailurePanel

_LIST_HEIGHT = 260
_LONG_LABEL = 80


class ConfirmDialog(FramedDialog):
    """A question before something that cannot be taken back; Cancel is what Enter means."""

    def __init__(self, parent: QWidget, title: str, text: str, action: str) -> None:
        super().__init__(parent, title, action)
        self.be_careful()
        self.add_text(title, "title")
        self.add_text(text)
        self.setFixedWidth(440)


class TextDialog(FramedDialog):
    """A line of text that must not be empty."""

    def __init__(self, parent: QWidget, title: str, label: str, value: str) -> None:
        super().__init__(parent, title, title)
        self.add_text(label, "label")
        self.edit = QLineEdit(value, self)
        self.edit.setAccessibleName(label)
        self.edit.selectAll()
        self.edit.textChanged.connect(self._on_text_changed)
        self.content.addWidget(self.edit)
        self.edit.setFocus()
        self.setFixedWidth(400 if len(label) < _LONG_LABEL else 560)

    def answer(self) -> tuple[Any, ...]:
        """Return the text."""
        return (self.edit.text(),)

    def _on_text_changed(self, text: str) -> None:
        self.accept_button.setEnabled(bool(text.strip()))


class ChoiceDialog(FramedDialog):
    """One of several; the first is the guess that is in use."""

    def __init__(self, parent: QWidget, title: str, text: str, names: Sequence[str]) -> None:
        super().__init__(parent, title, QCoreApplication.translate("ChoiceDialog", "Use it"))
        self.add_text(title, "title")
        self.add_text(text)
        self._buttons = [QRadioButton(name, self) for name in names]
        scroll, rows = QScrollArea(self), QWidget(self)
        layout = QVBoxLayout(rows)
        layout.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons:
            layout.addWidget(button)
        layout.addStretch()
        self._buttons[0].setChecked(True)
        scroll.setWidget(rows)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setMaximumHeight(_LIST_HEIGHT)
        scroll.setMinimumHeight(min(_LIST_HEIGHT, rows.sizeHint().height()))
        self.content.addWidget(scroll)
        self.setFixedWidth(440)
        self._buttons[0].setFocus()

    def choose(self, name: str) -> None:
        """Mark one of the names."""
        for button in self._buttons:
            button.setChecked(button.text() == name)

    def answer(self) -> tuple[Any, ...]:
        """Return the chosen name."""
        return (next(button.text() for button in self._buttons if button.isChecked()),)


class FailureDialog(FramedDialog):
    """What happened, why, what to try, details to copy."""

    def __init__(self, theme: ThemeManager, parent: QWidget, title: str, failure: Failure) -> None:
        super().__init__(parent, title)
        self.content.setContentsMargins(4, 4, 4, 4)
        panel = FailurePanel(theme, self)
        panel.set_failure(failure)
        self.content.addWidget(panel)
        self.setMinimumWidth(520)
