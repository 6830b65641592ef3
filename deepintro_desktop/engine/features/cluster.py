"""Relevance map to features: threshold, distance, minimum size, and merging; k-means for comparison."""

import math
from bisect import bisect_left
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.parameters import ClusteringMethod, ClusteringParameters
from deepintro_desktop.core.results import Feature, FeatureSet
from deepintro_desktop.engine.features.components import label_components
from deepintro_desktop.engine.features.kmeans import k_means
from deepintro_desktop.engine.features.merge import merge_groups

_STEP = 0.5
_LOWEST_SUGGESTION = 0.1
_HIGHEST_SUGGESTION = 1000.0
"""Suggested thresholds are multiples of the slider's step, which can then show them as they are."""


def cluster(
    relevance_hw: NDArray[np.floating], parameters: ClusteringParameters, *, seed: int = 0
) -> FeatureSet:
    """Make features from a relevance map.

    1. Pixels with relevance > t / (H·W) are kept; the map is assumed to sum to about 1, so t means "times
       the mean".
    2. Two kept pixels belong together when their Euclidean distance is ≤ d, transitively.
    3. Groups of fewer than m pixels are dropped.
    4. Features are numbered by the sum of their relevance, most first; ties by their first pixel, row by row.

    A merge level above 0 joins the result further (see :func:`~.merge.merge_groups`). With k-means, steps 2
    and 3 are replaced by ``n_clusters`` groups of pixel coordinates, of which those below m pixels are
    dropped.

    Parameters
    ----------
    relevance_hw : float [height, width]
        Values that are not finite count as not kept, whatever the threshold.
    parameters : ClusteringParameters
    seed : int
        Used by k-means only.

    Raises
    ------
    WrongRequestError
        When the map is not two-dimensional or a parameter makes no sense.
    """
    _check(relevance_hw, parameters)
    relevance = np.asarray(relevance_hw, np.float64)
    kept = _keep(relevance, parameters.threshold)
    groups, n = _group(relevance, kept, parameters, seed)
    sizes = np.bincount(groups.ravel(), minlength=n + 1)[1:]
    merged = groups
    large = sizes >= parameters.min_size
    if parameters.method is ClusteringMethod.DISTANCE and parameters.merge_level > 0.0:
        merged, large = merge_groups(groups, large, parameters.merge_level)
    dropped = sizes[sizes < parameters.min_size]
    features = _number(relevance, merged, large)
    return FeatureSet(
        *features,
        parameters,
        largest_dropped=int(dropped.max(initial=0)),
        suggested_threshold=parameters.threshold if features[1] else _suggest(relevance, parameters),
    )


