"""What a failed job says: what, why, what is kept, what next; the details are folded."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.action_row import Action, ActionRow
from deepintro_desktop.ui.widgets.buttons import PushButton


@dataclass(frozen=True, slots=True)
class Failure:
    """A failure in words; ``kept`` says what was finished and not lost, ``details`` is for support."""

    what: str
    why: str
    kept: str = ""
    hint: str = ""
    details: str = ""


class FailurePanel(QWidget):
    """Shows a :class:`Failure`; ``action_triggered`` carries the key of the pressed button, best first."""

    action_triggered = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel(self)
        self._title = QLabel(self)
        self._title.setProperty("c", "heading")
        self._title.setWordWrap(True)
        self._why = QLabel(self)
        self._why.setWordWrap(True)
        self._buttons = ActionRow(theme, self)
        self._buttons.action_triggered.connect(self.action_triggered)
        self._fold = QToolButton(self)
        self._fold.setText(self.tr("Details for support"))
        self._fold.setProperty("c", "fold")
        self._fold.setCheckable(True)
        self._fold.setIconSize(QSize(14, 14))
        self._copy = PushButton(theme, self.tr("Copy"), self, kind="soft", size="small")
        self._details = QPlainTextEdit(self)
        self._build()
        self._fold.toggled.connect(self._on_fold_toggled)
        self._copy.clicked.connect(self._on_copy_clicked)
        theme.theme_changed.connect(self._refresh)
        self._refresh()

    def set_failure(self, failure: Failure, actions: Sequence[Action] = ()) -> None:
        """Show a failure and what can be done about it."""
        self._title.setText(failure.what)
        self._why.setText(" ".join(part for part in (failure.why, failure.kept, failure.hint) if part))
        self._details.setPlainText(failure.details)
        self._details_row.setVisible(bool(failure.details))
        self._fold.setChecked(False)
        self._details.hide()
        self.setAccessibleName(failure.what)
        self.setAccessibleDescription(self._why.text())
        self._buttons.set_actions(actions)

    def _build(self) -> None:
        banner = QFrame(self)
        banner.setProperty("c", "danger-note")
        row = QHBoxLayout(banner)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._title, 1)
        self._details_row = QWidget(self)
        foot = QHBoxLayout(self._details_row)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._fold)
        foot.addStretch(1)
        foot.addWidget(self._copy)
        self._details.setReadOnly(True)
        self._details.setProperty("c", "details")
        self._details.setMaximumHeight(140)
        self._details.setAccessibleName(self.tr("Details for support"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(banner)
        layout.addWidget(self._why)
        layout.addWidget(self._buttons)
        layout.addWidget(self._details_row)
        layout.addWidget(self._details)
        layout.addStretch(1)

    def _on_fold_toggled(self, open_: bool) -> None:
        self._details.setVisible(open_)
        self._refresh()

    def _on_copy_clicked(self) -> None:
        text = "\n".join((self._title.text(), self._why.text(), self._details.toPlainText()))
        QGuiApplication.clipboard().setText(text)

    def _refresh(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("error", "danger", 18, self.devicePixelRatioF()))
        drawing = "chevron-down" if self._fold.isChecked() else "chevron-right"
        self._fold.setIcon(self._theme.icon(drawing, "text2", 14))
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
