"""Overlays of DICOM files: lines and letters beside the pixels [PS3.3, C.9.2; PS3.5, 8.1.2]."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from pydicom import Dataset

_GROUPS = range(0x6000, 0x6020, 2)
_ROWS, _COLUMNS, _FRAMES, _ORIGIN, _FIRST_FRAME = 0x0010, 0x0011, 0x0015, 0x0050, 0x0051
_BITS_ALLOCATED, _BIT, _DATA = 0x0100, 0x0102, 0x3000


def has_overlays(dataset: "Dataset") -> bool:
    """Tell whether a file has overlays at all."""
    return any(True for _ in _groups(dataset))


def overlay_mask_hw(dataset: "Dataset", frame: int) -> NDArray[np.bool_]:
    """Return where any overlay of a frame draws: bool [rows, columns].

    Overlays are packed into single bits of their own, or lie in bits of the pixels that hold no value
    (the older way, for uncompressed pixels). Parts outside the picture are left out; one that cannot be read
    draws nothing.

    Parameters
    ----------
    dataset : Dataset
        The file.
    frame : int
        Its number, from 0.
    """
    mask = np.zeros((int(dataset.Rows), int(dataset.Columns)), bool)
    for group in _groups(dataset):
        try:
            _draw(dataset, group, frame, mask)
        except (TypeError, ValueError, IndexError, AttributeError):
            continue
    return mask


def _groups(dataset: "Dataset") -> Iterator[int]:
    return (group for group in _GROUPS if (group, _ROWS) in dataset)


def _draw(dataset: "Dataset", group: int, frame: int, mask: NDArray[np.bool_]) -> None:
    """Add one overlay to the mask."""
    height, width = int(_value(dataset, group, _ROWS, 0)), int(_value(dataset, group, _COLUMNS, 0))
    n_frames = int(_value(dataset, group, _FRAMES, 1) or 1)
    number = frame - (int(_value(dataset, group, _FIRST_FRAME, 1) or 1) - 1) if n_frames > 1 else 0
    if not 0 <= number < n_frames or height < 1 or width < 1:
        return
    if (group, _DATA) in dataset:
        drawn = _packed(dataset[group, _DATA].value, height, width, number)
    else:
        drawn = _embedded(dataset, frame, int(_value(dataset, group, _BIT, 0)), (height, width))
    top, left = (int(place) - 1 for place in _value(dataset, group, _ORIGIN, (1, 1)))
    rows, columns = _overlap(top, height, mask.shape[0]), _overlap(left, width, mask.shape[1])
    mask[rows, columns] |= drawn[
        rows.start - top : rows.stop - top, columns.start - left : columns.stop - left
    ]


def _packed(data: bytes, height: int, width: int, number: int) -> NDArray[np.bool_]:
    """Return an overlay whose bits follow each other without gaps, the lowest first."""
    first = number * height * width
    chunk = data[first // 8 : (first + height * width + 7) // 8]
    bits = np.unpackbits(np.frombuffer(chunk, np.uint8), bitorder="little")[first % 8 :]
    return bits[: height * width].reshape(height, width).astype(bool)


def _embedded(dataset: "Dataset", frame: int, bit: int, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Return one bit of the pixels as they stand in the file; decoders hand out their values alone."""
    n_bits, syntax = int(dataset.BitsAllocated), dataset.file_meta.TransferSyntaxUID
    is_plain = not syntax.is_compressed and int(dataset.SamplesPerPixel) == 1 and n_bits in (8, 16)
    if not is_plain or not int(dataset.HighBit) < bit < n_bits:
        message = "no such bit"
        raise ValueError(message)
    rows, columns = int(dataset.Rows), int(dataset.Columns)
    kind = np.dtype(f"{'<' if syntax.is_little_endian else '>'}u{n_bits // 8}")
    pixels = np.frombuffer(dataset.PixelData, kind, rows * columns, frame * rows * columns * kind.itemsize)
    return (pixels.reshape(rows, columns)[: shape[0], : shape[1]] >> bit & 1).astype(bool)


def _overlap(start: int, length: int, limit: int) -> slice:
    begin = min(max(start, 0), limit)
    return slice(begin, max(min(start + length, limit), begin))


def _value(dataset: "Dataset", group: int, element: int, default: Any) -> Any:
    found = dataset.get((group, element))
    return default if found is None or found.value is None else found.value
