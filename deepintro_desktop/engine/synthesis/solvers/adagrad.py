"""The windowed AdaGrad of the sources, as reference."""

from collections.abc import Callable

import torch
from torch import Tensor

from deepintro_desktop.engine.synthesis.solvers.solver import Evaluate, Evaluation

_MEMORY = 0.9


class AdaGrad:
    """G ← m G + g², η = 1 / (1/η₀ + √G), μ ← m μ − η g, x ← x + μ [Mahendran2016] algorithm 1.

    m = 0.9; ``largest_rate`` is η₀ = 0.01 B²/α; ``bound`` projects x after every step.
    """

    def __init__(
        self, z: Tensor, largest_rate: float, bound: Callable[[Tensor], Tensor] | None = None
    ) -> None:
        self.z = z
        self._largest_rate = largest_rate
        self._bound = bound
        self._squares = torch.zeros_like(z)
        self._momentum = torch.zeros_like(z)
        self._gradient = torch.zeros_like(z)

    def start(self, evaluate: Evaluate) -> Evaluation:
        """Evaluate the point to begin with."""
        found = evaluate(self.z)
        self._gradient = found.gradient
        return found

    def step(self, evaluate: Evaluate) -> Evaluation:
        """Do one iteration."""
        self._squares.mul_(_MEMORY).addcmul_(self._gradient, self._gradient)
        rates = 1.0 / (1.0 / self._largest_rate + self._squares.sqrt())
        self._momentum.mul_(_MEMORY).sub_(rates * self._gradient)
        self.z = self.z + self._momentum
        if self._bound is not None:
            self.z = self._bound(self.z)
        return self.start(evaluate)
