"""The title of a dock: its name, how many entries it has, and its buttons."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import DOCK_TITLE_HEIGHT
from deepintro_desktop.ui.widgets.buttons import IconButton


class DockTitle(QFrame):
    """A line of 36 px; buttons are added from left to right with :meth:`add_button`."""

    def __init__(self, theme: ThemeManager, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.px(DOCK_TITLE_HEIGHT))
        self.setProperty("ground", "window")
        self._title = QLabel(title, self)
        self._title.setProperty("c", "heading")
        self._count = QLabel(self)
        self._count.setProperty("c", "second")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 4, 8, 4)
        self._layout.setSpacing(6)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._count)
        self._layout.addStretch(1)

    def set_title(self, title: str) -> None:
        """Change the name."""
        self._title.setText(title)

    def set_count(self, count: int | None) -> None:
        """Show how many entries there are; ``None`` and 0 show nothing."""
        self._count.setText(str(count) if count else "")

    def add_button(self, icon: str, text: str) -> IconButton:
        """Add a button with an icon; ``text`` says what it does."""
        button = IconButton(self._theme, icon, text, self)
        self._layout.addWidget(button)
        return button

    def add_widget(self, widget: QWidget) -> None:
        """Add anything else."""
        self._layout.addWidget(widget)
