"""What a part of the suite has measured, as rows of a table."""

import json
import platform
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
RESULTS, README = FOLDER / "results.json", FOLDER / "README.md"
BEGIN, END = "<!-- written by run.py: begin -->", "<!-- written by run.py: end -->"
_HEAD = "| what | measured | asked for | |\n| --- | --- | --- | --- |\n"


@dataclass(frozen=True)
class Figure:
    """One row: what was measured, what came out, what was asked for, and whether that is met."""

    what: str
    measured: str
    wanted: str
    holds: bool


def table(figures: Sequence[Figure]) -> str:
    """Return the rows in Markdown."""
    rows = (f"| {f.what} | {f.measured} | {f.wanted} | {'yes' if f.holds else '**no**'} |" for f in figures)
    return _HEAD + "".join(f"{row}\n" for row in rows)


def remember(name: str, figures: Sequence[Figure], order: Sequence[str]) -> None:
    """Keep the figures of one part, and write all of them into README.md."""
    parts = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.is_file() else {}
    parts[name] = {"date": time.strftime("%Y-%m-%d"), "figures": [asdict(figure) for figure in figures]}
    parts = {part: parts[part] for part in order if part in parts}
    RESULTS.write_text(json.dumps(parts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    everything = [Figure(**figure) for part in parts.values() for figure in part["figures"]]
    dates = sorted({part["date"] for part in parts.values()})
    machine = f"{platform.system()}, Python {platform.python_version()}, {' and '.join(dates)}."
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    text = f"{before}{BEGIN}\n\n{table(everything)}\n{machine}\n\n{END}{after}"
    README.write_text(text, encoding="utf-8")
