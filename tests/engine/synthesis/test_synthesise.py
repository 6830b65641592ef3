"""Images from noise: better with every iteration, the same for the same seed, and never more than fits."""

import dataclasses
import types

import numpy as np
import pytest
import torch

from deepintro_desktop.core.errors import OutOfMemoryError
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.core.synthesis import (
    Goal,
    Parametrisation,
    SolverName,
    SynthesisParameters,
    SynthesisPreview,
    Upkeep,
)
from deepintro_desktop.engine.synthesis import (
    Source,
    find_layer,
    layers_of,
    make_images,
    pose,
    seconds_per_iteration,
)
from deepintro_desktop.engine.synthesis import synthesise as module
from deepintro_desktop.engine.synthesis.objective import Objective

FAST = SynthesisParameters(n_iterations=25)


def _problem(graph, specification, picture, parameters=FAST, layer="relu 2"):
    return pose(graph, specification, Source(picture), find_layer(layers_of(graph), layer), parameters)


def _made(problem, parameters=FAST, seeds=(0, 1), report=None):
    return make_images(problem.objective, parameters, problem.choices, seeds, *([report] if report else []))


@pytest.mark.parametrize(
    ("solver", "form", "limit"),
    [
        (SolverName.LBFGS, Parametrisation.FOURIER, 0.02),
        (SolverName.LBFGS, Parametrisation.PIXELS, 0.1),
        (SolverName.ADAM, Parametrisation.FOURIER, 0.5),
        (SolverName.ADAGRAD, Parametrisation.PIXELS, 0.9),
    ],
)
def test_the_error_falls(graph, specification, picture, solver, form, limit):
    parameters = dataclasses.replace(FAST, solver=solver, parametrisation=form, jitter=0)
    made = _made(_problem(graph, specification, picture, parameters), parameters)
    assert made.errors.shape == (26, 2)
    assert (made.errors[-1] < limit * made.errors[0]).all()
    assert [image.seed for image in made.images] == [0, 1]
    np.testing.assert_allclose([image.error for image in made.images], made.errors[-1], rtol=1e-3)


def test_an_image_depends_on_its_seed_only(graph64, specification, picture):
    problem = _problem(graph64, specification, picture)
    both, alone = _made(problem, seeds=(4, 9)), _made(problem, seeds=(9,))
    np.testing.assert_array_equal(both.images[1].image_hwc_u8, alone.images[0].image_hwc_u8)
    assert (both.images[0].image_hwc_u8 != both.images[1].image_hwc_u8).any()


def test_jitter_is_repeatable(graph64, specification, picture):
    parameters = dataclasses.replace(FAST, solver=SolverName.ADAM, jitter=2)
    problem = _problem(graph64, specification, picture, parameters)
    both, alone = _made(problem, parameters, (4, 9)), _made(problem, parameters, (9,))
    np.testing.assert_allclose(both.errors[:, 1:], alone.errors, rtol=1e-6)
    still = dataclasses.replace(parameters, jitter=0)
    calm = _made(_problem(graph64, specification, picture, still), still, (9,))
    assert not np.allclose(calm.errors, alone.errors)


def test_previews_come_along_the_way(graph, specification, picture):
    seen = []
    _made(_problem(graph, specification, picture), report=Report(on_partial=seen.append))
    assert isinstance(seen[0], SynthesisPreview)
    assert seen[0].iteration == 1
    assert seen[0].images_u8.shape == (2, 16, 16, 3)
    assert seen[0].seeds == (0, 1)


def test_progress_names_the_iteration_and_ends_within_its_part(graph, specification, picture):
    said = []
    report = Report(on_progress=lambda share, words: said.append((share, words)))
    _made(_problem(graph, specification, picture), report=report)
    assert said[1] == (0.0, "Iteration 1 of 25")
    shares = [share for share, _ in said]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(24 / 25)


def test_cancelling_stops_within_an_iteration(graph, specification, picture, monkeypatch):
    calls = []
    original = Objective.evaluate
    monkeypatch.setattr(Objective, "evaluate", lambda *arguments: calls.append(1) or original(*arguments))
    report = Report(is_cancelled=lambda: len(calls) >= 5)
    with pytest.raises(Cancelled):
        _made(_problem(graph, specification, picture), report=report)
    assert len(calls) == 5


