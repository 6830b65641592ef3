"""What can be asked of a synthesis, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray


class Isolation(StrEnum):
    """What becomes of a feature's surroundings before its representation is taken."""

    WHOLE = "whole"
    """The whole image as it is."""
    IN_PLACE = "in-place"
    """Everything outside the feature's bounding box becomes noise."""
    CENTRED = "centred"
    """The box is moved to the middle of noise."""
    RESIZED = "resized"
    """The box alone, scaled to the size of the input."""


ISOLATION_LABELS: dict[Isolation, str] = {
    Isolation.WHOLE: "Whole image",
    Isolation.IN_PLACE: "In place",
    Isolation.CENTRED: "Centred",
    Isolation.RESIZED: "Resized",
}


class Goal(StrEnum):
    """What an image is made for."""

    MATCH = "match"
    """The network cannot tell it from the feature: a pre-image [Mahendran2016] section 5.1."""
    CARICATURE = "caricature"
    """It shows more of what the network finds in the picture [Mahendran2016] section 5.3."""
    MAXIMISE = "maximise"
    """It excites a unit, a channel or a class most [Mahendran2016] section 5.2, [Yosinski2015]."""


class SolverName(StrEnum):
    """How the objective is brought down."""

    LBFGS = "lbfgs"
    ADAM = "adam"
    ADAGRAD = "adagrad"
    """The windowed AdaGrad of the sources, exactly, as reference [Mahendran2016] algorithm 1."""


