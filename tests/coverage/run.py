"""Open networks of many architectures in every format, and check all that is computed from them.

``python tests/coverage/run.py [NAME …] [--format F …] [--sample] [--again | --faults] [--jobs N]``

Results are remembered, so that a run goes on where another one was cut off; ``--faults`` measures once more
what failed, ``--again`` everything chosen. The table goes into README.md beside this file, unless a results
file is named.
"""

import argparse
import json
import shutil
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import table
from catalogue import NETWORKS, SAMPLE, Network
from isolation import FOLDER, REPOSITORY, run_alone
from results import Results, Row, faults

RESULTS = FOLDER / "results.jsonl"
WORK = REPOSITORY / "build" / "coverage"


def main() -> int:
    """Measure what was chosen; return 1 when something failed without a reason."""
    options = _options()
    results = Results(options.results)
    chosen = _chosen(options, results)
    suite = Suite(results, options.work, brings_first=not (options.formats or options.sample))
    with ThreadPoolExecutor(options.jobs) as pool:
        list(pool.map(lambda entry: suite.measure(NETWORKS[entry[0]], entry[1]), chosen.items()))
    if options.results == RESULTS:
        results.tidy()
        table.write(FOLDER / "README.md", results)
    asked = _asked(options)
    failed = [key for key, row in results.rows.items() if key in asked and faults(row)]
    print(f"{len(asked)} asked for, {len(failed)} failed", flush=True)
    return 1 if failed else 0


class Suite:
    """Measures networks one after the other, or several at once.

    ``brings_first``: the first format of a network comes along where its map is gone, with which the others
    are compared.
    """

    def __init__(self, results: Results, work: Path, *, brings_first: bool) -> None:
        self._results = results
        self._brings_first = brings_first
        self._work = work
        self._lock = Lock()

    def measure(self, network: Network, formats: Sequence[str]) -> None:
        """Write a network in the formats, open each file, and remember what came out."""
        first = network.formats[0]
        if self._brings_first and first not in formats and not self._maps(network, first).is_file():
            formats = (first, *formats)
        folder = self._work / network.name.replace(" ", "-")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            made = self._make(network, formats, folder)
            for kind in formats:
                self._remember(network, kind, self._opened(network, kind, made, folder))
                shutil.rmtree(folder / kind, ignore_errors=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _make(self, network: Network, formats: Sequence[str], folder: Path) -> dict[str, Any]:
        limits = {"seconds": 2 * network.seconds, "memory_gb": 2 * network.memory_gb}
        outcome = run_alone("make.py", network.name, str(folder), *formats, log=folder / "make.log", **limits)
        path = folder / "made.json"
        if not path.is_file():
            return {"fault": f"the network could not be made: {outcome.fault}"}
        made = json.loads(path.read_text(encoding="utf-8"))
        for kind in formats:
            if kind not in made["files"]:
                made["failed"].setdefault(kind, outcome.fault)
        return made

    def _opened(self, network: Network, kind: str, made: dict[str, Any], folder: Path) -> Row:
        if "fault" in made:
            return {"status": "fault", "reason": made["fault"]}
        if kind not in made["files"]:
            return {"status": "not written", "reason": made["failed"][kind]}
        job, answer = folder / f"{kind}.json", folder / f"{kind}-answer.json"
        maps = self._maps(network, kind)
        maps.unlink(missing_ok=True)
        paths = {
            "path": made["files"][kind],
            "reference": folder / "reference.npz",
            "answer": answer,
            "maps": maps,
        }
        entries = {name: str(path) for name, path in paths.items()}
        wishes = _wishes(network, kind, made)
        job.write_text(json.dumps(entries | wishes), encoding="utf-8")
        outcome = run_alone(
            "measure.py", str(job), log=folder / f"{kind}.log",
            seconds=network.seconds, memory_gb=network.memory_gb,
        )  # fmt: skip
        if outcome.fault:
            row: Row = {"status": "fault", "reason": outcome.fault}
        else:
            row = json.loads(answer.read_text(encoding="utf-8"))
        row.update(memory_mb=outcome.memory_mb, versions=made["versions"])
        if row["status"] == "explained":
            row["agreement"] = self._agreement(network, kind)
        return row

    def _maps(self, network: Network, kind: str) -> Path:
        path = self._work / "maps" / f"{network.name.replace(' ', '-')}.{kind}.npz"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _agreement(self, network: Network, kind: str) -> float | None:
        """Return the smallest correlation with the maps of the first format, over methods."""
        reference = network.formats[0]
        other = self._maps(network, reference)
        if kind == reference or not other.is_file():
            return None
        first, second = np.load(other), np.load(self._maps(network, kind))
        shared = set(first.files) & set(second.files)
        return min(float(np.corrcoef(first[name].ravel(), second[name].ravel())[0, 1]) for name in shared)

    def _remember(self, network: Network, kind: str, row: Row) -> None:
        row = {"network": network.name, "format": kind, **row, "date": time.strftime("%Y-%m-%d")}
        with self._lock:
            self._results.add(row)
            problems = "; ".join(faults(row)) or row.get("reason", "")
            print(f"{network.name:34} {kind:12} {row['status']:12} {problems}", flush=True)


def _wishes(network: Network, kind: str, made: dict[str, Any]) -> dict[str, str]:
    """Return what a person would have to say besides naming the file: weights know neither of the two."""
    if kind != "weights":
        return {"architecture": "", "preprocessing": "auto"}
    size = {"height": network.size, "width": network.size, "scale": 1 / 255}
    return {"architecture": made["architecture"], "preprocessing": json.dumps(size)}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "names", nargs="*", help="networks of the catalogue, or beginnings of names; default: all"
    )
    parser.add_argument("--format", action="append", dest="formats", help="only this format; may be repeated")
    parser.add_argument("--sample", action="store_true", help="the few networks that every test run opens")
    parser.add_argument("--again", action="store_true", help="measure also what is known already")
    parser.add_argument("--faults", action="store_true", help="measure again what failed or was refused")
    parser.add_argument("--jobs", type=int, default=1, help="networks at once")
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--work", type=Path, default=WORK, help="where files and maps lie meanwhile")
    return parser.parse_args()


def _asked(options: argparse.Namespace) -> set[tuple[str, str]]:
    if options.sample:
        return set(SAMPLE.items())
    found = set()
    for network in NETWORKS.values():
        if not options.names or any(_is_meant(network.name, name) for name in options.names):
            found.update((network.name, kind) for kind in network.formats)
    return {(name, kind) for name, kind in found if not options.formats or kind in options.formats}


def _is_meant(network: str, name: str) -> bool:
    """Whether a name is that of a network, or the beginning of several, being none itself."""
    return network == name if name in NETWORKS else network.startswith(name)


def _chosen(options: argparse.Namespace, results: Results) -> dict[str, list[str]]:
    """Return the formats to measure of each network, in the order of the catalogue."""
    asked, chosen = _asked(options), {}
    for network in NETWORKS.values():
        kinds = [kind for kind in network.formats if (network.name, kind) in asked]
        wanted = [kind for kind in kinds if _is_wanted(options, results.rows.get((network.name, kind)))]
        if wanted:
            chosen[network.name] = wanted
    return chosen


def _is_wanted(options: argparse.Namespace, row: Row | None) -> bool:
    if row is None or options.again:
        return True
    return options.faults and (row["status"] != "explained" or bool(faults(row)))


if __name__ == "__main__":
    sys.exit(main())
