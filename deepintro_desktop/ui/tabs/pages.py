"""What every tool shows when it cannot work: what is missing, what was stopped, what failed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.empty_state import EmptyState
from deepintro_desktop.ui.widgets.failure_panel import Failure, FailurePanel

_FAILURE_WIDTH = 560


class ToolPages(QFrame):
    """The tool, or a page in its place; ``action_triggered`` carries the key of a button on a page."""

    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "surface")
        self._message = EmptyState(theme, self)
        self._failure = FailurePanel(theme, self)
        self._failure_page = self._make_failure_page()
        self._tools: QWidget | None = None
        self._stack = QStackedLayout(self)
        for page in (self._message, self._failure_page):
            self._stack.addWidget(page)
        for source in (self._message, self._failure):
            source.action_triggered.connect(self.action_triggered)

    def set_tools(self, tools: QWidget) -> None:
        """Take the tool itself; a message stays in front until :meth:`show_tools`."""
        self._tools = tools
        self._stack.addWidget(tools)

    def show_tools(self) -> None:
        """Show the tool."""
        if self._tools is not None:
            self._stack.setCurrentWidget(self._tools)

    def say_missing(self, *, network: bool, image: bool, listed: bool) -> None:
        """Say which of network and image is not chosen yet; ``listed``: the lists hold some."""
        add_network = Action("add-network", self.tr("Add a model"), "add")
        add_images = Action("add-images", self.tr("Add images"), "add")
        if network and image:
            title, actions = self.tr("Choose a model and an image"), (add_network, add_images)
        elif network:
            title, actions = self.tr("Choose a model"), (add_network,)
        else:
            title, actions = self.tr("Choose an image"), (add_images,)
        if listed:
            text = self.tr("Click one at the left, or drop files anywhere on the window.")
        else:
            text = self.tr("Drop files anywhere on the window, or choose them here.")
        self.say("network" if network else "image", title, text, actions)

    def say_reading(self, text: str) -> None:
        """Say that what is missing is being read."""
        self.say("clock", text, self.tr("It will be shown as soon as it is there."), ())

    def say(self, icon: str, title: str, text: str, actions: Sequence[Action]) -> None:
        """Show a sentence and buttons instead of the tool."""
        self._message.set_content(icon, title, text, actions)
        self._stack.setCurrentWidget(self._message)

    def fail(self, failure: Failure, lost: str) -> None:
        """Show what failed instead of the tool; ``lost``: which entry cannot be read any more."""
        remove = Action(f"remove-{lost}", self.tr("Remove from the list"), "trash", primary=True)
        retry = Action("retry", self.tr("Try again"), "refresh", primary=not lost)
        self._failure.set_failure(failure, (remove, retry) if lost else (retry,))
        self._stack.setCurrentWidget(self._failure_page)

    def _make_failure_page(self) -> QWidget:
        page = QWidget(self)
        self._failure.setMaximumWidth(self._theme.px(_FAILURE_WIDTH))
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 64, 16, 16)
        row.addStretch(1)
        row.addWidget(self._failure, 100)
        row.addStretch(1)
        return page
