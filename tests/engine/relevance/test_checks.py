"""A map that would be wrong is refused with all reasons, and a doubtful one comes with a warning."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from engine.relevance import nets
from engine.relevance.builder import NetBuilder, head

from deepintro_desktop.core.errors import ExplanationRefusedError, WrongRequestError
from deepintro_desktop.core.results import Ledger, LedgerEntry
from deepintro_desktop.engine.relevance import composite, explainable, names, propagate, rules
from deepintro_desktop.engine.relevance.checks import refuse_after, with_warnings
from deepintro_desktop.engine.relevance.composites import (
    Composite,
    Family,
    NormaliseRule,
    Override,
    Position,
    Where,
)
from deepintro_desktop.engine.relevance.shares import ShareRule, Shares


def ledger(total=1.0, absolute=1.0, losses=None, **options):
    return Ledger((), total, absolute, losses or {}, 0.0, **options)


def refused(graph, picture, chosen="lrp-alpha2-beta1", **options):
    with pytest.raises(ExplanationRefusedError) as caught:
        propagate(graph, picture, 0, composite(chosen), **options)
    return caught.value.fields["reasons"]


def test_all_reasons_come_at_once():
    net = NetBuilder((3, 8, 8), 0)
    a, b = net.conv(net.input, 3, 4), net.conv(net.input, 3, 4)
    c = net.op("Mul", net.op("Mul", a, b), net.conv(net.input, 3, 4))
    graph = _ending_in(net.graph(net.op("Identity", head(net, c, 4))), "Sigmoid")
    reasons = refused(graph, net.picture())
    assert len(reasons) == 2
    assert any("Sigmoid" in reason for reason in reasons)
    assert any("neither a gate" in reason for reason in reasons)
    assert len(explainable(graph)) == 1


def _ending_in(graph, operator):
    """Return the graph with a closing function that was not taken off."""
    made = type(graph.nodes[0])("closing", operator, (graph.output_name,), ("closed",), {}, 17)
    return replace(graph, nodes=(*graph.nodes, made), output_name="closed")


@pytest.mark.parametrize("closing", ["Softmax", "LogSoftmax", "Sigmoid"])
def test_an_output_without_logits_is_refused(closing):
    net, output = nets.vgg()
    graph = _ending_in(net.graph(output), closing)
    (reason,) = refused(graph, net.picture())
    assert closing in reason


@pytest.mark.parametrize("target", [-1, 5, 1000])
def test_a_class_that_does_not_exist_is_a_wrong_request(target):
    net, output = nets.vgg()
    with pytest.raises(WrongRequestError):
        propagate(net.graph(output), net.picture(), target, composite("lrp-alpha2-beta1"))


def test_an_unknown_composite_is_a_wrong_request():
    with pytest.raises(WrongRequestError):
        composite("lrp-nonsense")


def test_the_box_rule_needs_bounds():
    net, output = nets.vgg()
    (reason,) = refused(net.graph(output), net.picture(), "lrp-epsilon-gamma-box")
    assert "smallest and largest" in reason


@pytest.mark.parametrize("method", ["lrp-alpha2-beta1", "lrp-z-plus", "lrp-epsilon", "lrp-gamma"])
def test_a_logit_that_is_only_a_bias_is_refused(method):
    net = NetBuilder((3, 8, 8), 0)
    x = net.op("Flatten", net.op("GlobalAveragePool", net.relu(net.conv(net.input, 3, 4))))
    output = net.op("Gemm", x, net.constant(np.zeros((4, 4))), net.constant(np.ones(4)), transB=1)
    (reason,) = refused(net.graph(output), net.picture(), method)
    assert "does not depend" in reason


def test_numbers_that_are_not_finite_are_refused_with_their_place():
    net, output = nets.vgg()
    picture = net.picture()
    picture[0, 0, 0, 0] = np.inf
    (reason,) = refused(net.graph(output), picture)
    assert "not a finite number" in reason
    assert "node" in reason


def test_missing_relevance_without_a_cause_is_refused():
    refuse_after([ledger(0.9, losses={"bias": 0.1})])
    with pytest.raises(ExplanationRefusedError, match="missing without a cause"):
        refuse_after([ledger(0.9)])


def test_doubtful_maps_come_with_warnings():
    assert with_warnings(ledger()).warnings == ()
    assert len(with_warnings(ledger(0.4)).warnings) == 1
    assert len(with_warnings(ledger(1.6)).warnings) == 1
    assert len(with_warnings(ledger(absolute=21.0)).warnings) == 1
    assert len(with_warnings(ledger(spread=0.3)).warnings) == 1
    assert len(with_warnings(ledger(0.6, losses={"bias-only": 0.25})).warnings) == 1


def test_an_entry_knows_what_it_cannot_explain():
    entry = LedgerEntry("n", "Conv", "ε", 1.0, 0.7, {"bias": 0.2}, 1.0)
    assert entry.unexplained == pytest.approx(0.1)


@pytest.mark.parametrize("name", names())
def test_every_named_composite_exists_and_bears_its_name(name):
    assert composite(name).name == name


def test_families_cannot_be_mixed():
    for choice in (
        {"sums": ShareRule(Shares.EPSILON)},
        {"pools": ShareRule(Shares.EPSILON)},
        {"normalise": NormaliseRule.DETACHED},
    ):
        with pytest.raises(ValueError, match="mixes"):
            Composite("mixed", Family.ALPHA_BETA, rules.alpha_beta(), **choice)
    with pytest.raises(ValueError, match="mixes"):
        Composite("mixed", Family.EPSILON, rules.epsilon())


@pytest.mark.parametrize(("alpha", "beta"), [(2.0, 2.0), (1.0, 1.0), (0.5, -0.5)])
def test_alpha_and_beta_must_fit(alpha, beta):
    with pytest.raises(ValueError, match="α − β"):
        rules.alpha_beta(alpha, beta)


def test_the_first_override_that_matches_wins():
    overrides = (
        Override(Where.NAMED, rules.flat(), "here"),
        Override(Where.DEPTHWISE, rules.z_plus()),
        Override(Where.LAST, rules.gamma()),
    )
    chosen = Composite("test", Family.ALPHA_BETA, rules.alpha_beta(), overrides)
    both = Position("here", is_first=False, is_last=True, is_depthwise=True, is_dense=False)
    other = Position("there", is_first=True, is_last=True, is_depthwise=False, is_dense=True)
    plain = Position("there", is_first=True, is_last=False, is_depthwise=False, is_dense=False)
    assert chosen.rule_for(both).name == "flat"
    assert chosen.rule_for(other).name == "γ 0.25"
    assert chosen.rule_for(plain).name == "α2 β1"


def test_rules_go_to_the_nodes_that_they_are_for():
    net, output = nets.depthwise()
    overrides = (
        Override(Where.FIRST, rules.flat()),
        Override(Where.DEPTHWISE, rules.z_plus()),
        Override(Where.LAST, rules.gamma()),
    )
    chosen = Composite("test", Family.ALPHA_BETA, rules.alpha_beta(), overrides)
    _, found = propagate(net.graph(output), net.picture(), 0, chosen)
    used = [entry.rule for entry in found.entries if entry.operator in ("Conv", "Gemm")]
    assert used[0] == "γ 0.25"
    assert used[-1] == "flat"
    assert used.count("z⁺") == 2
    assert used.count("flat") == 1


def test_the_box_rule_follows_a_scaling_before_the_first_layer():
    """Bounds hold for the picture; a layer behind a padded scaling needs the bounds of what it sees."""
    net, plain = NetBuilder((3, 8, 8), 2, bias=0.0), NetBuilder((3, 8, 8), 2, bias=0.0)
    scaled = net.op("Mul", net.input, net.constant(np.float32(-0.5)))
    graph = net.graph(head(net, net.relu(net.conv(scaled, 3, 4)), 4))
    other = plain.graph(head(plain, plain.relu(plain.conv(plain.input, 3, 4)), 4))
    picture = net.picture()
    low, high = np.full(3, -1.0), np.full(3, 2.0)
    chosen = composite("lrp-epsilon-gamma-box")
    found, _ = propagate(graph, picture, 0, chosen, input_bounds=(low, high))
    wanted, _ = propagate(other, picture * -0.5, 0, chosen, input_bounds=(high * -0.5, low * -0.5))
    np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-5 * np.abs(wanted).max())
    assert torch.isfinite(torch.from_numpy(found)).all()
