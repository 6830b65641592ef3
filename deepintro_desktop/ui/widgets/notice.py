"""A strip below the picture: says what is missing and offers a way on, and hides nothing of the picture."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.action_row import Action, ActionRow
from deepintro_desktop.ui.widgets.tab_order import follow_layout
from deepintro_desktop.ui.widgets.toast import BOTTOM_STRIP


class Notice(QFrame):
    """Hidden until something is said; ``action_triggered`` carries the key of a button."""

    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name, self._token = "search", "text3"
        self.setProperty("ground", "surface")
        self.setProperty("edge", "top")
        self._icon, self._title, self._text = QLabel(self), QLabel(self), QLabel(self)
        self._title.setProperty("c", "heading")
        for label in (self._title, self._text):
            label.setWordWrap(True)
        self._buttons = ActionRow(theme, self)
        self._buttons.action_triggered.connect(self.action_triggered)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addWidget(self._buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(10)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.hide()
        theme.theme_changed.connect(self._refresh)

    def say(self, icon: str, token: str, title: str, text: str, actions: Sequence[Action] = ()) -> None:
        """Show the strip."""
        self._icon_name, self._token = icon, token
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._buttons.set_actions(actions)
        follow_layout(self.parentWidget())  # the new buttons were made last
        self._refresh()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep toasts off the buttons."""
        super().resizeEvent(event)
        self._keep_toasts_off()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Keep toasts off the buttons."""
        super().showEvent(event)
        self._keep_toasts_off()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Let toasts use the room again."""
        super().hideEvent(event)
        self.window().setProperty(BOTTOM_STRIP, 0)

    def _keep_toasts_off(self) -> None:
        if self.isVisible():
            foot = self.parentWidget().height() - self.geometry().bottom()
            self.window().setProperty(BOTTOM_STRIP, self.height() + max(foot, 0))

    def _refresh(self) -> None:
        dpr = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, self._token, 20, dpr))
