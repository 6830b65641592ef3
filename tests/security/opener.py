"""Opens one network after the other in this process: ``opener.py FOLDER [guarded]``, tasks as lines of JSON.

One process for many files, because libraries take seconds to load. ``guarded`` adds what the program's helper
adds around the importers (audit hook, Landlock); without it the importers alone must keep a file harmless.
"""

import contextlib
import faulthandler
import json
import os
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers.worker import guard, landlock

_PEAK = "VmHWM:"
_RESET_PEAK = b"5"


def main() -> None:
    """Answer each line of stdin with one line on stdout, until stdin ends."""
    folder = Path(sys.argv[1])
    peak = Peak()
    if "guarded" in sys.argv[2:]:
        landlock.confine(folder)
    channel = _take_stdout(folder / "log.txt")
    if "guarded" in sys.argv[2:]:
        guard.install(folder)
    from deepintro_desktop.importers import open_network

    channel.write(b"ready\n")
    for line in sys.stdin.buffer:
        task = json.loads(line)
        peak.reset()
        started = time.perf_counter()
        answer = _answer(open_network, _request(task))
        answer["seconds"] = round(time.perf_counter() - started, 3)
        answer["peak_mb"] = peak.megabytes()
        channel.write(json.dumps(answer, default=str).encode() + b"\n")
    os._exit(0)


class Peak:
    """The largest resident memory since the last reset; zero where the system does not tell."""

    def __init__(self) -> None:
        self._reset: int | None = None
        with contextlib.suppress(OSError):
            # Opened now: later this process may not write outside its folder.
            self._reset = os.open("/proc/self/clear_refs", os.O_WRONLY)

    def reset(self) -> None:
        """Begin anew."""
        if self._reset is not None:
            os.pwrite(self._reset, _RESET_PEAK, 0)

    def megabytes(self) -> int:
        """Return the peak in MB."""
        if self._reset is None:
            return 0
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith(_PEAK):
                return int(line.split()[1]) // 1024
        return 0


def _take_stdout(log: Path) -> Any:
    channel = os.fdopen(os.dup(1), "wb", buffering=0)
    writing = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(writing, 1)
    os.dup2(writing, 2)
    sys.stdout = sys.stderr = os.fdopen(writing, "w", buffering=1, errors="backslashreplace")
    faulthandler.enable(sys.stderr)
    return channel


def _request(task: dict[str, Any]) -> AddNetworkRequest:
    paths = {name: Path(task.pop(name)) for name in ("path", "weights", "labels", "mean") if name in task}
    return AddNetworkRequest(**paths, **task)


def _answer(open_network: Any, request: AddNetworkRequest) -> dict[str, Any]:
    try:
        imported = open_network(request)
    except DeepIntroError as error:
        return {"end": error.kind, "what": error.what, "why": error.why, "hint": error.hint}
    except BaseException as error:  # whatever else comes out is a fault, and the next file shall be opened
        trace = "".join(traceback.format_exception(error))[-6000:]
        return {"end": "fault", "what": f"{type(error).__name__}: {error}"[:500], "trace": trace}
    return {"end": "opened", "what": f"{imported.manifest.n_classes} classes"}


if __name__ == "__main__":
    main()
