"""A card over the lower part of the picture: says what is missing and offers a way on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.empty_state import Action

_WIDTH, _MARGIN = 440, 16


class Notice(QFrame):
    """Stays at the lower edge of its parent; ``action_triggered`` carries the key of a button."""

    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name, self._token = "search", "text3"
        self.setProperty("c", "card")
        self._icon, self._title, self._text = QLabel(self), QLabel(self), QLabel(self)
        self._title.setProperty("c", "heading")
        for label in (self._title, self._text):
            label.setWordWrap(True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._text)
        layout.addLayout(self._buttons)
        self.hide()
        parent.installEventFilter(self)
        theme.theme_changed.connect(self._refresh)

    def say(self, icon: str, token: str, title: str, text: str, actions: Sequence[Action] = ()) -> None:
        """Show the card."""
        self._icon_name, self._token = icon, token
        self._title.setText(title)
        self._text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._rebuild(actions)
        self._refresh()
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay at the lower edge."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        area = self.parentWidget()
        width = min(self._theme.px(_WIDTH), area.width() - 2 * _MARGIN)
        self.setFixedWidth(max(width, 160))
        height = max(self.heightForWidth(self.width()), self.sizeHint().height())
        self.resize(self.width(), height)
        self.move((area.width() - self.width()) // 2, area.height() - height - _MARGIN)

    def _rebuild(self, actions: Sequence[Action]) -> None:
        while self._buttons.count():
            item = self._buttons.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for action in actions:
            kind = "primary" if action.primary else ""
            button = PushButton(self._theme, action.text, self, icon=action.icon, kind=kind)
            button.setObjectName(action.key)
            button.clicked.connect(self._on_clicked)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def _on_clicked(self) -> None:
        self.action_triggered.emit(self.sender().objectName())

    def _refresh(self) -> None:
        dpr = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, self._token, 20, dpr))
