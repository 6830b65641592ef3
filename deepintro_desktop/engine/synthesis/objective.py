"""The objective E(x) = C · loss(Φ(x)) + R_α(x) + R_TV(x) of several images, with its gradient."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.synthesis.goals import Goal
from deepintro_desktop.engine.synthesis.parametrisations import Parameters
from deepintro_desktop.engine.synthesis.priors import Priors
from deepintro_desktop.engine.synthesis.solvers.solver import Evaluation
from deepintro_desktop.engine.synthesis.space import PixelSpace


@dataclass(frozen=True, slots=True)
class Objective:
    """Everything that an image is judged by.

    ``graph`` ends in the layer. ``weight`` is C. ``original``: centred pixels [1, C, H, W] of the picture,
    for the distance. ``half``: the same network in bfloat16, to find the way with; not for ``errors``.
    ``about``: centred pixels of the picture from which norm and variation count; the middle colour if None.
    """

    graph: ExplainableGraph
    space: PixelSpace
    goal: Goal
    priors: Priors
    parameters: Parameters
    weight: float
    original: Tensor | None = None
    half: ExplainableGraph | None = None
    about: Tensor | None = None

    def evaluate(self, z: Tensor, shifts: Sequence[tuple[int, int]] = ()) -> Evaluation:
        """Return objective, gradient and errors of coefficients [N, C, H, W].

        ``shifts`` (down, right) move each image, round about, before the network sees it.
        """
        with torch.enable_grad():
            z = z.detach().requires_grad_()
            y = self.parameters.image(z)
            representation = self._representation(_shifted(y, shifts), self.half or self.graph)
            loss = self.goal.loss(representation)
            values = self.weight * loss + self._prior(y)
            (gradient,) = torch.autograd.grad(values.sum(), z)
        with torch.no_grad():
            return Evaluation(
                values.detach(), gradient, self.goal.error(representation.detach(), loss.detach())
            )

    @torch.no_grad()
    def errors(self, y: Tensor) -> Tensor:
        """Return the errors of centred pixels [N, C, H, W], in full precision."""
        return self.goal.error(self._representation(y, self.graph))

    def _prior(self, y: Tensor) -> Tensor:
        if self.about is None:
            return self.priors(y, self.original)
        return self.priors(y - self.about, None if self.original is None else self.original - self.about)

    def _representation(self, y: Tensor, graph: ExplainableGraph) -> Tensor:
        return graph.run(self.space.to_network(y))[graph.output_name].to(y.dtype)


def _shifted(y: Tensor, shifts: Sequence[tuple[int, int]]) -> Tensor:
    if not any(any(shift) for shift in shifts):
        return y
    return torch.stack([image.roll(shift, (1, 2)) for image, shift in zip(y, shifts, strict=True)])
