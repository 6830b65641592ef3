"""Sums, pools, products and normalisation against loops written from the formulas."""

import numpy as np
import pytest
import torch
from engine.relevance import twins
from engine.relevance.builder import NetBuilder

from deepintro_desktop.engine.graph.operator import Primitive
from deepintro_desktop.engine.relevance import composite
from deepintro_desktop.engine.relevance.composites import epsilon_family
from deepintro_desktop.engine.relevance.nodes import Site, pass_on
from deepintro_desktop.engine.relevance.prepared import PreparedComposite
from deepintro_desktop.engine.relevance.shares import ShareRule, Shares, through_sum

POOLS = {
    "max": ("MaxPool", dict(kernel_shape=[2, 2], strides=[2, 2])),
    "max overlapping": ("MaxPool", dict(kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1])),
    "max ceil": ("MaxPool", dict(kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1)),
    "max asymmetric": ("MaxPool", dict(kernel_shape=[2, 3], strides=[1, 2], pads=[0, 1, 1, 0])),
    "average": ("AveragePool", dict(kernel_shape=[2, 2], strides=[2, 2])),
    "average padded": ("AveragePool", dict(kernel_shape=[3, 3], strides=[1, 1], pads=[1, 1, 1, 1])),
    "average counting padding": (
        "AveragePool",
        dict(kernel_shape=[3, 3], strides=[2, 2], pads=[1, 1, 1, 1], count_include_pad=1),
    ),
    "global average": ("GlobalAveragePool", {}),
    "global max": ("GlobalMaxPool", {}),
    "mean": ("ReduceMean", dict(axes=[2, 3], keepdims=0)),
}


def site_of(kind, operator, attributes, chosen=None):
    """Return (prepared, site, values) of a node behind a convolution; ``kind`` is that of its input."""
    net = NetBuilder((3, 7, 7), 3, bias=0.0)
    x = net.conv(net.input, 3, 4, pads=[1, 1, 1, 1])
    x = x if kind == "signed" else net.relu(x)
    output = net.op(operator, x, **attributes)
    graph = net.graph(net.op("Flatten", output)).to(dtype=torch.float64)
    picture = torch.from_numpy(net.picture()).double()
    if kind == "zeros":
        picture[:, :, :5] = 0
    values = graph.run(picture, keep="all")
    prepared = PreparedComposite(graph, chosen or composite("lrp-alpha2-beta1"))
    step = next(step for step in prepared.plan.steps if output in step.node.outputs)
    torch.manual_seed(1)
    relevance = torch.randn_like(values[output])[None]
    site = Site(step, graph.inputs_of(step.node, values), values[output], {output: relevance})
    return prepared, site, values


@pytest.mark.parametrize("kind", ["signed", "not negative", "zeros"])
@pytest.mark.parametrize("pool", POOLS)
def test_pools_divide_in_proportion(pool, kind):
    prepared, site, values = site_of(kind, *POOLS[pool])
    rule, passed = pass_on(prepared, site, values, None)
    x = site.inputs[0]
    matrix = twins.dense_matrix(prepared.graph.linear_map(site.step.node, values), x)
    wanted = twins.pool_rule(matrix, x.flatten().numpy(), site.relevance.flatten().numpy())
    np.testing.assert_allclose(passed.relevance[0].flatten().numpy(), wanted, rtol=1e-10, atol=1e-12)
    assert passed.relevance[0].sum().item() == pytest.approx(site.relevance.sum().item(), abs=1e-10)
    assert rule == "|x| shares"


