"""Decides for the list of given feedback: read, change, remove, export."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from deepintro_desktop.core.feedback import ExportedFeedback, ExportFeedbackRequest, Feedback, FeedbackFormat
from deepintro_desktop.core.feedback_forms import FORMS
from deepintro_desktop.core.requests import EntryRequest
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.dialogs.feedback.contract import GivenView
from deepintro_desktop.ui.dialogs.feedback.words import details_of, line_of
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.ports import Level
from deepintro_desktop.ui.presenters.words import counted

_FILTERS = {FeedbackFormat.CSV: "CSV (*.csv)", FeedbackFormat.JSON: "JSON (*.json)"}


class GivenPresenter:
    """Decides for one dialog.

    Parameters
    ----------
    services : Services
        Runner, messages, questions, settings.
    change : callable
        Opens the form of an entry, and this list again afterwards.
    """

    def __init__(self, services: Services, change: Callable[[Feedback], object]) -> None:
        self._services = services
        self._change = change
        self._entries: Mapping[str, Feedback] = {}
        self._selected = ""
        self._listing = Errand(self._on_listed, self._on_failed)

    def start(self, view: GivenView) -> None:
        """Open the dialog."""
        self._view = view
        view.open_dialog()
        self._allow()
        self._list()

    def select(self, entry_id: str) -> None:
        """Show an entry."""
        self._selected = entry_id if entry_id in self._entries else ""
        one = self._entries.get(self._selected)
        self._view.show_details(details_of(one) if one else "")
        self._allow()

    def change(self) -> None:
        """Open the selected entry as a form."""
        one = self._entries.get(self._selected)
        if one is not None and one.form in FORMS:
            self._view.close_dialog()
            self._change(one)

    def ask_remove(self) -> None:
        """Ask, then remove the selected entry."""
        if self._selected:
            self._services.prompter.confirm(
                _tr("Remove this feedback?"),
                _tr("It is removed from the library for good."),
                _tr("Remove"),
                partial(self._remove, self._selected),
            )

    def export(self, form: FeedbackFormat) -> None:
        """Write all feedback into a file."""
        title, name = _tr("Export the feedback"), f"feedback.{form.value}"
        self._services.prompter.ask_save(title, name, _FILTERS[form], partial(self._export, form))

    def close(self) -> None:
        """Stop looking."""
        self._listing.drop()

    def _list(self) -> None:
        self._listing.follow(self._services.runner.submit("list_feedback"))

    def _remove(self, entry_id: str) -> None:
        job = self._services.runner.submit("remove_feedback", EntryRequest(entry_id))
        job.succeeded.connect(self._on_removed)
        job.failed.connect(self._on_failed)

    def _export(self, form: FeedbackFormat, path: Path) -> None:
        job = self._services.runner.submit("export_feedback", ExportFeedbackRequest(path, form))
        job.succeeded.connect(self._on_exported)
        job.failed.connect(self._on_failed)

    def _allow(self) -> None:
        one = self._entries.get(self._selected)
        self._view.allow(change=one is not None and one.form in FORMS, export=bool(self._entries))

    def _on_listed(self, entries: tuple[Feedback, ...]) -> None:
        self._entries = {one.id: one for one in entries}
        self._view.show_lines([line_of(one) for one in entries])
        self.select(self._selected if self._selected in self._entries else next(iter(self._entries), ""))

    def _on_removed(self, _: object) -> None:
        self._view.show_trouble("")
        self._list()

    def _on_exported(self, written: ExportedFeedback) -> None:
        self._view.show_trouble("")
        entries = counted(written.n_entries, _tr("entry"), _tr("entries"))
        place = written.path.parent.name or str(written.path.parent)
        self._services.notifier.notify(
            Level.INFO,
            _tr("Feedback exported"),
            _tr("{0}: {1} in {2}").format(entries, written.path.name, place),
        )

    def _on_failed(self, failure: Any) -> None:
        parts = (failure.what, failure.why, failure.hint)
        self._view.show_trouble(" ".join(said(part) for part in parts if part))


def _tr(text: str) -> str:
    return translate("Feedback", text)
