"""Small values that a graph fixes for itself: switches, rates, axes. Computed here, with numpy."""

import math
from collections.abc import Callable

import numpy as np

from deepintro_desktop.core.errors import UnreadableNetworkError
from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef, Ref, data
from deepintro_desktop.importers.tensorflow.operators import MOVES

NUMBERS = frozenset({1, 2, 3, 4, 5, 6, 9, 10, 14, 17, 19, 22, 23})
"""Data types that hold numbers or truths (not text, resources or variants)."""

_MOST_VALUES = 4096
_DEEPEST = 200
_PLAIN: dict[str, Callable[..., np.ndarray]] = {
    "Add": np.add,
    "AddV2": np.add,
    "Sub": np.subtract,
    "Mul": np.multiply,
    "RealDiv": np.divide,
    "Div": np.divide,
    "Maximum": np.maximum,
    "Minimum": np.minimum,
    "Equal": np.equal,
    "NotEqual": np.not_equal,
    "Greater": np.greater,
    "GreaterEqual": np.greater_equal,
    "Less": np.less,
    "LessEqual": np.less_equal,
    "LogicalAnd": np.logical_and,
    "LogicalOr": np.logical_or,
    "LogicalNot": np.logical_not,
    "Neg": np.negative,
    "Reciprocal": lambda x: np.divide(np.ones_like(x), x),
    "Select": np.where,
    "SelectV2": np.where,
}


def constant(node: NodeDef) -> np.ndarray:
    """Return the value of a ``Const`` node. Its size must have been checked.

    Raises ``UnreadableNetworkError`` when its bytes do not fit its type and size.
    """
    from tensorflow.python.framework import tensor_util

    tensor = node.attr["value"].tensor
    try:
        if tensor.dtype != node.attr["dtype"].type:
            raise TypeError("two types")
        return np.asarray(tensor_util.MakeNdarray(tensor))
    except (TypeError, ValueError, IndexError, OverflowError) as error:
        raise UnreadableNetworkError(
            "The network is damaged.",
            f"The values of {node.name} do not fit the type or the size that they are said to have.",
            "Copy or download the file again, or ask the network's author for it.",
        ) from error


def n_values(node: NodeDef) -> int:
    """Return how many numbers a ``Const`` node stands for, by what it says."""
    return math.prod(max(entry.size, 0) for entry in node.attr["value"].tensor.tensor_shape.dim)


def set_constant(graph: Graph, name: str, value: np.ndarray) -> None:
    """Make a node (there or not) the constant ``value``."""
    from tensorflow.python.framework import tensor_util

    graph.nodes.pop(name, None)
    node = graph.add("Const", name)
    node.attr["value"].tensor.CopyFrom(tensor_util.make_tensor_proto(value))
    node.attr["dtype"].type = node.attr["value"].tensor.dtype


class Known:
    """Answers which small values of a graph are fixed; ``given`` are values that somebody decided."""

    def __init__(self, graph: Graph, given: dict[str, np.ndarray] | None = None) -> None:
        self._graph = graph
        self._given = given or {}
        self._found: dict[Ref, np.ndarray | None] = {}

    def __call__(self, what: Ref, depth: int = 0) -> np.ndarray | None:
        """Return the value, or None when it is open or large."""
        if what not in self._found:
            self._found[what] = None
            if depth < _DEEPEST:
                self._found[what] = self._compute(what, depth)
        return self._found[what]

    def _compute(self, what: Ref, depth: int) -> np.ndarray | None:
        if what.node in self._given:
            return self._given[what.node]
        node = self._graph.nodes.get(what.node)
        if node is None or what.index != 0:
            return None
        if node.op == "Const":
            return constant(node) if n_values(node) <= _MOST_VALUES else None
        if node.op in MOVES or node.op in ("Squeeze", "Reshape", "ExpandDims"):
            value = self(data(node)[0], depth + 1) if data(node) else None
            return value if node.op in MOVES or value is None or value.size == 1 else None
        if node.op == "Cast":
            return self._cast(node, depth)
        if node.op not in _PLAIN:
            return None
        inputs = [self(entry, depth + 1) for entry in data(node)]
        if any(value is None for value in inputs) or any(
            value.dtype.kind not in "biuf" for value in inputs if value is not None
        ):
            return None
        with np.errstate(all="ignore"):
            return np.asarray(_PLAIN[node.op](*inputs))

    def _cast(self, node: NodeDef, depth: int) -> np.ndarray | None:
        from tensorflow.python.framework import dtypes

        value, kind = self(data(node)[0], depth + 1), node.attr["DstT"].type
        if value is None or value.dtype.kind not in "biuf" or kind not in NUMBERS:
            return None
        with np.errstate(all="ignore"):
            return value.astype(dtypes.as_dtype(kind).as_numpy_dtype)

    def scalar(self, what: Ref) -> float | None:
        """Return a single fixed number, or None."""
        value = self(what)
        if value is None or value.size != 1 or value.dtype.kind not in "biuf":
            return None
        return float(value.reshape(-1)[0])

    def numbers(self, what: Ref) -> list[int] | None:
        """Return fixed whole numbers (axes, sizes), or None."""
        value = self(what)
        if value is None or value.dtype.kind not in "iu":
            return None
        return [int(entry) for entry in value.reshape(-1)]
