"""Pictures with features for the tests of occlusion."""

import numpy as np
from numpy.typing import NDArray


def picture(
    seed: int = 0, height: int = 45, width: int = 61, n_channels: int = 3, n_features: int = 6
) -> tuple[NDArray[np.uint8], NDArray[np.int32]]:
    """Return a picture and ragged features on it, some of them touching the borders."""
    rng = np.random.default_rng(seed)
    image = rng.integers(0, 256, (height, width, n_channels), dtype=np.uint8)
    labels = np.zeros((height, width), np.int32)
    for number in range(n_features, 0, -1):
        h, w = rng.integers(3, 16, 2)
        y, x = rng.integers(0, height - h + 1), rng.integers(0, width - w + 1)
        mask = rng.random((h, w)) < 0.6
        mask[0, 0] = mask[-1, -1] = True
        labels[y : y + h, x : x + w][mask] = number
    labels[0, :4] = 1
    return image, labels
