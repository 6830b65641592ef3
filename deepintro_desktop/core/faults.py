"""Faults of the program itself: kept as a report that a person may send, without their data."""

import platform
import time
import traceback
from pathlib import Path


def keep_fault_report(folder: Path, verb: str, error: BaseException) -> Path | None:
    """Write a report of an unexpected exception; return its path, or None when nothing could be written.

    The report holds the traceback and versions only: file names can carry the names of patients.
    """
    now = time.strftime("%Y%m%d-%H%M%S")
    path = folder / f"{now}-{time.monotonic_ns() % 1_000_000:06d}-{verb or 'window'}.txt"
    trace = "".join(traceback.format_tb(error.__traceback__))
    machine = f"{platform.platform()}, Python {platform.python_version()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{verb}\n{machine}\n\n{trace}{type(error).__name__}\n", encoding="utf-8")
    except OSError:
        return None
    return path
