"""The helper's pipes: stdout speaks the protocol and nothing else; stdin tells when the program is gone."""

import faulthandler
import os
import shutil
import sys
import threading
import time
from pathlib import Path
from typing import BinaryIO

from deepintro_desktop.importers.worker.protocol import Message, Progress, encode

EXIT_ORPHAN = 70
_MIN_GAP_S = 0.05


def take_stdout(log: Path) -> BinaryIO:
    """Return what was stdout, and send all that anybody prints, native libraries too, into a log file."""
    channel = os.fdopen(os.dup(1), "wb", buffering=0)
    writing = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(writing, 1)
    os.dup2(writing, 2)
    sys.stdout = sys.stderr = os.fdopen(
        writing, "w", buffering=1, encoding="utf-8", errors="backslashreplace"
    )
    faulthandler.enable(sys.stderr)
    return channel


def leave_with_parent(folder: Path) -> None:
    """End this process, and remove its folder, as soon as the program that started it is gone.

    The program never writes to our stdin; its end comes when the program ends, however that happens.
    """
    lifeline = os.dup(0)
    # On Windows, whoever asks for the kind of a handle that is being read waits until the read ends; and
    # libraries ask for that of stdin while they are loaded.
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)

    def wait() -> None:
        while _read(lifeline):
            pass
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(EXIT_ORPHAN)

    threading.Thread(target=wait, name="lifeline", daemon=True).start()


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1)
    except OSError:
        return b""


class Speaker:
    """Sends messages to the program; progress at most twenty times a second."""

    def __init__(self, channel: BinaryIO) -> None:
        self._channel = channel
        self._last_message = ""
        self._last_time = -_MIN_GAP_S

    def send(self, message: Message) -> None:
        """Send a message; leave when nobody listens any more."""
        try:
            self._channel.write(encode(message))
        except OSError:
            os._exit(EXIT_ORPHAN)

    def progress(self, fraction: float, message: str) -> None:
        """Say how far the work is."""
        now = time.monotonic()
        if message == self._last_message and now - self._last_time < _MIN_GAP_S:
            return
        self._last_message, self._last_time = message, now
        self.send(Progress(fraction, message))
