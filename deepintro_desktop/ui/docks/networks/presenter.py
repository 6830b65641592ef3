"""The dock of models: the library's networks."""

from collections.abc import Callable, Sequence
from typing import Any

from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.core.results import AddedNetwork
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.dialogs.add_network.contract import AddNetworkView
from deepintro_desktop.ui.dialogs.add_network.presenter import AddNetworkPresenter
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
    one=marked("Collection", "model"),
    consequence=marked(
        "Collection", "Every result made with it is removed, too. The files it came from stay where they are."
    ),
)


class NetworksPresenter(CollectionPresenter):
    """Adds networks through their dialog and keeps the dock up to date.

    Parameters
    ----------
    view, services
        As for every collection.
    make_dialog : callable
        Makes the dialog that asks about networks before they are added.
    """

    def __init__(
        self,
        view: CollectionView,
        services: Services,
        make_dialog: Callable[[AddNetworkPresenter], AddNetworkView],
    ) -> None:
        super().__init__(view, services, WORDS)
        self.adding = AddNetworkPresenter(make_dialog, services, self)

    def ask_add(self) -> None:
        """Let the files of one network, or of several, be chosen."""
        self._services.prompter.ask_files(_tr("Add a model"), NETWORK_FILTER, self._on_files_chosen)

    def add(self, requests: Sequence[AddNetworkRequest]) -> None:
        """Read networks with their companions and ask what they leave open; nothing where there are none."""
        if requests:
            self.adding.add(requests)

    def take_in(self, added: AddedNetwork) -> None:
        """Show a network that was just added; say it where it was there, or cannot be explained."""
        record = added.record
        if added.already_there:
            self._services.notifier.notify(
                Level.WARNING, _tr("Already here"), _tr("This network is {0}.").format(record.name)
            )
        elif not record.explainable:
            self._services.notifier.notify(
                Level.WARNING,
                _tr("{0} can be predicted, but not explained").format(record.name),
                " ".join(map(said, record.manifest.unexplainable)),
            )
        self.refresh(select=record.id)

    def _on_files_chosen(self, paths: tuple[Any, ...]) -> None:
        chosen = sort_files(paths)
        self.add(chosen.networks or tuple(AddNetworkRequest(path) for path in chosen.images))


def _tr(text: str) -> str:
    return translate("Networks", text)
