"""Batches of occluded pictures, written straight into the layout that the network is fed."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.engine.occlusion.filler import Filler

Preprocess = Callable[[NDArray[np.uint8]], NDArray[np.float32]]
"""uint8 [height, width, channels] -> float32 [channels, height, width] or [1, …]; pixel by pixel."""


class NetworkInput:
    """Writes occluded pictures as network input without preprocessing each of them again.

    Preprocessing works on each pixel alone, so the preprocessed values of a patch are the same whatever
    else is occluded: they are computed once per feature, by the same function that prepares whole pictures.
    """

    def __init__(self, filler: Filler, preprocess: Preprocess) -> None:
        self._filler = filler
        self._preprocess = preprocess
        self._original = self._prepare(filler.image_hwc_u8)
        self._patches: dict[int, tuple[NDArray[np.intp], NDArray[np.float32]]] = {}

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of one input: (channels, height, width)."""
        return self._original.shape

    def write(self, masks: NDArray[np.bool_], batch_nchw: NDArray[np.float32]) -> None:
        """Write one occluded picture per row of ``masks``.

        Parameters
        ----------
        masks : bool [B, n_features]
            True = occluded, in the order of the filler's ``numbers``.
        batch_nchw : float32 [B, channels, height, width]
            Overwritten; contiguous.
        """
        for mask, picture in zip(masks, batch_nchw, strict=True):
            picture[...] = self._original
            flat = picture.reshape(-1)
            for number in self._filler.order(mask):
                places, values = self._patch(number)
                flat[places] = values

    def _patch(self, number: int) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        if number not in self._patches:
            places = self._filler.patch(number).places
            prepared = self._prepare(self._filler.apply([number])).reshape(self.shape[0], -1)
            channels = np.arange(self.shape[0])[:, None] * prepared.shape[1]
            self._patches[number] = ((channels + places).reshape(-1), prepared[:, places].reshape(-1))
        return self._patches[number]

    def _prepare(self, image_hwc_u8: NDArray[np.uint8]) -> NDArray[np.float32]:
        values = np.asarray(self._preprocess(image_hwc_u8), np.float32)
        return np.ascontiguousarray(values.reshape(values.shape[-3:]))
