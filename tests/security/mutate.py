"""Damage real files of a format in many ways and open each: ``mutate.py --format onnx --count 2000``.

Every one must end in success or in one clear sentence. What did not is printed with the number that makes it
again (``--only``). A whole run (2000 or more) writes its row into README.md beside this file.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from security import corpus, fuzzing, table  # noqa: E402 - the folder of tests must be on the path first
from security.fuzzing import Case, Tally  # noqa: E402
from security.pool import Outcome  # noqa: E402

_WHOLE = 2000
_PROGRESS_S = 20.0


def main() -> int:
    """Run what was asked for; return 1 when anything was faulty."""
    options = _options()
    n_faults = 0
    for kind in options.format or corpus.FORMATS:
        with tempfile.TemporaryDirectory() as folder:
            samples = list(fuzzing.samples_of(kind, folder=Path(folder)))
        indices = options.only or range(options.count)
        tell = Teller(kind, len(indices), options.only is not None, options.keep)
        tally = fuzzing.run(kind, samples, indices, options.seed, tell, jobs=options.jobs)
        n_faults += len(tally.faults)
        print(_summary(tally), flush=True)
        if tally.count >= _WHOLE:
            table.remember(tally, options.seed)
    return 1 if n_faults else 0


class Teller:
    """Prints faults at once, and now and then how far the run is."""

    def __init__(self, kind: str, count: int, is_single: bool, keep: Path | None) -> None:
        self._kind, self._count, self._is_single, self._keep = kind, count, is_single, keep
        self._started = self._told = time.monotonic()
        self._done = 0

    def __call__(self, case: Case, outcome: Outcome) -> None:
        """Take one outcome."""
        self._done += 1
        if outcome.is_fault or self._is_single:
            text = f"{self._kind} {case.index} ({case.sample.name}/{case.target}, {case.how}): {outcome.end}"
            print(f"{text}: {outcome.what}\n{outcome.why} {outcome.hint}\n{outcome.trace}", flush=True)
        if self._keep is not None and (outcome.is_fault or self._is_single):
            self._keep.mkdir(parents=True, exist_ok=True)
            (self._keep / f"{case.index}-{Path(case.target).name}").write_bytes(case.data)
        now = time.monotonic()
        if now - self._told > _PROGRESS_S:
            self._told = now
            print(f"{self._kind}: {self._done} of {self._count}, {now - self._started:.0f} s", flush=True)


def _summary(tally: Tally) -> str:
    ends = ", ".join(f"{end} {n}" for end, n in tally.ends.most_common())
    return f"{tally.kind}: {tally.count} files: {ends}; {tally.slowest_s:.1f} s, {tally.peak_mb} MB at most"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--format", action="append", choices=corpus.FORMATS, help="default: all")
    parser.add_argument("--count", type=int, default=_WHOLE)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", type=int, nargs="+", help="these cases, with all that is known about them")
    parser.add_argument("--keep", type=Path, help="where to write the files that caused faults")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
