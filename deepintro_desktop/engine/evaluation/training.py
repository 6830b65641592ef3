"""Train small networks from nothing, in minutes, the same way every time."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from deepintro_desktop.core.progress import Report

N_STEPS = 700
BATCH_SIZE = 64
TEST_SEED_OFFSET = 1_000_003
LEARNING_RATE = 2e-3
_WEIGHT_DECAY = 1e-4
_N_THREADS = 2


class Examples(Protocol):
    """Grey pictures uint8 [n, 112, 112] and their classes int64 [n]."""

    @property
    def images_u8(self) -> NDArray[np.uint8]:
        """The pictures."""

    @property
    def classes(self) -> NDArray[np.int64]:
        """What they show."""


@contextmanager
def reproducible(seed: int) -> Iterator[None]:
    """Fix torch's random numbers and threads for a while; sums depend on the number of threads."""
    n_threads = torch.get_num_threads()
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        torch.set_num_threads(_N_THREADS)
        try:
            yield
        finally:
            torch.set_num_threads(n_threads)


def fit(
    network: nn.Sequential,
    batches: Iterable[Examples],
    n_steps: int,
    report: Report,
    *,
    learning_rate: float = LEARNING_RATE,
) -> nn.Sequential:
    """Train a network on ``n_steps`` batches; return it, ready to be used."""
    network = network.train()
    optimiser = torch.optim.AdamW(network.parameters(), lr=learning_rate, weight_decay=_WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, n_steps)
    loss_of = nn.CrossEntropyLoss()
    report.check()
    for step, batch in enumerate(batches):
        loss = loss_of(network(_as_input(batch.images_u8)), torch.from_numpy(batch.classes))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        report(step + 1, n_steps, f"step {step + 1} of {n_steps}, loss {loss.item():.4f}")
    return network.eval()


def accuracy(network: nn.Module, examples: Examples, report: Report) -> float:
    """Return which share of the pictures is classified right, 0 to 1."""
    images, classes, n_right = examples.images_u8, examples.classes, 0
    with torch.inference_mode():
        for first in range(0, len(images), BATCH_SIZE):
            report(first, len(images), "testing on unseen pictures")
            logits = network(_as_input(images[first : first + BATCH_SIZE]))
            n_right += int((logits.argmax(1).numpy() == classes[first : first + BATCH_SIZE]).sum())
    return n_right / len(images)


def _as_input(images_u8: NDArray[np.uint8]) -> Tensor:
    """Return float32 [n, 1, 112, 112] in 0..1."""
    return torch.from_numpy(images_u8[:, None].astype(np.float32) / 255.0)
