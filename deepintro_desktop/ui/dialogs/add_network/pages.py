"""What the right of the dialog shows: reading, a refusal, or the preparations side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.ui.dialogs.add_network.cards import RING_ROOM, PresetRow
from deepintro_desktop.ui.dialogs.add_network.contract import Ask, PresetCard, Refusal, Verdict
from deepintro_desktop.ui.dialogs.add_network.strip import PictureStrip
from deepintro_desktop.ui.dialogs.prompter import failure_words
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.failure_panel import FailurePanel

_BAR_WIDTH = 320
_STEPS = 1000


class ReadingPage(QWidget):
    """A file is being read: which one, how far, what is done."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._message, self._hint = QLabel(self), QLabel(self), QLabel(self)
        self._title.setProperty("c", "title")
        self._message.setProperty("c", "second")
        self._hint.setProperty("c", "hint")
        self._hint.setText(
            self.tr("It is read as data, in a process of its own: nothing in the file is ever run.")
        )
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.px(_BAR_WIDTH))
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(2)
        for widget in (self._title, self._bar, self._message, self._hint):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def set_state(self, name: str, fraction: float | None, message: str) -> None:
        """Say what is read; ``fraction`` 0..1, None while unknown."""
        self._title.setText(self.tr("Reading {0}").format(name))
        self._message.setText(message)
        self._bar.setRange(0, 0 if fraction is None else _STEPS)
        self._bar.setValue(round((fraction or 0.0) * _STEPS))
        self._bar.setAccessibleName(self._title.text())


class RefusalPage(QWidget):
    """Why a file cannot be added, and a line for the structure where that would help."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = FailurePanel(theme, self)
        self.structure = QLineEdit(self)
        self.structure.setAccessibleName(self.tr("Architecture"))
        self._question = QLabel(self)
        self._question.setWordWrap(True)
        self._question.setProperty("c", "second")
        self._question.setText(
            self.tr(
                "Name the architecture, for example resnet18, or, where the layers follow each other, all of "
                "them in order, for example: conv1(padding=1) bn1 relu maxpool(2) flatten fc1"
            )
        )
        self._question.setBuddy(self.structure)
        question = QVBoxLayout()
        question.setContentsMargins(16, 0, 16, 0)
        question.setSpacing(8)
        question.addWidget(self._question)
        question.addWidget(self.structure)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 16)
        layout.addWidget(self._panel)
        layout.addLayout(question)
        layout.addStretch(1)

    def set_refusal(self, refusal: Refusal) -> None:
        """Show a refusal."""
        self._panel.set_failure(failure_words(refusal.failure))
        asks = refusal.ask is Ask.STRUCTURE
        for widget in (self._question, self.structure):
            widget.setVisible(asks)
        if asks:
            self.structure.setText(refusal.value)
            self.structure.setFocus()


class FoundPage(QWidget):
    """A headline, pictures to try, the preparations side by side, and what the program makes of them."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._text = QLabel(self), QLabel(self)
        self._title.setProperty("c", "title")
        self._text.setProperty("c", "second")
        self._text.setWordWrap(True)
        self.strip = PictureStrip(theme, self)
        self.cards = PresetRow(theme, self)
        self._note = VerdictNote(theme, self)
        self._area = _WideArea(self.cards, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20 - RING_ROOM, 18, 20 - RING_ROOM, 18)
        layout.setSpacing(12 - RING_ROOM)
        head, foot = QVBoxLayout(), QVBoxLayout()
        for part in (head, foot):
            part.setContentsMargins(RING_ROOM, 0, RING_ROOM, 0)
            part.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._text)
        foot.addWidget(self._note)
        layout.addLayout(head)
        layout.addWidget(self.strip)
        layout.addWidget(self._area)
        layout.addLayout(foot)
        layout.addStretch(1)

    def set_cards(self, cards: Sequence[PresetCard], chosen: str) -> None:
        """Show the preparations side by side."""
        self.cards.set_cards(cards, chosen)
        self._area.fit()

    def set_headline(self, title: str, text: str) -> None:
        """Say what this is about."""
        self._title.setText(title)
        self._text.setText(text)

    def set_verdict(self, verdict: Verdict) -> None:
        """Say what the program recommends."""
        self._note.set_verdict(verdict)


class _WideArea(QScrollArea):
    """As high as its content, which can be wider: only it scrolls sideways, not the sentences round it."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Take the height of the content, and of the bar where there is one."""
        wanted = self.widget().minimumSizeHint()
        bar = self.horizontalScrollBar().sizeHint().height() if wanted.width() > self.width() else 0
        self.setFixedHeight(wanted.height() + bar)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the content, which knows its height only once it was laid out."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Make room for the bar, or not."""
        super().resizeEvent(event)
        self.fit()


class VerdictNote(QFrame):
    """The recommendation with its reason; a warning stands above it with a mark of its own."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("c", "note")
        self._icon, self._text = QLabel(self), QLabel(self)
        self._warning_icon, self._warning = QLabel(self), QLabel(self)
        self._warning.setProperty("c", "heading")
        for label in (self._text, self._warning):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(6)
        for icon, label in ((self._warning_icon, self._warning), (self._icon, self._text)):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label, 1)
            layout.addLayout(row)
        theme.theme_changed.connect(self._refresh)
        self._refresh()

    def set_verdict(self, verdict: Verdict) -> None:
        """Show other sentences; none: nothing at all."""
        self.setVisible(bool(verdict.text))
        self._text.setText(verdict.text)
        self._warning.setText(verdict.warning)
        for widget in (self._warning, self._warning_icon):
            widget.setVisible(bool(verdict.warning))
        self.setAccessibleName(verdict.text)
        self.setAccessibleDescription(verdict.warning)

    def _refresh(self) -> None:
        dpr = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap("info", "accent", 18, dpr))
        self._warning_icon.setPixmap(self._theme.pixmap("warning", "warn", 18, dpr))
