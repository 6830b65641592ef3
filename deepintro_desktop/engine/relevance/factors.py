"""From relevance and denominators to the factors that the transposed weights carry back to the inputs."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from deepintro_desktop.engine.relevance.denominators import Denominators
from deepintro_desktop.engine.relevance.rules import SignChoice
from deepintro_desktop.engine.relevance.tensors import away_from_zero, total, total_of_products

_EMPTY = {torch.float32: 1e-30, torch.float64: 1e-200}
"""At or below this size a denominator is empty: every product in it is zero."""

_HUGE = {torch.float32: 1e12, torch.float64: 1e150}
"""A factor above this size shows that a neuron with relevance may have an empty denominator."""


_COUNTS = ("spread", "n_one_signed", "n_bias_only")


@dataclass(slots=True)
class Passed:
    """What one node passed on, ``relevance`` by input index, and where the rest went, [n_targets] each."""

    relevance: dict[int, Tensor]
    losses: dict[str, Tensor] = field(default_factory=dict)
    spread: Tensor | None = None
    stranded: Tensor | None = None
    """Relevance [n_targets, …] of bias-only neurons, before it is spread or dropped."""
    n_one_signed: Tensor | None = None
    n_bias_only: Tensor | None = None

    @classmethod
    def joined(cls, parts: "Sequence[Passed]") -> "Passed":
        """Return one entry per target from the entries of single targets, which have one per row."""
        causes = dict.fromkeys(cause for part in parts for cause in part.losses)
        none = torch.zeros((), device=next(iter(parts[0].relevance.values())).device)
        return cls(
            {index: torch.stack([part.relevance[index] for part in parts]) for index in parts[0].relevance},
            {cause: torch.stack([part.losses.get(cause, none).sum() for part in parts]) for cause in causes},
            **{name: _joined([getattr(part, name) for part in parts], none) for name in _COUNTS},
        )


def _joined(counts: Sequence[Tensor | None], none: Tensor) -> Tensor | None:
    if all(count is None for count in counts):
        return None
    return torch.stack([none if count is None else count.sum() for count in counts])


@dataclass(slots=True)
class Factors:
    """share · R / denominator per term, side by side in ``stack`` along the channel axis.

    Terms that carry nothing may be missing at the end.
    """

    stack: Tensor
    per_term: tuple[Tensor, ...]

    @classmethod
    def empty(cls, terms: Denominators, n_terms: int = 0) -> "Factors":
        """Return room for the factors of all terms, or of the first ``n_terms``."""
        axis, n_terms = terms.neurons.channel_axis, n_terms or len(terms.terms)
        shape = list(terms.relevance.shape)
        shape[axis] *= n_terms
        stack = terms.relevance.new_empty(shape)
        return cls(stack, stack.chunk(n_terms, axis))


def divide(terms: Denominators, passed: Passed) -> Factors:
    """Return the factors of all terms, and enter into ``passed`` what they cannot carry."""
    if terms.rule.stabilizer:
        return _stabilised(terms, passed)
    if terms.rule.fills_one_signed:
        return _both_signs(terms, passed)
    if terms.rule.sign_choice is SignChoice.TERM:
        return _either_sign(terms, passed)
    return _single(terms, passed)


def _stabilised(terms: Denominators, passed: Passed) -> Factors:
    """Divide by z ± stabilizer, and book what bias and stabilizer absorb."""
    relevance, epsilon, factors = terms.relevance, terms.rule.stabilizer, Factors.empty(terms)
    chosen = _chosen(terms) if terms.rule.sign_choice is SignChoice.TERM else None
    for index, term in enumerate(terms.terms):
        z, factor = terms[index], factors.per_term[index]
        shift = term.sign * epsilon if term.sign else away_from_zero(z, epsilon)
        torch.div(relevance, z + shift, out=factor)
        if term.share != 1.0:
            factor.mul_(term.share)
        if chosen is not None:
            factor.mul_(chosen[index])
        _book(passed, "stabilizer", total(factor) * shift if term.sign else total_of_products(factor, shift))
        bias = terms.bias(index)
        if bias is not None:
            _book(passed, "bias", _weighted_total(factor, bias))
    if chosen is not None:
        # A value of zero has no sign, and so no term.
        _book(passed, "stabilizer", total(relevance * ~(chosen[0] | chosen[1])))
    return factors


def _chosen(terms: Denominators) -> tuple[Tensor, Tensor]:
    both = terms[0] + terms[1]
    return both > 0, both < 0


def _weighted_total(factor: Tensor, bias: Tensor) -> Tensor:
    """Return Σ factor · bias per target; spatial axes over which the bias is constant are summed first."""
    if factor.dim() > 2 and bias.dim() == factor.dim() and set(bias.shape[2:]) == {1}:
        factor, bias = factor.flatten(2).sum(2), bias.flatten(1)
    return total(factor * bias)


def _single(terms: Denominators, passed: Passed) -> Factors:
    relevance, z, factors = terms.relevance, terms[0], Factors.empty(terms)
    empty = z.abs() <= _EMPTY[z.dtype]
    torch.div(relevance, z, out=factors.stack).masked_fill_(empty, 0.0)
    _strand(passed, relevance, empty)
    return factors


def _either_sign(terms: Denominators, passed: Passed) -> Factors:
    """Let the sign of a neuron's value choose its term; if both are empty, no input contributed."""
    relevance, tiny, factors = terms.relevance, _EMPTY[terms.relevance.dtype], Factors.empty(terms)
    positive = (terms[0] + terms[1] >= 0) & (terms[0] > tiny)
    negative = ~positive & (terms[1] < -tiny)
    torch.div(relevance, terms[0], out=factors.per_term[0]).masked_fill_(~positive, 0.0)
    torch.div(relevance, terms[1], out=factors.per_term[1]).masked_fill_(~negative, 0.0)
    _strand(passed, relevance, ~(positive | negative))
    return factors


