"""Maps and labels at another size."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def resampled_hw(values_hw: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    """Return a map, float32 [height, width], at a smaller size: every pixel is the mean of what it covers."""
    picture = Image.fromarray(np.ascontiguousarray(values_hw, np.float32))
    return np.asarray(picture.resize((width, height), Image.Resampling.BOX), np.float32)


def resampled_labels_hw(labels_hw: NDArray[np.int32], height: int, width: int) -> NDArray[np.int32]:
    """Return labels, int32 [height, width], at another size: every pixel is the one in its middle."""
    picture = Image.fromarray(np.ascontiguousarray(labels_hw, np.int32))
    return np.asarray(picture.resize((width, height), Image.Resampling.NEAREST), np.int32)
