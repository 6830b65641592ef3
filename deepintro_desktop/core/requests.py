"""What front ends ask workflows for. Networks and images are named by library id, name or file path."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.boundary import BoundaryParameters
from deepintro_desktop.core.drawn import NO_EDITS, Edits, Pixels, Point
from deepintro_desktop.core.parameters import DEFAULT_METHOD, ClusteringParameters, Fill
from deepintro_desktop.core.picture_view import AS_IT_COMES, PictureView
from deepintro_desktop.core.synthesis import Isolation, SynthesisParameters


@dataclass(frozen=True, slots=True)
class AddNetworkRequest:
    """Add a network file, with its companions, to the library.

    ``preprocessing`` is a name (``imagenet``, ``caffe``, …, ``auto``) or a JSON object as text.
    ``architecture`` names the structure that weights without one belong to; ``signature``, ``input`` and
    ``output`` choose where a file has several. Empty: the best guess.
    """

    path: Path
    weights: Path | None = None
    labels: Path | None = None
    mean: Path | None = None
    preprocessing: str = "auto"
    architecture: str = ""
    signature: str = ""
    input: str = ""
    output: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class AddImagesRequest:
    """Add image files to the library; what cannot be read is reported, the others are added.

    ``view``: which picture of each file.
    """

    paths: tuple[Path, ...]
    view: PictureView = AS_IT_COMES


@dataclass(frozen=True, slots=True)
class SeePictureRequest:
    """Look at a picture of an image's file, at most ``size`` pixels on its longer side.

    ``network``: also at what this network is given; empty for none.
    """

    image: str
    view: PictureView
    network: str = ""
    size: int = 1024


@dataclass(frozen=True, slots=True)
class KeepViewRequest:
    """Make another picture of its file the image."""

    image: str
    view: PictureView


@dataclass(frozen=True, slots=True)
class PredictRequest:
    """Ask a network what it sees in an image."""

    network: str
    image: str
    n_top: int = 5


@dataclass(frozen=True, slots=True)
class ExplainRequest:
    """From a network and an image to relevance, features and, if asked for, occlusion and analysis.

    ``target`` is a class index or label; empty means the top class. ``occlude`` are feature numbers.
    ``budget`` is the largest number of evaluated subsets (None: as many as the program finds reasonable).
    ``repeat``: how often the answers of the analysis are evaluated again, with other fills and seeds.
    ``edits``: what a person changed about the features; None: what the library keeps of that.
    """

    network: str
    image: str
    target: str = ""
    method: str = DEFAULT_METHOD
    clustering: ClusteringParameters = field(default_factory=ClusteringParameters)
    fill: Fill = Fill.PIXELISE
    occlude: tuple[int, ...] = ()
    analyse: bool = False
    budget: int | None = None
    repeat: int = 0
    seed: int = 0
    edits: Edits | None = NO_EDITS


@dataclass(frozen=True, slots=True)
class ClusterRequest:
    """Make features again from the relevance map of this network, image, target and method.

    ``edits`` are applied to what is found.
    """

    network: str
    image: str
    target_index: int
    method: str
    clustering: ClusteringParameters
    edits: Edits = NO_EDITS


@dataclass(frozen=True, slots=True)
class KeepDrawnRequest:
    """Keep in the library what a person changed about the features of a picture."""

    network: str
    image: str
    edits: Edits


@dataclass(frozen=True, slots=True)
class SplitRequest:
    """Cut a feature into its pieces, or along a straight line through two points (x, y).

    Pieces of fewer than ``min_size`` pixels go with the nearest larger one.
    """

    pixels: Pixels
    min_size: int = 1
    line: tuple[Point, Point] | None = None


@dataclass(frozen=True, slots=True)
class OccludeRequest:
    """Occlude features of a feature set (named by the request that made it) and predict."""

    source: ClusterRequest
    occlude: tuple[int, ...]
    fill: Fill = Fill.PIXELISE
    seed: int = 0


@dataclass(frozen=True, slots=True)
class AnalyseRequest:
    """Search the subsets of a feature set for the four metrics.

    ``repeat``: how often the answers are evaluated again, with other fills and seeds.
    """

    source: ClusterRequest
    fill: Fill = Fill.PIXELISE
    seed: int = 0
    budget: int | None = None
    repeat: int = 0


@dataclass(frozen=True, slots=True)
class SynthesiseRequest:
    """Make images that a network cannot tell from a feature, or from the whole picture.

    ``source`` names network and picture, and the feature set of which ``feature`` is a number (0: the whole
    picture). ``layer`` is empty for the usual one. The seeds of the images count up from ``seed``.
    """

    source: ClusterRequest
    feature: int = 0
    layer: str = ""
    isolation: Isolation = Isolation.IN_PLACE
    n_images: int = 4
    parameters: SynthesisParameters = field(default_factory=SynthesisParameters)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class BoundaryRequest:
    """Make images between two classes of a network, each given by index or label.

    ``image`` is the picture to start from, empty for noise. ``samples`` are pictures of both classes for the
    mean of samples; without them those of the library are taken that the network assigns to the classes.
    ``layer`` belongs to the mean of samples and is empty for the usual one.
    """

    network: str
    classes: tuple[str, str]
    image: str = ""
    layer: str = ""
    samples: tuple[str, ...] = ()
    n_images: int = 2
    parameters: BoundaryParameters = field(default_factory=BoundaryParameters)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class PairRequest:
    """Name a network and an image."""

    network: str
    image: str


@dataclass(frozen=True, slots=True)
class StoredRequest:
    """Name results in the library by their ids."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SavePictureRequest:
    """Write a picture, uint8 [height, width, 1 or 3], RGB, as PNG."""

    path: Path
    image_hwc_u8: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class ThumbnailRequest:
    """A small picture of a library image: at most ``size`` pixels on its longer side."""

    image: str
    size: int = 80


@dataclass(frozen=True, slots=True)
class EntryRequest:
    """Name one entry of the library; ``name`` is the new name where one is asked for."""

    id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ExportProjectRequest:
    """Write a project as one file. Without its networks or images it is smaller, and needs them there.

    ``with_patients``: image files that say whose picture they are go along, too.
    """

    project: str
    path: Path
    with_networks: bool = True
    with_images: bool = True
    with_patients: bool = False


@dataclass(frozen=True, slots=True)
class ImportProjectRequest:
    """Take an exported project in, as a project of its own."""

    path: Path
