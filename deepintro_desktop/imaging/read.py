"""Picture files become pixels, or one clear refusal. No other module opens pictures of unknown origin."""

import io
import logging
import os
import re
import threading
import unicodedata
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageOps

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.core.picture_view import AS_IT_COMES, PictureView
from deepintro_desktop.imaging import sniff
from deepintro_desktop.imaging.decoded import DecodedImage, Pictures
from deepintro_desktop.imaging.levels import Levels
from deepintro_desktop.imaging.modes import deep_levels, deep_to_hwc_u8, to_hwc_u8

FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP", "PPM")
"""Pillow's names of the formats that are opened; all its other readers stay closed to unknown files."""

MAX_MEGAPIXELS = 100
MAX_FILE_BYTES = 512 * 2**20

_READABLE = "PNG, JPEG, TIFF, GIF, BMP, WebP, PPM, DICOM and NIfTI"
_EXIF_ORIENTATION = 0x0112
_log = logging.getLogger(__name__)

# Pillow speaks through the warnings module, whose filters belong to the whole process: one reader at a time.
_reading = threading.Lock()


def read_image(source: Path | bytes, name: str = "", view: PictureView = AS_IT_COMES) -> DecodedImage:
    """Read a picture file of any origin; only its content decides what it is.

    The picture is turned upright by its EXIF orientation, transparent pixels are laid over the background of
    the view, and grey of more than eight bits is scaled as :func:`deepintro_desktop.imaging.grey.to_u8` says,
    or by the window of the view. Where the view leaves the choice to the program, the first frame stands for
    an animation, DICOM files are shown in their first window, NIfTI volumes at their middle axial slice.

    Parameters
    ----------
    source : Path or bytes
        The file, or its content.
    name : str
        How messages call the picture; by default the file's name.
    view : PictureView
        Which of its pictures; what makes no difference to the file is passed over.

    Raises
    ------
    UnreadableImageError
        When the file is missing, unreadable, no picture, damaged, cut short, too large, or of another format.
    """
    return open_picture(source, name).picture(view)


def open_picture(source: Path | bytes, name: str = "") -> "OpenedPicture":
    """Open a picture file as :func:`read_image` does, to see it in several ways."""
    if isinstance(source, bytes):
        name = shown_name(name or "The picture")
        data = source
    else:
        name = shown_name(name or source.name or str(source))
        data = read_file(source, name)
    _refuse_other_kinds(data, name)
    return OpenedPicture(data, name)


class OpenedPicture:
    """A picture file that can be seen in several ways; what is costly to decode is kept meanwhile.

    Parameters
    ----------
    data : bytes
        The file's content.
    name : str
        How messages call the picture.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        with _worded(data, name), _reading:
            self._pictures = _pictures(data, name)
        self._data = data

    def picture(self, view: PictureView = AS_IT_COMES) -> DecodedImage:
        """Return one of the file's pictures; raise ``UnreadableImageError`` where there is none such."""
        with _worded(self._data, self._name), _reading, _pillow_warnings() as heard:
            image = self._pictures.picture(view)
        damage = sorted({str(warning.message).strip() for warning in heard})
        if damage:
            image.facts["damage"] = f"the file has flaws that do not touch its pixels: {'; '.join(damage)}"
        return image


def shown_name(name: str) -> str:
    """Return a file's name as it can be shown and stored; what is no character becomes the mark �."""
    return "".join("\ufffd" if unicodedata.category(letter) in ("Cc", "Cs") else letter for letter in name)


def read_file(path: Path, name: str = "") -> bytes:
    """Return the content of a picture file, whatever it holds.

    Raises
    ------
    UnreadableImageError
        When it is missing, may not be read, is no ordinary file, or is larger than any picture should be.
    """
    name = shown_name(name or path.name or str(path))
    try:
        if path.is_dir():
            raise UnreadableImageError(f"{name} is a folder.", hint="Choose the pictures inside it.")
        if path.exists() and not path.is_file():
            raise UnreadableImageError(f"{name} is not an ordinary file.", hint="Choose a picture file.")
        n_bytes = path.stat().st_size
        if n_bytes > MAX_FILE_BYTES:
            raise UnreadableImageError(
                f"{name} is too large.",
                f"It has {n_bytes / 2**20:.0f} MiB; the limit is {MAX_FILE_BYTES // 2**20} MiB.",
                "Export it in a smaller size.",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableImageError(
            f"{name} does not exist.", "It was moved, renamed or deleted.", "Choose the file again."
        ) from error
    except PermissionError as error:
        raise UnreadableImageError(
            f"{name} may not be read.", "The system denies access to it.", "Ask its owner for permission."
        ) from error
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise UnreadableImageError(
            f"{name} could not be read.", f"The system says: {reason}.", "Copy it to this computer first."
        ) from error


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if not data:
        raise UnreadableImageError(f"{name} is empty.", hint="Copy or download it again.")
    if not (sniff.picture_kind(data) or sniff.is_dicom(data) or sniff.is_nifti(data)):
        raise UnreadableImageError(
            f"{name} is not a picture that can be read.",
            f"Its content is {sniff.describe(data)}, whatever its name says.",
            f"Choose a picture; {_READABLE} are read.",
        )


def _pictures(data: bytes, name: str) -> Pictures:
    """Open a file by its kind; loads the libraries of medical files only for them."""
    if sniff.is_dicom(data):
        from deepintro_desktop.imaging.dicom import DicomPictures

        return DicomPictures(data, name, MAX_MEGAPIXELS * 1_000_000)
    if sniff.is_nifti(data):
        from deepintro_desktop.imaging.nifti import NiftiPictures

        return NiftiPictures(data, name, MAX_MEGAPIXELS * 1_000_000)
    return _PillowPictures(data, name)


@contextmanager
def _worded(data: bytes, name: str) -> Iterator[None]:
    """Turn what libraries say of damaged files into a sentence."""
    try:
        yield
    except UnreadableImageError:
        raise
    except Image.DecompressionBombError as error:
        pixels = re.search(r"(\d+) pixels", str(error))
        raise _too_large(int(pixels[1]) if pixels else 0, name) from error
    except MemoryError as error:
        raise UnreadableImageError(
            f"{name} does not fit into memory.", hint="Close other programs, or export it in a smaller size."
        ) from error
    except Exception as error:  # Pillow raises a dozen types on hostile files, and elements may be anything
        _log.info("%s was refused: %r", name, error)
        raise UnreadableImageError(
            f"{name} is damaged.", _damage(data, error), "Copy or download it again."
        ) from error


@contextmanager
def _pillow_warnings() -> Iterator[list[warnings.WarningMessage]]:
    """Collect what Pillow warns of; what other threads warn of meanwhile is passed on afterwards."""
    heard: list[warnings.WarningMessage] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.filterwarnings("always", module=r"PIL(\.|$)")
        warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)  # our own limit decides
        yield heard
    for warning in caught:
        if f"{os.sep}PIL{os.sep}" in warning.filename:
            heard.append(warning)
        else:
            warnings.warn_explicit(warning.message, warning.category, warning.filename, warning.lineno)


