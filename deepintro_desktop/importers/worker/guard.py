"""The second line of defence: what no network needs is refused inside the helper, whoever asks for it.

An audit hook sees what Python code does: connections, programs, writing, unpickling. It cannot be taken out
again. It does not see native code; on Linux the kernel watches that (:mod:`.landlock`).
"""

import os
import sys
from pathlib import Path
from typing import Any

_NETWORK = {
    "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
    "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request",
}  # fmt: skip
_PROGRAMS = {
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty",
    "os.startfile", "os.startfile/2", "pty.spawn", "os.kill", "os.killpg",
}  # fmt: skip
_REFUSED = _NETWORK | _PROGRAMS
_PATHS_OF = {
    "os.remove": (0,),
    "os.rmdir": (0,),
    "os.mkdir": (0,),
    "os.truncate": (0,),
    "os.chmod": (0,),
    "os.chown": (0,),
    "os.utime": (0,),
    "os.setxattr": (0,),
    "os.rename": (0, 1),
    "os.link": (0, 1),
    "os.symlink": (1,),
}
"""Events that change files, and which of their arguments are paths."""

_NULL = Path(os.devnull)
_FOLDER_DESCRIPTORS_OF = {"os.remove": 1, "os.rmdir": 1, "os.mkdir": 2}
_WRITING_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LOADERS = ("<frozen importlib._bootstrap_external>", "<frozen zipimport>")
_FROZEN_LOADER = "pyimod"
"""The modules of PyInstaller that load ours out of the executable."""


class Refusal(PermissionError):
    """Something asked for what a network does not need. Libraries that can do without carry on."""


def install(writable: Path) -> None:
    """Refuse from now on, in this process, what :class:`Guard` refuses."""
    sys.addaudithook(Guard(writable))


class Guard:
    """An audit hook that raises :class:`Refusal` for everything that is not allowed.

    Parameters
    ----------
    writable : Path
        Only below this folder, and into the null device, may anything be written.
    """

    def __init__(self, writable: Path) -> None:
        self._root = writable.resolve()

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Look at an event of Python (https://docs.python.org/3/library/audit_events.html)."""
        if event == "open":
            if _writes(arguments) and not self._may_write(_full(arguments[0], None, follow=True)):
                raise Refusal(f"writing {arguments[0]!r}")
        elif event in _PATHS_OF:
            self._check_paths(event, arguments)
        elif event in _REFUSED:
            raise Refusal(event)
        elif event == "marshal.loads" and not _is_loader(sys._getframe(1).f_code.co_filename):
            raise Refusal("running code that came as data")

    def _check_paths(self, event: str, arguments: tuple[Any, ...]) -> None:
        position = _FOLDER_DESCRIPTORS_OF.get(event)
        descriptor = None if position is None else arguments[position]
        for index in _PATHS_OF[event]:
            if not self._may_write(_full(arguments[index], descriptor, follow=False)):
                raise Refusal(f"{event} {arguments[index]!r}")

    def _may_write(self, full: Path | None) -> bool:
        return full is not None and (full.is_relative_to(self._root) or full == _NULL)


def _writes(arguments: tuple[Any, ...]) -> bool:
    _, mode, flags = arguments
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return isinstance(flags, int) and bool(flags & _WRITING_FLAGS)


def _full(path: Any, folder_descriptor: object, *, follow: bool) -> Path | None:
    """Return the real path, also where it is given relative to an open folder (on Linux), else None.

    A file that is open already, given by its number, counts as the null device.

    The last part is followed only where something is opened: what is removed or renamed is the link itself.
    """
    if isinstance(path, int):
        return _NULL
    try:
        full = Path(os.fsdecode(path))
        if isinstance(folder_descriptor, int) and folder_descriptor >= 0 and not full.is_absolute():
            full = Path(f"/proc/self/fd/{folder_descriptor}").readlink() / full
        return full.resolve() if follow or full.name in ("", "..") else full.parent.resolve() / full.name
    except (OSError, RuntimeError, TypeError, ValueError):
        return None


def _is_loader(filename: str) -> bool:
    return filename in _LOADERS or Path(filename).name.startswith(_FROZEN_LOADER)
