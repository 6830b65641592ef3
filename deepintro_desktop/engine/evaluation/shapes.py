"""White quadrilaterals and ellipses on grey noise: a data set whose decisive features are known."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIZE_PX = 112
LABELS = ("quadrilateral", "ellipse")
QUADRILATERAL, ELLIPSE = 0, 1

_MARGIN_PX = 4.0
_RADIUS_PX = (20.0, 48.0)
_SMALLEST_ASPECT = 0.5
_ANGLE_JITTER_RAD = np.deg2rad(22.0)
_INNER_ANGLES_DEG = (50.0, 130.0)
_SHORTEST_SIDE_PX = 18.0


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """Pictures and what is in them.

    Attributes
    ----------
    images_u8 : uint8 [n, 112, 112]
        Grey pictures, 0 to 255.
    classes : int64 [n]
        0 for a quadrilateral, 1 for an ellipse.
    corners_xy : float64 [n, 4, 2]
        The corners in order around the quadrilateral, x to the right and y down, in pixels; the centre of the
        first pixel is (0, 0). NaN for ellipses.
    """

    images_u8: NDArray[np.uint8]
    classes: NDArray[np.int64]
    corners_xy: NDArray[np.float64]


def draw_shapes(n_images: int, seed: int, only: int | None = None) -> Shapes:
    """Draw pictures, the classes alternating, or all of class ``only``; a seed always gives the same ones."""
    rng = np.random.default_rng(seed)
    classes = np.arange(n_images) % len(LABELS) if only is None else np.full(n_images, only)
    n_quadrilaterals = int(np.sum(classes == QUADRILATERAL))
    corners = np.full((n_images, 4, 2), np.nan)
    corners[classes == QUADRILATERAL] = _quadrilaterals(n_quadrilaterals, rng)
    coverage = np.empty((n_images, SIZE_PX, SIZE_PX), np.float32)
    coverage[classes == QUADRILATERAL] = _fill_polygons(corners[classes == QUADRILATERAL])
    coverage[classes == ELLIPSE] = _fill_ellipses(n_images - n_quadrilaterals, rng)
    noise = rng.integers(0, 256, coverage.shape, dtype=np.uint8)
    images = np.rint(noise + coverage * (255.0 - noise)).astype(np.uint8)
    return Shapes(images, classes.astype(np.int64), corners)


def draw_batches(n_batches: int, batch_size: int, seed: int) -> Iterator[Shapes]:
    """Draw an endless data set batch by batch; no two batches share a random stream."""
    for child in np.random.SeedSequence(seed).spawn(n_batches):
        yield draw_shapes(batch_size, int(child.generate_state(1, np.uint64)[0]))


def _pixel_centres() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    axis = np.arange(SIZE_PX, dtype=np.float32)
    return axis[None, :], axis[:, None]


def _place(points: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    """Move each set of points [n, k, 2] to a random place where it lies within the margin."""
    low, high = points.min(axis=1), points.max(axis=1)
    room = SIZE_PX - 1 - 2 * _MARGIN_PX - (high - low)
    return points - low[:, None] + _MARGIN_PX + (rng.random(room.shape) * room)[:, None]


def _quadrilaterals(n: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Return ``n`` convex quadrilaterals [n, 4, 2] with clear corners, neither flat nor needles."""
    accepted = np.empty((0, 4, 2))
    while len(accepted) < n:
        candidates = _candidate_quadrilaterals(2 * n + 8, rng)
        accepted = np.concatenate([accepted, candidates[_are_shapely(candidates)]])
    return _place(accepted[:n], rng)


