"""Manifests of networks as text, and back."""

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Any

from deepintro_desktop.core.records import (
    Choice,
    Manifest,
    OutputKind,
    Parity,
    SourceFile,
    SpecificationSource,
)
from deepintro_desktop.core.specification import InputSpecification

_FROM_PLAIN: dict[str, Callable[[Any], object]] = {
    "choices": lambda choices: tuple(
        Choice(**entry | {"others": tuple(entry["others"])}) for entry in choices
    ),
    "files": lambda files: tuple(SourceFile(**file) for file in files),
    "specification": InputSpecification.from_dict,
    "specification_source": SpecificationSource,
    "output_kind": OutputKind,
    "parity": lambda parity: None if parity is None else Parity(**parity),
}


def to_text(manifest: Manifest) -> str:
    """Return a manifest as JSON."""
    plain = asdict(manifest) | {"specification": manifest.specification.to_dict()}
    return json.dumps(plain, ensure_ascii=False)


def from_text(text: str) -> Manifest:
    """Return what :func:`to_text` wrote; fields that this version does not know are left out.

    Raises ``ValueError``, ``TypeError``, ``KeyError`` or ``WrongRequestError`` for damaged text.
    """
    plain = json.loads(text)
    values = {
        field.name: _value(field.name, plain[field.name]) for field in fields(Manifest) if field.name in plain
    }
    return Manifest(**values)


def _value(name: str, plain: Any) -> Any:
    if name in _FROM_PLAIN:
        return _FROM_PLAIN[name](plain)
    return tuple(plain) if isinstance(plain, list) else plain
