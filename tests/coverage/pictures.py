"""Seeded pictures that look a little like photos: soft spots, a hard edge, some noise."""

import numpy as np
from numpy.typing import NDArray

N_PICTURES = 6
_IMAGENET_MEAN, _IMAGENET_STD = 0.45, 0.226


def pictures(size: int, seed: int, *, pixels: bool = False) -> NDArray[np.float32]:
    """Return float32 [N, 3, size, size], in 0 … 255 when ``pixels``, else about -2 … 2.

    The first ``N_PICTURES`` look like photos; behind them come noise and one grey, as extremes.
    """
    rng = np.random.default_rng(seed)
    photos = [_picture(rng, size) for _ in range(N_PICTURES)]
    values = np.stack([*photos, rng.random((3, size, size)), np.full((3, size, size), 0.5)])
    if pixels:
        return (255.0 * values).astype(np.float32)
    return ((values - _IMAGENET_MEAN) / _IMAGENET_STD).astype(np.float32)


def _picture(rng: np.random.Generator, size: int) -> NDArray[np.float64]:
    rows, columns = np.mgrid[0:size, 0:size] / size
    picture = np.empty((3, size, size))
    for channel in range(3):
        layer = rng.uniform() * rows + rng.uniform() * columns
        for _ in range(12):
            y, x, width = rng.uniform(), rng.uniform(), rng.uniform(0.05, 0.3)
            layer += rng.uniform(-0.6, 0.6) * np.exp(-((rows - y) ** 2 + (columns - x) ** 2) / width**2)
        picture[channel] = layer
    edge = rng.integers(size // 4, 3 * size // 4)
    picture[:, :, edge:] += 0.15
    return (picture + 0.05 * rng.standard_normal(picture.shape)).clip(0.0, 1.0)
