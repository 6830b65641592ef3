"""The whole objective: its gradient, what is wanted of it, and the forms that an image can take."""

import dataclasses

import numpy as np
import pytest
import torch

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.synthesis import (
    Goal,
    Isolation,
    Parametrisation,
    SolverName,
    SynthesisParameters,
)
from deepintro_desktop.engine.graph.operator import Node
from deepintro_desktop.engine.synthesis import Source, find_layer, layers_of, pose
from deepintro_desktop.engine.synthesis.parametrisations import roughness, spectrum

FORMS = [
    SynthesisParameters(),
    SynthesisParameters(parametrisation=Parametrisation.PIXELS, distance_weight=0.3),
    SynthesisParameters(solver=SolverName.ADAGRAD, beta=1.5),
]


def _posed(graph, specification, picture, parameters=FORMS[0], layer="relu 2", **source):
    return pose(
        graph, specification, Source(picture, **source), find_layer(layers_of(graph), layer), parameters
    )


def _noise(objective):
    return torch.randn(2, *objective.parameters.noise_shape, generator=torch.Generator().manual_seed(3))


@pytest.mark.parametrize("goal", list(Goal))
@pytest.mark.parametrize("parameters", FORMS)
def test_the_gradient_is_that_of_finite_differences(graph64, specification, picture, parameters, goal):
    parameters = dataclasses.replace(parameters, goal=goal, unit=3)
    objective = _posed(graph64, specification, picture, parameters).objective
    random = torch.Generator().manual_seed(3)
    noise = torch.randn(2, *objective.parameters.noise_shape, generator=random, dtype=torch.float64)
    z = objective.parameters.start(noise)
    direction = torch.randn(z.shape, generator=random, dtype=torch.float64) * z.abs().mean()
    step = 1e-6
    found = objective.evaluate(z)
    ahead, behind = (objective.evaluate(z + sign * step * direction).values for sign in (1, -1))
    slope = (found.gradient * direction).flatten(1).sum(1)
    torch.testing.assert_close((ahead - behind) / (2 * step), slope, rtol=1e-5, atol=1e-7)


def test_the_picture_itself_matches(graph64, specification, picture):
    objective = _posed(graph64, specification, picture).objective
    assert float(objective.errors(objective.original)) < 1e-20
    z = objective.parameters.coefficients(objective.original)
    assert float(objective.evaluate(z).errors) < 1e-6


def test_the_error_is_the_relative_squared_distance(graph64, specification, picture):
    objective = _posed(graph64, specification, picture).objective
    y = torch.randn(2, 3, 16, 16, generator=torch.Generator().manual_seed(3), dtype=torch.float64) * 30
    values = [graph64.run(objective.space.to_network(x), keep=["relu 2"])["relu 2"].numpy()
              for x in (y, objective.original)]  # fmt: skip
    expected = ((values[0] - values[1]) ** 2).sum((1, 2, 3)) / (values[1] ** 2).sum()
    np.testing.assert_allclose(objective.errors(y).numpy(), expected, rtol=1e-12)


