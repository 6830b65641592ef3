"""Solvers beside twins, on objectives whose minimum is known."""

import numpy as np
import pytest
import torch
from scipy.optimize import minimize

from deepintro_desktop.engine.synthesis.solvers.adagrad import AdaGrad
from deepintro_desktop.engine.synthesis.solvers.adam import Adam
from deepintro_desktop.engine.synthesis.solvers.lbfgs import LBFGS
from deepintro_desktop.engine.synthesis.solvers.solver import Evaluation

N, SIZE = 3, 12


def _noise(seed, *shape):
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


class Valley:
    """A quadratic with its own minimum and curvatures 1 to 1000 for each image, bent by a fourth power."""

    def __init__(self, bend=0.0):
        self.centre = _noise(1, N, 1, SIZE)
        basis = torch.linalg.qr(_noise(2, SIZE, SIZE))[0]
        self.matrix = basis * torch.logspace(0, 3, SIZE, dtype=torch.float64) @ basis.T
        self.bend = bend
        self.n_calls = 0

    def __call__(self, z):
        self.n_calls += 1
        gap = z - self.centre[: len(z)]
        pulled = gap @ self.matrix
        values = 0.5 * (gap * pulled).sum((1, 2)) + self.bend * gap.pow(4).sum((1, 2))
        return Evaluation(values, pulled + 4 * self.bend * gap.pow(3), values)


def _done(solver, objective, n):
    found = [solver.start(objective)]
    found += [solver.step(objective) for _ in range(n)]
    return torch.stack([entry.values for entry in found])


def test_adagrad_is_that_of_the_source():
    objective, start = Valley(), _noise(3, N, 1, SIZE)
    solver = AdaGrad(start, 0.05, lambda z: z.clamp(-2, 2))
    _done(solver, objective, 7)
    x, g_sum, mu = start.numpy().copy(), np.zeros(start.shape), np.zeros(start.shape)
    for _ in range(7):
        g = (x - objective.centre.numpy()) @ objective.matrix.numpy()
        g_sum = 0.9 * g_sum + g**2
        eta = 1 / (1 / 0.05 + np.sqrt(g_sum))
        mu = 0.9 * mu - eta * g
        x = np.clip(x + mu, -2, 2)
    np.testing.assert_allclose(solver.z.numpy(), x, rtol=1e-12)


@pytest.mark.parametrize("bend", [0.0, 5.0])
def test_lbfgs_finds_the_minimum_of_every_image(bend):
    objective = Valley(bend)
    solver = LBFGS(_noise(3, N, 1, SIZE))
    values = _done(solver, objective, 120)
    assert float((values[-1] / values[0]).max()) < 1e-9
    assert bool((values[1:] <= values[:-1]).all())


def test_lbfgs_is_as_fast_as_that_of_scipy():
    objective, start, n = Valley(), _noise(3, N, 1, SIZE), 60
    ours, theirs = _done(LBFGS(start), objective, n)[-1], []

    for index in range(N):
        values = []

        def evaluate(x, values=values, index=index):
            gap = x - objective.centre[index, 0].numpy()
            pulled = gap @ objective.matrix.numpy()
            values.append(0.5 * gap @ pulled)
            return values[-1], pulled

        wishes = {"maxcor": 10, "ftol": 0, "gtol": 0}
        minimize(evaluate, start[index, 0].numpy(), jac=True, method="L-BFGS-B", options=wishes)
        theirs.append(min(values[:n]))
    # Single images differ by luck in both directions.
    assert float(ours.log10().mean()) < np.log10(theirs).mean() + 1


def test_every_iteration_evaluates_once():
    objective = Valley()
    _done(LBFGS(_noise(3, N, 1, SIZE)), objective, 9)
    assert objective.n_calls == 10


def test_an_image_does_not_depend_on_those_beside_it():
    start = _noise(3, N, 1, SIZE)
    together, alone = LBFGS(start), LBFGS(start[:1])
    _done(together, Valley(1.0), 15)
    _done(alone, Valley(1.0), 15)
    np.testing.assert_allclose(together.z[:1].numpy(), alone.z.numpy(), rtol=1e-9, atol=1e-12)


def test_lbfgs_survives_where_the_objective_is_not_a_number():
    """Beyond a wall the objective is infinite, or no number; steps into it must be taken back."""

    def walled(z):
        found = Valley()(z)
        beyond = z.flatten(1).abs().amax(1) > 3.0
        return Evaluation(
            found.values.masked_fill(beyond, float("nan")),
            found.gradient.masked_fill(beyond.view(-1, 1, 1), float("inf")),
            found.errors,
        )

    solver = LBFGS(_noise(3, N, 1, SIZE).clamp(-1, 1))
    values = _done(solver, walled, 120)
    assert bool(torch.isfinite(values).all())
    assert float((values[-1] / values[0]).max()) < 1e-6


def test_adam_goes_down_and_slows():
    objective = Valley()
    solver = Adam(_noise(3, N, 1, SIZE), 0.05, 300)
    values = _done(solver, objective, 300)
    assert float((values[-1] / values[0]).max()) < 1e-2


def test_adam_does_its_upkeep_after_each_step():
    seen = []

    def halve(z, gradient, iteration):
        seen.append((iteration, gradient.shape))
        return z * 0.0

    solver = Adam(_noise(3, N, 1, SIZE), 0.05, 3, halve)
    _done(solver, Valley(), 3)
    assert seen == [(1, (N, 1, SIZE)), (2, (N, 1, SIZE)), (3, (N, 1, SIZE))]
    assert not solver.z.any()
