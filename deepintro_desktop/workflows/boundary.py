"""Images that a network sees as between two classes."""

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.boundary import BoundaryBefore, BoundaryMode, BoundaryPlan, BoundaryResult
from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import ImageRecord
from deepintro_desktop.core.requests import BoundaryRequest, PairRequest, StoredRequest
from deepintro_desktop.workflows import stored_images
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.loaded import LoadedNetwork
from deepintro_desktop.workflows.pair_key import pair_key
from deepintro_desktop.workflows.references import image_record, load_network, network_record
from deepintro_desktop.workflows.stages import Subject, prediction, subject
from deepintro_desktop.workflows.synthesise import network_layers

if TYPE_CHECKING:
    from deepintro_desktop.core.synthesis import Layer
    from deepintro_desktop.engine.boundary import BoundaryProblem

_MOST_SAMPLES = 20


@dataclass(frozen=True, slots=True)
class _FromNoise:
    """A network without a picture."""

    context: Context
    network: LoadedNetwork
    image: ImageRecord | None = None


def boundary(request: BoundaryRequest, context: Context, report: Report = SILENT) -> BoundaryResult:
    """Make the images of the request; previews come through the report.

    Raises
    ------
    WrongRequestError
        When there is no boundary between the classes, or samples are missing.
    ExplanationRefusedError
        When the network cannot be used for gradients.
    """
    from deepintro_desktop.engine.boundary import make_boundaries

    looking, making = report.split(1, 9)
    asked = _resolved(request, context, looking)
    known = stored_images.load_boundary(asked.owner, asked.key)
    if known is not None:
        return known
    started = time.perf_counter()
    posed = _posed(request, asked)
    seeds = range(request.seed, request.seed + request.n_images)
    images, n_iterations, notes = make_boundaries(posed, request.parameters, seeds, making)
    seconds = time.perf_counter() - started
    result = BoundaryResult(asked.classes, request.parameters, tuple(images), n_iterations, seconds, notes)
    stored_images.store_boundary(asked.owner, asked.key, result)
    return result


def plan_boundary(request: BoundaryRequest, context: Context, report: Report = SILENT) -> BoundaryPlan:
    """Return what the request will do, and how long that takes here at most; measured, in a few iterations.

    Raises the errors of :func:`boundary`.
    """
    from deepintro_desktop.engine.boundary import most_evaluations
    from deepintro_desktop.engine.synthesis import seconds_per_iteration

    asked = _resolved(request, context, report)
    if stored_images.has_boundary(asked.owner, asked.key):
        return BoundaryPlan(asked.classes, 0.0)
    posed = _posed(request, asked)
    layer = asked.layer.name if asked.layer else ""
    wanted = request.parameters.synthesis
    form = (wanted.parametrisation, wanted.half_precision)
    name = ("boundary seconds", asked.owner.network.record.onnx_sha256, layer, request.n_images, *form)
    once = context.results.get(name, lambda: seconds_per_iteration(posed.objective, request.n_images))
    return BoundaryPlan(asked.classes, most_evaluations(request.parameters) * once)


def boundaries_before(
    request: PairRequest, context: Context, report: Report = SILENT
) -> tuple[BoundaryBefore, ...]:
    """Return which boundary images the library has of a network, from a picture and from noise."""
    network = network_record(request.network, context)
    image = image_record(request.image, context) if request.image else None
    from_noise = stored_images.boundaries_before(context, network, None)
    return (stored_images.boundaries_before(context, network, image) if image else ()) + from_noise


def stored_boundaries(
    request: StoredRequest, context: Context, report: Report = SILENT
) -> tuple[BoundaryResult | None, ...]:
    """Return boundary images from the library by their ids, None for what cannot be read any more."""
    return stored_images.boundaries(context, request.ids)


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A request with its names resolved; ``owner`` has the network, and the picture where there is one."""

    owner: "Subject | _FromNoise"
    classes: tuple[int, int]
    samples: "Samples"
    layer: "Layer | None"
    key: Mapping[str, object]


def _resolved(request: BoundaryRequest, context: Context, report: Report) -> _Asked:
    n_iterations = request.parameters.synthesis.n_iterations
    if request.n_images < 1 or n_iterations < 1:
        raise WrongRequestError(
            "There is nothing to make.",
            f"{request.n_images} images in {n_iterations} iterations were asked for.",
            "Ask for at least one image and one iteration.",
        )
    network = load_network(request.network, context)
    classes = _classes(request, network)
    of = subject(request.network, request.image, context) if request.image else None
    samples, layer = _samples(request, context, classes, report)
    key = _key(request, network, classes, of, samples)
    return _Asked(of or _FromNoise(context, network), classes, samples, layer, key)


def _posed(request: BoundaryRequest, asked: _Asked) -> "BoundaryProblem":
    from deepintro_desktop.engine.boundary import Between, pose_boundary

    network = asked.owner.network
    manifest = network.record.manifest
    pictures = tuple([one.input_hwc_u8 for one in side] for side in asked.samples)
    picture = asked.owner.input_hwc_u8 if isinstance(asked.owner, Subject) else None
    between = Between(asked.classes, picture, (pictures[0], pictures[1]), asked.layer)
    return pose_boundary(
        network.graph, manifest.specification, manifest.output_kind, between, request.parameters
    )


def _classes(request: BoundaryRequest, network: LoadedNetwork) -> tuple[int, int]:
    """Return both classes by index; labels are looked up like those of any target."""
    from deepintro_desktop.engine.boundary import check_classes

    manifest = network.record.manifest
    flat: NDArray[np.float32] = np.zeros(manifest.n_classes, np.float32)
    anything = network.predict(flat)
    a, b = (network.target(wanted, anything).index for wanted in request.classes)
    check_classes((a, b), manifest.n_classes)
    return a, b


Samples = tuple[tuple[Subject, ...], tuple[Subject, ...]]


def _samples(
    request: BoundaryRequest, context: Context, classes: tuple[int, int], report: Report
) -> tuple[Samples, "Layer | None"]:
    """Return pictures that the network assigns to either class, and the layer whose mean is taken."""
    if request.parameters.mode is BoundaryMode.RAW:
        return ((), ()), None
    from deepintro_desktop.engine.synthesis import find_layer

    layer = find_layer(network_layers(request.network, context), request.layer)
    names = request.samples or tuple(record.id for record in context.library.images.list(context.project_id))
    found: dict[int, list[Subject]] = {index: [] for index in classes}
    for n_done, name in enumerate(names):
        report(n_done, len(names), "Looking for sample pictures")
        of = subject(request.network, name, context)
        top = prediction(of).top[0].index
        if top in found and len(found[top]) < _MOST_SAMPLES:
            found[top].append(of)
    a, b = classes
    return (tuple(found[a]), tuple(found[b])), layer


def _key(
    request: BoundaryRequest,
    network: LoadedNetwork,
    classes: tuple[int, int],
    of: Subject | None,
    samples: Samples,
) -> Mapping[str, object]:
    return {
        **pair_key(network.record, of.image if of else None),
        "classes": list(classes),
        "layer": request.layer,
        "samples": [[one.image.pixels_key for one in side] for side in samples],
        "parameters": asdict(request.parameters),
        "n_images": request.n_images,
        "seed": request.seed,
    }
