"""Messages of presenters as toasts."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from deepintro_desktop.ui.main_window.message_list import SHOW_MESSAGES, MessageList
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.widgets.toast import Message, ToastHost, ToastKind

_KINDS = {Level.INFO: ToastKind.INFO, Level.WARNING: ToastKind.WARNING, Level.ERROR: ToastKind.ERROR}


class ToastNotifier:
    """Shows messages at the bottom right of a window; what belongs to one waits in the list of messages."""

    def __init__(self, toasts: ToastHost, messages: MessageList) -> None:
        self._toasts = toasts
        self._messages = messages

    def notify(
        self, level: Level, title: str, text: str = "", details: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Show a short message, with a link to the list where there are details."""
        kind = _KINDS[level]
        action = QCoreApplication.translate("ToastNotifier", "Show") if details else ""
        message = Message(kind, title, text, action, SHOW_MESSAGES if details else "")
        if details:
            self._messages.add_details(message, [Message(kind, *detail) for detail in details])
        self._toasts.show_message(message)
