"""Parameters as data: one table feeds the command line's options and the window's controls."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class ParameterSpec:
    """One adjustable number: its name, what it means, its range, step, default and unit."""

    name: str
    label: str
    help: str
    minimum: float
    maximum: float
    step: float
    default: float
    unit: str = ""
    decimals: int = 0


class ClusteringMethod(StrEnum):
    """How relevant pixels become features."""

    DISTANCE = "distance"
    K_MEANS = "k-means"


@dataclass(frozen=True, slots=True)
class ClusteringParameters:
    """How a relevance map becomes features (design: threshold t, distance d, minimum size m).

    ``threshold`` is in multiples of the mean relevance of a pixel, ``distance`` in pixels of the network's
    input, ``min_size`` in pixels. ``merge_level`` joins neighbouring features: 0 keeps the classic result, 1
    joins all. ``n_clusters`` belongs to k-means only.
    """

    threshold: float = 5.0
    distance: float = 1.5
    min_size: int = 20
    merge_level: float = 0.0
    method: ClusteringMethod = ClusteringMethod.DISTANCE
    n_clusters: int = 8


CLUSTERING_SPECS: tuple[ParameterSpec, ...] = (
    ParameterSpec(
        "threshold",
        "Threshold",
        "Keep pixels with at least this many times the mean relevance.",
        0.1,
        100.0,
        0.5,
        5.0,
        "× mean",
        1,
    ),
    ParameterSpec(
        "distance",
        "Distance",
        "Two kept pixels belong together when they are at most this far apart.",
        1.0,
        20.0,
        0.5,
        1.5,
        "px",
        1,
    ),
    ParameterSpec("min_size", "Minimum size", "Drop features with fewer pixels.", 1, 2000, 1, 20, "px"),
    ParameterSpec(
        "merge_level",
        "Merge level",
        "Join neighbouring features, from fine (0) to coarse (1).",
        0.0,
        1.0,
        0.01,
        0.0,
        "",
        2,
    ),
)


class Fill(StrEnum):
    """What an occluded feature's pixels become."""

    PIXELISE = "pixelise"
    RANDOM = "random"
    RECTANGLE = "rectangle"
    CONSTANT = "constant"
    TRAINING_MEAN = "training-mean"
    BLUR = "blur"
    INPAINT = "inpaint"


SEEDED_FILLS = (Fill.PIXELISE, Fill.RANDOM)
"""Fills that another seed makes different."""

FILL_LABELS: dict[Fill, str] = {
    Fill.PIXELISE: "Pixelise",
    Fill.RANDOM: "Random pixels",
    Fill.RECTANGLE: "Rectangle",
    Fill.CONSTANT: "Mean colour",
    Fill.TRAINING_MEAN: "Training mean",
    Fill.BLUR: "Blur",
    Fill.INPAINT: "Inpaint",
}

DEFAULT_METHOD = "lrp-alpha2-beta1"

METHOD_LABELS: dict[str, str] = {
    "lrp-alpha2-beta1": "LRP α2 β1",
    "lrp-alpha1-beta0": "LRP α1 β0",
    "lrp-z-plus": "LRP z⁺",
    "lrp-gamma": "LRP γ 0.25",
    "lrp-epsilon": "LRP ε",
    "lrp-epsilon-gamma": "LRP ε, γ 0.25 on convolutions",
    "lrp-alpha2-beta1-half": "LRP α2 β1, products ½–½",
    "lrp-gamma-half": "LRP γ 0.25, products ½–½",
    "lrp-epsilon-half": "LRP ε, products ½–½",
    "lrp-epsilon-gamma-half": "LRP ε, γ 0.25 on convolutions, products ½–½",
    "lrp-attention": "AttnLRP (ε, Taylor softmax)",
    "lrp-epsilon-plus-flat": "LRP ε + z⁺ + flat",
    "lrp-epsilon-gamma-box": "LRP ε + γ + zᴮ",
    "lrp-alpha2-beta1-flat": "LRP α2 β1 + flat",
    "lrp-alpha2-beta1-winner": "LRP α2 β1, winner takes all",
    "lrp-alpha2-beta1-strict": "LRP α2 β1, textbook",
    "lrp-w-square": "LRP w²",
    "lrp-flat": "LRP flat",
    "gradient-x-input": "Gradient × input",
    "sensitivity": "Sensitivity |∂f/∂x|",
}
"""Every method that ``explain`` knows, in the order of the window's list."""
