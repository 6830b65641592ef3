"""Between pixels that people see, centred pixels that priors measure, and the input of the network."""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepintro_desktop.core.specification import ChannelOrder, InputSpecification

_HALF = 127.5
_LARGEST = 255.0
_LOGIT_MARGIN = 0.5 / 255.0
"""Half a step of a byte: black and white themselves are infinitely far."""


@dataclass(frozen=True, slots=True)
class PixelSpace:
    """Centred pixels y, float [N, C, H, W] in the network's channel order, on the scale 0 to 255.

    ``middle`` [1, C, 1, 1] is the colour that y = 0 stands for: the mean that the preprocessing subtracts, or
    mid grey. The network's input is ``(y + middle) · gain − shift``.
    """

    middle: Tensor
    gain: Tensor
    shift: Tensor
    is_bgr: bool

    @classmethod
    def of(cls, specification: InputSpecification, like: Tensor | None = None) -> "PixelSpace":
        """Return the space of a network's input, on the device and in the type of ``like``."""
        options = {} if like is None else {"device": like.device, "dtype": like.dtype}
        mean, std = (
            torch.tensor(values, dtype=torch.float64).view(1, -1, 1, 1)
            for values in (specification.mean, specification.std)
        )
        middle = mean / specification.scale if any(specification.mean) else torch.full_like(mean, _HALF)
        numbers = (middle.clamp(0.0, _LARGEST), specification.scale / std, mean / std)
        return cls(
            *(number.to(**{"dtype": torch.float32, **options}) for number in numbers),
            is_bgr=specification.order is ChannelOrder.BGR,
        )

    def to_network(self, y: Tensor) -> Tensor:
        """Return the network's input for centred pixels."""
        return torch.addcmul(self.middle * self.gain - self.shift, y, self.gain)

    def from_network(self, x: Tensor) -> Tensor:
        """Return centred pixels for an input of the network."""
        return (x + self.shift) / self.gain - self.middle

    def squashed(self, t: Tensor) -> Tensor:
        """Return centred pixels that a screen can show, for any numbers: smooth, zero at zero.

        A logistic curve from black to white; its slope at mid grey is 1.
        """
        at_zero = torch.logit(self.middle / _LARGEST, eps=_LOGIT_MARGIN)
        share = torch.sigmoid(torch.add(at_zero, t, alpha=4.0 / _LARGEST))
        return torch.add(-self.middle, share, alpha=_LARGEST)

    def steepness(self, y: Tensor) -> Tensor:
        """Return by how much centred pixels that ``squashed`` made move with its numbers, 0 to 1."""
        share = torch.add(self.middle / _LARGEST, y, alpha=1.0 / _LARGEST)
        return torch.addcmul(share, share, share, value=-1.0).mul_(4.0)

    def unsquashed(self, y: Tensor) -> Tensor:
        """Return the numbers that ``squashed`` makes these centred pixels of; black and white almost."""
        at_zero = torch.logit(self.middle / _LARGEST, eps=_LOGIT_MARGIN)
        share = (y + self.middle) / _LARGEST
        return (torch.logit(share, eps=_LOGIT_MARGIN) - at_zero) * (_LARGEST / 4.0)

    def shown(self, y: Tensor) -> Tensor:
        """Return the nearest pixels that a screen can show, as centred pixels."""
        return torch.minimum(torch.maximum(y, -self.middle), _LARGEST - self.middle)

    def to_hwc_u8(self, y: Tensor) -> NDArray[np.uint8]:
        """Return pictures uint8 [N, H, W, C], RGB or grey, of centred pixels."""
        pixels = (self.shown(y) + self.middle).round().to(torch.uint8).permute(0, 2, 3, 1).cpu().numpy()
        return np.ascontiguousarray(pixels[..., ::-1] if self.is_bgr else pixels)
