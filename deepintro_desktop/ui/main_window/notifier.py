"""Messages of presenters as toasts."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from deepintro_desktop.ui.main_window.message_list import SHOW_MESSAGES, MessageList
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.widgets.toast import Message, ToastHost, ToastKind

_KINDS = {Level.INFO: ToastKind.INFO, Level.WARNING: ToastKind.WARNING, Level.ERROR: ToastKind.ERROR}
_SHOW_FILE = "file:"


class ToastNotifier:
    """Shows messages at the bottom right of a window; what belongs to one waits in the list of messages."""

    def __init__(self, toasts: ToastHost, messages: MessageList) -> None:
        self._toasts = toasts
        self._messages = messages
        toasts.action_triggered.connect(self._on_action)

    def notify(
        self,
        level: Level,
        title: str,
        text: str = "",
        details: Sequence[tuple[str, str]] = (),
        *,
        file: Path | None = None,
    ) -> None:
        """Show a short message, with a link to the list where there are details, or to a file."""
        kind = _KINDS[level]
        action, key = "", ""
        if details:
            action, key = QCoreApplication.translate("ToastNotifier", "Show"), SHOW_MESSAGES
        elif file is not None:
            action = QCoreApplication.translate("ToastNotifier", "Show the file")
            key = f"{_SHOW_FILE}{file}"
        message = Message(kind, title, text, action, key)
        if details:
            self._messages.add_details(message, [Message(kind, *detail) for detail in details])
        self._toasts.show_message(message)

    def _on_action(self, key: str) -> None:
        """Open the folder of a file, in the system's own program."""
        if key.startswith(_SHOW_FILE):
            folder = Path(key.removeprefix(_SHOW_FILE)).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
