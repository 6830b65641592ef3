"""What all solvers share: they see an objective only through its values and gradients."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from torch import Tensor


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An objective at a point: ``values`` float [N], ``gradient`` in the shape of the point, ``errors`` [N].

    ``errors`` are what people read; no solver uses them.
    """

    values: Tensor
    gradient: Tensor
    errors: Tensor


Evaluate = Callable[[Tensor], Evaluation]
"""Evaluates coefficients float [N, …]; the images are independent of each other."""


class Solver(Protocol):
    """Moves coefficients ``z`` float [N, …]; every call of ``start`` and ``step`` evaluates once."""

    z: Tensor

    def start(self, evaluate: Evaluate) -> Evaluation:
        """Evaluate the point to begin with."""

    def step(self, evaluate: Evaluate) -> Evaluation:
        """Do one iteration; return the objective at ``z`` after it."""


def per_image(values: Tensor, like: Tensor) -> Tensor:
    """Return numbers [N] in a shape that broadcasts against [N, …]."""
    return values.view(-1, *[1] * (like.dim() - 1))
