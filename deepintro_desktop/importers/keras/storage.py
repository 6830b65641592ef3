"""An HDF5 file is looked through before it is read: it can point to other files, or be a bomb."""

import math
from typing import Any

from deepintro_desktop.core.errors import UnsafeFileError

_MAX_OBJECTS = 200_000
_MAX_DEPTH = 64
_SMALL_BYTES = 64 << 20
_MAX_RATIO = 200
_FILTERS = frozenset({1, 2, 3, 32000})
"""Deflate, shuffle, checksum, LZF: what h5py writes. Others would be loaded from the disk as plug-ins."""


def check(file: Any, n_bytes: int, name: str) -> None:
    """Raise ``UnsafeFileError`` unless everything in an open HDF5 file lies in it and has a sound size.

    ``n_bytes`` is the size of the file.
    """
    import h5py

    seen, total = set(), 0
    waiting: list[tuple[Any, int]] = [(file["/"], 0)]
    while waiting:
        group, depth = waiting.pop()
        if len(seen) > _MAX_OBJECTS or depth > _MAX_DEPTH:
            raise _bomb(name)
        for key in group:
            if not isinstance(group.get(key, getlink=True), h5py.HardLink):
                raise _points_elsewhere(name, key)
            entry = group[key]
            place = (h5py.h5o.get_info(entry.id).fileno, h5py.h5o.get_info(entry.id).addr)
            if place in seen:
                continue
            seen.add(place)
            if isinstance(entry, h5py.Group):
                waiting.append((entry, depth + 1))
            elif isinstance(entry, h5py.Dataset):
                total += _checked_size(entry, name)
    if total > max(_SMALL_BYTES, _MAX_RATIO * n_bytes):
        raise _bomb(name)


def _checked_size(dataset: Any, name: str) -> int:
    """Return how many bytes an array takes in memory."""
    properties = dataset.id.get_create_plist()
    if dataset.is_virtual or properties.get_external_count():
        raise _points_elsewhere(name, dataset.name)
    filters = {properties.get_filter(index)[0] for index in range(properties.get_nfilters())}
    if not filters <= _FILTERS:
        raise UnsafeFileError(
            f"{name} is packed in an unusual way.",
            "Reading it would load additional programs from this computer.",
            "Ask the network's author to save it with Keras itself.",
        )
    return math.prod(dataset.shape or ()) * dataset.dtype.itemsize


def _points_elsewhere(name: str, what: str) -> UnsafeFileError:
    return UnsafeFileError(
        f"{name} points to other files on this computer.",
        f"What it calls {what[:60]} does not lie in it. Nothing of it was opened.",
        "Do not open networks from sources that you do not trust; Keras never writes such files.",
    )


def _bomb(name: str) -> UnsafeFileError:
    return UnsafeFileError(
        f"{name} is not safe to open.",
        "It would take far more memory than its size says.",
        "Do not open networks from sources that you do not trust.",
    )
