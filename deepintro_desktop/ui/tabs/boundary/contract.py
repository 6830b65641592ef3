"""What the presenter of the boundary tab expects of its view."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.records import Manifest
from deepintro_desktop.core.synthesis import Layer
from deepintro_desktop.ui.tabs.boundary.state import BoundaryWishes
from deepintro_desktop.ui.tabs.making import MakingView, PlanWords


@dataclass(frozen=True, slots=True, eq=False)
class WayStep:
    """One step from the start to the boundary: words, and the picture uint8 [height, width, 1 or 3]."""

    title: str
    first: str
    second: str
    image_hwc_u8: NDArray[np.uint8] | None
    progress: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class BoundaryEntry:
    """One boundary image with the way to it.

    ``reached`` is None while it grows or is read; ``facts`` say probabilities, rest, distance.
    """

    seed: int
    steps: tuple[WayStep, ...]
    facts: str
    reached: bool | None


@dataclass(frozen=True, slots=True, eq=False)
class BoundaryState:
    """All images between the chosen classes: what they are between, and the foot."""

    caption: str
    entries: tuple[BoundaryEntry, ...] = ()
    foot: tuple[str, str] = ("", "")
    notes: tuple[str, ...] = ()


class BoundaryView(MakingView, Protocol):
    """Widgets without decisions."""

    def show_classes(self, manifest: Manifest, classes: tuple[int, int] | None) -> None:
        """Offer the classes of the network, with two of them chosen; None: not known yet."""

    def show_layers(self, layers: Sequence[Layer], chosen: str) -> None:
        """Offer the layers of the network, for the mean of samples."""

    def show_wishes(self, wishes: BoundaryWishes) -> None:
        """Put the settings into the controls."""

    def show_plan(self, words: PlanWords) -> None:
        """Announce the time."""

    def show_images(self, state: BoundaryState) -> None:
        """Show the images with the ways to them."""
