"""NIfTI volumes become one slice, seen as radiologists see it: the patient's right at the left."""

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.core.picture_view import AXES, PictureChoices, PictureView, Window
from deepintro_desktop.imaging.decoded import DecodedImage
from deepintro_desktop.imaging.grey import window_words

if TYPE_CHECKING:
    from nibabel.spatialimages import SpatialImage

_MAX_VOLUME_BYTES = 2 * 2**30
_NUMBERS = {"sagittal": 0, "coronal": 1, "axial": 2}
_RIMS = {
    "sagittal": "left is anterior, top is superior",
    "coronal": "left is the patient's right, top is superior",
    "axial": "left is the patient's right, top is anterior",
}


class NiftiPictures:
    """The slices of a NIfTI volume, version 1 or 2, packed by gzip or not.

    The volume is turned to the nearest anatomical axes. Its smallest to largest finite value is spread over
    0..255, the same for all slices, so that they can be compared, unless the view has a window; values that
    are not finite become black. Slices count from 0 at the feet, the back or the left.

    Parameters
    ----------
    data : bytes
        The file's content.
    name : str
        How messages call it.
    max_pixels : int
        Pixels that a slice may have.

    Raises
    ------
    UnreadableImageError
        When it is damaged, too large, or holds what is no picture.
    """

    def __init__(self, data: bytes, name: str, max_pixels: int) -> None:
        self._name = name
        self._max_pixels = max_pixels
        self._image = _opened(_unpacked(data, name), name)
        self._held: tuple[int, _Volume] | None = None

    def picture(self, view: PictureView) -> DecodedImage:
        """Return one slice of one volume; by default the middle axial one of the first."""
        name, volume = self._name, self._volume(view.frame)
        values = volume.values
        axis = view.axis or AXES[0]
        n_slices = values.shape[_NUMBERS[axis]]
        place = n_slices // 2 if view.place is None else view.place
        if not 0 <= place < n_slices:
            raise UnreadableImageError(
                f"{name} has no {axis} slice {place + 1}.", f"It has {n_slices}.", "Choose one of these."
            )
        values = np.flip(np.take(values, place, _NUMBERS[axis]), (0, 1)).swapaxes(0, 1)
        if values.shape[0] * values.shape[1] > self._max_pixels:
            raise UnreadableImageError(f"{name} is too large.", hint="Export the part that matters.")
        facts = dict(volume.facts)
        facts["slice"] = f"{axis} slice {place + 1} of {n_slices}"
        facts["orientation"] = _RIMS[axis]
        facts["stored_size"] = f"{values.shape[1]} × {values.shape[0]}"
        pixels = values if volume.is_colour else _grey(values, volume, view.window, facts)[..., None]
        return DecodedImage(name, np.ascontiguousarray(pixels), "NIfTI", facts, self._choices(volume, view))

    def _volume(self, number: int) -> "_Volume":
        """Return a volume; the one that was asked for last is kept, because its slices are, too."""
        if self._held is None or self._held[0] != number:
            self._held = (number, _volume(self._image, number, self._name))
        return self._held[1]

    def _choices(self, volume: "_Volume", view: PictureView) -> PictureChoices:
        slices = tuple((axis, volume.values.shape[_NUMBERS[axis]]) for axis in AXES)
        n_volumes = _n_volumes(self._image)
        if volume.is_colour:
            return PictureChoices(n_volumes, slices)
        low, high = volume.extremes
        whole = Window((low + high) / 2, max(high - low, 1e-9))
        return PictureChoices(n_volumes, slices, (low, high), view.window or whole)


@dataclass(frozen=True, slots=True, eq=False)
class _Volume:
    """Values [x, y, z] to the right, front and head, or with colours [x, y, z, 3]."""

    values: NDArray[Any]
    extremes: tuple[float, float]
    facts: dict[str, str]

    @property
    def is_colour(self) -> bool:
        return self.values.ndim == 4


