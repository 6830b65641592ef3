"""Kill the program at random moments, open its library again, compare with what it had reported as stored."""

import contextlib
import hashlib
import multiprocessing
import random
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from reliability.figures import Figure
from reliability.mix import Word, work

from deepintro_desktop.library import Library

N_KILLS, N_PER_LIBRARY = 200, 10
DURATION_S = 3.0
"""A moment is drawn from this long a time, evenly; the mix goes on for ever."""

_START_LIMIT_S = 120.0
_NAMES = {
    "image": "images",
    "network": "networks",
    "result": "reports of stored results",
    "file": "exported files",
    "removed": "removals",
}
_STORED = frozenset({"image", "network", "result", "file"})


@dataclass
class Ledger:
    """What must be in a library, what must not, and what may be."""

    stored: dict[tuple[str, str], Word] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    _going: dict[str, list[Word]] = field(default_factory=dict)

    def note(self, word: Word) -> None:
        """Take one word of the program."""
        if word.kind == "removing":
            # Interrupted, it may be there with all that belongs to it, or not at all.
            going = [w for w in self.stored.values() if word.id == w.id or word.id in w.owners]
            for other in going:
                del self.stored[other.kind, other.id]
            self._going[word.id] = going
        elif word.kind == "removed":
            self._going.pop(word.id, None)
            self.removed.add(word.id)
        elif word.kind in _STORED and not (self.removed | self._going.keys()) & set(word.owners):
            self.stored[word.kind, word.id] = word

    def faults(self, library: Library) -> list[str]:
        """Return what a library lacks, or still has, as sentences."""
        entries = {record.id: library.images.read_bytes(record) for record in library.images.list()}
        entries |= {record.id: library.networks.onnx_bytes(record) for record in library.networks.list()}
        found = [f"{gone} was removed and is there" for gone in self.removed & entries.keys()]
        for going, words in self._going.items():
            kept = [w for w in words if w.kind == "result" and library.results.load_by_id(w.content, w.id)]
            n_results = sum(w.kind == "result" for w in words)
            if len(kept) not in ({n_results} if going in entries else {0}):
                found.append(f"{going} was removed in part: {len(kept)} of {n_results} results are left")
        for word in self.stored.values():
            if not _holds(word, entries, library):
                found.append(f"{word.kind} {word.id} was reported as stored and is not there")
        return found


def _holds(word: Word, entries: dict[str, bytes], library: Library) -> bool:
    if word.kind == "file":
        with contextlib.suppress(OSError):
            return _digest(Path(word.id).read_bytes()) == word.content
        return False
    if word.kind == "result":
        return library.results.load_by_id(word.content, word.id) is not None
    return word.id in entries and _digest(entries[word.id]) == word.content


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def examine(folder: Path, ledger: Ledger) -> list[str]:
    """Open a library as the next start does, and return everything that is wrong with it or its exports."""
    with Library.open(folder / "library") as library:
        found = [] if library.read_only_reason is None else [f"read-only: {library.read_only_reason}"]
        found += library.check() + ledger.faults(library)
        storage = library._storage
        orphans = set(storage.objects.all()) - storage.referred()
        found += [f"orphan {orphan}" for orphan in orphans]
        found += [f"orphan {path}" for path in (folder / "library").rglob("incoming/*")]
    for path in (folder / "exports").rglob("*.npy"):
        if not path.name.startswith(".") and not path.read_bytes().startswith(b"\x93NUMPY"):
            found.append(f"half an export: {path}")
    return found


@dataclass
class Tally:
    """What came of a number of kills."""

    n_kills: int = 0
    words: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def _context():  # noqa: ANN202
    """Return how processes are made; where possible they part from one that has loaded everything."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload(["reliability.mix"])
    return context


def kill_once(folder: Path, seed: int, ledger: Ledger, duration_s: float = DURATION_S) -> list[Word]:
    """Let the mix work in a folder, kill it at a moment drawn from the seed, and note what it had said."""
    moment_s = random.Random(f"moment {seed}").uniform(0, duration_s)
    context = _context()
    ear, mouth = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(mouth, folder, seed), daemon=True)
    process.start()
    mouth.close()
    words: list[Word] = []
    try:
        if ear.poll(_START_LIMIT_S):
            _listen(ear, words, time.monotonic() + moment_s)
    finally:
        process.kill()
        process.join()
    _listen(ear, words, float("inf"))
    ear.close()
    for word in words:
        ledger.note(word)
    return words


def _listen(ear: Connection, words: list[Word], until_s: float) -> None:
    """Collect words until a moment, or until nothing more can come."""
    while (left_s := until_s - time.monotonic()) > 0:
        try:
            if ear.poll(min(left_s, 60.0)):
                words.append(ear.recv())
        except (EOFError, OSError):
            return


def kill_often(
    base: Path,
    n_kills: int,
    seed: int = 0,
    *,
    n_per_library: int = N_PER_LIBRARY,
    duration_s: float = DURATION_S,
) -> Tally:
    """Kill ``n_kills`` times; a library lives through ``n_per_library`` of them, examined after each."""
    tally, ledger = Tally(), Ledger()
    for number in range(n_kills):
        if number % n_per_library == 0:
            ledger = Ledger()
        folder = base / f"{number // n_per_library}"
        folder.mkdir(exist_ok=True)
        words = kill_once(folder, seed * 1_000_000 + number, ledger, duration_s)
        tally.n_kills += 1
        tally.words.update(word.kind for word in words)
        faults = [word.id for word in words if word.kind == "fault"] + examine(folder, ledger)
        if not words:
            faults.append("it never began to work")
        tally.faults += [f"kill {number}: {fault}" for fault in faults]
    return tally


def measure(n_kills: int = N_KILLS) -> list[Figure]:
    """Kill 200 times and word what came out."""
    with tempfile.TemporaryDirectory() as base:
        tally = kill_often(Path(base), n_kills)
    for fault in tally.faults:
        print(fault, flush=True)
    said = ", ".join(f"{tally.words[kind]} {name}" for kind, name in _NAMES.items())
    return [
        Figure(
            f"kill -9 at {tally.n_kills} random moments; reported until then: {said}",
            f"{len(tally.faults)} libraries with a fault, a loss or an orphan",
            "0",
            not tally.faults and tally.words["image"] > 0,
        )
    ]
