"""What an operator is: a forward function, and the primitive that decides how relevance passes through it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from torch import Tensor


class Primitive(StrEnum):
    """The seven ways in which relevance can pass through a node."""

    LINEAR = "linear"
    SUM = "sum"
    POOL = "pool"
    PRODUCT = "product"
    NORMALISE = "normalise"
    IDENTITY = "identity"
    STRUCTURAL = "structural"


@dataclass(frozen=True, slots=True)
class Node:
    """One operation of the graph. An input name of ``""`` is an input that was left out."""

    name: str
    operator: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: Mapping[str, Any]
    opset: int


Forward = Callable[[Node, Sequence[Tensor | None]], tuple[Tensor, ...]]
"""Computes the outputs of a node from its inputs; differentiable, batch in dimension 0."""


class LinearMap(Protocol):
    """One linear (or averaging) node bound to its weights: ``x -> A x + bias`` and the exact transpose of A.

    ``weight`` has the layout that ``apply`` and ``adjoint`` want; rules pass modified copies of it (W⁺, W²,
    ones). For pools ``weight`` is None.
    """

    weight: Tensor | None
    bias: Tensor | None
    n_fan_in: int
    is_depthwise: bool

    def apply(self, x: Tensor, weight: Tensor | None = None, bias: Tensor | None = None) -> Tensor:
        """Return A x (+ ``bias`` when given); without ``weight`` the node's own one is used."""

    def adjoint(self, s: Tensor, like: Tensor, weight: Tensor | None = None) -> Tensor:
        """Return Aᵀ s, in the shape of the node's input ``like``."""


class PoolingMap(LinearMap, Protocol):
    """A map of fixed weights that no training chose.

    ``is_across``: it reaches over the leading dimension of its input.
    """

    is_across: bool

    @property
    def unsigned(self) -> "PoolingMap":
        """The map with the absolute value of every entry of A; mostly the map itself."""


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator type.

    ``linear_map`` binds LINEAR and POOL nodes, and matrix products with a constant second operand: it
    receives the node and its input values (weights among them) and returns the map of its data input, which
    is input 0 after canonicalisation; for pools it is a ``PoolingMap``. ``window_winner`` exists for max
    pools only: the one-winner transpose, ``(node, x, s) -> shape of x``. ``data_inputs`` are the inputs that
    may depend on the picture (None: any); all others must be constants, or the network cannot be explained.
    ``is_discrete`` marks outputs that are never real numbers (shapes, comparisons): relevance ends there.
    ``is_constant_only`` marks operators that have no rule for a picture-dependent real input.
    ``restriction`` says in words which forms are refused.
    """

    forward: Forward
    primitive: Primitive
    linear_map: Callable[[Node, Sequence[Tensor | None]], LinearMap] | None = None
    window_winner: Callable[[Node, Tensor, Tensor], Tensor] | None = None
    is_gate: bool = False
    is_normaliser: bool = False
    data_inputs: tuple[int, ...] | None = None
    is_discrete: bool = False
    is_constant_only: bool = False
    restriction: str = ""
