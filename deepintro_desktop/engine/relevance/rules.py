"""Relevance rules as declarations; :mod:`.linear` executes them.

Legend (symbols of the papers): x input, w weight, b bias, z = Σ x w + b, R relevance of an output. A rule is
a sum of terms; a term has parts, pairs of a modified input and a modified weight, and its own denominator:
R_in = Σ_terms share · Σ_parts x̃ ⊙ w̃ᵀ (R / (Σ_parts w̃ x̃ + b̃ + stabilizer)).
"""

from dataclasses import dataclass
from enum import StrEnum


class Input(StrEnum):
    """How a part sees the input. ``LOW`` and ``HIGH`` are the smallest and largest possible input."""

    RAW = "x"
    POSITIVE = "x⁺"
    NEGATIVE = "x⁻"
    ONES = "1"
    LOW = "low"
    HIGH = "high"


class Weight(StrEnum):
    """How a part sees the weights (and the bias, when the rule keeps it)."""

    RAW = "w"
    POSITIVE = "w⁺"
    NEGATIVE = "w⁻"
    SQUARED = "w²"
    ONES = "1"
    MORE_POSITIVE = "w + γ w⁺"
    MORE_NEGATIVE = "w + γ w⁻"


class BiasOnly(StrEnum):
    """What becomes of the relevance of a neuron to whose value no input contributed."""

    SPREAD = "spread"
    DROP = "drop"


class SignChoice(StrEnum):
    """What the sign of a neuron's value decides; by it, the terms are ordered positive, negative."""

    NOTHING = "nothing"
    TERM = "term"
    """A positive neuron uses the first term, a negative one the second (γ rule)."""
    SHARES = "shares"
    """A negative neuron swaps the shares of the two terms (sign-aware αβ)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One product of a modified input and a modified weight, times ``factor``."""

    x: Input
    w: Weight
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Term:
    """Parts with a common denominator, and the share of a neuron's relevance that they divide.

    ``bias``: how the bias enters the denominator, None when it is ignored. ``sign``: the sign that the
    denominator always has, 0 when it may have either.
    """

    parts: tuple[Part, ...]
    share: float = 1.0
    bias: Weight | None = None
    sign: int = 0


@dataclass(frozen=True, slots=True)
class LinearRule:
    """How relevance passes a linear node.

    ``stabilizer`` 0 means exact: neurons with an empty denominator are treated by ``fills_one_signed`` (a
    neuron with contributions of one sign only passes everything through them) and ``bias_only``.
    ``dropped_as`` is the ledger's cause for what ``BiasOnly.DROP`` loses.
    """

    name: str
    terms: tuple[Term, ...]
    stabilizer: float = 0.0
    gamma: float = 0.0
    sign_choice: SignChoice = SignChoice.NOTHING
    fills_one_signed: bool = False
    bias_only: BiasOnly = BiasOnly.DROP
    dropped_as: str = "bias-only"

    @property
    def splits_by_sign(self) -> bool:
        """Whether the terms are the positive and the negative contributions, together the value."""
        return [term.sign for term in self.terms] == [1, -1]

    @property
    def needs_bounds(self) -> bool:
        """Whether the smallest and largest possible input must be known."""
        return any(part.x in (Input.LOW, Input.HIGH) for term in self.terms for part in term.parts)

    @property
    def needs_double(self) -> bool:
        """Whether denominators may cancel, so that single precision is not enough."""
        return any(term.bias is Weight.RAW for term in self.terms)


_POSITIVE = (Part(Input.POSITIVE, Weight.POSITIVE), Part(Input.NEGATIVE, Weight.NEGATIVE))
_NEGATIVE = (Part(Input.POSITIVE, Weight.NEGATIVE), Part(Input.NEGATIVE, Weight.POSITIVE))


