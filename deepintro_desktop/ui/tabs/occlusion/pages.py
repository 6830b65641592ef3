"""How the occlusion tab is laid out: the tool, or a page that says what is missing or what failed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from deepintro_desktop.ui.tabs.occlusion.canvas_area import CanvasArea
from deepintro_desktop.ui.tabs.occlusion.side_panel import SidePanel
from deepintro_desktop.ui.tabs.occlusion.undo_keys import UndoKeys
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import COMPACT_BELOW
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.controls_bar import ControlsBar
from deepintro_desktop.ui.widgets.empty_state import EmptyState
from deepintro_desktop.ui.widgets.failure_panel import Failure, FailurePanel
from deepintro_desktop.ui.widgets.feature_list import FeatureListPanel

_FAILURE_WIDTH = 560


class OcclusionPages(QFrame):
    """``action_triggered`` carries the key of a button on one of the pages."""

    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("ground", "surface")
        self.controls = ControlsBar(theme, self)
        self.features = FeatureListPanel(theme, self)
        self.area = CanvasArea(theme, self)
        self.side = SidePanel(theme, self)
        self._message = EmptyState(theme, self)
        self._failure = FailurePanel(theme, self)
        self._tools = self._make_tools()
        self._failure_page = self._make_failure_page()
        self._undo_keys = UndoKeys(self)
        for box in self.controls.findChildren(QDoubleSpinBox):
            self._undo_keys.watch(box)
        self._stack = QStackedLayout(self)
        for page in (self._message, self._failure_page, self._tools):
            self._stack.addWidget(page)
        for source in (self._message, self._failure):
            source.action_triggered.connect(self.action_triggered)

    def show_tools(self) -> None:
        """Show the tool."""
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

    def say_stopped(self) -> None:
        """Say that the explanation was stopped before there was anything."""
        again = Action("retry", self.tr("Explain"), "play", primary=True)
        self.say("stop", self.tr("Stopped"), self.tr("Nothing was computed for this picture."), (again,))

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

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Become compact when there is little room."""
        super().resizeEvent(event)
        compact = self.width() < self._theme.px(COMPACT_BELOW)
        for part in (self.controls, self.features, self.area, self.side):
            part.set_compact(compact)

    def _make_tools(self) -> QWidget:
        tools = QWidget(self)
        self.features.setProperty("edge", "right")
        lower = QHBoxLayout()
        lower.setSpacing(0)
        lower.addWidget(self.features)
        lower.addWidget(self.area, 1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.controls)
        left.addLayout(lower, 1)
        whole = QHBoxLayout(tools)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(self.side)
        return tools

    def _make_failure_page(self) -> QWidget:
        page = QWidget(self)
        self._failure.setMaximumWidth(self._theme.px(_FAILURE_WIDTH))
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 64, 16, 16)
        row.addStretch(1)
        row.addWidget(self._failure, 100)
        row.addStretch(1)
        return page
