"""Which pixel values a graph takes, as far as its first operations say it."""

import numpy as np

from deepintro_desktop.importers.contract import InputHints
from deepintro_desktop.importers.tensorflow.graph import Graph, Ref, data
from deepintro_desktop.importers.tensorflow.operators import MOVES
from deepintro_desktop.importers.tensorflow.sources import Start
from deepintro_desktop.importers.tensorflow.values import Known

_SHIFTS, _FACTORS, _DIVISIONS = ("Sub", "Add", "AddV2", "BiasAdd"), ("Mul",), ("RealDiv", "Div")
_LARGE_SHIFT, _LARGE_DIVISOR = 20.0, 50.0
"""Nobody shifts pixels of 0 to 1 so far, or makes them so small."""

_RAW = InputHints(scale=1.0)


def pixel_hints(graph: Graph, start: Start, picture: Ref) -> InputHints:
    """Return what is known about pixel values; a network that prepares them itself wants 0 to 255."""
    if start.holds_pixels:
        channels = (start.sizes or [None])[-1]
        if channels in (1, 3):
            return InputHints(scale=1.0, mean=(0.0,) * channels, std=(1.0,) * channels, exact=True)
        return _RAW
    known, readers, tensor = Known(graph), graph.readers(), picture
    for _ in range(len(graph.nodes)):
        after = readers.get(tensor.node, ())
        if len(after) != 1:
            break
        node = after[0]
        others = [known(entry) for entry in data(node) if entry != tensor]
        if node.op in (*_SHIFTS, *_FACTORS, *_DIVISIONS) and len(others) == 1 and others[0] is not None:
            if _is_for_pixels(node.op, others[0]):
                return _RAW
        elif node.op not in MOVES and node.op not in (
            "Cast",
            "Squeeze",
            "ExpandDims",
            "Reshape",
            "Transpose",
        ):
            break
        tensor = Ref(node.name)
    return InputHints()


def _is_for_pixels(op: str, values: np.ndarray) -> bool:
    if values.dtype.kind != "f" or values.size not in (1, 3):
        return False
    size = float(np.abs(values).max())
    if op in _SHIFTS:
        return size >= _LARGE_SHIFT
    return size >= _LARGE_DIVISOR if op in _DIVISIONS else 0 < size <= 1 / _LARGE_DIVISOR
