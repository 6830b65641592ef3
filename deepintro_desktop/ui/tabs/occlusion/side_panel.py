"""The right column: target class, prediction, analysis."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import COMPACT_RIGHT_COLUMN_WIDTH, PANEL_PADDING, RIGHT_COLUMN_WIDTH
from deepintro_desktop.ui.widgets.analysis_card import AnalysisCards
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.inputs import labelled
from deepintro_desktop.ui.widgets.target_box import TargetBox
from deepintro_desktop.ui.widgets.toast import RIGHT_COLUMN
from deepintro_desktop.ui.widgets.top5 import Top5

_SCROLL_BAR, _BETWEEN = 12, 12
"""Widths in the line above the cards, with the spaces between its three parts."""
_LOW = 780
"""Below this height the cards lose their pictures, so that all four can be seen."""


class SidePanel(QFrame):
    """Signals: ``analyse_clicked``, ``stop_clicked``."""

    analyse_clicked = Signal()
    stop_clicked = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = False
        self._running = self._done = False
        self._n_earlier = 0
        self.setProperty("ground", "surface")
        self.setProperty("edge", "left")
        self.target = TargetBox(self)
        self.top5 = Top5(theme, self)
        self.cards = AnalysisCards(theme, self)
        self._title = QLabel(self.tr("Analysis"), self)
        self.earlier = PushButton(theme, "", self, icon="clock", kind="link")
        self._button = PushButton(theme, self.tr("Analyse"), self, icon="play")
        self._button.clicked.connect(self._on_button_clicked)
        self.feedback = PushButton(theme, self.tr("Feedback about this analysis…"), self, kind="link")
        self._inside = QWidget(self)
        self._build()
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Become narrower."""
        self._compact = compact
        width = COMPACT_RIGHT_COLUMN_WIDTH if compact else RIGHT_COLUMN_WIDTH
        self.setFixedWidth(self._theme.px(width))
        self._fit_cards()
        self.set_earlier(self._n_earlier)
        if self.isVisible():
            self.window().setProperty(RIGHT_COLUMN, self.minimumWidth())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Keep toasts away from the cards."""
        super().showEvent(event)
        self.set_earlier(self._n_earlier)
        self.window().setProperty(RIGHT_COLUMN, self.minimumWidth())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Let toasts use the corner again."""
        super().hideEvent(event)
        self.window().setProperty(RIGHT_COLUMN, 0)

    def set_analysis_state(self, *, possible: bool, running: bool, done: bool) -> None:
        """Name the button after what it does now."""
        self._running, self._done = running, done
        if running:
            text, icon = self.tr("Stop"), "stop"
        else:
            text, icon = self.tr("Analyse"), "play"
        again = done and not running
        text, short = (self.tr("Analyse again"), self.tr("Again")) if again else (text, text)
        self._button.set_text(short if self._compact else text)
        self._button.setAccessibleName(text)
        self._button.setToolTip(text if short != text else "")
        self._button.set_icon(icon)
        self._fit_cards()
        self._button.setEnabled(possible or running)
        self.set_earlier(self._n_earlier)

    def set_earlier(self, n_entries: int) -> None:
        """Say how much was explained before; the button is hidden while there is nothing."""
        self._n_earlier = n_entries
        words = self.tr("Earlier ({0})").format(n_entries)
        self.earlier.set_text(words)
        self.earlier.setToolTip(self.tr("What was explained before of this picture  (Ctrl+H)"))
        self.earlier.setVisible(n_entries > 0)
        # Beside a long word of the button, or in a large font, there is room for the number only.
        parts = (self._title, self.earlier, self._button)
        for part in parts:
            part.ensurePolished()  # before that it does not know its size
        taken = sum(part.sizeHint().width() for part in parts) + _BETWEEN + 2 * PANEL_PADDING
        if self._compact or taken > self.minimumWidth() - _SCROLL_BAR:
            self.earlier.set_text(str(n_entries))
        self.earlier.setAccessibleName(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Choose the height of the cards."""
        if event.type() == QEvent.Type.Resize:
            self._fit_cards()
        return super().eventFilter(watched, event)

    def _fit_cards(self) -> None:
        """Make the best of the height: where the cards need all of it, the Help menu leads to feedback."""
        is_low = self._compact or self.height() < self._theme.px(_LOW)
        self.cards.set_compact(is_low)
        self.feedback.setVisible(self._done and not self._running and not is_low)

    def _build(self) -> None:
        inner = QVBoxLayout(self._inside)
        inner.setContentsMargins(PANEL_PADDING, 10, PANEL_PADDING, 12)
        inner.setSpacing(10)
        inner.addWidget(labelled(self.tr("Target class"), self.target, self))
        inner.addWidget(self.top5)
        line = QFrame(self)
        line.setProperty("c", "line")
        inner.addWidget(line)
        head = QHBoxLayout()
        self._title.setProperty("c", "heading")
        head.setSpacing(0)
        head.addWidget(self._title)
        head.addSpacing(_BETWEEN // 2)
        head.addStretch(1)
        head.addWidget(self.earlier)
        head.addSpacing(_BETWEEN // 2)
        head.addWidget(self._button)
        inner.addLayout(head)
        inner.addWidget(self.cards)
        inner.addWidget(self.feedback, 0, Qt.AlignmentFlag.AlignLeft)
        self.feedback.hide()
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.addWidget(area)
        self.installEventFilter(self)

    def _on_button_clicked(self) -> None:
        if self._running:
            self.stop_clicked.emit()
        else:
            self.analyse_clicked.emit()
