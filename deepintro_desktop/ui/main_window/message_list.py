"""The list of messages that were shown, opened by the bell."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.toast import Message, ToastHost

SHOW_MESSAGES = "show-messages"
"""The key of the toast's link that opens the list."""
_WIDTH, _HEIGHT, _EMPTY_HEIGHT = 360, 320, 96


class MessageList(QFrame):
    """A popup with everything that was said, newest first."""

    def __init__(self, theme: ThemeManager, toasts: ToastHost, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._toasts = toasts
        self._details: dict[Message, tuple[Message, ...]] = {}
        self.setProperty("c", "card")
        self._entries = QVBoxLayout()
        self._entries.setContentsMargins(16, 0, 16, 12)
        self._entries.setSpacing(12)
        self._clear = PushButton(theme, self.tr("Clear"), self, kind="link")
        self._clear.clicked.connect(self._on_clear_clicked)
        self._build()

    def open_over(self, widget: QWidget) -> None:
        """Show the messages above a widget, right edges in line, and count them as read."""
        self._fill(self.shown())
        self._toasts.mark_read()
        self.setFixedWidth(self._theme.px(_WIDTH))
        self.setFixedHeight(self._theme.px(_HEIGHT if self._toasts.kept() else _EMPTY_HEIGHT))
        corner = widget.mapToGlobal(QPoint(widget.width(), 0))
        self.move(corner - QPoint(self.width(), self.height() + 6))
        self.show()

    def add_details(self, message: Message, details: Sequence[Message]) -> None:
        """Show these below a message; the toast itself stays short."""
        self._details[message] = tuple(details)

    def shown(self) -> tuple[Message, ...]:
        """Return every message as the list shows it, newest first, its details behind it."""
        return tuple(
            entry
            for message in reversed(self._toasts.kept())
            for entry in (message, *self._details.get(message, ()))
        )

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 12, 4)
        title = QLabel(self.tr("Messages"), self)
        title.setProperty("c", "heading")
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._clear)
        inside = QWidget(self)
        inside.setLayout(self._entries)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(area, 1)

    def _fill(self, messages: Sequence[Message]) -> None:
        while self._entries.count():
            item = self._entries.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for message in messages:
            self._entries.addWidget(self._row(message))
        if not messages:
            self._entries.addWidget(QLabel(self.tr("Nothing was said yet."), self))
        self._entries.addStretch(1)
        self._clear.setVisible(bool(messages))

    def _row(self, message: Message) -> QWidget:
        row = QWidget(self)
        icon, token, _ground, _ms = message.kind.value
        picture = QLabel(row)
        picture.setPixmap(self._theme.pixmap(icon, token, 16, self.devicePixelRatioF()))
        title, text = QLabel(message.title, row), QLabel(message.text, row)
        title.setProperty("c", "heading")
        text.setProperty("c", "second")
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (title, text):
            label.setWordWrap(True)
            label.setVisible(bool(label.text()))
            words.addWidget(label)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        return row

    def _on_clear_clicked(self) -> None:
        self._toasts.clear_kept()
        self._details.clear()
        self.close()
