"""L-BFGS for many independent images at once, with one evaluation per iteration."""

from collections import deque
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepintro_desktop.engine.synthesis.solvers.solver import Evaluate, Evaluation, per_image

Numbers = NDArray[np.float64]

_HISTORY = 10
_FIRST_MOVE = 0.3
"""Root mean square of the first step, in units of coefficients."""
_SUFFICIENT = 1e-4
_LEAST_CURVATURE = 1e-10


@dataclass(frozen=True, slots=True)
class Move:
    """A step that was taken: ``length`` times the last direction, and the gradients at its start and its end.

    ``slope`` is the product of step and first gradient, below zero.
    """

    step: Tensor
    before: Tensor
    after: Tensor
    length: float
    slope: float


class _Memory:
    """What one image has learnt of the curvature: steps s and changes y of the gradient.

    Both recursions run on scalar products alone [Chen2014], so that the long vectors are read twice an
    iteration and not forty times. The products with a new step follow from what the step was made of, and
    those with a new change from the products with both gradients; those of two steps are not needed.
    """

    def __init__(self, like: Tensor) -> None:
        self._rows = like.new_zeros(2 * _HISTORY, like.numel())
        self._products: Numbers = np.zeros((2 * _HISTORY, 2 * _HISTORY))
        self._slots: deque[int] = deque(maxlen=_HISTORY)
        # The last direction was weights @ rows − own · gradient.
        self._weights: Numbers = np.zeros(2 * _HISTORY)
        self._own = 1.0
        self._along: Numbers = np.zeros(2 * _HISTORY)

    def direct(self, direction: Tensor, move: Move) -> float:
        """Learn from a move, and write the next direction over the last one: always downhill.

        Returns the slope along it. A move along which the objective bends the wrong way teaches nothing.
        """
        gradient = move.after
        change = gradient - move.before
        curvature = float(torch.dot(move.step, change))
        slot = -1
        if curvature > _LEAST_CURVATURE * abs(move.slope):
            slot = self._put(move.step, change)
        along: Numbers = (self._rows @ gradient).double().cpu().numpy()
        if slot >= 0:
            made_of = move.length * (self._products @ self._weights - self._own * self._along)
            self._learn(slot, made_of, along - self._along)
            self._learn_own(slot, curvature, float(torch.dot(change, change)))
        self._along = along
        if self._slots:
            self._weights, self._own = self._recursions(along)
            torch.mv(self._rows.T, torch.from_numpy(self._weights).to(gradient), out=direction)
            direction.sub_(gradient, alpha=self._own)
            slope = float(torch.dot(gradient, direction))
            if slope < 0:
                return slope
        self._weights, self._own = np.zeros_like(along), 1.0
        torch.neg(gradient, out=direction)
        return float(torch.dot(gradient, direction))

    def _put(self, step: Tensor, change: Tensor) -> int:
        """Write a step and a change over the oldest ones."""
        slot = self._slots[0] if len(self._slots) == _HISTORY else len(self._slots)
        self._slots.append(slot)
        self._rows[slot], self._rows[_HISTORY + slot] = step, change
        return slot

    def _learn(self, slot: int, with_step: Numbers, with_change: Numbers) -> None:
        """Take the products of all other rows with the newest step and change."""
        for place, found in ((slot, with_step), (_HISTORY + slot, with_change)):
            self._products[:, place] = self._products[place, :] = found

    def _learn_own(self, slot: int, curvature: float, square: float) -> None:
        """Take the products of the newest step and change with the change itself."""
        s, y = slot, _HISTORY + slot
        self._products[s, y] = self._products[y, s] = curvature
        self._products[y, y] = square

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
        self._slope = z.new_zeros(len(z))
        self._length = z.new_ones(len(z))

    def start(self, evaluate: Evaluate) -> Evaluation:
        """Evaluate the point to begin with; the first step goes down the gradient."""
        here = evaluate(self.z)
        squares = here.gradient.flatten(1).square()
        size = squares.mean(1).sqrt().clamp(min=torch.finfo(self.z.dtype).tiny)
        self._direction = here.gradient * per_image(-_FIRST_MOVE / size, self.z)
        self._slope = -_FIRST_MOVE / size * squares.sum(1)
        self._here = here
        return here

    def step(self, evaluate: Evaluate) -> Evaluation:
        """Do one iteration."""
        here, length = self._here, self._length
        assert here is not None, "start comes first"
        # Usually no step is shortened. A move is read before the next direction is written over it.
        is_whole = bool((length == 1.0).all())
        move = self._direction if is_whole else self._direction * per_image(length, self.z)
        place = self.z + move
        there = evaluate(place)
        slope = self._slope * length
        is_better = torch.isfinite(there.values) & (there.values <= here.values + _SUFFICIENT * slope)
        for index in is_better.nonzero().flatten().tolist():
            vectors = (part[index].flatten() for part in (move, here.gradient, there.gradient))
            taken = Move(*vectors, float(length[index]), float(slope[index]))
            self._slope[index] = self._memories[index].direct(self._direction[index].view(-1), taken)
        self._go(place, there, is_better)
        self._length = torch.where(is_better, 1.0, length * _shorter(slope, there.values - here.values))
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
