"""Two networks that look at the same picture."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.drawn import NO_EDITS, Edits
from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.records import NetworkRecord
from deepintro_desktop.core.results import ClassScore, FeatureSet, Prediction


@dataclass(frozen=True, slots=True)
class CompareNetworksRequest:
    """Explain a picture with two networks.

    ``target`` and ``method`` are the first network's; the second explains the class of the same name, or its
    best one, with the same method where that is usual for it, too, else with its usual one. A
    ``default_method`` is usual for both; empty: what suits each. ``clustering`` is
    the first network's; lengths and sizes are scaled to the size of the second's input. ``edits``: what a
    person made of the first network's features; the second's are those that the library keeps.
    """

    networks: tuple[str, str]
    image: str
    target: str = ""
    method: str = ""
    clustering: ClusteringParameters = field(default_factory=ClusteringParameters)
    edits: Edits = NO_EDITS
    default_method: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class NetworkLook:
    """What one network makes of the picture.

    ``picture_hwc_u8``: what it sees under its map, with the features outlined, uint8 [height, width, 3]; only
    what it sees where it cannot be explained (then ``method`` is empty, and there are no features).
    """

    network: NetworkRecord
    prediction: Prediction
    target: ClassScore
    method: str
    features: FeatureSet | None
    picture_hwc_u8: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class NetworksCompared:
    """Two looks, and how their maps and features agree at the smaller of the two sizes.

    Features count as they were found: what a person drew says nothing about the networks. None where there is
    nothing to compare: a network that cannot be explained, or one that sees another part of the picture.
    """

    looks: tuple[NetworkLook, NetworkLook]
    correlation: float | None
    overlap: float | None