def epsilon(stabilizer: float = 1e-6) -> LinearRule:
    """Return the ε rule, the bias part of the denominator [Bach2015] eq. 58."""
    return LinearRule(
        f"ε {stabilizer:g}", (Term((Part(Input.RAW, Weight.RAW),), bias=Weight.RAW),), stabilizer
    )


def alpha_beta(
    alpha: float = 2.0, beta: float = 1.0, *, signed: bool = False, bias_only: BiasOnly = BiasOnly.SPREAD
) -> LinearRule:
    """Return the conserving αβ rule [Bach2015] eq. 60, bias ignored.

    ``signed`` gives α to the part that has the sign of the neuron, which matters only where no ReLU follows.
    """
    _check(alpha, beta)
    return LinearRule(
        f"α{alpha:g} β{beta:g}{' signed' if signed else ''}",
        (Term(_POSITIVE, alpha, sign=1), Term(_NEGATIVE, -beta, sign=-1)),
        sign_choice=SignChoice.SHARES if signed else SignChoice.NOTHING,
        fills_one_signed=True,
        bias_only=bias_only,
    )


def alpha_beta_strict(alpha: float = 2.0, beta: float = 1.0, stabilizer: float = 1e-6) -> LinearRule:
    """Return the textbook αβ rule, bias in the denominators, one-signed neurons as they are [Bach2015]."""
    _check(alpha, beta)
    terms = (Term(_POSITIVE, alpha, Weight.POSITIVE, 1), Term(_NEGATIVE, -beta, Weight.NEGATIVE, -1))
    return LinearRule(f"α{alpha:g} β{beta:g} textbook", terms, stabilizer)


def z_plus() -> LinearRule:
    """Return the z⁺ rule as published: positive contributions only, bias ignored [Montavon2017] eq. 9."""
    return LinearRule("z⁺", (Term(_POSITIVE, sign=1),), dropped_as="no positive part")


def gamma(value: float = 0.25) -> LinearRule:
    """Return the generalised γ rule, bias ignored, bounded shares [Montavon2019], [Andeol2021]."""
    return LinearRule(f"γ {value:g}", _gamma_terms(None), gamma=value, sign_choice=SignChoice.TERM)


def gamma_strict(value: float = 0.25, stabilizer: float = 1e-6) -> LinearRule:
    """Return the generalised γ rule with the bias in the denominator, as other libraries compute it."""
    return LinearRule(f"γ {value:g} textbook", _gamma_terms(Weight.RAW), stabilizer, value, SignChoice.TERM)


def w_square() -> LinearRule:
    """Return the w² rule for unbounded inputs [Montavon2017] eq. 11."""
    return LinearRule("w²", (Term((Part(Input.ONES, Weight.SQUARED),)),))


def flat() -> LinearRule:
    """Return the flat rule: every input cell of the receptive field gets the same [Lapuschkin2019]."""
    return LinearRule("flat", (Term((Part(Input.ONES, Weight.ONES),)),))


def z_box() -> LinearRule:
    """Return the z^B rule for an input with known bounds [Montavon2017] eq. 13."""
    parts = (
        Part(Input.RAW, Weight.RAW),
        Part(Input.LOW, Weight.POSITIVE, -1.0),
        Part(Input.HIGH, Weight.NEGATIVE, -1.0),
    )
    return LinearRule("zᴮ", (Term(parts),))


def _gamma_terms(bias: Weight | None) -> tuple[Term, Term]:
    more, less = Weight.MORE_POSITIVE, Weight.MORE_NEGATIVE
    positive = (Part(Input.POSITIVE, more), Part(Input.NEGATIVE, less))
    negative = (Part(Input.POSITIVE, less), Part(Input.NEGATIVE, more))
    kept = bias is not None
    return Term(positive, bias=more if kept else None), Term(negative, bias=less if kept else None)


def _check(alpha: float, beta: float) -> None:
    if beta < 0 or abs(alpha - beta - 1.0) > 1e-9:
        message = f"α − β must be 1 and β not negative, not α = {alpha:g}, β = {beta:g}"
        raise ValueError(message)
