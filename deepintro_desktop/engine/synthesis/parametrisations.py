"""What a solver moves: pixels, or the coefficients of an image with natural colours and spectrum."""

import math
from dataclasses import dataclass
from typing import Any, Protocol

import torch
from scipy.fft import next_fast_len
from torch import Tensor
from torch.autograd.function import once_differentiable
from torch.nn import functional as F

from deepintro_desktop.core.synthesis import Parametrisation, SolverName, SynthesisParameters
from deepintro_desktop.engine.synthesis.space import PixelSpace

_OPPONENT_AXES = ((1.0, 1.0, 1.0), (1.0, 0.0, -1.0), (1.0, -2.0, 1.0))
"""Light against dark, red against blue, and green against both: independent in photos [Ruderman1998]."""
_AXIS_SIZES = (1.0, 0.4, 0.25)
_PIXEL_SIZE = 50.0
"""Standard deviation of a value of a photo about its mean, 0 to 255; one unit of a coefficient."""
_START_SIZE = 0.3
_LEAST_ROUGHNESS = 0.25
_ROUGH_EXPONENT = 0.5
_ROUGH_START_PX = 40.0
_MARGIN_PX = 8


class Parameters(Protocol):
    """Coefficients z, float [N, …] of about unit size, and the image that they stand for."""

    @property
    def learning_rate(self) -> float:
        """A good step of Adam."""

    @property
    def noise_shape(self) -> tuple[int, ...]:
        """The shape (C, height, width) of the noise that one image begins with."""

    def image(self, z: Tensor) -> Tensor:
        """Return centred pixels [N, C, H, W]; differentiable."""

    def white(self, noise: Tensor) -> Tensor:
        """Return coefficients of unit size that are as random as standard normal noise [N, *noise_shape]."""

    def start(self, noise: Tensor) -> Tensor:
        """Return coefficients to begin with, from standard normal noise [N, *noise_shape]."""

    def coefficients(self, y: Tensor) -> Tensor:
        """Return coefficients of centred pixels."""


class FreePixels:
    """Centred pixels without bound, as the sources have them."""

    learning_rate = 5.0

    def __init__(self, shape: tuple[int, ...], start_size: float) -> None:
        self.noise_shape = shape
        self._start_size = start_size

    def image(self, z: Tensor) -> Tensor:
        """Return the coefficients themselves."""
        return z

    def white(self, noise: Tensor) -> Tensor:
        """Return the noise itself."""
        return noise

    def start(self, noise: Tensor) -> Tensor:
        """Return noise of the usual size of a pixel."""
        return noise * self._start_size

    def coefficients(self, y: Tensor) -> Tensor:
        """Return the pixels themselves."""
        return y


class Pixels:
    """Pixels between black and white, in units of the usual difference from the middle colour."""

    learning_rate = 0.1

    def __init__(self, space: PixelSpace, shape: tuple[int, ...]) -> None:
        self.noise_shape = shape
        self._space = space

    def image(self, z: Tensor) -> Tensor:
        """Return centred pixels."""
        return self._space.squashed(z * _PIXEL_SIZE)

    def white(self, noise: Tensor) -> Tensor:
        """Return the noise itself."""
        return noise

    def start(self, noise: Tensor) -> Tensor:
        """Return faint noise."""
        return noise * _START_SIZE

    def coefficients(self, y: Tensor) -> Tensor:
        """Return the pixels in units."""
        return self._space.unsquashed(y) / _PIXEL_SIZE


class Fourier:
    """Frequencies of decorrelated colours, in the sizes that they have in photos [Olah2017].

    The coefficients are those of an orthonormal real Fourier transform, [N, C, H, W // 2 + 1, 2 (real,
    imaginary)]. They are filtered by 1/f, mixed from opponent colours, and bounded by black and white: a step
    of equal size in all of them changes what is coarse before what is fine. For pictures that are ``rough``,
    noise or with noise around a feature, the filter is 1/√f and the start white noise, since units that see
    noise have no gradient in a smooth picture.
    """

    learning_rate = 0.05

    def __init__(self, space: PixelSpace, shape: tuple[int, ...], is_rough: bool) -> None:
        channels, *sizes = shape
        # Sizes with small factors only are transformed quickly, and what is cut off parts the opposite rims.
        self._sizes = tuple(next_fast_len(size + _MARGIN_PX, real=True) for size in sizes)
        self.noise_shape = (channels, self._sizes[0], self._sizes[1])
        self._space, self._is_rough = space, is_rough
        # Frequencies that a real transform leaves out are mirrored ones: the others stand for two.
        self._doubles = _mirrored(self._sizes[1]).sqrt().to(space.middle)
        amplitudes = spectrum(*self._sizes, _ROUGH_EXPONENT if is_rough else 1.0).to(space.middle)
        self._amplitudes = amplitudes / self._doubles
        self._colours = _colours(channels).to(space.middle)
        self._way = _Way(
            space,
            self._colours,
            _for_both_parts(self._amplitudes),
            _for_both_parts(amplitudes * self._doubles),
            self._sizes,
            (sizes[0], sizes[1]),
        )

    def image(self, z: Tensor) -> Tensor:
        """Return centred pixels."""
        pixels: Tensor = _Developed.apply(z, self._way)
        return pixels

    def white(self, noise: Tensor) -> Tensor:
        """Return the transform of the noise."""
        return torch.view_as_real(torch.fft.rfft2(noise, norm="ortho") * self._doubles)

    def start(self, noise: Tensor) -> Tensor:
        """Return a faint image with the spectrum of photos, or white noise."""
        return self._inverse(noise * _ROUGH_START_PX) if self._is_rough else self.white(noise * _START_SIZE)

    def coefficients(self, y: Tensor) -> Tensor:
        """Return coefficients of centred pixels; beyond the rim the picture goes on as in a mirror."""
        down, across = (whole - part for whole, part in zip(self._sizes, y.shape[2:], strict=True))
        rim = _rim(y, max(down, across))
        return self._inverse(F.pad(self._space.unsquashed(y), (0, across, 0, down), mode=rim))

    def _inverse(self, values: Tensor) -> Tensor:
        """Return the coefficients that ``image`` makes these values of, before they are bounded."""
        spectrum_of = torch.view_as_real(torch.fft.rfft2(values, norm="ortho") / self._amplitudes)
        return _mixed(torch.linalg.inv(self._colours), spectrum_of)


