"""What the presenters of feedback expect of their views."""

from collections.abc import Sequence
from typing import Protocol

from deepintro_desktop.core.feedback import Answers, Form
from deepintro_desktop.ui.dialogs.feedback.words import GivenLine


class FormView(Protocol):
    """The dialog of a form."""

    def open_dialog(self, form: Form, answers: Answers, about: str) -> None:
        """Show the form with these answers; ``about`` says what it is about, empty for the program."""

    def close_dialog(self) -> None:
        """Go away."""

    def show_trouble(self, text: str) -> None:
        """Say why the answers cannot be kept; an empty text takes that back."""

    def allow(self, *, keep: bool) -> None:
        """Say whether there is something that can be kept."""


class GivenView(Protocol):
    """The dialog of the feedback that was given."""

    def open_dialog(self) -> None:
        """Show it over the window."""

    def close_dialog(self) -> None:
        """Go away."""

    def show_lines(self, lines: Sequence[GivenLine]) -> None:
        """List the entries; the one that is selected stays so."""

    def show_details(self, text: str) -> None:
        """Show one entry; an empty text where there is none."""

    def show_trouble(self, text: str) -> None:
        """Say what did not work; an empty text takes that back."""

    def allow(self, *, change: bool, export: bool) -> None:
        """Say whether an entry can be changed or removed, and whether there is something to export."""


class AccessView(Protocol):
    """The ways to the dialogs: entries of the menu, a link below the analysis."""

    def enable_about_analysis(self, enabled: bool) -> None:
        """Say whether there is an explanation to speak about."""