class Parametrisation(StrEnum):
    """What the solver moves."""

    FOURIER = "fourier"
    """Decorrelated colours with the spectrum of natural images [Olah2017]: coarse before fine."""
    PIXELS = "pixels"


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What activation maximisation does to its image now and then [Yosinski2015] section 3.

    ``decay``: share that every value loses per iteration. ``blur_px``: width of a Gaussian blur every
    ``blur_every`` iterations. ``small_norm`` and ``small_contribution``: share of the pixels, those with the
    smallest norm and those that contribute least, that are set to the middle colour in every iteration.
    """

    decay: float = 0.0
    blur_px: float = 0.0
    blur_every: int = 4
    small_norm: float = 0.0
    small_contribution: float = 0.0

    @property
    def does_something(self) -> bool:
        """Whether anything is done at all."""
        return any((self.decay, self.blur_px, self.small_norm, self.small_contribution))


@dataclass(frozen=True, slots=True)
class SynthesisParameters:
    """How images are made. None: chosen for the layer, from ``detail``.

    Parameters
    ----------
    detail : float
        0 to 1: how much the representation counts against smoothness.
    match_weight : float, optional
        C, the weight of the representation in the objective.
    typical_norm : float
        B, the usual norm of a pixel about the middle colour, on the scale 0 to 255.
    variation : float, optional
        V, how much neighbouring pixels may differ, on the same scale.
    alpha, beta : float
        Exponents of the norm and of the total variation.
    norm_bound : float
        B₊ in multiples of B: no pixel is further from the middle colour (0: no bound).
    distance_weight : float
        c, the weight of the mean squared distance to the picture, in units of B².
    jitter : int, optional
        Largest shift per iteration in pixels (None: a quarter of the layer's stride with Adam and AdaGrad,
        none with L-BFGS, which needs a fixed objective).
    from_picture : bool
        Start from the picture and not from noise.
    half_precision : bool
        Compute the network in bfloat16. Errors that are reported are always computed in full precision.
    unit : int
        Of a maximisation: the channel of a layer with places, else the unit; in the last layer the class.
    single_place : bool
        Of a maximisation: only the unit in the middle of the channel, and not all of its places.
    upkeep : Upkeep
        Of a maximisation with Adam in pixels.
    """

    goal: Goal = Goal.MATCH
    solver: SolverName = SolverName.LBFGS
    parametrisation: Parametrisation = Parametrisation.FOURIER
    n_iterations: int = 80
    detail: float = 0.5
    match_weight: float | None = None
    typical_norm: float = 80.0
    variation: float | None = None
    alpha: float = 6.0
    beta: float = 2.0
    norm_bound: float = 2.0
    distance_weight: float = 0.0
    jitter: int | None = None
    from_picture: bool = False
    half_precision: bool = False
    unit: int = 0
    single_place: bool = False
    upkeep: Upkeep = field(default_factory=Upkeep)


def parameters_from_dict(values: Mapping[str, Any]) -> SynthesisParameters:
    """Read parameters from the plain JSON values of ``dataclasses.asdict``.

    Raises ``KeyError``, ``TypeError`` or ``ValueError`` for what no parameters have been written as.
    """
    return SynthesisParameters(
        **{
            **values,
            "goal": Goal(values["goal"]),
            "solver": SolverName(values["solver"]),
            "parametrisation": Parametrisation(values["parametrisation"]),
            "upkeep": Upkeep(**values["upkeep"]),
        }
    )


@dataclass(frozen=True, slots=True)
class Layer:
    """A place in the network whose values can be matched.

    ``shape`` without the batch, usually (channels, height, width) or (units,). ``stride`` is how many pixels
    of the input lie between two neighbouring places (the input's size where the layer has no places).
    """

    name: str
    operator: str
    shape: tuple[int, ...]
    stride: int

    @property
    def n_values(self) -> int:
        """How many numbers the representation has."""
        return int(np.prod(self.shape))

    @property
    def is_spatial(self) -> bool:
        """Whether the layer still has places, and not only units."""
        return len(self.shape) == 3 and self.shape[1] * self.shape[2] > 1


@dataclass(frozen=True, slots=True)
class LayerChoice:
    """The layers of a network that can be matched, from the picture to the logits, and the usual one."""

    layers: tuple[Layer, ...]
    usual: str


@dataclass(frozen=True, slots=True, eq=False)
class PreImage:
    """One image that was made: uint8 [height, width, 1 or 3], RGB, at the size of the network's input.

    ``error`` is ‖Φ(x) − Φ0‖² / ‖Φ0‖² of the image before it was rounded to bytes, in full precision; for a
    maximisation it is minus the activation.
    """

    image_hwc_u8: NDArray[np.uint8]
    seed: int
    error: float


@dataclass(frozen=True, slots=True, eq=False)
class SynthesisResult:
    """Images made for one representation, by seed.

    ``errors_by_iteration``: float64 [n_iterations + 1, n_images], the first row before the start; shorter
    where the images stopped getting better. ``target_hwc_u8`` is the picture that was to be matched.
    """

    layer: Layer
    isolation: Isolation
    parameters: SynthesisParameters
    images: tuple[PreImage, ...]
    target_hwc_u8: NDArray[np.uint8]
    errors_by_iteration: NDArray[np.float64]
    seconds: float
    notes: tuple[str, ...] = ()
    from_library: bool = False

    @property
    def n_iterations(self) -> int:
        """How many iterations were done."""
        return len(self.errors_by_iteration) - 1

    @property
    def mean_error(self) -> float:
        """Mean error of the images."""
        return float(np.mean([image.error for image in self.images]))

    @property
    def std_error(self) -> float:
        """Standard deviation of the error over the images, 0 for one."""
        return float(np.std([image.error for image in self.images], ddof=1)) if len(self.images) > 1 else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class SynthesisPlan:
    """What a request will do, before it is done.

    ``target_hwc_u8`` is the picture that is to be matched, uint8 [height, width, 1 or 3]. ``seconds`` is how
    long it will take on this machine, 0 where the images are in the library. ``match_weight``, ``variation``
    and ``jitter`` are C, V and the shift in pixels, as fixed or as chosen for the layer.
    """

    layer: Layer
    target_hwc_u8: NDArray[np.uint8]
    seconds: float
    match_weight: float
    variation: float
    jitter: int


@dataclass(frozen=True, slots=True, eq=False)
class MadeBefore:
    """Images in the library, without their pixels.

    ``id`` names them, ``box`` is the feature's (x0, y0, x1, y1), or None for the whole picture.
    """

    id: str
    box: tuple[int, int, int, int] | None
    layer: str
    isolation: Isolation
    parameters: SynthesisParameters
    seeds: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SynthesisPreview:
    """Images on their way: uint8 [n, height, width, 1 or 3], errors [n], seeds, and the iterations done."""

    images_u8: NDArray[np.uint8]
    errors: NDArray[np.float64]
    seeds: tuple[int, ...]
    iteration: int
    n_iterations: int
