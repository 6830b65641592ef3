"""The size of the picture with which a TorchScript network was traced; newer archives keep it."""

import math
import pickletools
import zipfile
from pathlib import Path

from deepintro_desktop.importers.archives import DAMAGED

_NUMBERS = frozenset({"BININT", "BININT1", "BININT2", "LONG1", "INT", "LONG"})
_SHORT_TUPLES = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
_MAX_BYTES = 1 << 20
_MOST_VALUES = 1 << 26
"""More than any picture has: whoever writes that wants to fill the memory."""


def traced_size(path: Path) -> tuple[int, ...]:
    """Return the sizes of the first traced input behind its batch, for example (3, 96, 96); else nothing."""
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            if entry.filename.endswith("/traced_inputs.pkl") and entry.file_size <= _MAX_BYTES:
                try:
                    sizes = _first_shape(archive.read(entry))[1:]
                except DAMAGED:
                    return ()
                is_picture = all(size > 0 for size in sizes) and math.prod(sizes) <= _MOST_VALUES
                return sizes if is_picture else ()
    return ()


def _first_shape(data: bytes) -> tuple[int, ...]:
    """Return the shape of the first tensor of a pickle, which is only read.

    Behind the reference to a tensor's storage stand its offset and its sizes.
    """
    is_behind_storage, numbers = False, list[int]()
    for operation, argument, _ in pickletools.genops(data):
        name = operation.name
        if name == "BINPERSID":
            is_behind_storage = True
        elif not is_behind_storage:
            continue
        elif name in _NUMBERS:
            numbers.append(int(argument or 0))
        elif name == "MARK":
            numbers = []
        elif name == "TUPLE":
            return tuple(numbers)
        elif name in _SHORT_TUPLES:
            return tuple(numbers[-_SHORT_TUPLES[name] :])
    return ()
