"""Products give everything to the value; gates and normalisers are recognised by their marks."""

import numpy as np
import pytest
import torch
from engine.relevance import nets
from engine.relevance.builder import NetBuilder, head

from deepintro_desktop.core.errors import ExplanationRefusedError
from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.relevance import composite, default_composite_for, explainable, propagate
from deepintro_desktop.engine.relevance.plan import make_plan
from deepintro_desktop.engine.relevance.products import ProductRule


def routes(graph, operator):
    """Return, for each node of that type, the names of the inputs that receive relevance."""
    return [
        tuple(step.node.inputs[index] for index in step.routes)
        for step in make_plan(graph).steps
        if step.node.operator == operator
    ]


def two_branches(operator, gate=None):
    net = NetBuilder((3, 8, 8), 0)
    a, b = net.conv(net.input, 3, 4), net.conv(net.input, 3, 4)
    b = net.op(gate, b) if gate else b
    return net, a, b, net.graph(head(net, net.op(operator, a, b), 4))


@pytest.mark.parametrize("gate", ["Sigmoid", "Tanh", "HardSigmoid", "Softmax", "Erf"])
def test_a_gate_receives_nothing(gate):
    net, a, _, graph = two_branches("Mul", gate)
    assert routes(graph, "Mul") == [(a,)]
    _, ledger = propagate(graph, net.picture(), 0, composite("lrp-alpha2-beta1"))
    assert ledger.sum == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize("method", ["lrp-alpha2-beta1", "lrp-gamma", "lrp-epsilon"])
def test_both_ways_to_write_gelu_give_the_same_map(method):
    maps = []
    for build in (nets.gelu, nets.mirrored_gelu):
        net, logits = build()
        graph, notes = canonicalise(net.graph(logits))
        assert notes == ()
        maps.append(propagate(graph, net.picture(), 1, composite(method))[0])
    np.testing.assert_allclose(maps[0], maps[1], rtol=1e-4, atol=1e-6 * np.abs(maps[0]).max())


def scaled_limit(net, x, form):
    """Return the composed hard sigmoid of several exporters, or an activation with the same limits."""
    zero, six = net.constant(np.float32(0)), net.constant(np.float32(6))
    x = net.op("Add", x, net.constant(np.float32(3)))
    match form:
        case "divided":
            return net.op("Div", net.op("Clip", x, zero, six), six)
        case "multiplied":
            return net.op("Mul", net.constant(np.float32(1 / 6)), net.op("Min", net.op("Relu", x), six))
        case "maximum":
            return net.op("Div", net.op("Max", zero, net.op("Min", x, six)), six)
        case "unit":
            return net.op("Clip", x, zero, net.constant(np.float32(1)))
        case "ReLU6":
            return net.op("Clip", x, zero, six)
        case "from below":
            return net.op("Div", net.op("Clip", x, zero), six)
    return net.op("Min", net.op("Relu", x), six)


@pytest.mark.parametrize("form", ["divided", "multiplied", "maximum", "unit"])
def test_a_composed_hard_sigmoid_is_a_gate(form):
    net = NetBuilder((3, 8, 8), 0)
    a, b = net.conv(net.input, 3, 4), net.conv(net.input, 3, 4)
    graph = net.graph(head(net, net.op("Mul", scaled_limit(net, b, form), a), 4))
    for made in (graph, canonicalise(graph)[0]):
        assert routes(made, "Mul")[0] == (a,)


@pytest.mark.parametrize("form", ["ReLU6", "from below", "ReLU6 of two"])
def test_an_activation_with_limits_is_no_gate(form):
    net = NetBuilder((3, 8, 8), 0)
    a, b = net.conv(net.input, 3, 4), net.conv(net.input, 3, 4)
    graph = net.graph(head(net, net.op("Mul", scaled_limit(net, b, form), a), 4))
    assert len(make_plan(graph, ProductRule.VALUE).undecided) == 1


def test_a_divisor_receives_nothing():
    _, a, _, graph = two_branches("Div", "Exp")
    assert routes(graph, "Div") == [(a,)]


def test_a_root_in_a_product_is_a_normaliser():
    net = NetBuilder((3, 8, 8), 0)
    x = net.conv(net.input, 3, 4)
    size = net.op(
        "Sqrt", net.op("Add", net.op("ReduceMean", net.op("Mul", x, x), axes=[1]), net.constant([1e-3]))
    )
    graph = net.graph(head(net, net.op("Mul", x, net.op("Reciprocal", size)), 4))
    assert explainable(graph) == ()
    assert routes(graph, "Mul")[0] == (x,)


def test_the_gates_of_a_network_are_all_found():
    net, output = nets.gated()
    graph = net.graph(output)
    assert explainable(graph) == ()
    assert all(len(route) == 1 for route in routes(graph, "Mul"))
    reached = {
        name for step in make_plan(graph).steps for name in step.node.inputs if step.node.operator == "Conv"
    }
    gates = [node for node in graph.nodes if node.operator == "GlobalAveragePool"][:1]
    assert gates[0].outputs[0] not in reached


