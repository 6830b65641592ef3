"""L-BFGS for many independent images at once, with one evaluation per iteration."""

from collections import deque

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepintro_desktop.engine.synthesis.solvers.solver import Evaluate, Evaluation, dot, per_image

Numbers = NDArray[np.float64]

_HISTORY = 6
_FIRST_MOVE = 0.3
"""Root mean square of the first step, in units of coefficients."""
_SUFFICIENT = 1e-4
_LEAST_CURVATURE = 1e-10


class _Memory:
    """What one image has learnt of the curvature: steps s and changes y of the gradient.

    Both recursions run on scalar products alone [Chen2014], so that the long vectors are read twice an
    iteration and not forty times.
    """

    def __init__(self, like: Tensor) -> None:
        self._rows = like.new_zeros(2 * _HISTORY, like.numel())
        self._new = like.new_zeros(3, like.numel())
        self._products: Numbers = np.zeros((2 * _HISTORY, 2 * _HISTORY))
        self._slots: deque[int] = deque(maxlen=_HISTORY)

    def direction(self, step: Tensor, gradient: Tensor, before: Tensor) -> Tensor:
        """Learn from a step that was taken, and return the next direction: always downhill.

        ``gradient`` and ``before``: at its end and at its start. A step along which the objective bends the
        wrong way teaches nothing.
        """
        new_step, change, end = self._new
        new_step.copy_(step)
        end.copy_(gradient)
        torch.sub(gradient, before, out=change)
        curvature = float(torch.dot(new_step, change))
        is_kept = curvature > _LEAST_CURVATURE * float(new_step.norm() * change.norm())
        if is_kept:
            self._put()
        if not self._slots:
            return -gradient
        found: Numbers = (self._rows @ self._new.T).double().cpu().numpy()
        if is_kept:
            self._learn(found)
        weights, own = self._recursions(found[:, 2])
        direction = (torch.from_numpy(weights).to(gradient) @ self._rows).sub_(gradient, alpha=own)
        return direction if float(torch.dot(gradient, direction)) < 0 else -gradient

    def _put(self) -> None:
        """Write the new step and change over the oldest ones."""
        slot = self._slots[0] if len(self._slots) == _HISTORY else len(self._slots)
        self._slots.append(slot)
        self._rows[slot], self._rows[_HISTORY + slot] = self._new[0], self._new[1]

    def _learn(self, found: Numbers) -> None:
        """Take the products of all rows with the newest step and change, [2 m, ≥ 2]."""
        slot = self._slots[-1]
        for place, column in ((slot, 0), (_HISTORY + slot, 1)):
            self._products[:, place] = self._products[place, :] = found[:, column]

    def _recursions(self, along: Numbers) -> tuple[Numbers, float]:
        """Return the direction as weights of all s and y, float64 [2 m], and minus that of the gradient.

        ``along``: the products of the gradient with all s and y.
        """
        products, weights, own, factors = self._products, np.zeros_like(along), -1.0, []
        for i in reversed(self._slots):
            curvature = products[i, _HISTORY + i]
            factors.append((products[i] @ weights + own * along[i]) / curvature)
            weights[_HISTORY + i] -= factors[-1]
        # The latest pair says how long a step is.
        last = self._slots[-1]
        length = float(products[last, _HISTORY + last] / products[_HISTORY + last, _HISTORY + last])
        weights, own = weights * length, own * length
        for i, factor in zip(self._slots, reversed(factors), strict=True):
            y = _HISTORY + i
            weights[i] += factor - (products[y] @ weights + own * along[y]) / products[i, y]
        return weights, -own


class LBFGS:
    """Limited-memory BFGS [Nocedal2006] algorithm 7.4 with a backtracking search, every image for itself.

    An iteration tries one step. An image whose objective does not fall enough (Armijo) keeps its place and
    tries a shorter step in the next iteration, while the others go on: the batch never waits for one image.
    """

    def __init__(self, z: Tensor) -> None:
        self.z = z
        self._memories = [_Memory(one) for one in z]
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
        place = self.z + move
        there = evaluate(place)
        slope = dot(here.gradient, move)
        is_better = torch.isfinite(there.values) & (there.values <= here.values + _SUFFICIENT * slope)
        for index in is_better.nonzero().flatten().tolist():
            own = (move[index], there.gradient[index], here.gradient[index])
            direction = self._memories[index].direction(*(part.flatten() for part in own))
            self._direction[index] = direction.view_as(move[index])
        self._go(place, there, is_better)
        self._length = torch.where(is_better, 1.0, self._length * _shorter(slope, there.values - here.values))
        return self._here

    def _go(self, place: Tensor, there: Evaluation, is_better: Tensor) -> None:
        """Go on for the images that got better; the others stay where they are."""
        here = self._here
        if bool(is_better.all()):  # the usual case, without copies
            self.z, self._here = place, there
            return
        taken = per_image(is_better, self.z)
        self._here = Evaluation(
            torch.where(is_better, there.values, here.values),
            torch.where(taken, there.gradient, here.gradient),
            torch.where(is_better, there.errors, here.errors),
        )
        self.z = torch.where(taken, place, self.z)


def _shorter(slope: Tensor, rise: Tensor) -> Tensor:
    """Return by what a step is shortened: to the lowest point of the parabola through what is known."""
    excess = rise - slope
    best = torch.where(
        torch.isfinite(excess) & (excess > 0), -slope / (2 * excess.clamp(min=1e-30)), excess.new_tensor(0.1)
    )
    return best.clamp(0.1, 0.5)
