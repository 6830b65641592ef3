"""Train the two networks of the marker sample: one where the marker goes with the lesion, one without it."""

import time
from dataclasses import dataclass
from pathlib import Path

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.engine.evaluation.marker import LABELS, MARKED_SHARES, draw_batches, draw_radiographs
from deepintro_desktop.engine.evaluation.network import build_network, to_onnx
from deepintro_desktop.engine.evaluation.training import (
    BATCH_SIZE,
    TEST_SEED_OFFSET,
    accuracy,
    fit,
    reproducible,
)

N_STEPS = 400
N_TEST_IMAGES = 2000
_LEARNING_RATE = 5e-4
"""With that of the shapes the dense layer dies in the first steps: a lesion is a much fainter sign."""
N_HIDDEN = 64
WITH_MARKER, WITHOUT_MARKER = "with-marker.onnx", "without-marker.onnx"
_NEVER, _TURNED = (0.0, 0.0), (1.0, 0.0)
_DOCUMENTATION = "A lesion or none; radiograph-like grey pictures of 112 x 112 pixels, values 0 to 1."


@dataclass(frozen=True, slots=True)
class MarkerNetwork:
    """One trained network, and how good it is on unseen pictures, 0 to 1.

    ``as_trained``: where the marker goes with the lesion; ``unmarked``: without any marker; ``turned``: where
    only pictures without a lesion carry it.
    """

    file: Path
    as_trained: float
    unmarked: float
    turned: float


@dataclass(frozen=True, slots=True)
class MarkerTraining:
    """Both networks, and how long they took."""

    with_marker: MarkerNetwork
    without_marker: MarkerNetwork
    labels_file: Path
    n_steps: int
    seed: int
    seconds: float


def train_marker(
    folder: Path,
    seed: int = 0,
    n_steps: int = N_STEPS,
    report: Report = SILENT,
    *,
    n_test_images: int = N_TEST_IMAGES,
) -> MarkerTraining:
    """Train both networks, test them on unseen pictures, write them and ``labels.txt`` into the folder."""
    start = time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    networks = []
    tasks = ((WITH_MARKER, MARKED_SHARES), (WITHOUT_MARKER, _NEVER))
    for (name, shares), part in zip(tasks, report.split(1, 1), strict=True):
        networks.append(_train(folder / name, _Plan(seed, n_steps, n_test_images), shares, part))
    labels_file = folder / "labels.txt"
    labels_file.write_text("".join(f"{label}\n" for label in LABELS), encoding="utf-8")
    return MarkerTraining(*networks, labels_file, n_steps, seed, time.monotonic() - start)


@dataclass(frozen=True, slots=True)
class _Plan:
    seed: int
    n_steps: int
    n_test_images: int


def _train(file: Path, plan: _Plan, shares: tuple[float, float], report: Report) -> MarkerNetwork:
    training, *testing = report.split(27, 1, 1, 1)
    with reproducible(plan.seed):
        network = build_network(N_HIDDEN)
        batches = draw_batches(plan.n_steps, BATCH_SIZE, plan.seed, shares)
        network = fit(network, batches, plan.n_steps, training, learning_rate=_LEARNING_RATE)
        unseen = plan.seed + TEST_SEED_OFFSET
        found = [
            accuracy(network, draw_radiographs(plan.n_test_images, unseen, marked), part)
            for marked, part in zip((MARKED_SHARES, _NEVER, _TURNED), testing, strict=True)
        ]
    file.write_bytes(to_onnx(network, file.stem, _DOCUMENTATION))
    return MarkerNetwork(file, *found)
