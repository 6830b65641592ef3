"""DICOM files become the picture that a viewer shows: stored values → modality → window → grey [PS3.3, C.11].

Nothing that names a patient leaves this module: facts tell of pixels alone.
"""

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.core.picture_view import PictureChoices, PictureView
from deepintro_desktop.imaging.decoded import DecodedImage
from deepintro_desktop.imaging.dicom_grey import grey_of
from deepintro_desktop.imaging.dicom_jpeg import deep_jpeg_frame, is_deep_jpeg
from deepintro_desktop.imaging.dicom_overlays import has_overlays, overlay_mask_hw
from deepintro_desktop.imaging.levels import Levels

if TYPE_CHECKING:
    from pydicom import Dataset

Floats = NDArray[np.float64]

_CHOOSE = "Export the image as PNG from your viewer, without patient data, and add that file."
_PIXELS = ("PixelData", "FloatPixelData", "DoubleFloatPixelData")
_GREY = ("MONOCHROME1", "MONOCHROME2")
_OFTEN_WRITTEN_ON = ("US", "SC", "XC", "ES", "OT")
"""Modalities whose devices and programs write into the picture itself."""

_FULL_U8, _FULL_U16 = 255.0, 65535.0


class DicomPictures:
    """The frames of a DICOM file as a viewer shows them.

    Stored values go through the modality transformation (rescale or table), then through the first window or
    VOI table of the file, or the window of the view. Where there is none, the smallest to the largest value
    is spread over 0..255; values that only fill the frame (pixel padding) do not count. MONOCHROME1 is
    inverted; palettes and YBR become RGB.

    Parameters
    ----------
    data : bytes
        The file's content.
    name : str
        How messages call it.
    max_pixels : int
        Pixels that a frame may have.

    Raises
    ------
    UnreadableImageError
        When it holds no image, is damaged, too large, or compressed in a way that cannot be read.
    """

    def __init__(self, data: bytes, name: str, max_pixels: int) -> None:
        self._name = name
        self._dataset = _dataset(data, name)
        self._n_frames = _checked(self._dataset, name, max_pixels)
        self._held: tuple[int, NDArray[Any]] | None = None
        self._levels: Levels | None = None

    def picture(self, view: PictureView) -> DecodedImage:
        """Return one frame; by default the first."""
        dataset, name, frame = self._dataset, self._name, view.frame
        if frame >= self._n_frames:
            raise UnreadableImageError(
                f"{name} has no frame {frame + 1}.", f"It has {self._n_frames}.", "Choose one of these."
            )
        stored = self._stored(frame)
        facts = _facts(dataset, frame, self._n_frames)
        choices = PictureChoices(self._n_frames)
        photometric = str(dataset.PhotometricInterpretation)
        if photometric in _GREY:
            grey = grey_of(dataset, self._levels_of(stored), frame, view.window)
            facts["window"] = grey.text
            share = 1.0 - grey.share if photometric == "MONOCHROME1" else grey.share
            pixels = self._levels_of(stored).spread(_to_u8(share))[..., None]
            choices = grey.choices(self._n_frames)
        elif photometric == "PALETTE COLOR":
            pixels = _by_palette(dataset, stored, name)
        else:
            pixels = _colour(stored, photometric, facts)
        if has_overlays(dataset):
            choices = replace(choices, overlays=True)
            pixels = _with_overlays(pixels, dataset, view, facts)
        return DecodedImage(name, np.ascontiguousarray(pixels), "DICOM", facts, choices)

    def _stored(self, frame: int) -> NDArray[Any]:
        """Return the stored values of a frame; the last one is kept for the next window."""
        if self._held is None or self._held[0] != frame:
            self._held = (frame, _frame(self._dataset, self._name, frame, self._n_frames))
        return self._held[1]

    def _levels_of(self, stored: NDArray[Any]) -> Levels:
        if self._levels is None or self._levels.stored_hw is not stored:
            self._levels = Levels.of(stored)
        return self._levels


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


def _frame(dataset: "Dataset", name: str, frame: int, n_frames: int) -> NDArray[Any]:
    """Return the stored values of one frame: [rows, columns], or [rows, columns, 3] in RGB."""
    from pydicom.pixels import pixel_array

    try:
        if is_deep_jpeg(dataset):
            return deep_jpeg_frame(dataset, frame, n_frames)
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
    burned_in = str(dataset.get("BurnedInAnnotation", "")).strip().upper()
    if burned_in == "YES":
        facts["annotations"] = "text is burned into the pixels; it may name the patient"
    elif burned_in != "NO" and modality in _OFTEN_WRITTEN_ON:
        facts["annotations"] = "text may be burned into the pixels, as is usual for such pictures"
    if str(dataset.get("LossyImageCompression", "")).strip() == "01":
        ratio = dataset.get("LossyImageCompressionRatio")
        facts["compression"] = "compressed with loss" + (f", {_ratio(ratio)} : 1" if ratio else "")
    spacing = dataset.get("PixelSpacing") or dataset.get("PixelAspectRatio")
    if spacing and len(spacing) == 2 and abs(float(spacing[0]) / float(spacing[1] or 1) - 1.0) > 0.01:
        facts["spacing"] = f"pixels are not square: {float(spacing[0]):g} × {float(spacing[1]):g}"
    return facts


def _with_overlays(
    pixels: NDArray[np.uint8], dataset: "Dataset", view: PictureView, facts: dict[str, str]
) -> NDArray[np.uint8]:
    """Return the picture with its overlays in white where the view wants them, and say so."""
    if not view.overlays:
        facts["overlays"] = "overlays are not drawn: the network would take them for a part of the picture"
        return pixels
    facts["overlays"] = "overlays are drawn: the network takes them for a part of the picture"
    return np.where(overlay_mask_hw(dataset, view.frame)[..., None], np.uint8(255), pixels)


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


def _ratio(value: Any) -> str:
    """Return the ratio of the last compression."""
    last = value[-1] if hasattr(value, "append") else value
    return f"{float(last):g}"


def _to_u8(share: Floats) -> NDArray[np.uint8]:
    return np.floor(np.clip(share, 0.0, 1.0) * _FULL_U8 + 0.5).astype(np.uint8)


def _damaged(name: str, why: str) -> UnreadableImageError:
    return UnreadableImageError(f"{name} is damaged.", why, "Copy it from its source again.")