@pytest.mark.parametrize("kind", ["signed", "not negative", "zeros"])
def test_a_cubic_resize_divides_by_the_size_of_what_it_adds(kind):
    """Its weights are negative beside their middle; with α2β1 they would only amplify."""
    net = NetBuilder((3, 7, 7), 3, bias=0.0)
    x = net.conv(net.input, 3, 4, pads=[1, 1, 1, 1])
    x = x if kind == "signed" else net.relu(x)
    output = net.op("Resize", x, "", net.constant([1, 1, 1.5, 0.6]), mode="cubic")
    graph = net.graph(net.op("Flatten", output)).to(dtype=torch.float64)
    picture = torch.from_numpy(net.picture()).double()
    picture[:, :, :4] *= float(kind != "zeros")
    values = graph.run(picture, keep="all")
    rows = [
        torch.nn.functional.interpolate(
            unit.reshape(1, 1, 7, 7), scale_factor=(1.5, 0.6), mode="bicubic", recompute_scale_factor=False
        ).flatten()
        for unit in torch.eye(49, dtype=torch.float64)
    ]
    matrix = torch.stack(rows, 1).abs().numpy()
    prepared = PreparedComposite(graph, composite("lrp-alpha2-beta1"))
    step = next(step for step in prepared.plan.steps if output in step.node.outputs)
    torch.manual_seed(1)
    relevance = torch.randn_like(values[output])[None]
    site = Site(step, graph.inputs_of(step.node, values), values[output], {output: relevance})
    found = pass_on(prepared, site, values, None)[1].relevance[0][0, 0]
    for channel in range(4):
        x, received = site.inputs[0][0, channel].flatten().numpy(), relevance[0, 0, channel].flatten().numpy()
        wanted = twins.pool_rule(matrix, x, received)
        # The places of the cells are computed in single precision, as runtimes do.
        np.testing.assert_allclose(found[channel].flatten().numpy(), wanted, rtol=0, atol=1e-5)
    assert found.sum().item() == pytest.approx(relevance.sum().item(), abs=1e-9)


@pytest.mark.parametrize("pool", [name for name in POOLS if "max" in name])
def test_the_winner_of_a_window_takes_all(pool):
    prepared, site, values = site_of("signed", *POOLS[pool], composite("lrp-alpha2-beta1-winner"))
    _, passed = pass_on(prepared, site, values, None)
    x = site.inputs[0].clone().requires_grad_()
    (z,) = site.step.operator.forward(site.step.node, [x])
    (wanted,) = torch.autograd.grad(z, x, site.relevance[0])
    torch.testing.assert_close(passed.relevance[0][0], wanted, rtol=1e-12, atol=1e-12)


def test_an_average_of_the_epsilon_family_divides_by_the_value():
    prepared, site, values = site_of("signed", *POOLS["average padded"], epsilon_family("test", 1e-3))
    _, passed = pass_on(prepared, site, values, None)
    x, z = site.inputs[0].clone().requires_grad_(), site.z
    (mean,) = site.step.operator.forward(site.step.node, [x])
    shifted = z + 1e-3 * torch.sign(z)
    (gradient,) = torch.autograd.grad(mean, x, site.relevance[0] / shifted)
    torch.testing.assert_close(passed.relevance[0][0], gradient * x.detach(), rtol=1e-12, atol=1e-12)
    lost = site.relevance.sum() - passed.relevance[0].sum()
    torch.testing.assert_close(passed.losses["stabilizer"][0], lost, rtol=1e-9, atol=1e-9)


SHAPES = [
    ((1, 3, 4, 4), (1, 3, 4, 4)),
    ((1, 3, 4, 4), (1, 3, 1, 1)),
    ((1, 1, 4, 4), (1, 3, 1, 4)),
    ((9, 4, 4), (1, 4, 4)),
]


@pytest.mark.parametrize("shapes", SHAPES)
def test_a_sum_divides_by_size(shapes):
    torch.manual_seed(0)
    a, b = (torch.randn(shape, dtype=torch.float64) for shape in shapes)
    a.view(-1)[0] = 0.0
    z = a + b
    relevance = torch.randn(2, *z.shape, dtype=torch.float64)
    passed = through_sum(ShareRule(), [a, b], (0, 1), z, relevance)
    for operand, other, index in ((a, b, 0), (b, a, 1)):
        share = operand.abs() / (operand.abs() + other.abs())
        wanted = torch.stack([_summed(row * share, operand.shape) for row in relevance])
        torch.testing.assert_close(passed.relevance[index], wanted, rtol=1e-12, atol=1e-12)
    total = sum(entry.sum() for entry in passed.relevance.values())
    torch.testing.assert_close(total, relevance.sum(), rtol=1e-12, atol=1e-12)


def _summed(x, shape):
    axes = [axis for axis, size in enumerate(shape) if size == 1 and x.shape[axis] > 1]
    return x.sum(axes, keepdim=True) if axes else x


