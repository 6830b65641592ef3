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

_KINDS = frozenset({0, 1, 3, 8})
"""Whole numbers, real numbers, texts, truths: HDF5's numbers for what Keras writes.

Other kinds, with pointers in them, make HDF5 itself follow what a damaged file says.
"""


def check(file: Any, n_bytes: int, name: str) -> None:
    """Raise ``UnsafeFileError`` unless everything in an open HDF5 file lies in it and has a sound size.

    ``n_bytes`` is the size of the file.
    """
    import h5py

    seen, total = set(), 0
    waiting: list[tuple[Any, int]] = [(file["/"], 0)]
    _check_attributes(file["/"], name)
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
            _check_attributes(entry, name)
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
    _check_kind(dataset.id.get_type(), name)
    return math.prod(dataset.shape or ()) * dataset.dtype.itemsize


def _check_attributes(entry: Any, name: str) -> None:
    for key in entry.attrs:
        _check_kind(entry.attrs.get_id(key).get_type(), name)


def _check_kind(kind: Any, name: str) -> None:
    if kind.get_class() not in _KINDS:
        raise UnsafeFileError(
            f"{name} holds values of a kind that Keras never writes.",
            "It is damaged, or it was made to confuse the program that reads it.",
            "Copy or download it again, or ask the network's author to save it with Keras itself.",
        )


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
