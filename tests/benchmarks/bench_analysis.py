"""How close the analysis comes to onnxruntime's own batched rate, and what memory it takes.

``python tests/benchmarks/bench_analysis.py``: SqueezeNet v1.0 with random weights, 227 × 227, 27 features.
The plain rate is that of the best batch size, without any filling; both are measured in turns within one
run. Limits: at least 90 % of that rate, at most 1 GiB above the network.
"""

import time
from collections.abc import Callable

import numpy as np
import onnxruntime
from bench_occlusion import preprocess
from numpy.typing import NDArray
from squeezenet import SIDE, picture_with_features, squeezenet
from table import print_table, verdict

from deepintro_desktop.core.results import ClassScore, Prediction
from deepintro_desktop.engine.analysis import analyse
from deepintro_desktop.engine.occlusion import Filler, SetEvaluator
from deepintro_desktop.engine.runtime import InferenceSession, probabilities

N_ROUNDS = 10
N_SETS = 128
BATCH_SIZES = (1, 2, 4, 8, 16, 32)


def main() -> None:
    """Print the tables."""
    network = squeezenet()
    image, labels = picture_with_features()
    with InferenceSession(network, "cpu") as session:
        original = _prediction(session.logits(preprocess(image)[None]))
        evaluator = SetEvaluator(session, Filler(image, labels), preprocess)
        # Before the plain session takes memory of its own.
        before = _resident_mib()
        _analyse(evaluator, original, N_SETS)
        grown = _resident_mib() - before
        plain = onnxruntime.InferenceSession(network, providers=["CPUExecutionProvider"])
        best = min(BATCH_SIZES, key=lambda size: _seconds(lambda: _run(plain, size, N_SETS))[0])
        ours, theirs = np.zeros(2), np.zeros(2)
        for _ in range(N_ROUNDS):
            ours += _seconds(lambda: _analyse(evaluator, original, N_SETS))
            theirs += _seconds(lambda: _run(plain, best, N_SETS))
    n = N_ROUNDS * N_SETS
    rows = [
        [clock, f"{n / a:.1f}", f"{n / b:.1f}", f"{b / a:.1%}", verdict(0.9, b / a)]
        for clock, a, b in zip(("on the clock", "of CPU time"), ours, theirs, strict=True)
    ]
    title = f"Sets a second, 27 features, in batches of {evaluator.batch_size} (plain: {best})"
    print_table(title, ["seconds", "analysis", "plain onnxruntime", "share", "≥ 90 %"], rows)
    if before:
        print(f"\nmemory above network and one prediction: {grown:.0f} MiB; ≤ 1024: {verdict(grown, 1024.0)}")


def _seconds(work: Callable[[], object]) -> NDArray[np.float64]:
    """Return seconds on the clock, and of all cores: these hardly depend on what else the machine does."""
    started = time.perf_counter(), time.process_time()
    work()
    return np.array([time.perf_counter(), time.process_time()]) - started


def _analyse(evaluator: SetEvaluator, original: Prediction, n: int) -> None:
    analyse(evaluator, 27, original.top[0].index, original=original, budget=n + 1)


def _run(session: onnxruntime.InferenceSession, size: int, n: int) -> None:
    batch = np.random.default_rng(0).normal(size=(size, 3, SIDE, SIDE)).astype(np.float32)
    for _ in range(n // size):
        session.run(None, {"data": batch})


def _prediction(logits: np.ndarray) -> Prediction:
    chances = probabilities(logits)[0]
    best = int(chances.argmax())
    return Prediction((ClassScore(best, "", float(chances[best]), 0.0),), logits[0], chances)


def _resident_mib() -> float:
    """Return the largest memory that this process has had so far; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0


if __name__ == "__main__":
    main()