def _unpacked(data: bytes, name: str) -> bytes:
    if data[:2] != b"\x1f\x8b":
        return data
    try:
        unpacker = zlib.decompressobj(wbits=31)
        content = unpacker.decompress(data, _MAX_VOLUME_BYTES)
    except (zlib.error, MemoryError) as error:
        raise _damaged(name) from error
    if unpacker.unconsumed_tail:
        raise UnreadableImageError(f"{name} is too large.", hint="Export the part that matters.")
    return content


def _opened(content: bytes, name: str) -> "SpatialImage":
    import nibabel

    kinds = (nibabel.Nifti1Image, nibabel.Nifti2Image)
    try:
        kind = kinds[0] if content[344:346] in (b"n+", b"ni") else kinds[1]
        image: SpatialImage = kind.from_bytes(content)
        shape = tuple(image.shape)
    except Exception as error:  # nibabel raises many types on damaged files
        raise _damaged(name) from error
    if len(shape) < 2 or 0 in shape:
        raise _damaged(name)
    return image


def _n_volumes(image: "SpatialImage") -> int:
    return int(np.prod(image.shape[3:], dtype=np.int64))


def _volume(image: "SpatialImage", number: int, name: str) -> _Volume:
    import nibabel

    n_volumes = _n_volumes(image)
    if number >= n_volumes:
        raise UnreadableImageError(
            f"{name} has no volume {number + 1}.", f"It has {n_volumes}.", "Choose one of these."
        )
    facts = {"mode": f"{image.get_data_dtype()}"}
    try:
        if len(image.shape) > 3:
            place = np.unravel_index(number, image.shape[3:])
            image = image.slicer[(..., *(slice(one, one + 1) for one in map(int, place)))]
        upright = nibabel.as_closest_canonical(image)
        values = np.asanyarray(upright.dataobj)
    except Exception as error:  # nibabel raises many types on damaged files
        raise _damaged(name) from error
    if n_volumes > 1:
        facts["frames"] = f"volume {number + 1} of {n_volumes}"
    zooms = [float(size) for size in upright.header.get_zooms()[:3]]
    if len(zooms) == 3 and max(zooms) > 1.01 * min(zooms):
        sizes = " × ".join(f"{size:g}" for size in zooms)
        facts["spacing"] = f"voxels are not cubes: {sizes}"
    values = _checked(values, name)
    return _Volume(values, (0.0, 255.0) if values.ndim == 4 else _extremes(values, facts), facts)


def _checked(values: NDArray[Any], name: str) -> NDArray[Any]:
    if values.ndim == 2:
        values = values[..., None]
    values = values.reshape(*values.shape[:3], -1)[..., 0]
    if values.dtype.names and set(values.dtype.names) >= {"R", "G", "B"}:
        return np.stack([values[channel] for channel in "RGB"], -1).astype(np.uint8)
    if values.dtype.kind not in "iufb":
        raise UnreadableImageError(
            f"{name} holds no picture.", f"Its values are {values.dtype}.", "Choose a volume of intensities."
        )
    return values


def _extremes(values: NDArray[Any], facts: dict[str, str]) -> tuple[float, float]:
    finite = np.isfinite(values)
    n_lost = values.size - int(np.count_nonzero(finite))
    if n_lost:
        facts["depth"] = f"{n_lost} values that are not finite are black"
    known = values[finite] if n_lost else values
    return (float(known.min()), float(known.max())) if known.size else (0.0, 0.0)


def _grey(
    values: NDArray[Any], volume: _Volume, window: Window | None, facts: dict[str, str]
) -> NDArray[np.uint8]:
    low, high = volume.extremes
    facts["window"] = f"the volume's values {low:g} to {high:g}"
    if window is not None:
        low, high = window.centre - window.width / 2, window.centre + window.width / 2
        facts["window"] = window_words(window)
    known = np.where(np.isfinite(values), values, low).astype(np.float64)
    share = np.clip((known - low) / (high - low or 1.0), 0.0, 1.0)
    return np.floor(share * 255.0 + 0.5).astype(np.uint8)


def _damaged(name: str) -> UnreadableImageError:
    return UnreadableImageError(
        f"{name} is damaged.", "It begins as a NIfTI volume, but the rest does not fit.", "Copy it again."
    )
