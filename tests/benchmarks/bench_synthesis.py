"""What an iteration of the synthesis costs beside the network alone, and how fast the default solver is.

``python tests/benchmarks/bench_synthesis.py``. First SqueezeNet v1.0 with random weights, four images of
227 × 227: one iteration against one forward and backward pass of the network for the same batch; limit 1.15.
Then the shapes network: in how many iterations the default solver has the objective that the windowed AdaGrad
of the sources has after 400; limit 80.

The network alone, up to the layer, is made of torch's own modules: how anyone would run it.
"""

import dataclasses
import time
from pathlib import Path

import numpy as np
import torch
from squeezenet import SIDE, picture_with_features, plain_squeezenet, squeezenet
from table import print_table, shortest_in_turns_ms, verdict

from deepintro_desktop.core.specification import ChannelOrder, InputSpecification
from deepintro_desktop.core.synthesis import Isolation, SolverName, SynthesisParameters
from deepintro_desktop.engine.evaluation.shapes import draw_shapes
from deepintro_desktop.engine.graph.canonicalise import canonicalise
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.synthesis import Problem, Source, layers_of, pose, usual_layer
from deepintro_desktop.engine.synthesis.objective import Objective
from deepintro_desktop.engine.synthesis.solvers.adagrad import AdaGrad
from deepintro_desktop.engine.synthesis.solvers.adam import Adam
from deepintro_desktop.engine.synthesis.solvers.lbfgs import LBFGS
from deepintro_desktop.engine.synthesis.synthesise import noise

N_IMAGES, N_REFERENCE = 4, 400
COLOUR = InputSpecification(SIDE, SIDE, 3, ChannelOrder.BGR, mean=(104.0, 117.0, 123.0))
GREY = InputSpecification(112, 112, 1, ChannelOrder.GRAY, scale=1 / 255, mean=(0.0,), std=(1.0,))
SHAPES = Path(__file__).parents[2] / "resources" / "samples" / "shapes" / "shapes.onnx"
TO_THE_LAYER = 9
"""Modules of the plain network up to the usual layer."""
SAME = SynthesisParameters(match_weight=10.0, variation=80.0 / 6.5, jitter=0)
"""The sources' own numbers, for both solvers."""


def main() -> None:
    """Print both tables."""
    graph, _ = canonicalise(ExplainableGraph.from_onnx(squeezenet()))
    rows = [_iteration(graph, name) for name in (SolverName.LBFGS, SolverName.ADAM)]
    columns = ("solver", "layer", "network alone", "an iteration", "ratio", "≤ 1.15")
    print_table(f"An iteration, {N_IMAGES} images, {torch.get_num_threads()} threads", columns, rows)
    shapes, _ = canonicalise(ExplainableGraph.from_onnx(SHAPES.read_bytes()))
    columns = (
        "picture",
        "AdaGrad, 400",
        "L-BFGS reaches it after",
        "≤ 80",
        "L-BFGS, 80",
        "seconds for 80 / 400",
    )
    print_table("The objective of the sources, shapes network", columns, [_race(shapes, n) for n in range(3)])


def _iteration(graph: ExplainableGraph, name: SolverName) -> list[str]:
    source, _ = picture_with_features()
    layer = usual_layer(layers_of(graph))
    problem = pose(graph, COLOUR, Source(source), layer, SynthesisParameters(solver=name))
    objective = problem.objective
    z = objective.parameters.start(noise(objective, range(N_IMAGES)))
    picture = objective.space.to_network(objective.parameters.image(z))
    network = plain_squeezenet()[:TO_THE_LAYER].requires_grad_(False)
    assert network(picture).shape[1:] == layer.shape[-3:], "the module and the layer are the same"
    solver = begun_solver(name, z, objective)
    works = [lambda: pass_alone(network, picture), lambda: solver.step(objective.evaluate)]
    plain, whole = shortest_in_turns_ms(works, 40)
    ratio = whole / plain
    cells = [f"{plain:.0f} ms", f"{whole:.0f} ms", f"{ratio:.2f}", verdict(ratio, 1.15)]
    return [name.value, layer.name, *cells]


def pass_alone(network: torch.nn.Module, picture: torch.Tensor) -> None:
    """Pass a batch of pictures through a network and a gradient back: what an iteration cannot do without."""
    x = picture.clone().requires_grad_()
    torch.autograd.grad(network(x).sum(), x)


def begun_solver(name: SolverName, z: torch.Tensor, objective: Objective) -> LBFGS | Adam:
    """Return a solver after so many iterations that the memory of L-BFGS is full."""
    solver = LBFGS(z) if name is SolverName.LBFGS else Adam(z, 0.05, 1000)
    solver.start(objective.evaluate)
    for _ in range(12):
        solver.step(objective.evaluate)
    return solver


def _race(graph: ExplainableGraph, index: int) -> list[str]:
    picture = draw_shapes(index + 1, 9_000_000).images_u8[index][..., None]
    layer = layers_of(graph)[-2]
    source = Source(picture, (30, 30, 70, 70), Isolation.IN_PLACE, index)
    reference = dataclasses.replace(SAME, solver=SolverName.ADAGRAD)
    theirs, their_s = _values(pose(graph, GREY, source, layer, reference), N_REFERENCE, reference)
    ours, our_s = _values(pose(graph, GREY, source, layer, SAME), 80, SAME)
    reached = np.flatnonzero(ours <= theirs[-1])
    after = int(reached[0]) if reached.size else 10**6
    return [
        f"{index + 1}",
        f"{theirs[-1]:.2f}",
        f"{after} iterations" if reached.size else "never",
        verdict(after, 80),
        f"{ours[-1]:.2f}",
        f"{our_s:.1f} / {their_s:.1f}",
    ]


def _values(problem: Problem, n_iterations: int, parameters: SynthesisParameters) -> tuple[np.ndarray, float]:
    """Return the mean objective of four images after each iteration, and seconds."""
    objective = problem.objective
    z = objective.parameters.start(noise(objective, range(N_IMAGES)))
    rate = 0.01 * parameters.typical_norm**2 / parameters.alpha
    is_reference = parameters.solver is SolverName.ADAGRAD
    solver = AdaGrad(z, rate, objective.priors.bounded) if is_reference else LBFGS(z)
    started = time.perf_counter()
    found = [solver.start(objective.evaluate)]
    found += [solver.step(objective.evaluate) for _ in range(n_iterations)]
    return torch.stack([entry.values for entry in found]).mean(1).numpy(), time.perf_counter() - started


if __name__ == "__main__":
    main()
