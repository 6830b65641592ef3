"""Names in a file are a stranger's words: before people read them they become short and printable."""

import re

from deepintro_desktop.core.errors import DeepIntroError

_MOST_OF_WORD, _MOST_OF_SENTENCE = 80, 400
_MOST_READ = 4000
_NETWORK = "The network "
_GAP = re.compile(r"\s+")
_CLASS = re.compile(r"<class '(?:\w+\.)*(\w+)'>")
_TRACE = re.compile(r"[\s:]*\bFile \".*", re.DOTALL)
_PLACE_IN_MEMORY = re.compile(r" \(of Python compilation unit at: 0x[0-9a-fA-F]+\)")
_OBJECT = re.compile(r"<(?:\w+\.)*(\w+) object at 0x[0-9a-fA-F]+>")


def made_readable(error: DeepIntroError, names: tuple[str, ...] = ()) -> DeepIntroError:
    """Return the error with sentences that fit a window and cannot play tricks on a terminal.

    ``names`` are those of the files that were opened; where a sentence tells none of them, it gets the first.
    """
    if names and not any(name in f"{error.what} {error.why}" for name in names):
        error.what = _with_name(error.what, names[0])
    error.what, error.why, error.hint = (_readable(text) for text in (error.what, error.why, error.hint))
    return error


def _with_name(sentence: str, name: str) -> str:
    if sentence.startswith(_NETWORK):
        return f"{_NETWORK}in {name} {sentence.removeprefix(_NETWORK)}"
    return f"{name}: {sentence}"


def _readable(text: str) -> str:
    """Return one line without control characters and Python's own way to show things, and not too long."""
    text = _OBJECT.sub(r"\1", _CLASS.sub(r"\1", text[:_MOST_READ]))
    text = _TRACE.sub(".", _PLACE_IN_MEMORY.sub("", text))
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    line = " ".join(_cut(word, _MOST_OF_WORD) for word in _GAP.split(shown.strip()))
    return _cut(line, _MOST_OF_SENTENCE)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
