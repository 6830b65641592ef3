"""A network that was read but not stored yet: what was found, what each preparation of pixels gives."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.records import ImageRecord, NetworkRecord, SpecificationSource
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.core.results import ClassScore
from deepintro_desktop.core.specification import InputSpecification


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file of a network.

    ``role`` is network, weights, labels or mean; ``was_named``: a person chose it, it was not found beside.
    """

    role: str
    name: str
    was_named: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to prepare pixels that is worth a try.

    ``key`` is the name of a preset, or ``file`` for what the files themselves say. ``usual``: networks of
    this kind mostly use it.
    """

    key: str
    specification: InputSpecification
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Inspection:
    """A network that was read, checked and not stored.

    ``record`` is a visitor of the context: it lives until it is kept or forgotten. ``sources`` says for size,
    channels, order, range, mean and std who says so. ``candidates`` are the preparations to choose from, the
    likeliest first; a single one where the files say how pixels are prepared. ``warnings`` are faults of
    companions that do not stop anything, for example labels of another network.
    """

    record: NetworkRecord
    request: AddNetworkRequest
    files: tuple[FoundFile, ...]
    sources: dict[str, SpecificationSource]
    candidates: tuple[Candidate, ...]
    warnings: tuple[str, ...] = ()

    @property
    def is_certain(self) -> bool:
        """Whether nothing had to be guessed, so that nobody needs to be asked."""
        manifest = self.record.manifest
        guessed = any(choice.guessed and choice.others for choice in manifest.choices)
        return manifest.specification_source is not SpecificationSource.GUESS and not guessed


@dataclass(frozen=True, slots=True)
class Trial:
    """What a network answers when pixels are prepared in one way.

    ``low`` and ``high`` are the smallest and largest value that a pixel can become. ``answers`` are the best
    classes for each picture, best first; empty for a picture that could not be read. ``mean_best`` is the
    mean of the best probabilities over the pictures, None without pictures.
    """

    specification: InputSpecification
    low: float
    high: float
    answers: tuple[tuple[ClassScore, ...], ...] = ()
    mean_best: float | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """Which candidate the program would take, why, and what speaks against trusting it (perhaps nothing)."""

    key: str
    reason: str
    warning: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class TriedPicture:
    """A picture from a file that is used for trying only; ``thumbnail_hwc_u8`` is uint8 [h, w, 1 or 3]."""

    record: ImageRecord
    thumbnail_hwc_u8: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class TryRequest:
    """Ask a network about pictures (library ids, visiting ids or paths), prepared in several ways."""

    network: str
    specifications: tuple[InputSpecification, ...]
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TryPictureRequest:
    """Read a picture file for trying; its thumbnail has at most ``size`` pixels on the longer side."""

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class RelabelRequest:
    """Give an inspected network the class names of another file."""

    inspection: Inspection
    labels: Path


@dataclass(frozen=True, slots=True)
class KeepRequest:
    """Store an inspected network under a name.

    ``specification`` is how pixels are prepared, ``source`` who decided that.
    """

    network: str
    name: str
    specification: InputSpecification
    source: SpecificationSource
