"""Layer normalisation that exporters write apart becomes one node, in every form, and computes the same."""

from collections.abc import Callable

import numpy as np
import pytest
import torch
from engine.graph.building import onnxruntime_values, relative_difference, scalar, weights
from engine.graph.nets import Builder

from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.graph.graph import ExplainableGraph

_N = 6
_EPSILON = scalar(1e-3)


def _mean(net: Builder, x: str, axes: list[int]) -> str:
    return net.add("ReduceMean", x, axes=axes)


def _parts(net: Builder, x: str, axes: list[int]) -> tuple[str, str, str]:
    """Return mean, difference and variance with ε."""
    mean = _mean(net, x, axes)
    difference = net.add("Sub", x, mean)
    variance = _mean(net, net.add("Pow", difference, scalar(2.0)), axes)
    return mean, difference, net.add("Add", variance, _EPSILON)


def _like(axes: list[int], seed: int) -> np.ndarray:
    return weights(_N, 1, 1, seed=seed) if axes == [1] else weights(_N, seed=seed)


def divided(net: Builder, x: str, axes: list[int]) -> str:
    """(x − mean) / √(variance + ε) · γ + β, as torch writes it."""
    _, difference, variance = _parts(net, x, axes)
    y = net.add("Div", difference, net.add("Sqrt", variance))
    return net.add("Add", net.add("Mul", y, _like(axes, 1)), _like(axes, 2))


def squared(net: Builder, x: str, axes: list[int]) -> str:
    """The square as a product of another difference; the reciprocal of the root; no γ."""
    mean = _mean(net, x, axes)
    first, second = net.add("Sub", x, mean), net.add("Sub", x, mean)
    variance = net.add("Add", _EPSILON, _mean(net, net.add("Mul", first, first), axes))
    return net.add("Mul", net.add("Reciprocal", net.add("Sqrt", variance)), second)


def powered(net: Builder, x: str, axes: list[int]) -> str:
    """The root as a power, γ at the factor."""
    _, difference, variance = _parts(net, x, axes)
    factor = net.add("Mul", net.add("Pow", variance, scalar(-0.5)), _like(axes, 3))
    return net.add("Mul", difference, factor)


def halved(net: Builder, x: str, axes: list[int]) -> str:
    """The root as a power that is divided by."""
    _, difference, variance = _parts(net, x, axes)
    return net.add("Div", difference, net.add("Pow", variance, scalar(0.5)))


def batchwise(net: Builder, x: str, axes: list[int]) -> str:
    """x · g + (β − mean · g), as Keras writes it."""
    mean, _, variance = _parts(net, x, axes)
    factor = net.add("Div", scalar(1.0), net.add("Sqrt", variance))
    factor = net.add("Mul", factor, _like(axes, 4))
    rest = net.add("Sub", _like(axes, 5), net.add("Mul", mean, factor))
    return net.add("Add", net.add("Mul", x, factor), rest)


def negated(net: Builder, x: str, axes: list[int]) -> str:
    """x · g + (β + (−mean) · g), as later versions of Keras write it."""
    mean, _, variance = _parts(net, x, axes)
    factor = net.add("Mul", net.add("Reciprocal", net.add("Sqrt", variance)), _like(axes, 4))
    rest = net.add("Add", net.add("Mul", net.add("Neg", mean), factor), _like(axes, 5))
    return net.add("Add", net.add("Mul", x, factor), rest)


def negated_without_shift(net: Builder, x: str, axes: list[int]) -> str:
    """x · g + (−mean) · g."""
    mean, _, variance = _parts(net, x, axes)
    factor = net.add("Mul", net.add("Reciprocal", net.add("Sqrt", variance)), _like(axes, 4))
    return net.add("Add", net.add("Mul", net.add("Neg", mean), factor), net.add("Mul", x, factor))


def unscaled(net: Builder, x: str, axes: list[int]) -> str:
    """x · g − mean · g, without γ and β."""
    mean, _, variance = _parts(net, x, axes)
    factor = net.add("Reciprocal", net.add("Sqrt", variance))
    return net.add("Sub", net.add("Mul", x, factor), net.add("Mul", mean, factor))


