"""Trained networks of others: every method gives a finite map that adds up."""

import numpy as np
import pytest
import torch
from PIL import Image

from deepintro_desktop.core.parameters import METHOD_LABELS
from deepintro_desktop.engine.attribution import attribute
from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.relevance import composite, explainable, propagate

CASES = {
    "onnx_cifar10_winml": ("ImageClassifier.onnx", "prepared/onnx_cifar10_winml__dog.png"),
    "onnx_mnist_cntk": ("*.onnx", "mnist/digit3_test00018.png"),
}


@pytest.fixture(scope="module", params=CASES)
def real(request, shared_data):
    network, picture = CASES[request.param]
    file = next((shared_data / "models" / request.param).glob(network))
    graph, _ = canonicalise(ExplainableGraph.from_onnx(file.read_bytes()))
    pixels = np.asarray(Image.open(shared_data / "images" / picture))
    x = pixels.astype(np.float32)
    x = x.transpose(2, 0, 1) / 127.5 - 1 if x.ndim == 3 else x[None]
    return graph, x[None]


def test_the_network_can_be_explained(real):
    assert explainable(real[0]) == ()


@pytest.mark.parametrize("method", METHOD_LABELS)
def test_every_method_gives_a_finite_map(real, method):
    graph, x = real
    target = int(graph.logits(torch.from_numpy(x)).argmax())
    bounds = x.min() * np.ones(x.shape[1]), x.max() * np.ones(x.shape[1])
    result = attribute(graph, x, target, method, input_bounds=bounds)
    assert result.values_hw.shape == x.shape[2:]
    assert result.values_hw.dtype == np.float32
    assert np.isfinite(result.values_hw).all()
    assert np.abs(result.values_hw).max() > 0


@pytest.mark.parametrize("method", ["lrp-alpha2-beta1", "lrp-alpha1-beta0", "lrp-flat"])
def test_bounded_rules_conserve(real, method):
    graph, x = real
    for target in range(3):
        _, ledger = propagate(graph, x, target, composite(method))
        assert ledger.sum + sum(ledger.losses.values()) == pytest.approx(1.0, abs=1e-4)
        assert abs(sum(ledger.losses.values())) < 0.02
