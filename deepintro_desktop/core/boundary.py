"""What can be asked of boundary images, and what comes of it."""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.synthesis import SynthesisParameters

TOLERANCE = 0.02
"""How near to one half both probabilities must be for the boundary to count as reached."""


class BoundaryMode(StrEnum):
    """What an image between two classes is made of."""

    RAW = "raw"
    """Probabilities one half each, and a little noise on the rest."""
    MEAN = "mean"
    """The mean representation of sample images of both classes."""


BOUNDARY_LABELS: dict[BoundaryMode, str] = {
    BoundaryMode.RAW: "Raw values",
    BoundaryMode.MEAN: "Mean of samples",
}


@dataclass(frozen=True, slots=True)
class BoundaryParameters:
    """How boundary images are made. ``rest``: share of the probability for all other classes together."""

    mode: BoundaryMode = BoundaryMode.RAW
    rest: float = 0.01
    synthesis: SynthesisParameters = field(default_factory=lambda: SynthesisParameters(n_iterations=120))


@dataclass(frozen=True, slots=True, eq=False)
class BoundaryFrame:
    """One step from the start to the boundary: the picture, uint8 [height, width, 1 or 3], and p(a), p(b)."""

    image_hwc_u8: NDArray[np.uint8]
    probabilities: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class BoundaryImage:
    """An image between two classes: uint8 [height, width, 1 or 3], RGB, at the size of the network's input.

    ``probabilities`` are p(a) and p(b), ``rest`` the largest probability of any other class, ``distance`` how
    far the pixels moved from the start: root of the mean square, on the scale 0 to 255. ``frames`` lead from
    the start (a picture or noise) to the image.
    """

    image_hwc_u8: NDArray[np.uint8]
    seed: int
    probabilities: tuple[float, float]
    rest: float
    distance: float
    reached: bool
    frames: tuple[BoundaryFrame, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return everything but the pictures as plain JSON values; ``way``: p(a) and p(b) of the frames."""
        return {
            "seed": self.seed,
            "probabilities": list(self.probabilities),
            "rest": self.rest,
            "distance": self.distance,
            "reached": self.reached,
            "way": [list(frame.probabilities) for frame in self.frames],
        }


@dataclass(frozen=True, slots=True, eq=False)
class BoundaryResult:
    """Images between the classes ``classes`` (a, b), by seed."""

    classes: tuple[int, int]
    parameters: BoundaryParameters
    images: tuple[BoundaryImage, ...]
    n_iterations: int
    seconds: float
    notes: tuple[str, ...] = ()
    from_library: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class BoundaryPlan:
    """What a request will do, before it is done: the classes by index, and its seconds on this machine.

    ``seconds`` is 0 where the images are in the library.
    """

    classes: tuple[int, int]
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class BoundaryBefore:
    """Boundary images in the library, without their pixels; ``id`` names them.

    ``layer`` is the one that was asked for, empty for the usual one.
    """

    id: str
    classes: tuple[int, int]
    layer: str
    parameters: BoundaryParameters
    from_noise: bool
    seeds: tuple[int, ...]
    n_reached: int
