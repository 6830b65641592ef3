"""Whether the stored network answers like the original: seeded probes through both."""

from dataclasses import dataclass

import numpy as np

from deepintro_desktop.core.errors import ParityError, UnreadableNetworkError
from deepintro_desktop.core.specification import InputSpecification

TOLERANCE = 1e-4
"""Largest difference, divided by the largest absolute reference logit."""

HALF_TOLERANCE = 2e-2
"""The same where the source itself computes in half precision, and so rounds every step."""

LARGEST_TOLERANCE = 1e-3
"""What rounding can excuse where the source computes in single precision; see ``allowed``."""

_ROUNDING_FACTOR = 5.0
_N_MOVES = 2
_SEED = 20180618


def probe_pixels(channels: int, height: int, width: int) -> np.ndarray:
    """Return three seeded pictures uint8 [3, C, H, W]: noise, one grey, and something like a photo."""
    rng = np.random.default_rng(_SEED)
    noise = rng.integers(0, 256, (channels, height, width))
    flat = np.full((channels, height, width), 128)
    return np.stack([noise, flat, _photo_like(rng, channels, height, width)]).astype(np.uint8)


def _photo_like(rng: np.random.Generator, channels: int, height: int, width: int) -> np.ndarray:
    """A gradient, a dozen soft spots and a hard edge: smooth like a photo, with every brightness."""
    rows, columns = np.mgrid[0:height, 0:width] / max(height, width)
    picture = np.empty((channels, height, width))
    for channel in range(channels):
        layer = 255 * (rng.uniform() * rows + rng.uniform() * columns)
        for _ in range(12):
            y, x, size = rng.uniform(0, 1), rng.uniform(0, 1), rng.uniform(0.03, 0.3)
            layer += rng.uniform(-150, 150) * np.exp(-((rows - y) ** 2 + (columns - x) ** 2) / size**2)
        picture[channel] = layer
    picture[:, :, width // 2 :] += 30
    return picture.clip(0, 255)


def prepared(pixels: np.ndarray, specification: InputSpecification) -> np.ndarray:
    """Return the network's input float32 [N, C, H, W] for pixels 0..255 in its channel order."""
    mean, std = (
        np.array(values, np.float32).reshape(1, -1, 1, 1)
        for values in (specification.mean, specification.std)
    )
    return ((pixels.astype(np.float32) * np.float32(specification.scale) - mean) / std).astype(np.float32)


def moved(probes: np.ndarray) -> tuple[np.ndarray, ...]:
    """Return probes float32 [N, C, H, W] whose numbers are moved by about one rounding step, seeded."""
    rng, step = np.random.default_rng(_SEED), np.finfo(np.float32).eps
    return tuple(
        (probes * (1.0 + step * rng.standard_normal(probes.shape))).astype(np.float32)
        for _ in range(_N_MOVES)
    )


def allowed(own: "Difference") -> float:
    """Return the tolerance for a network whose own answers ``own`` is the difference of when inputs move.

    Where one rounding step of the input moves the answers by more than a part of the usual tolerance, a
    faithful network that adds up in another order is as far away. That can only excuse so much.
    """
    return max(TOLERANCE, min(_ROUNDING_FACTOR * own.relative, LARGEST_TOLERANCE))


@dataclass(frozen=True, slots=True)
class Difference:
    """The largest difference of two results [N, classes], absolute and relative to the largest reference."""

    absolute: float
    relative: float

    @classmethod
    def between(cls, reference: np.ndarray, result: np.ndarray) -> "Difference":
        """Compare; results of another shape, or with numbers that are none, are infinitely far."""
        if reference.shape != result.shape or not np.isfinite(result).all():
            return cls(float("inf"), float("inf"))
        absolute = float(np.max(np.abs(reference.astype(np.float64) - result), initial=0.0))
        largest = float(np.max(np.abs(reference.astype(np.float64)), initial=0.0))
        return cls(absolute, absolute / largest if largest > 0 else absolute)

    def worst(self, other: "Difference") -> "Difference":
        """Return the larger of two differences, number by number."""
        return Difference(max(self.absolute, other.absolute), max(self.relative, other.relative))


def refuse_without_numbers(reference: np.ndarray) -> None:
    """Raise ``UnreadableNetworkError`` when the source network itself gives infinities or nothing."""
    if not np.isfinite(reference).all() or reference.size == 0:
        raise UnreadableNetworkError(
            "The network does not give numbers.",
            "On ordinary pictures its result is infinite or undefined.",
            "The file may be damaged, or its preprocessing is another one.",
        )


def refuse_different(difference: Difference, tolerance: float, what: str) -> None:
    """Raise ``ParityError`` with both numbers when a difference is above the tolerance."""
    if difference.relative > tolerance:
        raise ParityError(
            f"{what} does not answer like the original.",
            f"The largest difference is {difference.absolute:.3g} "
            f"({difference.relative:.3g} of the largest logit); "
            f"at most {tolerance:g} is accepted.",
            "Export the network again with opset 17; if that does not help, it cannot be used here.",
            absolute=difference.absolute,
            relative=difference.relative,
            tolerance=tolerance,
        )
