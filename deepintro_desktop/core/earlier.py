"""What was explained before of a network and a picture, and how two of these explanations agree."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.core.requests import ClusterRequest
from deepintro_desktop.core.results import AnalysisSpread, Answer, FeatureSet, RelevanceMap


class EarlierKind(StrEnum):
    """How far an explanation went."""

    ANALYSIS = "analysis"
    FEATURES = "features"
    RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True, eq=False)
class EarlierResult:
    """An explanation in the library, without its arrays.

    ``made``: when, UTC, ISO 8601. ``source``: network, picture, class, settings and what a person made of the
    features (clustering and edits say nothing where only a relevance map was made). ``n_features`` and
    ``fill`` are None there, too. ``answers``: the four answers by name, empty without an analysis.
    ``others``: what else the result depends on, for example features that a person changed.
    ``provenance``: hashes, device, versions, date; empty for results of older programs.
    """

    id: str
    kind: EarlierKind
    made: str
    source: ClusterRequest
    target_label: str
    fill: Fill | None = None
    seed: int = 0
    budget: int | None = None
    n_features: int | None = None
    n_evaluated: int = 0
    original_probability: float | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    spread: AnalysisSpread | None = None
    others: Mapping[str, Any] = field(default_factory=dict)
    provenance: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """Compare the relevance maps and features of two explanations of one network and picture.

    ``with_features`` tells for each whether it has features; of a relevance map alone only the map counts.
    """

    sources: tuple[ClusterRequest, ClusterRequest]
    seeds: tuple[int, int] = (0, 0)
    with_features: tuple[bool, bool] = (True, True)


@dataclass(frozen=True, slots=True)
class FeaturePair:
    """A feature of the first explanation and the one of the second that covers it best; IoU 0 to 1."""

    first: int
    second: int
    overlap: float


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """How two explanations agree.

    ``pictures``: what the network sees under each map, with the features outlined, uint8 [H, W, 3].
    ``correlation``: Pearson, over the pixels of the maps (None: one of them is constant). ``overlap``: IoU of
    the pixels of all features (None: one of the explanations has none). ``pairs``: features that cover each
    other best.
    """

    pictures: tuple[NDArray[np.uint8], NDArray[np.uint8]]
    maps: tuple[RelevanceMap, RelevanceMap]
    features: tuple[FeatureSet | None, FeatureSet | None]
    correlation: float | None
    overlap: float | None
    pairs: tuple[FeaturePair, ...]
