"""Painting a feature over from its rim, as smoothly as possible."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.linalg import splu

from deepintro_desktop.engine.occlusion.region import Filled, Region


def inpaint(region: Region) -> Filled:
    """Give the feature's pixels the harmonic continuation of the colours around it.

    Solves the discrete Laplace equation: every pixel of the feature becomes the mean of its (up to four)
    neighbours in the picture, with the pixels outside the feature fixed. A feature that covers the whole
    picture has no rim and gets the mean colour.
    """
    x0, y0, x1, y1 = region.box
    height, width, n_channels = region.image_hwc_u8.shape
    left, top, right, bottom = max(0, x0 - 1), max(0, y0 - 1), min(width, x1 + 1), min(height, y1 + 1)
    image = region.image_hwc_u8[top:bottom, left:right].astype(np.float64)
    unknown = np.zeros(image.shape[:2], np.bool_)
    unknown[y0 - top : y1 - top, x0 - left : x1 - left] = region.mask_hw
    if unknown.all():
        return Filled(region.mask_hw, np.broadcast_to(region.mean_colour, region.crop_hwc_u8.shape))
    image[unknown] = _solve(image, unknown)
    inside = image[y0 - top : y1 - top, x0 - left : x1 - left]
    return Filled(region.mask_hw, np.clip(inside, 0.0, 255.0))


def _solve(image: NDArray[np.float64], unknown: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the colours of the unknown pixels, row by row: float64 [n, channels]."""
    n = int(np.count_nonzero(unknown))
    number = np.full(unknown.shape, -1)
    number[unknown] = np.arange(n)
    pairs = [(number[:, :-1], number[:, 1:], image[:, 1:]), (number[:, 1:], number[:, :-1], image[:, :-1])]
    pairs += [(number[:-1], number[1:], image[1:]), (number[1:], number[:-1], image[:-1])]
    degree, known = np.zeros(n), np.zeros((n, image.shape[2]))
    rows, columns = [], []
    for own, other, colours in pairs:
        inner = (own >= 0) & (other >= 0)
        rim = (own >= 0) & (other < 0)
        rows.append(own[inner])
        columns.append(other[inner])
        degree[own[inner]] += 1.0
        degree[own[rim]] += 1.0
        known[own[rim]] += colours[rim]
    row, column = np.concatenate(rows), np.concatenate(columns)
    values = np.concatenate([np.full(len(row), -1.0), degree])
    diagonal = np.arange(n)
    places = (np.concatenate([row, diagonal]), np.concatenate([column, diagonal]))
    matrix = coo_array((values, places), shape=(n, n)).tocsc()
    options = {"SymmetricMode": True}
    return splu(matrix, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options=options).solve(known)
