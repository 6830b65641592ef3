"""Finds what a window says without its words having gone through the translation.

A made-up translation puts every text into brackets, ⟦like this⟧. What is then read or drawn outside of
brackets is data (names, numbers, keys), or was forgotten.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, Qt, QTranslator
from PySide6.QtGui import QAction, QPainter, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QMenu,
    QTabBar,
    QWidget,
)
from support.paths import REPOSITORY

from deepintro_desktop.core.said import forget
from deepintro_desktop.core.translation import install_translator

sys.path.insert(0, str(REPOSITORY / "packaging"))
import ts_file  # noqa: E402

OPEN, CLOSE = "⟦", "⟧"
_TAGS = re.compile(r"<[^>]*>|&nbsp;|&amp;")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_MOST_ROWS = 12
"""Rows of a list that are read; the others are like them."""


class Brackets(QTranslator):
    """Puts the texts of the window into brackets, each only in its own context."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known = set(ts_file.read(REPOSITORY / "resources" / "i18n" / "deepintro_de.ts"))

    def isEmpty(self) -> bool:  # noqa: N802
        """Return that there is something to ask."""
        return False

    def translate(self, context: str, text: str, _: str | None = None, __: int = -1) -> str | None:
        """Return the text in brackets; None for one that is no text of the window."""
        if (context, text) not in self._known:
            return None
        # The letter of a menu stays in front of a letter, filters of files keep their form.
        return ";;".join(f"{OPEN}{part}{CLOSE}" for part in text.split(";;"))


@contextmanager
def brackets(app: QApplication) -> Iterator[None]:
    """Speak in brackets."""
    translator = Brackets(app)
    app.installTranslator(translator)
    install_translator(QCoreApplication.translate)
    forget()
    yield
    app.removeTranslator(translator)
    translator.deleteLater()
    install_translator(None)
    forget()


@contextmanager
def drawn_texts() -> Iterator[list[str]]:
    """Collect what the program draws itself."""
    texts: list[str] = []
    usual: Callable[..., Any] = QPainter.drawText

    def draw(painter: QPainter, *arguments: Any) -> Any:
        texts.extend(argument for argument in arguments if isinstance(argument, str))
        return usual(painter, *arguments)

    QPainter.drawText = draw  # type: ignore[method-assign]
    try:
        yield texts
    finally:
        QPainter.drawText = usual  # type: ignore[method-assign]


def outside(text: str) -> list[str]:
    """Return the words of a text outside of brackets; a text that was cut may have lost its end."""
    rest, depth = "", 0
    for letter in _TAGS.sub(" ", text):
        depth += (letter == OPEN) - (letter == CLOSE)
        if depth <= 0 and letter not in (OPEN, CLOSE):
            rest += letter
    return _WORD.findall(rest)


def texts_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield everything that a window says, each with where."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisibleTo(root) or widget is root:
            for text in _of_widget(widget):
                yield type(widget).__name__, text
    for menu in root.findChildren(QMenu):
        for action in menu.actions():
            yield "QAction", action.text()
    for shortcut in root.findChildren(QShortcut):
        yield "QShortcut", shortcut.whatsThis()


def _of_widget(widget: QWidget) -> Iterator[str]:
    for name in (
        "windowTitle", "text", "title", "toolTip", "placeholderText", "accessibleName",
        "accessibleDescription",
        "plainText", "suffix", "prefix", "specialValueText",
    ):  # fmt: skip
        value = widget.property(name) if name != "text" or not isinstance(widget, QDoubleSpinBox) else None
        if isinstance(value, str):
            yield value
    if isinstance(widget, QTabBar):
        for index in range(widget.count()):
            yield widget.tabText(index)
            yield widget.tabToolTip(index)
    if isinstance(widget, QComboBox):
        yield from _of_model(widget.model())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _of_model(widget.model())
    for action in widget.actions():
        if isinstance(action, QAction):
            yield action.text()


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(QModelIndex()), _MOST_ROWS)):
        for role in _ROLES:
            value = model.index(row, 0).data(role)
            if isinstance(value, str):
                yield value
