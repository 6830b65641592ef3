"""DICOM files become the picture that a viewer shows: stored values → modality → window → grey [PS3.3, C.11].

Nothing that names a patient leaves this module: facts tell of pixels alone.
"""

import io
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.imaging.decoded import DecodedImage

if TYPE_CHECKING:
    from pydicom import Dataset

Floats = NDArray[np.float64]

_CHOOSE = "Export the image as PNG from your viewer, without patient data, and add that file."
_PIXELS = ("PixelData", "FloatPixelData", "DoubleFloatPixelData")
_GREY = ("MONOCHROME1", "MONOCHROME2")
_FULL_U8, _FULL_U16 = 255.0, 65535.0


def read_dicom(data: bytes, name: str, max_pixels: int, frame: int = 0) -> DecodedImage:
    """Return one frame of a DICOM file as a viewer shows it at first.

    Stored values go through the modality transformation (rescale or table), then through the first window or
    VOI table of the file. Where it has none, the smallest to the largest value is spread over 0..255; values
    that only fill the frame (pixel padding) do not count. MONOCHROME1 is inverted; palettes and YBR become
    RGB.

    Parameters
    ----------
    data : bytes
        The file's content.
    name : str
        How messages call it.
    max_pixels : int
        Pixels that a frame may have.
    frame : int
        Which frame, from 0.

    Raises
    ------
    UnreadableImageError
        When it holds no image, is damaged, too large, or compressed in a way that cannot be read.
    """
    dataset = _dataset(data, name)
    n_frames = _checked(dataset, name, max_pixels)
    if not 0 <= frame < n_frames:
        raise UnreadableImageError(
            f"{name} has no frame {frame + 1}.", f"It has {n_frames}.", "Choose one of these."
        )
    stored = _frame(dataset, name, frame)
    facts = _facts(dataset, frame, n_frames)
    photometric = str(dataset.PhotometricInterpretation)
    if photometric in _GREY:
        grey = _grey(dataset, stored, frame, facts)
        pixels = _to_u8(1.0 - grey if photometric == "MONOCHROME1" else grey)[..., None]
    elif photometric == "PALETTE COLOR":
        pixels = _by_palette(dataset, stored, name)
    else:
        pixels = _colour(stored, photometric, facts)
    return DecodedImage(name, np.ascontiguousarray(pixels), "DICOM", facts)


def _dataset(data: bytes, name: str) -> "Dataset":
    import pydicom

    try:
        return pydicom.dcmread(io.BytesIO(data), force=True)
    except Exception as error:  # pydicom raises many types on damaged files
        raise _damaged(name, "What follows its beginning cannot be decoded.") from error


def _checked(dataset: "Dataset", name: str, max_pixels: int) -> int:
    """Return the number of frames of a file that holds a picture; refuse every other."""
    if not any(keyword in dataset for keyword in _PIXELS):
        raise UnreadableImageError(
            f"{name} holds no image.",
            f"It is a DICOM file, but {_content(dataset)}.",
            "Choose a file of the image series itself.",
        )
    try:
        rows, columns = int(dataset.Rows), int(dataset.Columns)
        n_frames = int(dataset.get("NumberOfFrames") or 1)
        bits, _ = int(dataset.BitsAllocated), str(dataset.PhotometricInterpretation)
    except (AttributeError, TypeError, ValueError) as error:
        raise _damaged(name, "What it says about the size of its image is missing or wrong.") from error
    if bits == 1:
        raise UnreadableImageError(
            f"{name} is a segmentation.",
            "It marks places on another image and is no picture itself.",
            "Choose a file of the image series that it belongs to.",
        )
    if rows * columns > max_pixels:
        raise UnreadableImageError(
            f"{name} is too large.",
            f"It claims to have {rows * columns / 1e6:.0f} megapixels; the limit is {max_pixels // 10**6}.",
            "Export the part that matters.",
        )
    if rows < 1 or columns < 1 or n_frames < 1:
        raise _damaged(name, "It says that its image is empty.")
    return n_frames


def _content(dataset: "Dataset") -> str:
    modality = str(dataset.get("Modality", "")).strip()
    return f"of the kind {modality}, which has no pixels" if modality else "without pixels"


def _frame(dataset: "Dataset", name: str, frame: int) -> NDArray[Any]:
    """Return the stored values of one frame: [rows, columns], or [rows, columns, 3] in RGB."""
    from pydicom.pixels import pixel_array

    try:
        values: NDArray[Any] = pixel_array(dataset, index=frame)
        return values
    except MemoryError:
        raise
    except Exception as error:
        syntax = getattr(dataset, "file_meta", {}).get("TransferSyntaxUID")
        kind = getattr(syntax, "name", "") or "an unknown way"
        text = str(error).lower()
        if "less than expected" in text or "end of" in text or "truncated" in text:
            raise _damaged(name, "Its header is whole, but a part of its pixels is missing.") from error
        raise UnreadableImageError(
            f"The pixels of {name} cannot be decoded.", f"They are stored as {kind}.", _CHOOSE
        ) from error


