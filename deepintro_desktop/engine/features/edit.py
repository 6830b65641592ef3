"""A person's edits applied to features that were found."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.drawn import DrawnFeature, Edits, FoundName, Pixels
from deepintro_desktop.core.results import Feature, FeatureSet
from deepintro_desktop.engine.features.cluster import measure
from deepintro_desktop.engine.features.shapes import rasterise

Labels = NDArray[np.int32]


def apply_edits(relevance_hw: NDArray[np.floating], found: FeatureSet, edits: Edits) -> FeatureSet:
    """Return found features as a person edited them.

    1. The pixels of found features that were deleted, merged or split are taken away. They are pixels and not
       numbers: numbers mean something at one clustering only, and edits hold for every other, too. A
       found feature that loses more than half of its pixels in this step is taken for the feature that was
       edited, seen again at other settings, and its rest goes as well; otherwise a lower threshold would lay
       a rim of new features round everything that was merged or deleted.
    2. What a person made is laid over it in the order of making; pixels inside a drawn shape become that
       feature. A found feature that has fewer than the minimum size left is dropped, as when it is found; of
       a drawn one, a single pixel is enough.
    3. Found features keep their order and are numbered without gaps; those of a person follow in the order
       of making. Number, size, box and relevance come from :func:`~.cluster.measure` for all of them.
    4. A name for a found feature goes to the one that holds most of the pixels that had the name, when
       that is more than half of them.

    Parameters
    ----------
    relevance_hw : float [height, width]
        The map that the features were found in.
    found : FeatureSet
        Without edits; it is left as it is.
    """
    if not edits:
        return found
    labels = _without_removed(found.labels_hw, edits.removed)
    n_found = len(found.features)
    for place, one in enumerate(edits.drawn, start=n_found + 1):
        labels[rasterise(one.shape, labels.shape)] = place
    sizes = np.bincount(labels.ravel(), minlength=n_found + 1)
    sizes[1 : n_found + 1][sizes[1 : n_found + 1] < found.parameters.min_size] = 0
    present = np.flatnonzero(sizes[1:]) + 1
    table = np.zeros(n_found + len(edits.drawn) + 1, np.int32)
    table[present] = np.arange(1, len(present) + 1, dtype=np.int32)
    labels = table[labels]
    made = {int(table[place]): one for place, one in enumerate(edits.drawn, start=n_found + 1)}
    names = _found_names(labels, edits.names, made)
    described = (_described(feature, made, names) for feature in measure(relevance_hw, labels))
    return replace(found, labels_hw=labels, features=tuple(described), edits=edits)


def _without_removed(labels_hw: Labels, removed: Iterable[Pixels]) -> Labels:
    """Return a copy of the labels without pixels that were removed."""
    taken = np.zeros(labels_hw.shape, np.bool_)
    for pixels in removed:
        taken |= pixels.mask(labels_hw.shape)
    n = int(labels_hw.max(initial=0))
    sizes = np.bincount(labels_hw.ravel(), minlength=n + 1)
    lost = np.bincount(labels_hw[taken], minlength=n + 1)
    seen_again = 2 * lost > sizes
    return np.where(taken | seen_again[labels_hw], 0, labels_hw).astype(np.int32)


def _found_names(
    labels_hw: Labels, names: Iterable[FoundName], made: dict[int, DrawnFeature]
) -> dict[int, str]:
    found = {}
    for one in names:
        mask = one.pixels.mask(labels_hw.shape)
        counts = np.bincount(labels_hw[mask], minlength=1)
        counts[[0, *(number for number in made if number < len(counts))]] = 0
        best = int(np.argmax(counts))
        if 2 * counts[best] > one.pixels.n_pixels:
            found[best] = one.name
    return found


def _described(feature: Feature, made: dict[int, DrawnFeature], names: dict[int, str]) -> Feature:
    one = made.get(feature.number)
    if one is None:
        return replace(feature, name=names.get(feature.number, ""))
    return replace(feature, name=one.name, drawn_id=one.id)
