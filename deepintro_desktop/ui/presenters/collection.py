"""A dock's list of library entries: shown, selected, renamed, removed, for networks and images alike."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from deepintro_desktop.core.requests import EntryRequest
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.ports import Level, Notifier, Prompter, Runner, Settings
from deepintro_desktop.ui.presenters.words import listed


class CollectionView(Protocol):
    """A list of entries with one selected."""

    def show_entries(self, records: tuple[Any, ...]) -> None:
        """Replace the entries."""

    def show_selected(self, entry_id: str | None) -> None:
        """Mark one entry, or none."""

    def show_reading(self, text: str) -> None:
        """Say what is being read while the list is empty; an empty text when nothing is."""


@dataclass(frozen=True, slots=True)
class CollectionWords:
    """What distinguishes one collection from another."""

    list_verb: str
    rename_verb: str
    remove_verb: str
    setting: str
    one: str
    consequence: str


@dataclass(frozen=True, slots=True)
class Services:
    """What every presenter may use."""

    runner: Runner
    notifier: Notifier
    prompter: Prompter
    settings: Settings


class CollectionPresenter:
    """Keeps a dock and the library in step.

    Parameters
    ----------
    view : CollectionView
        The dock.
    services : Services
        Runner, messages, questions, settings.
    words : CollectionWords
        Verbs and words of this collection.
    """

    def __init__(self, view: CollectionView, services: Services, words: CollectionWords) -> None:
        self._view = view
        self._services = services
        self._words = words
        self._records: dict[str, Any] = {}
        self._selected: str | None = None
        self._wanted: str | None = services.settings.get(words.setting) or None
        self._is_loaded = False
        self._takes_first = False
        self._readings: dict[int, str] = {}
        self._listeners: list[Callable[[], object]] = []
        self._listing = Errand(self._on_listed, self._on_not_listed)

    @property
    def selected(self) -> Any | None:
        """The selected record."""
        return self._records.get(self._selected) if self._selected is not None else None

    @property
    def records(self) -> tuple[Any, ...]:
        """Every entry, in the order of the list."""
        return tuple(self._records.values())

    @property
    def reading(self) -> str:
        """What is being added, as ``Reading x.onnx…``; empty when nothing is."""
        names = tuple(self._readings.values())
        return _tr("Reading {0}…").format(listed(names)) if names else ""

    @property
    def is_settled(self) -> bool:
        """Whether the library has answered, and nothing newer is on its way."""
        return self._is_loaded and not self._listing.is_running

    def listen(self, listener: Callable[[], object]) -> None:
        """Call ``listener`` whenever the entries or the selection changed."""
        self._listeners.append(listener)

    def refresh(self, *, select: str | None = None) -> None:
        """Read the library again; ``select`` is selected when it is there."""
        self._wanted = select or self._wanted
        self._listing.follow(self._services.runner.submit(self._words.list_verb))

    def show_others(self, select: str | None = None) -> None:
        """Read the entries of another project; the first is selected when no other is named."""
        self._selected = None
        self._takes_first = True
        self.refresh(select=select)

    def select(self, entry_id: str | None) -> None:
        """Make an entry the selected one."""
        if entry_id != self._selected and (entry_id is None or entry_id in self._records):
            self._selected = entry_id
            self._services.settings.set(self._words.setting, entry_id or "")
            self._view.show_selected(entry_id)
            self._tell()

    def expect(self, job: Any, name: str) -> None:
        """Say that a job is reading something for this list, until it ends."""
        self._readings[job.id] = name
        job.succeeded.connect(partial(self._on_read, job.id))
        job.failed.connect(partial(self._on_not_read, job.id))
        job.cancelled.connect(partial(self._on_not_read, job.id))
        self._view.show_reading(self.reading)
        self._tell()

    def ask_add(self) -> None:
        """Let files be chosen."""
        raise NotImplementedError

    def ask_rename(self, entry_id: str) -> None:
        """Ask for another name."""
        name = self._records[entry_id].name
        self._services.prompter.ask_text(
            _tr("Rename {0}").format(_tr(self._words.one)),
            _tr("Name"),
            name,
            lambda text: self.rename(entry_id, text),
        )

    def rename(self, entry_id: str, name: str) -> None:
        """Give an entry another name."""
        name = name.strip()
        if name and entry_id in self._records and name != self._records[entry_id].name:
            self._change(self._words.rename_verb, EntryRequest(entry_id, name))

    def ask_remove(self, entry_id: str) -> None:
        """Ask, then remove."""
        name = self._records[entry_id].name
        self._services.prompter.confirm(
            _tr("Remove {0}?").format(name),
            _tr(self._words.consequence),
            _tr("Remove"),
            lambda: self.remove(entry_id),
        )

    def remove(self, entry_id: str) -> None:
        """Remove an entry and everything that was made with it; its neighbour is selected instead."""
        if entry_id == self._selected:
            self.select(self._neighbour(entry_id))
        self._change(self._words.remove_verb, EntryRequest(entry_id))

    def _neighbour(self, entry_id: str) -> str | None:
        """Return the entry after this one, else the one before it."""
        ids = list(self._records)
        place = ids.index(entry_id)
        others = ids[place + 1 : place + 2] or ids[max(place - 1, 0) : place]
        return others[0] if others else None

    def _on_read(self, job_id: int, _: object) -> None:
        """Forget a reading; the list that is asked for now says the rest."""
        self._readings.pop(job_id, None)

    def _on_not_read(self, job_id: int, *_: object) -> None:
        self._readings.pop(job_id, None)
        self._view.show_reading(self.reading)
        self._tell()

    def _change(self, verb: str, request: EntryRequest) -> None:
        job = self._services.runner.submit(verb, request)
        job.succeeded.connect(self._on_changed)
        job.failed.connect(self._on_change_failed)

    def _on_changed(self, _: object) -> None:
        self.refresh()

    def _on_change_failed(self, failure: Any) -> None:
        self._on_failed(failure)
        self.refresh()

    def _on_failed(self, failure: Any) -> None:
        self._services.notifier.notify(Level.ERROR, failure.what, f"{failure.why} {failure.hint}".strip())

    def _on_not_listed(self, failure: Any) -> None:
        self._on_failed(failure)
        self._tell()

    def _on_listed(self, records: Iterable[Any]) -> None:
        self._records = {record.id: record for record in records}
        self._is_loaded = True
        wanted, self._wanted = self._wanted, None
        selected = wanted if wanted in self._records else self._selected
        if self._takes_first and selected is None:
            selected = next(iter(self._records), None)
        self._takes_first = False
        self._selected = selected if selected in self._records else None
        self._services.settings.set(self._words.setting, self._selected or "")
        self._view.show_reading(self.reading)
        self._view.show_entries(self.records)
        self._view.show_selected(self._selected)
        self._tell()

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()


def _tr(text: str) -> str:
    return translate("Collection", text)
