"""How numbers are written: typographic minus, thin groups, the same number of digits everywhere."""

MINUS = "\u2212"
_GROUP = "\u2009"


def signed(value: float, decimals: int = 3) -> str:
    """Return ``+0.003`` or ``−0.255``."""
    text = f"{abs(value):.{decimals}f}"
    if float(text) == 0.0:
        return text
    return (MINUS if value < 0 else "+") + text


def percent(fraction: float, decimals: int = 1) -> str:
    """Return ``11.9 %`` for 0.119."""
    text = f"{abs(fraction) * 100:.{decimals}f}\u00a0%"
    return MINUS + text if fraction < 0 and float(text[:-2]) != 0.0 else text


def grouped(count: int) -> str:
    """Return ``16 384`` with thin spaces."""
    return f"{count:,}".replace(",", _GROUP)


def duration(seconds: float) -> str:
    """Return ``48 s`` or ``1 min 05 s`` or ``2 h 10 min``."""
    whole = max(round(seconds), 0)
    if whole < 60:
        return f"{whole}\u00a0s"
    if whole < 3600:
        return f"{whole // 60}\u00a0min {whole % 60:02d}\u00a0s"
    return f"{whole // 3600}\u00a0h {whole % 3600 // 60:02d}\u00a0min"


def numbers(values: tuple[int, ...] | list[int], most: int = 6) -> str:
    """Return ``1, 2, 3`` and a count of the rest when there are many."""
    shown = ", ".join(str(value) for value in values[:most])
    return shown if len(values) <= most else f"{shown} +{len(values) - most}"
