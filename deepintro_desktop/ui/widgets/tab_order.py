"""Tab goes the way that people read, whatever was made first."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QStackedWidget, QWidget


def follow_layout(root: QWidget) -> None:
    """Let Tab visit what lies in a widget in the order of its layouts, from top left to bottom right."""
    order = list(_in_order(root))
    for one, other in zip(order, order[1:], strict=False):
        QWidget.setTabOrder(one, other)


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield what can have the focus; what has parts of its own that no layout shows is one thing."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield from _in_order(inside)
    elif isinstance(widget, QStackedWidget):
        for index in range(widget.count()):
            yield from _in_order(widget.widget(index))
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in _places(layout):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        part = item.widget() if item is not None else None
        if part is not None:
            yield from _in_order(part)
        elif inner is not None:
            yield from _in_layout(inner)


def _places(layout: QLayout) -> list[int]:
    """Return the items of a layout as they are read: a grid row by row."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=layout.getItemPosition)
    return places
