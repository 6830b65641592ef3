"""The seal of a database: its digest, kept from a clean end to the next opening.

SQLite notices damage of its pages' structure, not of the text within. A database that is not what was last
written, be it for a failing disk or for another program, must not be taken for true.
"""

import contextlib
import hashlib
import os
from pathlib import Path

from deepintro_desktop.library.faults import DATABASE_NAME, mapped

SEAL_NAME = f"{DATABASE_NAME}.seal"

BROKEN = (
    f"{DATABASE_NAME} is not what was last written: its disk fails, or another program has changed it, "
    "and what it says may be wrong. "
    f"Restore the folder from a backup, or remove {SEAL_NAME} to go on with it as it is."
)
_JOURNALS = ("-wal", "-journal")


def write(folder: Path) -> None:
    """Seal the closed database of a folder; without room for a seal there is none."""
    path = folder / DATABASE_NAME
    if any(path.with_name(path.name + ending).exists() for ending in _JOURNALS):
        return  # what the journal holds is not in the file yet
    with contextlib.suppress(OSError):
        text = _digest(path)
        descriptor = os.open(folder / SEAL_NAME, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)


def is_broken(folder: Path) -> bool:
    """Tell whether there is a seal and the database is not what was sealed."""
    path = folder / DATABASE_NAME
    with mapped(folder):
        if not path.exists() or path.stat().st_size == 0:
            return False  # lost, which is another matter
        sealed = _sealed(folder)
        # The seal is looked at again: a writer may have taken it off meanwhile.
        return bool(sealed) and sealed != _digest(path) and sealed == _sealed(folder)


def _sealed(folder: Path) -> str:
    """Return the digest that was sealed; empty where none is, or where a full disk has cut it short."""
    try:
        text = (folder / SEAL_NAME).read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return ""
    return text if len(text) == hashlib.sha256().digest_size * 2 else ""


def remove(folder: Path) -> None:
    """Take the seal off, before anything is written. It stays off when the power fails now."""
    with contextlib.suppress(FileNotFoundError):
        (folder / SEAL_NAME).unlink()
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make a changed name in a folder survive a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
