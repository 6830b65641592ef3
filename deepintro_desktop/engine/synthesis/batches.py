"""Several images at once, and fewer where memory is short."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import torch

from deepintro_desktop.core.errors import OutOfMemoryError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.engine.runtime.memory import is_shortage

T = TypeVar("T")


def in_batches(
    seeds: Sequence[int], make: Callable[[Sequence[int], Report], T], report: Report
) -> tuple[list[T], tuple[str, ...]]:
    """Return what ``make`` returns for all seeds together, or for halves of them, and a sentence about it.

    Raises ``OutOfMemoryError`` when not even one image fits.
    """
    results: list[T] = []
    notes: tuple[str, ...] = ()
    done, n_at_once = 0, len(seeds)
    while done < len(seeds):
        batch = seeds[done : done + n_at_once]
        try:
            results.append(make(batch, _part(report, done, len(batch), len(seeds))))
        except (MemoryError, RuntimeError) as error:
            if not is_shortage(error):
                raise
            n_at_once = _fewer(len(batch), error)
            notes = (f"Memory was short: {n_at_once} at once.",)
            continue
        done += len(batch)
    return results, notes


def _part(report: Report, n_before: int, n_here: int, n_all: int) -> Report:
    """Return the part of the whole work that a batch is."""
    weights = [weight for weight in (n_before, n_here, n_all - n_before - n_here) if weight]
    return report.split(*weights)[1 if n_before else 0]


def _fewer(n_at_once: int, error: Exception) -> int:
    if n_at_once == 1:
        raise OutOfMemoryError(
            "There is not enough memory for a single image.",
            "The network and one picture do not fit.",
            "Close other programs, or choose an earlier layer.",
        ) from error
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    return n_at_once // 2
