"""Images between two classes: how near they come, where they start, and what is refused."""

import dataclasses

import numpy as np
import pytest
import torch
from scipy.special import rel_entr

from deepintro_desktop.core.boundary import BoundaryMode, BoundaryParameters
from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.core.records import OutputKind
from deepintro_desktop.core.synthesis import SynthesisParameters, SynthesisPreview
from deepintro_desktop.engine.boundary import Between, make_boundaries, most_evaluations, pose_boundary
from deepintro_desktop.engine.boundary.goals import Halfway, wanted_probabilities
from deepintro_desktop.engine.synthesis import find_layer, layers_of
from deepintro_desktop.engine.synthesis.objective import Objective

RAW = BoundaryParameters()
KINDS = [OutputKind.SOFTMAX, OutputKind.SIGMOID]


def _made(graph, specification, between, parameters=RAW, seeds=(0, 1), kind=OutputKind.SOFTMAX, **report):
    problem = pose_boundary(graph, specification, kind, between, parameters)
    return make_boundaries(problem, parameters, seeds, Report(**report))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("from_picture", [False, True])
def test_the_boundary_is_reached(graph, specification, picture, from_picture, kind):
    between = Between((0, 2), picture if from_picture else None)
    images, n_iterations, notes = _made(graph, specification, between, kind=kind)
    assert [image.seed for image in images] == [0, 1]
    assert all(image.reached for image in images)
    assert all(abs(p - 0.5) <= 0.02 for image in images for p in image.probabilities)
    assert 0 < n_iterations <= 120
    assert notes == ()


def test_probabilities_are_those_of_the_network_for_the_picture(graph, specification, picture):
    problem = pose_boundary(graph, specification, OutputKind.SOFTMAX, Between((0, 2), picture), RAW)
    (image,), _, _ = make_boundaries(problem, RAW, (3,))
    space = problem.objective.space
    values = torch.from_numpy(image.image_hwc_u8[..., ::-1].copy().transpose(2, 0, 1)[None]).float()
    chances = torch.softmax(graph.logits(space.to_network(values - space.middle)).double(), 1)[0]
    # The picture is rounded to bytes, the probabilities are those before it.
    assert image.probabilities == pytest.approx((float(chances[0]), float(chances[2])), abs=0.01)
    assert image.rest == pytest.approx(max(float(chances[1]), float(chances[3])), abs=0.01)


def test_the_way_leads_from_the_picture_to_the_image(graph, specification, picture):
    (image,), _, _ = _made(graph, specification, Between((0, 2), picture), seeds=(0,))
    assert len(image.frames) == 7
    np.testing.assert_array_equal(image.frames[0].image_hwc_u8, picture)
    np.testing.assert_array_equal(image.frames[-1].image_hwc_u8, image.image_hwc_u8)
    assert image.frames[-1].probabilities == image.probabilities
    gaps = [np.square(frame.image_hwc_u8.astype(float) - picture).mean() for frame in image.frames]
    assert gaps == sorted(gaps)
    assert image.distance == pytest.approx(gaps[-1] ** 0.5, rel=0.1)


def test_from_a_picture_less_is_moved_than_from_noise(graph, specification, picture):
    near, _, _ = _made(graph, specification, Between((0, 2), picture), seeds=(0,))
    gap = np.square(near[0].image_hwc_u8.astype(float) - picture).mean() ** 0.5
    far, _, _ = _made(graph, specification, Between((0, 2)), seeds=(0,))
    assert gap < np.square(far[0].image_hwc_u8.astype(float) - picture).mean() ** 0.5 / 1.5


def test_the_distance_counts_from_the_picture(graph64, specification, picture):
    between, values = Between((0, 2), picture), []
    for weight in (0.0, 3.0):
        parameters = BoundaryParameters(synthesis=SynthesisParameters(distance_weight=weight))
        problem = pose_boundary(graph64, specification, OutputKind.SOFTMAX, between, parameters)
        objective = problem.objective
        z = objective.parameters.coefficients(objective.about) * 0.9
        values.append(float(objective.evaluate(z).values))
    gap = objective.parameters.image(z) - objective.about
    expected = 3.0 * float(gap.square().sum(1).mean()) / 80.0**2
    assert values[1] - values[0] == pytest.approx(expected, rel=1e-9)


def test_too_few_iterations_are_said_not_to_reach_it(graph, specification, picture):
    parameters = BoundaryParameters(synthesis=SynthesisParameters(n_iterations=1))
    images, _, _ = _made(graph, specification, Between((0, 2), picture), parameters)
    assert not any(image.reached for image in images)


@pytest.fixture
def evaluations(monkeypatch):
    """Return how many images each evaluation of an objective had."""
    sizes, original = [], Objective.evaluate

    def evaluate(self, z, shifts=()):
        sizes.append(len(z))
        return original(self, z, shifts)

    monkeypatch.setattr(Objective, "evaluate", evaluate)
    return sizes


def _unreachable(n_iterations, mode=BoundaryMode.RAW):
    """Return parameters for one twentieth each for a and b, which is far from one half."""
    return BoundaryParameters(mode, rest=0.9, synthesis=SynthesisParameters(n_iterations=n_iterations))