@dataclass(frozen=True, slots=True)
class _Way:
    """How coefficients become pixels: by which numbers [H, W // 2 + 1, 2], there and for the way back."""

    space: PixelSpace
    colours: Tensor
    ahead: Tensor
    back: Tensor
    sizes: tuple[int, int]
    kept: tuple[int, int]


class _Developed(torch.autograd.Function):
    """Pixels of coefficients, with the gradient written out: few passes over the numbers."""

    @staticmethod
    def forward(ctx: Any, z: Tensor, way: _Way) -> Tensor:
        mixed = torch.view_as_complex(_mixed(way.colours, z).mul_(way.ahead))
        whole = torch.fft.irfft2(mixed, s=way.sizes, norm="ortho")
        y = way.space.squashed(whole[..., : way.kept[0], : way.kept[1]])
        ctx.way = way
        ctx.save_for_backward(y)
        return y

    @staticmethod
    @once_differentiable
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None]:
        (y,), way = ctx.saved_tensors, ctx.way
        whole = y.new_zeros(*y.shape[:2], *way.sizes)
        torch.mul(gradient, way.space.steepness(y), out=whole[..., : way.kept[0], : way.kept[1]])
        spectrum_of = torch.view_as_real(torch.fft.rfft2(whole, norm="ortho")).mul_(way.back)
        return _mixed(way.colours.T, spectrum_of), None


def _for_both_parts(factors: Tensor) -> Tensor:
    """Return factors [H, W] as [H, W, 2]: laid out like the coefficients they multiply, they do so faster."""
    return factors[..., None].expand(*factors.shape, 2).contiguous()


def _mixed(colours: Tensor, z: Tensor) -> Tensor:
    """Return coefficients [N, C, …] after their channels were mixed by [C, C]."""
    return (colours @ z.flatten(2)).view_as(z)


def _rim(y: Tensor, margin: int) -> str:
    """Return how a picture is continued; very small ones have nothing to mirror."""
    return "reflect" if margin < min(y.shape[2:]) else "replicate"


def make(
    parameters: SynthesisParameters, space: PixelSpace, shape: tuple[int, ...], target: Tensor
) -> Parameters:
    """Return what a solver moves, for pictures of a shape (C, H, W) like ``target``, [1, C, H, W]."""
    if parameters.solver is SolverName.ADAGRAD:
        return FreePixels(shape, parameters.typical_norm)
    if parameters.parametrisation is Parametrisation.PIXELS:
        return Pixels(space, shape)
    return Fourier(space, shape, roughness(target) > _LEAST_ROUGHNESS)


def roughness(y: Tensor) -> float:
    """Return how much neighbours differ, against all pixels: 1 for white noise, hundredths for photos."""
    if min(y.shape[2:]) < 2:
        return 0.0
    across, down = y.diff(dim=3).square().mean(), y.diff(dim=2).square().mean()
    spread = 2.0 * (y - y.mean((2, 3), keepdim=True)).square().mean()
    return float((across + down) / (2.0 * spread)) if float(spread) > 0 else 0.0


def spectrum(height: int, width: int, exponent: float) -> Tensor:
    """Return amplitudes f^−exponent for a real Fourier transform, float [H, W // 2 + 1], mean square 1."""
    down, across = torch.fft.fftfreq(height)[:, None], torch.fft.rfftfreq(width)[None]
    amplitudes = torch.hypot(down, across).clamp(min=1.0 / max(height, width)) ** -exponent
    power = float((amplitudes.square() * _mirrored(width)).sum()) / (height * width)
    return amplitudes / math.sqrt(power)


def _mirrored(width: int) -> Tensor:
    """Return for how many frequencies of a row each one of a real transform stands, float64 [W // 2 + 1]."""
    counts = torch.full((width // 2 + 1,), 2.0, dtype=torch.float64)
    counts[0] = 1.0
    if width % 2 == 0:
        counts[-1] = 1.0
    return counts


def _colours(channels: int) -> Tensor:
    """Return how colours are mixed from coefficients, [C, C], in pixel units; the same for RGB and BGR."""
    if channels != 3:
        return torch.eye(channels) * _PIXEL_SIZE
    axes = torch.tensor(_OPPONENT_AXES)
    sizes = torch.tensor(_AXIS_SIZES)
    sizes = sizes / sizes.square().mean().sqrt()
    return (axes / axes.norm(dim=1, keepdim=True)).T * sizes * _PIXEL_SIZE
