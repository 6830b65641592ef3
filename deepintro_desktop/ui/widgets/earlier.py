"""What was made before: a row of small pictures with a sentence; a click brings it back."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.metrics import RADIUS_BADGE, RADIUS_CONTROL
from deepintro_desktop.ui.widgets.images import as_rgb, to_qimage
from deepintro_desktop.ui.widgets.paint import begin, draw_image, draw_text, fill_box

_PICTURE, _GAP, _PADDING, _MOST = 56, 8, 6, 4


@dataclass(frozen=True, slots=True, eq=False)
class EarlierContent:
    """A group that was made before: pictures uint8 [height, width, 1 or 3], a title, a line of how."""

    key: str
    title: str
    text: str
    images_hwc_u8: tuple[NDArray[np.uint8], ...] = ()


class _Row(QAbstractButton):
    def __init__(self, theme: ThemeManager, content: EarlierContent, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.content = content
        self._pictures: list[QImage] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_content(content)
        theme.theme_changed.connect(self.update)

    def set_content(self, content: EarlierContent) -> None:
        self.content = content
        self._pictures = [to_qimage(as_rgb(picture)) for picture in content.images_hwc_u8[:_MOST]]
        self.setAccessibleName(content.title)
        self.setAccessibleDescription(content.text)
        self.setToolTip(self.tr("Bring back these images and the settings that they were made with"))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(300, self._theme.px(_PICTURE + 2 * _PADDING))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            rect = begin(painter, self._theme, self.rect().toRectF())
            if self.underMouse() or self.isDown():
                fill_box(painter, rect, self._theme.color("hover"), RADIUS_CONTROL)
            x = rect.x() + _PADDING
            n_places = min(max(len(self._pictures), 1), _MOST)
            for index in range(n_places):
                place = QRectF(x, rect.y() + _PADDING, _PICTURE, _PICTURE)
                if index < len(self._pictures):
                    draw_image(painter, place, self._pictures[index])
                else:
                    fill_box(painter, place, self._theme.color("track"), RADIUS_BADGE)
                x += _PICTURE + _GAP
            words = QRectF(x + 6, rect.center().y() - 20, rect.right() - x - 10, 20)
            font, colour = self._theme.drawn_font(Type.SECOND_STRONG), self._theme.color("text")
            draw_text(painter, words, self.content.title, font=font, colour=colour)
            font, colour = self._theme.drawn_font(Type.SECOND), self._theme.color("text2")
            draw_text(painter, words.translated(0, 20), self.content.text, font=font, colour=colour)


class Earlier(QWidget):
    """Hidden while there is nothing; ``chosen`` carries the key of a group."""

    chosen = Signal(str)

    def __init__(self, theme: ThemeManager, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[_Row] = []
        self._title = QLabel(title, self)
        self._title.setProperty("c", "heading")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._title)
        self.hide()

    def set_groups(self, groups: Sequence[EarlierContent]) -> None:
        """Show these groups, newest first."""
        while len(self._rows) > len(groups):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        for index, content in enumerate(groups):
            if index < len(self._rows):
                self._rows[index].set_content(content)
            else:
                row = _Row(self._theme, content, self)
                row.clicked.connect(self._on_clicked)
                self._rows.append(row)
                self._layout.addWidget(row)
        self.setVisible(bool(groups))

    def groups(self) -> tuple[EarlierContent, ...]:
        """Return what is shown."""
        return tuple(row.content for row in self._rows)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self.chosen.emit(row.content.key)
