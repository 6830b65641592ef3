"""The mean picture or mean colour that Caffe networks subtract: .binaryproto, .npy, or three numbers."""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from deepintro_desktop.core.errors import NotFoundError, UnreadableNetworkError, WrongRequestError
from deepintro_desktop.importers import wire
from deepintro_desktop.importers.caffe.read import read_blob

_NUMBERS = re.compile(r"^\s*-?\d+(\.\d*)?(\s*,\s*-?\d+(\.\d*)?)*\s*$")
_MAX_BYTES = 256 << 20


@dataclass(frozen=True, slots=True)
class Mean:
    """One mean per channel, in the order of the network's channels and in pixel units 0..255."""

    values: tuple[float, ...]
    notes: tuple[str, ...] = ()


def is_typed(path: Path) -> bool:
    """Whether the "path" is really a list of numbers like ``104,117,123``."""
    return bool(_NUMBERS.match(str(path)))


def read_mean(path: Path, channels: int) -> Mean:
    """Return the mean per channel; a mean picture is averaged and a note says so.

    Raises ``NotFoundError``, ``UnreadableNetworkError`` or ``WrongRequestError`` (another number of
    channels).
    """
    if is_typed(path):
        return _per_channel(
            np.array([float(part) for part in str(path).split(",")]), channels, "The given mean"
        )
    if not path.is_file():
        raise NotFoundError(f"The mean file {path.name} does not exist.", "", "Check its name.")
    try:
        values = _from_numpy(path) if path.suffix.casefold() == ".npy" else _from_binaryproto(path)
    except (wire.WireError, OSError, ValueError, EOFError, TypeError) as error:
        raise UnreadableNetworkError(
            f"{path.name} is not a mean file.",
            f"{str(error).strip().rstrip('.') or type(error).__name__}.",
            "Choose a .binaryproto or .npy file, or type the means, for example 104,117,123.",
        ) from error
    return _per_channel(values, channels, path.name)


def _from_numpy(path: Path) -> np.ndarray:
    if path.stat().st_size > _MAX_BYTES:
        raise ValueError("it is too large")
    try:
        # Mapped, nothing is made that is larger than the file, whatever shape its header claims.
        values = np.load(path, mmap_mode="r", allow_pickle=False)
    except Exception as error:  # numpy takes the header for Python source, and raises whatever that gives
        raise ValueError("its header is damaged, or it is shorter than its header says") from error
    if not isinstance(values, np.ndarray) or values.dtype.kind not in "fiu":
        raise ValueError("it holds no array of numbers")
    return np.array(values)


def _from_binaryproto(path: Path) -> np.ndarray:
    if path.stat().st_size > _MAX_BYTES:
        raise ValueError("it is too large")
    blob = read_blob(memoryview(path.read_bytes()))
    if blob.values.size == 0:
        raise ValueError("it holds no numbers")
    return blob.values.reshape(blob.shape)


def _per_channel(values: np.ndarray, channels: int, name: str) -> Mean:
    values = values.astype(np.float64)
    values = values[0] if values.ndim == 4 and values.shape[0] == 1 else values
    if values.ndim == 2 and channels == 1:
        values = values[None]
    if values.ndim == 1 and values.size == 1:
        values = values.repeat(channels)
    if values.ndim not in (1, 3) or values.shape[0] != channels or not np.isfinite(values).all():
        raise WrongRequestError(
            f"{name} does not fit the network.",
            f"It has the shape {list(values.shape)}, and the network has {channels} channels.",
            "Give one mean per channel, or a mean picture [channels, height, width].",
        )
    if values.ndim == 1 or values[0].size == 1:
        return Mean(tuple(float(value) for value in values.reshape(channels)))
    return Mean(
        tuple(float(value) for value in values.mean((1, 2))),
        (
            f"The mean picture {name} is used as one mean per channel; probabilities can "
            "differ in the third digit.",
        ),
    )
