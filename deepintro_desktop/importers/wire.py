"""The protobuf wire format, read without a schema and without copying: to recognise files, to take weights.

Sizes come from the file and are never trusted: nothing is read beyond the end of the buffer.
"""

from collections.abc import Iterator
from dataclasses import dataclass

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5


class WireError(ValueError):
    """The bytes are not a protobuf message. ``truncated``: they stop before an announced end.

    ``beginning`` is the field that is cut, as far as it is there.
    """

    def __init__(self, message: str, *, truncated: bool = False, beginning: "Field | None" = None) -> None:
        super().__init__(message)
        self.truncated = truncated
        self.beginning = beginning


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its number, wire type, and either an integer ``value`` or the ``data`` that it holds."""

    number: int
    kind: int
    value: int
    data: memoryview


def varint(buffer: memoryview, position: int) -> tuple[int, int]:
    """Return the number that starts at ``position`` and where the next thing starts."""
    value = 0
    for n_byte in range(10):
        if position >= len(buffer):
            raise WireError("a number is cut off", truncated=True)
        byte = buffer[position]
        position += 1
        value |= (byte & 0x7F) << (7 * n_byte)
        if byte < 0x80:
            return value, position
    raise WireError("a number is too long")


def fields(buffer: memoryview) -> Iterator[Field]:
    """Yield the fields of one message, in order; raise :class:`WireError` where the bytes make no sense."""
    position, nothing = 0, buffer[:0]
    while position < len(buffer):
        tag, position = varint(buffer, position)
        number, kind = tag >> 3, tag & 7
        if number == 0:
            raise WireError("field number 0")
        if kind == VARINT:
            value, position = varint(buffer, position)
            yield Field(number, kind, value, nothing)
            continue
        if kind == BYTES:
            length, position = varint(buffer, position)
        elif kind in (FIXED64, FIXED32):
            length = 8 if kind == FIXED64 else 4
        else:
            raise WireError(f"wire type {kind}")
        if position + length > len(buffer):
            missing = position + length - len(buffer)
            beginning = Field(number, kind, 0, buffer[position:])
            raise WireError(f"{missing} bytes are missing", truncated=True, beginning=beginning)
        yield Field(number, kind, 0, buffer[position : position + length])
        position += length


def first_fields(buffer: memoryview, n_fields: int) -> tuple[list[Field], WireError | None]:
    """Return up to ``n_fields`` fields, a cut one too, and what stopped the reading early (None: nothing)."""
    found: list[Field] = []
    try:
        for entry in fields(buffer):
            found.append(entry)
            if len(found) >= n_fields:
                break
    except WireError as error:
        return found + ([error.beginning] if error.beginning is not None else []), error
    return found, None


def text(field: Field) -> str:
    """Return a field as text; raise :class:`WireError` when it is none."""
    try:
        return str(field.data, "utf-8")
    except UnicodeDecodeError as error:
        raise WireError("a name is not text") from error
