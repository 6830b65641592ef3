"""A gallery of pictures that are being made: each a tile with its error, and how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.focus import RADIUS_PROPERTY
from deepintro_desktop.ui.theme.metrics import RADIUS_BADGE, RADIUS_CARD, RADIUS_CONTROL
from deepintro_desktop.ui.widgets.images import as_rgb, to_qimage
from deepintro_desktop.ui.widgets.paint import (
    LEFT,
    RIGHT,
    begin,
    draw_icon,
    draw_image,
    draw_text,
    fill_box,
    stroke_box,
)

_GAP, _PADDING, _WORDS, _BUTTON = 12, 8, 46, 28
_WIDTHS = (168, 252)


@dataclass(frozen=True, slots=True, eq=False)
class TileContent:
    """What a tile shows.

    ``image_hwc_u8``: uint8 [height, width, 1 or 3], or None while there is nothing yet. ``title`` and
    ``value`` stand in the first line, ``left`` and ``right`` in the second; ``progress`` 0 to 1 replaces
    ``left`` by a bar. ``edge`` is the colour name of the tile's edge where it says something.
    """

    title: str
    value: str = ""
    left: str = ""
    right: str = ""
    image_hwc_u8: NDArray[np.uint8] | None = None
    progress: float | None = None
    edge: str = ""

    @property
    def spoken(self) -> str:
        """Everything in one line, for screen readers."""
        done = "" if self.progress is None else f"{self.progress:.0%}"
        return ", ".join(part for part in (self.value, self.left, self.right, done) if part)


class Tile(QAbstractButton):
    """One picture; a click opens it, the button at its corner saves it."""

    save_clicked = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = TileContent("")
        self._picture = QImage()
        self._on_save = self._pressed_save = False
        self.setProperty(RADIUS_PROPERTY, RADIUS_CARD)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.theme_changed.connect(self.update)

    def set_content(self, content: TileContent) -> None:
        """Show something else."""
        if content.image_hwc_u8 is not self._content.image_hwc_u8:
            picture = content.image_hwc_u8
            self._picture = QImage() if picture is None else to_qimage(as_rgb(picture))
        self._content = content
        self.setEnabled(content.image_hwc_u8 is not None)
        self.setAccessibleName(content.title)
        self.setAccessibleDescription(content.spoken)
        self.update()

    def content(self) -> TileContent:
        """Return what the tile shows."""
        return self._content

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Show the buttons."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Hide the buttons."""
        super().leaveEvent(event)
        self._on_save = False
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Say what a click would do."""
        super().mouseMoveEvent(event)
        self._on_save = self._is_on_save(event)
        self.setToolTip(self.tr("Save this picture") if self._on_save else self.tr("See it large"))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Note where the press was: only a release at the same place counts."""
        self._pressed_save = self._is_on_save(event)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Save when the corner was clicked, else count as a click."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self._is_on_save(event) and self._pressed_save and self.isDown():
            self.setDown(False)
            self.save_clicked.emit()
        elif is_left and self._is_on_save(event) != self._pressed_save:
            self.setDown(False)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open with Return, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw card, picture, words."""
        with QPainter(self) as painter:
            rect = begin(painter, self._theme, self.rect().toRectF())
            fill_box(painter, rect, self._theme.color("surface"), RADIUS_CARD)
            edge = self._content.edge or ("control" if self.underMouse() and self.isEnabled() else "line")
            stroke_box(painter, rect, self._theme.color(edge), RADIUS_CARD, 1.5 if self._content.edge else 1)
            place = self._picture_place(rect)
            if self._picture.isNull():
                fill_box(painter, place, self._theme.color("sunken"), RADIUS_BADGE)
            else:
                draw_image(painter, place, self._picture)
            self._words(painter, rect)
            if self.underMouse() and self.isEnabled():
                self._buttons(painter)

    def _words(self, painter: QPainter, rect: QRectF) -> None:
        content = self._content
        top = rect.bottom() - _WORDS + 1
        inside = QRectF(rect.x() + _PADDING + 2, top, rect.width() - 2 * _PADDING - 4, 20)
        strong, plain = self._theme.drawn_font(Type.HEADING), self._theme.drawn_font(Type.SECOND)
        busy = content.progress is not None
        font = self._theme.drawn_font(Type.BODY_MEDIUM) if busy else strong
        colour = self._theme.color("text2" if busy else "text")
        used = draw_text(painter, inside, content.value, font=font, colour=colour, align=RIGHT)
        left = QRectF(inside)
        left.setRight(inside.right() - used - 8)
        draw_text(painter, left, content.title, font=strong, colour=self._theme.color("text"), align=LEFT)
        below = inside.translated(0, 19)
        colour = self._theme.color("text2")
        used = draw_text(painter, below, content.right, font=plain, colour=colour, align=RIGHT)
        below.setRight(below.right() - used - 6)
        if content.progress is None:
            draw_text(painter, below, content.left, font=plain, colour=colour, align=LEFT)
        else:
            bar = QRectF(below.x(), below.center().y() - 2, below.width(), 4)
            fill_box(painter, bar, self._theme.color("track"), 2)
            bar.setWidth(max(bar.width() * content.progress, 4.0))
            fill_box(painter, bar, self._theme.color("accent"), 2)

    def _buttons(self, painter: QPainter) -> None:
        save = self._save_place()
        ground = save.adjusted(-_BUTTON, 0, 0, 0)
        fill_box(painter, ground, self._theme.color("raised", 0.92), RADIUS_CONTROL)
        stroke_box(painter, ground, self._theme.color("line"), RADIUS_CONTROL)
        for place, icon, strong in (
            (save.translated(-_BUTTON, 0), "expand", not self._on_save),
            (save, "download", self._on_save),
        ):
            token = "accent_text" if strong else "text2"
            corner = place.center()
            corner.setX(corner.x() - 8)
            corner.setY(corner.y() - 8)
            draw_icon(painter, self._theme, corner, icon, token=token, size=16)

    def _picture_place(self, rect: QRectF) -> QRectF:
        return rect.adjusted(_PADDING, _PADDING, -_PADDING, -_WORDS - 2)

    def _is_on_save(self, event: QMouseEvent) -> bool:
        return self.isEnabled() and self._save_place().contains(event.position() / self._theme.scale)

    def _save_place(self) -> QRectF:
        """Return the corner that saves, in units of 100 %."""
        width = self.width() / self._theme.scale
        return QRectF(width - _PADDING - 6 - _BUTTON, _PADDING + 6, _BUTTON, _BUTTON)


class Gallery(QWidget):
    """Tiles in as many columns as fit; as high as it must be.

    ``widths``: least and largest width of a tile in pixels at 100 %. ``opened`` and ``save_requested`` carry
    the position of a tile.
    """

    opened = Signal(int)
    save_requested = Signal(int)

    def __init__(
        self, theme: ThemeManager, parent: QWidget | None = None, *, widths: tuple[int, int] = _WIDTHS
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._least, self._most = (theme.px(width) for width in widths)
        self._tiles: list[Tile] = []
        self._aspect = 1.0
        self.setAccessibleName(self.tr("Gallery"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tiles(self, contents: Sequence[TileContent]) -> None:
        """Show these pictures; tiles that are there already stay and change."""
        while len(self._tiles) > len(contents):
            tile = self._tiles.pop()
            tile.hide()
            tile.deleteLater()
        while len(self._tiles) < len(contents):
            self._add()
        pictures = [content.image_hwc_u8 for content in contents if content.image_hwc_u8 is not None]
        if pictures:
            self._aspect = pictures[0].shape[0] / pictures[0].shape[1]
        for tile, content in zip(self._tiles, contents, strict=True):
            tile.set_content(content)
        self._arrange()

    def tiles(self) -> tuple[Tile, ...]:
        """Return the tiles in their order."""
        return tuple(self._tiles)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Find the columns that fit."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height of all rows."""
        return QSize(self._least, self.minimumHeight())

    def _add(self) -> None:
        tile = Tile(self._theme, self)
        tile.clicked.connect(self._on_clicked)
        tile.save_clicked.connect(self._on_save_clicked)
        self._tiles.append(tile)
        tile.show()

    def _on_clicked(self) -> None:
        self.opened.emit(self._tiles.index(self.sender()))

    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self._tiles.index(self.sender()))

    def _arrange(self) -> None:
        px = self._theme.px
        gap, room = px(_GAP), max(self.width(), self._least)
        n_columns = max(1, (room + gap) // (self._least + gap))
        n_columns = min(n_columns, max(len(self._tiles), 3))
        width = min((room - gap * (n_columns - 1)) // n_columns, self._most)
        inner = width - 2 * px(_PADDING)
        height = round(inner * self._aspect) + px(_PADDING + _WORDS + 2)
        for position, tile in enumerate(self._tiles):
            row, column = divmod(position, n_columns)
            tile.setGeometry(column * (width + gap), row * (height + gap), width, height)
        n_rows = -(-len(self._tiles) // n_columns)
        self.setFixedHeight(max(n_rows * (height + gap) - gap, 0))
