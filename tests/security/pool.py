"""A process that opens files one after the other, watched from outside and replaced when it ends."""

import contextlib
import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

import psutil
from support.paths import REPOSITORY

from deepintro_desktop.importers.worker.surroundings import helper_environment

MAX_SECONDS = 30.0
MAX_BYTES = 4 << 30
_GAP_S = 0.05
_START_S = 120.0
_MAX_TASKS = 400
_TIRED_MB = 2500
_LOG_BYTES = 4000

FAULTS = ("fault", "crash", "hang", "memory", "wording")
"""Ends that no file may cause. All others are "opened" or the kind of a ``DeepIntroError``."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How opening one file ended: ``opened``, the kind of an error with its three sentences, or a fault."""

    end: str
    what: str = ""
    why: str = ""
    hint: str = ""
    trace: str = ""
    seconds: float = 0.0
    peak_mb: int = 0

    @property
    def is_fault(self) -> bool:
        """Whether this must not happen."""
        return self.end in FAULTS

    @property
    def is_refusal(self) -> bool:
        """Whether the file was refused in words."""
        return self.end != "opened" and not self.is_fault


def command(folder: Path, guarded: bool) -> list[str]:
    """Return the command line of a process that opens files."""
    options = ["guarded"] if guarded else []
    return [sys.executable, "-P", str(Path(__file__).with_name("opener.py")), str(folder), *options]


class Opener:
    """Opens files in a process of its own.

    Parameters
    ----------
    guarded : bool
        Put the guards of the program's helper around the importers.
    forced : bool
        Keep the environment variable with which the helper forbids PyTorch to unpickle.
    """

    def __init__(self, *, guarded: bool, forced: bool = True) -> None:
        self._guarded = guarded
        self._forced = forced
        self._folder = Path(tempfile.mkdtemp(prefix="deepintro-security-")).resolve()
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._n_tasks = 0
        self.n_started = 0

    def __enter__(self) -> "Opener":
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process and remove its folder."""
        self._stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def folder(self) -> Path:
        """A folder in which the process may write."""
        return self._folder

    @property
    def is_fresh(self) -> bool:
        """Whether the next file is the first one of a process."""
        return self._process is None or self._process.poll() is not None or self._n_tasks == 0

    def open(self, path: Path, *, max_seconds: float | None = None, **options: Any) -> Outcome:
        """Open a file; never raises for what the file does. ``options``: fields of the request.

        The first file of a process waits for the libraries, too, and may take longer by default.
        """
        process = self._running()
        if max_seconds is None:
            max_seconds = MAX_SECONDS if self._n_tasks else MAX_SECONDS + _START_S
        task = {"path": str(path), **{name: value for name, value in options.items() if value is not None}}
        started = time.monotonic()
        assert process.stdin is not None
        with contextlib.suppress(OSError):  # a process that is gone is noticed below
            process.stdin.write(json.dumps(task, default=str).encode() + b"\n")
            process.stdin.flush()
        found = self._wait(process, started, max_seconds)
        self._n_tasks += 1
        if found.end in ("crash", "hang", "memory") or self._is_tired(process):
            self._stop()
        return worded(found)

    def _wait(self, process: subprocess.Popen[bytes], started: float, max_seconds: float) -> Outcome:
        watched = psutil.Process(process.pid)
        while True:
            line = self._line()
            seconds = round(time.monotonic() - started, 3)
            if line == b"":
                code = process.wait()
                return Outcome("crash", f"ended with {code}", trace=self._log(), seconds=seconds)
            if line is not None:
                answer = json.loads(line)
                found = Outcome(**answer)
                if found.peak_mb > MAX_BYTES >> 20:
                    return replace(found, end="memory", what=f"{found.peak_mb} MB; {found.what}")
                return found
            with contextlib.suppress(psutil.Error):
                used = watched.memory_info().rss
                if used > MAX_BYTES:
                    return Outcome("memory", f"{used >> 20} MB", seconds=seconds)
            if seconds > max_seconds:
                return Outcome("hang", f"no answer after {max_seconds:.0f} s", seconds=seconds)

    def _line(self, wait_s: float = _GAP_S) -> bytes | None:
        with contextlib.suppress(queue.Empty):
            return self._lines.get(timeout=wait_s)
        return None

    def _is_tired(self, process: subprocess.Popen[bytes]) -> bool:
        with contextlib.suppress(psutil.Error):
            used = psutil.Process(process.pid).memory_info().rss >> 20
            return self._n_tasks >= _MAX_TASKS or used > _TIRED_MB
        return True

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._stop()
        with contextlib.suppress(OSError):
            (self._folder / "log.txt").unlink()
        self._process = subprocess.Popen(
            command(self._folder, self._guarded),
            env=self._environment(),
            cwd=self._folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._lines = queue.Queue()
        threading.Thread(target=_pump, args=(self._process.stdout, self._lines), daemon=True).start()
        if self._line(_START_S) != b"ready\n":
            raise RuntimeError(f"the opener did not start: {self._log()}")
        self._n_tasks = 0
        self.n_started += 1
        return self._process

    def _environment(self) -> dict[str, str]:
        variables = helper_environment(self._folder)
        variables["PYTHONPATH"] = os.pathsep.join((str(REPOSITORY), variables.get("PYTHONPATH", "")))
        variables.setdefault("OMP_NUM_THREADS", "1")
        if not self._forced:
            del variables["TORCH_FORCE_WEIGHTS_ONLY_LOAD"]
        return variables

    def _stop(self) -> None:
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]
        self._process = None

    def _log(self) -> str:
        with contextlib.suppress(OSError):
            return (self._folder / "log.txt").read_bytes()[-_LOG_BYTES:].decode("utf-8", "replace")
        return ""


def _pump(stdout: Any, lines: "queue.Queue[bytes]") -> None:
    with contextlib.suppress(OSError, ValueError):
        while line := stdout.readline():
            lines.put(line)
    lines.put(b"")


_SIGNS_OF_CODE = ("Traceback", 'File "', "<class '", "object at 0x", "\n", "Errno")
_MAX_SENTENCES = 700


def worded(found: Outcome) -> Outcome:
    """Return the outcome; a refusal that is not worded for people becomes a fault of the kind "wording"."""
    if not found.is_refusal:
        return found
    text = f"{found.what} {found.why} {found.hint}"
    wrong = [sign for sign in _SIGNS_OF_CODE if sign in text]
    wrong += ["no hint"] if not found.hint else []
    wrong += ["too long"] if len(text) > _MAX_SENTENCES else []
    wrong += ["no end"] if any(part and part[-1] not in ".!…" for part in (found.what, found.hint)) else []
    wrong += ["not printable"] if not text.isprintable() else []
    if not wrong:
        return found
    return replace(found, end="wording", trace=f"{wrong} in: {found.what} | {found.why} | {found.hint}")
