"""Open a network in a helper process: start it, relay its progress, watch it, and always clean up after it.

The helper ends by itself when this process ends (its stdin closes), whatever the reason. It is stopped at
once, with everything it started, when the person cancels or a limit is passed. On Windows it has no console
window; elsewhere it has a session of its own, so that Ctrl-C in a terminal reaches only this process.
"""

import contextlib
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

import psutil

from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.faults import RemoteFault
from deepintro_desktop.core.manifests import from_text
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.importers.contract import ImportedNetwork
from deepintro_desktop.importers.worker import protocol
from deepintro_desktop.importers.worker.ends import error_of_end, last_lines
from deepintro_desktop.importers.worker.limits import Limits, Watch, limits_for
from deepintro_desktop.importers.worker.protocol import Done, Fault, Message, Progress, Refused
from deepintro_desktop.importers.worker.surroundings import helper_command, helper_environment

_GAP_S = 0.05
_PATIENCE_S = 10.0
_ERRORS_FILE = "errors.txt"
_FOLDER_PREFIX = "deepintro-import-"

Command = Callable[[Path], list[str]]


def open_in_helper(
    request: AddNetworkRequest,
    report: Report = SILENT,
    *,
    limits: Limits | None = None,
    command: Command = helper_command,
) -> ImportedNetwork:
    """Open a network file as :func:`deepintro_desktop.importers.open_network` does, in another process.

    ``command`` returns the command line of a helper for the folder of its task.

    Raises
    ------
    DeepIntroError
        What the importer says about the files; ``OutOfMemoryError`` and ``UnreadableNetworkError`` also when
        the helper passes its limits or breaks down.
    Cancelled
        The report was asked to stop; the helper is gone then.
    RemoteFault
        A fault of the program inside the helper.
    """
    report(0, 1, "Opening the network")
    if not request.path.exists():
        raise NotFoundError(
            f"{request.path.name} does not exist.", "", "Check the name, or choose the file again."
        )
    folder = Path(tempfile.mkdtemp(prefix=_FOLDER_PREFIX)).resolve()
    try:
        protocol.write_task(folder, request)
        with Helper(command(folder), folder) as helper:
            _attend(helper, Watch(helper.pid, limits or limits_for(request), request.path.name), report)
        return _result(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Helper:
    """A running helper; leaving the context stops it and everything it started."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.folder = folder
        with (folder / _ERRORS_FILE).open("wb") as errors:
            self._process = subprocess.Popen(
                command,
                cwd=folder,
                env=helper_environment(folder),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                start_new_session=sys.platform != "win32",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        self.pid = self._process.pid
        self._lines: queue.Queue[bytes] = queue.Queue()
        assert self._process.stdout is not None
        self._reader = threading.Thread(target=self._pump, args=(self._process.stdout,), daemon=True)
        self._reader.start()

    def __enter__(self) -> "Helper":
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self._stop()

    def line(self, wait_s: float) -> bytes | None:
        """Return the next line, empty when the helper has closed its end, None when nothing came in time."""
        with contextlib.suppress(queue.Empty):
            return self._lines.get(timeout=wait_s)
        return None

    def exit_code(self) -> int:
        """Return the exit code of a helper that has closed its end; negative for a signal."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self._process.wait(_PATIENCE_S)
        self._stop()
        return self._process.wait()

    def _pump(self, stdout: IO[bytes]) -> None:
        while line := stdout.readline(protocol.MAX_LINE_BYTES):
            self._lines.put(line)
        self._lines.put(b"")

    def _stop(self) -> None:
        """End the helper and its children, children first known, and wait until it is gone."""
        family: list[psutil.Process] = []
        with contextlib.suppress(psutil.Error):
            family = psutil.Process(self.pid).children(recursive=True)
        if self._process.poll() is None:
            self._process.kill()
            if sys.platform != "win32":
                with contextlib.suppress(OSError):
                    os.killpg(self.pid, signal.SIGKILL)
        for child in family:
            with contextlib.suppress(psutil.Error):
                child.kill()
        self._process.wait()
        self._reader.join(_PATIENCE_S)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def _attend(helper: Helper, watch: Watch, report: Report) -> None:
    """Relay progress until the helper is done; raise what it refuses."""
    has_spoken = False
    while True:
        report.check()
        watch.check()
        line = helper.line(_GAP_S)
        if line is None:
            continue
        if not line:
            raise _ended(helper, watch.name, has_spoken)
        message = _message(line)
        if message is None:
            continue
        has_spoken = True
        watch.heard()
        if isinstance(message, Done):
            return
        _act(message, report)


def _message(line: bytes) -> Message | None:
    """Return what a line says; None for what others printed before the helper took its stdout."""
    if not line.startswith(protocol.LINE_START):
        return None
    return protocol.decode(line)


def _act(message: Message, report: Report) -> None:
    if isinstance(message, Progress):
        report(message.fraction, 1.0, message.message)
    elif isinstance(message, Refused):
        raise protocol.error_of(message)
    elif isinstance(message, Fault):
        raise RemoteFault(message.name, message.text, message.trace)


def _ended(helper: Helper, name: str, has_spoken: bool) -> Exception:
    code = helper.exit_code()
    if has_spoken:
        return error_of_end(name, code, helper.folder / protocol.LOG_FILE)
    # It never began to read the file, so the file is not at fault.
    said = last_lines(helper.folder / _ERRORS_FILE) or last_lines(helper.folder / protocol.LOG_FILE)
    return RemoteFault("HelperDidNotStart", f"exit code {code}", "\n".join(said) + "\n")


def _result(folder: Path) -> ImportedNetwork:
    text = (folder / protocol.MANIFEST_FILE).read_bytes().decode("utf-8", "surrogatepass")
    return ImportedNetwork((folder / protocol.NETWORK_FILE).read_bytes(), from_text(text))
