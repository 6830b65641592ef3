"""The centre: the tools as tabs, and what they look at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTabBar, QVBoxLayout, QWidget

from deepintro_desktop.ui.tabs.occlusion.view import OcclusionTab
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import TABS_HEIGHT


class ToolsArea(QWidget):
    """A line of 40 px with the tabs, the subject and undo; below it the tool."""

    def __init__(self, theme: ThemeManager, occlusion: OcclusionTab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tabs = QTabBar(self)
        self._tabs.setExpanding(False)
        self._tabs.addTab(self.tr("Occlusion"))
        self._tabs.setAccessibleName(self.tr("Tools"))
        self._subject = QLabel(self)
        self._subject.setTextFormat(Qt.TextFormat.RichText)
        head = QFrame(self)
        head.setFixedHeight(theme.px(TABS_HEIGHT))
        head.setProperty("ground", "surface")
        head.setProperty("edge", "bottom")
        row = QHBoxLayout(head)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self._subject)
        row.addWidget(occlusion.undo_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(occlusion, 1)

    def set_subject(self, network_name: str, image_name: str) -> None:
        """Say what the tools look at; empty names for nothing."""
        names = [f"<b>{_escaped(name)}</b>" for name in (network_name, image_name) if name]
        self._subject.setText(f" &nbsp;{self.tr('on')}&nbsp; ".join(names))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
