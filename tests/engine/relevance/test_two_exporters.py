"""One network, written down in different ways, is explained by one map."""

import numpy as np
import pytest
import torch
from engine.relevance.written import NETWORKS, SIZE, WAYS, drawn, written

from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.relevance import composite, default_composite_for, propagate

LEAST = 0.9999
METHODS = ("lrp-alpha2-beta1-half", "lrp-gamma-half", "lrp-epsilon-half", "lrp-attention")
DEFAULTS = {
    "Transformer": "lrp-epsilon",
    "Windowed": "lrp-gamma",
    "Mobile": "lrp-alpha2-beta1",
    "Multiplied": "lrp-epsilon-half",
}


def explained(graph, picture, method):
    relevance, ledger = propagate(graph, picture, 2, composite(method))
    assert ledger.sum + sum(ledger.losses.values()) == pytest.approx(1.0, abs=1e-5)
    return relevance.ravel()


@pytest.mark.allow_log
@pytest.mark.parametrize("name", NETWORKS)
def test_every_way_of_writing_gives_the_same_map(name) -> None:
    network, picture = drawn(name), torch.randn(1, 3, SIZE, SIZE)
    first, maps = None, {}
    for way, options in WAYS.items():
        graph = ExplainableGraph.from_onnx(written(network, picture, **options)).to(dtype=torch.float64)
        graph = canonicalise(graph)[0]
        logits = graph.logits(picture).detach().numpy()
        assert default_composite_for(graph).name == DEFAULTS[name]
        found = {method: explained(graph, picture, method) for method in METHODS}
        first, maps = (logits, found) if first is None else (first, maps)
        np.testing.assert_allclose(logits, first, rtol=1e-5, atol=1e-6)
        for method, expected in maps.items():
            assert np.corrcoef(expected, found[method])[0, 1] > LEAST, (way, method)
