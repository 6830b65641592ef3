"""From a network, a picture and wishes to the objective that images are made for."""

from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.specification import InputSpecification
from deepintro_desktop.core.synthesis import Goal, Isolation, Layer, SolverName, SynthesisParameters
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.synthesis import goals
from deepintro_desktop.engine.synthesis.choices import Choices, choose
from deepintro_desktop.engine.synthesis.isolation import Box, isolated
from deepintro_desktop.engine.synthesis.layers import up_to
from deepintro_desktop.engine.synthesis.objective import Objective
from deepintro_desktop.engine.synthesis.parametrisations import make
from deepintro_desktop.engine.synthesis.space import PixelSpace
from deepintro_desktop.imaging import to_network


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """An objective, the numbers in it, and the picture it came from, uint8 [height, width, 1 or 3]."""

    objective: Objective
    choices: Choices
    target_hwc_u8: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """What a representation is taken of: a picture uint8 [height, width, 1 or 3] at the input's size.

    ``box``: of the feature; None for the whole picture. ``seed``: of the noise around the feature.
    """

    picture_hwc_u8: NDArray[np.uint8]
    box: Box | None = None
    isolation: Isolation = Isolation.WHOLE
    seed: int = 0


def pose(
    graph: ExplainableGraph,
    specification: InputSpecification,
    source: Source,
    layer: Layer,
    parameters: SynthesisParameters,
) -> Problem:
    """Take the representation of the source and return what images shall be made for.

    Raises ``WrongRequestError`` when the layer says nothing about the source, does not depend on the picture
    in a way that has a gradient, or has no such unit.
    """
    part = up_to(graph, layer)
    device = torch.zeros((), dtype=graph.dtype, device=graph.device)
    space = PixelSpace.of(specification, device)
    original = space.from_network(_input(source.picture_hwc_u8, specification, device))
    pixels = isolated(original + space.middle, source.box, source.isolation, source.seed)
    target = pixels - space.middle
    with torch.no_grad():
        wanted = part.run(space.to_network(target))[layer.name]
    choices = choose(parameters, layer)
    before = _before_relu(graph, layer, parameters)
    part = part if before is None else up_to(graph, before)
    objective = Objective(
        part,
        space,
        _goal(parameters, layer, wanted) if before is None else goals.MatchBeforeRelu(wanted),
        choices.priors,
        make(parameters, space, graph.input_shape, target),
        choices.weight,
        target,
        part.to(dtype=torch.bfloat16) if parameters.half_precision else None,
    )
    _refuse_flat(objective, layer)
    return Problem(objective, choices, space.to_hwc_u8(target)[0])


def _input(picture: NDArray[np.uint8], specification: InputSpecification, like: Tensor) -> Tensor:
    return torch.from_numpy(to_network(picture, specification)[None]).to(like)


def _before_relu(graph: ExplainableGraph, layer: Layer, parameters: SynthesisParameters) -> Layer | None:
    """Return what is before the ReLU that a layer ends in, None where it does not; never for the reference.

    A unit that a ReLU has switched off has no slope, so that nothing would ever switch it on again.
    """
    if layer.operator != "Relu" or parameters.goal is not Goal.MATCH:
        return None
    if parameters.solver is SolverName.ADAGRAD:
        return None
    return replace(layer, name=graph.producers[layer.name].inputs[0])


def _goal(parameters: SynthesisParameters, layer: Layer, wanted: Tensor) -> goals.Goal:
    match parameters.goal:
        case Goal.MATCH:
            return goals.Match(wanted)
        case Goal.CARICATURE:
            return goals.Caricature(wanted)
    usual = float(wanted.square().mean().sqrt())
    return goals.Maximise(_units(parameters, layer, wanted.device), usual)


def _units(parameters: SynthesisParameters, layer: Layer, device: torch.device) -> Tensor:
    """Return which numbers of the layer are meant, bool in its shape."""
    n_units = layer.shape[0]
    if not 0 <= parameters.unit < n_units:
        raise WrongRequestError(
            f"The layer {layer.name} has no unit {parameters.unit}.",
            f"Its units are numbered 0 to {n_units - 1}.",
            "Choose one of these numbers.",
        )
    chosen = torch.zeros(layer.shape, dtype=torch.bool, device=device)
    if layer.is_spatial and parameters.single_place:
        chosen[parameters.unit, layer.shape[1] // 2, layer.shape[2] // 2] = True
    else:
        chosen[parameters.unit] = True
    return chosen


def _refuse_flat(objective: Objective, layer: Layer) -> None:
    """Raise where a change of the picture changes nothing in the layer, so that no image can be found."""
    z = objective.parameters.coefficients(objective.original + 1.0)
    with torch.enable_grad():
        z = z.detach().requires_grad_()
        picture = objective.space.to_network(objective.parameters.image(z))
        representation = objective.graph.run(picture)[objective.graph.output_name]
        gradient = None
        if representation.requires_grad:
            # Of all values together: a single unit may well be off here, and on elsewhere.
            (gradient,) = torch.autograd.grad(representation.square().sum(), z, allow_unused=True)
    if gradient is None or not bool(torch.isfinite(gradient).all()) or not bool(gradient.any()):
        raise WrongRequestError(
            f"The layer {layer.name} cannot be used.",
            "Its values do not change smoothly with the picture, so no image can be found step by step.",
            "Choose another layer.",
        )
