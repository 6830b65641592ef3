"""Damage sound files in many ways, open each, and count how it ended."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from security import corpus, mutations
from security.corpus import Sample
from security.pool import Opener, Outcome


@dataclass(frozen=True, slots=True)
class Case:
    """One damaged file: which sample, which of its files, the bytes, and what was done to them."""

    index: int
    sample: Sample
    target: str
    data: bytes
    how: str


@dataclass
class Tally:
    """What became of many damaged files of one format."""

    kind: str
    ends: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[Case, Outcome]] = field(default_factory=list)
    slowest_s: float = 0.0
    peak_mb: int = 0

    def add(self, case: Case, outcome: Outcome) -> None:
        """Count one outcome."""
        self.ends[outcome.end] += 1
        self.slowest_s = max(self.slowest_s, outcome.seconds)
        self.peak_mb = max(self.peak_mb, outcome.peak_mb)
        if outcome.is_fault:
            self.faults.append((case, outcome))

    @property
    def count(self) -> int:
        """How many files were opened."""
        return self.ends.total()


def make_case(kind: str, samples: Sequence[Sample], seed: int, index: int) -> Case:
    """Return a case; format, seed and index alone decide what is done."""
    chance = Random(f"{kind} {seed} {index}")
    sample = chance.choice(samples)
    shares = [1 / (place + 1) for place in range(len(sample.targets))]
    target = chance.choices(sample.targets, shares)[0]
    sound = sample.files[target]
    for _ in range(9):
        data, how = mutations.damaged(sound, chance, is_message=corpus.is_message(target))
        if data != sound:
            break
    return Case(index, sample, target, data, how)


class Range:
    """Opens damaged files in a folder of its own."""

    def __init__(self, opener: Opener, folder: Path) -> None:
        self._opener = opener
        self._folder = folder
        self._places: dict[int, Path] = {}

    def open(self, case: Case) -> Outcome:
        """Open one damaged file. Only what hangs twice is called hanging: other programs run, too."""
        place = self._place(case.sample)
        path = place / case.target
        chosen = place / case.sample.chosen if case.sample.chosen != "." else place
        if self._opener.is_fresh:
            # The sound file makes the libraries load; their seconds are not the damaged file's.
            self._opener.open(chosen, **case.sample.options)
        path.write_bytes(case.data)
        try:
            found = self._opener.open(chosen, **case.sample.options)
            if found.end == "hang":
                found = self._opener.open(chosen, **case.sample.options)
        finally:
            path.write_bytes(case.sample.files[case.target])
        there = {entry.relative_to(place).as_posix() for entry in place.rglob("*") if entry.is_file()}
        assert there == set(case.sample.files), "opening a network left files beside it"
        return found

    def _place(self, sample: Sample) -> Path:
        if id(sample) not in self._places:
            place = self._folder / str(len(self._places)) / sample.name
            sample.write(place)
            self._places[id(sample)] = place
        return self._places[id(sample)]


Tell = Callable[[Case, Outcome], None]


def run(
    kind: str, samples: Sequence[Sample], indices: Sequence[int], seed: int, tell: Tell, *, jobs: int = 1
) -> Tally:
    """Open damaged files in ``jobs`` processes at once."""
    tally = Tally(kind)

    def share(number: int) -> None:
        with Opener(guarded=True) as opener, _scratch() as folder:
            place = Range(opener, folder)
            for index in indices[number::jobs]:
                case = make_case(kind, samples, seed, index)
                outcome = place.open(case)
                tally.add(case, outcome)
                tell(case, outcome)

    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(share, range(jobs)))
    return tally


class _scratch:  # noqa: N801 - used like a function
    """A temporary folder that goes away, whatever its files became."""

    def __enter__(self) -> Path:
        self._folder = Path(tempfile.mkdtemp(prefix="deepintro-mutations-"))
        return self._folder

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def samples_of(kind: str, *, folder: Path) -> Iterator[Sample]:
    """Yield all sound networks of a format: real ones first."""
    yield from corpus.real(kind)
    yield from corpus.small(kind, folder)
