"""How numbers are written: typographic minus, thin groups, the same number of digits everywhere."""

import re
from collections.abc import Callable

from deepintro_desktop.core.translation import translate

MINUS = "\u2212"
_GROUP = "\u2009"
_FIXED = "\u00a0"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LARGE = re.compile(rf"\d{{1,3}}(?:{_GROUP}\d{{3}}){{2,}}")
_NUMBER = re.compile(r"[+\u2212]?\d")


def signed(value: float, decimals: int = 3) -> str:
    """Return ``+0.003`` or ``−0.255``."""
    text = f"{abs(value):.{decimals}f}"
    if float(text) == 0.0:
        return text
    return (MINUS if value < 0 else "+") + text


def probability_text(probability: float) -> str:
    """Return three digits, and never ``0.000`` for what is not zero."""
    return "< 0.001" if 0.0 < probability < 0.001 else f"{probability:.3f}"


def percent(fraction: float, decimals: int = 1) -> str:
    """Return ``11.9 %`` for 0.119."""
    text = f"{abs(fraction) * 100:.{decimals}f}\u00a0%"
    return MINUS + text if fraction < 0 and float(text[:-2]) != 0.0 else text


def grouped(count: int) -> str:
    """Return ``16 384`` with thin spaces."""
    return f"{count:,}".replace(",", _GROUP)


def count_words(count: int) -> str:
    """Return a count that fits a badge: ``1 283``, ``134 million``, ``4.5 × 10¹⁵``; its blanks never part."""
    if count < 1_000_000:
        return grouped(count)
    for size, name in ((10**6, _tr("million")), (10**9, _tr("billion")), (10**12, _tr("trillion"))):
        shown = count / size
        if round(shown) < 1000:
            return (
                f"{shown:.1f}".removesuffix(".0") + f"{_FIXED}{name}"
                if shown < 10
                else f"{shown:.0f}{_FIXED}{name}"
            )
    digits, power = f"{count:.1e}".split("e")
    return f"{digits}{_FIXED}×{_FIXED}10{str(int(power)).translate(_RAISED)}"


def with_count_words(text: str) -> str:
    """Return a text whose numbers of a million and more, written in groups, are said in words."""
    return _LARGE.sub(lambda match: count_words(int(match.group().replace(_GROUP, ""))), text)


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """Return as much of a text as fits; words give way, numbers are whole or not there.

    Parameters
    ----------
    fits : callable
        Says whether a text has room.
    """
    for candidate in (text, with_count_words(text), with_count_words(text).partition(";")[0]):
        if fits(candidate):
            return candidate
    text = with_count_words(text).partition(";")[0]
    number = _NUMBER.search(text)
    head, tail = (text[: number.start()].rstrip(), text[number.start() :]) if number else (text, "")
    for length in range(len(head) - 1, 2, -1):
        candidate = f"{head[:length].rstrip()}… {tail}".rstrip()
        if fits(candidate):
            return candidate
    parts = tail.split(" ")
    for n_kept in range(len(parts) - 1, 0, -1):
        candidate = " ".join(parts[:n_kept]).rstrip(",→ ") + " …"
        if fits(candidate):
            return candidate
    return "…" if fits("…") else ""


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


def _tr(text: str) -> str:
    return translate("Words", text)
