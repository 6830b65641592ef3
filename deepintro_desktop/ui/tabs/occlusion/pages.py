"""How the occlusion tab is laid out: the tool, or a page that says what is missing or what failed."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from deepintro_desktop.ui.tabs.occlusion.canvas_area import CanvasArea
from deepintro_desktop.ui.tabs.occlusion.side_panel import SidePanel
from deepintro_desktop.ui.tabs.occlusion.undo_keys import UndoKeys
from deepintro_desktop.ui.tabs.pages import ToolPages
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import COMPACT_BELOW
from deepintro_desktop.ui.widgets.action_row import Action
from deepintro_desktop.ui.widgets.controls_bar import ControlsBar
from deepintro_desktop.ui.widgets.feature_list import FeatureListPanel


class OcclusionPages(ToolPages):
    """The parts of the occlusion tab."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.controls = ControlsBar(theme, self)
        self.features = FeatureListPanel(theme, self)
        self.area = CanvasArea(theme, self)
        self.side = SidePanel(theme, self)
        self.set_tools(self._make_tools())
        self._undo_keys = UndoKeys(self)
        for box in self.controls.findChildren(QDoubleSpinBox):
            self._undo_keys.watch(box)

    def say_stopped(self) -> None:
        """Say that the explanation was stopped before there was anything."""
        again = Action("retry", self.tr("Explain"), "play", primary=True)
        self.say("stop", self.tr("Stopped"), self.tr("Nothing was computed for this picture."), (again,))

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
