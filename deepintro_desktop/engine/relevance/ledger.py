"""The book of a propagation: what reached and left every node, and where the rest went.

Sums stay tensors on the device while relevance walks; they are fetched once, when the book is closed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepintro_desktop.core.results import Ledger, LedgerEntry
from deepintro_desktop.engine.graph.operator import Node
from deepintro_desktop.engine.relevance.factors import Passed
from deepintro_desktop.engine.relevance.tensors import magnitude, total

_SPREAD, _ONE_SIGNED, _N_BIAS_ONLY, _NON_FINITE = "spread", "n one-signed", "n bias-only", "n non-finite"


@dataclass(slots=True)
class _Line:
    node: str
    operator: str
    rule: str
    cells: dict[str, Tensor]
    losses: dict[str, Tensor]


@dataclass(frozen=True, slots=True)
class _Sums:
    """Sums of one value's relevance and of its absolute; the latter is None when several parts met."""

    sum: Tensor
    size: Tensor | None


class Book:
    """Collects one line per node; :meth:`close` makes one :class:`Ledger` per target."""

    def __init__(self, n_targets: int) -> None:
        self._n_targets = n_targets
        self._lines: list[_Line] = []
        self._sums: dict[str, _Sums] = {}

    def start(self, name: str, relevance: Tensor) -> None:
        """Enter the relevance that the walk starts with."""
        self._sums[name] = _Sums(total(relevance), magnitude(relevance))

    def enter(
        self,
        node: Node,
        rule: str,
        at_outputs: Mapping[str, Tensor],
        passed: Passed,
        *,
        count_non_finite: bool = False,
    ) -> None:
        """Enter one node: what arrived ``at_outputs`` (its sum is known already), and what it passed on."""
        arrived = [self._sums.pop(name) for name in at_outputs]
        line = _Line(
            node.name,
            node.operator,
            rule,
            {"out": _sum([entry.sum for entry in arrived])},
            dict(passed.losses),
        )
        self._lines.append(line)
        unchanged = {
            id(relevance): sums for relevance, sums in zip(at_outputs.values(), arrived, strict=True)
        }
        shares, sizes = [], []
        for index, relevance in passed.relevance.items():
            share = unchanged.get(id(relevance)) or _Sums(total(relevance), magnitude(relevance))
            self._add(node.inputs[index], share)
            shares.append(share.sum)
            sizes.append(magnitude(relevance) if share.size is None else share.size)
        if shares:
            line.cells.update({"in": _sum(shares), "absolute": _sum(sizes)})
        optional = {
            _SPREAD: passed.spread,
            _ONE_SIGNED: passed.n_one_signed,
            _N_BIAS_ONLY: passed.n_bias_only,
        }
        line.cells.update({name: value for name, value in optional.items() if value is not None})
        if count_non_finite:
            counts = [total((~torch.isfinite(entry)).double()) for entry in passed.relevance.values()]
            line.cells.update({_NON_FINITE: _sum(counts)} if counts else {})

    def _add(self, name: str, share: "_Sums") -> None:
        known = self._sums.get(name)
        self._sums[name] = share if known is None else _Sums(known.sum + share.sum, None)

    def close(self, relevance: Tensor) -> tuple[Ledger, ...]:
        """Return one ledger per target. ``relevance``: [n_targets, …] at the input of the network."""
        flat, places = [], []
        for index, line in enumerate(self._lines):
            for kind, cells in (("cell", line.cells), ("loss", line.losses)):
                for name, value in cells.items():
                    flat.append(value.to(torch.float64).expand(self._n_targets))
                    places.append((index, kind, name))
        flat += [total(relevance).double(), magnitude(relevance).double()]
        table = torch.stack(flat).cpu().numpy()
        return tuple(self._ledger(table[:, target], places) for target in range(self._n_targets))

    def _ledger(self, column: NDArray[np.float64], places: list[tuple[int, str, str]]) -> Ledger:
        values: list[dict[str, dict[str, float]]] = [{"cell": {}, "loss": {}} for _ in self._lines]
        for number, (index, kind, name) in zip(column, places, strict=False):
            values[index][kind][name] = float(number)
        entries = tuple(_entry(line, value) for line, value in zip(self._lines, values, strict=True))
        losses: dict[str, float] = {}
        for entry in entries:
            for cause, amount in entry.losses.items():
                losses[cause] = losses.get(cause, 0.0) + amount
        return Ledger(
            entries=entries,
            sum=float(column[-2]),
            absolute_sum=float(column[-1]),
            losses=losses,
            largest_error=max((abs(entry.unexplained) for entry in entries), default=0.0),
            spread=sum(entry.spread for entry in entries),
        )


def _sum(values: Sequence[Tensor]) -> Tensor:
    return sum(values[1:], start=values[0])


def _entry(line: _Line, values: dict[str, dict[str, float]]) -> LedgerEntry:
    cells = values["cell"]
    return LedgerEntry(
        node=line.node,
        operator=line.operator,
        rule=line.rule,
        relevance_out=cells["out"],
        relevance_in=cells.get("in", 0.0),
        losses=values["loss"],
        absolute_sum=cells.get("absolute", 0.0),
        n_one_signed=int(cells.get(_ONE_SIGNED, 0.0)),
        n_bias_only=int(cells.get(_N_BIAS_ONLY, 0.0)),
        n_non_finite=int(cells.get(_NON_FINITE, 0.0)),
        spread=cells.get(_SPREAD, 0.0),
    )
