"""Do the features lie on the corners? A figure for quadrilaterals whose corners are known."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.progress import SILENT, Report

COVERED_WITHIN_PX = 4.0
"""A corner is covered when a feature's pixel lies this near.

Four pixels of 112 are 3.6 % of the picture's side: nobody who sees the feature drawn over the picture would
say that it misses the corner. They are also one cell of the network's second pooling, below which it does not
know positions. The shortest side has 18 pixels, so that nothing covers two corners by lying between them.
"""

_AWAY_FROM_CORNERS_PX = 8.0


@dataclass(frozen=True, slots=True)
class CornerCoverage:
    """How well features and corners agree, over all pictures.

    ``coverage`` is the share of the true corners that a feature covers. Features as large as the picture
    would cover them all, so two more shares say how much of that is chance: ``straight_coverage`` is the
    same for points on the straight parts of the sides, ``near_share`` for all pixels of the picture.
    ``area_share`` is the share of the pixels that belong to a feature, ``n_features`` their mean number.
    """

    n_images: int
    n_corners: int
    n_covered: int
    straight_coverage: float
    near_share: float
    area_share: float
    n_features: float

    @property
    def coverage(self) -> float:
        """Share of the true corners that a feature covers, 0 to 1."""
        return self.n_covered / self.n_corners if self.n_corners else 0.0


def corner_coverage(
    images_u8: NDArray[np.uint8],
    corners_xy: NDArray[np.float64],
    find_features: Callable[[NDArray[np.uint8]], NDArray[np.int32]],
    within_px: float = COVERED_WITHIN_PX,
    report: Report = SILENT,
) -> CornerCoverage:
    """Measure how many true corners the features of each picture cover.

    Parameters
    ----------
    images_u8 : uint8 [n, height, width]
        Pictures of one quadrilateral each.
    corners_xy : float64 [n, 4, 2]
        Their corners in order, in pixels, x to the right and y down.
    find_features : callable
        Takes one picture, uint8 [height, width], and returns its features, int32 [height, width], 0 = none.
    within_px : float
        Largest distance between a corner and a feature's pixel.
    """
    rows = []
    for index, (image_hw, corners) in enumerate(zip(images_u8, corners_xy, strict=True)):
        report(index, len(images_u8), "corners")
        labels_hw = find_features(image_hw)
        near_hw = _near(labels_hw > 0, within_px)
        straight = _straight_points(corners)
        rows.append(
            (
                _share_at(near_hw, corners) * len(corners),
                _share_at(near_hw, straight),
                float(near_hw.mean()),
                float((labels_hw > 0).mean()),
                len(np.unique(labels_hw[labels_hw > 0])),
            )
        )
    covered, straight_share, near, area, n_features = np.array(rows, np.float64).T
    return CornerCoverage(
        n_images=len(rows),
        n_corners=int(corners_xy.shape[0] * corners_xy.shape[1]),
        n_covered=round(float(covered.sum())),
        straight_coverage=float(straight_share.mean()),
        near_share=float(near.mean()),
        area_share=float(area.mean()),
        n_features=float(n_features.mean()),
    )


def _near(mask_hw: NDArray[np.bool_], within_px: float) -> NDArray[np.bool_]:
    """Return which pixels have a pixel of the mask within the distance (Euclidean)."""
    reach = int(within_px)
    height, width = mask_hw.shape
    padded = np.pad(mask_hw, reach)
    near = np.zeros_like(mask_hw)
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            if np.hypot(down, right) <= within_px:
                near |= padded[reach + down : reach + down + height, reach + right : reach + right + width]
    return near


def _share_at(near_hw: NDArray[np.bool_], points_xy: NDArray[np.float64]) -> float:
    if not len(points_xy):
        return 0.0
    columns, rows = np.rint(points_xy).astype(int).T
    height, width = near_hw.shape
    return float(near_hw[rows.clip(0, height - 1), columns.clip(0, width - 1)].mean())


def _straight_points(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points one pixel apart on the sides, except near the corners."""
    points = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        length = float(np.linalg.norm(end - start))
        places = np.arange(_AWAY_FROM_CORNERS_PX, length - _AWAY_FROM_CORNERS_PX + 1e-9)
        points.append(start + (places / length)[:, None] * (end - start))
    return np.concatenate(points)
