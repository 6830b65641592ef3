"""The default fill: random colours, coarsened, so that neither colour nor shape of the feature remains."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.engine.occlusion.region import Filled, Region


def pixelise(region: Region) -> Filled:
    """Give the feature's pixels random colours, then each block of the box that holds one its mean colour.

    The blocks form a grid over the feature's own bounding box, from its top left corner; those at the right
    and at the bottom may be cut. The mean is over the whole block, so pixels beside the feature take part
    with their original colours: the outline of the feature is lost in the blocks.
    """
    pixels = region.crop_hwc_u8.astype(np.float64)
    pixels[region.mask_hw] = region.random_colours()
    size = block_size(region.image_hwc_u8.shape[:2])
    return Filled(_blocks_with(region.mask_hw, size), _block_means(pixels, size))


def block_size(shape_hw: tuple[int, ...]) -> int:
    """Return the side of a block in pixels: 1/32 of the picture's shorter side, and at least 2.

    The same for all features of a picture, so that a large feature is hidden no more coarsely than a small
    one; at 227 pixels it is 7, the width of the first filters of the common networks: smaller blocks are
    texture that such filters answer to, larger ones reach far beyond thin features.
    """
    return max(2, int(min(shape_hw) / 32 + 0.5))


def _block_starts(length: int, size: int) -> NDArray[np.intp]:
    return np.arange(0, length, size)


def _blocks_with(mask_hw: NDArray[np.bool_], size: int) -> NDArray[np.bool_]:
    rows, columns = (_block_starts(length, size) for length in mask_hw.shape)
    blocks = np.logical_or.reduceat(np.logical_or.reduceat(mask_hw, rows, axis=0), columns, axis=1)
    return _enlarge(blocks, size, mask_hw.shape)


def _block_means(pixels_hwc: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    height, width, _ = pixels_hwc.shape
    rows, columns = _block_starts(height, size), _block_starts(width, size)
    sums = np.add.reduceat(np.add.reduceat(pixels_hwc, rows, axis=0), columns, axis=1)
    areas = np.outer(np.diff(np.append(rows, height)), np.diff(np.append(columns, width)))
    return _enlarge(sums / areas[:, :, None], size, (height, width))


def _enlarge(blocks: NDArray[Any], size: int, shape_hw: tuple[int, ...]) -> NDArray[Any]:
    return np.repeat(np.repeat(blocks, size, axis=0)[: shape_hw[0]], size, axis=1)[:, : shape_hw[1]]
