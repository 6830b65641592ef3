"""What can be changed about a network in the library."""

from dataclasses import dataclass
from pathlib import Path

from deepintro_desktop.core.specification import InputSpecification


@dataclass(frozen=True, slots=True)
class LabelsRequest:
    """Give the classes of a network other names, from a file."""

    network: str
    path: Path


@dataclass(frozen=True, slots=True)
class PreparationRequest:
    """Prepare the pixels of a network in a usual way, by name (``imagenet``, ``caffe``, …)."""

    network: str
    name: str


@dataclass(frozen=True, slots=True)
class Preparation:
    """A way to prepare pixels; the present one has no name."""

    name: str
    specification: InputSpecification
