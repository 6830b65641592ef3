"""The ways to feedback: forms about the program and about the present analysis, and what was given."""

from collections.abc import Callable
from typing import Any, Protocol

from deepintro_desktop.core.feedback import Feedback, FeedbackSubject, FeedbackSubjectRequest, Form
from deepintro_desktop.core.feedback_forms import ANALYSIS, FORMS, GENERAL
from deepintro_desktop.core.said import said
from deepintro_desktop.ui.dialogs.feedback.contract import AccessView, FormView, GivenView
from deepintro_desktop.ui.dialogs.feedback.given import GivenPresenter
from deepintro_desktop.ui.dialogs.feedback.presenter import FormPresenter
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.presenters.scene import Scene


class Explaining(Protocol):
    """The tab whose explanation can be spoken about."""

    def feedback_request(self) -> FeedbackSubjectRequest | None:
        """Return what describes the present explanation, or None where there is none."""


class FeedbackAccess:
    """Opens the dialogs.

    Parameters
    ----------
    view : AccessView
        The ways to them.
    services : Services
        Runner, messages, questions, settings.
    tab : Explaining
        Whose explanation is spoken about.
    make_form, make_given : callable
        Make the dialogs of a presenter.
    """

    def __init__(
        self,
        view: AccessView,
        services: Services,
        tab: Explaining,
        make_form: Callable[[FormPresenter], FormView],
        make_given: Callable[[GivenPresenter], GivenView],
    ) -> None:
        self._view = view
        self._services = services
        self._tab = tab
        self._make_form = make_form
        self._make_given = make_given
        self._describing = Errand(self._on_described, self._on_not_described)
        view.enable_about_analysis(False)

    def show(self, _: Scene) -> None:
        """Turn to another explanation."""
        self._view.enable_about_analysis(self._tab.feedback_request() is not None)

    def give(self) -> None:
        """Ask about the program."""
        self._open(GENERAL)

    def give_about_analysis(self) -> None:
        """Ask about the explanation that is shown."""
        request = self._tab.feedback_request()
        if request is not None and not self._describing.is_running:
            self._describing.follow(self._services.runner.submit("feedback_subject", request))

    def show_given(self) -> None:
        """Show what was answered before."""
        presenter = GivenPresenter(self._services, self._change)
        presenter.start(self._make_given(presenter))

    def _open(self, form: Form, **more: Any) -> None:
        presenter = FormPresenter(self._services, form, **more)
        presenter.start(self._make_form(presenter))

    def _change(self, given: Feedback) -> None:
        self._open(FORMS[given.form], about=given.about, given=given, closed=self.show_given)

    def _on_described(self, about: FeedbackSubject) -> None:
        self._open(ANALYSIS, about=about)

    def _on_not_described(self, failure: Any) -> None:
        text = " ".join(said(part) for part in (failure.why, failure.hint) if part)
        self._services.notifier.notify(Level.ERROR, said(failure.what), text)
