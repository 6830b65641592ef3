"""What the presenter of the synthesis tab expects of its view."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.synthesis import Layer, SynthesisPlan
from deepintro_desktop.ui.presenters.scene import Scene
from deepintro_desktop.ui.tabs.making import MakingView, PlanWords
from deepintro_desktop.ui.tabs.synthesis.state import SynthesisWishes


@dataclass(frozen=True, slots=True, eq=False)
class GalleryEntry:
    """One image of the gallery, as words and pixels.

    ``image_hwc_u8``: uint8 [height, width, 1 or 3], None while there is nothing yet. ``iterations`` and
    ``errors``: float64 arrays of equal length, the curve so far. ``progress`` 0 to 1 while it grows.
    ``sort_error``: what the order by error goes by.
    """

    seed: int
    image_hwc_u8: NDArray[np.uint8] | None
    error: str
    state: str
    iterations: NDArray[np.float64]
    errors: NDArray[np.float64]
    progress: float | None = None
    sort_error: float = float("inf")


@dataclass(frozen=True, slots=True, eq=False)
class GalleryState:
    """A whole gallery: what it is of, its images by seed, its foot, the axis of its curve."""

    caption: str
    layer: str
    entries: tuple[GalleryEntry, ...] = ()
    foot: tuple[str, str, str] = ("", "", "")
    curve_title: str = ""
    n_iterations: int = 1
    as_percent: bool = True
    notes: tuple[str, ...] = ()


class SynthesisView(MakingView, Protocol):
    """Widgets without decisions."""

    def show_subjects(self, scene: Scene, counts: dict[int, str], chosen: int) -> None:
        """List the whole picture and the features; ``counts``: what there is of each."""

    def show_layers(self, layers: Sequence[Layer], chosen: str) -> None:
        """Offer the layers of the network."""

    def show_wishes(self, wishes: SynthesisWishes, *, is_feature: bool) -> None:
        """Put the settings into the controls."""

    def show_plan(self, words: PlanWords, plan: SynthesisPlan | None) -> None:
        """Announce the time, and with a plan show the numbers that were chosen for the layer."""

    def show_target(self, picture_hwc_u8: NDArray[np.uint8] | None, text: str) -> None:
        """Show what the layer was given; None while it is not known."""

    def show_gallery(self, state: GalleryState) -> None:
        """Show the images."""
