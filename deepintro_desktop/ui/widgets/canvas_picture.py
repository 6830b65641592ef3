"""The pictures that the canvas lays over each other, made from arrays and kept until one of them changes."""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from deepintro_desktop.imaging.colormap import greyed_hwc_u8, relevance_rgba_u8
from deepintro_desktop.ui.widgets.images import as_rgb, to_qimage

_GREY_FROM = 0.7
"""The opacity of the map from which the photo is as grey as it gets."""


def occluded_pixels(
    image_hwc_u8: NDArray[np.uint8],
    filled_hwc_u8: NDArray[np.uint8],
    labels_hw: NDArray[np.int32] | None,
    numbers: frozenset[int],
) -> NDArray[np.bool_]:
    """Return where a filled picture differs and where features are occluded: bool [height, width]."""
    mask = (image_hwc_u8 != filled_hwc_u8).any(axis=2)
    if labels_hw is not None and numbers:
        mask |= np.isin(labels_hw, list(numbers))
    return mask


class CanvasMode(StrEnum):
    """What is shown: the file's picture, what the network sees, or that with features occluded."""

    ORIGINAL = "original"
    INPUT = "input"
    OCCLUDED = "occluded"


class CanvasPicture:
    """Photo, photo under the map, filled pixels; all at the size of the network's input."""

    def __init__(self) -> None:
        self._image: NDArray[np.uint8] | None = None
        self._photo = QImage()
        self._grey = QImage()
        self._map = QImage()
        self._filled = QImage()
        self._composed = QImage()
        self._opacity = 0.7
        self.original = QImage()

    def has_image(self) -> bool:
        """Return whether there is anything to show."""
        return self._image is not None

    def size(self) -> QSize:
        """Return width and height in pixels."""
        return self._photo.size()

    def image(self) -> NDArray[np.uint8] | None:
        """Return the photo: uint8 [height, width, 3]."""
        return self._image

    def set_image(self, image_hwc_u8: NDArray[np.uint8] | None) -> None:
        """Show another photo; map and fills of the old one go."""
        self._image = None if image_hwc_u8 is None else as_rgb(image_hwc_u8)
        self._map = QImage()
        self._filled = QImage()
        self._composed = QImage()
        self._grey = QImage()
        self._photo = QImage() if self._image is None else to_qimage(self._image)

    def set_relevance(self, values_hw: NDArray[np.float32] | None) -> None:
        """Lay another map over the photo; ``None`` for none."""
        self._composed = QImage()
        if values_hw is None:
            self._map = QImage()
            return
        self._map = to_qimage(relevance_rgba_u8(values_hw))

    def set_opacity(self, opacity: float) -> None:
        """Draw the map stronger or weaker; 0 to 1."""
        if opacity != self._opacity:
            self._opacity = opacity
            self._composed = QImage()

    def set_filled(self, filled_hwc_u8: NDArray[np.uint8] | None, mask_hw: NDArray[np.bool_] | None) -> None:
        """Keep the pixels that the network gets instead; ``None`` for none."""
        if filled_hwc_u8 is None or mask_hw is None or not mask_hw.any():
            self._filled = QImage()
            return
        alpha = np.where(mask_hw, 255, 0).astype(np.uint8)
        self._filled = to_qimage(np.dstack((as_rgb(filled_hwc_u8), alpha)))

    def photo(self) -> QImage:
        """Return the photo in its true colours."""
        return self._photo

    def filled(self) -> QImage:
        """Return the filled pixels, transparent elsewhere; null when there are none."""
        return self._filled

    def composed(self) -> QImage:
        """Return the photo, greyed, with the map over it."""
        if self._composed.isNull() and self._image is not None:
            self._composed = self._compose()
        return self._composed

    def _compose(self) -> QImage:
        if self._map.isNull() or self._opacity <= 0:
            return self._photo
        if self._grey.isNull() and self._image is not None:
            self._grey = to_qimage(greyed_hwc_u8(self._image, 1.0))
        result = self._photo.convertToFormat(QImage.Format.Format_RGB32)
        with QPainter(result) as painter:
            painter.setOpacity(min(self._opacity / _GREY_FROM, 1.0))
            painter.drawImage(0, 0, self._grey)
            painter.setOpacity(self._opacity)
            painter.drawImage(0, 0, self._map)
        return result
