"""Products of two values of the picture and a softmax that is passed, against loops in double precision."""

import numpy as np
import pytest
import torch
from engine.relevance.builder import NetBuilder, head

from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.relevance import composite, default_composite_for, explainable, names, propagate
from deepintro_desktop.engine.relevance.plan import make_plan
from deepintro_desktop.engine.relevance.products import (
    ProductRule,
    through_contraction,
    through_elementwise_product,
    through_softmax,
)
from deepintro_desktop.engine.relevance.shares import ShareRule, Shares

N_TARGETS = 2
ALPHA, EPSILON = ShareRule(), ShareRule(Shares.EPSILON, 1e-6)
RULES = pytest.mark.parametrize("rule", [ALPHA, EPSILON], ids=["|x|", "ε"])


def drawn(rng, *shape):
    return torch.from_numpy(rng.normal(size=shape))


def product_twin(rule, a, b, relevance, routes):
    """Σ over the products of numbers that make one entry, [Achtibat2024] eq. 15 for both operands."""
    parts = [np.zeros_like(a), np.zeros_like(b)]
    for i, j in np.ndindex(relevance.shape):
        products = a[i] * b[:, j]
        if rule.shares is Shares.ABSOLUTE:
            shares = np.abs(products) / np.abs(products).sum()
        else:
            z = products.sum()
            shares = products / (z + (rule.stabilizer if z >= 0 else -rule.stabilizer))
        for route in routes:
            if route == 0:
                parts[0][i] += shares * relevance[i, j] / len(routes)
            else:
                parts[1][:, j] += shares * relevance[i, j] / len(routes)
    return parts


@RULES
@pytest.mark.parametrize("routes", [(0,), (1,), (0, 1)])
def test_matrix_products_pass_relevance_by_their_products(rng, rule, routes):
    a, b, relevance = drawn(rng, 1, 4, 5), drawn(rng, 1, 5, 3), drawn(rng, N_TARGETS, 1, 4, 3)
    passed = through_contraction(rule, lambda pair: torch.matmul(*pair), (a, b), routes, relevance)
    assert set(passed.relevance) == set(routes)
    for target in range(N_TARGETS):
        twin = product_twin(rule, a[0].numpy(), b[0].numpy(), relevance[target, 0].numpy(), routes)
        for route in routes:
            np.testing.assert_allclose(passed.relevance[route][target, 0].numpy(), twin[route], rtol=1e-9)
    whole = sum(part.flatten(1).sum(1) for part in passed.relevance.values()) + passed.losses["stabilizer"]
    np.testing.assert_allclose(whole.numpy(), relevance.flatten(1).sum(1).numpy(), rtol=1e-9)


@RULES
def test_einsum_is_the_matrix_product_that_it_writes(rng, rule):
    a, b, relevance = drawn(rng, 1, 4, 5), drawn(rng, 1, 3, 5), drawn(rng, N_TARGETS, 1, 4, 3)
    by_letters = through_contraction(
        rule, lambda pair: torch.einsum("bik,bjk->bij", *pair), (a, b), (0, 1), relevance
    )
    by_matrix = through_contraction(
        rule, lambda pair: pair[0] @ pair[1].transpose(1, 2), (a, b), (0, 1), relevance
    )
    for route in (0, 1):
        torch.testing.assert_close(
            by_letters.relevance[route], by_matrix.relevance[route], rtol=1e-12, atol=0
        )


def test_both_factors_get_a_half_in_their_own_shape(rng):
    a, b, relevance = drawn(rng, 1, 3, 4), drawn(rng, 1, 3, 1), drawn(rng, N_TARGETS, 1, 3, 4)
    passed = through_elementwise_product((a, b), (0, 1), relevance)
    torch.testing.assert_close(passed.relevance[0], relevance / 2)
    torch.testing.assert_close(passed.relevance[1], relevance.sum(-1, keepdim=True) / 2)


