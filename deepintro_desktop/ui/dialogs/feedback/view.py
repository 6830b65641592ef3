"""The dialogs of feedback: a form, and the list of what was given."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.core.feedback import Answers, FeedbackFormat, Form
from deepintro_desktop.ui.dialogs.feedback.given import GivenPresenter
from deepintro_desktop.ui.dialogs.feedback.presenter import FormPresenter
from deepintro_desktop.ui.dialogs.feedback.questions import QuestionField, make_field
from deepintro_desktop.ui.dialogs.feedback.words import GivenLine, form_text
from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.tab_order import follow_layout

_FORM_SIZE, _LIST_SIZE = QSize(620, 680), QSize(880, 600)
_LIST_WIDTH, _ROW, _SCROLL_BAR, _BETWEEN = 280, 48, 14, 22
_ID = int(Qt.ItemDataRole.UserRole)


class FeedbackDialog(FramedDialog):
    """A form, made from its declaration.

    Parameters
    ----------
    presenter : FormPresenter
        Decides.
    """

    def __init__(self, theme: ThemeManager, parent: QWidget, presenter: FormPresenter) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("FeedbackDialog", "Feedback"),
            QCoreApplication.translate("FeedbackDialog", "Keep"),
        )
        self._theme = theme
        self._presenter = presenter
        self.fields: dict[str, QuestionField] = {}
        self.title = self.add_text("", "title")
        self.about = self.add_text("", "second")
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content.addWidget(self._area, 1)
        self.trouble = self.add_text("", "danger")
        self.trouble.hide()
        promise = QLabel(self.tr("Stays on this computer. Nothing is sent."), self)
        promise.setProperty("c", "hint")
        promise.setWordWrap(True)
        self.footer.insertWidget(0, promise, 1)

    # --- what the presenter shows

    def open_dialog(self, form: Form, answers: Answers, about: str) -> None:
        """Show the form with these answers."""
        self.title.setText(form_text(form.title))
        self.about.setText(about)
        self.about.setVisible(bool(about))
        page = QWidget(self)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 4, _SCROLL_BAR, 4)
        rows.setSpacing(_BETWEEN)
        for question in form.questions:
            field = make_field(self._theme, question, page)
            if question.id in answers:
                field.set_answer(answers[question.id])
            field.answered.connect(self._presenter.answer)
            self.fields[question.id] = field
            rows.addWidget(field)
        rows.addStretch(1)
        self._area.setWidget(page)
        self.ask()
        follow_layout(page)

    def close_dialog(self) -> None:
        """Go away without asking."""
        super().reject()

    def show_trouble(self, text: str) -> None:
        """Say why the answers cannot be kept."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def allow(self, *, keep: bool) -> None:
        """Switch the button; Enter never means to leave a form."""
        self.accept_button.setEnabled(keep)
        self.quiet_button.setAutoDefault(False)
        self.accept_button.setDefault(True)

    # --- what the person does

    def accept(self) -> None:
        """Ask to keep the answers; the dialog closes when that is done."""
        self._presenter.keep()

    def reject(self) -> None:
        """Ask to close; the presenter asks where something would be lost."""
        self._presenter.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Be large: the questions scroll."""
        super().showEvent(event)
        self.be_large(_FORM_SIZE, self._theme.scale)


class GivenFeedbackDialog(FramedDialog):
    """What was answered: a list, and one entry in full.

    Parameters
    ----------
    presenter : GivenPresenter
        Decides.
    """

    def __init__(self, theme: ThemeManager, parent: QWidget, presenter: GivenPresenter) -> None:
        super().__init__(parent, QCoreApplication.translate("GivenFeedbackDialog", "Earlier feedback"))
        self._theme = theme
        self._presenter = presenter
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Feedback that was given"))
        self.list.setProperty("c", "contents")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(theme.px(_LIST_WIDTH))
        self.details = QPlainTextEdit(self)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setProperty("c", "details")
        self.details.setAccessibleName(self.tr("Answers"))
        self.change = PushButton(theme, self.tr("Change…"), self, icon="edit")
        self.remove = PushButton(theme, self.tr("Remove…"), self, icon="trash")
        self.copy = PushButton(theme, self.tr("Copy"), self, icon="copy")
        self._exports: list[QWidget] = []
        self._arrange()
        self.list.currentItemChanged.connect(self._on_current)
        self.change.clicked.connect(presenter.change)
        self.remove.clicked.connect(presenter.ask_remove)
        self.copy.clicked.connect(self._on_copy)
        self.quiet_button.setDefault(True)

    # --- what the presenter shows

    def open_dialog(self) -> None:
        """Show it over the window."""
        self.ask()
        self.list.setFocus()

    def close_dialog(self) -> None:
        """Go away."""
        self.reject()

    def show_lines(self, lines: Sequence[GivenLine]) -> None:
        """List the entries."""
        before = self.list.currentItem()
        wanted = before.data(_ID) if before is not None else ""
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(f"{line.title}\n{line.text}", self.list)
            item.setData(_ID, line.id)
            item.setToolTip(line.text)
            item.setSizeHint(QSize(0, self._theme.px(_ROW)))
        ids = [line.id for line in lines]
        self.list.blockSignals(False)
        self.list.setCurrentRow(ids.index(wanted) if wanted in ids else min(max(row, 0), len(ids) - 1))
        self._nothing.setVisible(not lines)
        for widget in (self.list, self.details, self.change, self.remove, self.copy):
            widget.setVisible(bool(lines))

    def show_details(self, text: str) -> None:
        """Show one entry."""
        self.details.setPlainText(text)

    def show_trouble(self, text: str) -> None:
        """Say what did not work."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def allow(self, *, change: bool, export: bool) -> None:
        """Switch the buttons."""
        self.change.setEnabled(change)
        self.remove.setEnabled(self.list.currentItem() is not None)
        self.copy.setEnabled(self.list.currentItem() is not None)
        for button in self._exports:
            button.setEnabled(export)

    # --- what the person does

    def done(self, code: int) -> None:
        """Stop looking."""
        self._presenter.close()
        super().done(code)

    def showEvent(self, event: QShowEvent) -> None:
        """Be large: list and answers scroll."""
        super().showEvent(event)
        self.be_large(_LIST_SIZE, self._theme.scale)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.change, self.remove, self.copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.details, 1)
        right.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self._nothing = self.add_text(
            self.tr("No feedback has been given yet. You find the forms in the Help menu."), "second"
        )
        self._nothing.hide()
        self.content.addLayout(row, 1)
        self.trouble = self.add_text("", "danger")
        self.trouble.hide()
        self.add_text(
            self.tr(
                "Stays on this computer. Nothing is sent. Files that you export name images and models, too."
            ),
            "hint",
        )
        for text, slot in (
            (self.tr("Export as CSV…"), self._on_export_csv),
            (self.tr("Export as JSON…"), self._on_export_json),
        ):
            button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            self._exports.append(button)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        self._presenter.select(item.data(_ID) if item is not None else "")

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

    def _on_export_csv(self) -> None:
        self._presenter.export(FeedbackFormat.CSV)

    def _on_export_json(self) -> None:
        self._presenter.export(FeedbackFormat.JSON)
