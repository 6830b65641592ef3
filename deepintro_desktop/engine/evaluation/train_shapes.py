"""Train the sample's network from nothing, in minutes, the same way every time."""

import time
from dataclasses import dataclass
from pathlib import Path

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.engine.evaluation.network import build_network, n_parameters, to_onnx
from deepintro_desktop.engine.evaluation.shapes import LABELS, draw_batches, draw_shapes
from deepintro_desktop.engine.evaluation.training import (
    BATCH_SIZE,
    N_STEPS,
    TEST_SEED_OFFSET,
    accuracy,
    fit,
    reproducible,
)

N_TEST_IMAGES = 2000
_DOCUMENTATION = "Quadrilateral or ellipse; grey pictures of 112 x 112 pixels, values 0 to 1."


@dataclass(frozen=True, slots=True)
class TrainingResult:
    """What came out: the files, and how good the network is on unseen pictures (accuracy 0 to 1)."""

    network_file: Path
    labels_file: Path
    accuracy: float
    n_test_images: int
    n_parameters: int
    n_bytes: int
    n_steps: int
    seed: int
    seconds: float


def train_shapes(
    folder: Path,
    seed: int = 0,
    n_steps: int = N_STEPS,
    report: Report = SILENT,
    *,
    n_test_images: int = N_TEST_IMAGES,
) -> TrainingResult:
    """Train, test on unseen pictures, and write ``shapes.onnx`` and ``labels.txt`` into the folder."""
    start = time.monotonic()
    training, testing = report.split(9, 1)
    with reproducible(seed):
        network = build_network()
        network = fit(network, draw_batches(n_steps, BATCH_SIZE, seed), n_steps, training)
        share_right = accuracy(network, draw_shapes(n_test_images, seed + TEST_SEED_OFFSET), testing)
    encoded = to_onnx(network, "shapes", _DOCUMENTATION)
    folder.mkdir(parents=True, exist_ok=True)
    network_file, labels_file = folder / "shapes.onnx", folder / "labels.txt"
    network_file.write_bytes(encoded)
    labels_file.write_text("".join(f"{label}\n" for label in LABELS), encoding="utf-8")
    return TrainingResult(
        network_file=network_file,
        labels_file=labels_file,
        accuracy=share_right,
        n_test_images=n_test_images,
        n_parameters=n_parameters(network),
        n_bytes=len(encoded),
        n_steps=n_steps,
        seed=seed,
        seconds=time.monotonic() - start,
    )
