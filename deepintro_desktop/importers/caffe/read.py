"""Caffe files to values: the structure through our schema, the weights straight from the bytes."""

import mmap
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from google.protobuf import text_format

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.importers import wire
from deepintro_desktop.importers.caffe.schema import message

_MAX_STRUCTURE_BYTES = 16 << 20
_MAX_WORDS = 400_000
"""More than ten times what the largest networks have; the parser takes some ten seconds for them."""

_WORD = re.compile(rb"[\w.+-]+|\S")
_LAYER_FIELDS = {100: (1, 7), 2: (4, 6)}
"""Field of a layer in a net -> fields of its name and its blobs (current form, V1)."""


@dataclass(frozen=True, slots=True)
class Blob:
    """An array of the weights file: its shape as written, and float32 values."""

    shape: tuple[int, ...]
    values: np.ndarray


def read_structure(path: Path) -> Any:
    """Return the ``NetParameter`` of a .prototxt.

    Raise ``UnreadableNetworkError`` or ``UnsupportedNetworkError``.
    """
    content = path.read_bytes() if path.stat().st_size <= _MAX_STRUCTURE_BYTES else None
    if content is None or sum(1 for _ in _WORD.finditer(content)) > _MAX_WORDS:
        raise UnreadableNetworkError(
            f"{path.name} is not a Caffe structure.",
            "It is far larger than such a file ever is.",
            "Choose the .prototxt file of the network.",
        )
    net = message("NetParameter")
    try:
        text_format.Parse(content.decode("utf-8-sig"), net, allow_unknown_field=True)
    except (text_format.ParseError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableNetworkError(
            f"{path.name} cannot be read as a Caffe structure.",
            f"{_one_line(error)}.",
            "Check that the file is complete; a deploy.prototxt is best.",
        ) from error
    _refuse_v0(path, net)
    if not net.layer and not net.layers:
        raise UnreadableNetworkError(
            f"{path.name} holds no layers.",
            "A solver or another settings file looks like that.",
            "Choose the deploy.prototxt of the network.",
        )
    return net


def _refuse_v0(path: Path, net: Any) -> None:
    if any(layer.HasField("layer") for layer in net.layers):
        raise UnsupportedNetworkError(
            f"{path.name} is written in Caffe's oldest form (V0).",
            "Its layers are nested in layers.",
            "Run Caffe's upgrade_net_proto_text and upgrade_net_proto_binary on the two "
            "files, and import the results.",
        )


def _one_line(error: Exception) -> str:
    return (
        str(error).strip().splitlines()[0].rstrip(".")[:300] if str(error).strip() else type(error).__name__
    )


def read_weights(path: Path) -> dict[str, list[Blob]]:
    """Return the blobs of every layer that has some.

    Arrays are views of the mapped file where that is possible.
    """
    try:
        with path.open("rb") as file:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return dict(_layers(memoryview(mapped)))
    except wire.WireError as error:
        why = "The file is cut short" if error.truncated else "The bytes are not those of a .caffemodel"
        raise UnreadableNetworkError(
            f"The weights in {path.name} cannot be read.",
            f"{why} ({error}).",
            "Copy or download the file again.",
        ) from error
    except (OSError, ValueError, OverflowError) as error:
        raise UnreadableNetworkError(
            f"The weights in {path.name} cannot be read.",
            f"{_one_line(error)}.",
            "Check the file and the rights to read it.",
        ) from error


def _layers(buffer: memoryview) -> Iterator[tuple[str, list[Blob]]]:
    for entry in wire.fields(buffer):
        if entry.kind != wire.BYTES or entry.number not in _LAYER_FIELDS:
            continue
        name_field, blob_field = _LAYER_FIELDS[entry.number]
        name, blobs = "", []
        for part in wire.fields(entry.data):
            if part.number == name_field and part.kind == wire.BYTES:
                name = wire.text(part)
            elif part.number == blob_field and part.kind == wire.BYTES:
                blobs.append(read_blob(part.data))
        if blobs:
            yield name, blobs


def read_blob(buffer: memoryview) -> Blob:
    """Return a ``BlobProto``: old blobs have num, channels, height and width, newer ones a shape."""
    legacy, shape, has_shape = {}, (), False
    singles: list[np.ndarray] = []
    doubles: list[np.ndarray] = []
    for part in wire.fields(buffer):
        if part.number in (1, 2, 3, 4) and part.kind == wire.VARINT:
            legacy[part.number] = part.value
        elif part.number == 5:
            singles.append(_numbers(part, "<f4"))
        elif part.number == 8:
            doubles.append(_numbers(part, "<f8"))
        elif part.number == 7:
            shape, has_shape = _shape(part.data), True
    if not has_shape:
        shape = tuple(legacy.get(number, 1) for number in (1, 2, 3, 4)) if legacy else ()
    chunks = singles or doubles
    values = chunks[0] if len(chunks) == 1 else np.concatenate(chunks or [np.zeros(0, np.float32)])
    if not legacy and not has_shape:
        shape = (values.size,)
    if _product(shape) != values.size:
        raise wire.WireError(f"an array of shape {list(shape)} has {values.size} values")
    return Blob(shape, values.astype(np.float32, copy=False))


def _numbers(part: wire.Field, dtype: str) -> np.ndarray:
    if len(part.data) % np.dtype(dtype).itemsize:
        raise wire.WireError("an array ends within a number")
    return np.frombuffer(part.data, dtype)


def _shape(buffer: memoryview) -> tuple[int, ...]:
    sizes: list[int] = []
    for part in wire.fields(buffer):
        if part.number != 1:
            continue
        if part.kind == wire.VARINT:
            sizes.append(part.value)
        else:
            position = 0
            while position < len(part.data):
                value, position = wire.varint(part.data, position)
                sizes.append(value)
    return tuple(sizes)


def _product(shape: tuple[int, ...]) -> int:
    count = 1
    for size in shape:
        count *= size
    return count
