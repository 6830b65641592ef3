"""Arrays of pixels as Qt pictures, and the small pictures of features."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from deepintro_desktop.core.results import Feature


def to_qimage(image_hwc_u8: NDArray[np.uint8]) -> QImage:
    """Return a picture that owns its pixels.

    Parameters
    ----------
    image_hwc_u8 : uint8 array [height, width, 1, 3 or 4] or [height, width]
        Grey, RGB, or RGBA with alpha that is not premultiplied.
    """
    array = image_hwc_u8 if image_hwc_u8.ndim == 3 else image_hwc_u8[:, :, None]
    height, width, channels = array.shape
    formats = {
        1: QImage.Format.Format_Grayscale8,
        3: QImage.Format.Format_RGB888,
        4: QImage.Format.Format_RGBA8888,
    }
    data = np.ascontiguousarray(array)
    return QImage(data.data, width, height, width * channels, formats[channels]).copy()


def as_rgb(image_hwc_u8: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the picture with three channels: uint8 [height, width, 3]."""
    array = image_hwc_u8 if image_hwc_u8.ndim == 3 else image_hwc_u8[:, :, None]
    return np.repeat(array, 3, axis=2) if array.shape[2] == 1 else array[:, :, :3]


def crop_square(
    image_hwc_u8: NDArray[np.uint8], box: tuple[int, int, int, int], smallest: int = 24
) -> NDArray[np.uint8]:
    """Return the square part of the picture round a box (x0, y0, x1, y1)."""
    height, width = image_hwc_u8.shape[:2]
    x0, y0, x1, y1 = box
    side = min(max(x1 - x0, y1 - y0, smallest), height, width)
    left = int(np.clip((x0 + x1 - side) // 2, 0, width - side))
    top = int(np.clip((y0 + y1 - side) // 2, 0, height - side))
    return image_hwc_u8[top : top + side, left : left + side]


def feature_thumbnails(image_hwc_u8: NDArray[np.uint8], features: Iterable[Feature]) -> dict[int, QImage]:
    """Return every feature's small picture by its number; ``image_hwc_u8`` has the network's input size."""
    return {feature.number: to_qimage(crop_square(image_hwc_u8, feature.box)) for feature in features}
