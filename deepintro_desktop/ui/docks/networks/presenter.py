"""The dock of models: the library's networks."""

from typing import Any

from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.core.results import AddedNetwork
from deepintro_desktop.ui.presenters.collection import (
    CollectionPresenter,
    CollectionView,
    CollectionWords,
    Services,
)
from deepintro_desktop.ui.presenters.file_sorting import NETWORK_FILTER, sort_files
from deepintro_desktop.ui.presenters.ports import Level

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

    def add(self, request: AddNetworkRequest) -> None:
        """Import a network file with its companions."""
        job = self._services.runner.submit("add_network", request)
        job.succeeded.connect(self._on_added)
        job.failed.connect(self._on_refused)
        job.cancelled.connect(self.refresh)
        self.expect(job, request.path.name)

    def _on_files_chosen(self, paths: tuple[Any, ...]) -> None:
        chosen = sort_files(paths)
        requests = chosen.networks or tuple(AddNetworkRequest(path) for path in chosen.images)
        for request in requests:
            self.add(request)

    def _on_added(self, added: AddedNetwork) -> None:
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

    def _on_refused(self, failure: Any) -> None:
        self._services.prompter.show_failure("Add a model", failure)
