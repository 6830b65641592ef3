"""The occlusion tab's settings: what the person set comes back at the next start."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from deepintro_desktop.core.parameters import CLUSTERING_SPECS, METHOD_LABELS, ClusteringParameters, Fill
from deepintro_desktop.ui.presenters.ports import Settings
from deepintro_desktop.ui.tabs.occlusion.state import Wishes


def load_wishes(settings: Settings) -> Wishes:
    """Read the settings; a value that is impossible (by now) becomes its default."""
    wishes = Wishes()
    clustering = _clustering({spec.name: settings.get(spec.name) for spec in CLUSTERING_SPECS})
    method, fill = settings.get("method"), settings.get("fill")
    return Wishes(
        method=method if method in METHOD_LABELS else wishes.method,
        clustering=clustering,
        fill=Fill(fill) if fill in tuple(Fill) else wishes.fill,
    )


def save_wishes(settings: Settings, wishes: Wishes) -> None:
    """Keep the settings."""
    for spec in CLUSTERING_SPECS:
        settings.set(spec.name, getattr(wishes.clustering, spec.name))
    settings.set("method", wishes.method)
    settings.set("fill", wishes.fill.value)


@dataclass(frozen=True, slots=True)
class OwnClustering:
    """The clustering of one network: as the person left it, and as it was suggested."""

    value: ClusteringParameters
    suggestion: ClusteringParameters


def load_own_clusterings(settings: Settings) -> dict[str, OwnClustering]:
    """Read the clusterings that belong to single networks, by network id; nonsense is left out."""
    try:
        own = json.loads(str(settings.get("own_clusterings") or "{}"))
    except ValueError:
        return {}
    if not isinstance(own, dict):
        return {}
    return {str(key): _own(values) for key, values in own.items() if isinstance(values, dict)}


def save_own_clusterings(settings: Settings, own: Mapping[str, OwnClustering]) -> None:
    """Keep the clusterings that belong to single networks."""
    plain = {key: {**_plain(one.value), "suggestion": _plain(one.suggestion)} for key, one in own.items()}
    settings.set("own_clusterings", json.dumps(plain))


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
