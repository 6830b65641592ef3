"""The frame that all small dialogs share: content, a footer with buttons, an answer through a callback."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from deepintro_desktop.ui.widgets.tab_order import follow_layout

_PADDING, _AROUND = 20, 40


class FramedDialog(QDialog):
    """A window-modal dialog that deletes itself; nothing waits inside :meth:`ask`.

    Parameters
    ----------
    title : str
        The window's title.
    action : str
        The word on the accepting button; empty for a dialog that can only be closed.
    """

    def __init__(self, parent: QWidget, title: str, action: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._then: Callable[..., Any] | None = None
        self.content = QVBoxLayout()
        self.content.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        self.content.setSpacing(10)
        self.buttons = QDialogButtonBox(self)
        if action:
            self.accept_button = self.buttons.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
            self.accept_button.setDefault(True)
            self.quiet_button = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        else:
            self.quiet_button = self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self.quiet_button.setIcon(QIcon())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        # A modal dialog keeps the keys of the window's menus from it.
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self).activated.connect(self._on_help)
        self._build()

    def add_text(self, text: str, kind: str = "") -> QLabel:
        """Add a paragraph; ``kind`` is one of the label kinds of the style sheet."""
        label = self.make_text(kind)
        label.setText(text)
        self.content.addWidget(label)
        return label

    def make_text(self, kind: str) -> QLabel:
        """Return a paragraph to be placed and filled."""
        label = QLabel(self)
        label.setProperty("c", kind)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def be_careful(self) -> None:
        """Let Enter mean Cancel, and colour the accepting button as one that destroys."""
        self.accept_button.setAutoDefault(False)
        self.accept_button.setDefault(False)
        self.accept_button.setProperty("c", "danger")
        self.quiet_button.setDefault(True)
        self.quiet_button.setFocus()

    def be_large(self, size: QSize, scale: float = 1.0) -> None:
        """Take a size in pixels at 100 %, or what the window behind has room for."""
        wanted = QSize(round(size.width() * scale), round(size.height() * scale))
        self.resize(wanted.boundedTo(self.parentWidget().size() - QSize(_AROUND, _AROUND)))

    def ask(self, then: Callable[..., Any] | None = None) -> None:
        """Show the dialog; ``then`` is called with :meth:`answer` when it was accepted."""
        self._then = then
        follow_layout(self)
        self.open()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the paragraphs need at this width: Qt's own guess assumes narrower ones."""
        super().showEvent(event)
        layout = self.layout()
        if layout.hasHeightForWidth():
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def answer(self) -> tuple[Any, ...]:
        """Return what ``then`` is given."""
        return ()

    def accept(self) -> None:
        """Close and hand over the answer."""
        answer, then = self.answer(), self._then
        super().accept()
        if then is not None:
            then(*answer)

    def _on_help(self) -> None:
        """Let the window open the guide where this dialog is explained."""
        above: QWidget | None = self.parentWidget()
        while above is not None and not hasattr(above, "open_guide"):
            above = above.parentWidget()
        if above is not None:
            above.open_guide(self.focusWidget() or self)

    def _build(self) -> None:
        footer = QFrame(self)
        footer.setProperty("ground", "window")
        footer.setProperty("edge", "top")
        row = QHBoxLayout(footer)
        row.setContentsMargins(_PADDING, 12, _PADDING, 12)
        row.addWidget(self.buttons)
        self.footer = row
        body = QFrame(self)
        body.setProperty("ground", "surface")
        body.setLayout(self.content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(body, 1)
        layout.addWidget(footer)