def test_it_stops_when_nothing_is_gained(graph, specification, picture):
    parameters = dataclasses.replace(FAST, n_iterations=2000)
    made = _made(_problem(graph, specification, picture, parameters), parameters)
    assert len(made.errors) < 1000


def _short_of_memory(monkeypatch, most):
    sizes = []
    original = Objective.evaluate

    def evaluate(self, z, shifts=()):
        sizes.append(len(z))
        if len(z) > most:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB")
        return original(self, z, shifts)

    monkeypatch.setattr(Objective, "evaluate", evaluate)
    return sizes


def test_short_memory_halves_the_batch_and_says_so(graph, specification, picture, monkeypatch):
    problem = _problem(graph, specification, picture)
    expected = _made(problem, seeds=range(5))
    _short_of_memory(monkeypatch, 2)
    made = _made(problem, seeds=range(5))
    assert made.notes == ("Memory was short: 2 at once.",)
    assert [image.seed for image in made.images] == [0, 1, 2, 3, 4]
    np.testing.assert_allclose(made.errors[0], expected.errors[0], rtol=1e-4)


def test_previews_of_halves_name_their_seeds(graph, specification, picture, monkeypatch):
    problem, seen = _problem(graph, specification, picture), []
    _short_of_memory(monkeypatch, 2)
    monkeypatch.setattr(module, "_PREVIEW_EVERY_S", -1.0)
    _made(problem, seeds=range(3, 8), report=Report(on_partial=seen.append))
    assert {preview.seeds for preview in seen} == {(3, 4), (5, 6), (7,)}
    assert all(len(preview.images_u8) == len(preview.errors) == len(preview.seeds) for preview in seen)


def test_too_little_for_one_image_is_said(graph, specification, picture, monkeypatch):
    problem = _problem(graph, specification, picture)
    _short_of_memory(monkeypatch, 0)
    with pytest.raises(OutOfMemoryError, match="not enough memory for a single image"):
        _made(problem)


def test_a_fault_that_is_no_shortage_stays_a_fault(graph, specification, picture, monkeypatch):
    problem = _problem(graph, specification, picture)

    def broken(*_):
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(Objective, "evaluate", broken)
    for use in (_made, lambda problem: seconds_per_iteration(problem.objective, 2)):
        with pytest.raises(RuntimeError, match="a fault of ours"):
            use(problem)


def test_an_image_can_start_from_the_picture(graph, specification, picture):
    parameters = dataclasses.replace(FAST, from_picture=True, n_iterations=1)
    made = _made(_problem(graph, specification, picture, parameters), parameters, (0,))
    assert float(made.errors[0, 0]) < 1e-4


def test_a_caricature_shows_more_of_what_is_there(graph, specification, picture):
    parameters = dataclasses.replace(FAST, goal=Goal.CARICATURE, from_picture=True, match_weight=100.0)
    problem = _problem(graph, specification, picture, parameters)
    made = _made(problem, parameters, (0,))
    space = problem.objective.space
    before, after = (
        graph.run(space.to_network(y), keep=["relu 2"])["relu 2"]
        for y in (problem.objective.original, _centred(problem, made.images[0].image_hwc_u8))
    )
    assert float((after * before).sum()) > 1.5 * float((before * before).sum())


def _centred(problem, picture):
    values = torch.from_numpy(picture[..., ::-1].copy().transpose(2, 0, 1)[None]).float()
    return values - problem.objective.space.middle


@pytest.mark.parametrize(
    "upkeep",
    [
        Upkeep(decay=0.01),
        Upkeep(blur_px=0.7, blur_every=2),
        Upkeep(small_norm=0.3),
        Upkeep(small_contribution=0.3),
    ],
)
def test_a_class_is_maximised_with_upkeep(graph, specification, picture, upkeep):
    parameters = dataclasses.replace(
        FAST,
        goal=Goal.MAXIMISE,
        solver=SolverName.ADAM,
        parametrisation=Parametrisation.PIXELS,
        unit=1,
        match_weight=100.0,
        upkeep=upkeep,
    )
    made = _made(_problem(graph, specification, picture, parameters, "logits"), parameters)
    assert (made.errors[-1] < made.errors[0]).all()
    plain = dataclasses.replace(parameters, upkeep=Upkeep())
    other = _made(_problem(graph, specification, picture, plain, "logits"), plain)
    assert (other.images[0].image_hwc_u8 != made.images[0].image_hwc_u8).any()