def _facts(dataset: "Dataset", frame: int, n_frames: int) -> dict[str, str]:
    """Say what a person should know about the picture; nothing about the patient."""
    bits, photometric = int(dataset.get("BitsStored", 0)), str(dataset.PhotometricInterpretation)
    facts = {
        "mode": f"{photometric}, {bits} bits",
        "stored_size": f"{int(dataset.Columns)} × {int(dataset.Rows)}",
    }
    modality = str(dataset.get("Modality", "")).strip()
    if modality.isalnum() and len(modality) <= 4:
        facts["modality"] = modality
    if n_frames > 1:
        facts["frames"] = f"frame {frame + 1} of {n_frames}"
    if str(dataset.get("BurnedInAnnotation", "")).strip().upper() == "YES":
        facts["annotations"] = "text is burned into the pixels; it may name the patient"
    if any(element.tag.group in range(0x6000, 0x6100, 2) for element in dataset):
        facts["overlays"] = "overlays are not drawn: the network would take them for a part of the picture"
    spacing = dataset.get("PixelSpacing") or dataset.get("PixelAspectRatio")
    if spacing and len(spacing) == 2 and abs(float(spacing[0]) / float(spacing[1] or 1) - 1.0) > 0.01:
        facts["spacing"] = f"pixels are not square: {float(spacing[0]):g} × {float(spacing[1]):g}"
    return facts


def _grey(dataset: "Dataset", stored: NDArray[Any], frame: int, facts: dict[str, str]) -> Floats:
    """Return grey from 0 (black) to 1 (white), float64 [rows, columns], before MONOCHROME1 is inverted."""
    values = _by_modality(dataset, stored, frame)
    window = _group(dataset, frame, "FrameVOILUTSequence")
    if "VOILUTSequence" in dataset and "WindowCenter" not in window:
        return _by_voi_table(dataset, values, facts)
    centre, width = _first(window.get("WindowCenter")), _first(window.get("WindowWidth"))
    if centre is None or width is None or width <= 0:
        return _spread(values, _padding(dataset, stored), facts)
    function = str(window.get("VOILUTFunction") or "LINEAR").upper()
    facts["window"] = f"window at {centre:g}, {width:g} wide"
    return windowed(values, centre, width, function)


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
    slope, intercept = _first(group.get("RescaleSlope")), _first(group.get("RescaleIntercept"))
    return stored.astype(np.float64) * (1.0 if slope is None else slope) + (intercept or 0.0)


def windowed(values: Floats, centre: float, width: float, function: str = "LINEAR") -> Floats:
    """Return grey from 0 to 1 of values in a window [PS3.3, C.11.2.1.2 and C.11.2.1.3].

    ``function``: ``LINEAR``, ``LINEAR_EXACT`` or ``SIGMOID``; another counts as ``LINEAR``.
    """
    if function == "SIGMOID":
        return 1.0 / (1.0 + np.exp(np.clip(-4.0 * (values - centre) / width, -700.0, 700.0)))
    if function == "LINEAR_EXACT":
        return np.clip((values - centre) / width + 0.5, 0.0, 1.0)
    if width <= 1.0:
        return (values > centre - 0.5).astype(np.float64)
    return np.clip((values - (centre - 0.5)) / (width - 1.0) + 0.5, 0.0, 1.0)


def _by_voi_table(dataset: "Dataset", values: Floats, facts: dict[str, str]) -> Floats:
    from pydicom.pixels import apply_voi

    table = dataset.VOILUTSequence[0]
    bits = int(table.LUTDescriptor[2]) or 16
    facts["window"] = "a table of the file"
    return np.asarray(apply_voi(np.rint(values).astype(np.int64), dataset), np.float64) / (2.0**bits - 1.0)


def _spread(values: Floats, is_padding: NDArray[np.bool_], facts: dict[str, str]) -> Floats:
    known = values[~is_padding & np.isfinite(values)]
    if known.size == 0:
        return np.zeros_like(values)
    low, high = float(known.min()), float(known.max())
    facts["window"] = f"no window in the file: {low:g} to {high:g}"
    spread = np.clip((values - low) / (high - low or 1.0), 0.0, 1.0)
    return np.nan_to_num(spread, nan=0.0)


def _padding(dataset: "Dataset", stored: NDArray[Any]) -> NDArray[np.bool_]:
    value = _first(dataset.get("PixelPaddingValue"))
    if value is None:
        return np.zeros(stored.shape, bool)
    other = _first(dataset.get("PixelPaddingRangeLimit"))
    low, high = sorted((value, value if other is None else other))
    return (stored >= low) & (stored <= high)


def _by_palette(dataset: "Dataset", stored: NDArray[Any], name: str) -> NDArray[np.uint8]:
    from pydicom.pixels import apply_color_lut

    try:
        colours = apply_color_lut(stored, dataset)
    except Exception as error:
        raise _damaged(name, "Its table of colours is missing or wrong.") from error
    full = _FULL_U8 if colours.dtype == np.uint8 else _FULL_U16
    return _to_u8(colours[..., :3].astype(np.float64) / full)


def _colour(stored: NDArray[Any], photometric: str, facts: dict[str, str]) -> NDArray[np.uint8]:
    if photometric.startswith("YBR"):
        facts["colours"] = f"{photometric} converted to RGB"
    if stored.dtype == np.uint8:
        return stored[..., :3]
    facts["depth"] = "16 bits per channel reduced to 8"
    return _to_u8(stored[..., :3].astype(np.float64) / _FULL_U16)


def _to_u8(share: Floats) -> NDArray[np.uint8]:
    return np.floor(np.clip(share, 0.0, 1.0) * _FULL_U8 + 0.5).astype(np.uint8)


def _first(value: Any) -> float | None:
    """Return the first of one or several numbers; None where there is none that makes sense."""
    try:
        several = value if isinstance(value, (list, tuple)) or hasattr(value, "append") else [value]
        number = float(several[0])
    except (TypeError, ValueError, IndexError):
        return None
    return number if np.isfinite(number) else None


def _damaged(name: str, why: str) -> UnreadableImageError:
    return UnreadableImageError(f"{name} is damaged.", why, "Copy it from its source again.")
