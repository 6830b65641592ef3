"""Which values come from the picture, and which of them only scale others: one forward sweep over the graph.

Three marks replace every pattern match (composed GELU, squeeze-and-excite, hard-swish, attention,
normalisation). A *weight* is the output of a softmax and whatever is computed from weights alone: relevance
stops at a softmax, so these are constants to it, after a linear map over the heads too. A *gate* is the
output of another squashing function and what structural or constant operations make of it, a *normaliser* the
output of a root, norm or reciprocal, what only constants and other normalisers touch, and a mean of them: the
mean of sizes is a size. A product passes everything to the operand without a mark.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from torch import Tensor

from deepintro_desktop.engine.graph.dataflow import operator_of
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.operator import Node, Operator, Primitive
from deepintro_desktop.engine.graph.registry import find
from deepintro_desktop.engine.relevance.squashing import is_squashing

SOFTMAXES = ("Softmax", "LogSoftmax")


class Mark(StrEnum):
    """What a value does where it is multiplied."""

    VALUE = "value"
    GATE = "gate"
    NORMALISER = "normaliser"
    WEIGHT = "weight"


@dataclass(frozen=True, slots=True)
class Trace:
    """What the sweep knows about one value that depends on the picture.

    ``root`` is the value from which elementwise operations lead here, ``n_steps`` how many they are.
    """

    mark: Mark
    root: str
    n_steps: int


def traces(graph: ExplainableGraph) -> dict[str, Trace]:
    """Return a trace for every value that depends on the picture; all others are constants."""
    found = {graph.input_name: Trace(Mark.VALUE, graph.input_name, 0)}
    for node in graph.nodes:
        operator = find(node.operator)
        sources = [found[node.inputs[index]] for index in active_inputs(node, graph.active)]
        if operator is None or not sources:
            continue
        for output in graph.active.intersection(node.outputs):
            found[output] = _trace(node, output, sources, graph)
    return found


def active_inputs(node: Node, active: Collection[str]) -> tuple[int, ...]:
    """Return the indices of the inputs that depend on the picture."""
    return tuple(index for index, name in enumerate(node.inputs) if name in active)


def _trace(node: Node, output: str, sources: list[Trace], graph: ExplainableGraph) -> Trace:
    operator = operator_of(node)
    elementwise = len(sources) == 1 and operator.primitive in (
        Primitive.IDENTITY, Primitive.SUM, Primitive.PRODUCT,
    )  # fmt: skip
    root, n_steps = (sources[0].root, sources[0].n_steps + 1) if elementwise else (output, 0)
    return Trace(_mark(node, operator, sources, graph), root, n_steps)


def _mark(node: Node, operator: Operator, sources: list[Trace], graph: ExplainableGraph) -> Mark:
    marks = {source.mark for source in sources}
    if node.operator in SOFTMAXES or marks == {Mark.WEIGHT}:
        return Mark.WEIGHT
    if operator.is_gate or is_squashing(graph, node):
        return Mark.GATE
    if operator.is_normaliser or _is_root(node, graph.constants):
        return Mark.NORMALISER
    if operator.primitive is Primitive.POOL and marks == {Mark.NORMALISER}:
        return Mark.NORMALISER
    if operator.primitive in (Primitive.LINEAR, Primitive.POOL, Primitive.NORMALISE) or Mark.VALUE in marks:
        return Mark.VALUE
    # What scales in several ways at once still only scales.
    return marks.pop() if len(marks) == 1 else Mark.GATE


def _is_root(node: Node, constants: Mapping[str, Tensor]) -> bool:
    """Whether the node is a root or a reciprocal that is written as a power."""
    exponent = constants.get(node.inputs[1]) if node.operator == "Pow" else None
    return exponent is not None and exponent.numel() == 1 and float(exponent) in (0.5, -0.5, -1.0)
