"""Decides for a form: takes answers, keeps them, and lets nothing that was written be lost by accident."""

from collections.abc import Callable
from typing import Any

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.feedback import (
    Answer,
    Feedback,
    FeedbackSubject,
    Form,
    KeepFeedbackRequest,
    checked_answers,
)
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.dialogs.feedback.contract import FormView
from deepintro_desktop.ui.dialogs.feedback.words import subject_text
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.ports import Level


class FormPresenter:
    """Decides for one dialog.

    Parameters
    ----------
    services : Services
        Runner, messages, questions, settings.
    form : Form
        What is asked.
    about : FeedbackSubject, optional
        The analysis that it is about.
    given : Feedback, optional
        What was answered before and is changed now.
    closed : callable, optional
        Called when the dialog has closed.
    """

    def __init__(
        self,
        services: Services,
        form: Form,
        *,
        about: FeedbackSubject | None = None,
        given: Feedback | None = None,
        closed: Callable[[], object] | None = None,
    ) -> None:
        self._services = services
        self._form = form
        self._about = about
        self._id = given.id if given else ""
        self._before: dict[str, Answer] = self._known(given)
        self._answers = dict(self._before)
        self._closed = closed
        self._is_read_only = False
        self._noticing = Errand(self._on_notice, _ignore)
        self._keeping = Errand(self._on_kept, self._on_not_kept, cancelled=self._on_stopped)

    def start(self, view: FormView) -> None:
        """Open the dialog."""
        self._view = view
        view.open_dialog(self._form, self._answers, subject_text(self._about) if self._about else "")
        self._allow()
        self._noticing.follow(self._services.runner.submit("library_notice"))

    def answer(self, question_id: str, answer: Answer | None) -> None:
        """Take an answer, or take it back (None)."""
        if answer is None:
            self._answers.pop(question_id, None)
        else:
            self._answers[question_id] = answer
        self._allow()

    def keep(self) -> None:
        """Keep the answers; the dialog closes when that is done."""
        if not self._can_keep:
            return
        self._view.show_trouble("")
        request = KeepFeedbackRequest(self._form.id, dict(self._answers), self._about, self._id)
        self._keeping.follow(self._services.runner.submit("keep_feedback", request))
        self._allow()

    def close(self) -> None:
        """Close; ask first where something would be lost."""
        if self._keeping.is_running:
            return
        if self._said(self._answers) == self._said(self._before):
            self._leave()
            return
        self._services.prompter.confirm(
            _tr("Discard what you answered?"),
            _tr("Your answers have not been kept yet."),
            _tr("Discard"),
            self._leave,
        )

    def _known(self, given: Feedback | None) -> dict[str, Answer]:
        """Return the earlier answers to questions that the form still has."""
        asked = {question.id for question in self._form.questions}
        return {key: value for key, value in given.answers.items() if key in asked} if given else {}

    @property
    def _can_keep(self) -> bool:
        said_something = bool(self._said(self._answers))
        return said_something and not self._is_read_only and not self._keeping.is_running

    def _said(self, answers: dict[str, Answer]) -> dict[str, Answer]:
        """Return what answers amount to; nothing where they are too long, which keeping them will say."""
        try:
            return checked_answers(self._form, answers)
        except WrongRequestError:
            return {key: value for key, value in answers.items() if not _is_empty(value)}

    def _allow(self) -> None:
        self._view.allow(keep=self._can_keep)

    def _leave(self) -> None:
        self._noticing.drop()
        self._view.close_dialog()
        if self._closed is not None:
            self._closed()

    def _on_notice(self, notice: str) -> None:
        if notice:
            self._is_read_only = True
            self._view.show_trouble(
                _tr("The library can only be read, so that nothing can be kept. {0}").format(said(notice))
            )
            self._allow()

    def _on_kept(self, _: object) -> None:
        self._services.notifier.notify(
            Level.INFO, _tr("Thank you"), _tr("Your feedback is kept in the library on this computer.")
        )
        self._leave()

    def _on_not_kept(self, failure: Any) -> None:
        parts = (failure.what, failure.why, failure.hint)
        words = " ".join(said(part) for part in parts if part)
        self._view.show_trouble(_tr("{0} What you wrote is still here.").format(words))
        self._allow()

    def _on_stopped(self) -> None:
        self._allow()


def _is_empty(value: Answer) -> bool:
    return value == () or (isinstance(value, str) and not value.strip())


def _ignore(_: Any) -> None:
    """Whether the library can be written is said again where the answers are kept."""


def _tr(text: str) -> str:
    return translate("Feedback", text)
