"""Properties that a map of a whole network must have, whatever the rules inside."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
import torch
from engine.relevance import nets
from engine.relevance.builder import NetBuilder, head

from deepintro_desktop.core.progress import SILENT, Cancelled, Report
from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.relevance import (
    PreparedComposite,
    composite,
    default_composite_for,
    propagate,
    propagate_targets,
)
from deepintro_desktop.engine.relevance.composites import epsilon_family
from deepintro_desktop.engine.relevance.propagate import propagate_relevance
from deepintro_desktop.engine.relevance.shares import MaxPoolRule


def close(found, wanted, tolerance):
    scale = np.abs(wanted).max()
    assert scale > 0
    np.testing.assert_allclose(found, wanted, rtol=0, atol=tolerance * scale)


@pytest.mark.parametrize("build", [nets.vgg, nets.residual, nets.fire], ids=lambda build: build.__name__)
def test_a_tiny_epsilon_without_biases_is_gradient_times_input(build):
    """[Ancona2018]: with ReLU, winner-take-all and no bias, ε → 0 is gradient × input over the logit."""
    net, output = build(bias=0.0)
    graph = net.graph(output).to(dtype=torch.float64)
    x = torch.from_numpy(net.picture()).double()
    rules = epsilon_family("test", 1e-12, max_pools=MaxPoolRule.WINNER)
    target = int(graph.logits(x).argmax())
    found, (ledger,) = propagate_relevance(PreparedComposite(graph, rules), x, (target,))
    wanted = x * graph.gradient(x, target) / graph.logits(x)[0, target]
    close(found.numpy(), wanted.numpy(), 1e-8)
    assert ledger.sum == pytest.approx(1.0, abs=1e-8)


@pytest.mark.parametrize("method", ["lrp-alpha2-beta1", "lrp-z-plus", "lrp-gamma", "lrp-epsilon"])
def test_a_normalisation_of_mixed_signs_gives_the_map_of_the_folded_network(method):
    """The folded network is built by hand here, so that nothing is compared with itself."""
    unfolded, output = nets.folded(seed=4)
    canonical, _ = canonicalise(unfolded.graph(output))
    assert "BatchNormalization" not in {node.operator for node in canonical.nodes}
    by_hand = _fold_by_hand(unfolded.graph(output))
    picture = unfolded.picture()
    found, _ = propagate(canonical, picture, 2, composite(method))
    wanted, _ = propagate(by_hand, picture, 2, composite(method))
    close(found, wanted, 1e-4)


def _fold_by_hand(graph):
    constants, nodes, renamed = dict(graph.constants), [], {}
    for node in graph.nodes:
        inputs = tuple(renamed.get(name, name) for name in node.inputs)
        if node.operator != "BatchNormalization":
            nodes.append(
                type(node)(node.name, node.operator, inputs, node.outputs, node.attributes, node.opset)
            )
            continue
        conv = nodes[-1]
        assert conv.outputs[0] == inputs[0]
        gain, shift, mean, variance = (graph.constants[name].double() for name in node.inputs[1:])
        factor = gain / torch.sqrt(variance + node.attributes["epsilon"])
        weight, bias = (graph.constants[name].double() for name in conv.inputs[1:])
        constants[conv.inputs[1]] = (weight * factor.reshape(-1, 1, 1, 1)).float()
        constants[conv.inputs[2]] = ((bias - mean) * factor + shift).float()
        renamed[node.outputs[0]] = conv.outputs[0]
    return replace(graph, nodes=tuple(nodes), constants=constants)


def test_the_order_of_channels_does_not_matter():
    net, output = nets.vgg()
    graph = net.graph(output)
    order = np.array([2, 0, 1])
    name = next(node for node in graph.nodes if node.operator == "Conv").inputs[1]
    permuted = {**graph.constants, name: graph.constants[name][:, order]}
    shuffled = replace(graph, constants=permuted)
    picture = net.picture()
    for method in ("lrp-alpha2-beta1", "lrp-epsilon", "lrp-epsilon-plus-flat"):
        plain, _ = propagate(graph, picture, 0, composite(method))
        other, _ = propagate(shuffled, picture[:, order], 0, composite(method))
        close(other, plain[order], 1e-5)


def test_copied_weights_behind_identities_do_not_matter():
    """Old exporters write one Identity per shared weight."""
    maps = []
    for copies in (False, True):
        net = NetBuilder((3, 8, 8), 7)
        weight, bias = net.constant(net.random(4, 3, 3, 3)), net.constant(net.random(4))
        if copies:
            weight, bias = net.op("Identity", weight), net.op("Identity", bias)
        x = net.relu(net.op("Conv", net.input, weight, bias))
        x = net.op("Identity", x) if copies else x
        maps.append(propagate(net.graph(head(net, x, 4)), net.picture(), 1, composite("lrp-alpha2-beta1"))[0])
    np.testing.assert_array_equal(*maps)


@pytest.mark.parametrize("method", ["lrp-alpha2-beta1", "lrp-epsilon", "lrp-gamma"])
def test_several_targets_at_once_are_the_single_maps(method):
    net, output = nets.residual()
    graph, picture = net.graph(output), net.picture()
    maps, ledgers = propagate_targets(graph, picture, (3, 0, 1), composite(method))
    for found, ledger, target in zip(maps, ledgers, (3, 0, 1), strict=True):
        wanted, single = propagate(graph, picture, target, composite(method))
        close(found, wanted, 1e-5)
        assert ledger.sum == pytest.approx(single.sum, abs=1e-5)
        assert len(ledger.entries) == len(single.entries)


@pytest.mark.parametrize("build", [nets.gated, nets.inception, nets.dense], ids=lambda build: build.__name__)
def test_several_targets_at_once_work_in_every_kind_of_network(build):
    net, output = build()
    graph, picture = net.graph(output), net.picture()
    maps, _ = propagate_targets(graph, picture, (0, 2), composite("lrp-alpha2-beta1"))
    close(maps[1], propagate(graph, picture, 2, composite("lrp-alpha2-beta1"))[0], 1e-5)


def test_two_threads_share_a_prepared_composite():
    net, output = nets.residual()
    graph = net.graph(output)
    pictures = [net.picture() for _ in range(6)]
    alone = [propagate(graph, picture, 1, composite("lrp-alpha2-beta1"))[0] for picture in pictures]
    before = {name: value.clone() for name, value in graph.constants.items()}
    prepared = PreparedComposite(graph, composite("lrp-alpha2-beta1"))
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(lambda picture: propagate(graph, picture, 1, prepared)[0], pictures))
    for found, wanted in zip(together, alone, strict=True):
        np.testing.assert_array_equal(found, wanted)
    assert all(torch.equal(graph.constants[name], value) for name, value in before.items())


def test_a_second_run_is_the_same_to_the_last_bit():
    net, output = nets.depthwise()
    prepared = PreparedComposite(net.graph(output), composite("lrp-alpha2-beta1"))
    picture = net.picture()
    first, second = (propagate(prepared.source, picture, 0, prepared)[0] for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_single_precision_is_enough_for_bounded_rules():
    net, output = nets.depthwise()
    graph, picture = net.graph(output), net.picture()
    single, _ = propagate(graph, picture, 0, composite("lrp-alpha2-beta1"))
    double, _ = propagate(graph.to(dtype=torch.float64), picture, 0, composite("lrp-alpha2-beta1"))
    close(single, double, 1e-4)


def test_epsilon_runs_in_double_precision():
    net, output = nets.vgg()
    graph = net.graph(output)
    assert PreparedComposite(graph, composite("lrp-epsilon")).dtype == torch.float64
    assert PreparedComposite(graph, composite("lrp-alpha2-beta1")).dtype == torch.float32


def test_the_walk_reports_and_can_be_stopped():
    net, output = nets.vgg()
    graph, picture, seen = net.graph(output), net.picture(), []
    propagate(graph, picture, 0, composite("lrp-alpha2-beta1"), Report(lambda done, _: seen.append(done)))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert len(seen) >= len(graph.nodes)
    with pytest.raises(Cancelled):
        propagate(
            graph, picture, 0, composite("lrp-alpha2-beta1"), Report(is_cancelled=lambda: len(seen) > 3)
        )


def test_convolutional_networks_get_alpha_two_beta_one():
    net, output = nets.residual()
    assert default_composite_for(net.graph(output)).name == "lrp-alpha2-beta1"
    assert SILENT.span == 1.0
