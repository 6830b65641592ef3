"""A Keras configuration is read as plain data, before Keras sees it: only what is known may be in it."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsafeFileError, UnsupportedNetworkError
from deepintro_desktop.importers.keras.names import (
    CLASSES,
    CODE,
    FUNCTIONS,
    OF_APPLICATIONS,
    OPERATION_LAYERS,
    REACHING,
    is_harmless_symbol,
)

MAX_BYTES = 64 << 20
_MAX_DEPTH = 200
_MAX_ENTRIES = 3_000_000
_MAX_SHOWN = 12
_MODULE = re.compile(r"(tf_)?keras(\.[A-Za-z_][A-Za-z0-9_]*)*")
_CUSTOM_HINT = (
    "Ask the network's author for an ONNX export of it, or for a version that uses only Keras's own layers."
)
_FUNCTION_KEYS = frozenset({"activation", "recurrent_activation", "hidden_activation"})
_UNUSED = frozenset({"compile_config"})
"""What only training reads: Keras is told not to, at the top."""


@dataclass
class _Findings:
    """What must not or cannot be used, as people should read it."""

    code: list[str] = field(default_factory=list)
    reaching: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def parse(text: bytes, name: str) -> dict[str, Any]:
    """Return a configuration as an object; raise ``UnreadableNetworkError`` or ``UnsafeFileError``."""
    if len(text) > MAX_BYTES:
        raise too_large(name)
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise too_large(name) from error
    except (ValueError, UnicodeDecodeError) as error:
        raise UnreadableNetworkError(
            f"{name} is damaged.",
            "The description of its layers cannot be read.",
            "Copy or download it again.",
        ) from error
    if not isinstance(found, dict) or not isinstance(found.get("class_name"), str):
        raise UnreadableNetworkError(
            f"{name} does not describe a Keras network.",
            "Its configuration is something else.",
            "Ask the network's author for the file that model.save(…) writes.",
        )
    return found


def refuse_unknown(config: dict[str, Any], name: str) -> None:
    """Raise for everything in a configuration that is not Keras's own, all at once.

    Raises
    ------
    UnsafeFileError
        Python code, other files, or TensorFlow functions that do more than compute.
    UnsupportedNetworkError
        Layers and functions that the network's author wrote.
    """
    findings = _Findings()
    top = {key: value for key, value in config.items() if key not in _UNUSED}
    waiting: list[tuple[Any, int, str]] = [(top, 0, "")]
    n_seen = 0
    while waiting:
        value, depth, place = waiting.pop()
        n_seen += 1
        if depth > _MAX_DEPTH or n_seen > _MAX_ENTRIES:
            raise too_large(name)
        if isinstance(value, dict):
            place = _name_of(value) or place
            _look(value, place, findings)
            waiting += [(entry, depth + 1, place) for entry in reversed(value.values())]
        elif isinstance(value, list):
            waiting += [(entry, depth + 1, place) for entry in reversed(value)]
    _raise(findings, name)


def _name_of(value: dict[str, Any]) -> str:
    inner = value.get("config")
    found = inner.get("name") if isinstance(inner, dict) else None
    found = found or value.get("name")
    return found[:80] if isinstance(found, str) and "class_name" in value else ""


def _look(value: dict[str, Any], place: str, findings: _Findings) -> None:
    for key in _FUNCTION_KEYS & value.keys():
        if isinstance(value[key], str) and value[key] not in FUNCTIONS:
            _add(findings.unknown, f"the function {_short(value[key])}", place)
    if "class_name" not in value:
        return
    kind, inner = value["class_name"], value.get("config")
    if not isinstance(kind, str):
        _add(findings.unknown, "something without a name", place)
    elif kind in CODE:
        _add(findings.code, kind.strip("_").capitalize(), place)
    elif kind in REACHING:
        _add(findings.reaching, kind, place)
    elif kind in OPERATION_LAYERS:
        function = inner.get("function") if isinstance(inner, dict) else None
        if not is_harmless_symbol(function):
            _add(findings.reaching, f"tf.{_short(function)}", place)
    elif not _is_of_keras(value):
        module = value.get("module")
        shown = f"{module}.{kind}" if isinstance(module, str) and not _MODULE.fullmatch(module) else kind
        _add(findings.unknown, _short(shown), place)


def _is_of_keras(value: dict[str, Any]) -> bool:
    """Whether a class or function is Keras's own and known to only compute."""
    kind, module, registered = value["class_name"], value.get("module"), value.get("registered_name")
    if kind == "function":
        inner = value.get("config")
        is_known = isinstance(inner, str) and inner in FUNCTIONS
        return is_known and registered in (None, inner, "function") and _is_module(module)
    if kind in OF_APPLICATIONS:
        place = f"applications.{OF_APPLICATIONS[kind]}"
        return registered in (None, kind) and isinstance(module, str) and module in _places(place)
    return kind in CLASSES and registered in (None, kind) and (_is_module(module))


def _places(place: str) -> tuple[str, ...]:
    """Return how the versions of Keras name a module of their own."""
    return tuple(f"{package}.{place}" for package in ("keras", "keras.src", "tf_keras", "tf_keras.src"))


def _is_module(module: object) -> bool:
    return module in (None, "builtins") or (isinstance(module, str) and bool(_MODULE.fullmatch(module)))


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _add(found: list[str], what: str, place: str) -> None:
    entry = f"{what} ({place})" if place and place != what else what
    if entry not in found:
        found.append(entry)


def _raise(findings: _Findings, name: str) -> None:
    if not (findings.code or findings.reaching or findings.unknown):
        return
    every = (*findings.code, *findings.reaching, *findings.unknown)
    if findings.reaching:
        raise UnsafeFileError(
            f"{name} holds layers that can run code or reach other files.",
            f"They are: {_listed(every)}. Nothing of it was run.",
            _CUSTOM_HINT,
            layers=every,
        )
    if findings.code:
        raise UnsafeFileError(
            f"{name} holds Python code, which would run when the network is opened.",
            f"It is in: {_listed(every)}. Nothing of it was run.",
            "Ask the network's author for an ONNX export of it, or for a version without Lambda layers.",
            layers=every,
        )
    raise UnsupportedNetworkError(
        f"{name} uses layers or functions that are not Keras's own.",
        f"They are: {_listed(every)}. The file holds only their names, not what they do.",
        _CUSTOM_HINT,
        layers=every,
    )


def _listed(entries: tuple[str, ...]) -> str:
    more = f" and {len(entries) - _MAX_SHOWN} more" if len(entries) > _MAX_SHOWN else ""
    return ", ".join(entries[:_MAX_SHOWN]) + more


def too_large(name: str) -> UnsafeFileError:
    """Return the error for configurations that no network has."""
    return UnsafeFileError(
        f"{name} is not safe to open.",
        "The description of its layers is larger or more deeply nested than that of any real network.",
        "Do not open networks from sources that you do not trust.",
    )
