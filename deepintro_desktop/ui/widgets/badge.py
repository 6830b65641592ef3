"""Badges: a word and an icon on a soft ground, for certainty, trust and file formats."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deepintro_desktop.core.results import Certainty
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import BADGE_HEIGHT
from deepintro_desktop.ui.widgets.paint import badge_width, begin, draw_badge
from deepintro_desktop.ui.widgets.words import count_words, grouped


class BadgeKind(Enum):
    """How a badge looks: ground, text, icon, edge (names of tokens and drawings)."""

    OK = ("ok_soft", "ok", "check", "")
    WARN = ("warn_soft", "warn", "warning", "")
    IMPOSSIBLE = ("warn_soft", "warn", "impossible", "")
    GUESS = ("warn_soft", "warn", "", "")
    BEST = ("sunken", "text2", "search", "")
    NEUTRAL = ("sunken", "text2", "info", "")
    PLAIN = ("sunken", "text2", "", "")
    FORMAT = ("surface", "text2", "", "line")
    RUNNING = ("accent_soft", "accent_text", "clock", "")
    FORMAT_QUIET = ("sunken", "text2", "", "line")
    ACCENT = ("accent", "on_accent", "", "")
    DANGER = ("danger_soft", "danger", "error", "")


@dataclass(frozen=True, slots=True)
class BadgeSpec:
    """What a badge says and how it looks; ``full`` is for tooltips where ``text`` had to be short."""

    text: str
    kind: BadgeKind
    full: str = ""

    @property
    def whole(self) -> str:
        """Everything that there is to say."""
        return self.full or self.text


def certainty_badge(certainty: Certainty, n_evaluated: int, *, running: bool = False) -> BadgeSpec:
    """Return the badge of an answer: exact, best of N, none found in N, impossible.

    While the search runs, the clock says that N grows; the tooltip has N in digits.
    """
    tr = QCoreApplication.translate
    words, digits = count_words(n_evaluated), grouped(n_evaluated)
    best, none = tr("Badge", "Best of {0}"), tr("Badge", "None in {0}")
    so_far = tr("Badge", "{0} so far")
    if certainty is Certainty.EXACT:
        return BadgeSpec(tr("Badge", "Exact"), BadgeKind.OK)
    if certainty is Certainty.IMPOSSIBLE:
        return BadgeSpec(tr("Badge", "Impossible"), BadgeKind.IMPOSSIBLE)
    if running and certainty is Certainty.BEST_FOUND:
        return BadgeSpec(best.format(words), BadgeKind.RUNNING, so_far.format(best.format(digits)))
    if running:
        return BadgeSpec(none.format(words), BadgeKind.RUNNING, so_far.format(none.format(digits)))
    text = none if certainty is Certainty.NONE_FOUND else best
    return BadgeSpec(text.format(words), BadgeKind.BEST, text.format(digits))


def badge_spec_width(theme: ThemeManager, spec: BadgeSpec) -> float:
    """Return how wide a badge is."""
    return badge_width(theme, spec.text, spec.kind.value[2])


def draw_badge_spec(painter: QPainter, theme: ThemeManager, place: QPointF, spec: BadgeSpec) -> float:
    """Draw a badge with its upper left corner at ``place``; return its width."""
    ground, token, icon, edge = spec.kind.value
    return draw_badge(painter, theme, place, spec.text, ground=ground, token=token, icon=icon, edge=edge)


class Badge(QWidget):
    """A badge as a widget of its own."""

    def __init__(self, theme: ThemeManager, spec: BadgeSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spec = spec
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spec.text)
        theme.theme_changed.connect(self.update)

    def set_spec(self, spec: BadgeSpec) -> None:
        """Say something else."""
        self._spec = spec
        self.setAccessibleName(spec.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the drawing."""
        width = round(badge_spec_width(self._theme, self._spec) + 0.5)
        return QSize(self._theme.px(width), self._theme.px(BADGE_HEIGHT))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the badge."""
        with QPainter(self) as painter:
            begin(painter, self._theme, self.rect().toRectF())
            draw_badge_spec(painter, self._theme, QPointF(0, 0), self._spec)
