"""Passing values forward and factors back through modified weights of a linear node."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.operator import LinearMap
from deepintro_desktop.engine.relevance.rules import Weight

Row = tuple[Weight, ...]
"""Weights of one term of a rule, one mode per kind of input."""

Table = tuple[Row, ...]
"""Weights of several terms."""

_N_STREAMED = 2**22
_N_PER_THREAD = 2**18
"""Entries that each thread modifies at a time: a megabyte stays in the second-level cache of a processor.

With less, threads spend more time waiting for each other than working: at half a megabyte for two threads the
pass took four times as long as with one.
"""


class Passes(Protocol):
    """The two directions. Kinds of input are stacked along the input channels, terms along the outputs."""

    def apply(self, x: Tensor, row: Row) -> Tensor:
        """Return the modified weights applied to ``x``, without bias."""

    def adjoint(self, s: Tensor, like: Tensor, table: Table) -> Tensor:
        """Return the transpose of the modified weights applied to ``s``, in the shape of ``like``."""


@dataclass(frozen=True, slots=True)
class StoredPasses:
    """With copies of modified weights that ``stored`` makes once and keeps."""

    linear: LinearMap
    stored: Callable[[Table], Tensor]

    def apply(self, x: Tensor, row: Row) -> Tensor:
        """Return the modified weights applied to ``x``, without bias."""
        return self.linear.apply(x, self.stored((row,)))

    def adjoint(self, s: Tensor, like: Tensor, table: Table) -> Tensor:
        """Return the transpose of the modified weights applied to ``s``, in the shape of ``like``."""
        return self.linear.adjoint(s, like, self.stored(table))


@dataclass(frozen=True, slots=True)
class StreamedPasses:
    """Without copies, for large matrices: a few rows at a time are modified where the processor keeps them.

    The matrix is read once a pass in either case, so this costs little time and saves the copies. Values may
    have any number of dimensions; the last one holds the channels.
    """

    weight: Tensor
    gamma: float

    def apply(self, x: Tensor, row: Row) -> Tensor:
        """Return the modified weights applied to ``x``, […, out]."""
        flat = x.flatten(0, -2)
        result = x.new_zeros(flat.shape[0], self.weight.shape[0])
        kinds = flat.chunk(len(row), 1)
        for rows, part, scratch in self._blocks():
            for kind, mode in zip(kinds, row, strict=True):
                result[:, rows].addmm_(kind, modified(part, mode, self.gamma, scratch).t())
        return result.unflatten(0, x.shape[:-1])

    def adjoint(self, s: Tensor, like: Tensor, table: Table) -> Tensor:
        """Return the transpose of the modified weights applied to ``s``, […, in · kinds].

        Rows for which ``s`` is zero are not read: behind a ReLU that is most of them.
        """
        flat = s.flatten(0, -2)
        result = s.new_zeros(flat.shape[0], self.weight.shape[1] * len(table[0]))
        kinds, terms = result.chunk(len(table[0]), 1), flat.chunk(len(table), 1)
        needed = torch.stack([(term != 0).any(0) for term in terms]).any(0)
        for rows, part, scratch in self._blocks() if bool(needed.all()) else self._chosen(needed):
            for term, row in zip(terms, table, strict=True):
                for kind, mode in zip(kinds, row, strict=True):
                    kind.addmm_(term[:, rows], modified(part, mode, self.gamma, scratch))
        return result.unflatten(0, s.shape[:-1])

    def _blocks(self) -> Iterator[tuple[slice, Tensor, Tensor]]:
        """Yield some rows at a time, their weights, and room for a modified copy."""
        n_rows, step = self.weight.shape[0], self._step()
        scratch = self.weight.new_empty(step, self.weight.shape[1])
        for start in range(0, n_rows, step):
            rows = slice(start, min(start + step, n_rows))
            yield rows, self.weight[rows], scratch[: rows.stop - start]

    def _chosen(self, needed: Tensor) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
        """Yield the same for those rows only that are needed, bool [out]."""
        scratch = self.weight.new_empty(self._step(), self.weight.shape[1])
        for rows in needed.nonzero().flatten().split(self._step()):
            yield rows, self.weight.index_select(0, rows), scratch[: len(rows)]

    def _step(self) -> int:
        return max(1, _N_PER_THREAD * torch.get_num_threads() // self.weight.shape[1])


def is_streamed(operator: str, weight: Tensor) -> bool:
    """Whether copies of a matrix would cost more memory than they save time."""
    return operator == "Gemm" and weight.numel() > _N_STREAMED and weight.is_contiguous()


def modified(weight: Tensor, mode: Weight, gamma: float = 0.0, out: Tensor | None = None) -> Tensor:
    """Return a modified copy of weights or bias, in ``out`` when given (the same tensor for ``RAW``)."""
    match mode:
        case Weight.RAW:
            return weight
        case Weight.POSITIVE:
            return torch.clamp(weight, min=0, out=out)
        case Weight.NEGATIVE:
            return torch.clamp(weight, max=0, out=out)
        case Weight.SQUARED:
            return torch.square(weight, out=out)
        case Weight.ONES:
            return torch.ones_like(weight) if out is None else out.fill_(1.0)
        case Weight.MORE_POSITIVE:
            return torch.clamp(weight, min=0, out=out).mul_(gamma).add_(weight)
    return torch.clamp(weight, max=0, out=out).mul_(gamma).add_(weight)
