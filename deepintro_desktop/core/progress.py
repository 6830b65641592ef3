"""Progress, partial results and cancellation: one callable that every long computation receives.

The engine calls ``report(done, total, message)`` at every batch and iteration. The call raises
:class:`Cancelled` when somebody asked to stop, so cancellation needs no second channel.
"""

from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):  # noqa: N818 - it is an answer to a wish, not an error
    """Raised out of a report when the person asked to stop. No ``except DeepIntroError`` catches it."""


def _ignore(*_: object) -> None:
    """Drop what nobody listens to."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Report:
    """Where a computation says how far it is.

    Parameters
    ----------
    on_progress : callable
        Receives the fraction done of the whole work (0 to 1) and a message.
    on_partial : callable
        Receives intermediate results of anytime work.
    is_cancelled : callable
        Asked at every call; a true answer raises :class:`Cancelled`.
    start, span : float
        The part of the whole work (0 to 1) that this report stands for.
    """

    on_progress: Callable[[float, str], None] = _ignore
    on_partial: Callable[[object], None] = _ignore
    is_cancelled: Callable[[], bool] = _never
    start: float = 0.0
    span: float = 1.0

    def __call__(self, done: float, total: float, message: str = "") -> None:
        """Say that ``done`` of ``total`` steps are behind us; raise :class:`Cancelled` when asked to stop."""
        self.check()
        fraction = min(max(done / total, 0.0), 1.0) if total > 0 else 1.0
        self.on_progress(self.start + self.span * fraction, message)

    def check(self) -> None:
        """Raise :class:`Cancelled` when asked to stop, and report nothing."""
        if self.is_cancelled():
            raise Cancelled

    def partial(self, result: object) -> None:
        """Hand over an intermediate result that is already worth showing."""
        self.check()
        self.on_partial(result)

    def split(self, *weights: float) -> tuple["Report", ...]:
        """Divide this report into consecutive parts whose lengths are proportional to ``weights``."""
        total = sum(weights)
        parts, start = [], self.start
        for weight in weights:
            span = self.span * weight / total
            parts.append(Report(self.on_progress, self.on_partial, self.is_cancelled, start, span))
            start += span
        return tuple(parts)


SILENT = Report()
"""A report to which nobody listens."""
