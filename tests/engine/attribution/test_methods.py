"""One entry for every method; the gradient methods against differences and formulas."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from engine.relevance import nets

from deepintro_desktop.core.errors import ExplanationRefusedError, WrongRequestError
from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.core.progress import Cancelled, Report
from deepintro_desktop.engine.attribution import attribute
from deepintro_desktop.engine.relevance import PreparedComposite, composite, propagate

BOUNDS = np.full(3, -1.0), np.full(3, 1.0)


@pytest.fixture(scope="module")
def made():
    net, output = nets.residual()
    return net.graph(output), net.picture()


@pytest.mark.parametrize("method", METHOD_LABELS)
def test_every_method_gives_a_map_of_pixels(made, method):
    graph, picture = made
    result = attribute(graph, picture, 1, method, input_bounds=BOUNDS)
    assert result.values_hw.shape == (16, 16)
    assert result.values_hw.dtype == np.float32
    assert np.isfinite(result.values_hw).all()
    assert result.seconds > 0
    assert (result.ledger is not None) == method.startswith("lrp-")


def test_relevance_is_summed_over_channels(made):
    graph, picture = made
    relevance, ledger = propagate(graph, picture, 1, composite("lrp-alpha2-beta1"))
    result = attribute(graph, picture, 1, "lrp-alpha2-beta1")
    np.testing.assert_allclose(result.values_hw, relevance.sum(0), rtol=1e-5, atol=1e-8)
    assert result.ledger == ledger


def test_sensitivity_is_the_size_of_the_gradient_and_sums_to_one(made):
    graph, picture = made
    result = attribute(graph, picture, 2, "sensitivity")
    wanted = np.abs(_differences(graph, picture, 2)).sum(0)
    np.testing.assert_allclose(result.values_hw, wanted / wanted.sum(), rtol=1e-4, atol=1e-7)
    assert result.values_hw.sum() == pytest.approx(1.0, abs=1e-5)


def test_gradient_times_input_is_divided_by_the_logit(made):
    graph, picture = made
    logit = graph.logits(torch.from_numpy(picture))[0, 2].item()
    wanted = (_differences(graph, picture, 2) * picture[0]).sum(0) / logit
    result = attribute(graph, picture, 2, "gradient-x-input")
    np.testing.assert_allclose(result.values_hw, wanted, rtol=1e-4, atol=1e-4 * np.abs(wanted).max())


def _differences(graph, picture, target):
    """Return d logit / d x by central differences in float64, [C, H, W]."""
    double = graph.to(dtype=torch.float64)
    x = torch.from_numpy(picture).double()
    steps = 1e-7 * torch.eye(x.numel(), dtype=torch.float64).reshape(-1, *x.shape[1:])
    above, below = (
        torch.cat([double.logits(part) for part in (x + sign * steps).split(256)]) for sign in (1, -1)
    )
    return ((above - below)[:, target] / 2e-7).reshape(x.shape[1:]).numpy()


def test_gradient_times_input_without_biases_sums_to_one():
    net, output = nets.vgg(bias=0.0)
    result = attribute(net.graph(output), net.picture(), 0, "gradient-x-input")
    assert result.values_hw.sum() == pytest.approx(1.0, abs=1e-4)


def test_a_prepared_composite_gives_the_same(made):
    graph, picture = made
    prepared = PreparedComposite(graph, composite("lrp-gamma"))
    first = attribute(graph, picture, 0, "lrp-gamma", prepared=prepared)
    second = attribute(graph, picture, 0, "lrp-gamma")
    np.testing.assert_array_equal(first.values_hw, second.values_hw)


@pytest.mark.parametrize("method", ["sensitivity", "gradient-x-input", "lrp-alpha2-beta1"])
def test_a_class_that_does_not_exist_is_a_wrong_request(made, method):
    graph, picture = made
    with pytest.raises(WrongRequestError):
        attribute(graph, picture, 5, method)


def test_an_unknown_method_is_a_wrong_request(made):
    with pytest.raises(WrongRequestError):
        attribute(*made, 0, "lrp-nonsense")


@pytest.mark.parametrize("method", ["sensitivity", "gradient-x-input"])
def test_a_class_that_nothing_moves_is_refused(made, method):
    graph, picture = made
    name = graph.nodes[-1].inputs[1]
    dead = replace(graph, constants={**graph.constants, name: graph.constants[name] * 0})
    with pytest.raises(ExplanationRefusedError):
        attribute(dead, picture, 0, method)


@pytest.mark.parametrize("method", ["sensitivity", "lrp-alpha2-beta1"])
def test_every_method_can_be_stopped(made, method):
    with pytest.raises(Cancelled):
        attribute(*made, 0, method, Report(is_cancelled=lambda: True))
