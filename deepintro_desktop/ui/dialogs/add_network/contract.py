"""What the presenter of the dialog shows, and what a dialog must be able to show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.records import SpecificationSource

if TYPE_CHECKING:
    from deepintro_desktop.jobs import JobFailure


class Mark(StrEnum):
    """How a row of the list of files stands."""

    FINE = "fine"
    NOTE = "note"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file, a finding or a fault in two lines; ``role`` names what ``action`` lets be chosen."""

    mark: Mark
    title: str
    detail: str
    role: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One part of the preparation, its value in words, and who says so."""

    name: str
    value: str
    source: SpecificationSource


@dataclass(frozen=True, slots=True)
class OptionRow:
    """Something of which the file has several; ``options`` begins with the one in use."""

    what: str
    options: tuple[str, ...]
    guessed: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Everything on the left of the dialog, and the headline on the right."""

    title: str
    text: str
    files: tuple[FileRow, ...]
    options: tuple[OptionRow, ...]
    checks: tuple[FileRow, ...]
    name: str


@dataclass(frozen=True, slots=True)
class PresetCard:
    """One preparation and what it gives.

    ``low`` and ``high`` are the values that pixels become, ``axis`` the ends of the number line of all cards.
    ``bars`` are labels and probabilities (0 to 1) for the picture in view, best first. ``sure`` is how
    decided the network is over all pictures, empty without pictures; ``detail`` is the line below.
    """

    key: str
    title: str
    formula: str
    low: float
    high: float
    axis: tuple[float, float]
    bars: tuple[tuple[str, float], ...] = ()
    sure: str = ""
    detail: str = ""
    recommended: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """A picture to try; ``id`` is of the library or of a visitor."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the program makes of the answers; ``warning`` is empty where nothing speaks against it."""

    text: str
    warning: str = ""


@dataclass(frozen=True, slots=True)
class OwnFields:
    """The preparation as a person types it: numbers as text, one number or one for each channel."""

    order: str
    resize: str
    scale: str
    mean: str
    std: str
    width: str
    height: str


class Ask(StrEnum):
    """What could turn a refusal into a network."""

    OTHER_FILE = "other-file"
    MISSING_FILE = "missing-file"
    STRUCTURE = "structure"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A network that cannot be added (yet): the files so far, what happened, and what would help.

    ``role`` is the missing file's, ``value`` the structure that is proposed.
    """

    files: tuple[FileRow, ...]
    failure: "JobFailure"
    ask: Ask
    role: str = ""
    value: str = ""


class AddNetworkView(Protocol):
    """The dialog."""

    def open_dialog(self) -> None:
        """Show the dialog over the window."""

    def close_dialog(self) -> None:
        """Go away; nothing is shown or asked afterwards."""

    def show_place(self, number: int, n_networks: int) -> None:
        """Say which of several networks this is; numbers count from 1."""

    def show_reading(self, name: str, fraction: float | None, message: str) -> None:
        """Say that a file is being read; ``fraction`` 0..1, None while unknown."""

    def show_refusal(self, refusal: Refusal) -> None:
        """Say why a file cannot be added, and offer what would help."""

    def show_found(self, found: Found) -> None:
        """Show what was read."""

    def show_fields(self, fields: Sequence[FieldRow]) -> None:
        """Show the preparation that is chosen, part by part."""

    def show_pictures(self, tiles: Sequence[Tile], chosen: str) -> None:
        """Show the pictures to try, one of them in view; none: say so."""

    def show_thumbnail(self, picture_id: str, picture_hwc_u8: NDArray[np.uint8]) -> None:
        """Put a picture, uint8 [height, width, 1 or 3], on its tile."""

    def show_cards(self, cards: Sequence[PresetCard], chosen: str) -> None:
        """Show the preparations side by side, one of them chosen."""

    def show_verdict(self, verdict: Verdict) -> None:
        """Say what the program recommends, and why."""

    def show_own(self, fields: OwnFields | None, *, grey: bool = False, is_size_open: bool = False) -> None:
        """Show fields to type a preparation into, or hide them; not all networks take other sizes."""

    def refresh_own(self, fields: OwnFields, *, grey: bool = False) -> None:
        """Follow another choice in the fields, where they are shown."""

    def show_own_problem(self, text: str) -> None:
        """Say what is wrong with what was typed; empty: nothing."""

    def show_keeping(self, is_keeping: bool) -> None:
        """Let nothing be changed while the network is stored."""

    def ask_files(self, title: str, filters: str, then: Callable[[tuple[Path, ...]], Any]) -> None:
        """Let files be chosen over the dialog."""
