"""The one function that executes every linear rule, on any node that is a linear map of its data input."""

import torch
from torch import Tensor

from deepintro_desktop.engine.relevance.denominators import Denominators, Neurons
from deepintro_desktop.engine.relevance.factors import Factors, Passed, divide
from deepintro_desktop.engine.relevance.rules import BiasOnly, Input, LinearRule, Weight
from deepintro_desktop.engine.relevance.tensors import total


def redistribute(rule: LinearRule, neurons: Neurons, relevance: Tensor) -> Passed:
    """Return the relevance of a linear node's input.

    ``relevance``: [n_targets, …] of the outputs. Sources: [Bach2015] eq. 58 and 60, [Montavon2019]; see
    ``rules``.
    """
    passed = Passed({})
    terms = Denominators(rule, neurons, relevance)
    factors = divide(terms, passed)
    result = _pull_back(terms, factors) if neurons.can_stack else _pull_back_singly(terms, factors)
    if passed.stranded is not None:
        result = _settle(rule, neurons, passed, result)
    passed.relevance[0] = result
    return passed


def _pull_back(terms: Denominators, factors: Factors) -> Tensor:
    """Return Σ x̃ ⊙ w̃ᵀ factor over all parts, with a single transpose."""
    neurons, (x,) = terms.neurons, terms.inputs
    table = terms.table[: len(factors.per_term)]
    message = neurons.passes.adjoint(factors.stack, _like(x, factors.stack), table)
    if terms.terms[0].parts[0].x is not Input.ONES:
        message = message.mul_(x)
    n_kinds = len(terms.table[0])
    if n_kinds == 1:
        return message
    kinds = message.chunk(n_kinds, neurons.channel_axis)
    return sum(kinds[1:], start=kinds[0])


def _pull_back_singly(terms: Denominators, factors: Factors) -> Tensor:
    """Do the same part by part, for nodes whose weights cannot be stacked (groups)."""
    neurons, result = terms.neurons, torch.zeros((), dtype=factors.stack.dtype, device=factors.stack.device)
    for modes, factor in zip(terms.table, factors.per_term, strict=False):
        for x, mode in zip(terms.inputs, modes, strict=True):
            message = neurons.passes.adjoint(factor.contiguous(), _like(x, factor), ((mode,),))
            result = result + message.mul_(x)
    return result


def _like(x: Tensor, factor: Tensor) -> Tensor:
    return x.expand(factor.shape[0], *x.shape[1:])


def _settle(rule: LinearRule, neurons: Neurons, passed: Passed, result: Tensor) -> Tensor:
    """Drop what no input caused, or spread it evenly over the cells of the receptive field that exist."""
    stranded = passed.stranded
    assert stranded is not None
    if rule.bias_only is BiasOnly.DROP:
        passed.losses[rule.dropped_as] = total(stranded)
        return result
    n_cells = neurons.passes.apply(torch.ones_like(neurons.x), (Weight.ONES,))
    no_cell = n_cells < 0.5
    even = (stranded / n_cells).masked_fill_(no_cell, 0.0)
    passed.spread = total(stranded * ~no_cell)
    if bool(no_cell.any()):
        passed.losses["padding"] = total(stranded * no_cell)
    return result + neurons.passes.adjoint(even, _like(neurons.x, even), ((Weight.ONES,),))
