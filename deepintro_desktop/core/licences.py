"""The licences of what the program is shipped with: packages with versions, names of licences, full texts.

A frozen program brings a list along that was made when it was built (``packaging/licences.py``). Otherwise
the installed packages are asked themselves.
"""

import json
import re
import sys
import sysconfig
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from deepintro_desktop.core.resources import resource_path

PROGRAM = "deepintro-desktop"
LIST = "list.json"
_LONGEST_NAME = 80
_TEXT_FILE = re.compile(
    r"(licen[cs]es?|copying|notice|third.?party.?notices?)\b.*|.*licen[cs]e\.(txt|md)", re.I
)
_OPTIONAL = re.compile(r";.*\bextra\b")
_SOURCES = (".py", ".pyc", ".pyi", ".h", ".hpp")
_STANDARD = {"lgpl-3.0": ("LGPL-3.0", "GPL-3.0"), "apache": ("Apache-2.0",), "mit": ("MIT",)}
"""Texts that come with the program, for packages that bring none: by how the licence's name begins."""
_WITHIN = {
    "imagecodecs": ("imagecodecs", "imagecodecs/licenses/LICENSE-libjpeg-turbo"),
    "pyjpegls": ("imagecodecs", "imagecodecs/licenses/LICENSE-charls"),
}
"""Libraries compiled into a package: which package has their licence, and where. Of the many decoders of
imagecodecs the program has and uses one."""


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of one package. ``file`` is its text where it was written down by the build."""

    package: str
    version: str
    name: str
    file: Path | None = None

    def read(self) -> str:
        """Return the full text, empty where the package has none."""
        if self.file is not None:
            return self.file.read_text(encoding="utf-8")
        return _python_text() if self.package == "Python" else _text(distribution(self.package), self.name)


def shipped() -> tuple[Licence, ...]:
    """Return the licences of all packages by their names, Python first."""
    folder = resource_path("licences", "packages")
    return read_list(folder) if (folder / LIST).is_file() else installed()


def installed(without: Collection[str] = ()) -> tuple[Licence, ...]:
    """Return the licences of Python and of every installed package that the program needs, directly or not.

    Parameters
    ----------
    without : collection of str
        Packages of the program's own that are left out, with what only they need.
    """
    version = ".".join(map(str, sys.version_info[:3]))
    left_out = {_normal(name) for name in (*without, PROGRAM)}
    found: dict[str, Distribution] = {}
    _gather(PROGRAM, left_out, found)
    packages = (
        Licence(one.metadata["Name"], one.version, _name(one)) for key, one in found.items() if key != PROGRAM
    )
    return (
        Licence("Python", version, "PSF-2.0"),
        *sorted(packages, key=lambda one: _normal(one.package)),
    )


def write_list(licences: Collection[Licence], folder: Path) -> None:
    """Write a list with the texts, for a program whose packages cannot be asked."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for one in licences:
        file = f"{_normal(one.package)}.txt"
        (folder / file).write_text(one.read(), encoding="utf-8", newline="\n")
        entries.append({"package": one.package, "version": one.version, "name": one.name, "file": file})
    (folder / LIST).write_text(json.dumps(entries, indent=1), encoding="utf-8", newline="\n")


def read_list(folder: Path) -> tuple[Licence, ...]:
    """Return what was written with :func:`write_list`."""
    entries = json.loads((folder / LIST).read_text(encoding="utf-8"))
    return tuple(
        Licence(one["package"], one["version"], one["name"], folder / Path(one["file"]).name)
        for one in entries
    )


def _gather(name: str, left_out: Collection[str], found: dict[str, Distribution]) -> None:
    """Add a package and what it needs; what is not installed is for another system, or optional."""
    key = _normal(name)
    if key in found or (key in left_out and key != PROGRAM):
        return
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return
    found[key] = package
    for needed in package.requires or ():
        if not _OPTIONAL.search(needed):
            _gather(re.split(r"[^\w.-]", needed, maxsplit=1)[0], left_out, found)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _name(package: Distribution) -> str:
    """Return what a package calls its licence: newer packages have an expression, older ones a class."""
    if "License-Expression" in package.metadata:
        return package.metadata["License-Expression"]
    classes = [
        entry.rpartition("::")[2].strip()
        for entry in package.metadata.get_all("Classifier") or ()
        if entry.startswith("License ::") and not entry.endswith("OSI Approved")
    ]
    if classes:
        return ", ".join(classes)
    words = package.metadata["License"].strip() if "License" in package.metadata else ""
    return words if "\n" not in words and len(words) <= _LONGEST_NAME else ""


def _text(package: Distribution, name: str) -> str:
    """Return every text of a licence that a package brings along, else the standard one of that name."""
    parts = [f"{path}\n\n{text}" for path, text in _texts(package)] or _standard_texts(package, name)
    return "\n\n\n".join(part.strip("\n") for part in (*parts, *_of_parts_within(package)))


def _standard_texts(package: Distribution, name: str) -> list[str]:
    """Return the texts of a licence by its name, after those whose work it is, as far as the package says."""
    texts = [
        _standard(file)
        for beginning, files in _STANDARD.items()
        if name.lower().startswith(beginning)
        for file in files
    ]
    fields = [package.metadata[field] for field in ("Author", "Author-email") if field in package.metadata]
    return [f"{package.metadata['Name']}: {', '.join(fields)}", *texts] if texts and fields else texts


def _of_parts_within(package: Distribution) -> Iterator[str]:
    place = _WITHIN.get(_normal(package.metadata["Name"]))
    if place is None:
        return
    try:
        file = Path(str(distribution(place[0]).locate_file(place[1])))
        yield f"{place[1]}\n\n{file.read_text(encoding='utf-8')}"
    except (PackageNotFoundError, OSError):
        return  # the libraries are those of the system, or lie elsewhere in another version


def _texts(package: Distribution) -> Iterator[tuple[str, str]]:
    for path in package.files or ():
        belongs = ".dist-info" in path.parts[0] or len(path.parts) == 2
        if belongs and _TEXT_FILE.fullmatch(path.name) and path.suffix not in _SOURCES:
            place = Path(str(path.locate()))
            if place.is_file():
                yield str(path), place.read_text(encoding="utf-8", errors="replace")


def _standard(name: str) -> str:
    return resource_path("licences", f"{name}.txt").read_text(encoding="utf-8")


def _python_text() -> str:
    """Return the licence of Python, which lies in its library or, on Windows, beside it."""
    for folder in (sysconfig.get_path("stdlib"), sys.base_prefix):
        place = Path(folder, "LICENSE.txt")
        if place.is_file():
            return place.read_text(encoding="utf-8", errors="replace")
    return ""
