"""Printing tables, and timing that other programs on the machine disturb little."""

import time
from collections.abc import Callable, Sequence


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table in Markdown."""
    widths = [max(len(row[k]) for row in [columns, *rows]) for k in range(len(columns))]
    print(f"\n{title}\n")
    for row in [columns, ["-" * width for width in widths], *rows]:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")


def shortest_ms(
    work: Callable[[], object], n: int = 7, clock: Callable[[], float] = time.perf_counter
) -> float:
    """Return the shortest of ``n`` runs in milliseconds, after one that does not count."""
    work()
    times = []
    for _ in range(n):
        started = clock()
        work()
        times.append(clock() - started)
    return 1000.0 * min(times)


def shortest_in_turns_ms(works: Sequence[Callable[[], object]], n: int = 30) -> list[float]:
    """Return the shortest of ``n`` runs of each work in milliseconds; they take turns, so load hits all."""
    times = [[shortest_ms(work, 1) for work in works] for _ in range(n)]
    return [min(column) for column in zip(*times, strict=True)]


def verdict(value: float, limit: float) -> str:
    """Word whether a value keeps its limit."""
    return "yes" if value <= limit else "NO"
