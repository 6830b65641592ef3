"""Proofs of harm: a file that must not come to be, one that must not be opened, and nothing else changed."""

import ctypes
import os
import sys
from pathlib import Path

_IN_OPEN = 0x20
_EVENT_BYTES = 4096


class Canary:
    """A folder for hostile files, with what they would touch.

    ``marker`` does not exist: a file that comes to be there proves that something ran or wrote. ``secret`` is
    a file outside the network's ``folder``: opening it is noticed on Linux, whoever does it, native code too.
    """

    def __init__(self, root: Path) -> None:
        self.folder = root / "network"
        self.folder.mkdir()
        outside = root / "outside"
        outside.mkdir()
        self.marker = outside / "ran.txt"
        self.secret = outside / "secret.bin"
        self.secret.write_bytes(b"secret" * 1000)
        self._root = root
        self._watch = Watch()
        self._before: dict[str, bytes] = {}

    def arm(self) -> None:
        """Remember all files as they are, and watch from now on."""
        self._before = self._files()
        self._watch.add(self.secret)
        self._watch.opened()

    def harm(self) -> list[str]:
        """Return what was touched since; empty when all is well."""
        found = ["the secret was opened"] if self._watch.opened() else []
        after = self._files()
        found += [f"{name} came to be" for name in after.keys() - self._before.keys()]
        found += [f"{name} is gone" for name in self._before.keys() - after.keys()]
        found += [
            f"{name} was changed" for name, data in self._before.items() if after.get(name, data) != data
        ]
        return found

    def close(self) -> None:
        """Stop watching."""
        self._watch.close()

    def _files(self) -> dict[str, bytes]:
        paths = [path for path in self._root.rglob("*") if path.is_file() and not path.is_symlink()]
        return {
            path.relative_to(self._root).as_posix(): path.read_bytes()
            for path in paths
            if path != self.secret
        }


class Watch:
    """Notices that files are opened, by inotify; notices nothing on other systems."""

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
        self._descriptor = self._libc.inotify_init1(os.O_NONBLOCK) if self._libc is not None else -1

    @property
    def works(self) -> bool:
        """Whether this system tells."""
        return self._descriptor >= 0

    def add(self, path: Path) -> None:
        """Watch a file."""
        if self.works:
            assert self._libc.inotify_add_watch(self._descriptor, os.fsencode(path), _IN_OPEN) >= 0

    def opened(self) -> bool:
        """Return whether a watched file was opened since the last question."""
        if not self.works:
            return False
        try:
            return bool(os.read(self._descriptor, _EVENT_BYTES))
        except BlockingIOError:
            return False

    def close(self) -> None:
        """Stop watching."""
        if self.works:
            os.close(self._descriptor)
            self._descriptor = -1
