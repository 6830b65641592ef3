"""Relevance is conserved, or what is missing has a name, in every kind of network."""

import numpy as np
import pytest
from engine.relevance import nets

from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.relevance import composite, names, propagate

BOUNDS = np.full(3, -1.0), np.full(3, 1.0)


def test_the_named_composites_are_the_methods_that_people_choose_from():
    assert set(names()) == {key for key in METHOD_LABELS if key.startswith("lrp-")}


@pytest.fixture(params=[*nets.ALL, "folded"])
def made(request):
    build = nets.folded if request.param == "folded" else nets.ALL[request.param]
    net, output = build()
    return canonicalise(net.graph(output))[0], net.picture()


@pytest.mark.parametrize("method", ["lrp-alpha2-beta1", "lrp-alpha1-beta0", "lrp-alpha2-beta1-flat"])
def test_bounded_rules_keep_the_whole_relevance(made, method):
    graph, picture = made
    for target in (0, 3):
        relevance, ledger = propagate(graph, picture, target, composite(method))
        assert relevance.shape == graph.input_shape
        assert relevance.dtype == np.float32
        assert ledger.sum == pytest.approx(1.0, abs=2e-5)
        assert float(relevance.sum(dtype=np.float64)) == pytest.approx(ledger.sum, abs=2e-5)
        assert float(np.abs(relevance).sum(dtype=np.float64)) == pytest.approx(ledger.absolute_sum, rel=1e-5)
        assert ledger.largest_error < 7e-6 * max(1.0, ledger.absolute_sum)


@pytest.mark.parametrize("method", names())
def test_what_is_missing_has_a_cause(made, method):
    graph, picture = made
    relevance, ledger = propagate(graph, picture, 1, composite(method), input_bounds=BOUNDS)
    assert np.isfinite(relevance).all()
    assert ledger.sum + sum(ledger.losses.values()) == pytest.approx(1.0, abs=1e-3)
    assert ledger.largest_error < 1e-3
    assert [entry.n_non_finite for entry in ledger.entries] == [0] * len(ledger.entries)


def test_sums_of_neighbouring_nodes_fit_together():
    net, output = nets.residual()
    _, ledger = propagate(net.graph(output), net.picture(), 2, composite("lrp-alpha2-beta1"))
    assert ledger.entries[0].relevance_out == 1.0
    assert ledger.entries[-1].relevance_in == pytest.approx(ledger.sum, abs=1e-6)
    assert all(entry.absolute_sum >= abs(entry.relevance_in) - 1e-6 for entry in ledger.entries)


def test_relevance_of_bias_only_neurons_is_spread_and_counted():
    net, output = nets.vgg(bias=0.5)
    picture = net.picture() * 0
    picture[:, :, :6] = 0.5
    _, ledger = propagate(net.graph(output), picture, 0, composite("lrp-alpha2-beta1"))
    assert ledger.spread != 0.0
    assert sum(entry.spread for entry in ledger.entries) == pytest.approx(ledger.spread)
    assert any(entry.n_bias_only for entry in ledger.entries)
    assert ledger.sum == pytest.approx(1.0, abs=1e-5)
    _, dropped = propagate(net.graph(output), picture, 0, composite("lrp-gamma"))
    assert dropped.losses["bias-only"] != 0.0
    assert dropped.spread == 0.0
