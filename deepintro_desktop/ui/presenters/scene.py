"""What the tools look at: network, picture, and the features that were found in it."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.requests import ClusterRequest
from deepintro_desktop.core.results import FeatureSet, Prediction


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the lists hold, and what is being read: a sentence, empty when nothing is."""

    has_networks: bool = False
    has_images: bool = False
    reading_network: str = ""
    reading_images: str = ""


class MissingView(Protocol):
    """A tool's view that says what is not there yet. Widgets without decisions."""

    def show_missing(self, *, network: bool, image: bool, listed: bool) -> None:
        """Say which of network and image is not chosen yet; ``listed``: the lists hold some."""

    def show_reading(self, text: str) -> None:
        """Say that what is missing is being read."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Network and picture with what is known of them so far.

    ``input_hwc_u8``: what the network sees, uint8 [height, width, 1 or 3]. ``found`` names the features.
    """

    network: NetworkRecord | None = None
    image: ImageRecord | None = None
    shelf: Shelf = Shelf()
    input_hwc_u8: NDArray[np.uint8] | None = None
    prediction: Prediction | None = None
    features: FeatureSet | None = None
    found: ClusterRequest | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of network and picture, empty where there is none."""
        return (self.network.id if self.network else "", self.image.id if self.image else "")

    @property
    def subject(self) -> tuple[str, str]:
        """What tells one network and picture from others, pictures of the same file among them."""
        return (self.network.id if self.network else "", self.image.view_id if self.image else "")

    @property
    def source(self) -> ClusterRequest:
        """Network and picture, with the features where there are some."""
        if self.found is not None:
            return self.found
        network, image = self.pair
        method = self.network.manifest.default_method if self.network else ""
        return ClusterRequest(network, image, 0, method, ClusteringParameters())

    @property
    def reading(self) -> str:
        """What is missing and being read, as a sentence; empty when nothing is."""
        return (
            (self.network is None and self.shelf.reading_network)
            or (self.image is None and self.shelf.reading_images)
            or ""
        )

    @property
    def is_listed(self) -> bool:
        """Whether everything that is missing can be clicked in a list."""
        has_network = self.network is not None or self.shelf.has_networks
        return has_network and (self.image is not None or self.shelf.has_images)

    def show_missing(self, view: MissingView) -> None:
        """Say what is not chosen, or what is being read and will be shown."""
        if self.reading:
            view.show_reading(self.reading)
        else:
            view.show_missing(network=self.network is None, image=self.image is None, listed=self.is_listed)