@pytest.mark.parametrize("axes", [(-1,), (-2, -1)])
def test_softmax_passes_its_first_order(rng, axes):
    x = drawn(rng, 1, 3, 4)
    x[0, 1, 2] = -np.inf
    z = torch.softmax(x.flatten(3 - len(axes)), -1).reshape(x.shape)
    relevance = drawn(rng, N_TARGETS, 1, 3, 4)
    passed = through_softmax(x, z, axes, relevance)
    for target in range(N_TARGETS):
        part = relevance[target, 0].numpy()
        for i, j in np.ndindex(3, 4):
            whole = part[i].sum() if len(axes) == 1 else part.sum()
            # [Achtibat2024] prop. 3.1; what is masked has no part in it.
            share = 0.0 if (i, j) == (1, 2) else float(x[0, i, j]) * (part[i, j] - float(z[0, i, j]) * whole)
            assert float(passed.relevance[0][target, 0, i, j]) == pytest.approx(share, rel=1e-12)
    lost = relevance.flatten(1).sum(1) - passed.relevance[0].flatten(1).sum(1)
    torch.testing.assert_close(passed.losses["softmax"], lost)


def attending(net, mix_heads=False, scores_of=None):
    """Attention over the rows of the picture [4, 6], two heads; the scores may be mixed between the heads."""

    def projected(x):
        x = net.op("MatMul", x, net.constant(net.random(6, 6)))
        x = net.op("Reshape", x, net.constant([-1, 4, 2, 3], "int64"))
        return net.op("Transpose", x, perm=[0, 2, 1, 3])

    query, key, value = (projected(net.input) for _ in range(3))
    scores = net.op("MatMul", query, net.op("Transpose", key, perm=[0, 1, 3, 2]))
    weights = net.op(scores_of or "Softmax", scores)
    if mix_heads:
        weights = net.op("Transpose", weights, perm=[0, 2, 3, 1])
        weights = net.op("MatMul", weights, net.constant(net.random(2, 2)))
        weights = net.op("Transpose", weights, perm=[0, 3, 1, 2])
    mixed = net.op("Transpose", net.op("MatMul", weights, value), perm=[0, 2, 1, 3])
    mixed = net.op("Reshape", mixed, net.constant([-1, 24], "int64"))
    return value, net.gemm(mixed, 24, 5)


@pytest.mark.parametrize("mix_heads", [False, True])
def test_weights_mixed_between_heads_are_weights_still(mix_heads):
    net = NetBuilder((4, 6), 0)
    value, output = attending(net, mix_heads)
    graph = canonicalise(net.graph(output))[0]
    plan = make_plan(graph, ProductRule.VALUE)
    assert plan.reasons == ()
    carried = [s for s in plan.steps if s.node.operator == "MatMul"][0]
    assert [carried.node.inputs[index] for index in carried.routes] == [value]
    for method in ("lrp-alpha2-beta1", "lrp-epsilon"):
        plain, ledger = propagate(graph, net.picture(), 0, composite(method))
        assert ledger.sum + sum(ledger.losses.values()) == pytest.approx(1.0, abs=1e-5)


def test_attention_without_a_softmax_is_a_product_of_values():
    net = NetBuilder((4, 6), 0)
    _, output = attending(net, scores_of="Relu")
    graph = canonicalise(net.graph(output))[0]
    assert len(make_plan(graph, ProductRule.VALUE).undecided) == 1
    assert explainable(graph) == ()
    assert default_composite_for(graph).name == "lrp-alpha2-beta1-half"