def test_a_sum_of_zeros_divides_evenly():
    a = torch.zeros(1, 2, dtype=torch.float64)
    passed = through_sum(ShareRule(), [a, a], (0, 1), a, torch.ones(1, 1, 2, dtype=torch.float64))
    assert passed.relevance[0].tolist() == passed.relevance[1].tolist() == [[[0.5, 0.5]]]


def test_an_epsilon_sum_books_constants_and_stabilizer():
    torch.manual_seed(0)
    a, b, c, relevance = torch.randn(4, 1, 6, dtype=torch.float64)
    relevance = relevance.unsqueeze(0)
    z = a + b + c
    passed = through_sum(ShareRule(Shares.EPSILON, 0.01), [a, b, c], (0, 2), z, relevance)
    shifted = z + 0.01 * torch.sign(z)
    torch.testing.assert_close(passed.relevance[2], relevance * c / shifted)
    torch.testing.assert_close(passed.losses["constant"], (relevance * b / shifted).flatten(1).sum(1))
    whole = passed.relevance[0].sum() + passed.relevance[2].sum() + sum(passed.losses.values())
    torch.testing.assert_close(whole[0], relevance.sum())


def _normalisation(operator, chosen):
    net = NetBuilder((3, 6, 6), 5)
    x = net.conv(net.input, 3, 4, pads=[1, 1, 1, 1])
    if operator == "BatchNormalization":
        x = net.batch_norm(net.op("Concat", x, net.relu(x), axis=1), 8)
    elif operator == "LRN":
        x = net.op("LRN", x, size=3)
    else:
        x = net.op(operator, x, net.constant(net.random(4)), net.constant(net.random(4)), epsilon=1e-3)
    graph = net.graph(net.op("Flatten", x)).to(dtype=torch.float64)
    prepared = PreparedComposite(graph, chosen)
    values = graph.run(torch.from_numpy(net.picture()), keep="all")
    step = next(step for step in prepared.plan.steps if step.operator.primitive is Primitive.NORMALISE)
    torch.manual_seed(2)
    relevance = torch.randn_like(values[x])[None]
    site = Site(step, graph.inputs_of(step.node, values), values[x], {x: relevance})
    return site, pass_on(prepared, site, values, None)[1]


@pytest.mark.parametrize("operator", ["BatchNormalization", "InstanceNormalization", "LRN"])
def test_normalisation_of_the_alpha_beta_family_passes_all_on(operator):
    site, passed = _normalisation(operator, composite("lrp-alpha2-beta1"))
    assert torch.equal(passed.relevance[0], site.relevance)


@pytest.mark.parametrize("operator", ["BatchNormalization", "InstanceNormalization"])
def test_normalisation_of_the_epsilon_family_is_affine(operator):
    """Relevance is x ⊙ Jᵀ(R / (z + ε)) with the deviation held fixed: the pull-back of the affine map."""
    site, passed = _normalisation(operator, epsilon_family("test", 1e-3))
    x, z = site.inputs[0].clone().requires_grad_(), site.z
    gain, shift = (entry.reshape(1, -1, 1, 1) for entry in site.inputs[1:3])
    if operator == "BatchNormalization":
        mean, variance = (entry.reshape(1, -1, 1, 1) for entry in site.inputs[3:5])
        affine = gain * (x - mean) / torch.sqrt(variance + 1e-3) + shift
    else:
        deviation = torch.sqrt(x.detach().var((2, 3), keepdim=True, correction=0) + 1e-3)
        affine = gain * (x - x.mean((2, 3), keepdim=True)) / deviation + shift
    torch.testing.assert_close(affine.detach(), z, rtol=1e-6, atol=1e-6)
    factor = site.relevance[0] / (z + 1e-3 * torch.sign(z))
    (pulled,) = torch.autograd.grad(affine, x, factor)
    torch.testing.assert_close(passed.relevance[0][0], pulled * x.detach(), rtol=1e-9, atol=1e-9)
    lost = site.relevance.sum() - passed.relevance[0].sum()
    torch.testing.assert_close(sum(passed.losses.values())[0], lost, rtol=1e-9, atol=1e-9)
