"""The same maps as zennit computes, in float64, for the rules that both have."""

import numpy as np
import pytest
import torch
from engine.relevance import nets
from engine.relevance.torch_twin import TorchTwin
from torch import nn

from deepintro_desktop.engine.relevance import composite, rules
from deepintro_desktop.engine.relevance.composites import (
    Composite,
    Family,
    Override,
    Where,
    epsilon_family,
)
from deepintro_desktop.engine.relevance.prepared import PreparedComposite
from deepintro_desktop.engine.relevance.propagate import propagate_relevance
from deepintro_desktop.engine.relevance.shares import MaxPoolRule, ShareRule, Shares

TINY = 1e-40
TARGET = 2


def textbook(rule, **choices):
    """Return a composite with the sums and pools of other libraries."""
    shares = ShareRule(Shares.EPSILON, 1e-6)
    return Composite(
        "test",
        Family.ALPHA_BETA,
        rule,
        sums=shares,
        pools=shares,
        max_pools=MaxPoolRule.WINNER,
        textbook=True,
        **choices,
    )


def first(rule):
    return textbook(rules.alpha_beta_strict(1.0, 0.0, TINY), overrides=(Override(Where.FIRST, rule),))


CASES = {
    "epsilon": (epsilon_family("test", 1e-6, max_pools=MaxPoolRule.WINNER), lambda z: z.Epsilon(1e-6), None),
    "epsilon 0.1": (
        Composite("t", Family.ALPHA_BETA, rules.epsilon(0.1), **{
            "sums": ShareRule(Shares.EPSILON), "pools": ShareRule(Shares.EPSILON),
            "max_pools": MaxPoolRule.WINNER, "textbook": True,
        }),
        lambda z: z.Epsilon(0.1), None,
    ),
    "alpha-beta": (composite("lrp-alpha2-beta1-strict"), lambda z: z.AlphaBeta(2.0, 1.0), None),
    "z-plus": (textbook(rules.z_plus()), lambda z: z.ZPlus(TINY, zero_params="bias"), None),
    "gamma": (textbook(rules.gamma_strict(0.25)), lambda z: z.Gamma(0.25), None),
    "flat": (first(rules.flat()), lambda z: z.ZPlus(TINY), lambda z: z.Flat(TINY)),
    "w-square": (first(rules.w_square()), lambda z: z.ZPlus(TINY), lambda z: z.WSquare(TINY, "bias")),
    "z-box": (first(rules.z_box()), lambda z: z.ZPlus(TINY), lambda z: z.ZBox(-1.0, 1.0, TINY, "bias")),
}  # fmt: skip


@pytest.mark.parametrize("build", [nets.vgg, nets.residual], ids=["vgg", "residual"])
@pytest.mark.parametrize("case", CASES)
def test_the_map_is_that_of_zennit(zennit, build, case):
    ours, rule, first_rule = CASES[case]
    net, output = build()
    graph = net.graph(output).to(dtype=torch.float64)
    picture = torch.from_numpy(net.picture()).double()
    wanted = _by_zennit(zennit, graph, picture, rule, first_rule)
    bounds = np.full(3, -1.0), np.full(3, 1.0)
    found, _ = propagate_relevance(PreparedComposite(graph, ours), picture, (TARGET,), input_bounds=bounds)
    scale = wanted.abs().max()
    assert scale > 0
    assert (found - wanted).abs().max() <= 1e-9 * scale


def _by_zennit(zennit, graph, picture, rule, first_rule):
    twin = TorchTwin(graph, zennit.layer.Sum)
    linear = twin.modules_like(nn.Conv2d, nn.Linear)
    hooks = [(module, rule(zennit.rules)) for module in linear]
    if first_rule is not None:
        hooks[0] = (linear[0], first_rule(zennit.rules))
    hooks += [
        (module, zennit.rules.Norm()) for module in twin.modules_like(zennit.layer.Sum, nn.AdaptiveAvgPool2d)
    ]
    hooks += [(module, zennit.rules.Pass()) for module in twin.modules_like(nn.ReLU)]
    handles = [hook.register(module) for module, hook in hooks]
    x = picture.clone().requires_grad_()
    logits = twin(x)
    (relevance,) = torch.autograd.grad(
        logits, x, torch.eye(logits.shape[1], dtype=x.dtype)[TARGET : TARGET + 1]
    )
    for handle in handles:
        handle.remove()
    return relevance
