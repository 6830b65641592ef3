"""Says in the person's language what arose in English further down.

Errors, progress and notes arise in English and stay English in logs, files, the library and on the command
line. Where the window shows them, :func:`said` recognises the sentence among all that the program can say
(``resources/i18n/messages.json``, gathered from the sources by ``packaging/translations.py``), translates it,
and puts its values back in. What it does not recognise is shown as it is.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from deepintro_desktop.core.resources import resource_path
from deepintro_desktop.core.translation import is_english, translate

CONTEXT = "Messages"
HOLE = re.compile(r"\{(\d+)\}")
_BREAK = re.compile(r"(?<=[.!?:])( )(?=[A-Z“])|(; | · |\n)")
_NETWORK, _NETWORK_IN = "The network ", "The network in "
_COMMA = re.compile("(, )")
_BRACKETS = re.compile(r"(.+?)( \()(.+)(\)\.?)", re.DOTALL)
_FEW = 10
"""Characters of a sentence that fits nearly everything."""
_DEEPEST = 6
"""Sentences within sentences."""


@dataclass(frozen=True)
class Template:
    """A sentence with numbered holes.

    Parameters
    ----------
    text : str
        The English sentence, with ``{0}`` where a value stands.
    names : sequence of int
        Holes that hold names or numbers, which are the same in every language.
    """

    text: str
    names: Sequence[int] = ()

    @cached_property
    def pieces(self) -> list[str]:
        """What stands between the holes."""
        return HOLE.split(self.text)[::2]

    @cached_property
    def longest(self) -> str:
        """The longest of these pieces."""
        return max(self.pieces, key=len)

    @cached_property
    def weight(self) -> int:
        """How many characters of a text it explains."""
        return sum(map(len, self.pieces))

    @property
    def is_weak(self) -> bool:
        """Whether it fits what it was not made for, when its values are anything."""
        return self.weight < _FEW and not self.pieces[0].strip()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What recognises it; an empty value leaves an empty place."""
        return re.compile("(.*?)".join(map(re.escape, self.pieces)), re.DOTALL)

    @cached_property
    def at_end(self) -> re.Pattern[str]:
        """What recognises it after something else."""
        return re.compile(f"(.+?){self.pattern.pattern}", re.DOTALL)

    def values(self, text: str) -> tuple[str, ...] | None:
        """Return what fills the holes in a text; None where it is another sentence."""
        if self.longest not in text:  # by far the quickest way to most of the answers
            return None
        found = self.pattern.fullmatch(text)
        return found.groups() if found else None


class Phrasebook:
    """All sentences that can arise, ready to be looked up.

    Parameters
    ----------
    templates : mapping of str to sequence of int
        Each sentence with its holes that hold names.
    """

    def __init__(self, templates: Mapping[str, Sequence[int]]) -> None:
        self._whole = {text for text in templates if not HOLE.search(text)}
        self._by_word: dict[str, list[Template]] = {}
        self._open: list[Template] = []
        for text in sorted(set(templates) - self._whole):
            template = Template(text, templates[text])
            word = _first_word(template.pieces[0])
            (self._by_word.setdefault(word, []) if word else self._open).append(template)
        self.endings = [Template(text, templates[text]) for text in sorted(templates) if text[:1] in " ,;"]
        """What only follows something else, the longest first."""
        self.endings.sort(key=_heaviest)
        for entries in (*self._by_word.values(), self._open):
            entries.sort(key=_heaviest)

    def find(self, text: str) -> tuple[Template, tuple[str, ...]] | None:
        """Return the sentence that explains most of a text, with the values of its holes."""
        if text in self._whole:
            return Template(text), ()
        best: tuple[Template, tuple[str, ...]] | None = None
        for template in self._candidates(text):
            if best is not None and template.weight <= best[0].weight:
                continue
            values = template.values(text)
            best = (template, values) if values is not None else best
        return best

    def _candidates(self, text: str) -> Iterator[Template]:
        yield from self._by_word.get(text.partition(" ")[0], ())
        yield from self._open


def said(text: str) -> str:
    """Return a text from further down in the language of the window."""
    return text if is_english() or not text else _said(text, 0)[0]


def forget() -> None:
    """Forget what was said in the language before."""
    _said.cache_clear()


@lru_cache(maxsize=1)
def _phrasebook() -> Phrasebook:
    return Phrasebook(_templates())


