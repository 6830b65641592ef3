"""What a person had chosen for a picture comes back with it: target class and occluded features."""

import json
from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from deepintro_desktop.core.requests import ClusterRequest
from deepintro_desktop.ui.presenters.ports import Settings

_MOST = 200


def load_targets(settings: Settings) -> dict[tuple[str, str], str]:
    """Read which target class was chosen, by network and picture."""
    names = ((key.partition(" "), value) for key, value in _object(settings.get("targets")).items())
    return {(network, image): value for (network, _, image), value in names if isinstance(value, str)}


def save_targets(settings: Settings, targets: Mapping[tuple[str, str], str]) -> None:
    """Keep which target class was chosen, of the newest pictures."""
    chosen = {" ".join(pair): target for pair, target in targets.items() if target and all(pair)}
    settings.set("targets", json.dumps(dict(list(chosen.items())[-_MOST:])))


class OccludedMemory:
    """Remembers which features were occluded, by everything that the features come from."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._sets = _object(settings.get("occluded"))

    def keep(self, source: ClusterRequest, numbers: frozenset[int]) -> None:
        """Remember a set; an empty one is forgotten."""
        name = _name(source)
        self._sets.pop(name, None)
        if numbers:
            self._sets[name] = sorted(numbers)
        self._sets = dict(list(self._sets.items())[-_MOST:])
        self._settings.set("occluded", json.dumps(self._sets))

    def recall(self, source: ClusterRequest) -> frozenset[int]:
        """Return the set that was occluded last."""
        found = self._sets.get(_name(source))
        numbers = found if isinstance(found, list) else []
        return frozenset(number for number in numbers if isinstance(number, int))


def _name(source: ClusterRequest) -> str:
    parts = [source.network, source.image, source.target_index, source.method, *astuple(source.clustering)]
    if source.edits.digest:
        parts.append(source.edits.digest)
    return " ".join(map(str, parts))


def _object(text: object) -> dict[str, Any]:
    try:
        found = json.loads(str(text or "{}"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
