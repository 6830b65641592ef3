"""A report as a sequence of chapters, sections and blocks, before it is HTML or PDF."""

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.report import Paper


class Tone(StrEnum):
    """How a paragraph is set."""

    PLAIN = "plain"
    NOTE = "note"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; line ends in it are kept."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short sentences below one another."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values; ``fixed``: values are digests or numbers, set with letters of equal width."""

    rows: tuple[tuple[str, str], ...]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, its share of the width, and whether numbers stand in it."""

    name: str
    share: float = 1.0
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; ``marked`` rows stand out. ``title`` is for those who cannot see it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    marked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A picture, uint8 [height, width, 1 or 3], with its caption and what it shows in words."""

    name: str
    pixels_hwc_u8: NDArray[np.uint8]
    caption: str
    alt: str
    detail: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """Pictures side by side, ``across`` of them in a row."""

    figures: tuple[Figure, ...]
    across: int = 2


Block = Text | Bullets | Facts | Table | Figures


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A heading and what stands below it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Chapter:
    """One explanation, or what is said once for all of them; with ``new_page`` on a page of its own."""

    heading: str
    subtitle: str
    sections: tuple[Section, ...]
    new_page: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A whole report. ``head``: facts below its title. ``footer``: stands at the foot of every page."""

    title: str
    subtitle: str
    head: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
    footer: str
    language: str = "en"
    paper: Paper = Paper.A4
    keywords: tuple[str, ...] = field(default=())
