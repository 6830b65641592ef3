"""Damage inside a protobuf message whose outer form stays valid: parsers accept it, importers must judge."""

from random import Random

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
_SIZES = {FIXED64: 8, FIXED32: 4}
_MAX_FIELDS = 5000
_GO_DEEPER = 0.8
_VALUES = (0, 1, 2, 3, 7, 8, 11, 16, 127, 2**16, 2**31 - 1, 2**31, 2**32, 2**40, 2**63 - 1, 2**63, 2**64 - 1)

Field = tuple[int, int, bytes]
"""Number, wire type, and what it holds (a varint as its bytes)."""


def _varint(value: int) -> bytes:
    result = bytearray()
    while value >= 0x80:
        result.append(value & 0x7F | 0x80)
        value >>= 7
    result.append(value)
    return bytes(result)


def _read(data: bytes, position: int) -> tuple[int, int]:
    value = 0
    for n_byte in range(10):
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << (7 * n_byte)
        if byte < 0x80:
            return value, position
    raise ValueError


def fields_of(data: bytes) -> list[Field] | None:
    """Return the fields of a message; None for bytes that are none."""
    found: list[Field] = []
    position = 0
    try:
        while position < len(data):
            tag, position = _read(data, position)
            number, kind = tag >> 3, tag & 7
            start = position
            if kind == VARINT:
                _, position = _read(data, position)
            elif kind == BYTES:
                length, start = _read(data, position)
                position = start + length
            elif kind in _SIZES:
                position += _SIZES[kind]
            else:
                return None
            if number == 0 or position > len(data) or len(found) > _MAX_FIELDS:
                return None
            found.append((number, kind, data[start:position]))
    except (IndexError, ValueError):
        return None
    return found


def joined(fields: list[Field]) -> bytes:
    """Return the message of the fields."""
    parts = []
    for number, kind, value in fields:
        parts += [_varint(number << 3 | kind), _varint(len(value)) if kind == BYTES else b"", value]
    return b"".join(parts)


def damaged_message(data: bytes, chance: Random) -> bytes:
    """Return the message with one field somewhere inside dropped, repeated, moved or changed."""
    fields = fields_of(data)
    if not fields:
        return _damaged_bytes(data, chance)
    index = chance.randrange(len(fields))
    number, kind, value = fields[index]
    if kind == BYTES and len(value) > 1 and fields_of(value) and chance.random() < _GO_DEEPER:
        fields[index] = (number, kind, damaged_message(value, chance))
        return joined(fields)
    action = chance.randrange(6)
    if action == 0:
        del fields[index]
    elif action == 1:
        fields[index:index] = [fields[index]] * chance.choice((1, 1, 3, 100))
    elif action == 2:
        other = chance.randrange(len(fields))
        fields[index], fields[other] = fields[other], fields[index]
    elif action == 3:
        fields[index] = (max(1, number + chance.choice((-1, 1))), kind, value)
    else:
        fields[index] = (number, kind, _changed(kind, value, chance))
    return joined(fields)


def _changed(kind: int, value: bytes, chance: Random) -> bytes:
    if kind == VARINT:
        return _varint(chance.choice(_VALUES))
    if kind in _SIZES:
        return chance.choice((bytes(len(value)), b"\xff" * len(value), chance.randbytes(len(value))))
    return _damaged_bytes(value, chance)


def _damaged_bytes(value: bytes, chance: Random) -> bytes:
    action = chance.randrange(5)
    if not value or action == 0:
        return chance.choice((b"", b"x", b"../../x", b"\xff\xfe", b"a" * 5000, chance.randbytes(9)))
    if action == 1:
        return value[: chance.randrange(len(value))]
    if action == 2:
        return value * 2
    position = chance.randrange(len(value))
    return value[:position] + bytes([chance.randrange(256)]) + value[position + 1 :]
