"""The occlusion tab's settings: what the person set comes back at the next start."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from deepintro_desktop.core.parameters import (
    CLUSTERING_SPECS,
    DEFAULT_METHOD,
    METHOD_LABELS,
    ClusteringParameters,
    Fill,
)
from deepintro_desktop.ui.presenters.ports import Settings
from deepintro_desktop.ui.tabs.occlusion.state import Wishes


def load_wishes(settings: Settings) -> Wishes:
    """Read the settings; a value that is impossible (by now) becomes its default."""
    wishes = Wishes()
    clustering = _clustering({spec.name: settings.get(spec.name) for spec in CLUSTERING_SPECS})
    fill = settings.get("fill")
    return Wishes(
        method=load_methods(settings).get(wishes.usual_method, wishes.method),
        clustering=clustering,
        fill=Fill(fill) if fill in tuple(Fill) else wishes.fill,
    )


def save_wishes(settings: Settings, wishes: Wishes) -> None:
    """Keep the settings."""
    for spec in CLUSTERING_SPECS:
        settings.set(spec.name, getattr(wishes.clustering, spec.name))
    settings.set("fill", wishes.fill.value)


def load_methods(settings: Settings) -> dict[str, str]:
    """Read which method the person chose, by the method that is usual for a network; nonsense is left out."""
    found = {DEFAULT_METHOD: settings.get("method"), **_object(settings.get("other_methods"))}
    known = tuple(METHOD_LABELS)
    return {usual: method for usual, method in found.items() if usual in known and method in known}


def save_methods(settings: Settings, methods: Mapping[str, str]) -> None:
    """Keep which method the person chose, by the method that is usual for a network."""
    settings.set("method", methods.get(DEFAULT_METHOD, DEFAULT_METHOD))
    others = {usual: method for usual, method in methods.items() if usual != DEFAULT_METHOD}
    settings.set("other_methods", json.dumps(others))


@dataclass(frozen=True, slots=True)
class OwnClustering:
    """The clustering of one network: as the person left it, and as it was suggested."""

    value: ClusteringParameters
    suggestion: ClusteringParameters


def load_own_clusterings(settings: Settings) -> dict[str, OwnClustering]:
    """Read the clusterings that belong to single networks, by network id; nonsense is left out."""
    own = _object(settings.get("own_clusterings"))
    return {key: _own(values) for key, values in own.items() if isinstance(values, dict)}


def save_own_clusterings(settings: Settings, own: Mapping[str, OwnClustering]) -> None:
    """Keep the clusterings that belong to single networks."""
    plain = {key: {**_plain(one.value), "suggestion": _plain(one.suggestion)} for key, one in own.items()}
    settings.set("own_clusterings", json.dumps(plain))


def _object(text: object) -> dict[str, Any]:
    try:
        found = json.loads(str(text or "{}"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _own(values: Mapping[str, object]) -> OwnClustering:
    suggestion = values.get("suggestion")
    return OwnClustering(_clustering(values), _clustering(suggestion if isinstance(suggestion, dict) else {}))


def _plain(clustering: ClusteringParameters) -> dict[str, object]:
    return {spec.name: getattr(clustering, spec.name) for spec in CLUSTERING_SPECS}


def _clustering(values: Mapping[str, object]) -> ClusteringParameters:
    clustering = ClusteringParameters()
    for spec in CLUSTERING_SPECS:
        value = values.get(spec.name)
        if isinstance(value, (int, float)) and spec.minimum <= value <= spec.maximum:
            kind = type(getattr(clustering, spec.name))
            clustering = replace(clustering, **{spec.name: kind(value)})
    return clustering
