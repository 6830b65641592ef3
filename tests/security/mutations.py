"""Ways to damage a file, each from a random generator alone, so that a seed tells the damage."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from security.packed import damaged_zip, is_zip
from security.wire_damage import damaged_message

_INTERESTING = (
    0, 1, 2, 3, 7, 16, 255, 256, 65535, 65536, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**40, 2**63 - 1, 2**63,
    2**64 - 1,
)  # fmt: skip
_NUMBERS = (
    b"0", b"-1", b"1", b"2", b"65536", b"2147483647", b"2147483648", b"-2147483649", b"18446744073709551616",
    b"1e999", b"nan", b"0.5", b"00000", b"99999999999999999999999999", b"",
)  # fmt: skip
_TEXT = re.compile(rb"[\x09\x0a\x20-\x7e]{5,}")
_WORD = re.compile(rb"[A-Za-z_]{3,}")
_DIGITS = re.compile(rb"-?[0-9]+(?:\.[0-9]+)?")
_EDGE = 1024
_AROUND = 12
_IN_STRUCTURE = 0.8


@dataclass(frozen=True, slots=True)
class Damage:
    """One way to damage bytes; ``name`` is for the report."""

    name: str
    apply: Callable[[bytes, Random], bytes]


class Places:
    """Where a file has structure: its ends and the surroundings of text; the rest is mostly numbers."""

    def __init__(self, data: bytes) -> None:
        ends = [(0, min(_EDGE, len(data))), (max(0, len(data) - _EDGE), len(data))]
        found = ((m.start() - _AROUND, m.end() + _AROUND) for m in _TEXT.finditer(data))
        self._ranges = ends + [(max(0, low), min(len(data), high)) for low, high in found]
        self._n_bytes = len(data)

    def pick(self, chance: Random) -> int:
        """Return a position, more often one within structure."""
        if chance.random() > _IN_STRUCTURE:
            return chance.randrange(self._n_bytes)
        low, high = chance.choice(self._ranges)
        return chance.randrange(low, high) if high > low else chance.randrange(self._n_bytes)


@lru_cache(maxsize=16)
def _places(data: bytes) -> Places:
    return Places(data)


def flip(data: bytes, chance: Random) -> bytes:
    """Flip up to eight bits."""
    result, places = bytearray(data), _places(data)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        result[places.pick(chance)] ^= 1 << chance.randrange(8)
    return bytes(result)


def set_bytes(data: bytes, chance: Random) -> bytes:
    """Put bytes that are often limits."""
    result, places = bytearray(data), _places(data)
    for _ in range(chance.choice((1, 2, 4))):
        result[places.pick(chance)] = chance.choice(
            (0, 1, 0x7F, 0x80, 0xFF, 0x2F, 0x2E, chance.randrange(256))
        )
    return bytes(result)


def cut(data: bytes, chance: Random) -> bytes:
    """Drop the end."""
    return data[: _places(data).pick(chance)]


def take_out(data: bytes, chance: Random) -> bytes:
    """Drop bytes in the middle."""
    start = _places(data).pick(chance)
    return data[:start] + data[start + chance.choice((1, 2, 4, 8, 64, 512, 4096)) :]


def put_in(data: bytes, chance: Random) -> bytes:
    """Insert random or repeated bytes."""
    start, n_bytes = _places(data).pick(chance), chance.choice((1, 2, 4, 8, 64, 512))
    return data[:start] + chance.choice((chance.randbytes(n_bytes), data[:n_bytes])) + data[start:]


def change_length(data: bytes, chance: Random) -> bytes:
    """Overwrite what may be a length or an offset with a number that programs forget to expect."""
    width = chance.choice((1, 2, 4, 8))
    value = chance.choice((*_INTERESTING, len(data), len(data) + 1, chance.randrange(len(data) + 1)))
    start = _places(data).pick(chance)
    encoded = (value % (1 << (8 * width))).to_bytes(width, chance.choice(("little", "big")))
    return data[:start] + encoded + data[start + width :]


def swap(data: bytes, chance: Random) -> bytes:
    """Swap two blocks, repeat one over another, or blank one."""
    n_bytes = chance.choice((4, 16, 64, 512, 4096))
    one, two = sorted((_places(data).pick(chance), _places(data).pick(chance)))
    first, second = data[one : one + n_bytes], data[two : two + n_bytes]
    kind = chance.randrange(3)
    first = first if kind < 2 else bytes(len(first))
    if two < one + n_bytes or kind == 2:
        return data[:one] + bytes(len(first)) + data[one + len(first) :]
    second = second if kind == 0 else first
    return data[:one] + second + data[one + n_bytes : two] + first + data[two + n_bytes :]


def change_number(data: bytes, chance: Random) -> bytes:
    """Replace a number that is written in digits."""
    found = _spans(data, _DIGITS)
    if not found:
        return flip(data, chance)
    start, end = chance.choice(found)
    return data[:start] + chance.choice(_NUMBERS) + data[end:]


def change_word(data: bytes, chance: Random) -> bytes:
    """Replace a word by another one of the same file, or drop it."""
    found = _spans(data, _WORD)
    if len(found) < 2:
        return flip(data, chance)
    (start, end), (low, high) = chance.choice(found), chance.choice(found)
    return data[:start] + chance.choice((data[low:high], b"", data[start:end] * 2)) + data[end:]


@lru_cache(maxsize=32)
def _spans(data: bytes, pattern: re.Pattern[bytes]) -> list[tuple[int, int]]:
    """Return where a pattern occurs within text; numbers of the weights look like text only by chance."""
    return [
        (text.start() + found.start(), text.start() + found.end())
        for text in _TEXT.finditer(data)
        for found in pattern.finditer(text[0])
    ]


RAW = tuple(
    Damage(function.__name__, function)
    for function in (flip, set_bytes, cut, take_out, put_in, change_length, swap, change_number, change_word)
)
_MESSAGE = Damage("message", damaged_message)


def damaged(data: bytes, chance: Random, *, is_message: bool) -> tuple[bytes, str]:
    """Return damaged bytes and the name of the damage. Half of the messages keep a valid outer form."""
    if is_zip(data) and chance.random() < 0.75:
        return damaged_zip(data, chance, lambda member, chance: _once(member, chance, is_message=False))
    return _once(data, chance, is_message=is_message)


def _once(data: bytes, chance: Random, *, is_message: bool) -> tuple[bytes, str]:
    if not data:
        return chance.randbytes(8), "filled"
    damage = _MESSAGE if is_message and chance.random() < 0.5 else chance.choice(RAW)
    return damage.apply(data, chance), damage.name