def measure(relevance_hw: NDArray[np.floating], labels_hw: NDArray[np.int32]) -> tuple[Feature, ...]:
    """Describe the features of a finished label map (drawn or edited), in the order of their numbers.

    ``relevance_hw``: float [height, width]; ``labels_hw``: int32 [height, width], 0 = none. Numbers may
    have gaps.
    """
    n = int(labels_hw.max(initial=0))
    flat = labels_hw.ravel()
    finite = np.nan_to_num(np.asarray(relevance_hw, np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    sizes = np.bincount(flat, minlength=n + 1)
    sums = np.bincount(flat, weights=finite.ravel(), minlength=n + 1)
    boxes = _boxes(labels_hw, n)
    rows = zip(range(n + 1), sizes.tolist(), map(tuple, boxes.tolist()), sums.tolist(), strict=True)
    return tuple(Feature(*row) for row in islice(rows, 1, None) if row[1])


def _check(relevance_hw: NDArray[np.floating], parameters: ClusteringParameters) -> None:
    problems = []
    if np.ndim(relevance_hw) != 2:
        problems.append(f"A relevance map has 2 dimensions, not {np.ndim(relevance_hw)}.")
    numbers = {"threshold": parameters.threshold, "distance": parameters.distance}
    problems += [
        f"The {name} must be a number that is not negative, not {value}."
        for name, value in numbers.items()
        if not (math.isfinite(value) and value >= 0.0)
    ]
    if parameters.min_size < 1:
        problems.append(f"The minimum size must be at least 1 pixel, not {parameters.min_size}.")
    if not 0.0 <= parameters.merge_level <= 1.0:
        problems.append(f"The merge level lies between 0 and 1, not at {parameters.merge_level}.")
    if parameters.n_clusters < 1:
        problems.append(f"The number of clusters must be at least 1, not {parameters.n_clusters}.")
    if problems:
        raise WrongRequestError(
            "Features cannot be made with these parameters.",
            " ".join(problems),
            "Correct them and try again.",
        )


def _keep(relevance: NDArray[np.float64], threshold: float) -> NDArray[np.bool_]:
    with np.errstate(invalid="ignore"):
        kept = relevance > threshold / max(relevance.size, 1)
    kept &= relevance != np.inf
    return kept


def _group(
    relevance: NDArray[np.float64], kept: NDArray[np.bool_], parameters: ClusteringParameters, seed: int
) -> tuple[NDArray[np.int32], int]:
    if not kept.any():
        return np.zeros(relevance.shape, np.int32), 0
    if parameters.method is ClusteringMethod.K_MEANS:
        return k_means(kept, parameters.n_clusters, seed=seed)
    return label_components(kept, parameters.distance)


def _number(
    relevance: NDArray[np.float64], groups: NDArray[np.int32], large: NDArray[np.bool_]
) -> tuple[NDArray[np.int32], tuple[Feature, ...]]:
    """Drop the groups that are not large, number the others by relevance and describe them."""
    # Kept pixels are always finite, and group 0 (nothing) is never read: only its sum may be NaN.
    sums = np.bincount(groups.ravel(), weights=relevance.ravel(), minlength=len(large) + 1)[1:]
    survivors = np.flatnonzero(large)
    order = survivors[np.argsort(-sums[survivors], kind="stable")]
    table = np.zeros(len(large) + 1, np.int32)
    table[order + 1] = np.arange(1, len(order) + 1, dtype=np.int32)
    labels = table[groups]
    return labels, measure(relevance, labels)


def _boxes(labels_hw: NDArray[np.int32], n: int) -> NDArray[np.int64]:
    """Return (x0, y0, x1, y1), end exclusive, of every label: int64 [n + 1, 4]."""
    y, x = np.nonzero(labels_hw)
    label = labels_hw[y, x]
    boxes = np.zeros((n + 1, 4), np.int64)
    boxes[:, :2] = np.iinfo(np.int64).max
    np.minimum.at(boxes[:, 0], label, x)
    np.minimum.at(boxes[:, 1], label, y)
    np.maximum.at(boxes[:, 2], label, x + 1)
    np.maximum.at(boxes[:, 3], label, y + 1)
    return boxes


def _suggest(relevance: NDArray[np.float64], parameters: ClusteringParameters) -> float | None:
    """Return a high threshold that leaves at least one feature; None when no threshold does.

    A lower threshold keeps more pixels, so the largest group can only grow: bisection finds the turning
    point. What is known to be too little needs no second look.
    """
    too_few = int(np.count_nonzero(_keep(relevance, parameters.threshold)))

    def leaves_none(threshold: float) -> bool:
        nonlocal too_few
        kept = _keep(relevance, threshold)
        n_kept = int(np.count_nonzero(kept))
        if n_kept <= too_few:
            return True
        if _has_feature(kept, parameters):
            return False
        too_few = n_kept
        return True

    steps = [_LOWEST_SUGGESTION]
    steps += [_STEP * k for k in range(1, math.ceil(min(parameters.threshold, _HIGHEST_SUGGESTION) / _STEP))]
    if leaves_none(steps[0]):
        return None
    return steps[bisect_left(steps, True, lo=1, key=leaves_none) - 1]


def _has_feature(kept: NDArray[np.bool_], parameters: ClusteringParameters) -> bool:
    if parameters.method is ClusteringMethod.K_MEANS:
        # More pixels than groups that are too small can hold.
        return int(np.count_nonzero(kept)) > parameters.n_clusters * (parameters.min_size - 1)
    groups, _ = label_components(kept, parameters.distance)
    return int(np.bincount(groups.ravel())[1:].max()) >= parameters.min_size
