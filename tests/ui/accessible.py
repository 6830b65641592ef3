"""Finds what people who cannot see, or use no mouse, would stumble over in a window."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)

_SLACK = 1
"""Pixels by which a size may be rounded."""


def focusable(root: QWidget) -> list[QWidget]:
    """Return what Tab reaches in a window or a part of it, in no order."""
    return [
        widget for widget in root.findChildren(QWidget) if _takes_tab(widget) and widget.isVisibleTo(root)
    ]


def unnamed(root: QWidget) -> list[str]:
    """Return interactive widgets that a screen reader could not name."""
    found = []
    for widget in focusable(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name.strip():
            found.append(_said(widget))
    return found


def icons_without_words(root: QWidget) -> list[str]:
    """Return buttons that show only a picture and do not say in a tooltip what it means."""
    return [
        _said(button)
        for button in root.findChildren(QAbstractButton)
        if button.isVisibleTo(root)
        and not button.text()
        and not button.icon().isNull()
        and not button.toolTip()
        and not isinstance(button.parent(), QLineEdit | QTabBar)
    ]


def missed_by_tab(root: QWidget) -> list[str]:
    """Return what the chain of Tab leaves out, or visits twice."""
    chain = tab_chain(root)
    missed = [_said(widget) for widget in focusable(root) if widget not in chain]
    twice = [f"twice: {_said(widget)}" for widget in chain if chain.count(widget) > 1]
    return missed + twice


def tab_chain(root: QWidget) -> list[QWidget]:
    """Return what Tab visits, in order, from the window of a widget."""
    first = root.window()
    chain, widget = [], first.nextInFocusChain()
    while widget is not None and widget is not first:
        if root.isAncestorOf(widget) and widget.isVisibleTo(root) and _takes_tab(widget):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    return chain


def out_of_reading_order(panel: QWidget) -> list[str]:
    """Return neighbours in the chain of Tab of which the second lies before the first.

    The chain is a ring: once it may return from the end to the very beginning.
    """
    chain = [(widget, QRect(widget.mapTo(panel, QPoint(0, 0)), widget.size())) for widget in tab_chain(panel)]
    beginning = min(range(len(chain)), key=lambda place: _corner(chain[place][1]), default=0)
    ring = chain[beginning:] + chain[:beginning]
    return [
        f"{_said(one)} before {_said(other)}"
        for (one, at), (other, then) in pairwise(ring)
        if _lies_before(_seen_from(one, other, then, panel), _seen_from(other, one, at, panel))
    ]


def _seen_from(outside: QWidget, inside: QWidget, place: QRect, panel: QWidget) -> QRect:
    """Return where a widget lies for one outside its scroll area: in the area, however far it is scrolled."""
    area = inside.parentWidget()
    while area is not None and area is not panel and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if not isinstance(area, QScrollArea) or area.isAncestorOf(outside):
        return place
    return QRect(area.mapTo(panel, QPoint(0, 0)), area.size())


def _corner(place: QRect) -> tuple[int, int]:
    return place.top(), place.left()


def _lies_before(one: QRect, other: QRect) -> bool:
    """Tell whether a place is read before another: above it, or left of it in the same line."""
    same_line = one.top() <= other.bottom() and other.top() <= one.bottom()
    return one.bottom() < other.top() or (same_line and one.right() < other.left())


def key_conflicts(window: QMainWindow) -> list[str]:
    """Return keys that mean two things, and letters that two entries of a menu share."""
    found, owners = [], {}
    for action in _actions(window):
        for key in action.shortcuts():
            _claim(owners, key, action.text(), found)
    for shortcut in window.findChildren(QShortcut):
        _claim(owners, shortcut.key(), shortcut.whatsThis(), found)
    for menu in (window.menuBar(), *window.menuBar().findChildren(QMenu)):
        letters: dict[str, str] = {}
        for action in menu.actions():
            letter = _letter(action.text())
            if letter and letter in letters:
                found.append(f"{letter}: {letters[letter]} and {action.text()}")
            letters[letter] = action.text()
    return found


def clipped(root: QWidget) -> list[str]:
    """Return words that have less room than they need, and contents wider than what scrolls them."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and not _is_enough(widget):
            need, have = widget.sizeHint(), widget.size()
            found.append(f"{_said(widget)}: {have.width()}×{have.height()} of {need.width()}×{need.height()}")
    for area in root.findChildren(QScrollArea):
        inside = area.widget()
        off = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if area.isVisibleTo(root) and off and inside and inside.width() > area.viewport().width() + _SLACK:
            parts = [part for part in inside.findChildren(QWidget) if part.isVisibleTo(root)]
            widest = max(reversed(parts), key=_least_width, default=inside)
            room = f"{inside.width()} wide in {area.viewport().width()}"
            found.append(f"{_said(area)}: {room} because of {_said(widest)}")
    return found


def _is_enough(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        if not widget.text() or not widget.pixmap().isNull():
            return True
        if widget.wordWrap():
            return widget.height() + _SLACK >= widget.heightForWidth(widget.width())
    elif isinstance(widget, QPushButton | QCheckBox | QRadioButton | QToolButton):
        if not widget.text():
            return True
    else:
        return True
    need = widget.sizeHint()
    return widget.width() + _SLACK >= need.width() and widget.height() + _SLACK >= need.height()


def _least_width(widget: QWidget) -> int:
    return max(widget.minimumSizeHint().width(), widget.minimumWidth())


def _takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab stops at a widget; parts of a widget belong to it."""
    if isinstance(widget, QScrollBar) or not widget.isEnabled():
        return False
    if isinstance(widget.parent(), QAbstractSpinBox | QComboBox | QAbstractScrollArea | QTabBar):
        return False
    if isinstance(widget, QScrollArea) and not widget.accessibleName():
        return False
    policy = widget.focusPolicy()
    return bool(policy.value & Qt.FocusPolicy.TabFocus.value)


def _actions(window: QMainWindow) -> Iterator[QAction]:
    for menu in window.menuBar().findChildren(QMenu):
        yield from menu.actions()


def _claim(owners: dict[str, str], key: QKeySequence, owner: str, found: list[str]) -> None:
    name = key.toString()
    if name and owners.get(name, owner) != owner:
        found.append(f"{name}: {owners[name]} and {owner}")
    owners[name] = owner


def _letter(text: str) -> str:
    """Return the letter that is underlined."""
    plain = text.replace("&&", "")
    place = plain.find("&")
    return plain[place + 1 : place + 2].casefold() if place >= 0 else ""


def _said(widget: QWidget) -> str:
    """Name a widget for the person who has to repair it."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    parents, parent = [], widget.parentWidget()
    while parent is not None and len(parents) < 3:
        parents.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{type(widget).__name__} {text[:40]!r} in {'/'.join(parents)}"
