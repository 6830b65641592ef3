"""The menu's actions that depend on the occlusion tab."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from deepintro_desktop.ui.tabs.occlusion.contract import Switchable

_OF_FEATURES = ("occlude_all", "occlude_none", "invert", "analyse")


class TabActions:
    """Switches the menu's actions: off behind another tool, and where there is nothing for them."""

    def __init__(self) -> None:
        self._actions: Switchable | None = None
        self._states: dict[str, bool] = dict.fromkeys((*_OF_FEATURES, "show_ledger", "undo", "redo"), False)
        self._in_front = True

    def bind(self, actions: Switchable) -> None:
        """Take the actions."""
        self._actions = actions
        self._apply()

    def set_in_front(self, in_front: bool) -> None:
        """Say whether the tab is seen."""
        self._in_front = in_front
        self._apply()

    def set_undo(self, *, can_undo: bool, can_redo: bool) -> None:
        """Say what can be taken back, and done again."""
        self._states.update(undo=can_undo, redo=can_redo)
        self._apply()

    def set_found(self, *, features: bool, relevance: bool) -> None:
        """Say what has been found."""
        self._states.update(dict.fromkeys(_OF_FEATURES, features), show_ledger=relevance)
        self._apply()

    def _apply(self) -> None:
        if self._actions is not None:
            for name, possible in self._states.items():
                self._actions.enable(possible and self._in_front, name)


def bind_number_keys(tab: QWidget, toggle: Callable[[int], object]) -> None:
    """Let the keys 1 to 9 occlude features, or bring them back, while the tab is seen."""
    for number in range(1, 10):
        shortcut = QShortcut(QKeySequence(str(number)), tab)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setWhatsThis(QCoreApplication.translate("Actions", "Occlude a feature, or bring it back"))
        shortcut.activated.connect(partial(toggle, number))
