"""Values whose first dimension holds rows or windows instead of the one picture."""

import numpy as np
import pytest
from engine.relevance.builder import NetBuilder

from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.relevance import composite, propagate, propagate_targets

METHODS = ["lrp-alpha2-beta1", "lrp-gamma", "lrp-epsilon", "lrp-alpha2-beta1-winner"]


def mixer(rows, hidden="Relu"):
    """Return a network on 16 tokens of 6 channels; its dense layers see [1, 16, 6], [16, 6] or [4, 4, 6]."""
    net = NetBuilder((3, 8, 8), 4)
    x = net.op("Reshape", net.conv(net.input, 3, 6, kernel=2, strides=[2, 2]), _shape(net, 1, 6, 16))
    x = net.op("Transpose", x, perm=[0, 2, 1])
    sizes = {"tokens": (1, 16, 6), "rows": (16, 6), "windows": (4, 4, 6)}[rows]
    x = net.op("Reshape", x, _shape(net, *sizes))
    for n_in, n_out in ((6, 8), (8, 6)):
        weight, bias = net.constant(net.random(n_in, n_out)), net.constant(net.random(n_out, scale=0.3))
        x = net.op(hidden, net.op("Add", net.op("MatMul", x, weight), bias))
    x = net.op("Reshape", x, _shape(net, 1, 96))
    return net, canonicalise(net.graph(net.gemm(x, 96, 5)))[0]


def _shape(net, *sizes):
    return net.constant(sizes, np.int64)


@pytest.mark.parametrize("rows", ["rows", "windows"])
@pytest.mark.parametrize("method", METHODS)
def test_the_map_does_not_depend_on_where_the_rows_are(rows, method):
    net, tokens = mixer("tokens")
    _, other = mixer(rows)
    picture = net.picture()
    wanted, ledger = propagate(tokens, picture, 2, composite(method))
    found, same = propagate(other, picture, 2, composite(method))
    np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-6 * np.abs(wanted).max())
    assert same.sum == pytest.approx(ledger.sum, rel=1e-5)
    assert sum(same.losses.values()) == pytest.approx(sum(ledger.losses.values()), abs=1e-5)


@pytest.mark.parametrize("method", METHODS)
def test_several_targets_at_once_are_as_one_by_one(method):
    net, graph = mixer("windows")
    picture = net.picture()
    maps, ledgers = propagate_targets(graph, picture, (0, 3), composite(method))
    for target, found, ledger in zip((0, 3), maps, ledgers, strict=True):
        wanted, alone = propagate(graph, picture, target, composite(method))
        np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-6 * np.abs(wanted).max())
        assert ledger.losses == pytest.approx(alone.losses, rel=1e-4, abs=1e-6)
        assert ledger.spread == pytest.approx(alone.spread, abs=1e-6)
