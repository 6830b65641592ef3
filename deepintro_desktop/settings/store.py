"""The settings file: JSON, written whole, forgiving when read."""

import contextlib
import json
import logging
import os
import tempfile
import threading
from pathlib import Path
from typing import Any

from deepintro_desktop.settings.schema import SETTINGS, Value

VERSION = 1
"""Form of the file, for later versions to know what they read."""

_log = logging.getLogger(__name__)


class SettingsStore:
    """Settings that outlive the program. May be used from any thread.

    A file that cannot be read, and values that make no sense, become defaults; :attr:`notes` says so.
    Settings that only another version knows stay in the file.

    Parameters
    ----------
    path : Path
        The settings file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._notes: list[str] = []
        self._keep_broken = False
        self._version = VERSION
        self._values = self._read()

    @property
    def notes(self) -> tuple[str, ...]:
        """What was wrong with the file, as sentences for the person."""
        return tuple(self._notes)

    def get(self, name: str) -> Value:
        """Return a setting, or its default; an unknown name is a fault of the program."""
        setting = SETTINGS[name]
        with self._lock:
            value = self._values.get(name, setting.default)
        return value if setting.accepts(value) else setting.default

    def set(self, name: str, value: Value) -> None:
        """Keep a setting, at once on the disk; raise ``ValueError`` for a value that it cannot have."""
        if not SETTINGS[name].accepts(value):
            message = f"{value!r} is no value for the setting {name}"
            raise ValueError(message)
        with self._lock:
            if self._values.get(name) == value:
                return
            self._values[name] = value
            self._write()

    def reset(self, *names: str) -> None:
        """Forget settings, all of them when none is named: they have their defaults again."""
        with self._lock:
            for name in names or tuple(SETTINGS):
                self._values.pop(name, None)
            self._write()

    def _read(self) -> dict[str, Any]:
        try:
            document = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except OSError as error:
            self._note(f"The settings could not be read ({error.strerror}); the defaults are used.")
            return {}
        except (ValueError, RecursionError):
            document = None
        values = document.get("values") if isinstance(document, dict) else None
        if not isinstance(values, dict):
            self._note("The settings file is damaged; the defaults are used.")
            self._keep_broken = True
            return {}
        version = document.get("version")
        self._version = max(VERSION, version if isinstance(version, int) else VERSION)
        return self._sensible(values)

    def _sensible(self, values: dict[str, Any]) -> dict[str, Any]:
        kept = {}
        for name, value in values.items():
            if name in SETTINGS and not SETTINGS[name].accepts(value):
                self._note(f"The setting “{name}” had a value that makes no sense; its default is used.")
            else:
                kept[name] = value
        return kept

    def _write(self) -> None:
        """Write the file beside itself, then put it in place. A full disk must not stop the program."""
        document = {"version": self._version, "values": self._values}
        text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True)
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._keep_broken:
                self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
                self._keep_broken = False
            _replace_whole(self._path, text)
        except OSError as error:
            self._note(f"The settings could not be saved ({error.strerror}).")

    def _note(self, sentence: str) -> None:
        if sentence not in self._notes:
            _log.warning("%s", sentence)
            self._notes.append(sentence)


def _replace_whole(path: Path, text: str) -> None:
    """Put a new file in place of the old one. No fsync: the window waits, and defaults are not a disaster."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
