"""What a reader of a map must know, said once."""

from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.results import RelevanceMap
from deepintro_desktop.core.said import said
from deepintro_desktop.core.translation import marked, translate
from deepintro_desktop.ui.presenters.ports import Level, Notifier

_TITLE = marked("Occlusion", "Read this map with care")


class Warner:
    """Says the warnings of a map, the same ones once for each network."""

    def __init__(self, notifier: Notifier) -> None:
        self._notifier = notifier
        self._said: set[tuple[str, ...]] = set()

    def warn(self, network: NetworkRecord | None, relevance: RelevanceMap) -> None:
        """Say what is new."""
        warnings = tuple(map(said, relevance.ledger.warnings)) if relevance.ledger else ()
        key = (network.id if network else "", relevance.method, *warnings)
        if warnings and key not in self._said:
            self._said.add(key)
            title = translate("Occlusion", _TITLE)
            details = [(title, warning) for warning in warnings] if len(warnings) > 1 else ()
            self._notifier.notify(Level.WARNING, title, warnings[0], details)
