"""Lets a person choose what goes into a report, and makes it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from deepintro_desktop.core.report import Paper, ReportChoice, ReportFormat, ReportRequest, WrittenReport
from deepintro_desktop.core.requests import ExplainRequest
from deepintro_desktop.ui.dialogs.report import words
from deepintro_desktop.ui.dialogs.report.contract import FormatLine, ReportLook, ReportView, SubjectLine
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.presenters.shown import ShownExplanation

SHOWN = ""
"""The id of the explanation on the screen."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the person set; it is kept until a report was written."""

    formats: frozenset[ReportFormat] = frozenset({ReportFormat.HTML, ReportFormat.PDF})
    paper: Paper = Paper.A4
    comment: str = ""
    name: str = ""
    folder: Path = Path()
    with_patient: bool = False
    analyse: bool = False


class Reporting:
    """Decides for the dialog; one for each window.

    Parameters
    ----------
    services : Services
        Runner, messages, questions, settings.
    shown : callable
        Returns what is on the screen, or None.
    make_dialog : callable
        Makes the dialog of this presenter.
    paper : Paper
        What people print on here.
    """

    def __init__(
        self,
        services: Services,
        shown: Callable[[], ShownExplanation | None],
        make_dialog: Callable[["Reporting"], ReportView],
        paper: Paper = Paper.A4,
    ) -> None:
        self._services = services
        self._find_shown = shown
        self._make_dialog = make_dialog
        self._view: ReportView | None = None
        self._draft = Draft(paper=paper)
        self._shown: ShownExplanation | None = None
        self._choices: tuple[ReportChoice, ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self._is_listed = False
        self._listing = Errand(self._on_listed, self._on_not_listed)

    def ask(self) -> None:
        """Open the dialog for what is on the screen."""
        if self._view is not None:
            return
        self._shown = self._find_shown()
        self._choices, self._is_listed = (), False
        self._chosen = frozenset({SHOWN} if self._shown else ())
        self._draft = replace(self._draft, folder=self._usual_folder(), with_patient=False, analyse=False)
        self._view = self._make_dialog(self)
        self._view.open_dialog()
        self._listing.follow(self._services.runner.submit("report_choices"))
        self._show()

    # --- what the person does

    def choose(self, subject_id: str, chosen: bool) -> None:
        """Take an explanation in, or leave it out."""
        self._chosen = self._chosen | {subject_id} if chosen else self._chosen - {subject_id}
        self._show()

    def set_format(self, wanted: ReportFormat, chosen: bool) -> None:
        """Write a format, or not."""
        formats = self._draft.formats | {wanted} if chosen else self._draft.formats - {wanted}
        self._change(formats=formats)

    def set_paper(self, paper: Paper) -> None:
        """Print on another paper."""
        self._change(paper=paper)

    def set_patient(self, with_patient: bool) -> None:
        """Name the patient in the report, or not."""
        self._change(with_patient=with_patient)

    def set_analyse(self, analyse: bool) -> None:
        """Search the answers for the report, or leave them out."""
        self._change(analyse=analyse)

    def set_comment(self, comment: str) -> None:
        """Take the reader's comment."""
        self._draft = replace(self._draft, comment=comment)

    def set_name(self, name: str) -> None:
        """Call the files otherwise; empty: after picture and network."""
        self._draft = replace(self._draft, name=name)

    def choose_folder(self) -> None:
        """Let another folder be chosen."""
        if self._view is not None:
            self._view.ask_folder(self._draft.folder)

    def set_folder(self, folder: Path) -> None:
        """Write into another folder, and propose it the next time."""
        self._services.settings.set("last_folder", str(folder))
        self._change(folder=folder)

    def write(self) -> None:
        """Make the report, beside the window."""
        look = self._look()
        subjects = self._subjects()
        if look.problem or self._view is None:
            return
        draft = self._draft
        request = ReportRequest(
            subjects,
            draft.folder,
            draft.name.strip(),
            tuple(line.format for line in look.formats if line.chosen and line.possible),
            draft.paper,
            draft.comment,
            bool(look.patient),
        )
        self._view.close_dialog()
        job = self._services.runner.submit("make_report", request, queue=subjects[0].network)
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_not_written)
        job.cancelled.connect(self._on_stopped)

    def closed(self) -> None:
        """Forget the dialog."""
        self._view = None
        self._listing.drop()

    # --- results

    def _on_listed(self, choices: tuple[ReportChoice, ...]) -> None:
        shown = self._shown.subject if self._shown else None
        self._choices = tuple(choice for choice in choices if choice.subject != shown)
        self._is_listed = True
        self._show()

    def _on_not_listed(self, _: Any) -> None:
        """What is on the screen can be reported all the same."""
        self._is_listed = True
        self._show()

    def _on_written(self, written: WrittenReport) -> None:
        self._draft = replace(self._draft, comment="", name="")
        first = written.paths[0]
        names = "\n".join((*(path.name for path in written.paths), *written.notes))
        self._services.notifier.notify(Level.INFO, words.written(), names, file=first)

    def _on_not_written(self, failure: Any) -> None:
        self._services.prompter.show_failure(words.not_written(), failure)

    def _on_stopped(self) -> None:
        self._services.notifier.notify(Level.INFO, *words.stopped())

    # --- what is shown

    def _change(self, **changes: Any) -> None:
        self._draft = replace(self._draft, **changes)
        self._show()

    def _show(self) -> None:
        if self._view is not None:
            self._view.show_look(self._look())

    def _look(self) -> ReportLook:
        draft, has_dicom = self._draft, self._has_dicom()
        shown_in = self._shown is not None and SHOWN in self._chosen
        lacks = shown_in and self._shown is not None and not self._shown.subject.analyse
        can_search = lacks and self._shown is not None and self._shown.n_features > 0
        return ReportLook(
            self._lines(),
            tuple(self._format(wanted, has_dicom) for wanted in ReportFormat),
            draft.paper,
            str(draft.folder),
            draft.name,
            draft.comment,
            note=words.not_analysed() if can_search else "",
            analyse=draft.analyse if can_search else None,
            patient=draft.with_patient if has_dicom else None,
            problem=self._problem(has_dicom),
        )

    def _lines(self) -> tuple[SubjectLine, ...]:
        lines = []
        if self._shown is not None:
            detail = words.shown_detail(self._shown.n_features, self._shown.subject.analyse)
            lines.append(SubjectLine(SHOWN, self._shown.name, detail, SHOWN in self._chosen))
        for choice in self._choices:
            chosen = choice.earlier.id in self._chosen
            name, detail = words.choice_name(choice), words.choice_detail(choice)
            lines.append(SubjectLine(choice.earlier.id, name, detail, chosen))
        return tuple(lines)

    def _format(self, wanted: ReportFormat, has_dicom: bool) -> FormatLine:
        name, hint = words.format_words(wanted)
        possible = has_dicom or wanted is not ReportFormat.DICOM
        chosen = wanted in self._draft.formats and possible
        return FormatLine(wanted, name, hint if possible else words.no_dicom(), chosen, possible)

    def _problem(self, has_dicom: bool) -> str:
        draft = self._draft
        if self._is_listed and not self._lines():
            return words.nothing_there()
        if not self._subjects():
            return words.choose_subject()
        if not any(self._format(wanted, has_dicom).chosen for wanted in ReportFormat):
            return words.choose_format()
        if has_dicom and ReportFormat.DICOM in draft.formats and not draft.with_patient:
            return words.needs_patient()
        return ""

    def _has_dicom(self) -> bool:
        shown = self._shown is not None and self._shown.is_dicom and SHOWN in self._chosen
        others = (one for one in self._choices if one.earlier.id in self._chosen)
        return shown or any(one.image_kind == "DICOM" for one in others)

    def _subjects(self) -> tuple[ExplainRequest, ...]:
        """Return the chosen explanations, the one on the screen first."""
        found = []
        if self._shown is not None and SHOWN in self._chosen:
            subject = self._shown.subject
            if self._draft.analyse and not subject.analyse:
                subject = replace(subject, analyse=True, repeat=self._shown.repeat)
            found.append(subject)
        found += [choice.subject for choice in self._choices if choice.earlier.id in self._chosen]
        return tuple(found)

    def _usual_folder(self) -> Path:
        return Path(self._services.settings.get("last_folder") or Path.home())
