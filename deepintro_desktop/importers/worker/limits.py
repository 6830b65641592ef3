"""How much memory and time a helper may take, and who watches that."""

import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from deepintro_desktop.core.errors import DeepIntroError, OutOfMemoryError, UnreadableNetworkError
from deepintro_desktop.core.requests import AddNetworkRequest

_GAP_S = 0.1
_FAMILY_GAP_S = 1.0

BASE_BYTES = 4 << 30
"""What the libraries and a small network need at most (measured: 0.5 to 2 GB)."""

BYTES_PER_BYTE = 16
"""What a large network needs per byte of its files (measured: 8 for the worst route, Keras)."""

MAX_SHARE_OF_MEMORY = 0.7
_MAX_FILES_OF_FOLDER = 10_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What a helper may take before it is stopped.

    ``memory_bytes`` is of the process and everything it started (resident). ``silent_s`` is the time without
    any sign of progress: the longest single step measured was 136 s, on two busy cores.
    """

    memory_bytes: int
    total_s: float = 1200.0
    silent_s: float = 300.0


def limits_for(request: AddNetworkRequest) -> Limits:
    """Return limits that fit the size of the files, and leave the rest of the memory to other programs."""
    memory = psutil.virtual_memory()
    ours = int(MAX_SHARE_OF_MEMORY * max(memory.available, memory.total // 2))
    files = sum(_size(path) for path in (request.path, request.weights) if path is not None)
    return Limits(min(ours, BASE_BYTES + BYTES_PER_BYTE * files))


def _size(path: Path) -> int:
    """Return the bytes of a file and its companions, or of a folder; unreadable things count nothing."""
    try:
        if path.is_file():
            # Weights often lie beside the structure, under the same first name.
            stem = path.name.split(".")[0]
            entries = [entry for entry in path.parent.iterdir() if entry.name.split(".")[0] == stem]
        else:
            entries = [entry for entry, _ in zip(path.rglob("*"), range(_MAX_FILES_OF_FOLDER), strict=False)]
        return sum(entry.stat().st_size for entry in entries if entry.is_file())
    except OSError:
        return 0


class Watch:
    """Watches one helper."""

    def __init__(self, pid: int, limits: Limits, name: str) -> None:
        self._process = psutil.Process(pid)
        self._limits = limits
        self.name = name
        self._started = self._heard = time.monotonic()
        self._looked = self._looked_for_children = -_FAMILY_GAP_S
        self._children: list[psutil.Process] = []

    def heard(self) -> None:
        """Note a sign of progress."""
        self._heard = time.monotonic()

    def check(self) -> None:
        """Raise an error that names the file when a limit is passed."""
        now = time.monotonic()
        if now - self._started > self._limits.total_s or now - self._heard > self._limits.silent_s:
            raise _too_slow(self.name, now - self._started)
        if now - self._looked < _GAP_S:
            return
        self._looked = now
        used = self._used(now)
        if used > self._limits.memory_bytes:
            raise _too_large(self.name, self._limits.memory_bytes)

    def _used(self, now: float) -> int:
        if now - self._looked_for_children >= _FAMILY_GAP_S:
            self._looked_for_children = now
            self._children = _children(self._process)
        return sum(_resident(process) for process in (self._process, *self._children))


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _too_large(name: str, n_bytes: int) -> DeepIntroError:
    return OutOfMemoryError(
        f"{name} needs too much memory to open.",
        f"It was stopped at {n_bytes / 1e9:.1f} GB.",
        "Close other programs, or use a machine with more memory; a damaged file can be the reason, too.",
        limit_bytes=n_bytes,
    )


def _too_slow(name: str, seconds: float) -> DeepIntroError:
    passed = f"{seconds / 60:.0f} minutes" if seconds >= 100 else f"{seconds:.0f} seconds"
    return UnreadableNetworkError(
        f"{name} takes too long to open.",
        f"It was stopped after {passed} without a result.",
        "The file may be damaged. Ask the network's author for an ONNX export of it.",
        seconds=round(seconds, 1),
    )
