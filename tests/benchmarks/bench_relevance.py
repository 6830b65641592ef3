"""How much dearer relevance is than one gradient, and how much cheaper than zennit.

``python tests/benchmarks/bench_relevance.py [--threads 1] [--repeats 3] [vgg16 resnet50]``: CPU seconds, the
shortest of the repeats, at 224 × 224 with random weights, all within one run; only the ratios count.
Limits: α2 β1 at most 2.5 gradients on VGG-16 and 3 on ResNet-50; zennit 3.5 times as slow on VGG-16.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import networks
from benchmarks.table import print_table, shortest_ms, verdict
from engine.relevance.torch_twin import TorchTwin
from support.second_opinions import import_zennit

from deepintro_desktop.engine.relevance import PreparedComposite, composite, propagate, propagate_targets

LIMITS = {"vgg16": 2.5, "resnet50": 3.0}
METHODS = (
    "lrp-alpha2-beta1",
    "lrp-alpha2-beta1-strict",
    "lrp-alpha1-beta0",
    "lrp-gamma",
    "lrp-epsilon-plus-flat",
    "lrp-epsilon",
)
TARGET, N_TARGETS = 7, 5
Row = tuple[str, float, str]


def main() -> None:
    """Print one table per network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("networks", nargs="*", default=list(LIMITS))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    for name in options.networks:
        bench = Bench(name, options.repeats)
        rows = [*bench.gradients(), *bench.methods(), *bench.second_opinion()]
        one = min(seconds for _, seconds, _ in rows[:2])
        cells = [(label, f"{s:.3f}", f"{s / one:.2f}", note) for label, s, note in rows]
        print_table(f"{name}, {options.threads} thread(s)", ("what", "CPU s", "× gradient", ""), cells)
        ratio = next(s for label, s, _ in rows if label == METHODS[0]) / one
        print(f"\nα2 β1 within {LIMITS[name]} gradients: {ratio:.2f}, {verdict(ratio, LIMITS[name])}")


class Bench:
    """One network in the three guises that are compared."""

    def __init__(self, name: str, repeats: int, device: torch.device | str = "cpu") -> None:
        self.repeats = repeats
        self.zennit = import_zennit()
        self.graph = getattr(networks, name)().to(device=device)
        self.twin = TorchTwin(self.graph, self.zennit.layer.Sum)
        self.x = torch.randn(1, 3, 224, 224, generator=torch.Generator().manual_seed(1)).to(device)

    def seconds(self, work: Callable[[], object], repeats: int = 0) -> float:
        """Return the shortest CPU time of some calls after one that does not count."""
        return shortest_ms(work, repeats or self.repeats, time.process_time) / 1000.0

    def gradients(self) -> Iterator[Row]:
        """Time the plain gradient in both ways; the faster one is the unit."""
        yield "gradient, this program", self.seconds(lambda: self.graph.gradient(self.x, TARGET)), ""
        yield "gradient, plain torch module", self.seconds(self._torch_gradient), ""

    def methods(self) -> Iterator[Row]:
        """Time our methods, weights prepared."""
        for method in METHODS:
            prepared = PreparedComposite(self.graph, composite(method))
            seconds = self.seconds(lambda: propagate(self.graph, self.x, TARGET, prepared))  # noqa: B023
            _, ledger = propagate(self.graph, self.x, TARGET, prepared)
            note = f"sum {ledger.sum:.4f}, size {ledger.absolute_sum:.3g}, error {ledger.largest_error:.0e}"
            yield method, seconds, note
            if method == METHODS[0]:
                run = lambda: propagate_targets(self.graph, self.x, range(N_TARGETS), prepared)  # noqa: B023, E731
                yield f"{N_TARGETS} classes at once, each", self.seconds(run) / N_TARGETS, ""

    def second_opinion(self) -> Iterator[Row]:
        """Time zennit on the textbook form that both have, and compare the maps."""
        prepared = PreparedComposite(self.graph, composite("lrp-alpha2-beta1-strict"))
        ours = self.seconds(lambda: propagate(self.graph, self.x, TARGET, prepared))
        theirs = self.seconds(self.by_zennit, 2)
        found = torch.from_numpy(propagate(self.graph, self.x, TARGET, prepared)[0])
        pair = torch.stack([self.by_zennit().flatten(), found.flatten()]).double()
        correlation = float(torch.corrcoef(pair)[0, 1])
        yield "zennit", theirs, f"{theirs / ours:.2f} × our textbook form, correlation {correlation:.7f}"

    def _torch_gradient(self) -> Tensor:
        picture = self.x.clone().requires_grad_()
        return torch.autograd.grad(self.twin(picture)[0, TARGET], picture)[0]

    def by_zennit(self) -> Tensor:
        """Return zennit's relevance [1, 3, 224, 224] in the textbook form of α2 β1."""
        handles = [hook.register(module) for module, hook in self._hooks()]
        picture = self.x.clone().requires_grad_()
        logits = self.twin(picture)
        start = torch.zeros_like(logits)
        start[0, TARGET] = 1.0
        (relevance,) = torch.autograd.grad(logits, picture, start)
        for handle in handles:
            handle.remove()
        return relevance

    def _hooks(self) -> Iterator[tuple[nn.Module, Any]]:
        rules = self.zennit.rules
        kinds = {
            (nn.Conv2d, nn.Linear): lambda: rules.AlphaBeta(2.0, 1.0),
            (self.zennit.layer.Sum, nn.AdaptiveAvgPool2d): rules.Norm,
            (nn.ReLU,): rules.Pass,
        }
        for classes, make in kinds.items():
            yield from ((module, make()) for module in self.twin.modules_like(*classes))


if __name__ == "__main__":
    main()
