"""The arrays of a network, kept outside its graph: TensorFlow's tools copy graphs many times."""

import numpy as np

from deepintro_desktop.core.errors import UnsafeFileError
from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef
from deepintro_desktop.importers.tensorflow.values import NUMBERS, constant, n_values, set_constant

SMALL = 4096
"""Arrays with at most so many numbers stay in the graph: sizes, biases, statistics that tools look at."""

_MOST_VALUES = 1 << 29
"""More numbers in constants than any file that can be read holds."""


def check_constants(nodes: list[NodeDef], name: str) -> None:
    """Raise ``UnsafeFileError`` for constants that would fill the memory, whatever few bytes they have."""
    total = sum(n_values(node) for node in nodes if node.op == "Const")
    if total > _MOST_VALUES:
        raise UnsafeFileError(
            f"{name} would need too much memory.",
            f"Its constants would hold {total:.3g} numbers.",
            "Do not open networks from sources that you do not trust.",
        )


def taken_out(graph: Graph) -> dict[str, np.ndarray]:
    """Move large constants out of the graph and return them; a placeholder stands for each."""
    found = {}
    for node in list(graph.nodes.values()):
        if node.op == "Const" and n_values(node) > SMALL and node.attr["dtype"].type in NUMBERS:
            found[node.name] = constant(node)
            make_placeholder(graph, node.name, found[node.name])
    return found


def put_in(graph: Graph, name: str, value: np.ndarray, weights: dict[str, np.ndarray]) -> None:
    """Make a node stand for an array: a constant when it is small, else a placeholder."""
    if value.size <= SMALL:
        set_constant(graph, name, value)
    else:
        weights[name] = value
        make_placeholder(graph, name, value)


def make_placeholder(graph: Graph, name: str, like: np.ndarray) -> None:
    """Make a node a placeholder of the type and shape of an array."""
    from tensorflow.python.framework import dtypes

    graph.nodes.pop(name, None)
    node = graph.add("Placeholder", name)
    node.attr["dtype"].type = dtypes.as_dtype(like.dtype).as_datatype_enum
    for size in like.shape:
        node.attr["shape"].shape.dim.add(size=size)
    node.attr["shape"].shape.unknown_rank = False
    graph.stored.add(name)
