"""A row of buttons that says what to do next, in states, failures and notices."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.buttons import PushButton


@dataclass(frozen=True, slots=True)
class Action:
    """A button: its key in the signal, its words, its drawing, whether it is the best next step."""

    key: str
    text: str
    icon: str = ""
    primary: bool = False


class ActionRow(QWidget):
    """Buttons side by side, at the left or in the middle; ``action_triggered`` carries a button's key."""

    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget, *, centred: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._centred = centred
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def set_actions(self, actions: Sequence[Action]) -> None:
        """Show these buttons in place of the present ones."""
        while self._layout.count():
            item = self._layout.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self._centred:
            self._layout.addStretch(1)
        for action in actions:
            kind = "primary" if action.primary else ""
            button = PushButton(self._theme, action.text, self, icon=action.icon, kind=kind)
            button.setObjectName(action.key)
            button.clicked.connect(self._on_clicked)
            self._layout.addWidget(button)
        self._layout.addStretch(1)
        self.setVisible(bool(actions))

    def _on_clicked(self) -> None:
        self.action_triggered.emit(self.sender().objectName())