def test_a_tensor_times_itself_receives_everything_once():
    net = NetBuilder((3, 8, 8), 0)
    x = net.relu(net.conv(net.input, 3, 4))
    square = net.graph(head(net, net.op("Mul", x, x), 4))
    picture = net.picture()
    found, ledger = propagate(square, picture, 1, composite("lrp-alpha2-beta1"))
    assert ledger.sum == pytest.approx(1.0, abs=1e-5)
    assert np.isfinite(found).all()


def test_a_tensor_plus_itself_receives_both_halves():
    net, doubled = NetBuilder((3, 8, 8), 0, bias=0.0), NetBuilder((3, 8, 8), 0, bias=0.0)
    plain = net.graph(head(net, net.relu(net.conv(net.input, 3, 4)), 4))
    x = doubled.relu(doubled.conv(doubled.input, 3, 4))
    twice = doubled.graph(head(doubled, doubled.op("Add", x, x), 4))
    picture = net.picture()
    for method in ("lrp-alpha2-beta1", "lrp-epsilon"):
        first, _ = propagate(plain, picture, 1, composite(method))
        second, _ = propagate(twice, picture, 1, composite(method))
        np.testing.assert_allclose(first, second, rtol=0, atol=1e-4 * np.abs(first).max())


@pytest.mark.parametrize("operator", ["Mul", "MatMul"])
@pytest.mark.parametrize(
    ("method", "works"), [("lrp-alpha2-beta1", "lrp-alpha2-beta1-half"), ("lrp-epsilon", "")]
)
def test_a_product_of_two_values_is_refused_and_what_works_is_named(operator, method, works):
    net, _, _, graph = two_branches(operator)
    assert explainable(graph) == ()
    default = default_composite_for(graph).name
    with pytest.raises(ExplanationRefusedError) as caught:
        propagate(graph, net.picture(), 0, composite(method))
    (reason,) = caught.value.fields["reasons"]
    assert "neither a gate" in reason
    assert f"({default})" in caught.value.hint
    if operator == "Mul":
        assert default == (works or "lrp-alpha2-beta1-half")
    _, ledger = propagate(graph, net.picture(), 0, composite(default))
    assert ledger.sum + sum(ledger.losses.values()) == pytest.approx(1.0, abs=1e-5)


def test_attention_gives_everything_to_the_values():
    net = NetBuilder((4, 6), 0)

    def projected(x):
        return net.op("MatMul", x, net.constant(net.random(6, 6)))

    query, key, value = (projected(net.input) for _ in range(3))
    scores = net.op("Softmax", net.op("MatMul", query, net.op("Transpose", key, perm=[0, 2, 1])), axis=-1)
    mixed = net.op("MatMul", scores, value)
    output = net.op("ReduceMean", mixed, axes=[1], keepdims=0)
    graph = net.graph(output)
    plan = make_plan(graph)
    assert plan.reasons == ()
    assert routes(graph, "MatMul")[0] == (value,)
    assert "Softmax" not in {step.node.operator for step in plan.steps}


def test_relevance_at_a_softmax_inside_the_network_stops_and_is_booked():
    net = NetBuilder((3, 8, 8), 0)
    x = net.relu(net.conv(net.input, 3, 4))
    both = net.op("Concat", x, net.op("Softmax", x, axis=1), axis=1)
    _, ledger = propagate(net.graph(head(net, both, 8)), net.picture(), 0, composite("lrp-alpha2-beta1"))
    assert ledger.losses["softmax"] != 0.0
    assert ledger.sum + sum(ledger.losses.values()) == pytest.approx(1.0, abs=1e-5)


def test_what_lies_on_constants_is_booked():
    net = NetBuilder((3, 8, 8), 0)
    x = net.relu(net.conv(net.input, 3, 4))
    both = net.op("Concat", x, net.constant(np.abs(net.random(1, 2, 6, 6))), axis=1)
    _, ledger = propagate(net.graph(head(net, both, 6)), net.picture(), 0, composite("lrp-alpha2-beta1"))
    assert ledger.losses["constant"] != 0.0
    assert ledger.sum + sum(ledger.losses.values()) == pytest.approx(1.0, abs=1e-5)


def test_what_lies_on_padding_is_booked():
    net = NetBuilder((3, 8, 8), 0)
    x = net.relu(net.conv(net.input, 3, 4))
    padded = net.op("Pad", x, net.constant([0, 0, 1, 1, 0, 0, 1, 1], "int64"), net.constant(np.float32(0.5)))
    _, ledger = propagate(net.graph(head(net, padded, 4)), net.picture(), 0, composite("lrp-alpha2-beta1"))
    assert ledger.losses["padding"] != 0.0
    assert ledger.sum + sum(ledger.losses.values()) == pytest.approx(1.0, abs=1e-5)


def test_split_parts_return_to_their_places():
    net = NetBuilder((4, 8, 8), 0)
    first, second = net.op("Split", net.input, net.constant([1, 3], "int64"), n_outputs=2, axis=1)
    x = net.op("Concat", second, first, axis=1)
    graph = net.graph(head(net, net.relu(net.conv(x, 4, 4)), 4)).to(dtype=torch.float64)
    relevance, ledger = propagate(graph, net.picture(), 0, composite("lrp-alpha2-beta1"))
    assert ledger.sum == pytest.approx(1.0, abs=1e-9)
    assert np.abs(relevance).sum((1, 2)).min() > 0
