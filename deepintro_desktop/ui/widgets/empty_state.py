"""What an empty place says: an icon, a title, a sentence, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import ICON_STATE
from deepintro_desktop.ui.widgets.action_row import Action, ActionRow


class EmptyState(QWidget):
    """Centred icon, title, sentence and buttons; ``action_triggered`` carries the key of a button."""

    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = "image"
        self._icon = QLabel(self)
        self._title = QLabel(self)
        self._title.setProperty("c", "heading")
        self._text = QLabel(self)
        self._text.setProperty("c", "second")
        self._text.setWordWrap(True)
        self._buttons = ActionRow(theme, self, centred=True)
        self._buttons.action_triggered.connect(self.action_triggered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 16, 14, 16)
        layout.setSpacing(6)
        layout.addStretch(1)
        for label in (self._icon, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addSpacing(4)
        layout.addWidget(self._buttons)
        layout.addStretch(1)
        self._text.setMaximumWidth(16777215)
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        theme.theme_changed.connect(self._refresh)

    def set_content(self, icon: str, title: str, text: str = "", actions: Sequence[Action] = ()) -> None:
        """Say something."""
        self._icon_name = icon
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._buttons.set_actions(actions)
        self._refresh()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a small size: the sentence may break into many lines."""
        return QSize(160, 120)

    def _refresh(self) -> None:
        dpr = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, "text3", ICON_STATE, dpr))
