"""JPEG of more than eight bits, and lossless JPEG, in DICOM files [PS3.5, A.4.1 and 10.2; T.81, annex H].

libjpeg-turbo decodes both. It fills what is missing with made-up values without a word; what can be seen from
outside, a stream without its end or of another size than the file says, is therefore refused here.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from pydicom import Dataset

_EXTENDED, _LOSSLESS = "1.2.840.10008.1.2.4.51", ("1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70")
_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Markers after which the size of the picture stands."""
_SCAN, _END = 0xDA, b"\xff\xd9"
_ALONE = {0x01, *range(0xD0, 0xD9)}
"""Markers without a segment."""


class DamagedStreamError(ValueError):
    """A stream is cut short, or does not hold the picture that the file says."""


def is_deep_jpeg(dataset: "Dataset") -> bool:
    """Tell whether the pixels of a file are lossless JPEG, or JPEG of more than eight bits."""
    syntax = str(getattr(dataset, "file_meta", {}).get("TransferSyntaxUID", ""))
    return syntax in _LOSSLESS or (syntax == _EXTENDED and int(dataset.get("BitsAllocated", 8)) > 8)


def deep_jpeg_frame(dataset: "Dataset", frame: int, n_frames: int) -> NDArray[Any]:
    """Return the stored values of one frame: [rows, columns], or [rows, columns, 3] in RGB.

    Parameters
    ----------
    dataset : Dataset
        A file for which :func:`is_deep_jpeg` is true.
    frame : int
        Its number, from 0.
    n_frames : int
        How many the file has.

    Raises
    ------
    ValueError
        When the stream is damaged; other types as well, when the file is.
    """
    from pydicom.encaps import get_frame
    from pydicom.pixels import convert_color_space

    stream = get_frame(dataset.PixelData, frame, number_of_frames=n_frames)
    samples = int(dataset.SamplesPerPixel)
    values = decode(stream, (int(dataset.Rows), int(dataset.Columns), samples))
    photometric = str(dataset.PhotometricInterpretation)
    if samples == 3 and photometric.startswith("YBR"):
        return np.asarray(convert_color_space(values, photometric, "RGB"))
    bits = int(dataset.BitsStored)
    values = _as_wide_as_said(values, int(dataset.BitsAllocated), bits)
    return _signed(values, bits) if int(dataset.PixelRepresentation) else values & ((1 << bits) - 1)


def decode(stream: bytes, shape: tuple[int, int, int]) -> NDArray[Any]:
    """Return the samples of a JPEG stream as they are stored, without a change of colours.

    Parameters
    ----------
    stream : bytes
        Baseline, extended or lossless JPEG of 2 to 16 bits.
    shape : tuple of int
        The rows, columns and samples per pixel that it must have.

    Returns
    -------
    ndarray
        uint8 or uint16 [rows, columns], or [rows, columns, samples] for more than one.
    """
    import imagecodecs

    if not stream.rstrip(b"\0\xff").endswith(_END):  # writers fill up to an even length
        message = "the stream is truncated"
        raise DamagedStreamError(message)
    if _shape(stream) != shape:  # before memory is taken for what a header claims
        message = f"the stream has the shape {_shape(stream)}, not {shape}"
        raise DamagedStreamError(message)
    as_stored = "RGB" if shape[2] == 3 else None
    try:
        values = imagecodecs.jpeg8_decode(stream, colorspace=as_stored, outcolorspace=as_stored)
    except imagecodecs.Jpeg8Error as error:
        raise DamagedStreamError(str(error)) from error
    return np.asarray(values).reshape(shape[:2] if shape[2] == 1 else shape)


def _shape(stream: bytes) -> tuple[int, int, int] | None:
    """Return rows, columns and samples per pixel as the stream says; None when it does not."""
    for marker, segment in _segments(stream):
        if marker in _SIZES and len(segment) >= 6:
            height, width = int.from_bytes(segment[1:3], "big"), int.from_bytes(segment[3:5], "big")
            return height, width, segment[5]
    return None


def _segments(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield markers and their segments up to the first scan."""
    place = 0
    while place + 4 <= len(stream) and stream[place] == 0xFF:
        marker = stream[place + 1]
        if marker in _ALONE or marker == 0xFF:
            place += 1 if marker == 0xFF else 2
            continue
        n_bytes = int.from_bytes(stream[place + 2 : place + 4], "big")
        if marker == _SCAN or n_bytes < 2:
            return
        yield marker, stream[place + 4 : place + 2 + n_bytes]
        place += 2 + n_bytes


def _as_wide_as_said(values: NDArray[Any], allocated: int, bits: int) -> NDArray[Any]:
    """Return values in the type that the file says; writers may code dark pictures in fewer bits."""
    kind = np.dtype(f"u{allocated // 8}") if allocated in (8, 16) else None
    if kind is None or values.dtype.itemsize > kind.itemsize or not 1 <= bits <= allocated:
        message = f"the stream's {values.dtype.itemsize * 8} bits do not fit {bits} in {allocated}"
        raise DamagedStreamError(message)
    return values.astype(kind, copy=False)


def _signed(values: NDArray[Any], bits: int) -> NDArray[Any]:
    """Return values whose highest stored bit is a sign; the stream knows no signs."""
    kind = np.int8 if values.dtype == np.uint8 else np.int16
    unused = values.dtype.itemsize * 8 - bits
    signed: NDArray[Any] = np.right_shift(np.left_shift(values, unused).view(kind), unused)
    return signed
