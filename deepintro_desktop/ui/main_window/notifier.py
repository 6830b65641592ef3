"""Messages of presenters as toasts."""

from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.widgets.toast import Message, ToastHost, ToastKind

_KINDS = {Level.INFO: ToastKind.INFO, Level.WARNING: ToastKind.WARNING, Level.ERROR: ToastKind.ERROR}


class ToastNotifier:
    """Shows messages at the bottom right of a window."""

    def __init__(self, toasts: ToastHost) -> None:
        self._toasts = toasts

    def notify(self, level: Level, title: str, text: str = "") -> None:
        """Show a short message."""
        self._toasts.show_message(Message(_KINDS[level], title, text))