def _damage(data: bytes, error: Exception) -> str:
    kind = sniff.picture_kind(data)
    if not kind:
        return "It is a DICOM or NIfTI file, but what it says of its picture makes no sense."
    if "truncated" in str(error).lower():
        return f"It begins as a {kind} picture, but its end is missing."
    return f"It begins as a {kind} picture, but what follows cannot be decoded."


def _too_large(n_pixels: int, name: str) -> UnreadableImageError:
    return UnreadableImageError(
        f"{name} is too large.",
        f"It claims to have {n_pixels / 1e6:.0f} megapixels; the limit is {MAX_MEGAPIXELS}.",
        "Export it in a smaller size, or cut out the part that matters.",
    )


class _PillowPictures:
    """What Pillow reads: still pictures, pages, animations."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        self._held: tuple[int, Levels, DecodedImage] | None = None

    def picture(self, view: PictureView) -> DecodedImage:
        """Return one frame; of deep grey the last one is kept for the next window."""
        if self._held is not None and self._held[0] == view.frame:
            _, levels, before = self._held
            facts = dict(before.facts)
            pixels, choices = deep_to_hwc_u8(levels, facts, view)
            choices = replace(choices, n_frames=before.choices.n_frames)
            return replace(before, pixels_hwc_u8=pixels, facts=facts, choices=choices)
        with Image.open(io.BytesIO(self._data), formats=FORMATS) as picture:
            if picture.width * picture.height > MAX_MEGAPIXELS * 1_000_000:
                raise _too_large(picture.width * picture.height, self._name)
            if view.frame:
                self._seek(picture, view.frame)
            return self._extract(picture, view)

    def _seek(self, picture: Image.Image, frame: int) -> None:
        """Go to a frame; the pages of a TIFF may have sizes of their own."""
        n_frames = _count_frames(picture)
        if frame >= n_frames:
            raise UnreadableImageError(
                f"{self._name} has no frame {frame + 1}.", f"It has {n_frames}.", "Choose one of these."
            )
        picture.seek(frame)
        if picture.width * picture.height > MAX_MEGAPIXELS * 1_000_000:
            raise _too_large(picture.width * picture.height, self._name)

    def _extract(self, picture: Image.Image, view: PictureView) -> DecodedImage:
        facts = {"mode": picture.mode, "stored_size": f"{picture.width} × {picture.height}"}
        kind = "JPEG" if picture.format == "MPO" else str(picture.format)
        if ";16" in str(getattr(picture, "tile", "")) and picture.mode in ("RGB", "RGBA", "CMYK"):
            facts["depth"] = "16 bits per channel reduced to 8"
        orientation = _orientation(picture, facts)
        picture.load()
        upright = ImageOps.exif_transpose(picture) if orientation != 1 else picture
        levels = deep_levels(upright)
        if levels is None:
            pixels, choices = to_hwc_u8(upright, facts, view)
        else:
            pixels, choices = deep_to_hwc_u8(levels, facts, view)
        n_frames = _count_frames(picture)
        if n_frames > 1:
            facts["frames"] = f"frame {view.frame + 1} of {n_frames}"
        image = DecodedImage(self._name, pixels, kind, facts, replace(choices, n_frames=n_frames))
        if levels is not None:
            self._held = (view.frame, levels, replace(image, pixels_hwc_u8=pixels[:0]))
        return image


def _orientation(picture: Image.Image, facts: dict[str, str]) -> int:
    try:
        orientation = picture.getexif().get(_EXIF_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - damaged EXIF data must not hide an intact picture
        facts["damage"] = "the file's EXIF data is damaged"
        return 1
    if not isinstance(orientation, int) or not 2 <= orientation <= 8:
        return 1
    facts["orientation"] = f"turned upright (EXIF orientation {orientation})"
    return orientation


def _count_frames(picture: Image.Image) -> int:
    """Count after decoding: a broken later frame does not spoil the first."""
    try:
        return int(getattr(picture, "n_frames", 1))
    except Exception:  # noqa: BLE001 - only a fact is lost
        return 1
