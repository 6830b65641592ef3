"""How long the rest of a job will take."""

_FIRST_S = 1.0
_FIRST_FRACTION = 0.02
_WEIGHT = 0.3


class TimeLeft:
    """Estimates the seconds left from the fractions seen so far; smooth, and silent until it can know."""

    def __init__(self) -> None:
        self._total_s: float | None = None
        self._elapsed_s = 0.0

    def update(self, fraction: float, elapsed_s: float) -> None:
        """Take in that ``fraction`` (0..1) was done after ``elapsed_s`` seconds."""
        self._elapsed_s = elapsed_s
        if fraction < _FIRST_FRACTION or elapsed_s < _FIRST_S:
            return
        total_s = elapsed_s / fraction
        if self._total_s is None:
            self._total_s = total_s
        else:
            self._total_s += _WEIGHT * (total_s - self._total_s)

    @property
    def seconds(self) -> float | None:
        """Seconds left, or None while nothing sensible can be said."""
        return None if self._total_s is None else max(self._total_s - self._elapsed_s, 0.0)
