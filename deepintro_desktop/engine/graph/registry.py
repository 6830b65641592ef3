"""Operator types by name. Families register themselves when the first one is asked for."""

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
    return _loaded().get(name)


def names() -> tuple[str, ...]:
    """Return all known ONNX operator names, sorted."""
    return tuple(sorted(_loaded()))


def _loaded() -> dict[str, Operator]:
    # Late, because every family imports this module.
    from deepintro_desktop.engine.graph import operators  # noqa: F401

    return _OPERATORS
