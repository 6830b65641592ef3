"""Denominators of a linear node: what the parts of each term of a rule sum up to, per neuron."""

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from deepintro_desktop.engine.relevance.passes import Passes, modified
from deepintro_desktop.engine.relevance.rules import Input, LinearRule, Part, Term, Weight

_SHORTCUT_FAN_IN = 64
_SHORTCUT_TOLERANCE = 1e-2


@dataclass(frozen=True, slots=True)
class Neurons:
    """One linear node with its values.

    ``x``: input [1, …]; ``z``: output [1, …], bias included; ``bias``: in a shape that broadcasts against
    ``z``, or None; ``low`` and ``high``: bounds of the input, broadcasting against ``x``, or None.
    ``channel_axis`` is the axis of ``x`` and ``z`` that the weights' first two dimensions stand for.
    """

    passes: Passes
    x: Tensor
    z: Tensor
    bias: Tensor | None
    n_fan_in: int
    can_stack: bool
    channel_axis: int = 1
    low: Tensor | None = None
    high: Tensor | None = None

    def seen(self, part: Part) -> Tensor:
        """Return the input as a part sees it, its factor included."""
        x = self._modified(part.x)
        return x if part.factor == 1.0 else x * part.factor

    def _modified(self, mode: Input) -> Tensor:
        match mode:
            case Input.RAW:
                return self.x
            case Input.POSITIVE:
                return self.x.clamp(min=0)
            case Input.NEGATIVE:
                return self.x.clamp(max=0)
            case Input.ONES:
                return torch.ones_like(self.x)
        bound = self.low if mode is Input.LOW else self.high
        assert bound is not None
        return bound.expand_as(self.x)


class Denominators:
    """The terms of a rule on one node: inputs, weights, and denominators without stabilizer.

    Each denominator is computed at its first use, and the caller may clamp it. For inputs without
    negative values the parts of negative inputs fall away. Kinds of input are stacked where the node allows
    it, so that a term costs one pass whatever the number of its parts.
    """

    def __init__(self, rule: LinearRule, neurons: Neurons, relevance: Tensor) -> None:
        self.rule, self.neurons, self.relevance = rule, neurons, relevance
        self.terms = _without_empty_parts(rule.terms, neurons.x)
        self.inputs = [neurons.seen(part) for part in self.terms[0].parts]
        self.table = tuple(tuple(part.w for part in term.parts) for term in self.terms)
        if neurons.can_stack and len(self.inputs) > 1:
            self.inputs = [torch.cat(self.inputs, neurons.channel_axis)]
        self._known: dict[int, Tensor] = {}

    def __getitem__(self, index: int) -> Tensor:
        """Return the denominator of a term, in the shape of ``z``."""
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
        if term.bias is Weight.RAW and self.table[index] == (Weight.RAW,):
            return neurons.z
        if index == 1 and self.rule.splits_by_sign:
            negative = self._from_forward_value()
            if negative is not None:
                return negative
        z = self._apply(self.table[index])
        bias = self.bias(index)
        return z if bias is None else z.add_(bias)

    def _apply(self, modes: tuple[Weight, ...]) -> Tensor:
        neurons = self.neurons
        if neurons.can_stack:
            return neurons.passes.apply(self.inputs[0], modes)
        parts = [neurons.passes.apply(x, (mode,)) for x, mode in zip(self.inputs, modes, strict=True)]
        return sum(parts[1:], start=parts[0])

    def _from_forward_value(self) -> Tensor | None:
        """Return z⁻ = z − z⁺ (− b when ignored), or None where rounding could matter.

        Rounding errors are relative to z⁺ + |b|, so a neuron that matters must have a negative part well
        above them.
        """
        neurons, positive = self.neurons, self[0]
        if neurons.n_fan_in < _SHORTCUT_FAN_IN:
            return None
        ignored = neurons.bias if self.terms[0].bias is None else None
        limit = positive * (1.0 - _SHORTCUT_TOLERANCE)
        if ignored is not None:
            limit.add_(ignored - _SHORTCUT_TOLERANCE * ignored.abs())
        doubtful = neurons.z > limit
        if bool(doubtful.any()) and bool(
            doubtful.logical_and_(self.relevance.ne(0).any(0, keepdim=True)).any()
        ):
            return None
        negative = torch.sub(neurons.z, positive, out=limit)
        return negative if ignored is None else negative.sub_(ignored)


def _without_empty_parts(terms: tuple[Term, ...], x: Tensor) -> tuple[Term, ...]:
    """Drop the parts of negative inputs when there are none; then the positive part of x is x itself."""
    if not any(part.x is Input.NEGATIVE for term in terms for part in term.parts) or float(x.min()) < 0:
        return terms
    return tuple(
        replace(
            term,
            parts=tuple(
                replace(part, x=Input.RAW if part.x is Input.POSITIVE else part.x)
                for part in term.parts
                if part.x is not Input.NEGATIVE
            ),
        )
        for term in terms
    )
