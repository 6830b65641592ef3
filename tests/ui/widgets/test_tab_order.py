"""Tab follows the layout, whatever was made first."""

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from ui.accessible import tab_chain

from deepintro_desktop.ui.widgets.tab_order import follow_layout


def edits(parent: QWidget, names: str) -> dict[str, QLineEdit]:
    made = {}
    for name in names:
        made[name] = QLineEdit(parent)
        made[name].setAccessibleName(name)
    return made


def test_boxes_grids_stacks_and_areas_are_read_in_order(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    made = edits(root, "gfedcba")
    row, grid, inside, stack = QHBoxLayout(), QGridLayout(), QWidget(root), QStackedWidget(root)
    for name in "ab":
        row.addWidget(made[name])
    grid.addWidget(made["d"], 1, 0)  # the second row is filled first
    grid.addWidget(made["c"], 0, 1)
    QVBoxLayout(inside).addWidget(made["e"])
    area = QScrollArea(root)
    area.setWidget(inside)
    for name in "fg":
        stack.addWidget(made[name])
    whole = QVBoxLayout(root)
    whole.addLayout(row)
    whole.addLayout(grid)
    whole.addWidget(QLabel("nothing to reach", root))
    whole.addWidget(area)
    whole.addWidget(stack)
    root.show()
    follow_layout(root)
    order = "".join(widget.accessibleName() for widget in tab_chain(root))
    start = order.index("a")
    assert order[start:] + order[:start] == "abcdef"  # a ring; the page behind is not visited
