"""One picture of a gallery, large; the arrow keys go on, Escape goes back."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.metrics import CANVAS_BAR_HEIGHT, CONTROL_HEIGHT
from deepintro_desktop.ui.widgets.buttons import IconButton, PushButton
from deepintro_desktop.ui.widgets.images import as_rgb, to_qimage
from deepintro_desktop.ui.widgets.labels import ElidedLabel
from deepintro_desktop.ui.widgets.paint import CENTRE, draw_text

_MARGIN, _GAP, _CAPTION = 24, 24, 30
_SMOOTH_UP_TO = 4.0
"""Above this magnification pixels are shown as squares: smoothing would invent detail."""


@dataclass(frozen=True, slots=True, eq=False)
class LightboxPicture:
    """A picture with what is said of it: uint8 [height, width, 1 or 3]."""

    image_hwc_u8: NDArray[np.uint8]
    title: str
    text: str


class Lightbox(QFrame):
    """Covers its parent while it is open.

    ``save_requested`` carries the position of the picture; ``closed`` says that the gallery is seen again.
    """

    save_requested = Signal(int)
    closed = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: tuple[LightboxPicture, ...] = ()
        self._beside: LightboxPicture | None = None
        self._at = 0
        self.setProperty("ground", "canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = QLabel(self)
        self._title.setProperty("c", "heading")
        self._text = ElidedLabel(theme, self)
        self._compare = PushButton(theme, self.tr("Compare"), self, icon="compare", kind="soft")
        self._compare.setCheckable(True)
        self._compare.setToolTip(self.tr("Show what was to be matched beside it  (C)"))
        self._save = PushButton(theme, self.tr("Save…"), self, icon="download", kind="soft")
        self._save.setToolTip(self.tr("Save this picture  (S)"))
        self._close = IconButton(theme, "close", self.tr("Back to the gallery"), self)
        self._close.set_hint(self.tr("Back to the gallery"), "Esc")
        self._back = IconButton(theme, "chevron-left", self.tr("Picture before"), self, size=20)
        self._on = IconButton(theme, "chevron-right", self.tr("Next picture"), self, size=20)
        self._stage = _Stage(theme, self)
        self._build()
        self._connect()
        self.hide()
        parent.installEventFilter(self)

    def open_at(
        self, pictures: Sequence[LightboxPicture], position: int, beside: LightboxPicture | None
    ) -> None:
        """Show one of several pictures; ``beside`` is what it can be compared with."""
        self._beside = beside
        self._compare.setVisible(beside is not None)
        self._compare.setEnabled(beside is not None)
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()
        self.setFocus()
        self._at = position
        self.set_pictures(pictures)

    def set_pictures(self, pictures: Sequence[LightboxPicture]) -> None:
        """Show what became of the pictures meanwhile; closes when there are none any more."""
        self._pictures = tuple(pictures)
        if self.isHidden():
            return
        if not self._pictures:
            self.close_box()
            return
        self._go(self._at)

    def close_box(self) -> None:
        """Go back to the gallery."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go on with the arrows, back with Escape, compare with C, save with S."""
        actions = {
            Qt.Key.Key_Escape: self.close_box,
            Qt.Key.Key_Left: self._go_back,
            Qt.Key.Key_Right: self._go_on,
            Qt.Key.Key_C: self._compare.click,
            Qt.Key.Key_S: self._on_save,
        }
        action = actions.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Keep clicks from what lies below."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay as large as the tool below."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self.parentWidget().rect())
        return super().eventFilter(watched, event)

    def _go(self, position: int) -> None:
        self._at = min(max(position, 0), len(self._pictures) - 1)
        shown = self._pictures[self._at]
        self._title.setText(shown.title)
        self._text.set_text(shown.text)
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at < len(self._pictures) - 1)
        beside = self._beside if self._compare.isChecked() else None
        self._stage.set_pictures([one for one in (beside, shown) if one is not None])
        self.setAccessibleName(f"{shown.title}, {shown.text}")

    def _go_back(self) -> None:
        self._go(self._at - 1)

    def _go_on(self) -> None:
        self._go(self._at + 1)

    def _on_save(self) -> None:
        self.save_requested.emit(self._at)

    def _on_compare(self) -> None:
        self._go(self._at)

    def _connect(self) -> None:
        self._back.clicked.connect(self._go_back)
        self._on.clicked.connect(self._go_on)
        self._close.clicked.connect(self.close_box)
        self._save.clicked.connect(self._on_save)
        self._compare.toggled.connect(self._on_compare)
        for button in (self._back, self._on, self._close, self._save, self._compare):
            # The keys of the box go on working after a click.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _build(self) -> None:
        head = QFrame(self)
        head.setProperty("ground", "surface")
        head.setProperty("edge", "bottom")
        head.setFixedHeight(self._theme.px(CANVAS_BAR_HEIGHT))
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addSpacing(4)
        row.addWidget(self._text, 1)
        for widget in (self._compare, self._save, self._close):
            row.addWidget(widget)
        middle = QHBoxLayout()
        middle.setContentsMargins(8, 0, 8, 0)
        for widget, stretch in ((self._back, 0), (self._stage, 1), (self._on, 0)):
            middle.addWidget(widget, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addLayout(middle, 1)
        self._back.setFixedHeight(self._theme.px(2 * CONTROL_HEIGHT))
        self._on.setFixedHeight(self._theme.px(2 * CONTROL_HEIGHT))


class _Stage(QWidget):
    """One or two pictures side by side, as large as fits."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: list[tuple[QImage, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.theme_changed.connect(self.update)

    def set_pictures(self, pictures: Sequence[LightboxPicture]) -> None:
        """Show these."""
        self._pictures = [(to_qimage(as_rgb(one.image_hwc_u8)), one.title) for one in pictures]
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the pictures, with their names below where there are two."""
        if not self._pictures:
            return
        caption = self._theme.px(_CAPTION) if len(self._pictures) > 1 else 0
        n = len(self._pictures)
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN - caption)
        width = (room.width() - _GAP * (n - 1)) / n
        with QPainter(self) as painter:
            for index, (picture, title) in enumerate(self._pictures):
                scale = max(min(width / picture.width(), room.height() / picture.height()), 0.01)
                smooth = scale * self.devicePixelRatioF() <= _SMOOTH_UP_TO
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
                place = QRectF(0, 0, picture.width() * scale, picture.height() * scale)
                centre = room.x() + index * (width + _GAP) + width / 2
                place.moveCenter(QPointF(centre, room.center().y()))
                painter.drawImage(place, picture)
                if caption:
                    words = QRectF(place.x(), place.bottom() + 8, place.width(), 20)
                    font, colour = self._theme.font(Type.SECOND), self._theme.color("text2")
                    draw_text(painter, words, title, font=font, colour=colour, align=CENTRE)
