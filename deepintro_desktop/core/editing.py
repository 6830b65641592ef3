"""What a person's edits make of the edits before: pure functions from a feature set to new edits."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from deepintro_desktop.core.drawn import DrawnFeature, Edits, FoundName, Pixels, Shape, ShapeKind
from deepintro_desktop.core.results import Feature, FeatureSet


def with_shape(found: FeatureSet, shape: Shape) -> Edits:
    """Add a drawn shape on top of everything."""
    return _with(found, found.edits, shape)


def merged(found: FeatureSet, numbers: Collection[int]) -> Edits:
    """Make one feature of several; the first name among theirs stays."""
    parts = _chosen(found, numbers)
    if len(parts) < 2:
        return found.edits
    name = next((part.name for part in parts if part.name), "")
    shape = _shape_of(_pixels(found, [part.number for part in parts]))
    return _with(found, _without(found, parts), shape, name)


def split(found: FeatureSet, number: int, parts: Collection[Pixels]) -> Edits:
    """Put parts in the place of a feature; the largest part keeps the name."""
    whole = _chosen(found, (number,))
    if not whole or len(parts) < 2:
        return found.edits
    edits = _without(found, whole)
    for rank, part in enumerate(sorted(parts, key=_size, reverse=True)):
        edits = _with(found, edits, _shape_of(part), "" if rank else whole[0].name)
    return edits


def removed(found: FeatureSet, numbers: Collection[int]) -> Edits:
    """Delete features.

    What a person drew goes and gives back what it covered. The pixels of found features, also of those that
    were merged or split, belong to no feature any more.
    """
    return _without(found, _chosen(found, numbers))


def renamed(found: FeatureSet, number: int, name: str) -> Edits:
    """Give a feature a name; an empty one takes the name away."""
    feature = next(iter(_chosen(found, (number,))), None)
    if feature is None or feature.name == name:
        return found.edits
    edits = found.edits
    if feature.drawn:
        drawn = (replace(one, name=name) if one.id == feature.drawn_id else one for one in edits.drawn)
        return replace(edits, drawn=tuple(drawn))
    own_hw = found.labels_hw == number
    others = tuple(one for one in edits.names if not (one.pixels.mask(own_hw.shape) & own_hw).any())
    return replace(edits, names=(*others, FoundName(Pixels.of(own_hw), name)) if name else others)


def _chosen(found: FeatureSet, numbers: Collection[int]) -> list[Feature]:
    return [feature for feature in found.features if feature.number in numbers]


def _pixels(found: FeatureSet, numbers: list[int]) -> Pixels:
    return Pixels.of(np.isin(found.labels_hw, numbers))


def _shape_of(pixels: Pixels) -> Shape:
    return Shape(ShapeKind.PIXELS, pixels=pixels)


def _size(pixels: Pixels) -> int:
    return pixels.n_pixels


def _with(found: FeatureSet, edits: Edits, shape: Shape, name: str = "") -> Edits:
    """Add a feature with an id that is new, also beside those that went in the same edit."""
    new_id = 1 + max((one.id for one in (*found.edits.drawn, *edits.drawn)), default=0)
    return replace(edits, drawn=(*edits.drawn, DrawnFeature(new_id, shape, name)))


def _without(found: FeatureSet, features: list[Feature]) -> Edits:
    """Take features away: drawn ones from the list of these, found ones by their pixels."""
    edits = found.edits
    gone = {feature.drawn_id for feature in features if feature.drawn}
    numbers = [feature.number for feature in features if not feature.drawn]
    return replace(
        edits,
        drawn=tuple(one for one in edits.drawn if one.id not in gone),
        removed=(*edits.removed, _pixels(found, numbers)) if numbers else edits.removed,
    )