def test_an_iteration_can_be_timed(graph, specification, picture):
    assert seconds_per_iteration(_problem(graph, specification, picture).objective, 2) > 0


def _clock(monkeypatch, costs, most=9):
    """Let evaluations take these seconds by a clock of their own; return how many images each had.

    More than ``most`` images do not fit into memory; to find that out takes its seconds, too.
    """
    sizes, reading = [], [0.0]
    costs = iter(costs)

    def evaluate(self, z, shifts=()):
        sizes.append(len(z))
        reading[0] += next(costs)
        if len(z) > most:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB")

    monkeypatch.setattr(Objective, "evaluate", evaluate)
    monkeypatch.setattr(module, "time", types.SimpleNamespace(perf_counter=lambda: reading[0]))
    return sizes


@pytest.mark.parametrize(
    ("n_images", "costs", "sizes", "seconds"),
    [
        (1, (9.0, 0.25), [1, 1], 0.25),
        (1, (5.0, 4.0), [1, 1], 4.0),
        (4, (9.0, 0.5, 1.5, 1.25), [1, 1, 4, 4], 1.25),
        (4, (9.0, 0.5, 1.25, 1.5), [1, 1, 4, 4], 1.25),
        (4, (9.0, 0.625), [1, 1], 2.5),
        (9, (0.25, 9.0), [1, 1], 2.25),
    ],
)
def test_several_images_are_timed_unless_that_takes_long(
    graph, specification, picture, monkeypatch, n_images, costs, sizes, seconds
):
    objective = _problem(graph, specification, picture).objective
    tried = _clock(monkeypatch, costs)
    assert seconds_per_iteration(objective, n_images) == seconds
    assert tried == sizes


@pytest.mark.parametrize(
    ("n_images", "most", "costs", "sizes", "seconds"),
    [
        (4, 2, (9.0, 0.25, 5.0, 0.5, 0.75, 5.0, 0.5, 0.5), [1, 1, 4, 2, 2, 4, 2, 2], 1.0),
        (4, 3, (9.0, 0.25, 5.0, 0.5, 0.5, 5.0, 0.5, 0.75), [1, 1, 4, 2, 2, 4, 2, 2], 1.0),
        (5, 2, (9.0, 0.25, *(5.0, 0.5, 0.5, 0.25) * 2), [1, 1, *[5, 2, 2, 1] * 2], 1.25),
        (4, 1, (9.0, 0.25, *(5.0, 4.0, *[0.25] * 4) * 2), [1, 1, *[4, 2, 1, 1, 1, 1] * 2], 1.0),
        (4, 1, (9.0, 0.625), [1, 1], 2.5),
    ],
)
def test_several_images_that_do_not_fit_are_timed_in_halves(
    graph, specification, picture, monkeypatch, n_images, most, costs, sizes, seconds
):
    objective = _problem(graph, specification, picture).objective
    tried = _clock(monkeypatch, costs, most)
    assert seconds_per_iteration(objective, n_images) == seconds
    assert tried == sizes


def test_an_iteration_is_timed_where_memory_is_short(graph, specification, picture, monkeypatch):
    objective = _problem(graph, specification, picture).objective
    sizes = _short_of_memory(monkeypatch, 2)
    assert 0 < seconds_per_iteration(objective, 5) < 60
    assert sizes == [1, 1, 5, 2, 2, 1, 5, 2, 2, 1]


@pytest.mark.parametrize("n_images", [1, 4])
def test_too_little_for_timing_one_image_is_said(graph, specification, picture, monkeypatch, n_images):
    objective = _problem(graph, specification, picture).objective
    sizes = _short_of_memory(monkeypatch, 0)
    with pytest.raises(OutOfMemoryError, match="not enough memory for a single image"):
        seconds_per_iteration(objective, n_images)
    assert sizes == [1]


def test_timing_leaves_the_random_numbers_alone(graph, specification, picture):
    problem = _problem(graph, specification, picture)
    before = torch.random.get_rng_state()
    seconds_per_iteration(problem.objective, 3)
    assert torch.equal(before, torch.random.get_rng_state())
