"""Train the sample's network from nothing, in minutes, the same way every time."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.engine.evaluation.network import build_network, n_parameters, to_onnx
from deepintro_desktop.engine.evaluation.shapes import LABELS, draw_batches, draw_shapes

N_STEPS = 700
BATCH_SIZE = 64
N_TEST_IMAGES = 2000
TEST_SEED_OFFSET = 1_000_003
_LEARNING_RATE = 2e-3
_WEIGHT_DECAY = 1e-4
_N_THREADS = 2


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
    with _reproducible(seed):
        network = _train(seed, n_steps, training)
        unseen = draw_shapes(n_test_images, seed + TEST_SEED_OFFSET)
        accuracy = _accuracy(network, unseen.images_u8, unseen.classes, testing)
    encoded = to_onnx(network)
    folder.mkdir(parents=True, exist_ok=True)
    network_file, labels_file = folder / "shapes.onnx", folder / "labels.txt"
    network_file.write_bytes(encoded)
    labels_file.write_text("".join(f"{label}\n" for label in LABELS), encoding="utf-8")
    return TrainingResult(
        network_file=network_file,
        labels_file=labels_file,
        accuracy=accuracy,
        n_test_images=n_test_images,
        n_parameters=n_parameters(network),
        n_bytes=len(encoded),
        n_steps=n_steps,
        seed=seed,
        seconds=time.monotonic() - start,
    )


@contextmanager
def _reproducible(seed: int) -> Iterator[None]:
    """Fix torch's random numbers and threads for a while; sums depend on the number of threads."""
    n_threads = torch.get_num_threads()
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        torch.set_num_threads(_N_THREADS)
        try:
            yield
        finally:
            torch.set_num_threads(n_threads)


def _train(seed: int, n_steps: int, report: Report) -> nn.Sequential:
    network = build_network().train()
    optimiser = torch.optim.AdamW(network.parameters(), lr=_LEARNING_RATE, weight_decay=_WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, n_steps)
    loss_of = nn.CrossEntropyLoss()
    report.check()
    for step, batch in enumerate(draw_batches(n_steps, BATCH_SIZE, seed)):
        loss = loss_of(network(_as_input(batch.images_u8)), torch.from_numpy(batch.classes))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        report(step + 1, n_steps, f"step {step + 1} of {n_steps}, loss {loss.item():.4f}")
    return network.eval()


def _accuracy(
    network: nn.Module, images: NDArray[np.uint8], classes: NDArray[np.int64], report: Report
) -> float:
    n_right = 0
    with torch.inference_mode():
        for first in range(0, len(images), BATCH_SIZE):
            report(first, len(images), "testing on unseen pictures")
            logits = network(_as_input(images[first : first + BATCH_SIZE]))
            n_right += int((logits.argmax(1).numpy() == classes[first : first + BATCH_SIZE]).sum())
    return n_right / len(images)


def _as_input(images_u8: NDArray[np.uint8]) -> Tensor:
    """Return float32 [n, 1, 112, 112] in 0..1."""
    return torch.from_numpy(images_u8[:, None].astype(np.float32) / 255.0)
