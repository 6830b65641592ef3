"""Images that a network cannot tell from a feature."""

import time
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import PairRequest, StoredRequest, SynthesiseRequest
from deepintro_desktop.core.synthesis import (
    Isolation,
    Layer,
    LayerChoice,
    MadeBefore,
    SynthesisPlan,
    SynthesisResult,
)
from deepintro_desktop.workflows import stored_images
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.references import image_record, load_network, network_record
from deepintro_desktop.workflows.stages import Subject, check_numbers, resolve, subject

if TYPE_CHECKING:
    from deepintro_desktop.engine.synthesis import Problem

Box = tuple[int, int, int, int]


def synthesise(request: SynthesiseRequest, context: Context, report: Report = SILENT) -> SynthesisResult:
    """Make the images of the request; previews come through the report.

    Raises
    ------
    WrongRequestError
        When layer, feature, unit or number of images are not there or make no sense.
    ExplanationRefusedError
        When the network cannot be used for gradients.
    """
    from deepintro_desktop.engine.synthesis import make_images

    looking, making = report.split(1, 9)
    of, box, layer = _resolved(request, context, looking)
    key = _key(request, of, box, layer)
    known = stored_images.load_synthesis(of, key)
    if known is not None:
        return known
    started = time.perf_counter()
    posed = _posed(request, of, box, layer)
    seeds = range(request.seed, request.seed + request.n_images)
    made = make_images(posed.objective, request.parameters, posed.choices, seeds, making)
    result = SynthesisResult(
        layer,
        _isolation(request),
        request.parameters,
        tuple(made.images),
        posed.target_hwc_u8,
        made.errors,
        time.perf_counter() - started,
        made.notes,
    )
    stored_images.store_synthesis(of, key, result)
    return result


def plan_synthesis(request: SynthesiseRequest, context: Context, report: Report = SILENT) -> SynthesisPlan:
    """Return what the request will do, and how long that takes here; measured, in a few iterations.

    Raises the errors of :func:`synthesise`.
    """
    from deepintro_desktop.engine.synthesis import seconds_per_iteration

    of, box, layer = _resolved(request, context, report)
    is_known = stored_images.has_synthesis(of, _key(request, of, box, layer))
    posed = _posed(request, of, box, layer)
    form = (request.parameters.parametrisation, request.parameters.half_precision)
    name = ("seconds", of.network.record.onnx_sha256, layer.name, request.n_images, *form)
    seconds = 0.0
    if not is_known:
        once = context.results.get(name, lambda: seconds_per_iteration(posed.objective, request.n_images))
        seconds = (request.parameters.n_iterations + 1) * once
    numbers = posed.choices
    return SynthesisPlan(
        layer, posed.target_hwc_u8, seconds, numbers.weight, numbers.priors.variation, numbers.jitter
    )


def syntheses_before(
    request: PairRequest, context: Context, report: Report = SILENT
) -> tuple[MadeBefore, ...]:
    """Return which images the library has of a network and a picture and their features, newest first."""
    network, image = network_record(request.network, context), image_record(request.image, context)
    return stored_images.syntheses_before(context, network, image)


def stored_syntheses(
    request: StoredRequest, context: Context, report: Report = SILENT
) -> tuple[SynthesisResult | None, ...]:
    """Return images from the library by their ids, None for what cannot be read any more."""
    return stored_images.syntheses(context, request.ids)


def network_layers(network: str, context: Context, report: Report = SILENT) -> tuple[Layer, ...]:
    """Return the layers of a network that can be matched, from the picture to the logits."""
    from deepintro_desktop.engine.synthesis import layers_of

    report(0, 1, "Looking at the layers")
    loaded = load_network(network, context)
    return context.results.get(("layers", loaded.record.onnx_sha256), lambda: layers_of(loaded.graph))


def layer_choice(network: str, context: Context, report: Report = SILENT) -> LayerChoice:
    """Return the layers of a network with the one that is taken when nobody chooses."""
    from deepintro_desktop.engine.synthesis import find_layer

    layers = network_layers(network, context, report)
    return LayerChoice(layers, find_layer(layers, "").name)


def _resolved(
    request: SynthesiseRequest, context: Context, report: Report
) -> tuple[Subject, Box | None, Layer]:
    from deepintro_desktop.engine.synthesis import find_layer

    if request.n_images < 1 or request.parameters.n_iterations < 1:
        raise WrongRequestError(
            "There is nothing to make.",
            f"{request.n_images} images in {request.parameters.n_iterations} iterations were asked for.",
            "Ask for at least one image and one iteration.",
        )
    source = request.source
    if not request.feature:
        of, box = subject(source.network, source.image, context), None
    else:
        regions = resolve(source, context, report, request.seed)
        check_numbers((request.feature,), regions.found)
        of = regions.of
        box = next(entry.box for entry in regions.found.features if entry.number == request.feature)
    return of, box, find_layer(network_layers(source.network, context), request.layer)


def _isolation(request: SynthesiseRequest) -> Isolation:
    return request.isolation if request.feature else Isolation.WHOLE


def _posed(request: SynthesiseRequest, of: Subject, box: Box | None, layer: Layer) -> "Problem":
    from deepintro_desktop.engine.synthesis import Source, pose

    specification = of.network.record.manifest.specification
    source = Source(of.input_hwc_u8, box, _isolation(request), request.seed)
    return pose(of.network.graph, specification, source, layer, request.parameters)


def _key(request: SynthesiseRequest, of: Subject, box: Box | None, layer: Layer) -> Mapping[str, object]:
    return {
        **of.key,
        "box": box,
        "layer": layer.name,
        "isolation": _isolation(request).value,
        "parameters": asdict(request.parameters),
        "n_images": request.n_images,
        "seed": request.seed,
    }
