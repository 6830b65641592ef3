"""Short messages at the bottom right; they stay while the pointer rests on them and are kept in a list."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import (
    RADIUS_CARD,
    RADIUS_CONTROL,
    TOAST_GAP,
    TOAST_MARGIN,
    TOAST_WIDTH,
)
from deepintro_desktop.ui.theme.tokens import CASING
from deepintro_desktop.ui.widgets.buttons import IconButton, PushButton
from deepintro_desktop.ui.widgets.motion import Entrance
from deepintro_desktop.ui.widgets.paint import fill_box, stroke_box

_AT_ONCE = 2
RIGHT_COLUMN = "rightColumnWidth"
"""The dynamic property by which a window says how wide the column at its right edge is."""

BOTTOM_STRIP = "bottomStripHeight"
"""The dynamic property by which a window says how high a strip with buttons above its foot is."""

CANVAS_FOOT = "canvasFootHeight"
"""The dynamic property by which a window says how high the controls under its picture are."""

_MOVING = (QEvent.Type.Resize, QEvent.Type.DynamicPropertyChange)


class ToastKind(Enum):
    """How serious a message is: drawing, colour, ground, how long it stays in ms (0: until it is closed)."""

    INFO = ("info", "accent_text", "accent_soft", 4000)
    WARNING = ("warning", "warn", "warn_soft", 6000)
    ERROR = ("error", "danger", "danger_soft", 10000)


@dataclass(frozen=True, slots=True)
class Message:
    """What a toast says; ``action`` is the text of its link, ``action_key`` what the signal then carries."""

    kind: ToastKind
    title: str
    text: str = ""
    action: str = ""
    action_key: str = ""


class _Tile(QWidget):
    def __init__(self, theme: ThemeManager, kind: ToastKind, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self.setFixedSize(28, 28)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            icon, token, ground, _ms = self._kind.value
            fill_box(painter, QRectF(self.rect()), self._theme.color(ground), RADIUS_CONTROL)
            painter.drawPixmap(6, 6, self._theme.pixmap(icon, token, 16, self.devicePixelRatioF()))


class Toast(QWidget):
    """One message. ``closed`` when it should go, ``action_triggered`` when its link was pressed."""

    closed = Signal()
    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, message: Message, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.message = message
        self.setFixedWidth(theme.px(TOAST_WIDTH))
        self.setAccessibleName(message.title)
        self.setAccessibleDescription(message.text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.closed)
        self.entrance = Entrance(self, theme)
        self._build()
        self._shadow()
        theme.theme_changed.connect(self.update)

    def start(self) -> None:
        """Begin to count the time that the message stays."""
        self._timer.start(self.message.kind.value[3])

    def stop(self) -> None:
        """Stay."""
        self._timer.stop()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Stay while the pointer rests here."""
        self.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Count anew."""
        self.start()
        super().leaveEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802
        """Draw the ground."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            fill_box(painter, QRectF(self.rect()), self._theme.color("raised"), RADIUS_CARD)
            stroke_box(painter, QRectF(self.rect()), self._theme.color("line"), RADIUS_CARD)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 6, 2)
        words.setSpacing(2)
        words.addLayout(self._title_row())
        if self.message.text:
            text = QLabel(self.message.text, self)
            text.setProperty("c", "second")
            text.setWordWrap(True)
            words.addWidget(text)
        if self.message.action:
            link = PushButton(self._theme, self.message.action, self, kind="link")
            link.clicked.connect(self._on_action_clicked)
            words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(11, 9, 7, 10)
        layout.setSpacing(12)
        layout.addWidget(_Tile(self._theme, self.message.kind, self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def _title_row(self) -> QHBoxLayout:
        title = QLabel(self.message.title, self)
        title.setProperty("c", "heading")
        title.setWordWrap(True)
        close = IconButton(self._theme, "close", self.tr("Close"), self, size=16)
        close.setFixedSize(24, 24)
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(title, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _shadow(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        colour = QColor(CASING)
        colour.setAlphaF(0.2)
        shadow.setColor(colour)
        self.setGraphicsEffect(shadow)

    def _on_action_clicked(self) -> None:
        self.action_triggered.emit(self.message.action_key)
        self.closed.emit()


class ToastHost(QObject):
    """Stacks at most two toasts over a window, newest lowest; others wait. Keeps what was said.

    Parameters
    ----------
    window : QWidget
        The toasts are its children and move with its lower right corner.
    """

    action_triggered = Signal(str)
    kept_changed = Signal()

    def __init__(self, theme: ThemeManager, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._toasts: list[Toast] = []
        self._waiting: list[Toast] = []
        self._kept: list[Message] = []
        self._unread = 0
        self._bottom = 0
        self._right = 0
        window.installEventFilter(self)

    def show_message(self, message: Message) -> Toast:
        """Show a message; an equal one that is still visible counts its time anew instead."""
        for toast in (*self._toasts, *self._waiting):
            if toast.message == message:
                if toast in self._toasts:
                    toast.start()
                return toast
        self._kept.append(message)
        self._unread += 1
        self.kept_changed.emit()
        toast = Toast(self._theme, message, self._window)
        toast.closed.connect(self._on_closed)
        toast.action_triggered.connect(self.action_triggered)
        toast.setFixedHeight(toast.layout().heightForWidth(toast.width()))
        toast.hide()
        self._waiting.append(toast)
        self._show_waiting()
        return toast

    def kept(self) -> tuple[Message, ...]:
        """Return everything that was said, oldest first."""
        return tuple(self._kept)

    def unread(self) -> int:
        """Return how many messages came since :meth:`mark_read`."""
        return self._unread

    def mark_read(self) -> None:
        """Count anew."""
        self._unread = 0
        self.kept_changed.emit()

    def clear_kept(self) -> None:
        """Forget what was said."""
        self._kept.clear()
        self.mark_read()

    def visible_toasts(self) -> tuple[Toast, ...]:
        """Return the toasts from top to bottom."""
        return tuple(self._toasts)

    def set_bottom_inset(self, pixels: int) -> None:
        """Stay above a status bar of this height."""
        self._bottom = pixels
        self._arrange()

    def set_right_inset(self, pixels: int) -> None:
        """Stay beside a column of this width at the right, where the window has room for both.

        Without it the window's dynamic property ``rightColumnWidth`` counts.
        """
        self._right = pixels
        self._arrange()

    def close_all(self) -> None:
        """Remove all toasts at once, also those that wait."""
        for toast in self._waiting:
            toast.deleteLater()
        self._waiting.clear()
        for toast in tuple(self._toasts):
            self._remove(toast)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Move with the window, and out of the way of what appears in it."""
        if watched is self._window and event.type() in _MOVING:
            self._arrange()
        return super().eventFilter(watched, event)

    def _on_closed(self) -> None:
        toast = self.sender()
        if isinstance(toast, Toast):
            self._remove(toast)

    def _remove(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            toast.stop()
            toast.hide()
            toast.deleteLater()
            self._arrange()
            self._show_waiting()

    def _show_waiting(self) -> None:
        while self._waiting and len(self._toasts) < _AT_ONCE:
            toast = self._waiting.pop(0)
            self._toasts.append(toast)
            self._arrange()
            toast.show()
            toast.entrance.play()
            toast.start()

    def _arrange(self) -> None:
        strip = max(int(self._window.property(name) or 0) for name in (BOTTOM_STRIP, CANVAS_FOOT))
        bottom = self._window.height() - self._bottom - strip - TOAST_MARGIN
        left = self._window.width() - self._theme.px(TOAST_WIDTH) - TOAST_MARGIN
        inset = self._right or int(self._window.property(RIGHT_COLUMN) or 0)
        if left - inset >= TOAST_MARGIN:
            left -= inset
        for toast in reversed(self._toasts):
            toast.entrance.settle(QPoint(left, bottom - toast.height()))
            toast.raise_()
            bottom -= toast.height() + TOAST_GAP
