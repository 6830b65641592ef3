"""Progress on stderr: a bar on a terminal, plain lines otherwise."""

import sys
import time
from typing import TextIO

from deepintro_desktop.core.progress import Report

_BAR_WIDTH = 28
_MIN_GAP_S = 0.1
_LINE_GAP_S = 5.0


def _without_digits(message: str) -> str:
    return "".join(character for character in message if not character.isdigit())


class ProgressPrinter:
    """Prints how far a verb is."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._is_terminal = self._stream.isatty()
        self._last_message = ""
        self._last_time = 0.0
        self._is_open = False

    def __call__(self, fraction: float, message: str) -> None:
        """Show a fraction (0 to 1) and a message."""
        now = time.monotonic()
        if not self._is_terminal:
            self._show_line(message, now)
            return
        if now - self._last_time < _MIN_GAP_S and message == self._last_message:
            return
        self._last_time, self._last_message = now, message
        n_full = round(fraction * _BAR_WIDTH)
        bar = "█" * n_full + "·" * (_BAR_WIDTH - n_full)
        self._stream.write(f"\r\033[K{bar} {fraction:4.0%} {message}")
        self._stream.flush()
        self._is_open = True

    def _show_line(self, message: str, now: float) -> None:
        """Print a line when another step begins, and now and then while a counted one goes on."""
        is_new = _without_digits(message) != _without_digits(self._last_message)
        if message and (is_new or now - self._last_time >= _LINE_GAP_S):
            self._stream.write(f"{message}\n")
            self._last_time, self._last_message = now, message

    def close(self) -> None:
        """Take the bar away."""
        if self._is_open:
            self._stream.write("\r\033[K")
            self._stream.flush()
            self._is_open = False

    def report(self) -> Report:
        """Return a report that prints here."""
        return Report(on_progress=self)
