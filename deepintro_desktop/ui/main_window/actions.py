"""Everything that menus and keys can do, by name."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from deepintro_desktop.ui.theme import ThemeManager

SEPARATOR = "-"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One entry of a menu: its name in the code, words, key, drawing."""

    name: str
    text: str
    key: str = ""
    icon: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


def menu_table() -> tuple[tuple[str, tuple[ActionSpec | str, ...]], ...]:
    """Return the menus from left to right; the View menu also gets docks and themes from the window."""
    return (
        (_tr("&File"), (
            ActionSpec("new_project", _tr("&New project…"), "Ctrl+N", "folder"),
            ActionSpec("open_project", _tr("&Open a project…"), "Ctrl+O"),
            ActionSpec("import_project", _tr("Im&port a project…"), "", "download"),
            ActionSpec("export_project", _tr("&Export the project…"), "", "upload"),
            SEPARATOR,
            ActionSpec("add_network", _tr("Add a &model…"), "Ctrl+M", "network"),
            ActionSpec("add_images", _tr("Add &images…"), "Ctrl+I", "image"),
            ActionSpec("open_sample", _tr("Open the &sample: shapes"), "", "play"),
            ActionSpec("open_marker_sample", _tr("Open the sample: &corner marker"), "", "play"),
            SEPARATOR,
            ActionSpec("report", _tr("Repor&t…"), "Ctrl+E", "report"),
            SEPARATOR,
            ActionSpec("quit", _tr("&Quit"), "Ctrl+Q"),
        )),
        (_tr("&Edit"), (
            ActionSpec("undo", _tr("&Undo"), "Ctrl+Z", "reset"),
            ActionSpec("redo", _tr("&Redo"), "Ctrl+Shift+Z", "redo"),
            SEPARATOR,
            ActionSpec("occlude_all", _tr("Occlude &all"), "Ctrl+A", "eye-off"),
            ActionSpec("occlude_none", _tr("&Bring every feature back"), "R", "eye"),
            ActionSpec("invert", _tr("&Invert"), "Ctrl+Shift+I", "invert"),
        )),
        (_tr("&View"), ()),
        (_tr("&Tools"), (
            ActionSpec("analyse", _tr("&Analyse"), "A", "play"),
            ActionSpec("show_earlier", _tr("&Earlier results…"), "Ctrl+H", "clock"),
            ActionSpec("show_ledger", _tr("&Where the relevance went…"), "", "info"),
            SEPARATOR,
            ActionSpec("reset_parameters", _tr("Reset &settings"), "", "sliders"),
            ActionSpec("check_library", _tr("&Check the library"), "", "check"),
            SEPARATOR,
            ActionSpec("preferences", _tr("&Preferences…"), "Ctrl+,", "settings"),
        )),
        (_tr("&Help"), (
            ActionSpec("guide", _tr("&User guide"), "F1", "help"),
            ActionSpec("shortcuts", _tr("&Keyboard shortcuts"), "Ctrl+/", "keyboard"),
            SEPARATOR,
            ActionSpec("feedback", _tr("Give &feedback…")),
            ActionSpec("feedback_analysis", _tr("Feedback about this a&nalysis…")),
            ActionSpec("feedback_given", _tr("&Earlier feedback…")),
            SEPARATOR,
            ActionSpec("licences", _tr("&Licences…")),
            ActionSpec("about", _tr("&About DeepIntro")),
        )),
    )  # fmt: skip


class WindowActions:
    """The actions of a window, in its menus.

    Parameters
    ----------
    window : QMainWindow
        Gets the menus.
    """

    def __init__(self, theme: ThemeManager, window: QMainWindow) -> None:
        self._theme = theme
        self._window = window
        self._icons: dict[QAction, str] = {}
        self._actions: dict[str, QAction] = {}
        self.menus: list[QMenu] = []
        for title, specs in menu_table():
            self.menus.append(self._add_menu(title, specs))
        self.refresh_icons()

    @property
    def view_menu(self) -> QMenu:
        """The menu of docks and themes."""
        return self.menus[2]

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect(self, **slots: Callable[..., object]) -> None:
        """Connect actions by their names."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(slot)

    def enable(self, enabled: bool, *names: str) -> None:
        """Switch actions on or off."""
        for name in names:
            self._actions[name].setEnabled(enabled)

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        for action, icon in self._icons.items():
            action.setIcon(self._theme.icon(icon, "text2", 16))

    def _add_menu(self, title: str, specs: tuple[ActionSpec | str, ...]) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        for spec in specs:
            if isinstance(spec, ActionSpec):
                menu.addAction(self._make(spec))
            else:
                menu.addSeparator()
        return menu

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self._window)
        if spec.key:
            action.setShortcut(QKeySequence(spec.key))
        if spec.icon:
            self._icons[action] = spec.icon
        self._actions[spec.name] = action
        return action
