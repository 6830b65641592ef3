"""Occluding any set of features quickly: one patch per feature, made once from the original picture."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.parameters import Fill
from deepintro_desktop.engine.occlusion.blur import blur
from deepintro_desktop.engine.occlusion.inpaint import inpaint
from deepintro_desktop.engine.occlusion.pixelise import pixelise
from deepintro_desktop.engine.occlusion.plain import constant, random_pixels, rectangle
from deepintro_desktop.engine.occlusion.region import Filled, Region, bounding_box

FILLS: Mapping[Fill, Callable[[Region], Filled]] = {
    Fill.PIXELISE: pixelise,
    Fill.RANDOM: random_pixels,
    Fill.RECTANGLE: rectangle,
    Fill.CONSTANT: constant,
    Fill.TRAINING_MEAN: constant,
    Fill.BLUR: blur,
    Fill.INPAINT: inpaint,
}


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """The pixels that one occluded feature changes.

    ``places``: int64 [n], positions in the flattened picture (row by row). ``colours``: uint8 [n, channels].
    ``values``: int64 [n · channels], positions of all colour values in the flattened [height, width,
    channels].
    """

    number: int
    places: NDArray[np.int64]
    colours: NDArray[np.uint8]
    values: NDArray[np.int64]


class Filler:
    """Fills features of one picture.

    A feature's patch depends on the original picture, the fill, the seed and the feature's number only, so
    occluding another feature never changes it. Where patches overlap (the blocks of pixelise, rectangles)
    the more relevant feature, the one with the smaller number, is on top.

    Parameters
    ----------
    image_hwc_u8 : uint8 [height, width, 1 or 3]
    labels_hw : int [height, width]
        0 = no feature, else the feature's number.
    fill : Fill
    seed : int
        Of the random colours.
    mean_colour : sequence of float, optional
        What ``TRAINING_MEAN``, ``CONSTANT`` and ``RECTANGLE`` fill with, 0..255 per channel; default: the
        picture's mean.
    """

    def __init__(
        self,
        image_hwc_u8: NDArray[np.uint8],
        labels_hw: NDArray[np.integer],
        fill: Fill = Fill.PIXELISE,
        seed: int = 0,
        *,
        mean_colour: Sequence[float] | None = None,
    ) -> None:
        if image_hwc_u8.ndim != 3 or image_hwc_u8.shape[:2] != labels_hw.shape:
            raise WrongRequestError(
                "The features do not belong to this picture.",
                f"The picture has the shape {image_hwc_u8.shape}, the features {labels_hw.shape}.",
                "Make the features again.",
            )
        self.image_hwc_u8 = np.ascontiguousarray(image_hwc_u8)
        self.fill = fill
        self.seed = seed
        self.numbers: tuple[int, ...] = tuple(np.unique(labels_hw[labels_hw > 0]).tolist())
        self._labels_hw = labels_hw
        self._fill = FILLS[fill]
        self._mean_colour = mean_colour
        self._patches: dict[int, Patch] = {}

    def patch(self, number: int) -> Patch:
        """Return what occluding one feature changes; made at the first call."""
        if number not in self._patches:
            self._patches[number] = self._make_patch(number)
        return self._patches[number]

    def apply(self, occluded: Sequence[int] | NDArray[np.bool_]) -> NDArray[np.uint8]:
        """Return a copy of the picture with some features filled: uint8 [height, width, channels].

        ``occluded``: feature numbers, or a bool vector with one entry per feature in the order of
        ``numbers``.
        """
        image = self.image_hwc_u8.copy()
        flat = image.reshape(-1)
        for number in self.order(occluded):
            patch = self.patch(number)
            flat[patch.values] = patch.colours.reshape(-1)
        return image

    def order(self, occluded: Sequence[int] | NDArray[np.bool_]) -> list[int]:
        """Return the numbers in the order in which patches are applied, the most relevant feature last."""
        if isinstance(occluded, np.ndarray) and occluded.dtype == np.bool_:
            if occluded.shape != (len(self.numbers),):
                raise ValueError(f"one entry for each of {len(self.numbers)} features, not {occluded.shape}")
            return [self.numbers[index] for index in np.flatnonzero(occluded)[::-1]]
        chosen = sorted({int(number) for number in occluded}, reverse=True)
        unknown = sorted(set(chosen) - set(self.numbers))
        if unknown:
            raise WrongRequestError(
                f"There is no feature {', '.join(map(str, unknown))}.",
                f"The features are {_range_text(self.numbers)}.",
                "Name features of this image only.",
            )
        return chosen

    def _make_patch(self, number: int) -> Patch:
        own = self._labels_hw == number
        x0, y0, x1, y1 = box = bounding_box(own)
        if self._mean_colour is None:
            self._mean_colour = self.image_hwc_u8.mean(axis=(0, 1), dtype=np.float64).tolist()
        mean_colour = np.asarray(self._mean_colour, np.float64)
        # A seed sequence takes no negative entropy.
        seed = (self.seed & 0xFFFFFFFFFFFFFFFF, number)
        filled = self._fill(Region(self.image_hwc_u8, box, own[y0:y1, x0:x1], mean_colour, seed))
        rows, columns = np.nonzero(filled.changed_hw)
        colours = np.rint(filled.pixels_hwc[rows, columns]).astype(np.uint8)
        _, width, n_channels = self.image_hwc_u8.shape
        places = (rows + y0) * width + columns + x0
        values = places[:, None] * n_channels + np.arange(n_channels)
        return Patch(number, places, colours, values.reshape(-1))


def _range_text(numbers: Sequence[int]) -> str:
    if not numbers:
        return "none"
    if list(numbers) == list(range(numbers[0], numbers[-1] + 1)) and len(numbers) > 2:
        return f"{numbers[0]} to {numbers[-1]}"
    return ", ".join(map(str, numbers))
