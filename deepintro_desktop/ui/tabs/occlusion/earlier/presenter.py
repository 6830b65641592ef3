"""Lists what was explained before, compares two of it, and brings one back into the tab."""

from collections.abc import Mapping
from typing import Any, Protocol

from deepintro_desktop.core.earlier import CompareRequest, Comparison, EarlierKind, EarlierResult
from deepintro_desktop.core.requests import PairRequest
from deepintro_desktop.ui.presenters.collection import Services
from deepintro_desktop.ui.presenters.errand import Errand
from deepintro_desktop.ui.presenters.scene import Scene

_ADDING = ("explain", "alone", "analyse")
"""Jobs after which the library may hold more."""


class EarlierView(Protocol):
    """A button that says how much there is, and a list that it opens."""

    def show_count(self, n_entries: int) -> None:
        """Say how much was explained before of what is shown."""

    def show_list(self, entries: tuple[EarlierResult, ...]) -> None:
        """Open the list."""

    def show_comparison(self, comparison: Comparison) -> None:
        """Show how the two ticked entries agree."""

    def show_failure(self, text: str) -> None:
        """Say why the two ticked entries cannot be compared."""


class Reopening(Protocol):
    """The tab into which an explanation comes back."""

    def reopen(self, earlier: EarlierResult) -> None:
        """Return to an explanation that was made before."""


class EarlierPresenter:
    """Follows the picture that is shown.

    Parameters
    ----------
    view : EarlierView
        Button and list.
    services : Services
        Runner, messages, questions, settings.
    tab : Reopening
        Where an entry is opened.
    """

    def __init__(self, view: EarlierView, services: Services, tab: Reopening) -> None:
        self._view = view
        self._services = services
        self._tab = tab
        self._subject = self._pair = ("", "")
        self._entries: Mapping[str, EarlierResult] = {}
        self._is_asked = False
        self._adding: frozenset[int] = frozenset()
        self._listing = Errand(self._on_listed, self._on_not_listed)
        self._comparing = Errand(view.show_comparison, self._on_not_compared)
        services.runner.changed.connect(self._on_jobs_changed)

    def show(self, scene: Scene) -> None:
        """Turn to a network and a picture."""
        if scene.subject == self._subject:
            return
        self._subject, self._pair = scene.subject, scene.pair
        self._listing.drop()
        self._is_asked = False
        self._take(())
        self._look_up()

    def ask(self) -> None:
        """Open the list, read anew."""
        if all(self._pair):
            self._is_asked = True
            self._look_up()

    def compare(self, first_id: str, second_id: str) -> None:
        """Find out how two entries agree."""
        pair = (self._entries[first_id], self._entries[second_id])
        request = CompareRequest(
            (pair[0].source, pair[1].source),
            (pair[0].seed, pair[1].seed),
            (_has_features(pair[0]), _has_features(pair[1])),
        )
        job = self._services.runner.submit("compare", request, queue=self._pair[0], replace="compare")
        self._comparing.follow(job)

    def stop_comparing(self) -> None:
        """Forget a comparison that nobody waits for any more."""
        self._comparing.drop()

    def reopen(self, entry_id: str) -> None:
        """Bring an entry back into the tab: its settings, target class and occluded set."""
        if entry_id in self._entries:
            self._tab.reopen(self._entries[entry_id])

    def _look_up(self) -> None:
        if all(self._pair):
            verb = "analyses_before"
            self._listing.follow(self._services.runner.submit(verb, PairRequest(*self._pair), replace=verb))

    def _take(self, entries: tuple[EarlierResult, ...]) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._view.show_count(len(entries))

    def _on_listed(self, entries: tuple[EarlierResult, ...]) -> None:
        self._take(entries)
        if self._is_asked:
            self._is_asked = False
            self._view.show_list(entries)

    def _on_not_listed(self, _: Any) -> None:
        """A list that cannot be read is no loss to what is shown: the button stays away."""
        self._is_asked = False
        self._take(())

    def _on_not_compared(self, failure: Any) -> None:
        self._view.show_failure(" ".join(part for part in (failure.what, failure.why, failure.hint) if part))

    def _on_jobs_changed(self) -> None:
        """Look again when something ended that the library may have kept."""
        before = self._adding
        self._adding = frozenset(job.id for job in self._services.runner.jobs if job.verb in _ADDING)
        if before - self._adding:
            self._look_up()


def _has_features(one: EarlierResult) -> bool:
    """Tell whether what is known makes the features again: settings, and edits where they were kept."""
    drawn = {"drawn": one.source.edits.digest} if one.source.edits.digest else {}
    return one.kind is not EarlierKind.RELEVANCE and dict(one.others) == drawn
