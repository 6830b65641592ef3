"""The canonical form computes the same, whatever the network looked like before."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from engine.graph.building import Array, Case, chain, positive, real, relative_difference, weights, whole
from engine.graph.nets import NETS, Builder, dense, residual, written_apart

from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.graph.graph import ExplainableGraph


def _operators(graph: ExplainableGraph) -> list[str]:
    return [node.operator for node in graph.nodes]


def _assert_same(graph: ExplainableGraph, other: ExplainableGraph) -> None:
    x = torch.randn(2, *graph.input_shape, dtype=torch.float64)
    values = graph.to(dtype=torch.float64).run(x, keep="all")
    others = other.to(dtype=torch.float64).run(x, keep="all")
    # Folded weights are stored in single precision.
    for name in set(values) & set(others):
        assert relative_difference(others[name].numpy(), values[name].numpy()) < 2e-6
    assert graph.output_name in others


@pytest.mark.parametrize("name", NETS)
def test_network_computes_the_same(name: str) -> None:
    graph = ExplainableGraph.from_onnx(NETS[name]())
    folded, _ = canonicalise(graph)
    _assert_same(graph, folded)
    assert folded.output_name == graph.output_name
    again, _ = canonicalise(folded)
    assert _operators(again) == _operators(folded)


@pytest.mark.parametrize("name", NETS)
def test_folding_in_double_precision_is_exact(name: str) -> None:
    graph = ExplainableGraph.from_onnx(NETS[name]()).to(dtype=torch.float64)
    folded, _ = canonicalise(graph)
    x = torch.randn(2, *graph.input_shape, dtype=torch.float64)
    assert relative_difference(folded.logits(x).numpy(), graph.logits(x).numpy()) < 1e-12


def test_batch_normalisation_after_convolutions_disappears() -> None:
    folded, notes = canonicalise(ExplainableGraph.from_onnx(residual()))
    assert "BatchNormalization" not in _operators(folded)
    assert notes == ()


def test_batch_normalisation_before_activations_is_noted() -> None:
    folded, notes = canonicalise(ExplainableGraph.from_onnx(dense()))
    n_left = _operators(folded).count("BatchNormalization")
    assert n_left == 5
    assert len(notes) == n_left
    assert notes[0].startswith("BatchNormalization node_batchnormalization1 cannot be folded")
    assert "γ < 0 in 2 of 6 channels" in notes[0]


def test_operations_written_apart_are_joined() -> None:
    folded, _ = canonicalise(ExplainableGraph.from_onnx(written_apart()))
    assert _operators(folded) == [
        "Sub", "Conv", "Relu", "MaxPool", "ConvTranspose", "Relu", "Transpose", "Gemm", "ReduceMean", "Gemm",
    ]  # fmt: skip


def test_weights_that_are_used_twice_are_folded_apart() -> None:
    shared = weights(4, 4, 3, 3)
    case = chain(
        "shared",
        ("Conv", "x w", "a", {"pads": [1, 1, 1, 1]}), ("Mul", "a f", "b"),
        ("Conv", "b w", "c", {"pads": [1, 1, 1, 1]}), ("Mul", "c g", "y"),
        w=shared, f=weights(4, 1, 1), g=weights(4, 1, 1, seed=8),
    )  # fmt: skip
    graph = ExplainableGraph.from_onnx(case.model())
    folded, _ = canonicalise(graph)
    _assert_same(graph, folded)
    assert _operators(folded)[:2] == ["Conv", "Conv"]


_CONV = ("Conv", "x w", "a", {"pads": [1, 1, 1, 1]})
_KERNEL = weights(4, 4, 3, 3)
KEPT: list[Case] = [
    chain("per-pixel", _CONV, ("Add", "a c", "y"), w=_KERNEL, c=weights(4, 7, 6)),
    chain("last-axis", _CONV, ("Mul", "a c", "y"), w=_KERNEL, c=weights(6)),
    chain("read-twice", _CONV, ("Mul", "a c", "b"), ("Add", "a b", "y"), w=_KERNEL, c=weights(4, 1, 1)),
    chain("inverse", _CONV, ("Div", "c a", "y"), w=_KERNEL, c=weights(4, 1, 1)),
    chain("shift-before-padding", ("Relu", "x", "r"), ("Add", "r c", "b"),
          ("Conv", "b w", "y", {"pads": [1, 1, 1, 1]}), w=_KERNEL, c=weights(4, 1, 1)),
    chain("shift-of-the-picture", ("Sub", "x c", "b"), ("Conv", "b w", "y"), w=_KERNEL, c=weights(4, 1, 1)),
    chain("pad-before-average", ("Pad", "x p", "b"),
          ("AveragePool", "b", "y", {"kernel_shape": [2, 2], "pads": [1, 1, 1, 1]}),
          p=whole(0, 0, 1, 1, 0, 0, 1, 1)),
    chain("pad-before-signed-maximum", ("Pad", "x p", "b"),
          ("MaxPool", "b", "y", {"kernel_shape": [3, 3]}), p=whole(0, 0, 1, 1, 0, 0, 1, 1)),
    chain("pad-with-a-value", ("Pad", "x p v", "b"), ("Conv", "b w", "y"),
          p=whole(0, 0, 1, 1, 0, 0, 1, 1), v=real(0.5)[0], w=_KERNEL),
    chain("pad-by-reflection", ("Pad", "x p", "b", {"mode": "reflect"}), ("Conv", "b w", "y"),
          p=whole(0, 0, 1, 1, 0, 0, 1, 1), w=_KERNEL),
]  # fmt: skip
JOINED: list[Case] = [
    chain("scale-before-padding", ("Relu", "x", "r"), ("Mul", "r c", "b"),
          ("Conv", "b w", "y", {"pads": [1, 1, 1, 1]}), w=_KERNEL, c=weights(4, 1, 1)),
    chain("shift-before", ("Relu", "x", "r"), ("Add", "r c", "b"), ("Conv", "b w", "y"),
          w=_KERNEL, c=weights(4, 1, 1)),
    chain("before-groups", ("Relu", "x", "r"), ("BatchNormalization", "r s h m v", "b"),
          ("Conv", "b w", "y", {"group": 2}), w=weights(6, 2, 3, 3), s=weights(4), h=weights(4, seed=4),
          m=weights(4, seed=5), v=positive(4)),
    chain("after-groups", ("Conv", "x w", "b", {"group": 2}), ("BatchNormalization", "b s h m v", "y"),
          w=weights(6, 2, 3, 3), s=weights(6), h=weights(6, seed=4), m=weights(6, seed=5), v=positive(6)),
    chain("after-transposed-groups", ("ConvTranspose", "x w", "b", {"group": 2, "strides": [2, 2]}),
          ("BatchNormalization", "b s h m v", "y"),
          w=weights(4, 3, 3, 3), s=weights(6), h=weights(6, seed=4), m=weights(6, seed=5), v=positive(6)),
    chain("before-transposed", ("Relu", "x", "r"), ("Mul", "r c", "b"),
          ("ConvTranspose", "b w", "y", {"group": 2}), w=weights(4, 3, 3, 3), c=weights(4, 1, 1)),
    chain("behind-a-transpose", ("Conv", "x w", "a"), ("Transpose", "a", "t", {"perm": [0, 2, 3, 1]}),
          ("Mul", "t c", "b"), ("Sub", "d b", "y"), w=weights(3, 4, 3, 3), c=weights(3), d=weights(1, 1, 3)),
    chain("gemm-before-and-after", ("Relu", "x", "r"), ("BatchNormalization", "r s h m v", "b"),
          ("Gemm", "b w d", "g", {"alpha": 0.5, "beta": 3.0}), ("Sub", "c g", "y"), shape=(4,),
          w=weights(4, 3), d=weights(3), c=weights(1, 3), s=weights(4), h=weights(4, seed=4),
          m=weights(4, seed=5), v=positive(4)),
    chain("gemm-shifted", ("Gemm", "x w d", "g", {"alpha": 0.5, "beta": 3.0}), ("Add", "g c", "y"),
          shape=(4,), w=weights(4, 3), d=weights(3), c=weights(3)),
    chain("rows", ("MatMul", "x w", "g"), ("Add", "g c", "b"), ("Mul", "b s", "y"), shape=(7, 4),
          w=weights(4, 3), c=weights(3), s=weights(3, seed=9)),
    chain("pad-same", ("Pad", "x p", "b"),
          ("Conv", "b w", "y", {"auto_pad": "SAME_UPPER", "strides": [2, 2]}),
          p=whole(0, 0, 1, 0, 0, 0, 2, 1), w=_KERNEL),
    chain("pad-and-average", ("Pad", "x p", "b"), ("AveragePool", "b", "y", {"kernel_shape": [3, 3]}),
          p=whole(0, 0, 1, 0, 0, 0, 1, 2)),
    chain("pad-below-everything", ("Pad", "x p v", "b"), ("MaxPool", "b", "y", {"kernel_shape": [3, 3]}),
          p=whole(0, 0, 1, 0, 0, 0, 1, 2), v=np.float32(-3.4e38)),
]  # fmt: skip


@pytest.mark.parametrize("case", KEPT, ids=[case.id for case in KEPT])
def test_what_cannot_be_folded_exactly_stays(case: Case) -> None:
    graph = ExplainableGraph.from_onnx(case.model())
    folded, _ = canonicalise(graph)
    _assert_same(graph, folded)
    assert len(folded.nodes) == len(graph.nodes) - 1, "only the Concat of a single value goes"


@pytest.mark.parametrize("case", JOINED, ids=[case.id for case in JOINED])
def test_what_can_be_folded_exactly_is_folded(case: Case) -> None:
    graph = ExplainableGraph.from_onnx(case.model())
    folded, _ = canonicalise(graph)
    _assert_same(graph, folded)
    assert not {"Mul", "Add", "Sub", "Pad", "BatchNormalization", "MatMul"} & set(_operators(folded))


def _pads(rng: np.random.Generator) -> Array:
    return whole(0, 0, *rng.integers(0, 3, 2), 0, 0, *rng.integers(0, 3, 2))


_STEPS: list[Callable[[Builder, np.random.Generator, str, int, Array], tuple[str, int]]] = [
    lambda net, rng, x, n, c: (net.conv(x, n, 4, pads=rng.integers(0, 2, 4).tolist()), 4),
    lambda net, rng, x, n, c: (net.conv(x, n, 2 * n, size=1, group=n), 2 * n),
    lambda net, rng, x, n, c: (
        net.add("ConvTranspose", x, weights(n, 1, 2, 2), group=n, strides=[1, 2], pads=[1, 0, 0, 1]), n
    ),
    lambda net, rng, x, n, c: (net.bn(x, n), n),
    lambda net, rng, x, n, c: (net.add(str(rng.choice(["Mul", "Div", "Add", "Sub"])), x, c), n),
    lambda net, rng, x, n, c: (net.add("Sub", c, net.add("Neg", x)), n),
    lambda net, rng, x, n, c: (net.add("Pad", x, _pads(rng)), n),
    lambda net, rng, x, n, c: (
        net.add(str(rng.choice(["MaxPool", "AveragePool"])), x, kernel_shape=[2, 1]), n
    ),
    lambda net, rng, x, n, c: (net.relu(x), n),
    lambda net, rng, x, n, c: (net.add(str(rng.choice(["Identity", "Dropout", "Sum"])), x), n),
]  # fmt: skip


def _random_chain(seed: int) -> ExplainableGraph:
    """Return a network of random neighbours: linear operators, scales, shifts, pads and what lies between."""
    rng, net, x, n = np.random.default_rng(seed), Builder((3, 9, 8)), "x", 3
    for index in range(12):
        step = _STEPS[rng.integers(len(_STEPS))]
        x, n = step(net, rng, x, n, weights(n, 1, 1, seed=seed * 20 + index))
    return ExplainableGraph.from_onnx(net.head(x, n)).to(dtype=torch.float64)


@pytest.mark.parametrize("seed", range(30))
def test_random_networks_compute_the_same_in_a_stable_form(seed: int) -> None:
    graph = _random_chain(seed)
    folded, _ = canonicalise(graph)
    x = torch.randn(2, *graph.input_shape, dtype=torch.float64)
    values, others = graph.run(x, keep="all"), folded.run(x, keep="all")
    for name in set(values) & set(others):
        assert relative_difference(others[name].numpy(), values[name].numpy()) < 1e-10
    again, _ = canonicalise(folded)
    assert _operators(again) == _operators(folded)


def test_a_duplicated_initialiser_behind_an_identity_is_a_constant() -> None:
    net = Builder((3, 8, 8))
    x = net.conv("x", 3, 4)
    net.nodes[0].input[2] = net.add("Identity", weights(4))
    net.nodes.insert(0, net.nodes.pop())
    graph = ExplainableGraph.from_onnx(net.head(net.relu(x), 4))
    assert "Identity" not in _operators(graph)
    assert graph.nodes[0].inputs[2] in graph.constants
