"""Realistic content for widgets: a photo, a relevance map, features like those of a real network."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from deepintro_desktop.core.results import Feature

SIDE = 227
# Centre x, centre y, half axes, angle in degrees, share of the relevance, change alone.
_BLOBS = (
    (163, 106, 14, 22, 8, 0.119, -0.255),
    (93, 103, 19, 27, -28, 0.112, -0.199),
    (128, 186, 9, 22, -18, 0.056, -0.126),
    (82, 42, 13, 9, -20, 0.020, 0.003),
    (62, 188, 17, 8, -18, 0.019, -0.008),
    (89, 165, 18, 5, -12, 0.018, -0.052),
    (31, 18, 9, 12, 20, 0.016, -0.017),
    (51, 132, 15, 8, 12, 0.016, -0.003),
    (51, 66, 13, 5, 10, 0.011, 0.020),
    (158, 66, 4, 11, 0, 0.010, -0.004),
    (201, 10, 5, 9, 30, 0.009, -0.030),
    (96, 187, 10, 5, 15, 0.007, -0.008),
    (152, 198, 5, 9, 8, 0.006, 0.002),
    (147, 43, 4, 13, 10, 0.006, 0.011),
)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Everything that the widgets of the occlusion tab show."""

    image_hwc_u8: NDArray[np.uint8]
    relevance_hw: NDArray[np.float32]
    labels_hw: NDArray[np.int32]
    features: tuple[Feature, ...]
    changes: dict[int, float]

    def filled(self, numbers: tuple[int, ...]) -> NDArray[np.uint8]:
        """Return the image with features pixelised in blocks of eight."""
        result = self.image_hwc_u8.copy()
        touched = np.isin(self.labels_hw, numbers)
        for top in range(0, SIDE, 8):
            for left in range(0, SIDE, 8):
                part = (slice(top, top + 8), slice(left, left + 8))
                if touched[part].any():
                    result[part] = result[part].reshape(-1, 3).mean(0)
        return result


def photo(path: Path | None) -> NDArray[np.uint8]:
    """Return a picture of 227 px; without a file a smooth one of its own."""
    if path is not None and path.is_file():
        with Image.open(path) as picture:
            return np.asarray(picture.convert("RGB").resize((SIDE, SIDE)))
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    waves = [np.sin(9 * x + phase) * np.cos(7 * y - phase) for phase in (0.0, 0.9, 2.1)]
    return ((np.stack(waves, axis=2) + 1) * 110 + 17).astype(np.uint8)


def make_scene(path: Path | None = None) -> Scene:
    """Return a scene, the same in every run."""
    rng = np.random.default_rng(7)
    image = photo(path)
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float64)
    labels = np.zeros((SIDE, SIDE), np.int32)
    relevance = _texture(image, rng) * 0.25
    for number, (cx, cy, rx, ry, angle, _share, _change) in reversed(list(enumerate(_BLOBS, 1))):
        turn = np.deg2rad(angle)
        u = ((x - cx) * np.cos(turn) + (y - cy) * np.sin(turn)) / rx
        v = ((y - cy) * np.cos(turn) - (x - cx) * np.sin(turn)) / ry
        wobble = 1 + 0.22 * np.sin(3 * np.arctan2(v, u) + number) + 0.1 * np.sin(5 * np.arctan2(v, u))
        inside = np.hypot(u, v) < wobble
        kept = inside & (rng.random(inside.shape) < 0.55)
        labels[kept] = number
        relevance += inside * np.exp(-np.hypot(u, v)) * rng.random(inside.shape)
    features = tuple(_feature(number, labels, blob[5]) for number, blob in enumerate(_BLOBS, 1))
    changes = {number: blob[6] for number, blob in enumerate(_BLOBS, 1)}
    return Scene(image, (relevance / relevance.sum()).astype(np.float32), labels, features, changes)


def _texture(image: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.float64]:
    grey = image.astype(np.float64).mean(axis=2) / 255
    edges = np.abs(np.diff(grey, axis=1, prepend=grey[:, :1])) + np.abs(
        np.diff(grey, axis=0, prepend=grey[:1])
    )
    return edges * 6 * (rng.random(grey.shape) - 0.25)


def _feature(number: int, labels: NDArray[np.int32], share: float) -> Feature:
    ys, xs = np.nonzero(labels == number)
    box = (int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1)
    return Feature(number, len(xs), box, share)
