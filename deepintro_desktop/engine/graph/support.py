"""The table of operators that can be explained, made from the registry itself."""

from deepintro_desktop.engine.graph import registry
from deepintro_desktop.engine.graph.operator import Operator, Primitive
from deepintro_desktop.engine.graph.scan import NEWEST_OPSET, OLDEST_OPSET

_PASSES = {
    Primitive.LINEAR: "by the rule of the composite",
    Primitive.SUM: "by the share of each operand",
    Primitive.POOL: "by the share in the window",
    Primitive.PRODUCT: "to the operand that is no gate; to two values in halves, if at all",
    Primitive.NORMALISE: "unchanged, or as by constant scales",
    Primitive.IDENTITY: "unchanged",
    Primitive.STRUCTURAL: "with the values that are moved",
}


def support_table() -> str:
    """Return a Markdown table of all operators: primitive, how relevance passes, and what is refused."""
    lines = [
        f"Standard ONNX operators, versions {OLDEST_OPSET} to {NEWEST_OPSET}; others are reported together.",
        "",
        "| Operator | Primitive | Relevance passes | Only |",
        "|---|---|---|---|",
    ]
    for name in registry.names():
        operator = registry.find(name)
        if operator is not None:
            lines.append(f"| {name} | {operator.primitive} | {_passage(operator)} | {operator.restriction} |")
    return "\n".join(lines) + "\n"


def _passage(operator: Operator) -> str:
    if operator.is_discrete or operator.is_constant_only:
        return "not at all: shapes, comparisons and constants"
    if operator.is_gate:
        return "unchanged; not at all where it weighs another value"
    return _PASSES[operator.primitive]
