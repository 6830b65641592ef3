"""Composites: one choice per primitive, made together, plus overrides for some nodes; the first match wins.

Two families exist and are never mixed: every explosion of relevance that was measured came from ε on one side
and the identity on the other. A textbook composite is exempt, because it exists to compute what other
libraries compute.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.parameters import DEFAULT_METHOD
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.operator import Primitive
from deepintro_desktop.engine.relevance import rules
from deepintro_desktop.engine.relevance.plan import CONTRACTIONS, make_plan
from deepintro_desktop.engine.relevance.products import ProductRule
from deepintro_desktop.engine.relevance.rules import LinearRule
from deepintro_desktop.engine.relevance.shares import MaxPoolRule, ShareRule, Shares
from deepintro_desktop.engine.relevance.taint import Mark, traces


class Family(StrEnum):
    """How a composite treats biases, sums, averages and normalisation."""

    ALPHA_BETA = "αβ"
    EPSILON = "ε"


class NormaliseRule(StrEnum):
    """How relevance passes batch, instance and layer normalisation that could not be folded."""

    IDENTITY = "identity"
    DETACHED = "deviation detached"


class Where(StrEnum):
    """Which linear nodes an override is for."""

    FIRST = "first"
    LAST = "last"
    DEPTHWISE = "depthwise"
    DENSE = "dense"
    CONVOLUTION = "convolution"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Override:
    """Another rule for some linear nodes; ``node`` belongs to ``Where.NAMED``."""

    where: Where
    rule: LinearRule
    node: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """What decides which rule a linear node gets."""

    node: str
    is_first: bool
    is_last: bool
    is_depthwise: bool
    is_dense: bool


_MATCHES: dict[Where, Callable[[Override, Position], bool]] = {
    Where.FIRST: lambda _, position: position.is_first,
    Where.LAST: lambda _, position: position.is_last,
    Where.DEPTHWISE: lambda _, position: position.is_depthwise,
    Where.DENSE: lambda _, position: position.is_dense,
    Where.CONVOLUTION: lambda _, position: not position.is_dense,
    Where.NAMED: lambda override, position: override.node == position.node,
}


@dataclass(frozen=True, slots=True)
class Composite:
    """The rules of one explanation.

    Raises
    ------
    ValueError
        When the parts belong to different families and the composite is not a ``textbook`` one.
    """

    name: str
    family: Family
    linear: LinearRule
    overrides: tuple[Override, ...] = ()
    sums: ShareRule = ShareRule()
    pools: ShareRule = ShareRule()
    max_pools: MaxPoolRule = MaxPoolRule.PROPORTIONAL
    normalise: NormaliseRule = NormaliseRule.IDENTITY
    products: ProductRule = ProductRule.VALUE
    textbook: bool = False

    def __post_init__(self) -> None:
        epsilon = self.family is Family.EPSILON
        halves = (
            self.sums.shares is Shares.EPSILON, self.pools.shares is Shares.EPSILON,
            self.normalise is NormaliseRule.DETACHED, self.linear.needs_double,
        )  # fmt: skip
        if not self.textbook and any(half is not epsilon for half in halves):
            message = f"the composite {self.name} mixes the αβ and the ε family"
            raise ValueError(message)

    def rule_for(self, position: Position) -> LinearRule:
        """Return the rule of a linear node: that of the first override that matches, else the general one."""
        for override in self.overrides:
            if _MATCHES[override.where](override, position):
                return override.rule
        return self.linear

    @property
    def rules(self) -> tuple[LinearRule, ...]:
        """All linear rules that may be used."""
        return (self.linear, *(override.rule for override in self.overrides))


def _alpha_beta_family(name: str, linear: LinearRule, **choices: object) -> Composite:
    return Composite(name, Family.ALPHA_BETA, linear, **choices)


def epsilon_family(
    name: str,
    stabilizer: float = 1e-6,
    overrides: tuple[Override, ...] = (),
    **choices: object,
) -> Composite:
    """Return a composite of the ε family: bias in z, sums and averages by ε, normalisers detached."""
    shares = ShareRule(Shares.EPSILON, stabilizer)
    return Composite(
        name,
        Family.EPSILON,
        rules.epsilon(stabilizer),
        overrides,
        sums=shares,
        pools=shares,
        normalise=NormaliseRule.DETACHED,
        **choices,
    )


def _first(rule: LinearRule) -> Override:
    return Override(Where.FIRST, rule)


def _dense_epsilon() -> Override:
    return Override(Where.DENSE, rules.epsilon())


def _gamma_on_convolutions() -> tuple[Override, ...]:
    """Bounded shares where biases would absorb most; matrices and normalisation stay affine."""
    return (Override(Where.CONVOLUTION, rules.gamma()),)


def _textbook(name: str) -> Composite:
    shares = ShareRule(Shares.EPSILON)
    return Composite(
        name,
        Family.ALPHA_BETA,
        rules.alpha_beta_strict(),
        sums=shares,
        pools=shares,
        max_pools=MaxPoolRule.WINNER,
        textbook=True,
    )


_HALVES = {"products": ProductRule.HALVES_OF_VALUES}
_COMPOSITES: dict[str, Callable[[str], Composite]] = {
    "lrp-alpha2-beta1": lambda name: _alpha_beta_family(name, rules.alpha_beta()),
    "lrp-alpha1-beta0": lambda name: _alpha_beta_family(name, rules.alpha_beta(1.0, 0.0)),
    "lrp-z-plus": lambda name: _alpha_beta_family(name, rules.z_plus()),
    "lrp-gamma": lambda name: _alpha_beta_family(name, rules.gamma()),
    "lrp-epsilon": epsilon_family,
    "lrp-epsilon-gamma": lambda name: epsilon_family(name, overrides=_gamma_on_convolutions()),
    "lrp-alpha2-beta1-half": lambda name: _alpha_beta_family(name, rules.alpha_beta(), **_HALVES),
    "lrp-gamma-half": lambda name: _alpha_beta_family(name, rules.gamma(), **_HALVES),
    "lrp-epsilon-half": lambda name: epsilon_family(name, **_HALVES),
    "lrp-epsilon-gamma-half": lambda name: epsilon_family(
        name, overrides=_gamma_on_convolutions(), **_HALVES
    ),
    "lrp-attention": lambda name: epsilon_family(name, products=ProductRule.HALVES),
    "lrp-epsilon-plus-flat": lambda name: _alpha_beta_family(
        name, rules.z_plus(), overrides=(_first(rules.flat()), _dense_epsilon())
    ),
    "lrp-epsilon-gamma-box": lambda name: _alpha_beta_family(
        name, rules.gamma(), overrides=(_first(rules.z_box()), _dense_epsilon())
    ),
    "lrp-alpha2-beta1-flat": lambda name: _alpha_beta_family(
        name, rules.alpha_beta(), overrides=(_first(rules.flat()),)
    ),
    "lrp-alpha2-beta1-winner": lambda name: _alpha_beta_family(
        name, rules.alpha_beta(), max_pools=MaxPoolRule.WINNER
    ),
    "lrp-alpha2-beta1-strict": _textbook,
    "lrp-w-square": lambda name: _alpha_beta_family(
        name, rules.alpha_beta(1.0, 0.0), overrides=(_first(rules.w_square()),)
    ),
    "lrp-flat": lambda name: _alpha_beta_family(
        name, rules.alpha_beta(1.0, 0.0), overrides=(_first(rules.flat()),)
    ),
}


def names() -> tuple[str, ...]:
    """Return the keys of all named composites; they are the ``lrp-…`` methods of ``core.parameters``."""
    return tuple(_COMPOSITES)


def composite(name: str) -> Composite:
    """Return a named composite; raise ``WrongRequestError`` when there is none of that name."""
    if name not in _COMPOSITES:
        raise WrongRequestError(
            f"There is no composite {name}.", "", f"Choose one of: {', '.join(_COMPOSITES)}.", method=name
        )
    return _COMPOSITES[name](name)


def default_composite_for(graph: ExplainableGraph) -> Composite:
    """Return the composite that suits what the network contains.

    α2β1, unless layers are normalised: shifts of folded batch normalisation absorb most relevance of the ε
    rules. With layer normalisation there are hardly any; then the affine ε rules where values mix by
    attention or by matrices along the picture, because α2β1 misleads there [Ali2022], with γ on what there is
    of convolutions that look around, and γ everywhere where only these mix. Where two values are multiplied,
    neither a gate, the form of it that gives each a half.
    """
    usual = _usual(graph)
    undecided = make_plan(graph, ProductRule.VALUE).undecided
    return composite(f"{usual}-half" if undecided else usual)


def _usual(graph: ExplainableGraph) -> str:
    if all(node.operator != "LayerNormalization" for node in graph.nodes):
        return DEFAULT_METHOD
    if not _looks_around(graph):
        return "lrp-epsilon"
    return "lrp-epsilon-gamma" if _has_attention(graph) else "lrp-gamma"


def _has_attention(graph: ExplainableGraph) -> bool:
    """Whether matrices of values are multiplied with each other: queries with keys, or keys with values."""
    marks = traces(graph)
    return any(
        sum(name in marks and marks[name].mark is Mark.VALUE for name in node.inputs) > 1
        for node in graph.nodes
        if node.operator in CONTRACTIONS
    )


def _looks_around(graph: ExplainableGraph) -> bool:
    """Whether convolutions behind the first ones, which may only cut patches, see more than a place each."""
    return any(
        step.node.operator == "Conv" and max(graph.constants[step.node.inputs[1]].shape[2:], default=1) > 1
        for step in make_plan(graph).steps
        if step.primitive is Primitive.LINEAR and not step.is_first
    )
