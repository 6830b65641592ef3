"""Operator types by name. Families register themselves when :mod:`.operators` is imported."""

from deepintro_desktop.engine.graph.operator import Operator

_OPERATORS: dict[str, Operator] = {}


def register(name: str, operator: Operator) -> None:
    """Add an operator type; a second one of the same name is a fault of the program."""
    if name in _OPERATORS:
        message = f"operator {name} is registered twice"
        raise RuntimeError(message)
    _OPERATORS[name] = operator


def find(name: str) -> Operator | None:
    """Return the operator type of that ONNX name, or None when relevance does not know it."""
    return _OPERATORS.get(name)


def names() -> tuple[str, ...]:
    """Return all known ONNX operator names, sorted."""
    return tuple(sorted(_OPERATORS))