@pytest.mark.parametrize("multiplied", [False, True])
@pytest.mark.parametrize(
    ("normalised", "attends", "looks", "expected"),
    [
        (False, False, True, "lrp-alpha2-beta1"),
        (False, True, True, "lrp-alpha2-beta1"),
        (True, False, True, "lrp-gamma"),
        (True, True, True, "lrp-epsilon-gamma"),
        (True, True, False, "lrp-epsilon"),
        (True, False, False, "lrp-epsilon"),
    ],
)
def test_the_usual_method_is_that_of_the_parts(normalised, attends, looks, expected, multiplied):
    net = NetBuilder((3, 8, 8), 0)
    x = net.relu(net.conv(net.input, 3, 6, kernel=2, strides=[2, 2]))
    x = net.relu(net.conv(x, 6, 6, kernel=3 if looks else 1, pads=[1 if looks else 0] * 4))
    x = net.op("Reshape", net.op("Transpose", x, perm=[0, 2, 3, 1]), net.constant([-1, 16, 6], "int64"))
    if normalised:
        x = net.op("LayerNormalization", x, net.constant(net.random(6)), axis=-1)
    query, key, value = (net.op("MatMul", x, net.constant(net.random(6, 6))) for _ in range(3))
    if attends:
        scores = net.op("Softmax", net.op("MatMul", query, net.op("Transpose", key, perm=[0, 2, 1])), axis=-1)
        value = net.op("MatMul", scores, value)
    if multiplied:
        value = net.op("Mul", value, net.op("MatMul", x, net.constant(net.random(6, 6))))
    x = net.op("ReduceMean", net.op("Add", x, value), axes=[1], keepdims=0)
    graph = canonicalise(net.graph(net.gemm(x, 6, 5)))[0]
    chosen = default_composite_for(graph)
    assert chosen.name == expected + ("-half" if multiplied else "")
    _, ledger = propagate(graph, net.picture(), 0, chosen)
    assert ledger.sum + sum(ledger.losses.values()) == pytest.approx(1.0, abs=1e-5)


def test_attention_relevance_goes_through_the_softmax_where_the_composite_says_so():
    net = NetBuilder((4, 6), 0)
    _, output = attending(net)
    graph, picture = canonicalise(net.graph(output))[0], net.picture()
    _, stopped = propagate(graph, picture, 0, composite("lrp-epsilon"))
    _, passed = propagate(graph, picture, 0, composite("lrp-attention"))
    assert "softmax" not in stopped.losses
    assert [entry.rule for entry in passed.entries if entry.operator == "Softmax"] == ["Taylor"]
    assert passed.losses["softmax"] != 0.0
    assert passed.sum + sum(passed.losses.values()) == pytest.approx(1.0, abs=1e-6)


def test_a_mean_of_sizes_is_a_size():
    """Global response normalisation: x · ‖x‖ / mean ‖x‖ leaves all relevance to x."""
    net = NetBuilder((3, 8, 8), 0)
    x = net.relu(net.conv(net.input, 3, 4))
    size = net.op("ReduceL2", x, axes=[2, 3])
    mean = net.op("Add", net.op("ReduceMean", size, axes=[1]), net.constant([1e-6]))
    scaled = net.op("Mul", x, net.op("Div", size, mean))
    x = net.op("Add", net.op("Mul", scaled, net.constant(net.random(4, 1, 1))), x)
    graph, picture = canonicalise(net.graph(head(net, x, 4)))[0], net.picture()
    assert make_plan(graph, ProductRule.VALUE).reasons == ()
    _, ledger = propagate(graph, picture, 0, composite("lrp-alpha2-beta1"))
    assert ledger.sum == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("method", [name for name in names() if name.endswith("-half")])
def test_halves_change_nothing_where_gates_decide(method):
    net = NetBuilder((3, 8, 8), 0)
    x = net.conv(net.input, 3, 4)
    x = net.op("Mul", x, net.op("Sigmoid", net.conv(net.op("GlobalAveragePool", x), 4, 4, kernel=1)))
    graph, picture = net.graph(head(net, x, 4)), net.picture()
    half, _ = propagate(graph, picture, 0, composite(method))
    plain, _ = propagate(graph, picture, 0, composite(method.removesuffix("-half")))
    np.testing.assert_array_equal(half, plain)


def test_two_equal_factors_get_what_one_of_them_would():
    maps = []
    for hidden in (False, True):
        net = NetBuilder((3, 8, 8), 0)
        x = net.relu(net.conv(net.input, 3, 4))
        # A value that was moved is not seen to be the same any more.
        other = net.op("Transpose", net.op("Transpose", x, perm=[0, 2, 1, 3]), perm=[0, 2, 1, 3])
        graph = net.graph(head(net, net.op("Mul", x, other if hidden else x), 4))
        assert bool(make_plan(graph, ProductRule.VALUE).undecided) is hidden
        maps.append(propagate(graph, net.picture(), 0, composite("lrp-epsilon-half"))[0])
    np.testing.assert_allclose(maps[0], maps[1], rtol=1e-5, atol=1e-7 * np.abs(maps[0]).max())
