"""The dock of models: the library's networks."""

from dataclasses import replace
from functools import partial as bind
from typing import TYPE_CHECKING, Any

from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.requests import AddNetworkRequest, EntryRequest
from deepintro_desktop.core.results import AddedNetwork
from deepintro_desktop.ui.presenters.collection import (
    CollectionPresenter,
    CollectionView,
    CollectionWords,
    Services,
)
from deepintro_desktop.ui.presenters.file_sorting import NETWORK_FILTER, sort_files
from deepintro_desktop.ui.presenters.ports import Level

if TYPE_CHECKING:
    from deepintro_desktop.jobs import JobFailure

WORDS = CollectionWords(
    list_verb="list_networks",
    rename_verb="rename_network",
    remove_verb="remove_network",
    setting="selected_network",
    one="model",
    consequence="Every result made with it is removed, too. The files it came from stay where they are.",
)


class NetworksPresenter(CollectionPresenter):
    """Adds networks and keeps the dock up to date."""

    def __init__(self, view: CollectionView, services: Services) -> None:
        super().__init__(view, services, WORDS)

    def ask_add(self) -> None:
        """Let the files of one network be chosen."""
        self._services.prompter.ask_files("Add a model", NETWORK_FILTER, self._on_files_chosen)

    def add(self, request: AddNetworkRequest, replaces: str = "") -> None:
        """Import a network file with its companions; then the entry that it replaces is removed, if any."""
        job = self._services.runner.submit("add_network", request)
        job.succeeded.connect(bind(self._on_added, request, replaces))
        job.failed.connect(bind(self._on_refused, request))
        job.cancelled.connect(self.refresh)
        self.expect(job, request.path.name)

    def _on_files_chosen(self, paths: tuple[Any, ...]) -> None:
        chosen = sort_files(paths)
        requests = chosen.networks or tuple(AddNetworkRequest(path) for path in chosen.images)
        for request in requests:
            self.add(request)

    def _on_added(self, request: AddNetworkRequest, replaces: str, added: AddedNetwork) -> None:
        record = added.record
        if added.already_there:
            self._services.notifier.notify(Level.WARNING, "Already here", f"This network is {record.name}.")
        elif not record.explainable:
            self._services.notifier.notify(
                Level.WARNING,
                f"{record.name} can be predicted, but not explained",
                " ".join(record.manifest.unexplainable),
            )
        self.refresh(select=record.id)
        if replaces and replaces != record.id:
            self._change(WORDS.remove_verb, EntryRequest(replaces))
        if not added.already_there:
            self._ask_about(request, record)

    def _ask_about(self, request: AddNetworkRequest, record: NetworkRecord) -> None:
        """Ask about the first thing that the program had to guess; the guess is in use meanwhile."""
        open_ = (entry for entry in record.manifest.choices if entry.guessed and entry.others)
        choice = next(open_, None)
        if choice is None:
            return

        def use(name: str) -> None:
            if name != choice.used:
                self.add(replace(request, **{choice.what: name}), replaces=record.id)

        self._services.prompter.ask_choice(
            f"Which {choice.what} is meant?",
            f"{record.name} has several. It looks as if {choice.used} gives the classes; choose another one "
            "if its author says so.",
            (choice.used, *choice.others),
            use,
        )

    def _on_refused(self, request: AddNetworkRequest, failure: "JobFailure") -> None:
        fields = getattr(failure.error, "fields", {})
        if "architecture" not in fields and not request.architecture:
            self._services.prompter.show_failure("Add a model", failure)
            return
        hint = failure.hint if request.architecture else ""
        self._services.prompter.ask_text(
            "Open these weights",
            f"{failure.what} {failure.why} {hint}\n\nName the architecture, for example resnet18, or, where "
            "the layers follow each other, all of them in order, for example: conv1(padding=1) bn1 relu "
            "maxpool(2) flatten fc1",
            request.architecture or str(fields["architecture"]),
            lambda text: self.add(replace(request, architecture=text)),
        )
