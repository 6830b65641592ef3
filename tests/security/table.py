"""Remember the results of whole runs, and write them as a table into README.md."""

import contextlib
import json
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from security.corpus import FORMATS
from security.fuzzing import Tally
from security.pool import FAULTS

FOLDER = Path(__file__).parent
RESULTS, README = FOLDER / "results.jsonl", FOLDER / "README.md"
BEGIN, END = "<!-- written by mutate.py: begin -->", "<!-- written by mutate.py: end -->"
_HEAD = """\
| format | files | opened | refused | faults | slowest | memory | seed, date |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""
_LIBRARIES = ("h5py", "keras", "onnx", "onnxruntime-gpu", "onnxruntime", "protobuf", "tensorflow", "torch")


def remember(tally: Tally, seed: int) -> None:
    """Keep the row of a format, and write the table again."""
    rows = _rows()
    rows[tally.kind] = {
        "format": tally.kind,
        "ends": dict(sorted(tally.ends.items())),
        "seconds": round(tally.slowest_s, 1),
        "mb": tally.peak_mb,
        "seed": seed,
        "date": time.strftime("%Y-%m-%d"),
    }
    lines = [json.dumps(rows[kind]) + "\n" for kind in FORMATS if kind in rows]
    RESULTS.write_text("".join(lines), encoding="utf-8")
    write()


def write() -> None:
    """Put the table between its markers."""
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    rows = "".join(_row(row) for row in _rows().values())
    text = f"{BEGIN}\n\n{_versions()}\n\n{_HEAD}{rows}\n{END}"
    README.write_text(f"{before}{text}{after}", encoding="utf-8")


def _rows() -> dict[str, dict[str, Any]]:
    if not RESULTS.is_file():
        return {}
    rows = [json.loads(line) for line in RESULTS.read_text(encoding="utf-8").splitlines()]
    return {row["format"]: row for row in rows}


def _row(row: dict[str, Any]) -> str:
    ends = row["ends"]
    refused = ", ".join(f"{kind} {n}" for kind, n in ends.items() if kind not in (*FAULTS, "opened"))
    faults = ", ".join(f"{kind} {n}" for kind, n in ends.items() if kind in FAULTS)
    cells = (
        row["format"], sum(ends.values()), ends.get("opened", 0), refused, faults or "none",
        f"{row['seconds']} s", f"{row['mb']} MB", f"{row['seed']}, {row['date']}",
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |\n"


def _versions() -> str:
    found = []
    for name in _LIBRARIES:
        with contextlib.suppress(PackageNotFoundError):
            found.append(f"{name} {version(name)}")
    return ", ".join(found) + "."
