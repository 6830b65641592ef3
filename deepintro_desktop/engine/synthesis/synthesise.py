"""Make images from noise: several at once, with previews and early stop, fewer where memory is short."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepintro_desktop.core.errors import OutOfMemoryError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.synthesis import (
    PreImage,
    SolverName,
    SynthesisParameters,
    SynthesisPreview,
)
from deepintro_desktop.engine.runtime.memory import is_shortage
from deepintro_desktop.engine.synthesis.choices import Choices
from deepintro_desktop.engine.synthesis.objective import Objective
from deepintro_desktop.engine.synthesis.parametrisations import Pixels
from deepintro_desktop.engine.synthesis.solvers.adagrad import AdaGrad
from deepintro_desktop.engine.synthesis.solvers.adam import Adam
from deepintro_desktop.engine.synthesis.solvers.lbfgs import LBFGS
from deepintro_desktop.engine.synthesis.solvers.solver import Evaluation, Solver
from deepintro_desktop.engine.synthesis.upkeep import keep_up

_PATIENCE = 10
_LEAST_GAIN = 1e-3
_PREVIEW_EVERY_S = 0.25


@dataclass(slots=True)
class Made:
    """Images that were made, their errors after each iteration [n_iterations + 1, n_images], and remarks."""

    images: list[PreImage] = field(default_factory=list)
    errors: NDArray[np.float64] = field(default_factory=lambda: np.empty((0, 0)))
    notes: tuple[str, ...] = ()


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
    made, waiting, n_at_once = Made(), list(seeds), len(seeds)
    columns: list[NDArray[np.float64]] = []
    while waiting:
        batch = waiting[:n_at_once]
        try:
            finished, errors = _batch(
                objective, parameters, choices, batch, _part(report, made, seeds, batch)
            )
        except (MemoryError, RuntimeError) as error:
            if not is_shortage(error):
                raise
            n_at_once = _fewer(len(batch), error)
            made.notes = (f"Memory was short: {n_at_once} at once.",)
            continue
        made.images += finished
        columns.append(errors)
        waiting = waiting[len(batch) :]
    made.errors = _beside(columns)
    return made


def seconds_per_iteration(objective: Objective, n_images: int) -> float:
    """Measure what one iteration costs on this machine: the second of two evaluations."""
    z = objective.parameters.start(_noise(objective, range(n_images)))
    objective.evaluate(z)
    started = time.perf_counter()
    objective.evaluate(z)
    return time.perf_counter() - started


def _batch(
    objective: Objective,
    parameters: SynthesisParameters,
    choices: Choices,
    seeds: Sequence[int],
    report: Report,
) -> tuple[list[PreImage], NDArray[np.float64]]:
    n_iterations = parameters.n_iterations
    report(0, n_iterations, _words(0, n_iterations))
    shifts = _shifts(choices.jitter, seeds)
    solver = _solver(objective, parameters, seeds)

    def evaluate(z: Tensor) -> Evaluation:
        return objective.evaluate(z, next(shifts))

    history = [solver.start(evaluate)]
    shown = 0.0
    for iteration in range(1, n_iterations + 1):
        report(iteration - 1, n_iterations, _words(iteration, n_iterations))
        history.append(solver.step(evaluate))
        if time.monotonic() - shown > _PREVIEW_EVERY_S:
            report.partial(_preview(objective, solver, history[-1], iteration, n_iterations))
            shown = time.monotonic()
        if _stands_still(history, parameters, choices):
            break
    errors = torch.stack([entry.errors for entry in history]).double().cpu().numpy()
    return _finished(objective, solver.z, seeds), errors


def _solver(objective: Objective, parameters: SynthesisParameters, seeds: Sequence[int]) -> Solver:
    coefficients = objective.parameters
    if parameters.from_picture and objective.original is not None:
        start = coefficients.coefficients(objective.original).expand(len(seeds), -1, -1, -1).clone()
    else:
        start = coefficients.start(_noise(objective, seeds))
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


def _noise(objective: Objective, seeds: Sequence[int]) -> Tensor:
    """Return standard normal noise, one image for each seed, the same on every device."""
    shape = objective.graph.input_shape
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


def _stands_still(history: list[Evaluation], parameters: SynthesisParameters, choices: Choices) -> bool:
    """Whether no image gained anything worth waiting for; never for the reference or a moving objective."""
    if parameters.solver is SolverName.ADAGRAD or choices.jitter or len(history) <= _PATIENCE:
        return False
    before, now = history[-1 - _PATIENCE].values, history[-1].values
    return bool((before - now <= _LEAST_GAIN * before.abs()).all())


@torch.no_grad()
def _preview(
    objective: Objective, solver: Solver, found: Evaluation, iteration: int, n_iterations: int
) -> SynthesisPreview:
    pictures = objective.space.to_hwc_u8(objective.parameters.image(solver.z.detach()))
    return SynthesisPreview(pictures, found.errors.double().cpu().numpy(), iteration, n_iterations)


@torch.no_grad()
def _finished(objective: Objective, z: Tensor, seeds: Sequence[int]) -> list[PreImage]:
    """Return the images with their errors in full precision."""
    y = objective.parameters.image(z.detach())
    errors = objective.errors(y).tolist()
    pictures = objective.space.to_hwc_u8(y)
    return [PreImage(*entry) for entry in zip(pictures, seeds, errors, strict=True)]


def _part(report: Report, made: Made, seeds: Sequence[int], batch: Sequence[int]) -> Report:
    """Return the part of the whole work that a batch is."""
    before, after = len(made.images), len(seeds) - len(made.images) - len(batch)
    weights = [weight for weight in (before, len(batch), after) if weight]
    return report.split(*weights)[1 if before else 0]


def _fewer(n_at_once: int, error: Exception) -> int:
    if n_at_once == 1:
        raise OutOfMemoryError(
            "There is not enough memory for a single image.",
            "The network and one picture do not fit.",
            "Close other programs, or choose an earlier layer.",
        ) from error
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    return n_at_once // 2


def _beside(columns: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Join errors of batches that may have stopped at different times; the last error stays."""
    n_rows = max(len(column) for column in columns)
    filled = [np.pad(column, ((0, n_rows - len(column)), (0, 0)), mode="edge") for column in columns]
    return np.concatenate(filled, axis=1)


def _words(iteration: int, n_iterations: int) -> str:
    return f"Iteration {iteration} of {n_iterations}"
