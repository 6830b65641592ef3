"""The tables of README.md: what works per network, and every gap with its reason."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from catalogue import NETWORKS, Network
from results import LIMITS, Results, Row, faults

MARKS = "<!-- written by run.py: begin -->", "<!-- written by run.py: end -->"
DELETION_MARKS = "<!-- written by deletion.py: begin -->", "<!-- written by deletion.py: end -->"
_METHOD_WORDS = {
    "lrp-alpha2-beta1": "α2β1",
    "lrp-alpha2-beta1-half": "α2β1, ½–½",
    "lrp-epsilon": "ε",
    "lrp-epsilon-half": "ε, ½–½",
    "lrp-epsilon-gamma": "ε+γ",
    "lrp-epsilon-gamma-half": "ε+γ, ½–½",
    "lrp-gamma": "γ",
    "lrp-gamma-half": "γ, ½–½",
    "lrp-z-plus": "z⁺",
    "sensitivity": "\\|gradient\\|",
}
_COLUMNS = (
    "network", "formats", "import", "graph", "gradient", "default", "S, Σ\\|R\\|", "lost", "α2β1 S, Σ\\|R\\|",
    "lost ", "open", "× gradient", "MB", "correlation",
)  # fmt: skip


def write(path: Path, results: Results) -> None:
    """Replace the tables of networks and gaps."""
    text = "\n\n".join([_heading(results), _networks(results), _gaps(results)])
    _replace(path, *MARKS, text)


def write_deletion(path: Path, known: Mapping[str, Mapping[str, Any]]) -> None:
    """Replace the table of deletion."""
    methods = next((list(row["areas"]) for row in known.values() if "areas" in row), [])
    columns = ["network", "pictures", "tile", *(_words(method) for method in methods), "S, Σ\\|R\\|"]
    rows = []
    for name, row in known.items():
        if "areas" not in row:
            rows.append([name, f"not measured: {row['reason']}", *[""] * (len(columns) - 2)])
            continue
        areas = (_area(row, method) for method in methods)
        tile = f"{row['tile']} of {row['side']} px"
        rows.append([name, str(row["pictures"]), tile, *areas, f"{row['sum']:.3f}, {row['absolute']:.3g}"])
    _replace(path, *DELETION_MARKS, _table(columns, rows))


def _area(row: Mapping[str, Any], method: str) -> str:
    area, refused = row["areas"][method], row["refused"][method]
    note = f"({refused} refused)" if refused else ""
    return " ".join(part for part in ("" if area is None else f"{area:.3f}", note) if part)


def _replace(path: Path, begin: str, end: str, text: str) -> None:
    before, _, rest = path.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    path.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")


def _words(method: str) -> str:
    return _METHOD_WORDS.get(method, method.removeprefix("lrp-"))


def _heading(results: Results) -> str:
    known = [row for row in results.rows.values() if row["network"] in NETWORKS]
    states = Counter("failed" if faults(row) else row["status"] for row in known)
    versions: dict[str, str] = {}
    for row in known:
        versions.update(row.get("versions", {}))
    counts = ", ".join(f"{count} {state}" for state, count in states.most_common())
    names = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    total = sum(len(network.formats) for network in NETWORKS.values())
    return (
        f"{time.strftime('%d %B %Y')}, {names}. Of {total} files of {len(NETWORKS)} networks: {counts}"
        f"{'' if len(known) == total else f', {total - len(known)} not measured yet'}."
    )


def _networks(results: Results) -> str:
    rows = []
    for network in NETWORKS.values():
        found = [results.rows.get((network.name, kind)) for kind in network.formats]
        rows.append(_network(network, [row for row in found if row]))
    return _table(_COLUMNS, rows)


def _network(network: Network, known: Sequence[Row]) -> list[str]:
    explained = [row for row in known if row["status"] == "explained"]
    cells = [network.name, f"{len(explained)} of {len(network.formats)}"]
    if not explained:
        return [*cells, *[""] * (len(_COLUMNS) - 2)]
    first = explained[0]
    parities = [_scientific(max(row[name] for row in explained)) for name in LIMITS]
    default = first["default"]
    agreements = [row["agreement"] for row in explained if row.get("agreement") is not None]
    return [
        *cells, *parities, _words(default),
        *_sums(first, default), *_sums(first, first["compared"]),
        f"{max(row['import_seconds'] for row in explained):.1f} s", _times(first, default),
        str(max(row["memory_mb"] for row in explained)),
        f"{min(agreements):.5f}" if agreements else "",
    ]  # fmt: skip


def _sums(row: Row, method: str) -> list[str]:
    entry = row["methods"][method]
    if "refused" in entry:
        return ["refused", ""]
    losses = ", ".join(f"{cause} {amount:.3g}" for cause, amount in entry["losses"].items())
    spread = f"(spread {entry['spread']:.2g})" if abs(entry["spread"]) >= 0.005 else ""
    return [
        f"{entry['sum']:.3f}, {entry['absolute']:.3g}",
        " ".join(part for part in (losses, spread) if part),
    ]


def _times(row: Row, default: str) -> str:
    """Return the time of the default method, then of α2β1, as multiples of one gradient."""
    methods = [row["methods"][method] for method in dict.fromkeys((default, row["compared"]))]
    return ", ".join(
        f"{entry['seconds'] / row['gradient_seconds']:.1f}" for entry in methods if "seconds" in entry
    )


def _gaps(results: Results) -> str:
    rows = []
    for network in NETWORKS.values():
        for kind in network.formats:
            row = results.rows.get((network.name, kind))
            reason = _reason(row)
            if reason:
                rows.append((network.name, kind, *reason))
    if not rows:
        return "No gap: every file was opened and explained within the limits."
    return "Gaps, each with its reason:\n\n" + _table(("network", "format", "what", "why"), _merged(rows))


def _reason(row: Row | None) -> tuple[str, str] | None:
    if row is None:
        return "not measured yet", ""
    if row["status"] == "explained":
        found = faults(row)
        return ("failed", "; ".join(found)) if found else None
    return ("failed" if row["status"] == "fault" else row["status"]), row["reason"]


def _merged(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Put formats together that share network, state and reason."""
    kinds: dict[tuple[str, str, str], list[str]] = {}
    for name, kind, state, reason in rows:
        kinds.setdefault((name, state, reason), []).append(kind)
    return [(name, ", ".join(found), state, reason) for (name, state, reason), found in kinds.items()]


def _scientific(value: float) -> str:
    return f"{value:.0e}"


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    clean: Callable[[str], str] = lambda cell: " ".join(cell.replace("\\|", "|").replace("|", "\\|").split())  # noqa: E731
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(clean(cell) for cell in line) + " |" for line in lines)
