"""Sets of features as bits of a Python integer: bit i stands for the feature with index i."""

import heapq
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray


def to_mask(members: Sequence[int]) -> int:
    """Return the set with these indices."""
    mask = 0
    for index in members:
        mask |= 1 << index
    return mask


def members(mask: int) -> tuple[int, ...]:
    """Return the indices in a set, ascending."""
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return tuple(found)


def to_rows(masks: Sequence[int], n: int) -> NDArray[np.bool_]:
    """Return bool [len(masks), n], for any number of features."""
    n_bytes = max(1, (n + 7) // 8)
    packed = np.frombuffer(b"".join(mask.to_bytes(n_bytes, "little") for mask in masks), np.uint8)
    bits = np.unpackbits(packed.reshape(len(masks), n_bytes), axis=1, bitorder="little")
    return bits[:, :n].astype(np.bool_)


def of_size(n: int, size: int) -> Iterator[int]:
    """Yield all sets of ``size`` of n features, lowest numbers first."""
    return (to_mask(chosen) for chosen in combinations(range(n), size))


def best_first(weights: Sequence[float], size: int) -> Iterator[int]:
    """Yield the sets of ``size`` features by their sum of weights, largest first; ties: lowest numbers."""
    order = sorted(range(len(weights)), key=lambda index: (-weights[index], index))
    if not 0 < size <= len(order):
        return
    sorted_weights = [weights[index] for index in order]
    start = tuple(range(size))
    queue = [(-sum(sorted_weights[:size]), start)]
    seen = {start}
    while queue:
        negative, chosen = heapq.heappop(queue)
        yield to_mask([order[place] for place in chosen])
        for position, place in enumerate(chosen):
            after = place + 1
            limit = chosen[position + 1] if position + 1 < size else len(order)
            if after >= limit:
                continue
            moved = (*chosen[:position], after, *chosen[position + 1 :])
            if moved not in seen:
                seen.add(moved)
                heapq.heappush(queue, (negative + sorted_weights[place] - sorted_weights[after], moved))
