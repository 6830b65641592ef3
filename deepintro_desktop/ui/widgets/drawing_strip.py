"""The tools over the canvas: what the pointer draws, and what is done with selected features."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.buttons import IconButton
from deepintro_desktop.ui.widgets.canvas_sketch import CanvasTool

_GAP = 1
_LINE = 9


class DrawingStrip(QWidget):
    """Buttons for tools, of which one is on, and for actions, which are in a menu where room is short.

    Signals: ``tool_chosen`` (a :class:`CanvasTool`), ``action_triggered`` (``merge``, ``split``, ``rename``,
    ``delete``).
    """

    tool_chosen = Signal(str)
    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tools = QButtonGroup(self)
        self._tool_buttons = {
            CanvasTool.SELECT: self._button("pointer", self.tr("Select"), "V"),
            CanvasTool.RECTANGLE: self._button("rectangle", self.tr("Draw a rectangle"), "B"),
            CanvasTool.ELLIPSE: self._button("ellipse", self.tr("Draw an ellipse"), "E"),
            CanvasTool.LASSO: self._button("lasso", self.tr("Draw a lasso"), "L"),
        }
        self._texts = {
            "merge": (self.tr("Merge the selected features"), "merge", "M"),
            "split": (self.tr("Split the selected feature"), "split", "X"),
            "rename": (self.tr("Rename the selected feature"), "edit", "F2"),
            "delete": (self.tr("Delete the selected features"), "trash", self.tr("Delete")),
        }
        self._action_buttons = {
            key: self._button(icon, text, shortcut) for key, (text, icon, shortcut) in self._texts.items()
        }
        self._more = IconButton(theme, "more", self.tr("What can be done with selected features"), self)
        self._line = QFrame(self)
        self._able = dict.fromkeys(self._texts, False)
        self._build()
        self.set_short(False)
        self.set_possible(draw=False)

    def set_tool(self, tool: CanvasTool | str) -> None:
        """Show which tool is on; the line of a cut has no button of its own."""
        self._tools.setExclusive(False)
        for own, button in self._tool_buttons.items():
            button.setChecked(own is CanvasTool(tool))
        self._tools.setExclusive(True)

    def set_possible(self, *, draw: bool, **actions: bool) -> None:
        """Switch tools and actions; an action that is not named is off."""
        for tool, button in self._tool_buttons.items():
            button.setEnabled(draw or tool is CanvasTool.SELECT)
        for key, button in self._action_buttons.items():
            self._able[key] = actions.get(key, False)
            button.setEnabled(self._able[key])
        self._more.setEnabled(any(self._able.values()))

    def set_short(self, short: bool) -> None:
        """Put the actions into a menu."""
        for button in self._action_buttons.values():
            button.setVisible(not short)
        self._more.setVisible(short)

    def width_of(self, *, short: bool) -> int:
        """Return how wide the strip is with its actions beside the tools, or in a menu."""
        n_buttons = len(self._tool_buttons) + (1 if short else len(self._action_buttons))
        return n_buttons * (self._more.width() + _GAP) + _LINE

    def add_actions(self, menu: QMenu) -> None:
        """Offer the actions in a menu."""
        for key, (text, icon, shortcut) in self._texts.items():
            words = f"{text}{self.tr('…') if key == 'rename' else ''}\t{shortcut}"
            action = menu.addAction(self._theme.icon(icon, "text2", 16), words)
            action.setEnabled(self._able[key])
            action.triggered.connect(partial(self._trigger, key))

    def _button(self, icon: str, text: str, shortcut: str) -> IconButton:
        button = IconButton(self._theme, icon, text, self)
        button.set_hint(text, shortcut)
        return button

    def _build(self) -> None:
        for tool, button in self._tool_buttons.items():
            button.setCheckable(True)
            self._tools.addButton(button)
            button.clicked.connect(partial(self._choose, tool))
        for key, button in self._action_buttons.items():
            button.clicked.connect(partial(self._trigger, key))
        self._more.clicked.connect(self._on_more_clicked)
        self._tool_buttons[CanvasTool.SELECT].setChecked(True)
        self._line.setProperty("c", "upright")
        self._line.setFixedSize(1, 18)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for button in self._tool_buttons.values():
            row.addWidget(button)
        row.addSpacing(4)
        row.addWidget(self._line, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(4)
        for button in (*self._action_buttons.values(), self._more):
            row.addWidget(button)

    def _choose(self, tool: CanvasTool, _: bool = False) -> None:
        self.tool_chosen.emit(tool.value)

    def _trigger(self, key: str, _: bool = False) -> None:
        self.action_triggered.emit(key)

    def _on_more_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_actions(menu)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
