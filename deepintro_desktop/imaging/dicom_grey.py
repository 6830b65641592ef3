"""Grey values of DICOM files: stored values → modality → window or table → grey [PS3.3, C.11]."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.picture_view import CT_WINDOWS, NamedWindow, PictureChoices, Window
from deepintro_desktop.imaging.grey import window_words
from deepintro_desktop.imaging.levels import Levels

if TYPE_CHECKING:
    from pydicom import Dataset

Floats = NDArray[np.float64]

_MAX_WORD = 24


@dataclass(frozen=True, slots=True, eq=False)
class DicomGrey:
    """The grey of every value of a frame, before MONOCHROME1 is inverted.

    Parameters
    ----------
    share : ndarray
        float64 like the values of the levels, from 0 (black) to 1 (white).
    text : str
        Which window or table made it.
    extremes : tuple of float, optional
        The smallest and the largest value, without padding; None where there is none.
    window : Window, optional
        The window in use; None where a table is.
    unit : str
        ``HU``, or empty where the file names none.
    windows : tuple of NamedWindow
        Those of the file, then those that are usual.
    """

    share: Floats
    text: str
    extremes: tuple[float, float] | None
    window: Window | None
    unit: str
    windows: tuple[NamedWindow, ...]

    def choices(self, n_frames: int) -> PictureChoices:
        """Return what can be chosen about a frame."""
        return PictureChoices(
            n_frames, values=self.extremes, window=self.window, unit=self.unit, windows=self.windows
        )


def grey_of(dataset: "Dataset", levels: Levels, frame: int, chosen: Window | None = None) -> DicomGrey:
    """Return a frame in grey.

    Parameters
    ----------
    dataset : Dataset
        The file.
    levels : Levels
        The frame's stored values.
    frame : int
        Its number, from 0.
    chosen : Window, optional
        A person's window, in place of the file's own.
    """
    values = _by_modality(dataset, levels.values, frame)
    extremes = _extremes(values[levels.occurs & ~_padding(dataset, levels.values)])
    group = _group(dataset, frame, "FrameVOILUTSequence")
    function = str(group.get("VOILUTFunction") or "LINEAR").upper()
    own = _windows(group)
    unit = _unit(dataset, frame)
    windows = _named(own, group) + (CT_WINDOWS if unit == "HU" else ())
    if chosen is not None:
        share, text, window = windowed(values, chosen, function), window_words(chosen), chosen
    elif "VOILUTSequence" in dataset and "WindowCenter" not in group:
        share, text, window = _by_voi_table(dataset, values), "a table of the file", None
    elif own:
        window = own[0]
        share = windowed(values, window, function)
        text = f"window at {window.centre:g}, {window.width:g} wide"
    elif extremes is None:
        share, text, window = np.zeros_like(values), "no value in the file", None
    else:
        low, high = extremes
        share = np.nan_to_num(np.clip((values - low) / (high - low or 1.0), 0.0, 1.0), nan=0.0)
        text = f"no window in the file: {low:g} to {high:g}"
        window = Window((low + high) / 2, max(high - low, 1.0))
    return DicomGrey(share, text, extremes, window, unit, windows)


def windowed(values: Floats, window: Window, function: str = "LINEAR") -> Floats:
    """Return grey from 0 to 1 of values in a window [PS3.3, C.11.2.1.2 and C.11.2.1.3].

    ``function``: ``LINEAR``, ``LINEAR_EXACT`` or ``SIGMOID``; another counts as ``LINEAR``.
    """
    centre, width = window.centre, window.width
    if function == "SIGMOID":
        return 1.0 / (1.0 + np.exp(np.clip(-4.0 * (values - centre) / width, -700.0, 700.0)))
    if function == "LINEAR_EXACT":
        return np.clip((values - centre) / width + 0.5, 0.0, 1.0)
    if width <= 1.0:
        return (values > centre - 0.5).astype(np.float64)
    return np.clip((values - (centre - 0.5)) / (width - 1.0) + 0.5, 0.0, 1.0)


def _windows(group: "Dataset") -> tuple[Window, ...]:
    """Return the windows of the file that make sense, in its order."""
    pairs = zip(_numbers(group.get("WindowCenter")), _numbers(group.get("WindowWidth")), strict=False)
    return tuple(
        Window(centre, width) for centre, width in pairs if np.isfinite(centre) and 0 < width < np.inf
    )


def _named(windows: tuple[Window, ...], group: "Dataset") -> tuple[NamedWindow, ...]:
    """Return the windows of the file with its words for them; one alone without words needs no button."""
    words = _several(group.get("WindowCenterWidthExplanation"))
    if len(windows) < 2 and not words:
        return ()
    return tuple(
        NamedWindow(str(words[place])[:_MAX_WORD] if place < len(words) else f"{place + 1}", window)
        for place, window in enumerate(windows)
    )


def _unit(dataset: "Dataset", frame: int) -> str:
    """Return ``HU`` for a CT, whose values are that unless the file says otherwise [PS3.3, C.8.2.1]."""
    group = _group(dataset, frame, "PixelValueTransformationSequence")
    named = str(group.get("RescaleType") or "").strip().upper()
    is_ct = str(dataset.get("Modality", "")).strip().upper() == "CT"
    return "HU" if named == "HU" or (is_ct and not named) else ""


def _group(dataset: "Dataset", frame: int, name: str) -> "Dataset":
    """Return where a frame says something: its own group, the one that all frames share, or the file."""
    for keyword, place in (
        ("PerFrameFunctionalGroupsSequence", frame),
        ("SharedFunctionalGroupsSequence", 0),
    ):
        groups = dataset.get(keyword) or []
        inner = groups[place].get(name) if place < len(groups) else None
        if inner:
            return inner[0]
    return dataset


def _by_modality(dataset: "Dataset", stored: NDArray[Any], frame: int) -> Floats:
    from pydicom.pixels import apply_modality_lut

    if dataset.get("ModalityLUTSequence"):
        return np.asarray(apply_modality_lut(stored, dataset), np.float64)
    group = _group(dataset, frame, "PixelValueTransformationSequence")
    slope, intercept = _number(group.get("RescaleSlope")), _number(group.get("RescaleIntercept"))
    return stored.astype(np.float64) * (1.0 if slope is None else slope) + (intercept or 0.0)


def _by_voi_table(dataset: "Dataset", values: Floats) -> Floats:
    from pydicom.pixels import apply_voi

    table = dataset.VOILUTSequence[0]
    bits = int(table.LUTDescriptor[2]) or 16
    return np.asarray(apply_voi(np.rint(values).astype(np.int64), dataset), np.float64) / (2.0**bits - 1.0)


def _extremes(values: Floats) -> tuple[float, float] | None:
    known = values[np.isfinite(values)]
    return (float(known.min()), float(known.max())) if known.size else None


def _padding(dataset: "Dataset", stored: NDArray[Any]) -> NDArray[np.bool_]:
    value = _number(dataset.get("PixelPaddingValue"))
    if value is None:
        return np.zeros(stored.shape, bool)
    other = _number(dataset.get("PixelPaddingRangeLimit"))
    low, high = sorted((value, value if other is None else other))
    return (stored >= low) & (stored <= high)


def _several(value: Any) -> list[Any]:
    """Return the values of an element that may have none, one or several."""
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, (list, tuple)) or hasattr(value, "append") else [value]


def _numbers(value: Any) -> list[float]:
    """Return numbers in the order of the file; what is none counts as not a number."""
    found = []
    for one in _several(value):
        try:
            found.append(float(one))
        except (TypeError, ValueError):
            found.append(float("nan"))
    return found


def _number(value: Any) -> float | None:
    """Return the first of one or several numbers; None where there is none that makes sense."""
    found = _numbers(value)
    return found[0] if found and np.isfinite(found[0]) else None
