"""How far two relevance maps, and the features made of them, agree."""

import numpy as np
from numpy.typing import NDArray


def correlation(one_hw: NDArray[np.floating], other_hw: NDArray[np.floating]) -> float | None:
    """Return Pearson's correlation of two maps [height, width], None where one of them is constant."""
    one, other = (np.asarray(values, np.float64).ravel() for values in (one_hw, other_hw))
    one, other = one - one.mean(), other - other.mean()
    size = float(np.sqrt((one @ one) * (other @ other)))
    return float(one @ other) / size if size > 0.0 else None


def overlap(one_hw: NDArray[np.int32], other_hw: NDArray[np.int32]) -> float | None:
    """Return the IoU of the pixels that belong to any feature, None where neither map of labels has one."""
    one, other = one_hw > 0, other_hw > 0
    union = int(np.count_nonzero(one | other))
    return int(np.count_nonzero(one & other)) / union if union else None


def best_pairs(one_hw: NDArray[np.int32], other_hw: NDArray[np.int32]) -> tuple[tuple[int, int, float], ...]:
    """Return the features that cover each other best: (number, number, IoU), each feature at most once.

    Parameters
    ----------
    one_hw, other_hw : int32 arrays [height, width]
        0 = none, else the feature's number.
    """
    n_one, n_other = int(one_hw.max(initial=0)) + 1, int(other_hw.max(initial=0)) + 1
    together = np.bincount((one_hw.astype(np.int64) * n_other + other_hw).ravel(), minlength=n_one * n_other)
    shared = together.reshape(n_one, n_other)
    union = shared.sum(1)[:, None] + shared.sum(0)[None, :] - shared
    ratios = np.divide(shared, union, out=np.zeros(shared.shape), where=union > 0)[1:, 1:]
    pairs = []
    while ratios.size and ratios.max() > 0.0:
        first, second = (int(place) for place in np.unravel_index(int(ratios.argmax()), ratios.shape))
        pairs.append((first + 1, second + 1, float(ratios[first, second])))
        ratios[first, :] = ratios[:, second] = 0.0
    return tuple(sorted(pairs))
