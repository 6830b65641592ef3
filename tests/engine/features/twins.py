"""Slow and obvious versions of what the features package does quickly."""

import numpy as np
from numpy.typing import NDArray


def groups_twin(kept_hw: NDArray[np.bool_], distance: float) -> NDArray[np.int32]:
    """Label pixels that belong together by looking at all pairs; groups in reading order."""
    points = np.argwhere(kept_hw)
    together = np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2)) <= distance
    labels = np.zeros(len(points), np.int32)
    n = 0
    for start in range(len(points)):
        if labels[start]:
            continue
        n += 1
        waiting = [start]
        labels[start] = n
        while waiting:
            for other in np.flatnonzero(together[waiting.pop()] & (labels == 0)):
                labels[other] = n
                waiting.append(other)
    out = np.zeros(kept_hw.shape, np.int32)
    out[kept_hw] = labels
    return out


def features_twin(
    relevance: NDArray[np.floating], t: float, d: float, m: int
) -> tuple[NDArray[np.int32], list[tuple[int, tuple[int, int, int, int], float]]]:
    """Follow the four steps of the definition: labels, and (size, box, relevance) of each feature."""
    values = relevance.astype(np.float64)
    groups = groups_twin(values > t / values.size, d)
    found = []
    for group in range(1, groups.max(initial=0) + 1):
        mask = groups == group
        if mask.sum() >= m:
            found.append((values[mask].sum(), -group, mask))
    found.sort(key=lambda entry: entry[:2], reverse=True)
    labels, facts = np.zeros(groups.shape, np.int32), []
    for number, (total, _, mask) in enumerate(found, start=1):
        labels[mask] = number
        y, x = np.nonzero(mask)
        facts.append((int(mask.sum()), (x.min(), y.min(), x.max() + 1, y.max() + 1), total))
    return labels, facts


def single_linkage_twin(groups_hw: NDArray[np.int32]) -> list[float]:
    """Return the gaps at which groups join, smallest first, from all distances between all pixels."""
    n = int(groups_hw.max())
    points = [np.argwhere(groups_hw == number) for number in range(1, n + 1)]
    gaps = np.full((n, n), np.inf)
    for i in range(n):
        for j in range(n):
            if i != j:
                gaps[i, j] = np.sqrt(((points[i][:, None] - points[j][None]) ** 2).sum(axis=2).min())
    joins, inside = [], {0}
    while len(inside) < n:
        gap, new = min((gaps[i, j], j) for i in inside for j in range(n) if j not in inside)
        joins.append(float(gap))
        inside.add(new)
    return sorted(joins)
