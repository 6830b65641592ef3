"""What the program and its import helper say to each other: a task in a file, messages as lines of JSON."""

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from deepintro_desktop.core import errors
from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.requests import AddNetworkRequest

OPTION = "--import-helper"
"""The argument that makes the program a helper; the folder of its task follows."""

TASK_FILE, NETWORK_FILE, MANIFEST_FILE, LOG_FILE = "task.json", "network.onnx", "manifest.json", "log.txt"
MAX_LINE_BYTES = 4 << 20
LINE_START = b'{"is": '
"""How every message begins, and nothing that anybody else prints."""

_PATHS = ("path", "weights", "labels", "mean")


class ProtocolError(ValueError):
    """The other side said something that is not in the protocol."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the helper is, 0 to 1."""

    fraction: float
    message: str


@dataclass(frozen=True, slots=True)
class Done:
    """The network and its manifest lie in the helper's folder."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The files are at fault; everything that a :class:`DeepIntroError` holds."""

    kind: str
    what: str
    why: str = ""
    hint: str = ""
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """The program is at fault. ``trace`` holds places in the source only, ``text`` also what was said."""

    name: str
    text: str
    trace: str


Message = Progress | Done | Refused | Fault

_KINDS: dict[str, type[Message]] = {
    "progress": Progress,
    "done": Done,
    "refused": Refused,
    "fault": Fault,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def encode(message: Message) -> bytes:
    """Return a message as one line; what JSON does not know becomes text."""
    values = {"is": _NAMES[type(message)]} | asdict(message)
    return json.dumps(values, default=str).encode("ascii") + b"\n"


def decode(line: bytes) -> Message:
    """Return the message of a line; raise ``ProtocolError`` for anything else."""
    try:
        values = json.loads(line)
        kind = _KINDS[values.pop("is")]
        _check_types(kind, values)
        return kind(**values)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ProtocolError(f"The helper said {line[:80]!r}.") from error


def _check_types(kind: type[Message], values: dict[str, Any]) -> None:
    for entry in fields(kind):
        expected = {"fraction": (float, int), "fields": dict}.get(entry.name, str)
        if entry.name in values and not isinstance(values[entry.name], expected):
            raise ProtocolError(f"{entry.name} has the wrong type")


def refusal(error: DeepIntroError) -> Refused:
    """Return an error as a message."""
    return Refused(error.kind, error.what, error.why, error.hint, dict(error.fields))


def error_of(message: Refused) -> DeepIntroError:
    """Return the error of a message: of the same class, with the same words and fields."""
    # Subclasses without a kind of their own, inside importers, count as what they are a case of.
    known = {kind.kind: kind for kind in _subclasses(DeepIntroError) if "kind" in vars(kind)}
    kind = known.get(message.kind, errors.UnreadableNetworkError)
    facts = {name: _as_tuple(value) for name, value in message.fields.items() if name not in _OWN_NAMES}
    return kind(message.what, message.why, message.hint, **facts)


_OWN_NAMES = {"self", "what", "why", "hint"}


def _subclasses(kind: type[DeepIntroError]) -> list[type[DeepIntroError]]:
    return [entry for sub in kind.__subclasses__() for entry in (sub, *_subclasses(sub))]


def _as_tuple(value: Any) -> Any:
    return tuple(_as_tuple(entry) for entry in value) if isinstance(value, list) else value


def write_task(folder: Path, request: AddNetworkRequest) -> None:
    """Write the task into the folder of a helper. Paths become absolute: the helper works elsewhere."""
    values = asdict(request)
    for name in _PATHS:
        path = values[name]
        # A mean can be typed as numbers instead of a path; then there is no such file.
        if path is not None:
            values[name] = str(path.absolute() if name != "mean" or path.exists() else path)
    # ASCII: names with bytes that are no text survive as escapes.
    (folder / TASK_FILE).write_text(json.dumps(values), encoding="ascii")


def read_task(folder: Path) -> AddNetworkRequest:
    """Return the request of a task."""
    values = json.loads((folder / TASK_FILE).read_text(encoding="ascii"))
    for name in _PATHS:
        values[name] = None if values[name] is None else Path(values[name])
    return AddNetworkRequest(**values)
