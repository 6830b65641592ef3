"""One choice out of a few, side by side on a sunken track."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.metrics import CONTROL_HEIGHT, RADIUS_CONTROL
from deepintro_desktop.ui.widgets.paint import CENTRE, begin, draw_text, fill_box, stroke_box, text_width

_PADDING, _LEAST_PADDING = 20, 6
"""Beside the words of a segment, both sides together: usually, and where there is little room."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One segment: what it stands for, its words, and shorter words for narrow windows."""

    key: str
    text: str
    short: str = ""


class _Segment(QAbstractButton):
    def __init__(self, theme: ThemeManager, choice: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.choice = choice
        self.setCheckable(True)
        self.setText(choice.text)
        self.setAccessibleName(choice.text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._size(_PADDING)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._size(_LEAST_PADDING)

    def _size(self, padding: int) -> QSize:
        width = text_width(self._theme.drawn_font(Type.HEADING), self.text())
        return QSize(self._theme.px(round(width) + padding), self._theme.px(CONTROL_HEIGHT))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            rect = begin(painter, self._theme, self.rect().toRectF())
            token = "text2"
            if self.isChecked():
                fill_box(painter, rect, self._theme.color("raised"), RADIUS_CONTROL)
                stroke_box(painter, rect, self._theme.color("control"), RADIUS_CONTROL)
                token = "text"
            elif self.underMouse() and self.isEnabled():
                token = "text"
            font = self._theme.drawn_font(Type.HEADING if self.isChecked() else Type.BODY_MEDIUM)
            colour = self._theme.color(token if self.isEnabled() else "text3", 1 if self.isEnabled() else 0.5)
            draw_text(painter, rect, self.text(), font=font, colour=colour, align=CENTRE)


class Segmented(QWidget):
    """Segments of which exactly one is chosen; arrow keys move inside.

    Parameters
    ----------
    choices : sequence of Choice
        From left to right; the first is chosen at the start.
    name : str
        What is chosen here, for screen readers.
    """

    choice_changed = Signal(str)

    def __init__(
        self, theme: ThemeManager, choices: Sequence[Choice], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for choice in choices:
            segment = _Segment(theme, choice, self)
            self._segments[choice.key] = segment
            self._group.addButton(segment)
            layout.addWidget(segment)
        next(iter(self._segments.values())).setChecked(True)
        self._group.buttonToggled.connect(self._on_toggled)
        theme.theme_changed.connect(self.update)

    def choice(self) -> str:
        """Return the key of the chosen segment, empty when none is."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def set_choice(self, key: str) -> None:
        """Choose a segment; the signal is emitted when that is a change."""
        self._segments[key].setChecked(True)

    def clear_choice(self) -> None:
        """Choose none, where a value lies between the segments; no signal is emitted."""
        self._group.setExclusive(False)
        for segment in self._segments.values():
            with QSignalBlocker(self._group):
                segment.setChecked(False)
        self._group.setExclusive(True)

    def set_choice_enabled(self, key: str, enabled: bool, why: str = "") -> None:
        """Switch a segment off and say why in its tooltip."""
        self._segments[key].setEnabled(enabled)
        self._segments[key].setToolTip("" if enabled else why)

    def set_compact(self, compact: bool) -> None:
        """Use the short words where there are some."""
        for segment in self._segments.values():
            short = segment.choice.short or segment.choice.text
            segment.setText(short if compact else segment.choice.text)
            segment.updateGeometry()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the track."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = self.rect().toRectF()
            fill_box(painter, rect, self._theme.color("sunken"), RADIUS_CONTROL)
            stroke_box(painter, rect, self._theme.color("line"), RADIUS_CONTROL)

    def _on_toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked and isinstance(button, _Segment):
            self.choice_changed.emit(button.choice.key)
