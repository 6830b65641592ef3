"""What the presenter of the dialog shows, and what a dialog must be able to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.picture_view import NamedWindow, Window


@dataclass(frozen=True, slots=True)
class PlaceControl:
    """A slider over frames or slices, from 0; ``name`` is its label."""

    name: str
    count: int
    place: int


@dataclass(frozen=True, slots=True)
class WindowControl:
    """Sliders of a window.

    ``values``: the smallest and the largest value of the picture. ``window``: the one in use; None where a
    table of the file is. ``chosen``: whether a person chose it.
    """

    values: tuple[float, float]
    window: Window | None
    unit: str
    named: tuple[NamedWindow, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Controls:
    """Everything that can be set; None or empty where there is nothing to choose."""

    axes: tuple[tuple[str, str], ...] = ()
    axis: str = ""
    slice: PlaceControl | None = None
    frame: PlaceControl | None = None
    window: WindowControl | None = None
    background: str | None = None
    overlays: bool | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to choose at all."""
        chosen = (self.slice, self.frame, self.window, self.background, self.overlays)
        return all(one is None for one in chosen)


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """Both pictures, uint8 [height, width, 1 or 3], RGB, and what is said below them.

    ``input_hwc_u8`` is None where no network is selected. ``notes`` are sentences about the picture,
    ``warnings`` those that matter.
    """

    picture_hwc_u8: NDArray[np.uint8]
    caption: str
    input_hwc_u8: NDArray[np.uint8] | None
    input_caption: str
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class ImageViewView(Protocol):
    """The dialog."""

    def open_dialog(self, title: str) -> None:
        """Show it over the window."""

    def close_dialog(self) -> None:
        """Go away."""

    def show_controls(self, controls: Controls) -> None:
        """Put the controls where the view is."""

    def show_sight(self, sight: Sight) -> None:
        """Show both pictures."""

    def show_failure(self, failure: Any | None) -> None:
        """Say why there is no picture; None: there is one."""

    def show_patient(self, lines: Sequence[str] | None) -> None:
        """Say whose picture it is; None: that it is hidden, empty: that there is nothing to hide."""

    def allow(self, *, reset: bool, keep: bool) -> None:
        """Say whether there is something to reset, and something to keep."""
