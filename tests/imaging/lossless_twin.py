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

    def restart(self) -> None:
        """Go behind the marker; what is left of the byte before it is filling."""
        self._place, self._left = self._place + 2, 0

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


def _headers(stream: bytes) -> tuple[dict[int, dict[tuple[int, int], int]], bytes, bytes, int, int]:
    """Return the tables of codes, the segments of the frame and the scan, where the data begins, and how many
    pixels lie between restarts."""
    tables: dict[int, dict[tuple[int, int], int]] = {}
    place, frame, interval = 2, b"", 0
    while True:
        marker, n_bytes = stream[place + 1], int.from_bytes(stream[place + 2 : place + 4], "big")
        segment, place = stream[place + 4 : place + 2 + n_bytes], place + 2 + n_bytes
        if marker == 0xC3:
            frame = segment
        elif marker == 0xC4:
            tables |= _codes(segment)
        elif marker == 0xDD:
            interval = int.from_bytes(segment, "big")
        elif marker == 0xDA:
            return tables, frame, segment, place, interval


def decode(stream: bytes) -> np.ndarray:
    """Return the samples of a stream of one scan, int64 [rows, columns, components]."""
    tables, frame, scan, place, interval = _headers(stream)
    precision, n_components = frame[0], frame[5]
    rows, columns = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
    chosen = [scan[2 + 2 * component] >> 4 for component in range(n_components)]
    predictor, shift = scan[1 + 2 * n_components], scan[3 + 2 * n_components] & 15
    values = np.zeros((rows, columns, n_components), np.int64)
    bits = _Bits(stream[place:])
    for row, column, component in np.ndindex(values.shape):
        plane = values[..., component]
        n_before = row * columns + column
        if interval and n_before and not component and n_before % interval == 0:
            bits.restart()
        first_row = n_before // interval * interval // columns if interval else 0
        if row == first_row:
            guess = int(plane[row, column - 1]) if column else 1 << (precision - shift - 1)
        elif column == 0:
            guess = int(plane[row - 1, 0])
        else:
            near = (plane[row, column - 1], plane[row - 1, column], plane[row - 1, column - 1])
            guess = _guess(predictor, *map(int, near))
        plane[row, column] = guess + _difference(bits, tables[chosen[component]]) & 0xFFFF
    return values << shift


def _symbol(difference: int) -> tuple[int, int, int]:
    """Return the category of a difference, and the bits that follow it."""
    category = abs(difference).bit_length()
    if difference == 32768:
        return 16, 0, 0
    return category, difference if difference > 0 else difference + (1 << category) - 1, category


def _stuffed(bits: str) -> bytes:
    bits += "1" * (-len(bits) % 8)
    whole = int(bits, 2).to_bytes(len(bits) // 8, "big") if bits else b""
    return whole.replace(b"\xff", b"\xff\0")


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def encode(
    values: np.ndarray, precision: int, predictor: int, shift: int = 0, restart_rows: int = 0
) -> bytes:
    """Return a stream of samples [rows, columns, components]; the lowest ``shift`` bits are lost."""
    rows, columns, n_components = values.shape
    lower, parts, text = values.astype(np.int64) >> shift, [], ""
    for row, column, component in np.ndindex(values.shape):
        first_row = row if row == 0 or (restart_rows and row % restart_rows == 0) else -1
        if row and row == first_row and column == component == 0:
            parts.append(text)
            text = ""
        plane = lower[..., component]
        if row == first_row:
            guess = int(plane[row, column - 1]) if column else 1 << (precision - shift - 1)
        elif column == 0:
            guess = int(plane[row - 1, 0])
        else:
            near = (plane[row, column - 1], plane[row - 1, column], plane[row - 1, column - 1])
            guess = _guess(predictor, *map(int, near))
        difference = (int(plane[row, column]) - guess + 32767) % 65536 - 32767
        category, extra, n_extra = _symbol(difference)
        text += f"{category:05b}" + (f"{extra:0{n_extra}b}" if n_extra else "")
    parts.append(text)
    data = _stuffed(parts[0])
    for number, part in enumerate(parts[1:]):
        data += bytes((0xFF, 0xD0 + number % 8)) + _stuffed(part)
    size = bytes([precision]) + rows.to_bytes(2, "big") + columns.to_bytes(2, "big")
    numbers = range(1, n_components + 1)
    frame = size + bytes([n_components]) + b"".join(bytes((one, 0x11, 0)) for one in numbers)
    # Seventeen categories, each with a code of five bits.
    table = b"\0" + bytes((0, 0, 0, 0, 17)) + bytes(11) + bytes(range(17))
    scan = bytes([n_components]) + b"".join(bytes((one, 0)) for one in numbers) + bytes((predictor, 0, shift))
    restarts = _segment(0xDD, (restart_rows * columns).to_bytes(2, "big")) if restart_rows else b""
    headers = _segment(0xC3, frame) + _segment(0xC4, table) + restarts + _segment(0xDA, scan)
    return b"\xff\xd8" + headers + data + b"\xff\xd9"