def test_a_unit_that_is_off_is_switched_on(graph64, specification, picture):
    """Behind a ReLU that is off there is no slope; before it there is one, and the error is the layer's."""
    posed = _posed(graph64, specification, picture)
    reference = _posed(graph64, specification, picture, SynthesisParameters(solver=SolverName.ADAGRAD))
    goal, plain = posed.objective.goal, reference.objective.goal
    assert (posed.objective.graph.output_name, reference.objective.graph.output_name) == ("conv 2", "relu 2")
    wanted = graph64.run(posed.objective.space.to_network(posed.objective.original), keep=["relu 2"])[
        "relu 2"
    ]
    z = torch.randn(wanted.shape, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    z[0, 0, 0, 0] = -1.0
    shown = z.clamp(min=0)
    torch.testing.assert_close(goal.error(z), plain.error(shown))
    on = (wanted > 0) & (z < 0)
    assert bool(on.any())
    assert float(goal.loss(z)) > float(plain.loss(shown))
    torch.testing.assert_close(
        goal.loss(torch.where(on, -z, z)), plain.loss(torch.where(on, -z, z).clamp(min=0))
    )
    z.requires_grad_()
    (slope,) = torch.autograd.grad(goal.loss(z).sum(), z)
    assert bool((slope[on] < 0).all())


def test_shifts_move_each_image_by_its_own(graph, specification, picture):
    objective = _posed(graph, specification, picture).objective
    z = objective.parameters.start(_noise(objective))
    still, moved = objective.evaluate(z), objective.evaluate(z, ((0, 0), (2, -1)))
    assert float(moved.errors[0]) == pytest.approx(float(still.errors[0]), rel=1e-6)
    y = objective.parameters.image(z)[1:].roll((2, -1), (2, 3))
    assert float(moved.errors[1]) == pytest.approx(float(objective.errors(y)), rel=1e-5)


def test_half_precision_changes_little(graph, specification, picture):
    plain = _posed(graph, specification, picture).objective
    half = _posed(graph, specification, picture, SynthesisParameters(half_precision=True)).objective
    z = plain.parameters.start(_noise(plain))
    assert half.evaluate(z).gradient.dtype == torch.float32
    torch.testing.assert_close(half.evaluate(z).values, plain.evaluate(z).values, rtol=0.03, atol=0)
    assert not torch.equal(half.evaluate(z).values, plain.evaluate(z).values)
    torch.testing.assert_close(half.errors(plain.original), plain.errors(plain.original))


@pytest.mark.parametrize("exponent", [0.5, 1.0])
@pytest.mark.parametrize("sizes", [(16, 16), (15, 17)])
def test_filtered_noise_keeps_its_size(sizes, exponent):
    noise = torch.randn(200, *sizes, generator=torch.Generator().manual_seed(1))
    filtered = torch.fft.irfft2(spectrum(*sizes, exponent) * torch.fft.rfft2(noise), s=sizes)
    assert float(filtered.square().mean()) == pytest.approx(1.0, abs=0.05)


def test_noise_is_rough_and_photos_are_not(picture):
    noise = torch.randn(1, 3, 64, 64, generator=torch.Generator().manual_seed(1))
    assert roughness(noise) == pytest.approx(1.0, abs=0.03)
    assert roughness(torch.from_numpy(picture.transpose(2, 0, 1)[None].astype(np.float32))) < 0.1
    assert roughness(torch.zeros(1, 3, 8, 8)) == 0.0


@pytest.mark.parametrize("goal", [Goal.MATCH, Goal.CARICATURE])
def test_a_representation_of_zeros_is_refused(graph, specification, picture, goal):
    graph.constants["b1"].fill_(-1e6)
    with pytest.raises(WrongRequestError, match="says nothing about the feature"):
        _posed(graph, specification, picture, SynthesisParameters(goal=goal), "relu 1")


def test_a_layer_without_slope_is_refused(graph, specification, picture):
    stairs = Node("stairs", "Floor", ("logits",), ("stairs",), {}, 17)
    flat = dataclasses.replace(graph, nodes=(*graph.nodes, stairs), output_name="stairs")
    with pytest.raises(WrongRequestError, match="do not change smoothly"):
        _posed(flat, specification, picture, layer="stairs")


@pytest.mark.parametrize("unit", [-1, 4])
def test_a_unit_that_is_not_there_is_refused(graph, specification, picture, unit):
    with pytest.raises(WrongRequestError, match="numbered 0 to 3"):
        _posed(graph, specification, picture, SynthesisParameters(goal=Goal.MAXIMISE, unit=unit), "logits")


def test_a_channel_is_its_mean_and_a_unit_its_middle(graph, specification, picture):
    wishes = SynthesisParameters(goal=Goal.MAXIMISE, unit=2)
    channel = _posed(graph, specification, picture, wishes, "pool 1").objective
    unit = _posed(
        graph, specification, picture, dataclasses.replace(wishes, single_place=True), "pool 1"
    ).objective
    values = graph.run(channel.space.to_network(channel.original), keep=["pool 1"])["pool 1"]
    assert float(channel.errors(channel.original)) == pytest.approx(-float(values[0, 2].mean()), rel=1e-5)
    assert float(unit.errors(unit.original)) == pytest.approx(-float(values[0, 2, 4, 4]), rel=1e-5)


def test_the_target_is_shown_as_it_was_isolated(graph, specification, picture):
    posed = _posed(graph, specification, picture, box=(4, 4, 10, 12), isolation=Isolation.IN_PLACE, seed=3)
    np.testing.assert_array_equal(posed.target_hwc_u8[4:12, 4:10], picture[4:12, 4:10])
    assert (posed.target_hwc_u8 != picture).any()