def _candidate_quadrilaterals(n: int, rng: np.random.Generator) -> NDArray[np.float64]:
    quarter = np.pi / 2
    angles = quarter * (np.arange(4) + 0.5) + rng.uniform(-_ANGLE_JITTER_RAD, _ANGLE_JITTER_RAD, (n, 4))
    radii = rng.uniform(0.75, 1.0, (n, 4)) * rng.uniform(*_RADIUS_PX, (n, 1))
    aspect = rng.uniform(_SMALLEST_ASPECT, 1.0, (n, 1))
    points = np.stack([radii * np.cos(angles), aspect * radii * np.sin(angles)], axis=-1)
    return _rotate(points, rng.uniform(0, 2 * np.pi, n))


def _rotate(points: NDArray[np.float64], angles: NDArray[np.float64]) -> NDArray[np.float64]:
    cosine, sine = np.cos(angles), np.sin(angles)
    turns = np.stack([np.stack([cosine, -sine], -1), np.stack([sine, cosine], -1)], -2)
    return np.einsum("nij,nkj->nki", turns, points)


def _are_shapely(quadrilaterals: NDArray[np.float64]) -> NDArray[np.bool_]:
    ahead = np.roll(quadrilaterals, -1, axis=1) - quadrilaterals
    behind = np.roll(quadrilaterals, 1, axis=1) - quadrilaterals
    lengths = np.linalg.norm(ahead, axis=-1)
    turn = ahead[..., 0] * behind[..., 1] - ahead[..., 1] * behind[..., 0]
    inner = np.rad2deg(np.arctan2(turn, np.sum(ahead * behind, axis=-1)))
    smallest, largest = _INNER_ANGLES_DEG
    return np.all((inner > smallest) & (inner < largest) & (lengths >= _SHORTEST_SIDE_PX), axis=1)


def _fill_polygons(corners: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return how much of each pixel lies inside, 0 to 1, from the distance to the nearest edge."""
    x, y = _pixel_centres()
    inside = np.full((len(corners), SIZE_PX, SIZE_PX), np.inf, np.float32)
    for start, end in zip(corners.swapaxes(0, 1), np.roll(corners, -1, axis=1).swapaxes(0, 1), strict=True):
        edge = (end - start) / np.linalg.norm(end - start, axis=1, keepdims=True)
        edge_x, edge_y = edge.astype(np.float32)[:, :, None, None].swapaxes(0, 1)
        start_x, start_y = start.astype(np.float32)[:, :, None, None].swapaxes(0, 1)
        np.minimum(inside, edge_x * (y - start_y) - edge_y * (x - start_x), out=inside)
    return np.clip(inside + 0.5, 0.0, 1.0)


def _fill_ellipses(n: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """Return how much of each pixel lies inside a random ellipse, 0 to 1, to first order in the distance."""
    first = rng.uniform(*_RADIUS_PX, n)
    radii = np.stack([first, first * rng.uniform(_SMALLEST_ASPECT, 1.0, n)], -1)
    angles = rng.uniform(0, 2 * np.pi, n)
    half_width = np.hypot(radii[:, 0] * np.cos(angles), radii[:, 1] * np.sin(angles))
    half_height = np.hypot(radii[:, 0] * np.sin(angles), radii[:, 1] * np.cos(angles))
    half = np.stack([half_width, half_height], -1)
    centres = _place(np.stack([-half, half], axis=1), rng).mean(axis=1)
    x, y = _pixel_centres()
    centre_x, centre_y = centres.astype(np.float32).T[:, :, None, None]
    cosine, sine = np.cos(angles, dtype=np.float32), np.sin(angles, dtype=np.float32)
    cosine, sine = cosine[:, None, None], sine[:, None, None]
    radius_a, radius_b = radii.astype(np.float32).T[:, :, None, None]
    along = (cosine * (x - centre_x) + sine * (y - centre_y)) / radius_a
    across = (cosine * (y - centre_y) - sine * (x - centre_x)) / radius_b
    level = np.hypot(along, across)
    slope = np.hypot(along / radius_a, across / radius_b) / np.maximum(level, 1e-6)
    return np.clip((1.0 - level) / np.maximum(slope, 1e-6) + 0.5, 0.0, 1.0)
