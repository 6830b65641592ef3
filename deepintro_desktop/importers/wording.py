"""Names in a file are a stranger's words: before people read them they become short and printable."""

import re

from deepintro_desktop.core.errors import DeepIntroError

_MOST_OF_WORD, _MOST_OF_SENTENCE = 80, 400
_GAP = re.compile(r"\s+")


def made_readable(error: DeepIntroError) -> DeepIntroError:
    """Return the error with sentences that fit a window and cannot play tricks on a terminal."""
    error.what, error.why, error.hint = (_readable(text) for text in (error.what, error.why, error.hint))
    return error


def _readable(text: str) -> str:
    """Return one line without control characters, with long words and long lists cut."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    line = " ".join(_cut(word, _MOST_OF_WORD) for word in _GAP.split(shown.strip()))
    return _cut(line, _MOST_OF_SENTENCE)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
