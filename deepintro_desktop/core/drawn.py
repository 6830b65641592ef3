"""What a person adds to the features that were found: drawn shapes, merges, splits, deletions, names.

Everything refers to pixels of the network's input, the grid of the features. A position (x, y) counts from
the upper left corner of the first pixel, so that its centre lies at (0.5, 0.5).
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import index
from typing import Any

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]

_FARTHEST = 1e6
"""No point of a shape lies farther from the picture, in pixels."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A set of pixels of a grid, as runs in reading order.

    ``runs``: start, length, start, length …; a start is y · width + x, and a run may go on in the next row.
    """

    height: int
    width: int
    runs: tuple[int, ...]

    @classmethod
    def of(cls, mask_hw: NDArray[np.bool_]) -> "Pixels":
        """Return the pixels that are true in a mask, bool [height, width]."""
        height, width = mask_hw.shape
        flat = np.zeros(mask_hw.size + 2, np.int8)
        flat[1:-1] = mask_hw.ravel()
        ends = np.flatnonzero(np.diff(flat)).reshape(-1, 2)
        ends[:, 1] -= ends[:, 0]
        return cls(height, width, tuple(ends.ravel().tolist()))

    @property
    def n_pixels(self) -> int:
        """How many there are."""
        return sum(self.runs[1::2])

    def mask(self, shape_hw: tuple[int, int]) -> NDArray[np.bool_]:
        """Return them as bool [height, width]; none of them when the grid is another one."""
        if shape_hw != (self.height, self.width):
            return np.zeros(shape_hw, np.bool_)
        mask = np.zeros(self.height * self.width, np.bool_)
        for start, length in zip(self.runs[::2], self.runs[1::2], strict=True):
            mask[start : start + length] = True
        return mask.reshape(shape_hw)


class ShapeKind(StrEnum):
    """How a feature was made by a person; ``PIXELS`` is a merge or a part of a split."""

    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    LASSO = "lasso"
    PIXELS = "pixels"


@dataclass(frozen=True, slots=True)
class Shape:
    """An area of the picture.

    ``points``: two opposite corners of a rectangle or of the box round an ellipse; the corners of a lasso,
    which closes itself. ``pixels`` belongs to ``PIXELS``.
    """

    kind: ShapeKind
    points: tuple[Point, ...] = ()
    pixels: Pixels | None = None


@dataclass(frozen=True, slots=True)
class DrawnFeature:
    """A feature that a person made. ``id`` is above 0 and its own among the edits of a picture."""

    id: int
    shape: Shape
    name: str = ""


@dataclass(frozen=True, slots=True)
class FoundName:
    """A person's name for a found feature, which is recognised by its pixels."""

    pixels: Pixels
    name: str


@dataclass(frozen=True)
class Edits:
    """All that a person changed about the features of a picture, for one network.

    ``drawn``: later ones lie over earlier ones. ``removed``: pixels of found features that were
    deleted, or that went into a merge or a split.
    """

    drawn: tuple[DrawnFeature, ...] = ()
    removed: tuple[Pixels, ...] = ()
    names: tuple[FoundName, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.drawn or self.removed or self.names)

    @cached_property
    def digest(self) -> str:
        """What identifies the pixels of the edited features: empty when no pixel is touched.

        Names are left out: a feature that is called something else is the same feature, and what was
        computed for it still holds. So are the ids.
        """
        if not (self.drawn or self.removed):
            return ""
        plain = {
            "drawn": [_shape_to_dict(one.shape) for one in self.drawn],
            "removed": [_pixels_to_dict(one) for one in self.removed],
        }
        return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "drawn": [{"id": one.id, "name": one.name, **_shape_to_dict(one.shape)} for one in self.drawn],
            "removed": [_pixels_to_dict(one) for one in self.removed],
            "names": [{"name": one.name, **_pixels_to_dict(one.pixels)} for one in self.names],
        }

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> "Edits":
        """Read what :meth:`to_dict` wrote; ``ValueError``, ``KeyError`` or ``TypeError`` for nonsense."""
        return cls(
            _drawn(plain["drawn"]),
            tuple(_pixels(one) for one in plain["removed"]),
            tuple(FoundName(_pixels(one), str(one["name"])) for one in plain["names"]),
        )


NO_EDITS = Edits()


def _shape_to_dict(shape: Shape) -> dict[str, Any]:
    plain: dict[str, Any] = {"kind": shape.kind.value, "points": [list(point) for point in shape.points]}
    if shape.pixels is not None:
        plain["pixels"] = _pixels_to_dict(shape.pixels)
    return plain


def _pixels_to_dict(pixels: Pixels) -> dict[str, Any]:
    return {"height": pixels.height, "width": pixels.width, "runs": list(pixels.runs)}


def _drawn(plain: Iterable[Mapping[str, Any]]) -> tuple[DrawnFeature, ...]:
    found = tuple(DrawnFeature(index(one["id"]), _shape(one), str(one["name"])) for one in plain)
    ids = [one.id for one in found]
    if min(ids, default=1) < 1 or len(set(ids)) < len(ids):
        raise ValueError("ids that do not tell features apart")
    return found


def _shape(plain: Mapping[str, Any]) -> Shape:
    kind = ShapeKind(plain["kind"])
    points = tuple((float(x), float(y)) for x, y in plain["points"])
    pixels = _pixels(plain["pixels"]) if "pixels" in plain else None
    if not all(abs(value) <= _FARTHEST for point in points for value in point):
        raise ValueError("points that are nowhere")
    has_box = kind in (ShapeKind.RECTANGLE, ShapeKind.ELLIPSE)
    if (has_box and len(points) != 2) or (kind is ShapeKind.PIXELS and pixels is None):
        raise ValueError("a shape without what it is made of")
    return Shape(kind, points, pixels)


def _pixels(plain: Mapping[str, Any]) -> Pixels:
    height, width = index(plain["height"]), index(plain["width"])
    runs = tuple(index(value) for value in plain["runs"])
    pairs = tuple(zip(runs[::2], runs[1::2], strict=True))
    if any(start < 0 or length < 1 or start + length > height * width for start, length in pairs):
        raise ValueError("runs outside their grid")
    return Pixels(height, width, runs)
