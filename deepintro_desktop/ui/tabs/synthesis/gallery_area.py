"""The middle: title and order, tiles, curve, what was made before, foot."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from deepintro_desktop.ui.tabs.making_tab import MakingArea
from deepintro_desktop.ui.tabs.synthesis.contract import GalleryEntry, GalleryState
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.empty_state import EmptyState
from deepintro_desktop.ui.widgets.error_curve import CurveLine, ErrorCurve
from deepintro_desktop.ui.widgets.gallery import Gallery, TileContent
from deepintro_desktop.ui.widgets.inputs import ComboBox
from deepintro_desktop.ui.widgets.labels import ElidedLabel


class Order(StrEnum):
    """How the gallery is sorted."""

    MADE = "made"
    ERROR = "error"


class GalleryArea(MakingArea):
    """``opened`` and ``save_requested`` carry a position in :meth:`entries`."""

    opened = Signal(int)
    save_requested = Signal(int)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state = GalleryState("", "")
        self._caption = ElidedLabel(theme, self)
        self.order = ComboBox(self.tr("Sort"), self)
        self.gallery = Gallery(theme, self)
        self.curve = ErrorCurve(theme, self)
        self._empty = EmptyState(theme, self)
        self._foot = (QLabel(self), QLabel(self), QLabel(self))
        self._build()
        self.order.currentIndexChanged.connect(self._show)
        self.gallery.opened.connect(self.opened)
        self.gallery.save_requested.connect(self.save_requested)

    def set_state(self, state: GalleryState) -> None:
        """Show a gallery."""
        self._state = state
        self._caption.set_text(state.caption)
        self._show()

    def set_compact(self, compact: bool) -> None:
        """Leave the range out of the foot where it has no room."""
        self._foot[2].setVisible(not compact)

    def state(self) -> GalleryState:
        """Return what is shown."""
        return self._state

    def entries(self) -> tuple[GalleryEntry, ...]:
        """Return the images in the order in which they are seen."""
        if self.order.currentData() == Order.ERROR:
            return tuple(sorted(self._state.entries, key=lambda entry: (entry.sort_error, entry.seed)))
        return self._state.entries

    def _show(self) -> None:
        state = self._state
        self.gallery.set_tiles([self._tile(entry) for entry in self.entries()])
        lines = [CurveLine(entry.iterations, entry.errors) for entry in state.entries]
        if lines:
            best = min(range(len(lines)), key=lambda index: state.entries[index].sort_error)
            lines[best] = CurveLine(lines[best].iterations, lines[best].errors, strong=True)
        has_curve = any(len(line.errors) > 1 for line in lines)
        self.curve.setVisible(has_curve)
        if has_curve:
            self.curve.set_lines(
                lines, state.n_iterations, title=state.curve_title, as_percent=state.as_percent
            )
        self.set_notes(state.notes)
        for label, text in zip(self._foot, state.foot, strict=True):
            label.setText(text)
        self._foot_frame.setVisible(bool(state.entries))
        self._layers.setCurrentIndex(0 if state.entries else 1)

    def _tile(self, entry: GalleryEntry) -> TileContent:
        return TileContent(
            self.tr("Image {0}").format(entry.seed + 1),
            entry.error,
            self.tr("seed {0}").format(entry.seed),
            entry.state or self._state.layer,
            entry.image_hwc_u8,
            entry.progress,
        )

    def _build(self) -> None:
        self.order.addItem(self.tr("Order made"), Order.MADE)
        self.order.addItem(self.tr("Smallest error first"), Order.ERROR)
        self._empty.set_content(
            "image",
            self.tr("Nothing made yet"),
            self.tr("Press Synthesise to see images that the layer cannot tell from what it was given."),
        )
        place = QWidget(self)
        self._layers = QStackedLayout(place)
        for widget in (self._top(self.gallery), self._empty):
            self._layers.addWidget(widget)
        title, sort = QLabel(self.tr("Gallery"), self), QLabel(self.tr("Sort"), self)
        title.setProperty("c", "heading")
        sort.setBuddy(self.order)
        self._foot[0].setProperty("c", "heading")
        for label in (sort, *self._foot[1:]):
            label.setProperty("c", "second")
        head = (title, self._caption, sort, self.order)
        self._foot_frame = self.frame(head, (place, self._notes, self.curve), self._foot)

    def _top(self, widget: QWidget) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(widget)
        layout.addStretch(1)
        return box
