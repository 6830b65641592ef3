"""Make images from noise: several at once, with previews and early stop, fewer where memory is short."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.synthesis import (
    PreImage,
    SolverName,
    SynthesisParameters,
    SynthesisPreview,
)
from deepintro_desktop.engine.synthesis.batches import in_batches
from deepintro_desktop.engine.synthesis.choices import Choices
from deepintro_desktop.engine.synthesis.objective import Objective
from deepintro_desktop.engine.synthesis.parametrisations import Pixels
from deepintro_desktop.engine.synthesis.solvers.adagrad import AdaGrad
from deepintro_desktop.engine.synthesis.solvers.adam import Adam
from deepintro_desktop.engine.synthesis.solvers.lbfgs import LBFGS
from deepintro_desktop.engine.synthesis.solvers.solver import Evaluate, Evaluation, Solver
from deepintro_desktop.engine.synthesis.upkeep import keep_up

_PATIENCE = 10
_LEAST_GAIN = 1e-3
_PREVIEW_EVERY_S = 0.25
_LONG_S = 2.0
"""An iteration of several images that takes longer is not tried for its time alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """Images that were made, their errors after each iteration [n_iterations + 1, n_images], and remarks."""

    images: list[PreImage]
    errors: NDArray[np.float64]
    notes: tuple[str, ...]


def make_images(
    objective: Objective,
    parameters: SynthesisParameters,
    choices: Choices,
    seeds: Sequence[int],
    report: Report = SILENT,
) -> Made:
    """Make one image for each seed, as many at once as fit into memory.

    An image depends on its own seed only, apart from rounding. Partial results are ``SynthesisPreview``
    objects. Raises ``OutOfMemoryError`` when not even one image fits.
    """

    def make(batch: Sequence[int], part: Report) -> tuple[list[PreImage], NDArray[np.float64]]:
        return _batch(objective, parameters, choices, batch, part)

    batches, notes = in_batches(seeds, make, report)
    images = [image for finished, _ in batches for image in finished]
    return Made(images, _beside([errors for _, errors in batches]), notes)


def seconds_per_iteration(objective: Objective, n_images: int) -> float:
    """Measure what one iteration costs on this machine, with one image where several would take long.

    Raises ``OutOfMemoryError`` when not even one image fits.
    """

    def once(batch: Sequence[int], _: Report) -> float:
        z = objective.parameters.start(noise(objective, batch))
        started = time.perf_counter()
        objective.evaluate(z)
        return time.perf_counter() - started

    def seconds(n: int) -> float:
        return min(sum(in_batches(range(n), once, SILENT)[0]) for _ in range(2))

    of_one = seconds(1)  # the first of both times also pays for what is made only once
    return of_one * n_images if n_images == 1 or of_one * n_images > _LONG_S else seconds(n_images)


def _batch(
    objective: Objective,
    parameters: SynthesisParameters,
    choices: Choices,
    seeds: Sequence[int],
    report: Report,
) -> tuple[list[PreImage], NDArray[np.float64]]:
    shifts = _shifts(choices.jitter, seeds)
    solver = _solver(objective, parameters, seeds)

    def evaluate(z: Tensor) -> Evaluation:
        return objective.evaluate(z, next(shifts))

    is_done = standstill(parameters, choices)
    n_iterations = parameters.n_iterations
    history = iterate(objective, solver, evaluate, n_iterations, seeds=seeds, report=report, is_done=is_done)
    errors = torch.stack([entry.errors for entry in history]).double().cpu().numpy()
    return _finished(objective, solver.z, seeds), errors


