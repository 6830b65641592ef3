"""What the Help menu opens."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from deepintro_desktop.core.licences import shipped
from deepintro_desktop.ui.dialogs.about import AboutDialog
from deepintro_desktop.ui.dialogs.keys import KeysDialog
from deepintro_desktop.ui.dialogs.licences import LicencesDialog
from deepintro_desktop.ui.guide.access import GuideAccess
from deepintro_desktop.ui.main_window.actions import WindowActions
from deepintro_desktop.ui.main_window.tools import ToolsArea
from deepintro_desktop.ui.main_window.widget_keys import widget_keys
from deepintro_desktop.ui.theme import ThemeManager

_MANY = 3
"""More keys than this for one thing are said as a range."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


@dataclass(frozen=True, slots=True)
class KeySection:
    """Keys that belong together: pairs of keys and meaning."""

    title: str
    keys: tuple[tuple[str, str], ...]


class HelpMenu:
    """The entries of the Help menu.

    Parameters
    ----------
    theme : ThemeManager
        Look of what they open.
    window : QMainWindow
        Whose menu it is.
    actions : WindowActions
        The entries, by their names.
    version : str
        Of the program.
    """

    def __init__(
        self, theme: ThemeManager, window: QMainWindow, actions: WindowActions, version: str
    ) -> None:
        self._theme = theme
        self._window = window
        self._version = version
        self.guide = GuideAccess(theme, window, _in_front(window))
        actions.connect(
            guide=self.open_guide,
            shortcuts=self.show_shortcuts,
            licences=self.show_licences,
            about=self.show_about,
        )

    def open_guide(self) -> None:
        """Open the guide at the page for what has the focus."""
        self.guide.open_here()

    def show_shortcuts(self) -> None:
        """Show the keyboard shortcuts."""
        show_keys(self._window)

    def show_about(self) -> None:
        """Say what this program is."""
        dialog = AboutDialog(self._theme, self._window, self._version)
        dialog.licences_requested.connect(self.show_licences)
        dialog.ask()

    def show_licences(self) -> None:
        """Show the licences of what the program is made of."""
        LicencesDialog(self._theme, self._window, shipped()).ask()


def _in_front(window: QMainWindow) -> Callable[[], QWidget | None]:
    """Return what finds the page or tool that is seen in a window."""

    def seen() -> QWidget | None:
        inner: QWidget | None = window.centralWidget()
        while isinstance(inner, QStackedWidget | ToolsArea):
            inner = inner.front() if isinstance(inner, ToolsArea) else inner.currentWidget()
        return inner

    return seen


def key_sections(window: QMainWindow) -> tuple[KeySection, ...]:
    """Return every key of a window: those of its menus, its own, and those of single widgets.

    Menus and shortcuts are asked themselves, so that this list says what the window really does.
    """
    sections = [
        KeySection(plain_text(menu.text()), tuple(_keys_of(menu.menu().actions())))
        for menu in window.menuBar().actions()
    ]
    sections.append(KeySection(_tr("Anywhere in the window"), tuple(_shortcuts_of(window))))
    sections += [KeySection(title, _words(keys)) for title, keys in widget_keys()]
    return tuple(section for section in sections if section.keys)


def plain_text(text: str) -> str:
    """Return the words of an action: without the mark of its letter, without the dots of a dialog."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…").strip()


def show_keys(window: QMainWindow) -> None:
    """Show the keyboard shortcuts."""
    sections = [(section.title, section.keys) for section in key_sections(window)]
    KeysDialog(window, _tr("Keyboard shortcuts"), sections).ask()


def _keys_of(actions: list[QAction]) -> list[tuple[str, str]]:
    """Return the keys of a menu and of the menus in it."""
    found = []
    for action in actions:
        submenu = action.menu()
        if submenu is not None:
            found += _keys_of(submenu.actions())
        elif not action.shortcut().isEmpty():
            keys = ", ".join(_native(sequence) for sequence in action.shortcuts())
            found.append((keys, plain_text(action.text())))
    return found


def _shortcuts_of(window: QMainWindow) -> list[tuple[str, str]]:
    """Return the keys that have no entry in a menu, by what they say about themselves."""
    by_meaning: dict[str, list[str]] = {}
    for shortcut in window.findChildren(QShortcut):
        by_meaning.setdefault(shortcut.whatsThis(), []).append(_native(shortcut.key()))
    return [
        (f"{keys[0]} – {keys[-1]}" if len(keys) > _MANY else ", ".join(keys), meaning)
        for meaning, keys in by_meaning.items()
    ]


def _words(keys: tuple[tuple[tuple[Qt.Key, ...], str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((", ".join(_native(QKeySequence(key)) for key in some), meaning) for some, meaning in keys)


def _native(sequence: QKeySequence) -> str:
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)
