"""The middle: a card for each boundary image with the way to it, and what was made before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from deepintro_desktop.ui.tabs.boundary.contract import BoundaryEntry, BoundaryState, WayStep
from deepintro_desktop.ui.tabs.making_tab import MakingArea
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.badge import Badge, BadgeKind, BadgeSpec
from deepintro_desktop.ui.widgets.empty_state import EmptyState
from deepintro_desktop.ui.widgets.gallery import Gallery, TileContent
from deepintro_desktop.ui.widgets.labels import ElidedLabel

_STEP_WIDTHS = (96, 184)


class BoundaryCard(QFrame):
    """One image: its name, whether it lies at the boundary, its numbers, the way to it.

    ``opened`` and ``save_requested`` carry the position of a step.
    """

    opened = Signal(int)
    save_requested = Signal(int)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("c", "card")
        self._title = QLabel(self)
        self._title.setProperty("c", "heading")
        self._badge = Badge(theme, BadgeSpec("", BadgeKind.NEUTRAL), self)
        self._facts = ElidedLabel(theme, self)
        self.way = Gallery(theme, self, widths=_STEP_WIDTHS)
        self.way.opened.connect(self.opened)
        self.way.save_requested.connect(self.save_requested)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._badge)
        head.addWidget(self._facts, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.way)

    def set_entry(self, entry: BoundaryEntry) -> None:
        """Show an image."""
        self._title.setText(self.tr("Image {0}").format(entry.seed + 1))
        self._facts.set_text(entry.facts)
        self._badge.setVisible(entry.reached is not None)
        if entry.reached is not None:
            reached = BadgeSpec(self.tr("At the boundary"), BadgeKind.OK)
            missed = BadgeSpec(self.tr("Not reached"), BadgeKind.WARN)
            self._badge.set_spec(reached if entry.reached else missed)
        is_there = entry.reached is not None
        goal = len(entry.steps) - 1 if is_there else -1
        self.way.set_tiles([_tile(step, index == goal) for index, step in enumerate(entry.steps)])


class BoundaryArea(MakingArea):
    """``opened`` and ``save_requested`` carry the positions of an image and of a step of its way."""

    opened = Signal(int, int)
    save_requested = Signal(int, int)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state = BoundaryState("")
        self._cards: list[BoundaryCard] = []
        self._caption = ElidedLabel(theme, self)
        self._empty = EmptyState(theme, self)
        self._foot = (QLabel(self), QLabel(self))
        self._cards_box = QWidget(self)
        self._cards_layout = QVBoxLayout(self._cards_box)
        self._build()

    def set_state(self, state: BoundaryState) -> None:
        """Show images."""
        self._state = state
        self._caption.set_text(state.caption)
        while len(self._cards) > len(state.entries):
            card = self._cards.pop()
            card.hide()
            card.deleteLater()
        while len(self._cards) < len(state.entries):
            self._add_card()
        for card, entry in zip(self._cards, state.entries, strict=True):
            card.set_entry(entry)
        self.set_notes(state.notes)
        for label, text in zip(self._foot, state.foot, strict=True):
            label.setText(text)
        self._foot_frame.setVisible(bool(state.entries))
        self._layers.setCurrentIndex(0 if state.entries else 1)

    def state(self) -> BoundaryState:
        """Return what is shown."""
        return self._state

    def cards(self) -> tuple[BoundaryCard, ...]:
        """Return the cards in their order."""
        return tuple(self._cards)

    def _add_card(self) -> None:
        card = BoundaryCard(self._theme, self._cards_box)
        card.opened.connect(self._on_opened)
        card.save_requested.connect(self._on_save_requested)
        self._cards.append(card)
        self._cards_layout.addWidget(card)

    def _on_opened(self, step: int) -> None:
        self.opened.emit(self._cards.index(self.sender()), step)

    def _on_save_requested(self, step: int) -> None:
        self.save_requested.emit(self._cards.index(self.sender()), step)

    def _build(self) -> None:
        self._cards_layout.setContentsMargins(0, 0, 0, 0)
        self._cards_layout.setSpacing(12)
        self._cards_layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.set_content(
            "compare",
            self.tr("Nothing made yet"),
            self.tr(
                "A boundary image is one that the network takes for either class, one half each. "
                "The way to it shows what the network would have to see."
            ),
        )
        place = QWidget(self)
        self._layers = QStackedLayout(place)
        self._layers.addWidget(self._cards_box)
        self._layers.addWidget(self._empty)
        title = QLabel(self.tr("Between"), self)
        for label, role in ((title, "heading"), (self._foot[0], "heading"), (self._foot[1], "second")):
            label.setProperty("c", role)
        self._foot_frame = self.frame((title, self._caption), (place, self._notes), self._foot)


def _tile(step: WayStep, is_goal: bool) -> TileContent:
    return TileContent(
        step.title,
        "",
        step.first,
        step.second,
        step.image_hwc_u8,
        step.progress,
        "accent" if is_goal else "",
    )
