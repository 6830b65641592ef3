"""The dialog that makes a report: what goes in, how it is written, and where."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from deepintro_desktop.core.report import Paper, ReportFormat
from deepintro_desktop.ui.dialogs.frame import FramedDialog
from deepintro_desktop.ui.dialogs.report.contract import FormatLine, ReportLook, SubjectLine
from deepintro_desktop.ui.dialogs.report.presenter import Reporting
from deepintro_desktop.ui.theme import ThemeManager
from deepintro_desktop.ui.widgets.buttons import PushButton
from deepintro_desktop.ui.widgets.segmented import Choice, Segmented
from deepintro_desktop.ui.widgets.tab_order import follow_layout

_SIZE = QSize(860, 620)
_RIGHT = 380
_INDENT = 26
_ID = Qt.ItemDataRole.UserRole


def usual_paper() -> Paper:
    """Return what people print on where this machine stands."""
    is_american = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if is_american else Paper.A4


class ReportDialog(FramedDialog):
    """At the left what goes in, at the right how and where it is written.

    Parameters
    ----------
    theme : ThemeManager
        Look of the dialog.
    parent : QWidget
        The window.
    presenter : Reporting
        Decides.
    """

    def __init__(self, theme: ThemeManager, parent: QWidget, presenter: Reporting) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("ReportDialog", "Report"),
            QCoreApplication.translate("ReportDialog", "Write the report"),
        )
        self._theme, self._presenter = theme, presenter
        self.subjects = QListWidget(self)
        self.subjects.setAccessibleName(self.tr("What goes into the report"))
        self.subjects.setProperty("c", "ticks")
        self.subjects.setWordWrap(True)
        self.subjects.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.subjects.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.note = self.make_text("second")
        self.analyse = QCheckBox(self.tr("Analyse it for the report; this can take minutes"), self)
        self.formats: dict[ReportFormat, QCheckBox] = {}
        self._hints: dict[ReportFormat, QLabel] = {}
        self.paper = Segmented(
            theme,
            [Choice(Paper.A4.value, self.tr("A4")), Choice(Paper.LETTER.value, self.tr("Letter"))],
            self.tr("Paper"),
            self,
        )
        self.patient = QCheckBox(self.tr("Name the patient"), self)
        self._patient_hint = self.make_text("hint")
        self._patient_hint.setText(
            self.tr("Name, number, birth date, sex and date of the study are in the report.")
        )
        self.comment = QPlainTextEdit(self)
        self.comment.setPlaceholderText(self.tr("What you want to say about it; it stands at the beginning."))
        self.comment.setTabChangesFocus(True)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("After picture and model"))
        self.folder = self.make_text("second")
        self.folder_button = PushButton(theme, self.tr("Choose…"), self)
        self.folder_button.setAutoDefault(False)
        self.problem = QLabel(self)
        self.problem.setProperty("c", "warning")
        self.problem.setWordWrap(True)
        self.footer.insertWidget(0, self.problem, 1)
        self._arrange()
        self._connect()

    # --- what the presenter shows

    def open_dialog(self) -> None:
        """Show the dialog, as large as the window lets it be."""
        self.be_large(_SIZE, self._theme.scale)
        self.ask()

    def close_dialog(self) -> None:
        """Go away."""
        self.done(0)

    def show_look(self, look: ReportLook) -> None:
        """Show everything."""
        self._show_subjects(look.subjects)
        self.note.setText(look.note)
        self.note.setVisible(bool(look.note))
        self._show_tick(self.analyse, look.analyse)
        for line in look.formats:
            self._show_format(line)
        with QSignalBlocker(self.paper):
            self.paper.set_choice(look.paper.value)
        self._show_tick(self.patient, look.patient)
        self._patient_hint.setVisible(look.patient is not None)
        self.folder.setText(look.folder)
        self.folder.setToolTip(look.folder)
        if self.name.text() != look.name:
            self.name.setText(look.name)
        if self.comment.toPlainText() != look.comment:
            self.comment.setPlainText(look.comment)
        self.problem.setText(look.problem)
        self.accept_button.setEnabled(not look.problem)

    def ask_folder(self, folder: Path) -> None:
        """Let a folder be chosen."""
        dialog = QFileDialog(self, self.tr("Where the report shall lie"), str(folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_selected)
        dialog.open()

    # --- what the person does

    def accept(self) -> None:
        """Write the report; the dialog closes when that has begun."""
        self._presenter.write()

    def done(self, code: int) -> None:
        """Be forgotten."""
        self._presenter.closed()
        super().done(code)

    def _on_folder_selected(self, folder: str) -> None:
        self._presenter.set_folder(Path(folder))

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        chosen = item.checkState() is Qt.CheckState.Checked
        self._presenter.choose(str(item.data(_ID)), chosen)

    def _on_paper_chosen(self, key: str) -> None:
        self._presenter.set_paper(Paper(key))

    def _on_comment_changed(self) -> None:
        self._presenter.set_comment(self.comment.toPlainText())

    # --- construction

    def _show_subjects(self, lines: tuple[SubjectLine, ...]) -> None:
        with QSignalBlocker(self.subjects):
            known = [self.subjects.item(row).data(_ID) for row in range(self.subjects.count())]
            if known != [line.id for line in lines]:
                self.subjects.clear()
                for line in lines:
                    item = QListWidgetItem(self.subjects)
                    item.setData(_ID, line.id)
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            for row, line in enumerate(lines):
                item = self.subjects.item(row)
                item.setText(f"{line.name}\n{line.detail}")
                item.setToolTip(line.name)
                item.setCheckState(Qt.CheckState.Checked if line.chosen else Qt.CheckState.Unchecked)

    def _show_format(self, line: FormatLine) -> None:
        box = self.formats[line.format]
        box.setText(line.name)
        box.setEnabled(line.possible)
        box.setAccessibleDescription(line.hint)
        self._show_tick(box, line.chosen)
        self._hints[line.format].setText(line.hint)

    @staticmethod
    def _show_tick(box: QCheckBox, ticked: bool | None) -> None:
        box.setVisible(ticked is not None)
        with QSignalBlocker(box):
            box.setChecked(bool(ticked))

    def _heading(self, text: str, buddy: QWidget | None = None) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("c", "heading")
        if buddy is not None:
            label.setBuddy(buddy)
        return label

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._heading(self.tr("What goes in"), self.subjects))
        left.addWidget(self.subjects, 3)
        left.addWidget(self.note)
        left.addWidget(self.analyse)
        left.addSpacing(6)
        left.addWidget(self._heading(self.tr("Your comment"), self.comment))
        left.addWidget(self.comment, 2)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._settings(area))
        area.setFixedWidth(self._theme.px(_RIGHT))
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addWidget(area)
        self.content.addLayout(row, 1)

    def _settings(self, parent: QWidget) -> QWidget:
        panel = QWidget(parent)
        column = QVBoxLayout(panel)
        column.setContentsMargins(2, 0, 12, 0)
        column.setSpacing(4)
        column.addWidget(self._heading(self.tr("Written as")))
        for wanted in ReportFormat:
            box, hint = QCheckBox(panel), self.make_text("hint")
            hint.setContentsMargins(_INDENT, 0, 0, 6)
            self.formats[wanted], self._hints[wanted] = box, hint
            column.addWidget(box)
            column.addWidget(hint)
        self._patient_hint.setContentsMargins(_INDENT, 0, 0, 6)
        column.addWidget(self.patient)
        column.addWidget(self._patient_hint)
        column.addSpacing(8)
        column.addWidget(self._heading(self.tr("Paper"), self.paper))
        column.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(12)
        column.addWidget(self._heading(self.tr("Name of the files"), self.name))
        column.addWidget(self.name)
        column.addSpacing(12)
        column.addWidget(self._heading(self.tr("Folder"), self.folder_button))
        column.addWidget(self.folder)
        column.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return panel

    def _connect(self) -> None:
        deciding = self._presenter
        self.subjects.itemChanged.connect(self._on_item_changed)
        self.analyse.toggled.connect(deciding.set_analyse)
        for wanted, box in self.formats.items():
            box.toggled.connect(partial(deciding.set_format, wanted))
        self.paper.choice_changed.connect(self._on_paper_chosen)
        self.patient.toggled.connect(deciding.set_patient)
        self.comment.textChanged.connect(self._on_comment_changed)
        self.name.textEdited.connect(deciding.set_name)
        self.folder_button.clicked.connect(deciding.choose_folder)
        follow_layout(self)
