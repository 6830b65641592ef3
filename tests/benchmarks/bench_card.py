"""What a graphics card gives, and whether it says the same as the processor.

``python tests/benchmarks/bench_card.py [--repeats 20]``; without a CUDA device it says so and ends. First
relevance of VGG-16 and ResNet-50 with random weights: milliseconds a map, in gradients of the same network on
the same card, beside zennit, and how far the map lies from the processor's. Then the synthesis on SqueezeNet
v1.0: an iteration of four images beside the network alone, in single precision and in bfloat16.
"""

import argparse
import dataclasses
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import networks
from benchmarks.bench_relevance import N_TARGETS, TARGET, Bench
from benchmarks.bench_synthesis import COLOUR, N_IMAGES, TO_THE_LAYER, begun_solver, pass_alone
from benchmarks.squeezenet import picture_with_features, plain_squeezenet, squeezenet
from benchmarks.table import print_table, verdict

from deepintro_desktop.core.synthesis import SolverName, SynthesisParameters
from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.relevance import PreparedComposite, composite, propagate, propagate_targets
from deepintro_desktop.engine.runtime import torch_device
from deepintro_desktop.engine.synthesis import Source, layers_of, pose, usual_layer
from deepintro_desktop.engine.synthesis.synthesise import noise

METHODS = ("lrp-alpha2-beta1", "lrp-alpha2-beta1-strict", "lrp-gamma", "lrp-epsilon-plus-flat", "lrp-epsilon")


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=20)
    n = parser.parse_args().repeats
    if not torch.cuda.is_available():
        print("There is no CUDA device here, or this torch cannot use one.")
        return 0
    device = torch_device("cuda")
    print(f"{torch.cuda.get_device_name(device)}, torch {torch.__version__}")
    for name in ("vgg16", "resnet50"):
        _relevance(name, device, n)
    _synthesis(device, n)
    return 0


def _shortest_ms(work: Callable[[], object], n: int) -> float:
    """Return the shortest of ``n`` runs in milliseconds by the clock, after three that do not count."""
    times = []
    for _ in range(n + 3):
        torch.cuda.synchronize()
        started = time.perf_counter()
        work()
        torch.cuda.synchronize()
        times.append(time.perf_counter() - started)
    return 1000.0 * min(times[3:])


def _relevance(name: str, device: torch.device, n: int) -> None:
    bench = Bench(name, 1, device)
    on_cpu = getattr(networks, name)()
    plain = _shortest_ms(lambda: bench.graph.gradient(bench.x, TARGET), n)
    rows = [("gradient, this program", f"{plain:.2f}", "1.00", "")]
    for method in METHODS:
        prepared = PreparedComposite(bench.graph, composite(method))
        ours = _shortest_ms(lambda: propagate(bench.graph, bench.x, TARGET, prepared), n)  # noqa: B023
        found, _ = propagate(bench.graph, bench.x, TARGET, prepared)
        there, _ = propagate(on_cpu, bench.x.cpu(), TARGET, PreparedComposite(on_cpu, composite(method)))
        gap = np.linalg.norm(found - there) / np.linalg.norm(there)
        rows.append((method, f"{ours:.2f}", f"{ours / plain:.2f}", f"off the processor's map by {gap:.0e}"))
        if method == METHODS[0]:
            targets = range(N_TARGETS)
            work = lambda: propagate_targets(bench.graph, bench.x, targets, prepared)  # noqa: B023, E731
            each = _shortest_ms(work, n) / N_TARGETS
            rows.append((f"{N_TARGETS} classes at once, each", f"{each:.2f}", f"{each / plain:.2f}", ""))
        if method.endswith("strict"):
            theirs = _shortest_ms(bench.by_zennit, n)
            pair = np.stack([bench.by_zennit().detach().cpu().numpy().ravel(), found.ravel()])
            text = f"{theirs / ours:.2f} × our textbook form, correlation {np.corrcoef(pair)[0, 1]:.7f}"
            rows.append(("zennit", f"{theirs:.2f}", f"{theirs / plain:.2f}", text))
    print_table(name, ("what", "ms", "× gradient", ""), rows)


def _synthesis(device: torch.device, n: int) -> None:
    graph = canonicalise(ExplainableGraph.from_onnx(squeezenet()))[0].to(device=device)
    layer = usual_layer(layers_of(graph))
    network = plain_squeezenet()[:TO_THE_LAYER].requires_grad_(False).to(device)
    source, _ = picture_with_features()
    rows = []
    for n_images in (N_IMAGES, 4 * N_IMAGES):
        for name in (SolverName.LBFGS, SolverName.ADAM):
            parameters = SynthesisParameters(solver=name)
            for is_half in (False, True):
                chosen = dataclasses.replace(parameters, half_precision=is_half)
                objective = pose(graph, COLOUR, Source(source), layer, chosen).objective
                z = objective.parameters.start(noise(objective, range(n_images)))
                picture = objective.space.to_network(objective.parameters.image(z)).detach()
                solver = begun_solver(name, z, objective)
                plain = _shortest_ms(lambda: pass_alone(network, picture), n)  # noqa: B023
                whole = _shortest_ms(lambda: solver.step(objective.evaluate), n)  # noqa: B023
                label = f"{name.value}{', bfloat16' if is_half else ''}"
                ratio = whole / plain
                cells = (f"{plain:.2f} ms", f"{whole:.2f} ms", f"{ratio:.2f}", verdict(ratio, 1.15))
                rows.append((label, str(n_images), *cells))
    columns = ("solver", "images", "network alone", "an iteration", "ratio", "≤ 1.15")
    print_table(f"An iteration up to {layer.name}", columns, rows)


if __name__ == "__main__":
    sys.exit(main())
