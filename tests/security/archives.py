"""Take zip archives apart and put them together with other contents."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from security.packed import Members, packed

Change = Callable[[str, bytes], bytes | None]


def members(path: Path) -> Members:
    """Return names and contents of an archive."""
    with zipfile.ZipFile(path) as archive:
        return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]


def changed(path: Path, target: Path, change: Change, *, more: Members = ()) -> Path:
    """Write an archive with its contents changed (None leaves one out) and others added."""
    kept = [(name, change(name, content)) for name, content in members(path)]
    target.write_bytes(packed([*((name, content) for name, content in kept if content is not None), *more]))
    return target


def replacing(ending: str, content: bytes) -> Change:
    """Return a change that replaces every member whose name ends so."""
    return lambda name, old: content if name.endswith(ending) else old


def bomb(names: list[str], n_bytes: int) -> bytes:
    """Return a small archive whose members are this large when they are unpacked."""
    target, zeros = io.BytesIO(), bytes(1 << 20)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            with archive.open(name, "w", force_zip64=True) as member:
                for _ in range(n_bytes >> 20):
                    member.write(zeros)
    return target.getvalue()


def with_claimed_size(data: bytes, name: str, n_bytes: int) -> bytes:
    """Return an archive whose table of contents lies about the size of a member."""
    result = bytearray(data)
    entry = bytes(result).rindex(b"PK\x01\x02", 0, bytes(result).rindex(name.encode()))
    result[entry + 24 : entry + 28] = n_bytes.to_bytes(4, "little")
    return bytes(result)
