"""What a person can change about a network that is there: its labels, how its pixels are prepared."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from deepintro_desktop.core.adjust import LabelsRequest, Preparation, PreparationRequest
from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.requests import EntryRequest
from deepintro_desktop.core.results import AddedNetwork
from deepintro_desktop.core.specification import InputSpecification
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.ports import Level

_FILTER = marked("Files", "Labels (*.txt *.csv *.tsv *.names *.labels);;All files (*)")


class Refreshing(Protocol):
    """The list of networks."""

    def refresh(self, *, select: str | None = None) -> None:
        """Read the library again."""


class NetworkCare:
    """Asks, changes, and has the list read again.

    Parameters
    ----------
    services : Services
        Runner, messages, questions, settings.
    networks : Refreshing
        The list.
    """

    def __init__(self, services: Services, networks: Refreshing) -> None:
        self._services = services
        self._networks = networks

    def ask_labels(self, record: NetworkRecord) -> None:
        """Let a file with other names of the classes be chosen."""
        title = _tr("Labels of {0}").format(record.name)
        self._services.prompter.ask_files(title, _FILTER, partial(self._replace_labels, record))

    def ask_preparation(self, record: NetworkRecord) -> None:
        """Say how pixels are prepared, and offer the other usual ways."""
        job = self._services.runner.submit("preparations", EntryRequest(record.id))
        job.succeeded.connect(partial(self._on_preparations, record))
        job.failed.connect(partial(self._on_failed, _tr("How pixels are prepared")))

    def _replace_labels(self, record: NetworkRecord, paths: Sequence[Path]) -> None:
        job = self._services.runner.submit("replace_labels", LabelsRequest(record.id, paths[0]))
        job.succeeded.connect(partial(self._on_relabelled, paths[0].name))
        job.failed.connect(partial(self._on_failed, _tr("Replace the labels")))

    def _on_relabelled(self, file: str, record: NetworkRecord) -> None:
        text = _tr("{0} has the names of {1} now.").format(record.name, file)
        self._services.notifier.notify(Level.INFO, _tr("Labels replaced"), text)
        self._networks.refresh(select=record.id)

    def _on_preparations(self, record: NetworkRecord, ways: tuple[Preparation, ...]) -> None:
        now = _tr("As now")
        by_words = {f"{way.name or now}:  {formula(way.specification)}": way for way in ways}
        self._services.prompter.ask_choice(
            _tr("How pixels are prepared for {0}").format(record.name),
            _tr(
                "The person who trained the network knows which way is right; with another one its "
                "answers are wrong. Another way is added as a model of its own, so that nothing is "
                "lost."
            ),
            tuple(by_words),
            partial(self._use, record, by_words),
        )

    def _use(self, record: NetworkRecord, ways: dict[str, Preparation], words: str) -> None:
        way = ways[words]
        if way.name:
            request = PreparationRequest(record.id, way.name)
            job = self._services.runner.submit("prepare_otherwise", request)
            job.succeeded.connect(self._on_prepared)
            job.failed.connect(partial(self._on_failed, _tr("How pixels are prepared")))

    def _on_prepared(self, added: AddedNetwork) -> None:
        if added.already_there:
            text = _tr("This network with this preparation is {0}.").format(added.record.name)
            self._services.notifier.notify(Level.WARNING, _tr("Already here"), text)
        self._networks.refresh(select=added.record.id)

    def _on_failed(self, title: str, failure: Any) -> None:
        self._services.prompter.show_failure(title, failure)


def formula(spec: InputSpecification) -> str:
    """Return what happens to a pixel: ``BGR, x − (104, 117, 123)``."""
    scaled = "x" if spec.scale == 1.0 else f"x / {1 / spec.scale:.4g}"
    colours = _tr("grey") if spec.channels == 1 else spec.order.value
    if any(spec.mean):
        scaled += f" − {_numbers(spec.mean)}"
    if any(value != 1.0 for value in spec.std):
        scaled = f"({scaled}) / {_numbers(spec.std)}"
    return f"{colours}, {scaled}"


def _numbers(values: Sequence[float]) -> str:
    texts = [f"{value:.4g}" for value in values]
    return texts[0] if len(set(texts)) == 1 else f"({', '.join(texts)})"


def _tr(text: str) -> str:
    return translate("NetworkCare", text)
