"""What networks and images of the library have in common: names, and how people refer to them."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Protocol, TypeVar

from deepintro_desktop.core.errors import LibraryError, NotFoundError, WrongRequestError


class Entry(Protocol):
    """Anything with an id and a name."""

    @property
    def id(self) -> str:
        """The id, unique for ever."""

    @property
    def name(self) -> str:
        """The name, unique among its kind."""


E = TypeVar("E", bound=Entry)

_CHOOSE = "Choose one of these, or name a file."


def find(entries: Sequence[E], reference: str, noun: str) -> E:
    """Return the entry of that id, that name, or that unique beginning of an id or a name.

    Names are compared exactly first, then without regard to case.

    Raises
    ------
    NotFoundError
        When there is none, or when several fit; these are listed.
    """
    wanted = reference.strip()
    for entry in entries:
        if wanted in (entry.id, entry.name):
            return entry
    folded = wanted.casefold()
    same = [entry for entry in entries if entry.name.casefold() == folded]
    fitting = same or [
        entry
        for entry in entries
        if folded and (entry.name.casefold().startswith(folded) or entry.id.startswith(folded))
    ]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = ", ".join(f"{entry.name} ({entry.id})" for entry in fitting)
        raise NotFoundError(f"“{wanted}” fits several {noun}s.", f"They are {names}.", "Write more of it.")
    raise NotFoundError(f"There is no {noun} “{wanted}”.", _what_there_is(entries, noun), _CHOOSE)


def _what_there_is(entries: Sequence[E], noun: str) -> str:
    if not entries:
        return f"The library has no {noun}s."
    names = ", ".join(entry.name for entry in entries[:8])
    return f"The library has {names}{' and others' if len(entries) > 8 else ''}."


def damaged_entry(noun: str, name: object) -> LibraryError:
    """Return the error for an entry whose row makes no sense."""
    return LibraryError(
        f"The entry of the {noun} “{name}” is damaged.",
        "Its description cannot be read.",
        "Restore the folder of the library from a backup.",
    )


def distinct_name(name: str, taken: Iterable[str]) -> str:
    """Return the name, or the name with a number when it is taken: ``dog (2).jpg``."""
    used = {other.casefold() for other in taken}
    if name.casefold() not in used:
        return name
    path = PurePath(name)
    suffix = path.suffix if path.stem and " " not in path.suffix else ""
    stem = name[: len(name) - len(suffix)]
    number = 2
    while f"{stem} ({number}){suffix}".casefold() in used:
        number += 1
    return f"{stem} ({number}){suffix}"


def checked_name(name: str, others: Iterable[str], noun: str) -> str:
    """Return a new name as it will be stored; refuse an empty one and one that another entry has."""
    wanted = " ".join(name.split())
    if not wanted:
        raise WrongRequestError(f"The {noun} needs a name.", hint="Write at least one letter.")
    if wanted.casefold() in {other.casefold() for other in others}:
        raise WrongRequestError(f"Another {noun} is called “{wanted}”.", hint="Choose another name.")
    return wanted
