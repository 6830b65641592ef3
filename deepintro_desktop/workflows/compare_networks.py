"""Let two networks explain the same picture."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.comparing import CompareNetworksRequest, NetworkLook, NetworksCompared
from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.results import ClassScore, FeatureSet, Prediction, RelevanceMap
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.drawn import kept_edits
from deepintro_desktop.workflows.stages import Subject, features, prediction, relevance, subject

_PICTURE_SIDE = 640


def compare_networks(
    request: CompareNetworksRequest, context: Context, report: Report = SILENT
) -> NetworksCompared:
    """Return what both networks make of the picture; maps that the library has come from there.

    Raises the errors of explaining, except that a network that can only be predicted is no error.
    """
    parts = report.split(1, 1)
    parts[0](0, 1, "The first model")
    one = _look(request.networks[0], request, context, parts[0], request.target)
    parts[1](0, 1, "The second model")
    other = _look(request.networks[1], request, context, parts[1], one.look.target.label, follows=one)
    return NetworksCompared((one.look, other.look), *_agreement(one, other))


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """A look with what it was drawn from; ``found``: the features before a person changed them."""

    of: Subject
    map: RelevanceMap | None
    found: FeatureSet | None
    look: NetworkLook


def _look(
    network: str,
    request: CompareNetworksRequest,
    context: Context,
    report: Report,
    target: str,
    *,
    follows: "_Seen | None" = None,
) -> _Seen:
    """Explain with one network; one that ``follows`` another need not know the target, nor use the method."""
    of = subject(network, request.image, context)
    whole = prediction(of)
    chosen = of.network.target(target, whole) if follows is None else _named(of, whole, target)
    record = of.network.record
    if not record.explainable:
        return _Seen(of, None, None, NetworkLook(record, whole, chosen, "", None, of.input_hwc_u8))
    used = _method(of, request, follows)
    values, _ = relevance(of, chosen.index, used, report)
    clustering = request.clustering if follows is None else _scaled(request.clustering, follows.of, of)
    found = features(of, values, clustering)
    edits = request.edits if follows is None else kept_edits(record, of.image, context)
    shown = features(of, values, clustering, edits=edits)
    picture = _drawn(of, values, shown, clustering)
    return _Seen(of, values, found, NetworkLook(record, whole, chosen, used, shown, picture))


def _method(of: Subject, request: CompareNetworksRequest, follows: "_Seen | None") -> str:
    """Return the method that was asked for; a follower takes it where both have the same usual one."""
    usual = request.default_method or of.network.record.manifest.default_method
    first = follows.of.network.record.manifest.default_method if follows else usual
    same = bool(request.default_method) or first == usual
    return (request.method if same else "") or usual


def _named(of: Subject, whole: Prediction, label: str) -> ClassScore:
    """Return the class of a name, or the best one where the network has none or several of that name."""
    labels = [name.casefold() for name in of.network.record.manifest.labels]
    wanted = label.casefold()
    return whole.score(labels.index(wanted)) if labels.count(wanted) == 1 else whole.top[0]


def _scaled(clustering: ClusteringParameters, one: Subject, other: Subject) -> ClusteringParameters:
    """Return settings that mean the same part of the picture at the size of another network's input."""
    first, second = (of.network.record.manifest.specification for of in (one, other))
    area = (second.height * second.width) / (first.height * first.width)
    if area == 1.0:
        return clustering
    return replace(
        clustering,
        distance=max(clustering.distance * area**0.5, 1.0),
        min_size=max(round(clustering.min_size * area), 1),
    )


def _drawn(
    of: Subject, values: RelevanceMap, found: FeatureSet, clustering: ClusteringParameters
) -> NDArray[np.uint8]:
    from deepintro_desktop.imaging.figures import explained_hwc_u8

    return explained_hwc_u8(
        of.input_hwc_u8,
        values.values_hw,
        found.labels_hw,
        distance=clustering.distance,
        drawn={feature.number for feature in found.features if feature.drawn},
        long_side=_PICTURE_SIDE,
    )


def _agreement(one: _Seen, other: _Seen) -> tuple[float | None, float | None]:
    """Return correlation and overlap where both maps show the same part of the picture."""
    from deepintro_desktop.engine.features import correlation, overlap
    from deepintro_desktop.imaging.resample import resampled_hw, resampled_labels_hw

    first, second = (seen.of.network.record.manifest.specification for seen in (one, other))
    pair = (one.map, other.map)
    found = (one.found, other.found)
    if pair[0] is None or pair[1] is None or found[0] is None or found[1] is None:
        return None, None
    if first.resize is not second.resize or first.height * second.width != second.height * first.width:
        return None, None
    size = min((first.height, first.width), (second.height, second.width))
    maps = [resampled_hw(values.values_hw, *size) for values in (pair[0], pair[1])]
    labels = [resampled_labels_hw(some.labels_hw, *size) for some in (found[0], found[1])]
    common = overlap(labels[0], labels[1]) if found[0].features and found[1].features else None
    return correlation(maps[0], maps[1]), common
