"""The letters of a PDF: a font that comes with the program, and for other scripts those of the machine.

The font of the program has Latin, Greek and Cyrillic letters. Letters that it lacks are looked for in the
fonts of the system that may be embedded. A letter that no font has is written as its number in Unicode, like
``[U+732B]``: an empty box would hide that something is missing.
"""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

REGULAR, BOLD = 400.0, 600.0
_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "–…"
_ENDINGS = (".ttf", ".ttc", ".otf", ".otc")
_FIRST = (
    "notosans", "dejavusans.", "arial.", "segoeui.", "arialuni", "arial unicode", "yugothr", "msgothic",
    "meiryo", "msyh", "malgun", "droidsansfallback", "hiragino", "pingfang", "geeza", "nirmala",
)  # fmt: skip
"""Beginnings of the names of fonts that have many letters and look calm beside ours; they are tried first."""
_N_TRIED = 300
_MAY_NOT_EMBED = 0x0002 | 0x0100 | 0x0200
"""Bits of a font's permissions: not to be embedded, not in parts, only its bitmaps [OpenType, fsType]."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The fonts of one document, each with its needed letters only, as files of TrueType or OpenType.

    ``missing`` are letters that no font has.
    """

    regular: bytes
    bold: bytes
    others: tuple[bytes, ...] = ()
    missing: frozenset[str] = frozenset()

    def settable(self, text: str) -> str:
        """Return a text with the numbers of letters that no font has in their places."""
        if not self.missing or self.missing.isdisjoint(text):
            return text
        return "".join(f"[U+{ord(one):04X}]" if one in self.missing else one for one in text)


def letters_for(texts: Iterable[str], folders: Iterable[Path] | None = None) -> Letters:
    """Return the fonts that the texts need.

    Parameters
    ----------
    texts : iterable of str
        Everything that is written.
    folders : iterable of Path, optional
        Where fonts are looked for; those of the system when not given.
    """
    wanted = set(_ALWAYS).union(*texts) - set("\n\r\t")
    file = _own_font()
    known = set(map(chr, _cmap(file)))
    own, foreign = wanted & known, {one for one in wanted - known if one.isprintable()}
    regular, bold = _own_weights("".join(sorted(own)))
    unseen = {one for one in wanted - known if not one.isprintable()}
    others, missing = _borrowed(foreign, system_folders() if folders is None else folders)
    return Letters(regular, bold, others, frozenset(missing | unseen))


def _own_font() -> Path:
    import fontpkg_source_sans_3

    folder = Path(fontpkg_source_sans_3.__file__).parent / "files"
    return next(path for path in sorted(folder.glob("*.ttf")) if "italic" not in path.name.lower())


@lru_cache(maxsize=4)
def _cmap(file: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


def _own_weights(letters: str) -> tuple[bytes, bytes]:
    """Return the program's font in both weights, with these letters only.

    The letters are picked first: to fix the weight of the whole font would take ten seconds.
    """
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    with TTFont(_own_font(), lazy=True) as font:
        picked = _picked(font, letters, ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum"])
    made = []
    for weight in (REGULAR, BOLD):
        with TTFont(io.BytesIO(picked)) as font:
            made.append(_saved(instancer.instantiateVariableFont(font, {"wght": weight})))
    return made[0], made[1]


def _borrowed(wanted: set[str], folders: Iterable[Path]) -> tuple[tuple[bytes, ...], set[str]]:
    """Return fonts of the machine that have the wanted letters, and letters that none has."""
    found: list[bytes] = []
    left = set(wanted)
    if not left:
        return (), left
    for path in _candidates(folders):
        borrowed = _borrow(path, left)
        if borrowed is not None:
            content, had = borrowed
            found.append(content)
            left -= had
        if not left:
            break
    return tuple(found), left


def _borrow(path: Path, wanted: set[str]) -> tuple[bytes, set[str]] | None:
    """Return what a file has of the wanted letters; None: nothing, or it must not or cannot be embedded."""
    from fontTools.ttLib import TTFont

    try:
        with path.open("rb") as file, TTFont(file, lazy=True, fontNumber=0) as font:
            had = {one for one in wanted if ord(one) in (font.getBestCmap() or ())}
            outlines = "glyf" in font or "CFF " in font
            if not had or not outlines or "fvar" in font or font["OS/2"].fsType & _MAY_NOT_EMBED:
                return None
            return _picked(font, "".join(sorted(had)), ["*"]), had
    except Exception:  # noqa: BLE001 - somebody's fonts; one that is damaged counts as none
        return None


def _picked(font: "TTFont", letters: str, features: list[str]) -> bytes:
    """Return a font with some letters only, and what joins, places and orders them."""
    from fontTools import subset

    options = subset.Options()
    options.layout_features = features
    options.notdef_outline = True
    options.hinting = False
    options.drop_tables = [*options.drop_tables, "DSIG", "SVG ", "COLR", "CPAL", "sbix", "CBDT", "CBLC"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    return _saved(font)


def _saved(font: "TTFont") -> bytes:
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _candidates(folders: Iterable[Path]) -> Iterator[Path]:
    files = [path for folder in folders for path in _files(folder)]

    def rank(path: Path) -> tuple[int, str]:
        name = path.name.lower()
        beginnings = (index for index, first in enumerate(_FIRST) if name.startswith(first))
        return next(beginnings, len(_FIRST)), name

    yield from sorted(files, key=rank)[:_N_TRIED]


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place) / name for name in names if name.lower().endswith(_ENDINGS))


def system_folders() -> tuple[Path, ...]:
    """Return where this system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        windows = os.environ.get("WINDIR", r"C:\Windows")
        return Path(windows) / "Fonts", Path(local) / "Microsoft" / "Windows" / "Fonts"
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    shared = Path("/usr/share/fonts"), Path("/usr/local/share/fonts")
    return (*shared, home / ".local" / "share" / "fonts", home / ".fonts")
