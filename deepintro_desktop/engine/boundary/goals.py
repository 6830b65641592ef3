"""Halfway between two classes, as a goal for images."""

import torch
from torch import Tensor
from torch.nn import functional as F

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.records import OutputKind


class Halfway:
    """The divergence of a network's probabilities from one half each for a and b.

    With a softmax it is KL(q ‖ p), q being (1 − rest)/2 for a and b and small seeded noise on the other
    classes; where each class has a sigmoid of its own, the sum of the divergences of all of them.
    """

    def __init__(self, wanted: Tensor, classes: tuple[int, int], kind: OutputKind) -> None:
        self._wanted = wanted
        self._classes = list(classes)
        self._is_sigmoid = kind is OutputKind.SIGMOID
        self._least = float(self._entropy(wanted))

    def loss(self, representation: Tensor) -> Tensor:
        """Return the divergence of logits [N, n_classes], float [N]; zero at the boundary."""
        logits = representation.flatten(1)
        if self._is_sigmoid:
            wanted = self._wanted.expand_as(logits)
            total = F.binary_cross_entropy_with_logits(logits, wanted, reduction="none").sum(1)
        else:
            total = -(self._wanted * F.log_softmax(logits, 1)).sum(1)
        return total - self._least

    def error(self, representation: Tensor, loss: Tensor | None = None) -> Tensor:
        """Return how far p(a) and p(b) are from one half, the larger of the two, float [N]."""
        logits = representation.flatten(1)
        chances = torch.sigmoid(logits) if self._is_sigmoid else torch.softmax(logits, 1)
        return (chances[:, self._classes] - 0.5).abs().amax(1)

    def _entropy(self, wanted: Tensor) -> Tensor:
        own = -torch.special.xlogy(wanted, wanted)
        if self._is_sigmoid:
            own = own - torch.special.xlogy(1 - wanted, 1 - wanted)
        return own.sum()


def wanted_probabilities(
    classes: tuple[int, int], n_classes: int, rest: float, kind: OutputKind, seed: int
) -> Tensor:
    """Return the probabilities at the boundary, float64 [n_classes]; the rest is seeded noise.

    Raises ``WrongRequestError`` for classes that are equal or do not exist.
    """
    check_classes(classes, n_classes)
    generator = torch.Generator().manual_seed(seed)
    noise = torch.rand(n_classes, generator=generator, dtype=torch.float64) + 0.5
    noise[list(classes)] = 0.0
    others = n_classes - 2
    wanted = noise * (rest / float(noise.sum())) if others else noise
    is_shared = kind is not OutputKind.SIGMOID
    wanted[list(classes)] = (1.0 - (rest if others else 0.0)) / 2 if is_shared else 0.5
    return wanted


def check_classes(classes: tuple[int, int], n_classes: int) -> None:
    """Raise ``WrongRequestError`` where there is no boundary between two classes."""
    if n_classes < 2:
        raise WrongRequestError(
            "The network has one class only.",
            "There is no boundary between one class and itself.",
            "Use a network with at least two classes.",
        )
    unknown = [number for number in classes if not 0 <= number < n_classes]
    if unknown:
        raise WrongRequestError(
            f"The network has no class {unknown[0]}.",
            f"Its classes are numbered 0 to {n_classes - 1}.",
            "Choose one of these numbers.",
        )
    if classes[0] == classes[1]:
        raise WrongRequestError(
            "Both classes are the same.",
            "A boundary lies between two different ones.",
            "Choose another second class.",
        )
