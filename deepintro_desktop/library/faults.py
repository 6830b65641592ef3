"""The one place where faults of SQLite and of the operating system become sentences."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deepintro_desktop.core.errors import LibraryError

DATABASE_NAME = "library.sqlite3"

_OTHER_FOLDER = "Choose another folder with --library."

_FULL = ("The disk is full.", "Free some space and try again; nothing was stored half.")
_WRITE = ("The folder may not be written.", "Ask for permission to write there, or choose another folder.")
_DAMAGED = (
    f"{DATABASE_NAME} is damaged.",
    "Restore the folder from a backup, or choose another folder with --library.",
)
_FOREIGN = (f"{DATABASE_NAME} is not a library of this program.", _OTHER_FOLDER)
_LOCKED = ("Another program holds the database.", "Close other windows of the program and try again.")
_HARDWARE = ("The disk reports an error.", "Check the disk and its connection, then make a backup.")
_OPEN = ("The database file cannot be opened.", _OTHER_FOLDER)
_MEMORY = ("The memory is full.", "Close other programs and try again.")
_GONE = (
    "Its folder is not there any more.",
    "Connect its drive again or put the folder back, then start the program again.",
)

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _WRITE,
    sqlite3.SQLITE_PERM: _WRITE,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _FOREIGN,
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_PROTOCOL: _LOCKED,
    sqlite3.SQLITE_IOERR: _HARDWARE,
    sqlite3.SQLITE_CANTOPEN: _OPEN,
    sqlite3.SQLITE_NOMEM: _MEMORY,
}

_UNCODED_DAMAGE = ("Could not decode to UTF-8", "unsupported file format")
"""How faults begin that are damage, too, and come without a code of their own."""

_BY_EXTENDED_CODE = {
    # The index of the journal could not grow: SQLite takes a full disk for a fault of it there.
    sqlite3.SQLITE_IOERR_SHMSIZE: _FULL,
}

_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _WRITE,
    errno.EPERM: _WRITE,
    errno.EROFS: _WRITE,
    errno.EIO: _HARDWARE,
    errno.ENOENT: _GONE,
    errno.ENODEV: _GONE,
    errno.ENXIO: _GONE,
    getattr(errno, "ESTALE", errno.ENODEV): _GONE,
    errno.ENOMEM: _MEMORY,
    errno.ENOTDIR: ("A part of its path is a file.", _OTHER_FOLDER),
    errno.ENAMETOOLONG: ("Its path is too long.", _OTHER_FOLDER),
    errno.EMFILE: ("The program has too many files open.", "Close the program and start it again."),
}


def as_library_error(
    error: sqlite3.Error | OSError | UnicodeDecodeError, folder: Path
) -> LibraryError | None:
    """Return the sentence for a fault of the machine, or None when the fault is the program's own."""
    if isinstance(error, OSError):
        said = os.strerror(error.errno) if error.errno else str(error)
        fallback = (f"The system says: {said}.", _OTHER_FOLDER)
        why, hint = _BY_ERRNO.get(error.errno or 0, fallback)
    elif isinstance(error, UnicodeDecodeError) or str(error).startswith(_UNCODED_DAMAGE):
        why, hint = _DAMAGED  # no letters where there should be some: in a row, or in what SQLite says of it
    else:
        # The extended code carries the primary one in its lowest byte.
        code = getattr(error, "sqlite_errorcode", 0)
        known = _BY_EXTENDED_CODE.get(code) or _BY_SQLITE_CODE.get(code & 0xFF)
        if known is None:
            return None
        why, hint = known
    return LibraryError(f"The library in {folder} cannot be used.", why, hint)


@contextmanager
def mapped(folder: Path) -> Iterator[None]:
    """Turn faults of the machine inside the block into ``LibraryError``; let the program's own through."""
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        calm = as_library_error(error, folder)
        if calm is None:
            raise
        raise calm from error


def damaged(folder: Path, why: str = "") -> LibraryError:
    """Return the error for a database whose content makes no sense."""
    return LibraryError(f"The library in {folder} cannot be used.", why or _DAMAGED[0], _DAMAGED[1])


def gone(folder: Path) -> LibraryError:
    """Return the error for a library whose folder or drive went away while it was open."""
    return LibraryError(f"The library in {folder} cannot be used.", *_GONE)


def is_full(error: BaseException | None) -> bool:
    """Tell whether an error was said because the disk is full."""
    return isinstance(error, LibraryError) and error.why == _FULL[0]


def foreign(folder: Path) -> LibraryError:
    """Return the error for a file that is no library."""
    return LibraryError(f"The library in {folder} cannot be used.", *_FOREIGN)
