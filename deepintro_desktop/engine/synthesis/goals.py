"""What an image is made for, as a number per image that gets smaller as the image gets better."""

from typing import Protocol

import torch
from torch import Tensor

from deepintro_desktop.core.errors import WrongRequestError


class Goal(Protocol):
    """Judges representations Φ(x), float [N, …]."""

    def loss(self, representation: Tensor) -> Tensor:
        """Return what the solver brings down, float [N]."""

    def error(self, representation: Tensor, loss: Tensor | None = None) -> Tensor:
        """Return what people read, float [N]; ``loss`` is that of the same, where it is known."""


class Match:
    """‖Φ(x) − Φ0‖² / ‖Φ0‖² [Mahendran2016] eq. 2; ``wanted``: Φ0, float [1, …]."""

    def __init__(self, wanted: Tensor) -> None:
        refuse_zeros(wanted)
        self._wanted = wanted.flatten(1)
        self._size = float(self._wanted.square().sum())

    def loss(self, representation: Tensor) -> Tensor:
        """Return the relative squared distance, float [N]."""
        return (representation.flatten(1) - self._wanted).square().sum(1) / self._size

    def error(self, representation: Tensor, loss: Tensor | None = None) -> Tensor:
        """Return the same."""
        return self.loss(representation) if loss is None else loss


class MatchBeforeRelu:
    """The same for a layer that ends in a ReLU, judged by the values z before it.

    Where Φ0 > 0 the loss is (z − Φ0)², elsewhere max(0, z)²: that of the layer while a unit is on, and with a
    slope where it is off although it should be on. The error is that of the layer.
    """

    def __init__(self, wanted: Tensor) -> None:
        self._match = Match(wanted)
        self._wanted = wanted.flatten(1)
        self._size = float(self._wanted.square().sum())

    def loss(self, representation: Tensor) -> Tensor:
        """Return the relative squared distance, float [N]."""
        z = representation.flatten(1)
        return torch.where(self._wanted > 0, z - self._wanted, z.clamp(min=0)).square().sum(1) / self._size

    def error(self, representation: Tensor, loss: Tensor | None = None) -> Tensor:
        """Return the relative squared distance after the ReLU."""
        return self._match.error(representation.clamp(min=0))


class Caricature:
    """−⟨Φ(x), max(0, Φ0)⟩ / ‖max(0, Φ0)‖² [Mahendran2016] section 5.3; ``wanted``: Φ0, float [1, …]."""

    def __init__(self, wanted: Tensor) -> None:
        positive = wanted.clamp(min=0)
        refuse_zeros(positive)
        self._match = Match(wanted)
        self._positive = positive.flatten(1)
        self._size = float(self._positive.square().sum())

    def loss(self, representation: Tensor) -> Tensor:
        """Return minus the relative size along what was found, float [N]; −1 for the picture itself."""
        return -(representation.flatten(1) * self._positive).sum(1) / self._size

    def error(self, representation: Tensor, loss: Tensor | None = None) -> Tensor:
        """Return the distance to the picture's own representation."""
        return self._match.error(representation)


class Maximise:
    """−a(x) / a₀, the activation of units [Mahendran2016] eq. 12; ``chosen``: bool, shape of Φ without batch.

    The activation is the mean over the chosen units; ``scale`` a₀ is what is usual in the layer.
    """

    def __init__(self, chosen: Tensor, scale: float) -> None:
        self._chosen = chosen.flatten()
        self._scale = scale if scale > 0 else 1.0

    def loss(self, representation: Tensor) -> Tensor:
        """Return minus the activation in units of what is usual, float [N]."""
        return self.error(representation) / self._scale

    def error(self, representation: Tensor, loss: Tensor | None = None) -> Tensor:
        """Return minus the mean activation of the units, float [N]."""
        return -representation.flatten(1)[:, self._chosen].mean(1)


def refuse_zeros(wanted: Tensor) -> None:
    """Raise ``WrongRequestError`` for a representation that says nothing."""
    if not bool(torch.isfinite(wanted).all()) or not bool(wanted.any()):
        raise WrongRequestError(
            "This layer says nothing about the feature.",
            "All its values are zero or no numbers there.",
            "Choose another layer, another feature, or the whole image.",
        )
