"""What starting will take, and the button that starts, or stops."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import PANEL_PADDING
from deepintro_desktop.ui.widgets.buttons import PushButton

_ICONS = {"info": ("clock", "text2"), "busy": ("clock", "text3"), "warning": ("warning", "warn")}


class RunBox(QFrame):
    """A note of time over a large button; ``run_clicked`` and ``stop_clicked``.

    Parameters
    ----------
    verb : str
        What the button does.
    """

    run_clicked = Signal()
    stop_clicked = Signal()

    def __init__(self, theme: ThemeManager, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._verb = verb
        self._level = "busy"
        self._possible = self._running = self._stopping = False
        self.setProperty("ground", "surface")
        self.setProperty("edge", "top")
        self._icon, self._title, self._text = QLabel(self), QLabel(self), QLabel(self)
        self.button = PushButton(theme, verb, self, icon="play", kind="primary", size="large")
        self._stop = PushButton(theme, self.tr("Stop"), self, icon="stop", size="large")
        self._build()
        self.button.clicked.connect(self.run_clicked)
        self._stop.clicked.connect(self._on_stop_clicked)
        theme.theme_changed.connect(self._refresh)
        self._show_state()

    def say(self, title: str, text: str, level: str = "info", *, possible: bool = True) -> None:
        """Say what starting will take, or why it is not possible (``level``: info, busy, warning)."""
        self._level, self._possible = level, possible
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.button.setAccessibleDescription(f"{title} {text}")
        self._refresh()
        self._show_state()

    def set_running(self, *, running: bool, stopping: bool = False) -> None:
        """Offer Stop instead while something runs; a second press while it stops has no effect."""
        self._running = running
        self._stopping = stopping
        self._stop.set_text(self.tr("Stopping…") if stopping else self.tr("Stop"))
        self._show_state()

    def title(self) -> str:
        """Return what is said."""
        return self._title.text()

    def stop_button(self) -> PushButton:
        """Return the button that stops."""
        return self._stop

    def _on_stop_clicked(self) -> None:
        if not self._stopping:
            self.stop_clicked.emit()

    def _show_state(self) -> None:
        """Show one of the buttons; the focus goes with it."""
        had_focus = self.button.hasFocus() or self._stop.hasFocus()
        self.button.setVisible(not self._running)
        self.button.setEnabled(self._possible)
        self._stop.setVisible(self._running)
        if had_focus:
            (self._stop if self._running else self.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        note = QFrame(self)
        note.setProperty("c", "note")
        words = QVBoxLayout()
        words.setSpacing(1)
        self._title.setProperty("c", "heading")
        self._text.setProperty("c", "second")
        for label in (self._title, self._text):
            label.setWordWrap(True)
            words.addWidget(label)
        row = QHBoxLayout(note)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANEL_PADDING, 12, PANEL_PADDING, 12)
        layout.setSpacing(10)
        for widget in (note, self.button, self._stop):
            layout.addWidget(widget)

    def _refresh(self) -> None:
        name, token = _ICONS[self._level]
        self._icon.setPixmap(self._theme.pixmap(name, token, 18, self.devicePixelRatioF()))
