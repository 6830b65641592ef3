"""Content by its digest: ``objects/ab/<sha256>``, written whole or not at all, never changed."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.library.faults import gone, mapped
from deepintro_desktop.library.seal import sync_folder

FOLDER_NAME = "objects"
_TEMPORARY = "incoming"


def digest(data: bytes) -> str:
    """Return the name of a content: its SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


class ObjectStore:
    """The content-addressed files of a library.

    Parameters
    ----------
    folder : Path
        The library's folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder / FOLDER_NAME

    def path(self, sha256: str) -> Path:
        """Return where that content lies, or would lie."""
        return self.root / sha256[:2] / sha256

    def write(self, data: bytes) -> str:
        """Store a content and return its digest; it is on the disk, complete, when this returns.

        A damaged file of that digest is replaced.
        """
        sha256 = digest(data)
        path = self.path(sha256)
        with mapped(self.folder):
            if _size(path) != len(data) or digest(path.read_bytes()) != sha256:
                self._write_whole(path, data)
        return sha256

    def _write_whole(self, path: Path, data: bytes) -> None:
        incoming = self.root / _TEMPORARY
        for folder in (self.root, incoming, path.parent):
            # Never the library's own folder: where a drive was removed, it would come to lie on another one.
            folder.mkdir(mode=0o700, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=incoming)  # mkstemp makes files for the owner only
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
        sync_folder(path.parent)

    def read(self, sha256: str, name: str) -> bytes:
        """Return a content; raise ``LibraryError`` naming ``name`` when it is missing or not what it was."""
        try:
            with mapped(self.folder):
                data = self._bytes_or_none(sha256)
        except LibraryError as error:
            raise LibraryError(f"{name} cannot be read from the library.", error.why, error.hint) from error
        if data is None and not self.root.is_dir():
            raise gone(self.folder)
        if data is None or digest(data) != sha256:
            missing = f"Its content is missing from {self.root}."
            raise LibraryError(
                f"{name} cannot be read from the library.",
                missing if data is None else f"Its content is damaged in {self.root}.",
                "Remove it from the library and add its file again.",
            )
        return data

    def _bytes_or_none(self, sha256: str) -> bytes | None:
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError:
            return None

    def bytes_of(self, sha256: str) -> bytes:
        """Return what lies under that digest, unchecked; nothing where nothing lies."""
        with mapped(self.folder):
            return self._bytes_or_none(sha256) or b""

    def delete(self, sha256: str) -> None:
        """Forget a content; one that is not there is no fault, one in use (Windows) is left for later."""
        with contextlib.suppress(OSError):
            self.path(sha256).unlink(missing_ok=True)

    def all(self) -> Iterator[str]:
        """Yield the digest of every stored content."""
        if not self.root.is_dir():
            return
        for shelf in sorted(self.root.iterdir()):
            if len(shelf.name) == 2 and shelf.is_dir():
                yield from sorted(path.name for path in shelf.iterdir())

    def clear_incoming(self) -> None:
        """Remove what an interrupted writer left; only the one writer may call this."""
        incoming = self.root / _TEMPORARY
        if incoming.is_dir():
            for path in incoming.iterdir():
                with contextlib.suppress(OSError):
                    path.unlink()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return -1
