"""Buttons that keep their icon in the colours of the theme."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.theme.metrics import CONTROL_HEIGHT, ICON


class IconButton(QToolButton):
    """A square button of 28 px with one icon; its tooltip is its accessible name.

    Parameters
    ----------
    icon : str
        Name of a drawing.
    text : str
        What the button does; tooltip and accessible name. A shortcut may follow through ``set_hint``.
    """

    def __init__(
        self, theme: ThemeManager, icon: str, text: str, parent: QWidget | None = None, *, size: int = ICON
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._size = size
        self._token = "text3"
        self.setAutoRaise(True)
        self.setFixedSize(CONTROL_HEIGHT, CONTROL_HEIGHT)
        self.setIconSize(QSize(size, size))
        self.set_hint(text)
        theme.theme_changed.connect(self._refresh)
        self._refresh()

    def set_icon(self, icon: str, token: str = "text3") -> None:
        """Show another drawing, in another colour of the theme."""
        self._icon, self._token = icon, token
        self._refresh()

    def set_hint(self, text: str, shortcut: str = "") -> None:
        """Change what the button says about itself."""
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  ({shortcut})" if shortcut else text)

    def _refresh(self) -> None:
        self.setIcon(self._theme.icon(self._icon, self._token, self._size, checked="accent_text"))


class PushButton(QPushButton):
    """A button with words and perhaps an icon.

    Parameters
    ----------
    kind : str
        ``""`` (edge in ``control``), ``"soft"`` (quiet edge), ``"primary"``, ``"link"``.
    size : str
        ``""`` (28 px), ``"large"`` (36 px), ``"small"`` (22 px).
    """

    def __init__(
        self,
        theme: ThemeManager,
        text: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        kind: str = "",
        size: str = "",
    ) -> None:
        super().__init__(f" {text}" if icon else text, parent)
        self._theme = theme
        self._icon = icon
        self._kind = kind
        self.setProperty("c", kind)
        self.setProperty("h", size)
        self.setAccessibleName(text)
        self.setIconSize(QSize(16, 16))
        theme.theme_changed.connect(self._refresh)
        self._refresh()

    def set_text(self, text: str) -> None:
        """Change the words."""
        self.setText(f" {text}" if self._icon else text)
        self.setAccessibleName(text)

    def set_icon(self, icon: str) -> None:
        """Change the drawing."""
        self._icon = icon
        self._refresh()

    def _refresh(self) -> None:
        if self._icon:
            tokens = {"primary": "on_accent", "link": "accent_text"}
            self.setIcon(self._theme.icon(self._icon, tokens.get(self._kind, "text2"), 16))
