"""L-BFGS for many independent images at once, with one evaluation per iteration."""

from collections import deque

import torch
from torch import Tensor

from deepintro_desktop.engine.synthesis.solvers.solver import Evaluate, Evaluation, dot, per_image

_HISTORY = 10
_FIRST_MOVE = 0.3
"""Root mean square of the first step, in units of coefficients."""
_SUFFICIENT = 1e-4
_LEAST_CURVATURE = 1e-10


class _Memory:
    """What one image has learnt of the curvature: steps s and changes y of the gradient, float [D]."""

    def __init__(self) -> None:
        self._pairs: deque[tuple[Tensor, Tensor, float]] = deque(maxlen=_HISTORY)

    def add(self, s: Tensor, y: Tensor) -> None:
        """Keep a step that was taken, unless the objective bends the wrong way along it."""
        curvature = float(torch.dot(s, y))
        if curvature > _LEAST_CURVATURE * float(s.norm() * y.norm()):
            self._pairs.append((s, y, 1.0 / curvature))

    def direction(self, gradient: Tensor) -> Tensor:
        """Return minus the approximate inverse Hessian times the gradient, always downhill."""
        if not self._pairs:
            return -gradient
        q, factors = gradient.neg(), []
        for s, y, rho in reversed(self._pairs):
            factors.append(rho * float(torch.dot(s, q)))
            q.add_(y, alpha=-factors[-1])
        # The latest pair says how long a step is.
        _, y, rho = self._pairs[-1]
        q.div_(rho * float(torch.dot(y, y)))
        for (s, y, rho), factor in zip(self._pairs, reversed(factors), strict=True):
            q.add_(s, alpha=factor - rho * float(torch.dot(y, q)))
        return q if float(torch.dot(gradient, q)) < 0 else -gradient


class LBFGS:
    """Limited-memory BFGS [Nocedal2006] algorithm 7.4 with a backtracking search, every image for itself.

    An iteration tries one step. An image whose objective does not fall enough (Armijo) keeps its place and
    tries a shorter step in the next iteration, while the others go on: the batch never waits for one image.
    """

    def __init__(self, z: Tensor) -> None:
        self.z = z
        self._memories = [_Memory() for _ in z]
        self._here: Evaluation | None = None
        self._direction = torch.zeros_like(z)
        self._length = z.new_ones(len(z))

    def start(self, evaluate: Evaluate) -> Evaluation:
        """Evaluate the point to begin with; the first step goes down the gradient."""
        here = evaluate(self.z)
        size = here.gradient.flatten(1).square().mean(1).sqrt().clamp(min=torch.finfo(self.z.dtype).tiny)
        self._direction = here.gradient * per_image(-_FIRST_MOVE / size, self.z)
        self._here = here
        return here

    def step(self, evaluate: Evaluate) -> Evaluation:
        """Do one iteration."""
        here = self._here
        assert here is not None, "start comes first"
        move = self._direction * per_image(self._length, self.z)
        there = evaluate(self.z + move)
        slope = dot(here.gradient, move)
        is_better = torch.isfinite(there.values) & (there.values <= here.values + _SUFFICIENT * slope)
        self._accept(move, there, is_better)
        self._length = torch.where(is_better, 1.0, self._length * _shorter(slope, there.values - here.values))
        return self._here

    def _accept(self, move: Tensor, there: Evaluation, is_better: Tensor) -> None:
        """Go on for the images that got better; the others stay where they are."""
        here = self._here
        taken = per_image(is_better, self.z)
        self._here = Evaluation(
            torch.where(is_better, there.values, here.values),
            torch.where(taken, there.gradient, here.gradient),
            torch.where(is_better, there.errors, here.errors),
        )
        self.z = torch.where(taken, self.z + move, self.z)
        for index in is_better.nonzero().flatten().tolist():
            gradient, memory = there.gradient[index].flatten(), self._memories[index]
            memory.add(move[index].flatten(), gradient - here.gradient[index].flatten())
            self._direction[index] = memory.direction(gradient).view_as(self._direction[index])


def _shorter(slope: Tensor, rise: Tensor) -> Tensor:
    """Return by what a step is shortened: to the lowest point of the parabola through what is known."""
    excess = rise - slope
    best = torch.where(
        torch.isfinite(excess) & (excess > 0), -slope / (2 * excess.clamp(min=1e-30)), excess.new_tensor(0.1)
    )
    return best.clamp(0.1, 0.5)
