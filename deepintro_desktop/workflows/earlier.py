"""What was explained before of a network and a picture: listed without computing, and compared."""

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.drawn import NO_EDITS, Edits
from deepintro_desktop.core.earlier import (
    CompareRequest,
    Comparison,
    EarlierKind,
    EarlierResult,
    FeaturePair,
)
from deepintro_desktop.core.parameters import ClusteringMethod, ClusteringParameters, Fill
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.requests import ClusterRequest, PairRequest
from deepintro_desktop.core.results import AnalysisSpread, FeatureSet, RelevanceMap
from deepintro_desktop.workflows import stored
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.pair_key import pair_key
from deepintro_desktop.workflows.references import image_record, network_record
from deepintro_desktop.workflows.stages import features, relevance, subject

if TYPE_CHECKING:
    from deepintro_desktop.library.results import StoredResult

_log = logging.getLogger(__name__)
T = TypeVar("T")
_PICTURE_SIDE = 440
_SETTINGS = ("target", "method", "clustering", "fill", "seed", "budget", "repeat", "version")
"""What the program itself puts into the keys beside network and picture; anything else is said as it is."""


def analyses_before(
    request: PairRequest, context: Context, report: Report = SILENT
) -> tuple[EarlierResult, ...]:
    """Return which analyses, features and relevance maps the library has of a network and a picture.

    Newest first. Features that were analysed, and maps of which features were made, are listed once.
    """
    network, image = network_record(request.network, context), image_record(request.image, context)
    pair = pair_key(network, image)
    found = {
        kind: stored.find(context, kind, network, image, pair)
        for kind in ("analysis", "spread", "drops", "relevance")
    }
    reader = _Reader(request, network, set(pair), _spreads(reversed(found["spread"])))
    analyses = list(_readable(reader.analysis, found["analysis"]))
    analysed = {_name(one.key, "budget") for one in found["analysis"]}
    drops = [one for one in found["drops"] if _name(one.key) not in analysed]
    sets = list(_readable(reader.features, drops))
    used = {(one.source.target_index, one.source.method) for one in (*analyses, *sets)}
    maps = _readable(reader.relevance, found["relevance"])
    left = [one for one in maps if (one.source.target_index, one.source.method) not in used]
    return tuple(sorted((*analyses, *sets, *left), key=_made, reverse=True))


def compare(request: CompareRequest, context: Context, report: Report = SILENT) -> Comparison:
    """Return how two explanations agree; what they need and the library has not is computed."""
    from deepintro_desktop.engine.features import best_pairs, correlation, overlap

    wanted = zip(request.sources, request.seeds, request.with_features, report.split(1, 1), strict=True)
    one, other = (_side(*parts, context) for parts in wanted)
    labels = None
    if one.features and other.features and one.features.features and other.features.features:
        labels = one.features.labels_hw, other.features.labels_hw
    return Comparison(
        (one.picture_hwc_u8, other.picture_hwc_u8),
        (one.map, other.map),
        (one.features, other.features),
        correlation(one.map.values_hw, other.map.values_hw),
        overlap(*labels) if labels else None,
        tuple(FeaturePair(*pair) for pair in best_pairs(*labels)) if labels else (),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One of two explanations that are compared."""

    map: RelevanceMap
    features: FeatureSet | None
    picture_hwc_u8: NDArray[np.uint8]


def _side(source: ClusterRequest, seed: int, has_features: bool, report: Report, context: Context) -> _Side:
    from deepintro_desktop.imaging.figures import explained_hwc_u8

    of = subject(source.network, source.image, context)
    values, _ = relevance(of, source.target_index, source.method, report)
    found = features(of, values, source.clustering, seed, edits=source.edits) if has_features else None
    labels = np.zeros(values.values_hw.shape, np.int32) if found is None else found.labels_hw
    picture = explained_hwc_u8(
        of.input_hwc_u8,
        values.values_hw,
        labels,
        distance=source.clustering.distance,
        drawn={feature.number for feature in found.features if feature.drawn} if found else (),
        long_side=_PICTURE_SIDE,
    )
    return _Side(values, found, picture)


class _Reader:
    """Reads stored documents as entries of the list."""

    def __init__(
        self,
        pair: PairRequest,
        network: NetworkRecord,
        pair_names: set[str],
        spreads: Mapping[str, AnalysisSpread],
    ) -> None:
        self._pair = pair
        self._label = network.manifest.label
        self._known = pair_names | set(_SETTINGS)
        self._spreads = spreads

    def analysis(self, one: "StoredResult") -> EarlierResult:
        document = one.document
        return EarlierResult(
            **self._shared(one, EarlierKind.ANALYSIS),
            budget=one.key["budget"],
            n_features=document["n_features"],
            n_evaluated=document["n_evaluated"],
            original_probability=document["original_probability"],
            answers=dict(stored.read_answers(document, self._label)),
            spread=self._spreads.get(_name(one.key)),
        )

    def features(self, one: "StoredResult") -> EarlierResult:
        n_features = len(one.document["drops"])
        return EarlierResult(**self._shared(one, EarlierKind.FEATURES), n_features=n_features)

    def relevance(self, one: "StoredResult") -> EarlierResult:
        return EarlierResult(**self._shared(one, EarlierKind.RELEVANCE))

    def _shared(self, one: "StoredResult", kind: EarlierKind) -> dict[str, Any]:
        key = one.key
        has_features = kind is not EarlierKind.RELEVANCE
        clustering = _clustering(key["clustering"]) if has_features else ClusteringParameters()
        return {
            "id": one.id,
            "kind": kind,
            "made": one.created,
            "source": ClusterRequest(
                self._pair.network, self._pair.image, key["target"], key["method"], clustering, _edits(one)
            ),
            "target_label": self._label(key["target"]),
            "fill": Fill(key["fill"]) if has_features else None,
            "seed": key.get("seed", 0),
            "others": {name: value for name, value in key.items() if name not in self._known},
            "provenance": one.document.get(stored.ORIGIN, {}),
        }


def _edits(one: "StoredResult") -> Edits:
    """Return what a person made of the features of a result; none where that was not written down."""
    plain = one.document.get(stored.ORIGIN, {}).get("edits")
    try:
        return Edits.from_dict(plain) if plain else NO_EDITS
    except (KeyError, TypeError, ValueError):
        return NO_EDITS


def _readable(read: "Callable[[StoredResult], T]", found: "Iterable[StoredResult]") -> Iterator[T]:
    """Read documents; what only another program can have written, or an imported project, is left out."""
    for one in found:
        try:
            yield read(one)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            _log.warning("a stored result is not listed: %r", error)


def _spreads(oldest_first: "Iterable[StoredResult]") -> dict[str, AnalysisSpread]:
    """Return how answers do over repetitions, by the key of their analysis."""
    pairs = _readable(lambda one: (_name(one.key, "repeat"), stored.read_spread(one.document)), oldest_first)
    return dict(pairs)


def _clustering(values: Mapping[str, Any]) -> ClusteringParameters:
    return ClusteringParameters(**{**values, "method": ClusteringMethod(values["method"])})


def _name(key: Mapping[str, Any], *without: str) -> str:
    """Return a key as text, without what tells results of the same features apart."""
    return json.dumps({name: value for name, value in key.items() if name not in without}, sort_keys=True)


def _made(one: EarlierResult) -> str:
    return one.made
