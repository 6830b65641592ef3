"""What scales the parts of a convolution is folded into it."""

import numpy as np
import pytest
import torch
from engine.graph.building import onnxruntime_values, relative_difference, weights, whole
from engine.graph.nets import Builder
from onnx import helper

from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.relevance import composite, propagate

_ENDS = (0, 2, 5, 9)


def _network(way: str) -> object:
    """Scales and shifts behind parts of a convolution, channels last or not, or behind one for each part."""
    net = Builder((3, 8, 8))
    weight, bias = weights(9, 3, 3, 3), weights(9, scale=0.2)
    last = way == "channels last"
    if way == "convolutions":
        pairs = zip(_ENDS, _ENDS[1:], strict=False)
        parts = [net.add("Conv", "x", weight[a:b], bias[a:b], pads=[1] * 4) for a, b in pairs]
    else:
        y = net.add("Conv", "x", weight, bias, pads=[1] * 4)
        y = net.add("Transpose", y, perm=[0, 2, 3, 1]) if last else y
        net.constants["sizes"] = whole(2, 3, 4)
        parts = ["part0", "part1", "part2"]
        net.nodes.append(helper.make_node("Split", [y, "sizes"], parts, name="split", axis=3 if last else 1))
    shape = (1, 1, -1) if last else (-1, 1, 1)
    first, second, third = parts
    second = net.add("Mul", second, weights(3, seed=3).reshape(shape))
    third = net.add(
        "Sub", net.add("Mul", third, weights(4, seed=6).reshape(shape)), weights(4).reshape(shape)
    )
    x = net.add("Concat", *map(net.relu, (third, first, second)), axis=3 if last else 1)
    x = net.add("Transpose", x, perm=[0, 3, 1, 2]) if last else x
    x = net.relu(net.add("Conv", x, weights(4, 9, 3, 3, seed=8), weights(4)))
    x = net.add("Flatten", net.add("GlobalAveragePool", x))
    return net.close(net.add("Gemm", x, weights(4, 5, seed=9), weights(5)))


def _opened(way: str, picture: np.ndarray) -> ExplainableGraph:
    model = _network(way)
    graph, _ = canonicalise(ExplainableGraph.from_onnx(model))
    with torch.no_grad():
        found = graph.logits(torch.from_numpy(picture)).numpy()
    (expected,) = onnxruntime_values(model, picture).values()
    assert relative_difference(found, expected) < 2e-6
    assert not {"Mul", "Sub"} & {node.operator for node in graph.nodes}
    return graph.to(dtype=torch.float64)


@pytest.mark.parametrize("way", ["channels first", "channels last"])
def test_scales_of_parts_are_folded(way) -> None:
    picture = np.random.default_rng(4).normal(size=(1, 3, 8, 8)).astype(np.float32)
    first, second = (
        propagate(_opened(entry, picture), picture, 1, composite("lrp-alpha2-beta1"))[0]
        for entry in (way, "convolutions")
    )
    np.testing.assert_allclose(first, second, rtol=1e-4, atol=1e-6 * np.abs(second).max())
