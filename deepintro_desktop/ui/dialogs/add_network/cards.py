"""Preparations of pixels side by side: what values they give, and what the network then answers."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.dialogs.add_network.contract import PresetCard
from deepintro_desktop.ui.dialogs.add_network.words import range_text
from deepintro_desktop.ui.theme import ThemeManager, Type
from deepintro_desktop.ui.theme.focus import RADIUS_PROPERTY
from deepintro_desktop.ui.theme.metrics import FOCUS_GAP, FOCUS_RING, RADIUS_CARD
from deepintro_desktop.ui.widgets.badge import BadgeKind, BadgeSpec, badge_spec_width, draw_badge_spec
from deepintro_desktop.ui.widgets.paint import LEFT, RIGHT, begin, draw_text, fill_box, stroke_box, text_width
from deepintro_desktop.ui.widgets.words import probability_text

RING_ROOM = FOCUS_RING + FOCUS_GAP
"""What the focus ring needs round a card."""

_PADDING, _NARROW_PADDING = 14.0, 9.0
_LEAST_WIDTH, _HEIGHT, _ROW = 128, 172, 36.0
_NARROW_WIDTH = 168
_TOP, _MOST_ROWS = 114, 5
_SECOND_BADGE_ROW, _TALLER = 22, 28
_BADGE_KINDS = {
    marked("Sureness", "sure"): BadgeKind.OK,
    marked("Sureness", "fairly sure"): BadgeKind.NEUTRAL,
    marked("Sureness", "less sure"): BadgeKind.BEST,
    marked("Sureness", "undecided"): BadgeKind.IMPOSSIBLE,
}


class PresetButton(QAbstractButton):
    """One preparation; it is chosen like a radio button."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.card = PresetCard("", "", "", 0.0, 0.0, (0.0, 0.0))
        self._is_tall, self._n_rows = False, 5
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty(RADIUS_PROPERTY, RADIUS_CARD)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.theme_changed.connect(self.update)

    def set_card(self, card: PresetCard, *, n_rows: int, is_tall: bool) -> None:
        """Show a preparation with room for answers; ``is_tall``: and for a second row of badges."""
        self.card, self._n_rows, self._is_tall = card, n_rows, is_tall
        self.setText(card.title)
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(_spoken(card))
        self.setToolTip(f"{card.title}: {card.formula}" + "".join(_lines(card)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the usual size."""
        height = _HEIGHT + self._n_rows * round(_ROW) + (_TALLER if self._is_tall else 0)
        return QSize(self._theme.px(_NARROW_WIDTH), self._theme.px(height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the smallest width at which answers can be read."""
        return QSize(self._theme.px(_LEAST_WIDTH), self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the card."""
        with QPainter(self) as painter:
            rect = begin(painter, self._theme, self.rect().toRectF())
            self._ground(painter, rect)
            padding = _NARROW_PADDING if self._is_narrow() else _PADDING
            inner = rect.adjusted(padding, 0, -padding, 0)
            self._head(painter, inner)
            self._number_line(painter, inner)
            self._answers(painter, QRectF(inner.x(), _TOP, inner.width(), self._n_rows * _ROW))
            self._foot(painter, inner)

    def _is_narrow(self) -> bool:
        return self.width() < self._theme.px(_NARROW_WIDTH) - 8

    def _ground(self, painter: QPainter, rect: QRectF) -> None:
        chosen = self.isChecked()
        hovered = self.underMouse() and self.isEnabled()
        ground = "accent_soft" if chosen else "hover" if hovered else "surface"
        fill_box(painter, rect, self._theme.color(ground), RADIUS_CARD)
        edge = ("accent", 2.0) if chosen else ("line", 1.0)
        stroke_box(painter, rect, self._theme.color(edge[0]), RADIUS_CARD, edge[1])

    def _head(self, painter: QPainter, inner: QRectF) -> None:
        theme = self._theme
        centre = QPointF(inner.x() + 8, 25)
        painter.setPen(QPen(theme.color("accent" if self.isChecked() else "control"), 1.5))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(centre, 7.5, 7.5)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(centre, 4.0, 4.0)
        role = Type.SECOND_STRONG if self._is_narrow() else Type.HEADING
        place = QRectF(inner.x() + 22, 14, inner.width() - 22, 22)
        draw_text(painter, place, self.card.title, font=theme.drawn_font(role), colour=theme.color("text"))
        self._formula(painter, inner)

    def _formula(self, painter: QPainter, inner: QRectF) -> None:
        """Draw how pixels are prepared: on one line, or on two where the card is narrow."""
        theme, font = self._theme, self._theme.drawn_font(Type.SECOND)
        place = QRectF(inner.x(), 42, inner.width(), 18)
        if text_width(font, self.card.formula) <= inner.width():
            draw_text(painter, place, self.card.formula, font=font, colour=theme.color("text2"))
            return
        painter.setFont(theme.drawn_font(Type.BADGE))
        painter.setPen(theme.color("text2"))
        flags = int(LEFT) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(place.adjusted(0, -6, 0, 6), flags, self.card.formula)

    def _number_line(self, painter: QPainter, inner: QRectF) -> None:
        """Draw what values pixels become, on the same scale in all cards; the tick is zero."""
        low, high = self.card.axis
        if high <= low or self.card.high <= self.card.low:
            return
        theme = self._theme
        middle = 75.0

        def place(value: float) -> float:
            return inner.x() + (value - low) / (high - low) * inner.width()

        painter.fillRect(QRectF(inner.x(), middle - 0.5, inner.width(), 1), theme.color("line"))
        width = max(place(self.card.high) - place(self.card.low), 2.0)
        bar = QRectF(place(self.card.low), middle - 4, width, 8)
        fill_box(painter, bar, theme.color("accent" if self.isChecked() else "bar"), 1)
        painter.fillRect(QRectF(place(0.0) - 0.75, middle - 7, 1.5, 14), theme.color("text"))
        text = range_text(self.card.low, self.card.high)
        line = QRectF(inner.x(), 86, inner.width(), 18)
        draw_text(painter, line, text, font=theme.drawn_font(Type.SECOND), colour=theme.color("text2"))

    def _answers(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        if not self.card.bars:
            text, font = self.tr("No answer yet"), theme.drawn_font(Type.SECOND)
            line = QRectF(box.x(), box.y(), box.width(), 24)
            draw_text(painter, line, text, font=font, colour=theme.color("text2"), align=LEFT)
            return
        best, other = (Type.SECOND_STRONG, Type.SECOND) if self._is_narrow() else (Type.HEADING, Type.BODY)
        for place, (label, probability) in enumerate(self.card.bars[:_MOST_ROWS]):
            line = QRectF(box.x(), box.y() + place * _ROW, box.width(), 22)
            font = theme.drawn_font(best if place == 0 else other)
            value = probability_text(probability)
            width = draw_text(painter, line, value, font=font, colour=theme.color("text"), align=RIGHT)
            name = line.adjusted(0, 0, -width - 6, 0)
            draw_text(painter, name, label.partition(",")[0], font=font, colour=theme.color("text"))
            track = QRectF(line.x(), line.y() + 24, line.width(), 4)
            fill_box(painter, track, theme.color("surface" if self.isChecked() else "track"), 2)
            token = "accent" if self.isChecked() else "bar"
            length = max(min(probability, 1.0) * track.width(), 2.0)
            fill_box(painter, QRectF(track.x(), track.y(), length, 4), theme.color(token), 2)

    def _foot(self, painter: QPainter, inner: QRectF) -> None:
        card, theme = self.card, self._theme
        x, y = inner.x(), _TOP + self._n_rows * _ROW + 2
        if card.sure:
            spec = BadgeSpec(_sure(card).capitalize(), _BADGE_KINDS[card.sure])
            x += draw_badge_spec(painter, theme, QPointF(x, y), spec) + 6
        if card.recommended:
            spec = BadgeSpec(self.tr("recommended"), BadgeKind.ACCENT)
            if x + badge_spec_width(theme, spec) > inner.right() + 4 and self._is_tall:
                x, y = inner.x(), y + _SECOND_BADGE_ROW
            draw_badge_spec(painter, theme, QPointF(x, y), spec)
        bottom = self.sizeHint().height() / theme.scale
        line = QRectF(inner.x(), bottom - 32, inner.width(), 18)
        font = theme.drawn_font(Type.SECOND)
        if text_width(font, card.detail) > inner.width():
            font = theme.drawn_font(Type.BADGE)
        draw_text(painter, line, card.detail, font=font, colour=theme.color("text2"))


class PresetRow(QWidget):
    """The preparations side by side; arrow keys move between them."""

    chosen = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._buttons: list[PresetButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(RING_ROOM, RING_ROOM, RING_ROOM, RING_ROOM)
        self._layout.setSpacing(10)
        self.setAccessibleName(self.tr("Ways to prepare pixels"))

    @property
    def buttons(self) -> tuple[PresetButton, ...]:
        """The cards from left to right."""
        return tuple(self._buttons)

    def set_cards(self, cards: Sequence[PresetCard], chosen: str) -> None:
        """Show these cards; those that are there already keep the focus."""
        while len(self._buttons) < len(cards):
            self._buttons.append(PresetButton(self._theme, self))
            self._group.addButton(self._buttons[-1])
            self._layout.addWidget(self._buttons[-1])
        while len(self._buttons) > len(cards):
            button = self._buttons.pop()
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        n_rows = min(max(1, *(len(card.bars) for card in cards)), _MOST_ROWS) if cards else 1
        # Beside "Less sure" there is no room for a second badge.
        is_tall = len(cards) > 4 or any(card.recommended and card.sure not in ("", "sure") for card in cards)
        for button, card in zip(self._buttons, cards, strict=True):
            button.set_card(card, n_rows=n_rows, is_tall=is_tall)
            # A lone card would be as wide as the dialog, and its bars with it.
            button.setMaximumWidth(self._theme.px(260) if len(cards) < 3 else 16777215)
            button.setChecked(card.key == chosen)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignLeft if len(cards) < 3 else Qt.AlignmentFlag(0))

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, PresetButton):
            self.chosen.emit(button.card.key)


def _lines(card: PresetCard) -> list[str]:
    return [f"\n{probability_text(probability)}  {label}" for label, probability in card.bars]


def _spoken(card: PresetCard) -> str:
    """Return everything on a card in one sentence for screen readers."""
    parts = [card.formula]
    if card.high > card.low:
        parts.append(range_text(card.low, card.high))
    parts += [f"{label} {probability_text(probability)}" for label, probability in card.bars]
    parts += [part for part in (_sure(card), card.detail) if part]
    if card.recommended:
        parts.append(QCoreApplication.translate("PresetButton", "recommended"))
    return ", ".join(parts)


def _sure(card: PresetCard) -> str:
    return translate("Sureness", card.sure) if card.sure else ""