@pytest.mark.parametrize("from_picture", [False, True])
@pytest.mark.parametrize(("n_iterations", "most"), [(1, 8), (5, 9), (8, 11), (20, 23)])
def test_a_boundary_out_of_reach_takes_all_evaluations_and_not_one_more(
    graph, specification, picture, evaluations, n_iterations, most, from_picture
):
    parameters = _unreachable(n_iterations)
    between = Between((0, 2), picture if from_picture else None)
    images, _, _ = _made(graph, specification, between, parameters)
    assert not any(image.reached for image in images)
    assert evaluations == [2] * most
    assert most_evaluations(parameters) == most


@pytest.mark.parametrize("n_iterations", [1, 5, 8, 20, 120])
def test_a_boundary_takes_no_more_evaluations_than_said(
    graph, specification, picture, evaluations, n_iterations
):
    parameters = BoundaryParameters(synthesis=SynthesisParameters(n_iterations=n_iterations))
    _made(graph, specification, Between((0, 2), picture), parameters)
    assert len(evaluations) <= most_evaluations(parameters)


@pytest.mark.parametrize("n_iterations", [1, 5, 8, 20])
def test_the_mean_of_samples_takes_one_round(graph, specification, picture, evaluations, n_iterations):
    parameters = _unreachable(n_iterations, BoundaryMode.MEAN)
    samples, layer = ((picture,), (picture[::-1].copy(),)), find_layer(layers_of(graph), "relu 2")
    _made(graph, specification, Between((0, 2), None, samples, layer), parameters)
    assert len(evaluations) == most_evaluations(parameters) == n_iterations + 1


def test_the_mean_of_samples_is_matched(graph, specification, picture):
    other = picture[::-1].copy()
    layer = find_layer(layers_of(graph), "relu 2")
    parameters = BoundaryParameters(BoundaryMode.MEAN)
    between = Between((0, 2), None, ((picture, picture), (other,)), layer)
    problem = pose_boundary(graph, specification, OutputKind.SOFTMAX, between, parameters)
    images, _, _ = make_boundaries(problem, parameters, (0, 1))
    space = problem.objective.space

    def representation(some):
        values = torch.from_numpy(some[..., ::-1].copy().transpose(2, 0, 1)[None]).float()
        return graph.run(space.to_network(values - space.middle), keep=["relu 2"])["relu 2"]

    mean = (representation(picture) + representation(other)) / 2
    errors = [
        float((representation(image.image_hwc_u8) - mean).square().sum() / mean.square().sum())
        for image in images
    ]
    assert max(errors) < 0.1


def test_without_samples_there_is_no_mean(graph, specification, picture):
    parameters = BoundaryParameters(BoundaryMode.MEAN)
    between = Between((0, 2), None, ((picture,), ()), find_layer(layers_of(graph), "relu 2"))
    with pytest.raises(WrongRequestError, match="no sample pictures of both classes"):
        _made(graph, specification, between, parameters)


@pytest.mark.parametrize(
    ("classes", "words"),
    [((1, 1), "Both classes are the same"), ((0, 4), "no class 4"), ((-1, 0), "no class -1")],
)
def test_classes_without_a_boundary_are_refused(graph, specification, classes, words):
    with pytest.raises(WrongRequestError, match=words):
        _made(graph, specification, Between(classes))


def test_one_class_has_no_boundary(graph, specification):
    with pytest.raises(WrongRequestError, match="one class only"):
        _made(dataclasses.replace(graph, n_classes=1), specification, Between((0, 0)))


def test_it_can_be_stopped_and_shows_previews(graph, specification, picture):
    seen = []
    with pytest.raises(Cancelled):
        _made(
            graph,
            specification,
            Between((0, 2), picture),
            on_partial=seen.append,
            is_cancelled=lambda: bool(seen),
        )
    assert isinstance(seen[0], SynthesisPreview)


@pytest.mark.parametrize("kind", KINDS)
def test_the_divergence_is_that_of_the_book(kind):
    logits = torch.randn(3, 5, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    wanted = wanted_probabilities((1, 3), 5, 0.06, kind, 7)
    found = Halfway(wanted, (1, 3), kind).loss(logits).numpy()
    q = wanted.numpy()
    if kind is OutputKind.SOFTMAX:
        p = torch.softmax(logits, 1).numpy()
        expected = rel_entr(q, p).sum(1)
    else:
        p = torch.sigmoid(logits).numpy()
        expected = (rel_entr(q, p) + rel_entr(1 - q, 1 - p)).sum(1)
    np.testing.assert_allclose(found, expected, rtol=1e-10)


def test_wanted_probabilities_are_halves_and_a_little_noise():
    wanted = wanted_probabilities((1, 3), 6, 0.06, OutputKind.SOFTMAX, 7)
    assert float(wanted.sum()) == pytest.approx(1.0)
    assert wanted[[1, 3]].tolist() == pytest.approx([0.47, 0.47])
    assert len({round(float(value), 9) for value in wanted}) == 5
    assert wanted_probabilities((0, 1), 2, 0.06, OutputKind.SOFTMAX, 7).tolist() == [0.5, 0.5]