def iterate(
    objective: Objective,
    solver: Solver,
    evaluate: Evaluate,
    n_iterations: int,
    *,
    seeds: Sequence[int],
    report: Report,
    is_done: Callable[[list[Evaluation]], bool],
) -> list[Evaluation]:
    """Let a solver work, with progress and previews; return what it found before and after each iteration."""
    report(0, n_iterations, _words(0, n_iterations))
    history, shown = [solver.start(evaluate)], 0.0
    for iteration in range(1, n_iterations + 1):
        report(iteration - 1, n_iterations, _words(iteration, n_iterations))
        history.append(solver.step(evaluate))
        if time.monotonic() - shown > _PREVIEW_EVERY_S:
            found = _preview(objective, solver, history[-1])
            report.partial(SynthesisPreview(*found, tuple(seeds), iteration, n_iterations))
            shown = time.monotonic()
        if is_done(history):
            break
    return history


def standstill(parameters: SynthesisParameters, choices: Choices) -> Callable[[list[Evaluation]], bool]:
    """Return what tells that no image gains anything worth waiting for.

    Never so for the reference, and where jitter moves the objective.
    """

    def is_done(history: list[Evaluation]) -> bool:
        if parameters.solver is SolverName.ADAGRAD or choices.jitter or len(history) <= _PATIENCE:
            return False
        before, now = history[-1 - _PATIENCE].values, history[-1].values
        return bool((before - now <= _LEAST_GAIN * before.abs()).all())

    return is_done


def _solver(objective: Objective, parameters: SynthesisParameters, seeds: Sequence[int]) -> Solver:
    coefficients = objective.parameters
    if parameters.from_picture and objective.original is not None:
        start = coefficients.coefficients(objective.original).repeat_interleave(len(seeds), 0)
    else:
        start = coefficients.start(noise(objective, seeds))
    match parameters.solver:
        case SolverName.LBFGS:
            return LBFGS(start)
        case SolverName.ADAGRAD:
            rate = 0.01 * parameters.typical_norm**2 / parameters.alpha
            return AdaGrad(start, rate, objective.priors.bounded)
    upkeep = parameters.upkeep
    in_pixels = isinstance(coefficients, Pixels) and upkeep.does_something
    return Adam(
        start,
        coefficients.learning_rate,
        parameters.n_iterations,
        (lambda z, gradient, iteration: keep_up(upkeep, z, gradient, iteration)) if in_pixels else None,
    )


def noise(objective: Objective, seeds: Sequence[int]) -> Tensor:
    """Return standard normal noise, one image for each seed, the same on every device."""
    shape = objective.parameters.noise_shape
    images = [torch.randn(shape, generator=torch.Generator().manual_seed(seed)) for seed in seeds]
    return torch.stack(images).to(objective.space.middle)


def _shifts(largest: int, seeds: Sequence[int]) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield shifts (down, right) for each image, up to ``largest`` pixels in each direction."""
    generators = [np.random.default_rng((seed, largest)) for seed in seeds]
    while True:
        if largest <= 0:
            yield ()
            continue
        pairs = (rng.integers(-largest, largest + 1, 2) for rng in generators)
        yield tuple((int(down), int(right)) for down, right in pairs)


@torch.no_grad()
def _preview(
    objective: Objective, solver: Solver, found: Evaluation
) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    pictures = objective.space.to_hwc_u8(objective.parameters.image(solver.z.detach()))
    return pictures, found.errors.double().cpu().numpy()


@torch.no_grad()
def _finished(objective: Objective, z: Tensor, seeds: Sequence[int]) -> list[PreImage]:
    """Return the images with their errors in full precision."""
    y = objective.parameters.image(z.detach())
    errors = objective.errors(y).tolist()
    pictures = objective.space.to_hwc_u8(y)
    return [PreImage(*entry) for entry in zip(pictures, seeds, errors, strict=True)]


def _beside(columns: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Join errors of batches that may have stopped at different times; the last error stays."""
    n_rows = max(len(column) for column in columns)
    filled = [np.pad(column, ((0, n_rows - len(column)), (0, 0)), mode="edge") for column in columns]
    return np.concatenate(filled, axis=1)


def _words(iteration: int, n_iterations: int) -> str:
    return f"Iteration {iteration} of {n_iterations}"
