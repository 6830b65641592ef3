"""The pictures to try, as a strip of thumbnails with a place for another one."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.ui.dialogs.add_network.cards import RING_ROOM
from deepintro_desktop.ui.dialogs.add_network.contract import Tile
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import RADIUS_CONTROL
from deepintro_desktop.ui.widgets.images import to_qimage
from deepintro_desktop.ui.widgets.labels import ElidedLabel
from deepintro_desktop.ui.widgets.paint import begin, draw_icon, draw_image, fill_box, stroke_box

_SIDE, _MOST_SIDE = 64, 88


class TileButton(QAbstractButton):
    """A thumbnail to click; without a picture it is the place for another file."""

    def __init__(self, theme: ThemeManager, parent: QWidget, icon: str = "") -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.tile = Tile("", "")
        self.image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCheckable(not icon)
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a tile."""
        side = min(self._theme.px(_SIDE), _MOST_SIDE)
        return QSize(side, side)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the tile."""
        with QPainter(self) as painter:
            theme = self._theme
            rect = begin(painter, theme, self.rect().toRectF())
            inside = rect.adjusted(3, 3, -3, -3)
            if self._icon:
                ground = "hover" if self.underMouse() else "surface"
                fill_box(painter, inside, theme.color(ground), RADIUS_CONTROL)
                stroke_box(painter, inside, theme.color("control"), RADIUS_CONTROL)
                corner = inside.center() - QPointF(9, 9)
                draw_icon(painter, theme, corner, self._icon, token="text2", size=18)
                return
            fill_box(painter, inside, theme.color("sunken"), 4)
            draw_image(painter, QRectF(inside), self.image)
            if self.isChecked():
                stroke_box(painter, rect, theme.color("accent"), RADIUS_CONTROL, 2)
            elif self.underMouse():
                stroke_box(painter, rect, theme.color("control"), RADIUS_CONTROL, 1)


class PictureStrip(QWidget):
    """Up to five pictures, one of them in view, and a button for another file."""

    chosen = Signal(str)
    another_wanted = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails: dict[str, QImage] = {}
        self._tiles: list[TileButton] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self.add_button = TileButton(theme, self, "add")
        self.add_button.setAccessibleName(self.tr("Try another picture"))
        self.add_button.setToolTip(self.tr("Try another picture; it is not added"))
        self.add_button.clicked.connect(self.another_wanted)
        self._name = ElidedLabel(theme, self, token="text")
        self._hint = QLabel(self)
        self._hint.setProperty("c", "second")
        self._hint.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._hint)
        words.addStretch(1)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(RING_ROOM, RING_ROOM, RING_ROOM, RING_ROOM)
        layout.setSpacing(6)
        layout.addLayout(self._row)
        layout.addWidget(self.add_button)
        layout.addSpacing(8)
        layout.addLayout(words, 1)

    @property
    def tiles(self) -> tuple[TileButton, ...]:
        """The pictures from left to right."""
        return tuple(self._tiles)

    def set_tiles(self, tiles: Sequence[Tile], chosen: str) -> None:
        """Show these pictures; none: say what that means."""
        while len(self._tiles) < len(tiles):
            self._tiles.append(TileButton(self._theme, self))
            self._group.addButton(self._tiles[-1])
            self._row.addWidget(self._tiles[-1])
            self.setTabOrder(self._tiles[-1], self.add_button)
        while len(self._tiles) > len(tiles):
            button = self._tiles.pop()
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for button, tile in zip(self._tiles, tiles, strict=True):
            button.tile = tile
            button.image = self._thumbnails.get(tile.id, QImage())
            button.setAccessibleName(tile.name)
            button.setToolTip(tile.name)
            button.setChecked(tile.id == chosen)
            button.update()
        name = next((tile.name for tile in tiles if tile.id == chosen), "")
        self._name.set_text(name or self.tr("No pictures yet"))
        hint = self.tr("Click a picture to try it, or drop your own.")
        none = self.tr("Choose one to see answers. The model can also be added without.")
        self._hint.setText(hint if tiles else none)

    def set_thumbnail(self, picture_id: str, picture_hwc_u8: NDArray[np.uint8]) -> None:
        """Put a picture, uint8 [height, width, 1 or 3], on its tile."""
        self._thumbnails[picture_id] = to_qimage(picture_hwc_u8)
        for button in self._tiles:
            if button.tile.id == picture_id:
                button.image = self._thumbnails[picture_id]
                button.update()

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, TileButton):
            self.chosen.emit(button.tile.id)
