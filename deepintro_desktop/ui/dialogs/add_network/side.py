"""The left of the dialog: the files and how each was found, the input and who says so, the check."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deepintro_desktop.core.records import SpecificationSource
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.dialogs.add_network.contract import FieldRow, FileRow, Mark, OptionRow
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.badge import Badge, BadgeKind, BadgeSpec
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.inputs import ComboBox

_MARKS = {Mark.FINE: ("check", "ok"), Mark.NOTE: ("info", "text3"), Mark.TROUBLE: ("warning", "warn")}
_ICON = 16

_MARK_WORDS = {
    Mark.FINE: marked("Marks", "fine"),
    Mark.NOTE: marked("Marks", "note"),
    Mark.TROUBLE: marked("Marks", "trouble"),
}
"""What a screen reader says of the picture in front of a row."""


class FileEntry(QWidget):
    """One row: a mark, two lines, and perhaps a button that lets another file be chosen."""

    def __init__(self, theme: ThemeManager, row: FileRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.row = row
        self._icon = QLabel(self)
        self._icon.setAccessibleName(translate("Marks", _MARK_WORDS[row.mark]))
        title, detail = QLabel(row.title, self), QLabel(row.detail, self)
        title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        detail.setProperty("c", "second")
        for label in (title, detail):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(title)
        words.addWidget(detail)
        self.button: PushButton | None = None
        if row.action:
            self.button = PushButton(theme, row.action, self, kind="link")
            self.button.setAccessibleName(f"{row.title}: {row.action}")
            words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        theme.theme_changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        name, token = _MARKS[self.row.mark]
        self._icon.setPixmap(self._theme.pixmap(name, token, _ICON, self.devicePixelRatioF()))


class Section(QWidget):
    """A heading with rows under it."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        heading = QLabel(title, self)
        heading.setProperty("c", "heading")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addLayout(self.rows)

    def clear(self) -> None:
        """Take every row away."""
        while self.rows.count():
            item = self.rows.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class SidePanel(QWidget):
    """Files, input, options and check of one network."""

    file_wanted = Signal(str)
    option_chosen = Signal(str, str)

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._files = Section(self.tr("Files"), self)
        self._input = Section(self.tr("Input"), self)
        self._options = Section(self.tr("Of several"), self)
        self._checks = Section(self.tr("Check"), self)
        self._lines = [_line(self), _line(self)]
        self.own_place = QVBoxLayout()
        self._has_fields = self._is_typing = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(14)
        layout.addWidget(self._files)
        layout.addWidget(self._lines[0])
        layout.addWidget(self._options)
        layout.addWidget(self._input)
        layout.addLayout(self.own_place)
        layout.addWidget(self._lines[1])
        layout.addWidget(self._checks)
        layout.addStretch(1)

    def set_files(self, rows: Sequence[FileRow]) -> None:
        """Show the files."""
        self._files.clear()
        for row in rows:
            entry = FileEntry(self._theme, row, self._files)
            if entry.button is not None:
                entry.button.setObjectName(row.role)
                entry.button.clicked.connect(self._on_file_clicked)
            self._files.rows.addWidget(entry)

    def set_checks(self, rows: Sequence[FileRow]) -> None:
        """Show how the network was checked."""
        self._checks.clear()
        for row in rows:
            self._checks.rows.addWidget(FileEntry(self._theme, row, self))
        for widget in (self._checks, self._lines[1]):
            widget.setVisible(bool(rows))

    def set_options(self, rows: Sequence[OptionRow]) -> None:
        """Show what the file has several of."""
        self._options.clear()
        for row in rows:
            box = ComboBox(said(row.what).capitalize(), self._options)
            box.setObjectName(row.what)
            box.addItems(list(row.options))
            box.setMinimumWidth(1)
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.activated.connect(self._on_option_activated)
            source = SpecificationSource.GUESS if row.guessed else SpecificationSource.USER
            line = QWidget(self._options)
            layout = QHBoxLayout(line)
            layout.setContentsMargins(0, 0, 0, 0)
            label = QLabel(said(row.what).capitalize(), line)
            label.setProperty("c", "second")
            layout.addWidget(label)
            layout.addWidget(box, 1)
            layout.addWidget(Badge(self._theme, source_badge(source), line))
            self._options.rows.addWidget(line)
        self._options.setVisible(bool(rows))

    def set_fields(self, rows: Sequence[FieldRow]) -> None:
        """Show the preparation that is chosen, part by part; no rows: nothing is known."""
        self._input.clear()
        grid_box = QWidget(self)
        grid = QGridLayout(grid_box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for place, row in enumerate(rows):
            name, value = QLabel(row.name, grid_box), QLabel(row.value, grid_box)
            name.setProperty("c", "second")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setWordWrap(True)
            badge = Badge(self._theme, source_badge(row.source), grid_box)
            value.setAccessibleName(f"{row.name} {row.value}, {badge.accessibleName()}")
            grid.addWidget(name, place, 0)
            grid.addWidget(value, place, 1)
            grid.addWidget(badge, place, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(1, 1)
        self._input.rows.addWidget(grid_box)
        self._has_fields = bool(rows)
        self._show_input()

    def controls(self) -> tuple[QWidget, ...]:
        """Return what can have the focus, from top to bottom."""
        boxes = [*self._files.findChildren(PushButton), *self._options.findChildren(ComboBox)]
        return tuple(box for box in boxes if box.isVisibleTo(self))

    def set_typing(self, is_typing: bool) -> None:
        """Make room for fields to type into, in place of the rows."""
        self._is_typing = is_typing
        self._show_input()

    def _show_input(self) -> None:
        self._input.setVisible(self._has_fields and not self._is_typing)
        self._lines[0].setVisible(self._has_fields)

    def _on_file_clicked(self) -> None:
        self.file_wanted.emit(self.sender().objectName())

    def _on_option_activated(self, index: int) -> None:
        box = self.sender()
        if isinstance(box, ComboBox) and index > 0:
            self.option_chosen.emit(box.objectName(), box.itemText(index))


def source_badge(source: SpecificationSource) -> BadgeSpec:
    """Return the badge that says who says so."""
    return {
        SpecificationSource.FILE: BadgeSpec(_tr("from file"), BadgeKind.PLAIN),
        SpecificationSource.GUESS: BadgeSpec(_tr("guess"), BadgeKind.GUESS),
        SpecificationSource.USER: BadgeSpec(_tr("chosen"), BadgeKind.RUNNING),
    }[source]


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("c", "line")
    return line


def _tr(text: str) -> str:
    return translate("Sources", text)
