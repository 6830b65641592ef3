"""The one function that executes every linear rule, on any node that is a linear map of its data input.

Speed without approximation: for inputs without negative values half of the parts fall away, parts that share
an input share one stacked transpose, and the second αβ denominator follows from the forward value where that
is accurate.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.operator import LinearMap
from deepintro_desktop.engine.relevance.rules import (
    BiasOnly,
    Input,
    LinearRule,
    Part,
    SignChoice,
    Term,
    Weight,
)
from deepintro_desktop.engine.relevance.tensors import away_from_zero, total

Weights = Callable[[tuple[Weight, ...]], Tensor]
"""Modified weights of the node at hand, stacked along dimension 0 (prepared once, see :mod:`.prepared`)."""

_SHORTCUT_FAN_IN = 64
_SHORTCUT_TOLERANCE = 1e-2
_EMPTY = {torch.float32: 1e-30, torch.float64: 1e-200}


@dataclass(slots=True)
class Passed:
    """What one node passed on, ``relevance`` by input index, and where the rest went, [n_targets] each."""

    relevance: dict[int, Tensor]
    losses: dict[str, Tensor] = field(default_factory=dict)
    spread: Tensor | None = None
    bias_only: Tensor | None = None
    n_one_signed: Tensor | None = None
    n_bias_only: Tensor | None = None


@dataclass(frozen=True, slots=True)
class Neurons:
    """One linear node with its values.

    ``x``: input [1, …]; ``z``: output [1, …], bias included; ``bias``: in a shape that broadcasts against
    ``z``, or None; ``low`` and ``high``: bounds of the input, broadcasting against ``x``, or None.
    """

    linear: LinearMap
    x: Tensor
    z: Tensor
    bias: Tensor | None
    weights: Weights
    can_stack: bool
    low: Tensor | None = None
    high: Tensor | None = None


def redistribute(rule: LinearRule, neurons: Neurons, relevance: Tensor) -> Passed:
    """Return the relevance of a linear node's input.

    ``relevance``: [n_targets, …] of the outputs. Sources: [Bach2015] eq. 58 and 60, [Montavon2019]; see
    ``rules``.
    """
    terms = _without_empty_parts(rule.terms, neurons.x)
    totals = _Totals(rule, terms, neurons, relevance)
    passed = Passed({})
    factors = _stabilised(rule, totals, passed) if rule.stabilizer else _exact(rule, totals, passed)
    result = _transpose(terms, factors, neurons)
    if passed.bias_only is not None:
        result = _settle_bias_only(rule, neurons, passed, result)
    passed.relevance[0] = result
    return passed


class _Totals:
    """The denominators of the terms, without stabilizer; each is computed at its first use."""

    def __init__(
        self, rule: LinearRule, terms: tuple[Term, ...], neurons: Neurons, relevance: Tensor
    ) -> None:
        self.rule, self.terms, self.neurons, self.relevance = rule, terms, neurons, relevance
        self._known: dict[int, Tensor] = {}

    def __getitem__(self, index: int) -> Tensor:
        if index not in self._known:
            self._known[index] = self._compute(index)
        return self._known[index]

    def bias(self, index: int) -> Tensor | None:
        """Return the modified bias that the denominator of a term contains."""
        mode = self.terms[index].bias
        if mode is None or self.neurons.bias is None:
            return None
        return modified(self.neurons.bias, mode, self.rule.gamma)

    def _compute(self, index: int) -> Tensor:
        term, neurons = self.terms[index], self.neurons
        if term.bias is Weight.RAW and term.parts == (Part(Input.RAW, Weight.RAW),):
            return neurons.z
        if index == 1 and self.rule.fills_one_signed:
            found = self._from_forward_value()
            if found is not None:
                return found
        z = _forward(term, neurons)
        bias = self.bias(index)
        return z if bias is None else z.add_(bias)

    def _from_forward_value(self) -> Tensor | None:
        """Return z⁻ = z − b − z⁺, or None where rounding could decide whether there is a negative part."""
        neurons, positive = self.neurons, self[0]
        if neurons.linear.n_fan_in < _SHORTCUT_FAN_IN:
            return None
        negative = torch.sub(neurons.z, positive)
        scale = positive
        if neurons.bias is not None:
            negative.sub_(neurons.bias)
            scale = positive + neurons.bias.abs()
        doubtful = torch.add(negative, scale, alpha=_SHORTCUT_TOLERANCE) > 0
        if bool(doubtful.any()) and bool(((self.relevance != 0) & doubtful).any()):
            return None
        return negative


def _forward(term: Term, neurons: Neurons) -> Tensor:
    result: Tensor | None = None
    for part in term.parts:
        z = neurons.linear.apply(_input(part.x, neurons), neurons.weights((part.w,)))
        if part.factor != 1.0:
            z = z * part.factor
        result = z if result is None else result.add_(z)
    assert result is not None
    return result


def _stabilised(rule: LinearRule, totals: _Totals, passed: Passed) -> list[Tensor]:
    """Return share · R / (z ± stabilizer) per term, and book what bias and stabilizer absorb."""
    relevance, factors = totals.relevance, []
    lost_bias = lost_stabilizer = relevance.new_zeros(relevance.shape[0])
    chosen = _chosen_terms(rule, totals)
    for index, term in enumerate(totals.terms):
        z = totals[index]
        shift = away_from_zero(z, rule.stabilizer)
        factor = relevance / (z + shift)
        if term.share != 1.0:
            factor.mul_(term.share)
        if chosen is not None:
            factor.mul_(chosen[index])
        bias = totals.bias(index)
        if bias is not None:
            lost_bias = lost_bias + total(factor * bias)
        lost_stabilizer = lost_stabilizer + total(factor * shift)
        factors.append(factor)
    passed.losses["stabilizer"] = lost_stabilizer
    if any(totals.bias(index) is not None for index in range(len(totals.terms))):
        passed.losses["bias"] = lost_bias
    return factors


def _chosen_terms(rule: LinearRule, totals: _Totals) -> tuple[Tensor, Tensor] | None:
    if rule.sign_choice is not SignChoice.TERM:
        return None
    both = totals[0] + totals[1]
    return both > 0, both < 0


def _exact(rule: LinearRule, totals: _Totals, passed: Passed) -> list[Tensor]:
    """Return share · R / z per term; neurons with empty denominators are mended or booked as bias-only."""
    if rule.fills_one_signed:
        return _both_signs(rule, totals, passed)
    if rule.sign_choice is SignChoice.TERM:
        return _either_sign(totals, passed)
    relevance, z = totals.relevance, totals[0]
    empty = z.abs() <= _EMPTY[z.dtype]
    factor = (relevance / z).masked_fill_(empty, 0.0)
    _book_bias_only(passed, relevance, empty)
    return [factor]


def _either_sign(totals: _Totals, passed: Passed) -> list[Tensor]:
    relevance, tiny = totals.relevance, _EMPTY[totals.relevance.dtype]
    positive = (totals[0] + totals[1] >= 0) & (totals[0] > tiny)
    negative = ~positive & (totals[1] < -tiny)
    first = (relevance / totals[0]).masked_fill_(~positive, 0.0)
    second = (relevance / totals[1]).masked_fill_(~negative, 0.0)
    _book_bias_only(passed, relevance, ~(positive | negative))
    return [first, second]


def _both_signs(rule: LinearRule, totals: _Totals, passed: Passed) -> list[Tensor]:
    """Divide by z⁺ and z⁻; a neuron that has only one of them passes everything through it."""
    relevance = totals.relevance
    tiny = _EMPTY[relevance.dtype]
    alpha, beta = totals.terms[0].share, totals.terms[1].share
    positive = totals[0]
    no_positive = positive <= tiny
    first = torch.div(relevance, positive)
    if beta == 0.0 and not bool((no_positive & (relevance != 0)).any()):
        return [first.masked_fill_(no_positive, 0.0), first.new_zeros(())]
    negative = totals[1]
    no_negative = negative >= -tiny
    second = torch.div(relevance, negative)
    if rule.sign_choice is SignChoice.SHARES:
        agrees = positive + negative >= 0
        first.mul_(torch.where(agrees, alpha, beta))
        second.mul_(torch.where(agrees, beta, alpha))
    else:
        first.mul_(alpha)
        second.mul_(beta)
    if bool((no_positive | no_negative).any()):
        only_positive, only_negative = no_negative & ~no_positive, no_positive & ~no_negative
        first = torch.where(only_positive, relevance / positive, first).masked_fill_(no_positive, 0.0)
        second = torch.where(only_negative, relevance / negative, second).masked_fill_(no_negative, 0.0)
        passed.n_one_signed = total(((no_positive ^ no_negative) & (relevance != 0)).to(relevance.dtype))
        _book_bias_only(passed, relevance, no_positive & no_negative)
    return [first, second]


def _book_bias_only(passed: Passed, relevance: Tensor, empty: Tensor) -> None:
    if not bool(empty.any()):
        return
    stranded = relevance * empty
    if bool((stranded != 0).any()):
        passed.bias_only = stranded
        passed.n_bias_only = total((stranded != 0).to(relevance.dtype))


def _settle_bias_only(rule: LinearRule, neurons: Neurons, passed: Passed, result: Tensor) -> Tensor:
    """Drop what no input caused, or spread it evenly over the cells of the receptive field that exist."""
    stranded = passed.bias_only
    assert stranded is not None
    if rule.bias_only is BiasOnly.DROP:
        passed.losses[rule.dropped_as] = total(stranded)
        return result
    ones = neurons.weights((Weight.ONES,))
    n_cells = neurons.linear.apply(torch.ones_like(neurons.x), ones)
    no_cell = n_cells < 0.5
    spread = neurons.linear.adjoint(
        (stranded / n_cells).masked_fill_(no_cell, 0.0), _like(neurons, stranded), ones
    )
    passed.spread = total(stranded * ~no_cell)
    if bool(no_cell.any()):
        passed.losses["padding"] = total(stranded * no_cell)
    return result + spread


def _transpose(terms: tuple[Term, ...], factors: list[Tensor], neurons: Neurons) -> Tensor:
    """Return Σ x̃ ⊙ w̃ᵀ factor over all parts, with one transpose per kind of input where possible."""
    grouped: dict[tuple[Input, float], list[tuple[Weight, Tensor]]] = {}
    for term, factor in zip(terms, factors, strict=True):
        for part in term.parts if factor.dim() else ():
            grouped.setdefault((part.x, part.factor), []).append((part.w, factor))
    result: Tensor | None = None
    for (mode, scale), pairs in grouped.items():
        message = _pulled_back(sorted(pairs, key=lambda pair: pair[0]), neurons)
        if mode is not Input.ONES:
            message = message.mul_(_input(mode, neurons))
        if scale != 1.0:
            message.mul_(scale)
        result = message if result is None else result.add_(message)
    assert result is not None
    return result


def _pulled_back(pairs: list[tuple[Weight, Tensor]], neurons: Neurons) -> Tensor:
    like = _like(neurons, pairs[0][1])
    if neurons.can_stack and len(pairs) > 1:
        axis = 1 if pairs[0][1].dim() > 2 else -1
        stacked = torch.cat([factor for _, factor in pairs], axis)
        return neurons.linear.adjoint(stacked, like, neurons.weights(tuple(w for w, _ in pairs)))
    result: Tensor | None = None
    for w, factor in pairs:
        message = neurons.linear.adjoint(factor, like, neurons.weights((w,)))
        result = message if result is None else result.add_(message)
    assert result is not None
    return result


def _like(neurons: Neurons, factor: Tensor) -> Tensor:
    return neurons.x.expand(factor.shape[0], *neurons.x.shape[1:])


def _without_empty_parts(terms: tuple[Term, ...], x: Tensor) -> tuple[Term, ...]:
    """Drop the parts of negative inputs when there are none; then the positive part of x is x itself."""
    if not any(part.x is Input.NEGATIVE for term in terms for part in term.parts) or float(x.min()) < 0:
        return terms
    return tuple(
        Term(
            tuple(
                Part(Input.RAW if part.x is Input.POSITIVE else part.x, part.w, part.factor)
                for part in term.parts
                if part.x is not Input.NEGATIVE
            ),
            term.share,
            term.bias,
        )
        for term in terms
    )


def _input(mode: Input, neurons: Neurons) -> Tensor:
    x = neurons.x
    if mode is Input.RAW:
        return x
    if mode is Input.POSITIVE:
        return x.clamp(min=0)
    if mode is Input.NEGATIVE:
        return x.clamp(max=0)
    if mode is Input.ONES:
        return torch.ones_like(x)
    bound = neurons.low if mode is Input.LOW else neurons.high
    assert bound is not None
    return bound.expand_as(x)


def modified(weight: Tensor, mode: Weight, gamma: float = 0.0) -> Tensor:
    """Return a modified copy of weights or bias (the same tensor for ``RAW``); same shape."""
    if mode is Weight.RAW:
        return weight
    if mode is Weight.POSITIVE:
        return weight.clamp(min=0)
    if mode is Weight.NEGATIVE:
        return weight.clamp(max=0)
    if mode is Weight.SQUARED:
        return weight.square()
    if mode is Weight.ONES:
        return torch.ones_like(weight)
    part = weight.clamp(min=0) if mode is Weight.MORE_POSITIVE else weight.clamp(max=0)
    return weight + gamma * part
