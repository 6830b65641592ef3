"""One writer per library: a file that the operating system locks, and unlocks when the process ends."""

import contextlib
import os
import sys
from pathlib import Path

LOCK_NAME = "library.lock"

# Windows keeps others from reading locked bytes: the lock lies behind the text that names its owner.
_LOCKED_BYTE = 4096


class WriterLock:
    """The right to write to a library, held until :meth:`release` or the end of the process."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Give the right back; a second call does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)  # closing unlocks
            self._descriptor = None


def acquire(folder: Path) -> WriterLock | None:
    """Return the right to write, or None when another process (or another opening here) has it.

    Raises
    ------
    OSError
        When the lock file cannot be made or the file system cannot lock.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOINHERIT", 0)
    descriptor = os.open(folder / LOCK_NAME, flags, 0o600)
    try:
        if not _try_lock(descriptor):
            os.close(descriptor)
            return None
        with contextlib.suppress(OSError):  # the name of the owner is a courtesy; the disk may be full
            os.ftruncate(descriptor, 0)
            os.write(descriptor, f"{os.getpid()}".encode())
    except OSError:
        os.close(descriptor)
        raise
    return WriterLock(descriptor)


def owner(folder: Path) -> str:
    """Return the process number of whoever holds the lock, or an empty text."""
    with contextlib.suppress(OSError):
        text = (folder / LOCK_NAME).read_bytes()[:20].decode("ascii", "ignore").strip()
        return text if text.isdigit() else ""
    return ""


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
