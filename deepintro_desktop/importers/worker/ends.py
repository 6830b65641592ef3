"""Words for a helper that ended without an answer."""

import signal
from pathlib import Path

from deepintro_desktop.core.errors import DeepIntroError, OutOfMemoryError, UnreadableNetworkError

_N_LINES = 20
_MAX_LOG_BYTES = 1 << 16
_MEMORY_WORDS = ("bad_alloc", "out of memory", "cannot allocate memory", "memoryerror")
_KILLED = -9
_WINDOWS_NO_MEMORY = (0xC0000017, 0xC000012D)


def error_of_end(name: str, code: int, log: Path) -> DeepIntroError:
    """Return the error for an exit code (negative: a signal) and the last lines of the helper's log."""
    lines = last_lines(log)
    facts: dict[str, object] = {"ended": _words(code), "log": "\n".join(lines)}
    said = "\n".join(lines).casefold()
    if _is_about_memory(code, said):
        return OutOfMemoryError(
            f"{name} needs more memory than there is.",
            "The system stopped the helper that was opening it.",
            "Close other programs, or use a machine with more memory.",
            **facts,
        )
    return UnreadableNetworkError(
        f"{name} could not be opened.",
        f"The helper that was reading it broke down ({_words(code)}); nothing else was touched.",
        "The file is probably damaged: copy or download it again, or ask the network's author for an ONNX "
        "export of it.",
        **facts,
    )


def last_lines(log: Path) -> list[str]:
    """Return the last lines of a log, as far as there are any."""
    try:
        with log.open("rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - _MAX_LOG_BYTES))
            return file.read().decode("utf-8", "replace").splitlines()[-_N_LINES:]
    except OSError:
        return []


def _is_about_memory(code: int, said: str) -> bool:
    ended = code == _KILLED or code % (1 << 32) in _WINDOWS_NO_MEMORY
    return ended or any(word in said for word in _MEMORY_WORDS)


def _words(code: int) -> str:
    if code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code:#x}" if code > 255 else f"exit code {code}"
