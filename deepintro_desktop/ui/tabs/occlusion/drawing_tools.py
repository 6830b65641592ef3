"""Connects drawing on the canvas, the strip of tools, the list of features, their menus and keys."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from deepintro_desktop.core.translation import marked
from deepintro_desktop.ui.tabs.occlusion.canvas_area import CanvasArea
from deepintro_desktop.ui.tabs.occlusion.state import Selection
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.canvas import CanvasTool
from deepintro_desktop.ui.widgets.feature_list import FeatureListPanel

_TOOL_KEYS = {
    "V": (CanvasTool.SELECT, marked("DrawingTools", "select features")),
    "B": (CanvasTool.RECTANGLE, marked("DrawingTools", "draw a rectangle")),
    "E": (CanvasTool.ELLIPSE, marked("DrawingTools", "draw an ellipse")),
    "L": (CanvasTool.LASSO, marked("DrawingTools", "draw with the lasso")),
}
_LIST_KEYS = (
    (
        "rename",
        Qt.Key.Key_F2,
        marked("DrawingTools", "rename the selected feature (in the picture, in its list)"),
    ),
    (
        "delete",
        Qt.Key.Key_Delete,
        marked("DrawingTools", "delete the selected feature (in the picture, in its list)"),
    ),
)
_INTENTS = {
    "merge": "merge_selected",
    "split": "split_selected",
    "rename": "rename_selected",
    "delete": "delete_selected",
}


class DrawingTools(QObject):
    """Tells the presenter what is drawn, selected and done with it.

    Parameters
    ----------
    tab : QWidget
        Where keys count.
    area, features
        What is drawn on, and the list beside it.
    tell : callable
        Takes the name of a method of the presenter, and its values.
    """

    def __init__(
        self,
        theme: ThemeManager,
        tab: QWidget,
        area: CanvasArea,
        features: FeatureListPanel,
        tell: Callable[..., object],
    ) -> None:
        super().__init__(tab)
        self._theme = theme
        self._tab = tab
        self._area, self._canvas, self._strip = area, area.canvas, area.strip
        self._list = features.view
        self._tell = tell
        self._possible = Selection()
        self.occluded: frozenset[int] = frozenset()
        self._connect()
        self._bind_keys()

    def show_selection(self, selection: Selection) -> None:
        """Mark the selected features and enable what can be done with them."""
        self._possible = selection
        self._canvas.set_selected(selection.numbers)
        self._list.set_selected(selection.numbers)
        self._strip.set_possible(
            draw=selection.can_draw,
            merge=selection.can_merge,
            split=selection.can_split,
            rename=selection.can_rename,
            delete=selection.can_delete,
        )
        if not selection.can_draw:
            self._canvas.set_tool(CanvasTool.SELECT)

    def ask_line(self) -> None:
        """Let a line be drawn along which the selected feature is cut."""
        self._area.choose_tool(CanvasTool.CUT.value)

    def _connect(self) -> None:
        self._canvas.shape_drawn.connect(self._on_shape_drawn)
        self._canvas.feature_picked.connect(partial(self._tell, "select"))
        self._canvas.region_picked.connect(self._on_region_picked)
        self._canvas.escaped.connect(partial(self._tell, "clear_selection"))
        self._area.menu.opening.connect(self._on_canvas_menu)
        self._list.feature_picked.connect(partial(self._tell, "select"))
        self._list.menu_requested.connect(self._on_menu_requested)
        self._strip.action_triggered.connect(self._do)

    def _bind_keys(self) -> None:
        for key, (tool, meaning) in _TOOL_KEYS.items():
            self._bind(key, meaning, partial(self._choose, tool))
        self._bind("M", marked("DrawingTools", "merge the selected features"), partial(self._do, "merge"))
        self._bind("X", marked("DrawingTools", "split the selected feature"), partial(self._do, "split"))
        # These two mean the lists at the left when the focus is there.
        for widget in (self._canvas, self._list):
            for name, key, meaning in _LIST_KEYS:
                shortcut = QShortcut(QKeySequence(key), widget)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.setWhatsThis(self.tr(meaning))
                shortcut.activated.connect(partial(self._do, name))

    def _bind(self, key: str, meaning: str, slot: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self._tab)
        shortcut.setWhatsThis(self.tr(meaning))
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(slot)

    def _choose(self, tool: CanvasTool) -> None:
        if self._possible.can_draw or tool is CanvasTool.SELECT:
            self._area.choose_tool(tool.value)

    def _do(self, key: str) -> None:
        if getattr(self._possible, f"can_{key}"):
            self._tell(_INTENTS[key])

    # --- slots

    def _on_shape_drawn(self, tool: str, points: Any) -> None:
        if tool == CanvasTool.CUT.value:
            self._tell("split_along", points)
        else:
            self._tell("draw", tool, points)

    def _on_region_picked(self, region: QRect) -> None:
        box = (region.left(), region.top(), region.right() + 1, region.bottom() + 1)
        self._tell("select_region", box)

    def _on_canvas_menu(self, menu: QMenu, place: QPoint) -> None:
        self._fill(menu, self._canvas.feature_at(QPointF(place)))

    def _on_menu_requested(self, number: int, place: QPoint) -> None:
        menu = QMenu(self._tab)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, number)
        if menu.actions():
            menu.popup(place)

    def _fill(self, menu: QMenu, number: int) -> None:
        """Add what can be done with the feature of that number (or -1) and with what is selected."""
        if number > 0:
            self._tell("select_only", number)
        if not self._possible.numbers:
            return
        if number > 0:
            is_occluded = number in self.occluded
            words = self.tr("Bring back") if is_occluded else self.tr("Occlude")
            icon = self._theme.icon("eye" if is_occluded else "eye-off", "text2", 16)
            menu.addAction(icon, words).triggered.connect(partial(self._toggle, number))
            menu.addSeparator()
        self._strip.add_actions(menu)

    def _toggle(self, number: int, _: bool = False) -> None:
        self._tell("toggle", number)
