"""A lossless JPEG decoder written from the standard, slowly: one bit after the other [T.81, annex H]."""

import numpy as np


class _Bits:
    def __init__(self, data: bytes) -> None:
        self._data, self._place, self._left, self._byte = data, 0, 0, 0

    def bit(self) -> int:
        if not self._left:
            self._byte, self._left = self._data[self._place], 8
            # A zero is stuffed behind every 0xFF of the data.
            self._place += 2 if self._byte == 0xFF else 1
        self._left -= 1
        return self._byte >> self._left & 1

    def number(self, n_bits: int) -> int:
        value = 0
        for _ in range(n_bits):
            value = value << 1 | self.bit()
        return value


def _codes(segment: bytes) -> dict[int, dict[tuple[int, int], int]]:
    """Return for every table the symbol of each (length, code)."""
    tables, place = {}, 0
    while place < len(segment):
        number, counts = segment[place] & 15, segment[place + 1 : place + 17]
        symbols, code, table = iter(segment[place + 17 :]), 0, {}
        for length, count in enumerate(counts, 1):
            for _ in range(count):
                table[length, code] = next(symbols)
                code += 1
            code <<= 1
        tables[number] = table
        place += 17 + sum(counts)
    return tables


def _difference(bits: _Bits, table: dict[tuple[int, int], int]) -> int:
    length, code = 1, bits.bit()
    while (length, code) not in table:
        length, code = length + 1, code << 1 | bits.bit()
    category = table[length, code]
    if category == 16:
        return 32768
    value = bits.number(category)
    return value if not category or value >> (category - 1) else value - (1 << category) + 1


def _guess(kind: int, left: int, above: int, corner: int) -> int:
    return {
        1: left,
        2: above,
        3: corner,
        4: left + above - corner,
        5: left + (above - corner >> 1),
        6: above + (left - corner >> 1),
        7: left + above >> 1,
    }[kind]


def _headers(stream: bytes) -> tuple[dict[int, dict[tuple[int, int], int]], bytes, bytes, int]:
    """Return the tables of codes, the segments of the frame and the scan, and where the data begins."""
    tables: dict[int, dict[tuple[int, int], int]] = {}
    place, frame = 2, b""
    while True:
        marker, n_bytes = stream[place + 1], int.from_bytes(stream[place + 2 : place + 4], "big")
        segment, place = stream[place + 4 : place + 2 + n_bytes], place + 2 + n_bytes
        if marker == 0xC3:
            frame = segment
        elif marker == 0xC4:
            tables |= _codes(segment)
        elif marker == 0xDA:
            return tables, frame, segment, place


def decode(stream: bytes) -> np.ndarray:
    """Return the samples of a stream of one scan without restarts, int64 [rows, columns, components]."""
    tables, frame, scan, place = _headers(stream)
    precision, n_components = frame[0], frame[5]
    rows, columns = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
    chosen = [scan[2 + 2 * component] >> 4 for component in range(n_components)]
    predictor, shift = scan[1 + 2 * n_components], scan[3 + 2 * n_components] & 15
    values = np.zeros((rows, columns, n_components), np.int64)
    bits = _Bits(stream[place:])
    for row, column, component in np.ndindex(values.shape):
        plane = values[..., component]
        if row == 0:
            guess = int(plane[0, column - 1]) if column else 1 << (precision - shift - 1)
        elif column == 0:
            guess = int(plane[row - 1, 0])
        else:
            near = (plane[row, column - 1], plane[row - 1, column], plane[row - 1, column - 1])
            guess = _guess(predictor, *map(int, near))
        plane[row, column] = guess + _difference(bits, tables[chosen[component]]) & 0xFFFF
    return values << shift
