"""The middle: title and order, tiles, curve, what was made before, foot."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from deepintro_desktop.ui.tabs.making import EarlierGroup
from deepintro_desktop.ui.tabs.synthesis.contract import GalleryEntry, GalleryState
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import CANVAS_BAR_HEIGHT, CANVAS_FOOT_HEIGHT
from deepintro_desktop.ui.widgets.earlier import Earlier, EarlierContent
from deepintro_desktop.ui.widgets.empty_state import EmptyState
from deepintro_desktop.ui.widgets.error_curve import CurveLine, ErrorCurve
from deepintro_desktop.ui.widgets.gallery import Gallery, TileContent
from deepintro_desktop.ui.widgets.inputs import ComboBox
from deepintro_desktop.ui.widgets.labels import ElidedLabel
from deepintro_desktop.ui.widgets.notice import Notice


class Order(StrEnum):
    """How the gallery is sorted."""

    MADE = "made"
    ERROR = "error"


class GalleryArea(QWidget):
    """``opened`` and ``save_requested`` carry a position in :meth:`entries`; ``earlier_chosen`` a key."""

    opened = Signal(int)
    save_requested = Signal(int)
    earlier_chosen = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = GalleryState("", "")
        self._caption = ElidedLabel(theme, self)
        self.order = ComboBox(self.tr("Sort"), self)
        self.gallery = Gallery(theme, self)
        self.curve = ErrorCurve(theme, self)
        self.earlier = Earlier(theme, self.tr("Made before, in other ways"), self)
        self.notice = Notice(theme, self)
        self._notes = QLabel(self)
        self._empty = EmptyState(theme, self)
        self._foot = (QLabel(self), QLabel(self), QLabel(self))
        self._build()
        self.order.currentIndexChanged.connect(self._show)
        self.gallery.opened.connect(self.opened)
        self.gallery.save_requested.connect(self.save_requested)
        self.earlier.chosen.connect(self.earlier_chosen)

    def set_state(self, state: GalleryState) -> None:
        """Show a gallery."""
        self._state = state
        self._caption.set_text(state.caption)
        self._show()

    def set_earlier(self, groups: Sequence[EarlierGroup]) -> None:
        """Show what was made before in other ways."""
        self.earlier.set_groups(
            [EarlierContent(one.key, one.title, one.text, one.images_hwc_u8) for one in groups]
        )

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
        self._notes.setText("\n".join(state.notes))
        self._notes.setVisible(bool(state.notes))
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
        self._notes.setProperty("c", "second")
        self._notes.setWordWrap(True)
        self._empty.set_content(
            "image",
            self.tr("Nothing made yet"),
            self.tr("Press Synthesise to see images that the layer cannot tell from what it was given."),
        )
        inside = QWidget(self)
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(16, 12, 16, 12)
        self._inside.setSpacing(12)
        place = QWidget(inside)
        self._layers = QStackedLayout(place)
        for widget in (self._top(self.gallery), self._empty):
            self._layers.addWidget(widget)
        for widget in (place, self._notes, self.curve, self.earlier):
            self._inside.addWidget(widget)
        self._inside.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        ground = QFrame(self)
        ground.setProperty("ground", "canvas")
        ground_layout = QVBoxLayout(ground)
        ground_layout.setContentsMargins(0, 0, 0, 0)
        ground_layout.addWidget(area)
        self._foot_frame = self._make_foot()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_head())
        layout.addWidget(ground, 1)
        layout.addWidget(self.notice)
        layout.addWidget(self._foot_frame)

    def _top(self, widget: QWidget) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(widget)
        layout.addStretch(1)
        return box

    def _make_head(self) -> QFrame:
        head = QFrame(self)
        head.setProperty("ground", "surface")
        head.setProperty("edge", "bottom")
        head.setFixedHeight(self._theme.px(CANVAS_BAR_HEIGHT))
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        title = QLabel(self.tr("Gallery"), head)
        title.setProperty("c", "heading")
        sort = QLabel(self.tr("Sort"), head)
        sort.setProperty("c", "second")
        sort.setBuddy(self.order)
        row.addWidget(title)
        row.addSpacing(6)
        row.addWidget(self._caption, 1)
        row.addWidget(sort)
        row.addWidget(self.order)
        return head

    def _make_foot(self) -> QFrame:
        foot = QFrame(self)
        foot.setProperty("ground", "surface")
        foot.setProperty("edge", "top")
        foot.setFixedHeight(self._theme.px(CANVAS_FOOT_HEIGHT))
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        left, middle, right = self._foot
        left.setProperty("c", "heading")
        for label in (middle, right):
            label.setProperty("c", "second")
        row.addWidget(left)
        row.addWidget(middle)
        row.addStretch(1)
        row.addWidget(right)
        return foot