def uncentred(net: Builder, x: str, axes: list[int]) -> str:
    """The variance as the mean of squares less the square of the mean."""
    mean = _mean(net, x, axes)
    whole = _mean(net, net.add("Mul", x, x), axes)
    variance = net.add("Add", net.add("Sub", whole, net.add("Mul", mean, mean)), _EPSILON)
    y = net.add("Div", net.add("Sub", x, mean), net.add("Sqrt", variance))
    return net.add("Mul", y, _like(axes, 9))


def followed(net: Builder, x: str, axes: list[int]) -> str:
    """The operator itself, with γ and β behind it."""
    if axes == [1]:
        return divided(net, x, axes)
    y = net.add("LayerNormalization", x, weights(_N, seed=6), axis=-1, epsilon=1e-3)
    return net.add("Sub", net.add("Mul", y, weights(_N, seed=7)), weights(_N, seed=8))


FORMS: tuple[Callable[[Builder, str, list[int]], str], ...] = (
    divided, squared, powered, halved, batchwise, negated, negated_without_shift, unscaled, uncentred,
    followed,
)  # fmt: skip


@pytest.mark.parametrize("axes", [[1], [-1]])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_a_composed_norm_is_one_node_and_computes_the_same(form, axes) -> None:
    net = Builder((3, 8, 8))
    x = net.conv("x", 3, _N)
    if axes == [-1]:
        x = net.add("Transpose", x, perm=[0, 2, 3, 1])
    x = form(net, x, axes)
    if axes == [-1]:
        x = net.add("Transpose", x, perm=[0, 3, 1, 2])
    model = net.head(net.relu(net.conv(x, _N, 4)), 4)
    graph, notes = canonicalise(ExplainableGraph.from_onnx(model))
    kinds = [node.operator for node in graph.nodes]
    assert kinds.count("LayerNormalization") == 1
    assert notes == ()
    assert not {"ReduceMean", "Sub", "Sqrt", "Pow", "Mul", "Div", "Reciprocal"}.intersection(kinds)
    picture = np.random.default_rng(4).normal(size=(2, 3, 8, 8)).astype(np.float32)
    with torch.no_grad():
        found = graph.logits(torch.from_numpy(picture)).numpy()
    (expected,) = onnxruntime_values(model, picture).values()
    assert relative_difference(found, expected) < 2e-6


def _other_deviation(net: Builder, x: str) -> str:
    """ε beside the root instead of in it."""
    mean = _mean(net, x, [1])
    difference = net.add("Sub", x, mean)
    root = net.add("Sqrt", _mean(net, net.add("Pow", difference, scalar(2.0)), [1]))
    return net.add("Div", difference, net.add("Add", root, _EPSILON))


def _other_axes(net: Builder, x: str) -> str:
    """The mean over channels, the variance over places."""
    difference = net.add("Sub", x, _mean(net, x, [1]))
    variance = _mean(net, net.add("Pow", difference, scalar(2.0)), [2, 3])
    return net.add("Div", difference, net.add("Sqrt", net.add("Add", variance, _EPSILON)))


def _used_twice(net: Builder, x: str) -> str:
    """The root is read elsewhere too."""
    _, difference, variance = _parts(net, x, [1])
    root = net.add("Sqrt", variance)
    return net.add("Mul", net.add("Div", difference, root), net.add("Sigmoid", variance))


def _with_a_plus(net: Builder, x: str) -> str:
    """The mean is added, not subtracted."""
    mean, _, variance = _parts(net, x, [1])
    factor = net.add("Mul", net.add("Reciprocal", net.add("Sqrt", variance)), _like([1], 4))
    return net.add("Add", net.add("Mul", x, factor), net.add("Mul", mean, factor))


@pytest.mark.parametrize("form", [_other_deviation, _other_axes, _used_twice, _with_a_plus])
def test_what_only_looks_like_a_norm_is_left_alone(form) -> None:
    net = Builder((3, 8, 8))
    model = net.head(form(net, net.conv("x", 3, _N)), _N)
    graph, _ = canonicalise(ExplainableGraph.from_onnx(model))
    assert "LayerNormalization" not in [node.operator for node in graph.nodes]
    picture = np.random.default_rng(4).normal(size=(2, 3, 8, 8)).astype(np.float32)
    with torch.no_grad():
        found = graph.logits(torch.from_numpy(picture)).numpy()
    (expected,) = onnxruntime_values(model, picture).values()
    assert relative_difference(found, expected) < 2e-6
