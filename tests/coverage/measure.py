"""Open one file as the program does and compare everything with its framework: ``measure.py JOB.json``.

The job names the file, its architecture, the reference and where the answer and the maps go. Runs in
a process of its own, so that its memory is that of opening and explaining this file.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.requests import AddNetworkRequest

ALPHA_BETA = "lrp-alpha2-beta1"
Row = dict[str, Any]

_LONGEST_REASON = 300
N_GRADIENTS = 3


def main() -> None:
    """Measure what the job names; a refusal of the program is an answer too."""
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    row: Row = {}
    try:
        _measure(job, row)
    except DeepIntroError as error:
        row.update(status="refused", reason=error.message[:_LONGEST_REASON])
    Path(job["answer"]).write_text(json.dumps(row), encoding="utf-8")


def _measure(job: dict[str, str], row: Row) -> None:
    import torch

    from deepintro_desktop.engine.graph.canonicalise import canonicalise
    from deepintro_desktop.engine.graph.graph import ExplainableGraph
    from deepintro_desktop.engine.runtime.session import InferenceSession
    from deepintro_desktop.importers import open_network

    torch.set_num_threads(1)
    reference = np.load(job["reference"])
    started = time.perf_counter()
    wishes = {name: job[name] for name in ("architecture", "preprocessing")}
    imported = open_network(AddNetworkRequest(Path(job["path"]), **wishes))
    row["import_seconds"] = round(time.perf_counter() - started, 2)
    row["import_mb"] = _peak_mb()
    session = InferenceSession(imported.onnx, "cpu", 1)
    stored = session.logits(reference["x"])
    row["import_parity"] = relative(reference["logits"], stored)
    row["manifest_parity"] = imported.manifest.parity.max_relative_difference
    if imported.manifest.unexplainable:
        first, *others = imported.manifest.unexplainable
        more = f" (and {len(others)} more reasons)" if others else ""
        row.update(status="predicted only", reason=first[:_LONGEST_REASON] + more)
        return
    graph, notes = canonicalise(ExplainableGraph.from_onnx(imported.onnx))
    row["notes"] = [*imported.manifest.notes, *notes]
    x, target = torch.from_numpy(reference["x"]), int(reference["targets"][0])
    with torch.no_grad():
        batches = x.split(session.input_shape[0] or len(x))
        row["graph_parity"] = relative(stored, torch.cat([graph.logits(batch) for batch in batches]).numpy())
    row["gradient_parity"] = _gradient_parity(graph.to(dtype=torch.float64), reference)
    row.update({name: float(reference[name]) for name in ("logits_rounding", "gradient_rounding")})
    row["gradient_seconds"] = shortest(lambda: graph.gradient(x[:1], target))
    maps = _explain(graph, x[:1], target, row)
    np.savez_compressed(job["maps"], **maps)
    row["status"] = "explained"


def _peak_mb() -> int | None:
    """Return the largest memory of this process so far, where the system tells it."""
    if sys.platform == "win32":
        return None
    import resource

    # Kilobytes on Linux, bytes on macOS.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> (20 if sys.platform == "darwin" else 10)


def _gradient_parity(graph: Any, reference: Any) -> float:
    """Return the median difference over pictures: on one, a neuron that is zero but for rounding may jump."""
    import torch

    found = []
    for index, expected in enumerate(reference["gradients"]):
        x = torch.from_numpy(reference["x"][[index]])
        gradient = graph.gradient(x, int(reference["targets"][index]))
        found.append(relative(expected[None], gradient.numpy()))
    return float(np.median(found))


def _explain(graph: Any, x: Any, target: int, row: Row) -> dict[str, NDArray[np.float32]]:
    from deepintro_desktop.engine.relevance.composites import default_composite_for

    default = default_composite_for(graph).name
    # Where two values are multiplied, neither a gate, α2β1 alone is refused, and its form with halves is not.
    compared = f"{ALPHA_BETA}-half" if default.endswith("-half") else ALPHA_BETA
    row.update(default=default, compared=compared, methods={})
    return {method: _map(graph, x, target, method, row) for method in dict.fromkeys((default, compared))}


def _map(graph: Any, x: Any, target: int, method: str, row: Row) -> NDArray[np.float32]:
    from deepintro_desktop.engine.relevance import PreparedComposite, composite, propagate

    prepared = PreparedComposite(graph, composite(method))
    entry: Row = {}
    row["methods"][method] = entry
    try:
        relevance, ledger = propagate(graph, x, target, prepared)
    except DeepIntroError as error:
        entry["refused"] = error.message[:_LONGEST_REASON]
        return np.zeros(tuple(x.shape[2:]), np.float32)
    losses = {cause: amount for cause, amount in ledger.losses.items() if abs(amount) >= 5e-5}
    entry.update(
        sum=ledger.sum,
        absolute=ledger.absolute_sum,
        unexplained=abs(1.0 - ledger.sum - sum(ledger.losses.values())),
        largest_error=ledger.largest_error,
        losses={cause: round(amount, 4) for cause, amount in losses.items()},
        spread=round(ledger.spread, 4),
        seconds=shortest(lambda: propagate(graph, x, target, prepared)),
    )
    return relevance.sum(0)


def relative(reference: NDArray[np.floating], found: NDArray[np.floating]) -> float:
    """Return the largest difference, divided by the largest reference; infinite where shapes differ."""
    if reference.shape != found.shape or not np.isfinite(found).all():
        return float("inf")
    return float(np.abs(reference - found).max() / np.abs(reference).max())


def shortest(work: Callable[[], object], n: int = 2) -> float:
    """Return the shortest CPU time of some calls after one that does not count."""
    work()
    times = []
    for _ in range(n):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


if __name__ == "__main__":
    main()
