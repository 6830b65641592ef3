"""Faults of the program itself: kept as a report that a person may send, without their data."""

import platform
import time
import traceback
from pathlib import Path

_MAX_CHAIN = 20


class RemoteFault(Exception):  # noqa: N818 - the error happened elsewhere; this brings it here
    """A fault of the program in one of its helper processes.

    Parameters
    ----------
    name, text : str
        Class and message of the exception there.
    trace : str
        Where it happened, as :func:`places` gives it: without messages, which can hold names of files.
    """

    def __init__(self, name: str, text: str, trace: str) -> None:
        super().__init__(f"{name}: {text}" if text else name)
        self.name = name
        self.trace = trace
        self.add_note(f"In the helper:\n{trace}")


def places(error: BaseException) -> str:
    """Return where an exception, and those that led to it, happened: files and lines of ours, no messages."""
    parts: list[str] = []
    current: BaseException | None = error
    while current is not None and len(parts) < _MAX_CHAIN:
        trace = "".join(traceback.format_tb(current.__traceback__))
        remote = current.trace if isinstance(current, RemoteFault) else ""
        parts.append(f"{remote}{trace}{type(current).__name__}\n")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "while handling\n".join(reversed(parts))


def keep_fault_report(folder: Path, verb: str, error: BaseException) -> Path | None:
    """Write a report of an unexpected exception; return its path, or None when nothing could be written.

    The report holds the places and versions only: file names can carry the names of patients.
    """
    now = time.strftime("%Y%m%d-%H%M%S")
    path = folder / f"{now}-{time.monotonic_ns() % 1_000_000:06d}-{verb or 'window'}.txt"
    machine = f"{platform.platform()}, Python {platform.python_version()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{verb}\n{machine}\n\n{places(error)}", encoding="utf-8")
    except OSError:
        return None
    return path