def _both_signs(terms: Denominators, passed: Passed) -> Factors:
    """Divide by z⁺ and z⁻; a neuron that has only one of them passes everything through it."""
    relevance, tiny = terms.relevance, _EMPTY[terms.relevance.dtype]
    alpha, beta = (term.share for term in terms.terms)
    if beta == 0.0:
        factors = Factors.empty(terms, 1)
        if not _is_huge(torch.div(relevance, terms[0].clamp_(min=tiny), out=factors.stack)):
            return factors
    factors = Factors.empty(terms)
    first, second = factors.per_term
    torch.div(relevance, terms[0].clamp_(min=tiny), out=first)
    torch.div(relevance, terms[1].clamp_(max=-tiny), out=second)
    is_huge = _is_huge(first) or _is_huge(second)
    if terms.rule.sign_choice is SignChoice.SHARES:
        agrees = terms[0] + terms[1] >= 0
        first.mul_(torch.where(agrees, alpha, beta))
        second.mul_(torch.where(agrees, beta, alpha))
    else:
        first.mul_(alpha)
        second.mul_(beta)
    if is_huge:
        _mend_one_signed(terms, factors, passed)
    return factors


def _is_huge(factor: Tensor) -> bool:
    low, high = torch.aminmax(factor)
    return max(-float(low), float(high)) > _HUGE[factor.dtype]


def _mend_one_signed(terms: Denominators, factors: Factors, passed: Passed) -> None:
    relevance, tiny = terms.relevance, _EMPTY[terms.relevance.dtype]
    first, second = factors.per_term
    no_positive, no_negative = terms[0] <= tiny, terms[1] >= -tiny
    first.copy_(torch.where(no_negative, relevance / terms[0], first)).masked_fill_(no_positive, 0.0)
    second.copy_(torch.where(no_positive, relevance / terms[1], second)).masked_fill_(no_negative, 0.0)
    passed.n_one_signed = total(((no_positive ^ no_negative) & (relevance != 0)).to(relevance.dtype))
    _strand(passed, relevance, no_positive & no_negative)


def _strand(passed: Passed, relevance: Tensor, empty: Tensor) -> None:
    if not bool(empty.any()):
        return
    stranded = relevance * empty
    if bool((stranded != 0).any()):
        passed.stranded = stranded
        passed.n_bias_only = total((stranded != 0).to(relevance.dtype))


def _book(passed: Passed, cause: str, amount: Tensor) -> None:
    passed.losses[cause] = passed.losses[cause] + amount if cause in passed.losses else amount
