"""Damage a library's database in many places, one copy each, and see what the program says of every copy.

Never a crash, never a value that is wrong and not said to be, never a content removed, and what is refused
stays byte for byte.
"""

import logging
import os
import random
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from reliability.faults import fill
from reliability.figures import Figure

from deepintro_desktop.core.errors import LibraryError
from deepintro_desktop.library import Library
from deepintro_desktop.library.faults import DATABASE_NAME
from deepintro_desktop.library.seal import SEAL_NAME

N_DAMAGES = 2000
_PAGE = 4096
_WAYS = ("bit", "bytes", "zeroed page", "random page", "swapped pages", "cut")


def damaged(data: bytes, seed: int) -> tuple[bytes, str]:
    """Return a damaged copy of a database and the way it was damaged."""
    rng = random.Random(seed)
    copy, way = bytearray(data), rng.choice(_WAYS)
    place, n_pages = rng.randrange(len(data)), len(data) // _PAGE
    page = rng.randrange(n_pages) * _PAGE
    if way == "bit":
        copy[place] ^= 1 << rng.randrange(8)
    elif way == "bytes":
        for offset in range(rng.randint(2, 64)):
            copy[(place + offset) % len(copy)] = rng.randrange(256)
    elif way == "zeroed page":
        copy[page : page + _PAGE] = bytes(_PAGE)
    elif way == "random page":
        copy[page : page + _PAGE] = rng.randbytes(_PAGE)
    elif way == "swapped pages":
        other = (page + rng.randrange(1, n_pages) * _PAGE) % (n_pages * _PAGE)
        one, two = bytes(copy[page : page + _PAGE]), bytes(copy[other : other + _PAGE])
        copy[page : page + _PAGE], copy[other : other + _PAGE] = two, one
    else:
        del copy[place:]
    return bytes(copy), way


def everything(library: Library) -> dict[str, object]:
    """Return all that a library says, to be compared."""
    images, networks = library.images.list(), library.networks.list()
    said: dict[str, object] = {f"image {record.id}": repr(record) for record in images}
    said |= {f"network {record.id}": repr(record) for record in networks}
    said |= {f"content of {record.id}": library.images.read_bytes(record) for record in images}
    said |= {f"content of {record.id}": library.networks.onnx_bytes(record) for record in networks}
    for kind in ("relevance", "drops"):
        for record in images:
            for result in library.results.find(kind, record.id):
                loaded = library.results.load_by_id(kind, result.id)
                arrays = (
                    {} if loaded is None else {name: array.tobytes() for name, array in loaded[1].items()}
                )
                said[f"{kind} {result.id}"] = (repr(dict(result.key)), repr(result.document), repr(arrays))
    said["events"] = repr(library.events.list())
    return said


@dataclass
class Tally:
    """What came of a number of damages: how they ended, and faults in words."""

    ends: Counter[str] = field(default_factory=Counter)
    silently_wrong: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Bench:
    """A sound library to take damaged copies of."""

    def __init__(self, base: Path, *, sealed: bool) -> None:
        self._original = fill(base, n_images=12)
        self._scratch = base / "scratch"
        if not sealed:
            (self._original / SEAL_NAME).unlink()
        self._sealed = sealed
        self._data = (self._original / DATABASE_NAME).read_bytes()
        with Library.open(self._original, read_only=True) as library:
            self._truth = everything(library)
        self._contents = self._objects(self._original)

    def try_one(self, seed: int, tally: Tally) -> None:
        """Damage a copy, open it, read everything, and note what came out."""
        data, way = damaged(self._data, seed)
        if data == self._data:
            return
        folder = self._copy(data)
        try:
            self._look(folder, f"{seed} ({way})", tally)
        except LibraryError as error:
            tally.ends["refused in words"] += 1
            if not (error.what and error.why and error.hint):
                tally.faults.append(f"{seed} ({way}): no whole sentence: {error}")
            if (folder / DATABASE_NAME).read_bytes() != data:
                tally.faults.append(f"{seed} ({way}): refused, but changed")
        except Exception as error:
            tally.faults.append(f"{seed} ({way}): {type(error).__name__}: {error}")
        if self._objects(folder) != self._contents:
            tally.faults.append(f"{seed} ({way}): contents are gone")

    def _look(self, folder: Path, name: str, tally: Tally) -> None:
        with Library.open(folder) as library:
            reason = library.read_only_reason
            problems = library.check()
            said = everything(library)
        if reason is not None:
            tally.ends["opened to be read, with a warning"] += 1
        elif problems:
            tally.ends["opened; the check says what is wrong"] += 1
        elif said == self._truth:
            tally.ends["opened; nothing that is used was hit"] += 1
        else:
            different = [key for key in {*said, *self._truth} if said.get(key) != self._truth.get(key)]
            tally.ends["opened; other than it was, unsaid"] += 1
            tally.silently_wrong.append(f"{name}: {different[:3]}")

    def _copy(self, data: bytes) -> Path:
        shutil.rmtree(self._scratch, ignore_errors=True)
        shutil.copytree(self._original, self._scratch, copy_function=os.link)
        for name in (DATABASE_NAME, SEAL_NAME, f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-shm"):
            (self._scratch / name).unlink(missing_ok=True)
        if self._sealed:
            shutil.copy(self._original / SEAL_NAME, self._scratch / SEAL_NAME)
        (self._scratch / DATABASE_NAME).write_bytes(data)
        return self._scratch

    @staticmethod
    def _objects(folder: Path) -> set[str]:
        return {path.name for path in (folder / "objects").rglob("*") if path.is_file()}


def damage_often(base: Path, n: int, *, sealed: bool, seed: int = 0) -> Tally:
    """Damage ``n`` copies of a library that was closed (``sealed``) or whose program was killed."""
    tally = Tally()
    bench = Bench(base, sealed=sealed)
    for number in range(n):
        bench.try_one(seed * 1_000_000 + number, tally)
    return tally


def measure(n: int = N_DAMAGES) -> list[Figure]:
    """Damage databases of closed and of killed programs, and word what came out."""
    logging.disable(logging.WARNING)
    np.seterr(all="ignore")
    figures = []
    for sealed, what in ((True, "after a clean end"), (False, "after a kill, when there is no seal")):
        with tempfile.TemporaryDirectory() as base:
            tally = damage_often(Path(base), n, sealed=sealed)
        for fault in tally.faults + tally.silently_wrong[:5]:
            print(fault, flush=True)
        ends = ", ".join(f"{count} {end}" for end, count in tally.ends.most_common())
        n_wrong = len(tally.silently_wrong)
        figures += [
            Figure(
                f"database damaged in {sum(tally.ends.values())} ways, {what}: {ends}",
                f"{len(tally.faults)} crashes, changes or losses",
                "0",
                not tally.faults,
            ),
            Figure(
                f"of these, a value that is wrong and not said to be, {what}",
                f"{n_wrong}",
                "0" if sealed else "–",
                n_wrong == 0 or not sealed,
            ),
        ]
    logging.disable(logging.NOTSET)
    return figures
