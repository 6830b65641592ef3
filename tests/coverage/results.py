"""What was measured: a line of JSON per network and format, of which the last one counts; and its verdict."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LIMITS = {"import_parity": 1e-4, "graph_parity": 1e-5, "gradient_parity": 1e-4}
UNEXPLAINED_LIMIT = 1e-3
AGREEMENT_LIMIT = 0.999

ROUNDINGS = 5.0
"""How many times the framework's own rounding a difference may be, where that is more than the limit."""

Row = dict[str, Any]
Key = tuple[str, str]


class Results:
    """The results file; a run that was cut off goes on where it stood."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.rows: dict[Key, Row] = {}
        if path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                self.rows[row["network"], row["format"]] = row

    def add(self, row: Row) -> None:
        """Append one row."""
        self.rows[row["network"], row["format"]] = row
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(_rounded(row)) + "\n")

    def tidy(self) -> None:
        """Keep only the line that counts of each network and format, also those of other runs."""
        self.rows = Results(self._path).rows
        lines = [json.dumps(_rounded(self.rows[key])) + "\n" for key in sorted(self.rows)]
        self._path.write_text("".join(lines), encoding="utf-8")


def faults(row: Row) -> tuple[str, ...]:
    """Return everything about a row that has no excuse; empty for what works or was refused with a reason."""
    if row["status"] == "fault":
        return (row["reason"],)
    return tuple(_missed(row)) if row["status"] == "explained" else ()


def _missed(row: Row) -> Iterator[str]:
    for name, limit in LIMITS.items():
        rounding = row["gradient_rounding" if name == "gradient_parity" else "logits_rounding"]
        if not row[name] <= max(limit, ROUNDINGS * rounding):
            yield f"{name.replace('_', ' ')} {row[name]:.1e}"
    for method, entry in row["methods"].items():
        if "refused" in entry:
            yield f"{method}: {entry['refused']}"
        elif not entry["unexplained"] <= UNEXPLAINED_LIMIT:
            yield f"{method}: {entry['unexplained']:.2%} of the relevance unexplained"
    agreement = row.get("agreement")
    if agreement is not None and not agreement >= AGREEMENT_LIMIT:
        yield f"correlation with the map of another format {agreement:.4f}"


def _rounded(value: Any) -> Any:
    """Keep four digits: more is noise, and makes the file hard to read."""
    if isinstance(value, float):
        return float(f"{value:.4g}") if math.isfinite(value) else value
    if isinstance(value, dict):
        return {name: _rounded(entry) for name, entry in value.items()}
    return [_rounded(entry) for entry in value] if isinstance(value, list | tuple) else value
