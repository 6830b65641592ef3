"""How a network prepares its picture itself: followed step by step from its input, in numbers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from deepintro_desktop.core.specification import ChannelOrder
from deepintro_desktop.importers.contract import InputHints
from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef, Ref, data
from deepintro_desktop.importers.tensorflow.operators import MOVES
from deepintro_desktop.importers.tensorflow.values import Known

_RAW_WIDTH = 20.0
"""A network whose steps are so wide, in units of its input, takes pixels of 0 to 255."""

_PASSING = (*MOVES, "Cast")
_SHIFTS, _DIVISIONS = ("Add", "AddV2", "BiasAdd"), ("RealDiv", "Div")
_SIZES = ("Shape", "ShapeN", "Size", "Rank")


@dataclass(frozen=True)
class Preparation:
    """The network begins with ``scale * x + shift``, float64 [1] or [channels] each."""

    scale: np.ndarray
    shift: np.ndarray

    @property
    def is_nothing(self) -> bool:
        """Whether the network takes its input as it is."""
        return bool((self.scale == 1).all() and (self.shift == 0).all())

    @property
    def takes_pixels(self) -> bool:
        """Whether only pixels of 0 to 255 make sense before it."""
        width, centre = self._geometry()
        return width >= _RAW_WIDTH or float(np.abs(centre).max()) >= _RAW_WIDTH

    @property
    def takes_unit(self) -> bool:
        """Whether only pixels of 0 to 1 make sense before it."""
        width, centre = self._geometry()
        return width <= 1 and bool(((centre > 0.05) & (centre < 0.95)).all())

    def _geometry(self) -> tuple[float, np.ndarray]:
        """Return how much of the input makes one unit, and what becomes zero."""
        return float((1 / np.abs(self.scale)).max()), -self.shift / self.scale


def preparation(graph: Graph, picture: Ref, trained: Collection[str]) -> Preparation:
    """Return what the network does to each pixel first; ``trained`` are layers that are no preparation."""
    known, readers = Known(graph), graph.readers()
    scale, shift = np.ones(1), np.zeros(1)
    tensor = picture
    for _ in range(len(graph.nodes)):
        after = [node for node in readers.get(tensor.node, ()) if node.op not in _SIZES]
        if len(after) != 1 or trained.intersection(after[0].name.split("/")):  # type: ignore[attr-defined]
            break
        step = _step(after[0], tensor, known)
        if step is None:
            break
        with np.errstate(all="ignore"):
            scale, shift = scale * step[0], shift * step[0] + step[1]
        tensor = Ref(after[0].name)
    if not (np.isfinite(scale).all() and np.isfinite(shift).all() and (scale != 0).all()):
        return Preparation(np.ones(1), np.zeros(1))
    return Preparation(scale, shift)


def _step(node: NodeDef, tensor: Ref, known: Known) -> tuple[np.ndarray, np.ndarray] | None:
    """Return (factor, shift) of one node per channel, or None for what is no preparation."""
    if node.op in _PASSING:
        return np.ones(1), np.zeros(1)
    inputs = data(node)
    if len(inputs) != 2 or inputs[0] == inputs[1]:
        return None
    value = known(inputs[1] if inputs[0] == tensor else inputs[0])
    if value is None or value.dtype.kind != "f" or value.size not in (1, 3):
        return None
    if value.size > 1 and value.shape[-1] != value.size:
        return None
    values, is_first = value.reshape(-1).astype(np.float64), inputs[0] == tensor
    one, zero = np.ones_like(values), np.zeros_like(values)
    with np.errstate(all="ignore"):
        if node.op in _SHIFTS:
            return one, values
        if node.op == "Sub":
            return (one, -values) if is_first else (-one, values)
        if node.op == "Mul":
            return values, zero
        if node.op in _DIVISIONS and is_first:
            return 1 / values, zero
    return None


def hints_of(found: Preparation, channels: int | None, dtype: str) -> tuple[InputHints, tuple[str, ...]]:
    """Return what that says about the pixels to feed, and a note about it.

    ``channels`` is the number of colours of the input, where known; ``dtype`` its data type.
    """
    if channels not in (1, 3):
        return InputHints(), ()
    order = ChannelOrder.GRAY if channels == 1 else None
    raw = InputHints(None, None, channels, order, 1.0, (0.0,) * channels, (1.0,) * channels, exact=True)
    unit = InputHints(None, None, channels, order, 1 / 255, (0.0,) * channels, (1.0,) * channels, exact=True)
    if found.takes_pixels:
        return raw, (_note(found, "from 0 to 255, as they are"),)
    if dtype in ("uint8", "int32", "int64"):
        return raw, ()
    if not found.is_nothing and found.takes_unit:
        return unit, (_note(found, "divided by 255"),)
    return InputHints(channels=channels, order=order), ()


def _note(found: Preparation, pixels: str) -> str:
    formula = f"pixel × {_numbers(found.scale)}"
    if (found.shift != 0).any():
        formula += f" + {_numbers(found.shift)}"
    return f"The network rescales its input itself ({formula}); it is given pixels {pixels}."


def _numbers(values: np.ndarray) -> str:
    shown: Sequence[str] = [f"{value:.4g}" for value in values]
    text = shown[0] if len(set(shown)) == 1 else f"({', '.join(shown)})"
    return text.replace("-", "−")
