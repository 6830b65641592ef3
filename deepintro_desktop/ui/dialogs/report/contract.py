"""What the presenter of the dialog shows, and what a dialog must be able to show."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from deepintro_desktop.core.report import Paper, ReportFormat


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """An explanation that can go into the report; ``id`` is empty for the one on the screen."""

    id: str
    name: str
    detail: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FormatLine:
    """A format, what is said below it, and whether it is chosen and can be."""

    format: ReportFormat
    name: str
    hint: str
    chosen: bool
    possible: bool = True


@dataclass(frozen=True, slots=True)
class ReportLook:
    """Everything that the dialog shows.

    ``note``: what is missing from the explanation on the screen; empty when nothing is. ``analyse``: whether
    it shall be searched for the report; None where there is nothing to search. ``patient``: whether the
    patient goes in; None where no picture can name one. ``problem``: why nothing can be written yet.
    """

    subjects: tuple[SubjectLine, ...]
    formats: tuple[FormatLine, ...]
    paper: Paper
    folder: str
    name: str
    comment: str
    note: str = ""
    analyse: bool | None = None
    patient: bool | None = None
    problem: str = ""


class ReportView(Protocol):
    """The dialog."""

    def open_dialog(self) -> None:
        """Show it over the window."""

    def close_dialog(self) -> None:
        """Go away."""

    def show_look(self, look: ReportLook) -> None:
        """Show everything; what the person types is left alone where it is the same."""

    def ask_folder(self, folder: Path) -> None:
        """Let a folder be chosen."""
