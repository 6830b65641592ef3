"""Names of classes, one a line or as a table."""

import csv
import io
import re
from pathlib import Path

from deepintro_desktop.core.errors import NotFoundError, UnreadableNetworkError, WrongRequestError

_MAX_BYTES = 4 << 20
_MOST_DIGITS = 9
_WORDNET = re.compile(r"^n\d{8}[\s,]+")


def read_labels(path: Path, n_classes: int) -> tuple[str, ...]:
    """Return the names of all classes, class 0 first.

    Plain lines, lines with a WordNet number in front (``n02123045 tabby, tabby cat``) and tables
    (``index,name``, with
    or without a header) are understood. Raises ``WrongRequestError`` with both numbers when there are not
    ``n_classes``, ``UnreadableNetworkError`` for files that hold no names, ``NotFoundError``.
    """
    lines = _lines(path)
    names = (
        _from_table(lines) if path.suffix.casefold() in (".csv", ".tsv") or _looks_like_table(lines) else None
    )
    names = names or tuple(_WORDNET.sub("", line.strip()) for line in lines)
    if len(names) != n_classes:
        raise WrongRequestError(
            f"The labels in {path.name} do not fit the network.",
            f"There are {len(names)} labels, and the network has {n_classes} classes.",
            "Choose the labels file that belongs to this network, or move it away to go without names.",
            n_labels=len(names),
            n_classes=n_classes,
        )
    return names


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise _unreadable(path, "It is far larger than a list of names.")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(f"The labels file {path.name} does not exist.", "", "Check its name.") from error
    except OSError as error:
        raise _unreadable(path, f"{error.strerror}.") from error
    text = _decoded(path, data)
    lines = text.splitlines()
    while lines and not lines[-1].strip():
        lines.pop()
    if not lines:
        raise _unreadable(path, "It is empty.")
    return lines


def _decoded(path: Path, data: bytes) -> str:
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unreadable(path, "It is not a text file.")
    for encoding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unreadable(path, "It is not a text file.")


def _unreadable(path: Path, why: str) -> UnreadableNetworkError:
    return UnreadableNetworkError(
        f"{path.name} holds no labels.", why, "A labels file is plain text with one class a line."
    )


def _looks_like_table(lines: list[str]) -> bool:
    """Whether every line but the first starts with its own index: ``0,Speed limit``."""
    found = [re.match(r"^\s*(\d+)\s*[,;\t]\s*\S", line) for line in lines[1:]]
    return len(found) > 0 and all(found)


def _from_table(lines: list[str]) -> tuple[str, ...] | None:
    """Return the names of a table, sorted by its index column when that counts 0, 1, 2 ….

    None when it is none.
    """
    text = "\n".join(lines)
    separator = max(",;\t", key=lines[0].count)
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=separator) if row]
    except csv.Error:
        return None
    if _is_header(rows):
        rows = rows[1:]
    if not rows or min(map(len, rows)) < 2:
        return tuple(row[0].strip() for row in rows) if rows and max(map(len, rows)) == 1 else None
    indices = [row[0].strip() for row in rows]
    if not all(entry.isdecimal() and len(entry) <= _MOST_DIGITS for entry in indices):
        return None
    by_index = {int(index): row[1].strip() for index, row in zip(indices, rows, strict=True)}
    first = min(by_index)
    if len(by_index) != len(rows) or sorted(by_index) != list(range(first, first + len(rows))) or first > 1:
        return None
    return tuple(by_index[index] for index in sorted(by_index))


def _is_header(rows: list[list[str]]) -> bool:
    if len(rows) < 2:
        return False
    if len(rows[0]) == 1:
        return rows[0][0].strip().casefold() in (
            "label",
            "labels",
            "name",
            "class",
            "classname",
            "class_name",
        )
    return not rows[0][0].strip().isdecimal() and rows[1][0].strip().isdecimal()
