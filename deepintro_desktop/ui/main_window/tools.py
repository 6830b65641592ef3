"""The centre: the tools as tabs, and what they look at."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import TABS_HEIGHT


class ToolsArea(QWidget):
    """A line of 40 px with the tabs, the subject and undo; below it the tool.

    Parameters
    ----------
    undo_button : QWidget
        Belongs to the first tool and is seen with it only.
    """

    def __init__(self, theme: ThemeManager, undo_button: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._undo_button = undo_button
        self._tabs = QTabBar(self)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.setAccessibleName(self.tr("Tools"))
        self._stack = QStackedWidget(self)
        self._subject = QLabel(self)
        self._subject.setTextFormat(Qt.TextFormat.RichText)
        head = QFrame(self)
        head.setFixedHeight(theme.px(TABS_HEIGHT))
        head.setProperty("ground", "surface")
        head.setProperty("edge", "bottom")
        row = QHBoxLayout(head)
        row.setContentsMargins(4, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        row.addWidget(self._subject)
        row.addWidget(undo_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._on_tab_changed)

    def add_tool(self, name: str, tool: QWidget) -> None:
        """Add a tab at the right; Alt and its number bring it to the front."""
        index = self._stack.addWidget(tool)
        self._tabs.addTab(name)
        key = QKeySequence(f"Alt+{index + 1}")
        self._tabs.setTabToolTip(index, f"{name}  ({key.toString(QKeySequence.SequenceFormat.NativeText)})")
        shortcut = QShortcut(key, self)
        shortcut.setWhatsThis(self.tr("Show the tool {0}").format(name))
        shortcut.activated.connect(partial(self.show_tool, index))

    def show_tool(self, index: int) -> None:
        """Bring a tool to the front; nothing happens when there is no such tool."""
        if 0 <= index < self._tabs.count():
            self._tabs.setCurrentIndex(index)

    def current_tool(self) -> int:
        """Return the position of the tool in front."""
        return self._tabs.currentIndex()

    def front(self) -> QWidget:
        """Return the tool in front."""
        return self._stack.currentWidget()

    def set_subject(self, network_name: str, image_name: str) -> None:
        """Say what the tools look at; empty names for nothing."""
        names = [f"<b>{_escaped(name)}</b>" for name in (network_name, image_name) if name]
        self._subject.setText(f" &nbsp;{self.tr('on')}&nbsp; ".join(names))

    def _on_tab_changed(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._undo_button.setVisible(index == 0)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
