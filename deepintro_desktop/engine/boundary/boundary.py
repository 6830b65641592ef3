"""Images that the network sees as between two classes, from noise or from a picture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepintro_desktop.core.boundary import (
    TOLERANCE,
    BoundaryFrame,
    BoundaryImage,
    BoundaryMode,
    BoundaryParameters,
)
from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import OutputKind
from deepintro_desktop.core.specification import InputSpecification
from deepintro_desktop.core.synthesis import Layer
from deepintro_desktop.engine.boundary.goals import Halfway, check_classes, wanted_probabilities
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.runtime.probabilities import probabilities
from deepintro_desktop.engine.synthesis.batches import in_batches
from deepintro_desktop.engine.synthesis.choices import choose
from deepintro_desktop.engine.synthesis.goals import Goal, Match
from deepintro_desktop.engine.synthesis.layers import up_to
from deepintro_desktop.engine.synthesis.objective import Objective
from deepintro_desktop.engine.synthesis.parametrisations import make
from deepintro_desktop.engine.synthesis.solvers.lbfgs import LBFGS
from deepintro_desktop.engine.synthesis.solvers.solver import Evaluation, per_image
from deepintro_desktop.engine.synthesis.space import PixelSpace
from deepintro_desktop.engine.synthesis.synthesise import iterate, noise, standstill
from deepintro_desktop.imaging import to_network

_NEAR = 0.6 * TOLERANCE
"""A little nearer than what counts as reached, because bytes are rounded."""
_WEIGHT = 10.0
_ROUNDS = (1.0, 10.0, 100.0, 1000.0)
"""How much the boundary counts against smoothness; more and more until it is reached."""
_N_FRAMES = 7
_LOGITS = Layer("logits", "", (1,), 1)
_STIR = 0.02
"""Share of noise on a picture to start with, so that several images differ."""


Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Between:
    """Two classes of a network, and what an image between them starts from.

    ``picture_hwc_u8``: uint8 [height, width, 1 or 3] at the input's size; None for noise. ``samples``: such
    pictures of a and of b, for ``BoundaryMode.MEAN``, and ``layer``, whose representation is averaged.
    """

    classes: tuple[int, int]
    picture_hwc_u8: Picture | None = None
    samples: tuple[Sequence[Picture], Sequence[Picture]] = ((), ())
    layer: Layer | None = None


@dataclass(frozen=True, slots=True, eq=False)
class BoundaryProblem:
    """An objective for images between two classes, and the network that judges them."""

    graph: ExplainableGraph
    kind: OutputKind
    classes: tuple[int, int]
    objective: Objective
    is_certain: bool
    """Whether the objective is zero at the boundary itself, and not only near it."""


def pose_boundary(
    graph: ExplainableGraph,
    specification: InputSpecification,
    kind: OutputKind,
    between: Between,
    parameters: BoundaryParameters,
) -> BoundaryProblem:
    """Return what images shall be made for.

    Raises ``WrongRequestError`` for classes without a boundary, and for missing samples.
    """
    check_classes(between.classes, graph.n_classes)
    like = torch.zeros((), dtype=graph.dtype, device=graph.device)
    space = PixelSpace.of(specification, like)

    def centred(picture: Picture) -> Tensor:
        return space.from_network(torch.from_numpy(to_network(picture, specification)[None]).to(like))

    start = None if between.picture_hwc_u8 is None else centred(between.picture_hwc_u8)
    is_raw = parameters.mode is BoundaryMode.RAW
    if is_raw:
        part, goal = graph, _halfway(graph, kind, between, parameters)
    else:
        part, goal = _mean(graph, between, space, centred)
    choices = choose(parameters.synthesis, _LOGITS if between.layer is None else between.layer)
    objective = Objective(
        part,
        space,
        goal,
        choices.priors,
        make(parameters.synthesis, space, graph.input_shape, space.middle if start is None else start),
        _WEIGHT if is_raw else choices.weight,
        original=start,
        half=part.to(dtype=torch.bfloat16) if parameters.synthesis.half_precision else None,
        about=start,
    )
    return BoundaryProblem(graph, kind, between.classes, objective, is_raw)


def make_boundaries(
    problem: BoundaryProblem,
    parameters: BoundaryParameters,
    seeds: Sequence[int],
    report: Report = SILENT,
) -> tuple[list[BoundaryImage], int, tuple[str, ...]]:
    """Make one image for each seed; return them, how many iterations were done, and remarks."""

    def make_some(batch: Sequence[int], part: Report) -> tuple[list[BoundaryImage], int]:
        return _batch(problem, parameters, batch, part)

    batches, notes = in_batches(seeds, make_some, report)
    images = [image for finished, _ in batches for image in finished]
    return images, max(n_done for _, n_done in batches), notes


def _halfway(
    graph: ExplainableGraph, kind: OutputKind, between: Between, parameters: BoundaryParameters
) -> Goal:
    wanted = wanted_probabilities(between.classes, graph.n_classes, parameters.rest, kind, 0)
    return Halfway(wanted.to(dtype=graph.dtype, device=graph.device), between.classes, kind)


def _mean(
    graph: ExplainableGraph, between: Between, space: PixelSpace, centred: Callable[[Picture], Tensor]
) -> tuple[ExplainableGraph, Goal]:
    """Return the network up to the layer, and the mean of what it says there to samples of both classes."""
    if not all(between.samples) or between.layer is None:
        raise WrongRequestError(
            "There are no sample pictures of both classes.",
            "The mean of samples needs at least one picture that the network assigns to each class.",
            "Add pictures of both classes, or use raw values.",
        )
    part = up_to(graph, between.layer)
    with torch.no_grad():
        means = [
            sum(part.run(space.to_network(centred(one)))[part.output_name] for one in pictures)
            / len(pictures)
            for pictures in between.samples
        ]
    return part, Match(sum(means) / 2)


def _batch(
    problem: BoundaryProblem, parameters: BoundaryParameters, seeds: Sequence[int], report: Report
) -> tuple[list[BoundaryImage], int]:
    objective, synthesis = problem.objective, parameters.synthesis
    start = _start(objective, seeds)
    z, n_done = start, 0
    rounds = _ROUNDS if problem.is_certain else _ROUNDS[:1]
    lengths = _lengths(synthesis.n_iterations, len(rounds))
    still = standstill(synthesis, choose(synthesis, _LOGITS))
    for index, (factor, length, part) in enumerate(zip(rounds, lengths, report.split(*lengths), strict=True)):
        weighted = replace(objective, weight=objective.weight * factor)
        solver = LBFGS(z)

        # The first round makes a natural image; the others only go on until the boundary is reached.
        def is_done(history: list[Evaluation], hurries: bool = index > 0) -> bool:
            return still(history) or (hurries and _all_near(history[-1]))

        history = iterate(
            weighted, solver, weighted.evaluate, length, seeds=seeds, report=part, is_done=is_done
        )
        z, n_done = solver.z, n_done + len(history) - 1
        if not problem.is_certain or _all_near(history[-1]):
            break
    return _finished(problem, start, z, seeds), n_done


def most_evaluations(parameters: BoundaryParameters) -> int:
    """Return how often the objective is evaluated at most for one image."""
    rounds = _ROUNDS if parameters.mode is BoundaryMode.RAW else _ROUNDS[:1]
    lengths = _lengths(parameters.synthesis.n_iterations, len(rounds))
    return sum(lengths) + len(lengths)


def _lengths(n_iterations: int, n_rounds: int) -> list[int]:
    """Return half of the iterations for the first round, and the rest in equal parts."""
    if n_rounds == 1:
        return [n_iterations]
    first = max(1, n_iterations // 2)
    return [first, *[max(1, (n_iterations - first) // (n_rounds - 1))] * (n_rounds - 1)]


def _all_near(found: Evaluation) -> bool:
    return bool((found.errors <= _NEAR).all())


def _start(objective: Objective, seeds: Sequence[int]) -> Tensor:
    random = noise(objective, seeds)
    if objective.about is None:
        return objective.parameters.start(random)
    return objective.parameters.coefficients(objective.about) + _STIR * objective.parameters.white(random)


@torch.no_grad()
def _finished(
    problem: BoundaryProblem, start: Tensor, z: Tensor, seeds: Sequence[int]
) -> list[BoundaryImage]:
    objective = problem.objective
    about = objective.about
    first = objective.parameters.image(start) if about is None else about.expand(len(z), -1, -1, -1)
    return [_image(problem, first[index], z[index], seed) for index, seed in enumerate(seeds)]


def _image(problem: BoundaryProblem, first: Tensor, end: Tensor, seed: int) -> BoundaryImage:
    """Return an image with the straight way to it, and what the network says to each step.

    ``first``: centred pixels [C, H, W] of the start, ``end``: coefficients of the image.
    """
    objective, (a, b) = problem.objective, problem.classes
    start = objective.parameters.coefficients(first.unsqueeze(0))
    shares = per_image(torch.linspace(0.0, 1.0, _N_FRAMES).to(start), start)
    y = objective.parameters.image(start + shares * (end - start))
    # Black and white have no coefficients, so the start itself is shown and not what they make of it.
    y[0] = first
    chances = _probabilities(problem, y)
    pictures = objective.space.to_hwc_u8(y)
    frames = tuple(
        BoundaryFrame(picture, (float(row[a]), float(row[b])))
        for picture, row in zip(pictures, chances, strict=True)
    )
    pair, others = frames[-1].probabilities, np.delete(chances[-1], [a, b])
    return BoundaryImage(
        pictures[-1],
        seed,
        pair,
        rest=float(others.max()) if others.size else 0.0,
        distance=float((y[-1] - first).square().mean().sqrt()),
        reached=all(abs(chance - 0.5) <= TOLERANCE for chance in pair),
        frames=frames,
    )


def _probabilities(problem: BoundaryProblem, y: Tensor) -> NDArray[np.float64]:
    """Return what the network says to centred pixels, float64 [N, n_classes]."""
    space = problem.objective.space
    logits = [problem.graph.logits(space.to_network(one)) for one in y.split(1)]
    return probabilities(torch.cat(logits).cpu().numpy(), problem.kind)
