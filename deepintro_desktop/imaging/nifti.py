"""NIfTI volumes become one slice, seen as radiologists see it: the patient's right at the left."""

import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import UnreadableImageError
from deepintro_desktop.imaging.decoded import DecodedImage

if TYPE_CHECKING:
    from nibabel.spatialimages import SpatialImage

_MAX_VOLUME_BYTES = 2 * 2**30
_AXES = {"sagittal": 0, "coronal": 1, "axial": 2}
_RIMS = {
    "sagittal": "left is anterior, top is superior",
    "coronal": "left is the patient's right, top is superior",
    "axial": "left is the patient's right, top is anterior",
}


def read_nifti(
    data: bytes, name: str, max_pixels: int, axis: str = "axial", place: int | None = None
) -> DecodedImage:
    """Return one slice of a NIfTI volume, version 1 or 2, packed by gzip or not.

    The volume is turned to the nearest anatomical axes. Its smallest to largest finite value is spread over
    0..255, the same for all slices, so that they can be compared; values that are not finite become black. Of
    several volumes the first is taken.

    Parameters
    ----------
    data : bytes
        The file's content.
    name : str
        How messages call it.
    max_pixels : int
        Pixels that a slice may have.
    axis : str
        ``axial``, ``coronal`` or ``sagittal``.
    place : int, optional
        Which slice, from 0 at the feet, the back or the left; by default the middle one.

    Raises
    ------
    UnreadableImageError
        When it is damaged, too large, or holds what is no picture.
    """
    volume, facts = _volume(_unpacked(data, name), name)
    n_slices = volume.shape[_AXES[axis]]
    place = n_slices // 2 if place is None else place
    if not 0 <= place < n_slices:
        raise UnreadableImageError(
            f"{name} has no {axis} slice {place + 1}.", f"It has {n_slices}.", "Choose one of these."
        )
    values = np.flip(np.take(volume, place, _AXES[axis]), (0, 1)).swapaxes(0, 1)
    if values.shape[0] * values.shape[1] > max_pixels:
        raise UnreadableImageError(f"{name} is too large.", hint="Export the part that matters.")
    facts["slice"] = f"{axis} slice {place + 1} of {n_slices}"
    facts["orientation"] = _RIMS[axis]
    facts["stored_size"] = f"{values.shape[1]} × {values.shape[0]}"
    pixels = values if volume.ndim == 4 else _spread(values, volume, facts)[..., None]
    return DecodedImage(name, np.ascontiguousarray(pixels), "NIfTI", facts)


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


def _volume(content: bytes, name: str) -> tuple[NDArray[Any], dict[str, str]]:
    """Return the first volume [x, y, z] to the right, front and head, or with colours [x, y, z, 3]."""
    import nibabel

    kinds = (nibabel.Nifti1Image, nibabel.Nifti2Image)
    try:
        kind = kinds[0] if content[344:346] in (b"n+", b"ni") else kinds[1]
        image: SpatialImage = kind.from_bytes(content)
        shape, facts = tuple(image.shape), {"mode": f"{image.get_data_dtype()}"}
        if len(shape) < 2 or 0 in shape:
            raise _damaged(name)
        upright = nibabel.as_closest_canonical(image)
        values = np.asanyarray(upright.dataobj)
    except UnreadableImageError:
        raise
    except Exception as error:  # nibabel raises many types on damaged files
        raise _damaged(name) from error
    if len(shape) > 3 and int(np.prod(shape[3:])) > 1:
        facts["frames"] = f"volume 1 of {int(np.prod(shape[3:]))}"
    zooms = [float(size) for size in upright.header.get_zooms()[:3]]
    if len(zooms) == 3 and max(zooms) > 1.01 * min(zooms):
        facts["spacing"] = "voxels are not cubes: " + " × ".join(f"{size:g}" for size in zooms)
    return _checked(values, name), facts


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


def _spread(values: NDArray[Any], volume: NDArray[Any], facts: dict[str, str]) -> NDArray[np.uint8]:
    finite = np.isfinite(volume)
    n_lost = volume.size - int(np.count_nonzero(finite))
    known = volume[finite] if n_lost else volume
    low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 0.0)
    facts["window"] = f"the volume's values {low:g} to {high:g}"
    if n_lost:
        facts["depth"] = f"{n_lost} values that are not finite are black"
    share = np.clip((values.astype(np.float64) - low) / (high - low or 1.0), 0.0, 1.0)
    return np.floor(np.nan_to_num(share, nan=0.0) * 255.0 + 0.5).astype(np.uint8)


def _damaged(name: str) -> UnreadableImageError:
    return UnreadableImageError(
        f"{name} is damaged.", "It begins as a NIfTI volume, but the rest does not fit.", "Copy it again."
    )
