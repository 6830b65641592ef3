"""Small dialogs: a question, a line of text, a failure, the keys, about."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.failure_panel import Failure, FailurePanel


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
        self.setMinimumWidth(400)

    def answer(self) -> tuple[Any, ...]:
        """Return the text."""
        return (self.edit.text(),)

    def _on_text_changed(self, text: str) -> None:
        self.accept_button.setEnabled(bool(text.strip()))


class FailureDialog(FramedDialog):
    """What happened, why, what to try, details to copy."""

    def __init__(self, theme: ThemeManager, parent: QWidget, title: str, failure: Failure) -> None:
        super().__init__(parent, title)
        self.content.setContentsMargins(4, 4, 4, 4)
        panel = FailurePanel(theme, self)
        panel.set_failure(failure)
        self.content.addWidget(panel)
        self.setMinimumWidth(520)


class KeysDialog(FramedDialog):
    """Which key does what."""

    def __init__(self, parent: QWidget, title: str, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent, title)
        self.add_text(title, "title")
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for row, (key, meaning) in enumerate(keys):
            name = QLabel(key, self)
            name.setProperty("c", "heading")
            grid.addWidget(name, row, 0)
            grid.addWidget(QLabel(meaning, self), row, 1)
        grid.setColumnStretch(1, 1)
        self.content.addLayout(grid)
        self.setMinimumWidth(440)


class AboutDialog(FramedDialog):
    """What this program is."""

    def __init__(self, parent: QWidget, title: str, paragraphs: Sequence[str]) -> None:
        super().__init__(parent, title)
        self.add_text("DeepIntro Desktop", "title")
        for text in paragraphs:
            self.add_text(text)
        self.setMinimumWidth(460)
