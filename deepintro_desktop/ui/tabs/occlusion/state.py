"""What the occlusion tab knows at one moment, and the requests that follow from it."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.drawn import Edits
from deepintro_desktop.core.parameters import DEFAULT_METHOD, ClusteringParameters, Fill
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.requests import AnalyseRequest, ClusterRequest, ExplainRequest, OccludeRequest
from deepintro_desktop.core.results import (
    AnalysisResult,
    Answer,
    FeatureSet,
    Prediction,
    RelevanceMap,
)

N_REPETITIONS = 10
"""How often the answers of an analysis are evaluated again, with other fills and seeds."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person set: it outlives a change of network or image, except ``target`` and ``edits``.

    ``edits`` of the features are None until what the library keeps of them has come back with the features.
    ``suiting_method`` is best for the present network. ``usual_method`` is the same, unless the preferences
    name another one for all networks; ``method`` is the usual one, unless the person chose another one.
    ``budget``: of an analysis that was made before with a limit of its own, until anything else is wished.
    """

    method: str = DEFAULT_METHOD
    usual_method: str = DEFAULT_METHOD
    suiting_method: str = DEFAULT_METHOD
    clustering: ClusteringParameters = field(default_factory=ClusteringParameters)
    fill: Fill = Fill.PIXELISE
    seed: int = 0
    target: str = ""
    edits: Edits | None = None
    budget: int | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """The numbers of the selected features, and what can be done with them."""

    numbers: frozenset[int] = frozenset()
    can_draw: bool = False
    can_merge: bool = False
    can_split: bool = False
    can_rename: bool = False
    can_delete: bool = False


@dataclass(slots=True, eq=False)
class Findings:
    """What has come back so far for the present network, image and wishes.

    ``input_hwc_u8``: what the network sees, uint8 [height, width, 1 or 3]. ``drops``: feature number -> how
    far the target's probability falls when only it is occluded. ``source`` names the features, ``origin`` the
    map (method and target) that they come from.
    """

    input_hwc_u8: NDArray[np.uint8] | None = None
    prediction: Prediction | None = None
    relevance: RelevanceMap | None = None
    features: FeatureSet | None = None
    source: ClusterRequest | None = None
    origin: tuple[str, int] | None = None
    drops: dict[int, float] = field(default_factory=dict)

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of all features."""
        features = self.features.features if self.features else ()
        return frozenset(feature.number for feature in features)


def explain_request(network: NetworkRecord, image: ImageRecord, wishes: Wishes) -> ExplainRequest:
    """Return the request for relevance and features."""
    return ExplainRequest(
        network.id,
        image.id,
        target=wishes.target,
        method=wishes.method,
        clustering=wishes.clustering,
        fill=wishes.fill,
        seed=wishes.seed,
        edits=wishes.edits,
    )


def cluster_request(
    explained: ExplainRequest, clustering: ClusteringParameters, edits: Edits, target_index: int
) -> ClusterRequest:
    """Return the request that names the features of a map at some settings, with a person's edits."""
    of = explained
    return ClusterRequest(of.network, of.image, target_index, of.method, clustering, edits)


def occlude_request(source: ClusterRequest, wishes: Wishes, occluded: frozenset[int]) -> OccludeRequest:
    """Return the request to occlude a set of features."""
    return OccludeRequest(source, tuple(sorted(occluded)), wishes.fill, wishes.seed)


def analyse_request(source: ClusterRequest, wishes: Wishes) -> AnalyseRequest:
    """Return the request for the four metrics."""
    return AnalyseRequest(source, wishes.fill, wishes.seed, wishes.budget, N_REPETITIONS)


def report_request(source: ClusterRequest, wishes: Wishes, analysis: AnalysisResult | None) -> ExplainRequest:
    """Return the request that makes an explanation again; with the four answers where they are there."""
    finished = analysis is not None and analysis.finished
    spread = analysis.spread if analysis is not None and finished else None
    return ExplainRequest(
        source.network,
        source.image,
        target=str(source.target_index),
        method=source.method,
        clustering=source.clustering,
        fill=wishes.fill,
        seed=wishes.seed,
        analyse=finished,
        budget=wishes.budget,
        repeat=len(spread.repetitions) if spread else 0,
        edits=source.edits,
    )


def features_inside(found: FeatureSet, box: tuple[int, int, int, int]) -> frozenset[int]:
    """Return the features with more than half of their pixels in a box (x0, y0, x1, y1), end exclusive."""
    x0, y0, x1, y1 = (max(value, 0) for value in box)
    counts = np.bincount(found.labels_hw[y0:y1, x0:x1].ravel(), minlength=1 + len(found.features))
    return frozenset(
        feature.number for feature in found.features if 2 * counts[feature.number] > feature.n_pixels
    )


def occluded_by(answer: Answer, key: str, numbers: frozenset[int]) -> frozenset[int]:
    """Return the features that an answer of the analysis occludes."""
    chosen = frozenset(answer.features)
    return numbers - chosen if key == "minimum_to_keep" else chosen
