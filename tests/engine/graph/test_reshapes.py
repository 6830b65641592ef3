"""Reshapes around matrices, as some exporters write them, leave the same network as none."""

import numpy as np
import pytest
import torch
from engine.graph.building import onnxruntime_values, relative_difference, scalar, weights, whole
from engine.graph.nets import Builder

from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.relevance import composite, propagate

_ROWS, _MAPS = whole(-1, 6), whole(-1, 8, 8, 6)


def _network(gathered: bool, target: np.ndarray) -> object:
    """Two matrices and a GELU on every place, scaled; with rows gathered, or on the value as it is."""
    net = Builder((3, 8, 8), opset=20)
    x = net.add("Transpose", net.relu(net.conv("x", 3, 6)), perm=[0, 2, 3, 1])
    y = net.add("Reshape", x, _ROWS, name="rows") if gathered else x
    y = net.add("Gemm", y, weights(6, 12), weights(12)) if gathered else _dense(net, y, 6, 12)
    y = net.add("Gelu", y)
    y = net.add("Gemm", y, weights(12, 6), weights(6)) if gathered else _dense(net, y, 12, 6)
    y = net.add("Reshape", y, target, name="maps") if gathered else y
    y = net.add("Sub", net.add("Mul", y, weights(6, seed=5)), weights(6, seed=6))
    x = net.add("Transpose", net.add("Add", x, y), perm=[0, 3, 1, 2])
    return net.head(net.relu(net.conv(x, 6, 4)), 4)


def _dense(net: Builder, x: str, n_in: int, n_out: int) -> str:
    return net.add("Add", net.add("MatMul", x, weights(n_in, n_out)), weights(n_out))


@pytest.mark.parametrize("target", [_MAPS, whole(1, 8, 8, 6)], ids=["free", "one picture"])
def test_rows_that_are_gathered_change_no_map(target) -> None:
    picture = np.random.default_rng(4).normal(size=(1, 3, 8, 8)).astype(np.float32)
    maps = []
    for gathered in (True, False):
        model = _network(gathered, target)
        graph, _ = canonicalise(ExplainableGraph.from_onnx(model))
        with torch.no_grad():
            found = graph.logits(torch.from_numpy(picture)).numpy()
        (expected,) = onnxruntime_values(model, picture).values()
        assert relative_difference(found, expected) < 2e-6
        assert not {"Mul", "Sub"}.intersection(node.operator for node in graph.nodes)
        maps.append(propagate(graph.to(dtype=torch.float64), picture, 1, composite("lrp-alpha2-beta1"))[0])
    np.testing.assert_allclose(maps[0], maps[1], rtol=1e-4, atol=1e-6 * np.abs(maps[1]).max())


def test_reshapes_that_undo_each_other_disappear() -> None:
    graph, _ = canonicalise(ExplainableGraph.from_onnx(_network(True, _MAPS)))
    assert "Reshape" not in [node.operator for node in graph.nodes]
    picture = torch.randn(3, 3, 8, 8, generator=torch.Generator().manual_seed(1))
    assert graph.logits(picture).shape == (3, 5)


def test_scales_behind_a_reshape_that_keeps_no_channel_stay() -> None:
    net = Builder((3, 8, 8))
    x = net.add("Reshape", net.conv("x", 3, 6), whole(0, 3, 2, 64))
    x = net.add("Reshape", net.add("Mul", x, weights(3, 1, 1)), whole(0, 6, 8, 8))
    model = net.head(net.add("Div", net.relu(x), scalar(2.0)), 6)
    graph, _ = canonicalise(ExplainableGraph.from_onnx(model))
    assert "Mul" in [node.operator for node in graph.nodes]
    picture = np.random.default_rng(4).normal(size=(2, 3, 8, 8)).astype(np.float32)
    with torch.no_grad():
        found = graph.logits(torch.from_numpy(picture)).numpy()
    (expected,) = onnxruntime_values(model, picture).values()
    assert relative_difference(found, expected) < 2e-6


def _levelled(by_shape: bool) -> object:
    """A matrix, batch normalisation of gathered rows, and back to the shape that was read before (LeViT)."""
    net = Builder((3, 8, 8))
    x = net.add("Transpose", net.relu(net.conv("x", 3, 6)), perm=[0, 2, 3, 1])
    y = net.add("MatMul", x, weights(6, 6))
    rows = net.add("Flatten", y, axis=3)
    target = net.add("Shape", y) if by_shape else _MAPS
    y = net.add("Reshape", net.bn(rows, 6), target)
    x = net.add("Transpose", net.add("Add", x, y), perm=[0, 3, 1, 2])
    return net.head(net.relu(net.conv(x, 6, 4)), 4)


@pytest.mark.parametrize("by_shape", [False, True])
def test_a_shape_that_is_read_keeps_nothing_apart(by_shape) -> None:
    model = _levelled(by_shape)
    graph, notes = canonicalise(ExplainableGraph.from_onnx(model))
    assert notes == ()
    assert "BatchNormalization" not in [node.operator for node in graph.nodes]
    picture = np.random.default_rng(4).normal(size=(2, 3, 8, 8)).astype(np.float32)
    with torch.no_grad():
        found = graph.logits(torch.from_numpy(picture)).numpy()
    (expected,) = onnxruntime_values(model, picture).values()
    assert relative_difference(found, expected) < 2e-6
