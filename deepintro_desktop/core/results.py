"""What workflows return. Arrays are numpy; ``*_hw`` has shape [height, width] at the network's input size."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.drawn import NO_EDITS, Edits
from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.parameters import ClusteringParameters, Fill
from deepintro_desktop.core.records import ImageRecord, NetworkRecord, ProjectRecord


@dataclass(frozen=True, slots=True)
class ClassScore:
    """One class and how sure the network is of it; ``probability`` in 0..1.

    ``logit`` is None where only probabilities are known (answers of the analysis).
    """

    index: int
    label: str
    probability: float
    logit: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """The answer of a network. ``logits``, ``probabilities``: float64 [n_classes]; ``top``: the best."""

    top: tuple[ClassScore, ...]
    logits: NDArray[np.float64]
    probabilities: NDArray[np.float64]
    labels: tuple[str, ...] = field(default=(), repr=False)

    def score(self, class_index: int) -> ClassScore:
        """Return the entry of any class, also one that is not among the best."""
        label = self.labels[class_index] if class_index < len(self.labels) else f"class {class_index}"
        return ClassScore(
            class_index, label, float(self.probabilities[class_index]), float(self.logits[class_index])
        )


@dataclass(frozen=True, slots=True, eq=False)
class NetworkInput:
    """The picture as the network sees it: uint8 [height, width, 1 or 3], RGB, at the size of the input."""

    input_hwc_u8: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """The book-keeping of one node of the graph, in units of relevance (the target's logit carries 1).

    ``relevance_out`` came in from above at the node's outputs, ``relevance_in`` left to its inputs.
    ``losses`` explains the difference by cause (``bias``, ``stabilizer``, ``constant``, ``padding``,
    ``bias-only``, ``softmax`` …).
    """

    node: str
    operator: str
    rule: str
    relevance_out: float
    relevance_in: float
    losses: Mapping[str, float]
    absolute_sum: float
    n_one_signed: int = 0
    n_bias_only: int = 0
    n_non_finite: int = 0
    spread: float = 0.0
    """Relevance of bias-only neurons, spread evenly over their receptive field; part of ``relevance_in``."""

    @property
    def unexplained(self) -> float:
        """What is missing although no cause accounts for it."""
        return self.relevance_out - self.relevance_in - sum(self.losses.values())


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where relevance went between the logit and the input; sums are over pixels and channels."""

    entries: tuple[LedgerEntry, ...]
    sum: float
    absolute_sum: float
    losses: Mapping[str, float]
    largest_error: float
    """The largest unexplained difference of a single node."""
    warnings: tuple[str, ...] = ()
    spread: float = 0.0
    """Relevance that bias-only neurons spread evenly; not lost, but not caused by single pixels either."""


@dataclass(frozen=True, slots=True, eq=False)
class RelevanceMap:
    """A relevance map: float32 [height, width], channels summed, signed; sums to about 1 for LRP."""

    values_hw: NDArray[np.float32]
    method: str
    target_index: int
    ledger: Ledger | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Feature:
    """A region that the network found relevant, or a person's idea.

    ``box`` is (x0, y0, x1, y1), end exclusive. ``relevance`` is the sum over its pixels. ``drawn_id`` is its
    name among the edits of the picture when a person made it; 0: it was found.
    """

    number: int
    n_pixels: int
    box: tuple[int, int, int, int]
    relevance: float
    name: str = ""
    drawn_id: int = 0

    @property
    def drawn(self) -> bool:
        """Whether a person made it."""
        return self.drawn_id > 0


@dataclass(frozen=True, slots=True, eq=False)
class FeatureSet:
    """Features of one relevance map. ``labels_hw``: int32, 0 = none, else the feature's number.

    Numbers count from 1 without gaps: found features first, then those that a person made (``edits``).

    ``largest_dropped`` is the size in pixels of the largest cluster that was too small (0: none), and
    ``suggested_threshold`` a threshold that would leave at least one feature (None: no positive relevance at
    all).
    """

    labels_hw: NDArray[np.int32]
    features: tuple[Feature, ...]
    parameters: ClusteringParameters
    largest_dropped: int = 0
    suggested_threshold: float | None = None
    edits: Edits = NO_EDITS

    @property
    def relevance_share(self) -> float:
        """The sum of the features' relevance."""
        return float(sum(feature.relevance for feature in self.features))

    def with_shares(self, relevance_hw: NDArray[np.floating]) -> "FeatureSet":
        """Return the features with their share of the relevance in place of the relevance, 0 to 1.

        A map sums to 1, so the two are the same, unless large positive and negative parts cancel: then it is
        the share of all that speaks for the target.
        """
        if self.relevance_share <= 1.0:
            return self
        positive = float(np.maximum(relevance_hw, 0).sum(dtype=np.float64))
        scaled = (replace(feature, relevance=feature.relevance / positive) for feature in self.features)
        return replace(self, features=tuple(scaled))


@dataclass(frozen=True, slots=True, eq=False)
class Occlusion:
    """A picture with some features filled (``image_hwc_u8``), and what the network says to it."""

    occluded: tuple[int, ...]
    fill: Fill
    image_hwc_u8: NDArray[np.uint8]
    prediction: Prediction


class Certainty(StrEnum):
    """How an answer of the analysis was obtained."""

    EXACT = "exact"
    BEST_FOUND = "best-found"
    NONE_FOUND = "none-found"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the four metrics.

    ``features`` are the occluded ones, except for *minimum to keep*, where they are the ones that stay
    visible. ``probability`` is the target's, ``top`` the best class, both with that set applied (None when
    there is no set). ``lower_bound`` is a proved smallest size for the two minimum metrics. ``n_evaluated``
    counts the subsets looked at.
    """

    features: tuple[int, ...]
    probability: float | None
    top: ClassScore | None
    certainty: Certainty
    n_evaluated: int
    lower_bound: int | None = None

    @property
    def found(self) -> bool:
        """Whether there is a set at all."""
        return self.probability is not None


@dataclass(frozen=True, slots=True)
class AnswerSpread:
    """How one answer does when features are filled in other ways.

    ``n_held``: in how many repetitions it holds. ``lowest`` and ``highest``: the target's probability over
    the repetitions, with the answer's set applied.
    """

    n_held: int
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class AnalysisSpread:
    """The four answers over ``repetitions``, each a fill and a seed; None where there is no set."""

    repetitions: tuple[tuple[str, int], ...]
    largest_change: AnswerSpread | None
    most_important: AnswerSpread | None
    minimum_to_keep: AnswerSpread | None
    minimum_to_occlude: AnswerSpread | None


@dataclass(frozen=True, slots=True, eq=False)
class AnalysisResult:
    """The four metrics and what else follows from the same evaluations.

    ``alone``: float64 [n], target probability with only that feature occluded. ``shapley``: float64 [n], how
    much of the target's probability each feature carries; ``interactions``: float64 [n, n], pairwise, zero
    diagonal; both exact when ``shapley_exact``, else estimates (``shapley_error``: standard error, float64
    [n]). ``spread`` is there when repetitions were asked for.
    """

    n_features: int
    n_subsets: int
    n_evaluated: int
    seconds: float
    original_probability: float
    largest_change: Answer
    most_important: Answer
    minimum_to_keep: Answer
    minimum_to_occlude: Answer
    alone: NDArray[np.float64]
    shapley: NDArray[np.float64]
    shapley_exact: bool
    shapley_error: NDArray[np.float64]
    interactions: NDArray[np.float64]
    finished: bool
    spread: AnalysisSpread | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """Everything about one network, one image and one target class.

    ``input_hwc_u8``: what the network sees, uint8 [height, width, 1 or 3] in RGB order. ``alone_drops`` maps
    a feature's number to how far the target's probability falls when only it is occluded (empty until
    evaluated). ``provenance`` holds versions, seed, device and the parameters, enough to repeat the result.
    """

    network: NetworkRecord
    image: ImageRecord
    input_hwc_u8: NDArray[np.uint8]
    prediction: Prediction
    target: ClassScore
    relevance: RelevanceMap
    features: FeatureSet
    fill: Fill
    seed: int
    alone_drops: Mapping[int, float] = field(default_factory=dict)
    occlusion: Occlusion | None = None
    analysis: AnalysisResult | None = None
    provenance: Mapping[str, object] = field(default_factory=dict)
    from_library: bool = False


@dataclass(frozen=True, slots=True)
class AddedNetwork:
    """The outcome of adding a network: its record, and whether the library had it before."""

    record: NetworkRecord
    already_there: bool


@dataclass(frozen=True, slots=True)
class AddedImages:
    """The outcome of adding images: new ones, those that were there already, and those that were refused.

    ``duplicates`` and ``refused`` pair the name of the given file with the entry it equals, or the reason.
    """

    added: tuple[ImageRecord, ...]
    duplicates: tuple[tuple[str, ImageRecord], ...]
    refused: tuple[tuple[str, DeepIntroError], ...]


@dataclass(frozen=True, slots=True)
class OpenedSample:
    """Where a bundled sample lies in the library, what to begin with, and the clustering that suits it.

    The sample is a project of its own, which is the open one now.

    ``other_network_ids``: of further networks, which the clustering suits, too.
    """

    network_id: str
    image_id: str
    clustering: ClusteringParameters
    other_network_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LibraryCheck:
    """What an examination of the library found; sound when there are no ``problems``."""

    folder: str
    n_networks: int
    n_images: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectList:
    """All projects, the last opened first, and which one is open."""

    projects: tuple[ProjectRecord, ...]
    open_id: str

    @property
    def open(self) -> ProjectRecord:
        """The project that is open."""
        return next(one for one in self.projects if one.id == self.open_id)


@dataclass(frozen=True, slots=True)
class ProjectExtent:
    """What goes with a project when it is removed: the members that no other project has."""

    n_networks: int
    n_images: int


@dataclass(frozen=True, slots=True)
class ExportedProject:
    """What was written into the file of a project.

    ``n_left_out``: images whose files say whose picture they are, and stayed at home for that.
    """

    name: str
    n_networks: int
    n_images: int
    n_results: int
    n_bytes: int
    n_left_out: int = 0


@dataclass(frozen=True, slots=True)
class ImportedProject:
    """A project that came out of a file.

    ``missing`` names members that were neither in the file nor in the library, ``refused`` those whose
    content cannot be used, with the reason.
    """

    record: ProjectRecord
    n_results: int
    missing: tuple[str, ...] = ()
    refused: tuple[tuple[str, DeepIntroError], ...] = ()
