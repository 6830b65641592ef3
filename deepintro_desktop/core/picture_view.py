"""How one picture is taken out of a file that holds several, or more than a screen can show."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass, fields
from functools import partial
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.translation import marked, translate

WHITE, GREY, BLACK = "#ffffff", "#808080", "#000000"
AXES = ("axial", "coronal", "sagittal")

_CONTEXT = "PictureView"
_AXIS_WORDS = {
    "axial": partial(translate, _CONTEXT, marked(_CONTEXT, "axial")),
    "coronal": partial(translate, _CONTEXT, marked(_CONTEXT, "coronal")),
    "sagittal": partial(translate, _CONTEXT, marked(_CONTEXT, "sagittal")),
}
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_MAX_PLACE = 10_000_000


@dataclass(frozen=True, slots=True)
class Window:
    """The values that are spread from black to white: ``width`` of them around ``centre``.

    In the unit of the picture: Hounsfield for a CT, else what the file stores.
    """

    centre: float
    width: float


@dataclass(frozen=True, slots=True)
class PictureView:
    """What of a file is the picture. The defaults leave the choice to the program.

    Parameters
    ----------
    frame : int
        Frame, page or volume, from 0.
    axis : str
        The slices of a volume: ``axial``, ``coronal`` or ``sagittal``; empty: axial.
    place : int, optional
        Which slice, from 0; None: the middle one.
    window : Window, optional
        For grey of more than eight bits; None: what the file says, else all its values.
    background : str
        The colour behind transparent pixels, ``#rrggbb`` in small letters.
    overlays : bool
        Whether the overlays of a DICOM file are drawn into the picture; the network then sees them.

    Raises
    ------
    WrongRequestError
        When a value makes no sense.
    """

    frame: int = 0
    axis: str = ""
    place: int | None = None
    window: Window | None = None
    background: str = WHITE
    overlays: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.frame < _MAX_PLACE or not 0 <= (self.place or 0) < _MAX_PLACE:
            raise _wrong("a frame or slice", "They count from 1.")
        if self.axis not in ("", *AXES):
            raise _wrong(f"the axis “{self.axis}”", f"Choose {', '.join(AXES[:-1])} or {AXES[-1]}.")
        if not _COLOUR.fullmatch(self.background):
            raise _wrong(f"the background “{self.background}”", "Write it as #rrggbb, #000000 for black.")
        window = self.window
        if window and not (isfinite(window.centre) and isfinite(window.width) and window.width > 0):
            raise _wrong("this window", "It needs a centre, and a width above 0.")

    @property
    def digest(self) -> str:
        """What identifies the view among those of a file: empty for the program's choice."""
        plain = self.to_dict()
        return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:16] if plain else ""

    def to_dict(self) -> dict[str, Any]:
        """Return what was chosen, as plain JSON values; what was left to the program is not named."""
        plain = asdict(self)
        return {one.name: plain[one.name] for one in fields(self) if getattr(self, one.name) != one.default}

    @staticmethod
    def from_dict(values: dict[str, Any]) -> "PictureView":
        """Return the view that :meth:`to_dict` described.

        Raises
        ------
        KeyError, TypeError, ValueError, WrongRequestError
            When the values are no description of a view.
        """
        window = values.get("window")
        place = values.get("place")
        return PictureView(
            int(values.get("frame", 0)),
            str(values.get("axis", "")),
            None if place is None else int(place),
            None if window is None else Window(float(window["centre"]), float(window["width"])),
            str(values.get("background", WHITE)),
            values.get("overlays", False) is True,
        )


def view_words(view: PictureView) -> str:
    """Say what was chosen, as people count: from 1; ``as the file comes`` where nothing was."""
    parts = []
    if view.frame:
        parts.append(translate(_CONTEXT, "frame {0}").format(view.frame + 1))
    if view.axis:
        parts.append(_AXIS_WORDS[view.axis]())
    if view.place is not None:
        parts.append(translate(_CONTEXT, "slice {0}").format(view.place + 1))
    if view.window is not None:
        words = translate(_CONTEXT, "window at {0}, {1} wide")
        parts.append(words.format(f"{view.window.centre:g}", f"{view.window.width:g}"))
    if view.background != WHITE:
        parts.append(translate(_CONTEXT, "background {0}").format(view.background))
    if view.overlays:
        parts.append(translate(_CONTEXT, "with overlays"))
    return ", ".join(parts) or translate(_CONTEXT, "as the file comes")


AS_IT_COMES = PictureView()
"""The view that the program chooses."""


@dataclass(frozen=True, slots=True)
class NamedWindow:
    """A window that is worth a button. ``name`` is a word of the file, or of :data:`CT_WINDOWS`."""

    name: str
    window: Window


CT_WINDOWS = (
    NamedWindow("Brain", Window(40.0, 80.0)),
    NamedWindow("Soft tissue", Window(50.0, 400.0)),
    NamedWindow("Lung", Window(-600.0, 1500.0)),
    NamedWindow("Bone", Window(480.0, 2500.0)),
)
"""Windows in Hounsfield units that radiologists use every day."""


@dataclass(frozen=True, slots=True)
class PictureChoices:
    """What can be chosen about the picture of a file.

    Parameters
    ----------
    n_frames : int
        How many frames, pages or volumes it has.
    slices : tuple of (str, int)
        Axes, and how many slices there are along each; empty for everything but volumes.
    values : tuple of float, optional
        The smallest and the largest value where a window can be chosen.
    window : Window, optional
        The window in use.
    unit : str
        Of values and windows: ``HU``, or empty where the file names none.
    windows : tuple of NamedWindow
        Windows to choose from.
    transparent : bool
        Whether some of its pixels are transparent.
    overlays : bool
        Whether it has overlays.
    """

    n_frames: int = 1
    slices: tuple[tuple[str, int], ...] = ()
    values: tuple[float, float] | None = None
    window: Window | None = None
    unit: str = ""
    windows: tuple[NamedWindow, ...] = ()
    transparent: bool = False
    overlays: bool = False

    def __bool__(self) -> bool:
        some = self.n_frames > 1 or any(count > 1 for _, count in self.slices)
        return some or self.values is not None or self.transparent or self.overlays


NO_CHOICES = PictureChoices()


@dataclass(frozen=True, slots=True, eq=False)
class SeenPicture:
    """A picture of a file as it is seen, and what a network is given of it.

    Parameters
    ----------
    view : PictureView
        What was asked for.
    picture_hwc_u8 : ndarray
        uint8 [height, width, 1 or 3], RGB; perhaps smaller than the picture.
    height, width : int
        Size of the whole picture in pixels.
    facts : dict
        What a person should know about it, as in an image's record.
    choices : PictureChoices
        What else can be chosen.
    input_hwc_u8 : ndarray, optional
        What the network is given, at its own size: uint8 [height, width, 1 or 3], RGB.
    """

    view: PictureView
    picture_hwc_u8: NDArray[np.uint8]
    height: int
    width: int
    facts: dict[str, str]
    choices: PictureChoices
    input_hwc_u8: NDArray[np.uint8] | None = None


def _wrong(what: str, hint: str) -> WrongRequestError:
    return WrongRequestError(f"A picture cannot be seen with {what}.", "", hint)