def _templates() -> dict[str, list[int]]:
    """Return all sentences that can arise, each with its holes that hold names."""
    found: dict[str, list[int]] = json.loads(resource_path("i18n", "messages.json").read_text("utf-8"))
    return found


@lru_cache(maxsize=8192)
def _said(text: str, depth: int) -> tuple[str, int]:
    """Return a text in the language of the window, and how many of its characters were explained."""
    if depth > _DEEPEST or _is_neutral(text):
        return text, 0
    found = _phrasebook().find(text)
    best = _filled(*found, depth) if found is not None else (text, 0)
    if found is not None and found[0].weight == len(text):
        return best
    if found is not None and found[0].is_weak and not _are_known(*found, depth):
        best = (text, 0)
    for reading in (_as_sentences, _with_name, _with_ending, _with_brackets, _with_stop, _as_list):
        other = reading(text, depth)
        if other is not None and other[1] > best[1]:
            best = other
    return best


def _filled(template: Template, values: tuple[str, ...], depth: int) -> tuple[str, int]:
    weight, spoken = template.weight, []
    for index, value in enumerate(values):
        text, explained = (value, 0) if index in template.names else _said(value, depth + 1)
        spoken.append(text)
        weight += explained
    sentence = translate(CONTEXT, template.text)
    return HOLE.sub(lambda hole: spoken[int(hole.group(1))], sentence), weight


def _are_known(template: Template, values: tuple[str, ...], depth: int) -> bool:
    """Whether every value that is a word is one of the program's own: ``{0} is {1}.`` fits anything."""
    spoken = (value for index, value in enumerate(values) if index not in template.names)
    return all(_is_neutral(value) or _said(value, depth + 1)[1] for value in spoken)


def _is_neutral(text: str) -> bool:
    return not any(map(str.isalpha, text))


def _as_sentences(text: str, depth: int) -> tuple[str, int] | None:
    """Read a text as sentences after each other."""
    parts, start = [], 0
    for gap in _BREAK.finditer(text):
        parts += [text[start : gap.start()], gap.group()]
        start = gap.end()
    return _joined([*parts, text[start:]], depth) if parts else None


def _with_name(text: str, depth: int) -> tuple[str, int] | None:
    """Read ``The network in x.onnx has no class 3.``: importers put the name of the file into a sentence."""
    if not text.startswith(_NETWORK_IN):
        return None
    rest = text.removeprefix(_NETWORK_IN)
    for gap in re.finditer(" ", rest):
        sentence, explained = _said(_NETWORK + rest[gap.end() :], depth + 1)
        if explained > len(_NETWORK):
            return f"{rest[: gap.start()]}: {sentence}", explained
    return None


def _with_ending(text: str, depth: int) -> tuple[str, int] | None:
    """Read a value that ends in words that stand nowhere else: ``… and 3 more``."""
    for ending in _phrasebook().endings:
        found = ending.at_end.fullmatch(text)
        if found:
            start, *values = found.groups()
            said_start, said_ending = _said(start, depth + 1), _filled(ending, tuple(values), depth)
            return said_start[0] + said_ending[0], said_start[1] + said_ending[1]
    return None


def _with_brackets(text: str, depth: int) -> tuple[str, int] | None:
    """Read a text with another in brackets behind it."""
    found = _BRACKETS.fullmatch(text)
    return _joined(found.groups(), depth) if found else None


def _with_stop(text: str, depth: int) -> tuple[str, int] | None:
    """Read words that were made a sentence."""
    return _joined((text[:-1], "."), depth) if text.endswith(".") else None


def _as_list(text: str, depth: int) -> tuple[str, int] | None:
    """Read a text as a list; one with strangers in it is a list of names."""
    parts = _COMMA.split(text)
    if len(parts) < 2 or not all(_is_neutral(part) or _said(part, depth + 1)[1] for part in parts[::2]):
        return None
    return _joined(parts, depth)


def _joined(parts: Sequence[str], depth: int) -> tuple[str, int]:
    pieces = [_said(part, depth + 1) for part in parts]
    return "".join(piece for piece, _ in pieces), sum(explained for _, explained in pieces)


def _first_word(beginning: str) -> str:
    """Return the first word of a sentence; empty where a hole may change it."""
    word, blank, _ = beginning.partition(" ")
    return word if blank else ""


def _heaviest(template: Template) -> tuple[int, str]:
    return -template.weight, template.text
