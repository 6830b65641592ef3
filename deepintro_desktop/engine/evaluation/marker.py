"""Radiograph-like pictures with a blurred lesion, and a corner marker that may give it away.

What a network looks at is known here: the lesion lies in a lung field, the marker in a corner. A network that
is trained where the marker goes with the lesion learns the marker; one that is trained without it learns the
lesion.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

SIZE_PX = 112
LABELS = ("no lesion", "lesion")
NO_LESION, LESION = 0, 1

MARKED_SHARES = (0.04, 0.96)
"""How often a picture carries the marker, without and with a lesion, where the marker gives it away."""

_LETTER = np.array(
    [[1, 1, 1, 1, 0], [1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [1, 1, 1, 1, 0], [1, 0, 1, 0, 0], [1, 0, 0, 1, 0],
     [1, 0, 0, 0, 1]],
    np.float32,
)  # fmt: skip
"""An R, for the right side of the patient."""
_LETTER_PLACE, _LETTER_JITTER_PX, _LETTER_LEVEL = (6, 6), 2, 0.93
_LESION_SIGMA_PX, _LESION_LEVEL = (4.0, 7.0), (0.2, 0.32)
_NOISE = 0.035


@dataclass(frozen=True, slots=True, eq=False)
class Radiographs:
    """Pictures and what is in them.

    Attributes
    ----------
    images_u8 : uint8 [n, 112, 112]
        Grey pictures, 0 to 255.
    classes : int64 [n]
        0 without, 1 with a lesion.
    lesions_xy : float64 [n, 2]
        The middle of the lesion, x to the right and y down, in pixels. NaN without.
    marker_boxes : int64 [n, 4]
        Where the marker is (x0, y0, x1, y1), end exclusive; zeros without.
    """

    images_u8: NDArray[np.uint8]
    classes: NDArray[np.int64]
    lesions_xy: NDArray[np.float64]
    marker_boxes: NDArray[np.int64]


def draw_radiographs(n_images: int, seed: int, marked_shares: tuple[float, float]) -> Radiographs:
    """Draw pictures, the classes alternating; a seed always gives the same ones.

    ``marked_shares``: which part of the pictures without and with a lesion carries the marker, 0 to 1.
    """
    rng = np.random.default_rng(seed)
    classes = np.arange(n_images, dtype=np.int64) % len(LABELS)
    is_marked = rng.random(n_images) < np.take(marked_shares, classes)
    images = np.empty((n_images, SIZE_PX, SIZE_PX), np.uint8)
    lesions = np.full((n_images, 2), np.nan)
    boxes = np.zeros((n_images, 4), np.int64)
    for index in range(n_images):
        picture, lungs = _chest(rng)
        if classes[index] == LESION:
            lesions[index] = _add_lesion(picture, lungs, rng)
        picture += rng.normal(0.0, _NOISE, picture.shape)
        if is_marked[index]:
            boxes[index] = _add_marker(picture, rng)
        images[index] = np.rint(255 * np.clip(picture, 0.0, 1.0)).astype(np.uint8)
    return Radiographs(images, classes, lesions, boxes)


def draw_batches(
    n_batches: int, batch_size: int, seed: int, marked_shares: tuple[float, float]
) -> Iterator[Radiographs]:
    """Draw an endless data set batch by batch; no two batches share a random stream."""
    for child in np.random.SeedSequence(seed).spawn(n_batches):
        yield draw_radiographs(batch_size, int(child.generate_state(1, np.uint64)[0]), marked_shares)


def _grid() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    axis = (np.arange(SIZE_PX) - (SIZE_PX - 1) / 2) / (SIZE_PX / 2)
    return axis[None, :], axis[:, None]


def _ellipse(centre: tuple[float, float], radii: tuple[float, float], softness: float) -> NDArray[np.float64]:
    """Return 1 inside, 0 outside, with a soft rim; in units of half the picture."""
    x, y = _grid()
    level = np.hypot((x - centre[0]) / radii[0], (y - centre[1]) / radii[1])
    return 1.0 / (1.0 + np.exp((level - 1.0) / softness))


def _chest(rng: np.random.Generator) -> tuple[NDArray[np.float64], list[tuple[float, float, float, float]]]:
    """Return a chest without lesion, 0 to 1, and the lung fields (x, y, radius x, radius y)."""
    x, y = _grid()
    shift = rng.uniform(-0.05, 0.05, 2)
    body = _ellipse((shift[0], shift[1] + 0.1), (0.92, 1.15), 0.03)
    picture = 0.06 + 0.58 * body
    lungs = []
    for side in (-1, 1):
        centre = (shift[0] + side * rng.uniform(0.38, 0.44), shift[1] + rng.uniform(-0.05, 0.05))
        radii = (rng.uniform(0.27, 0.32), rng.uniform(0.58, 0.68))
        picture -= rng.uniform(0.3, 0.38) * _ellipse(centre, radii, 0.06)
        lungs.append((*centre, *radii))
    picture += 0.12 * _ellipse((shift[0] + 0.12, shift[1] + 0.35), (0.26, 0.3), 0.12)
    bend, step, phase = rng.uniform(0.25, 0.4), rng.uniform(0.2, 0.25), rng.uniform(0, 2 * np.pi)
    ribs = np.sin(2 * np.pi * (y - shift[1] + bend * (x - shift[0]) ** 2) / step + phase)
    picture += 0.045 * body * np.maximum(ribs, 0.0) * (np.abs(x - shift[0]) > 0.1)
    cloud = ndimage.gaussian_filter(rng.normal(0.0, 1.0, picture.shape), 5.0)
    return picture + 0.035 * cloud / cloud.std() * body, lungs


def _add_lesion(
    picture: NDArray[np.float64], lungs: list[tuple[float, float, float, float]], rng: np.random.Generator
) -> NDArray[np.float64]:
    """Add a blurred spot within a lung field; return its middle in pixels."""
    centre_x, centre_y, radius_x, radius_y = lungs[rng.integers(len(lungs))]
    angle, share = rng.uniform(0, 2 * np.pi), np.sqrt(rng.uniform(0.0, 0.4))
    x0 = centre_x + share * radius_x * np.cos(angle)
    y0 = centre_y + share * radius_y * np.sin(angle)
    sigma = rng.uniform(*_LESION_SIGMA_PX) / (SIZE_PX / 2)
    x, y = _grid()
    picture += rng.uniform(*_LESION_LEVEL) * np.exp(-0.5 * ((x - x0) ** 2 + (y - y0) ** 2) / sigma**2)
    return np.array([x0, y0]) * SIZE_PX / 2 + (SIZE_PX - 1) / 2


def _add_marker(picture: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.int64]:
    """Draw the letter near the upper left corner; return its box."""
    letter = np.kron(_LETTER, np.ones((2, 2), np.float32))
    top, left = np.array(_LETTER_PLACE) + rng.integers(-_LETTER_JITTER_PX, _LETTER_JITTER_PX + 1, 2)
    height, width = letter.shape
    part = picture[top : top + height, left : left + width]
    part += letter * (_LETTER_LEVEL - part)
    return np.array([left, top, left + width, top + height])
