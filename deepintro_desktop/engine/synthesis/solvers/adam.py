"""Adam with a rate that falls like a cosine: for objectives that change from iteration to iteration."""

import math
from collections.abc import Callable

import torch
from torch import Tensor

from deepintro_desktop.engine.synthesis.solvers.solver import Evaluate, Evaluation

_LAST_RATE = 0.1


class Adam:
    """``rate`` at first, a tenth of it after ``n_iterations``. ``upkeep`` changes z after each step.

    ``upkeep`` receives z, its gradient and the number of the iteration, from 1.
    """

    def __init__(
        self,
        z: Tensor,
        rate: float,
        n_iterations: int,
        upkeep: Callable[[Tensor, Tensor, int], Tensor] | None = None,
    ) -> None:
        self.z = z.clone().requires_grad_()
        self._rate, self._n_iterations, self._upkeep = rate, max(n_iterations, 1), upkeep
        self._n_done = 0
        self._optimiser = torch.optim.Adam([self.z], lr=rate)

    def start(self, evaluate: Evaluate) -> Evaluation:
        """Evaluate the point to begin with."""
        found = evaluate(self.z.detach())
        self.z.grad = found.gradient
        return found

    def step(self, evaluate: Evaluate) -> Evaluation:
        """Do one iteration."""
        done = min(self._n_done / self._n_iterations, 1.0)
        share = _LAST_RATE + (1.0 - _LAST_RATE) * 0.5 * (1.0 + math.cos(math.pi * done))
        self._optimiser.param_groups[0]["lr"] = self._rate * share
        self._optimiser.step()
        self._n_done += 1
        if self._upkeep is not None:
            with torch.no_grad():
                self.z.copy_(self._upkeep(self.z, self.z.grad, self._n_done))
        return self.start(evaluate)
