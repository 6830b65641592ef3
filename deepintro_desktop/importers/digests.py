"""Digests of source files: they identify a network."""

import hashlib
from pathlib import Path

from deepintro_desktop.core.errors import NotFoundError, UnreadableNetworkError
from deepintro_desktop.core.records import SourceFile


def source_file(role: str, path: Path) -> SourceFile:
    """Return role, name, SHA-256 and size of a file.

    Raise ``NotFoundError`` or ``UnreadableNetworkError``.
    """
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return SourceFile(role, path.name, digest, path.stat().st_size)
    except FileNotFoundError as error:
        raise NotFoundError(
            f"{path.name} does not exist (any more).", "", "Choose the file again."
        ) from error
    except OSError as error:
        raise UnreadableNetworkError(
            f"{path.name} cannot be read.", f"{error.strerror}.", "Check the rights to read it."
        ) from error


def network_digest(files: tuple[SourceFile, ...]) -> str:
    """Return what identifies the network: the digest of its only file, or of the list of all."""
    own = [entry for entry in files if entry.role in ("network", "weights")]
    if len(own) == 1:
        return own[0].sha256
    lines = "".join(f"{entry.sha256}  {entry.name}\n" for entry in sorted(own, key=lambda entry: entry.name))
    return hashlib.sha256(lines.encode()).hexdigest()
