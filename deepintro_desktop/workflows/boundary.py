"""Images that a network sees as between two classes."""

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.boundary import BoundaryMode, BoundaryResult
from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import ImageRecord
from deepintro_desktop.core.requests import BoundaryRequest
from deepintro_desktop.workflows import stored_images
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.loaded import LoadedNetwork
from deepintro_desktop.workflows.references import load_network
from deepintro_desktop.workflows.stages import Subject, prediction, subject
from deepintro_desktop.workflows.synthesise import network_layers

if TYPE_CHECKING:
    from deepintro_desktop.core.synthesis import Layer

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
    from deepintro_desktop.engine.boundary import Between, make_boundaries, pose_boundary

    if request.n_images < 1:
        raise WrongRequestError("There is nothing to make.", "", "Ask for at least one image.")
    looking, making = report.split(1, 9)
    network = load_network(request.network, context)
    classes = _classes(request, network)
    of = subject(request.network, request.image, context) if request.image else None
    samples, layer = _samples(request, context, classes, looking)
    owner = of or _FromNoise(context, network)
    key = _key(request, network, classes, of, samples)
    known = stored_images.load_boundary(owner, key)
    if known is not None:
        return known
    started = time.perf_counter()
    manifest = network.record.manifest
    pictures = tuple([one.input_hwc_u8 for one in side] for side in samples)
    between = Between(classes, of.input_hwc_u8 if of else None, (pictures[0], pictures[1]), layer)
    posed = pose_boundary(
        network.graph, manifest.specification, manifest.output_kind, between, request.parameters
    )
    seeds = range(request.seed, request.seed + request.n_images)
    images, n_iterations, notes = make_boundaries(posed, request.parameters, seeds, making)
    seconds = time.perf_counter() - started
    result = BoundaryResult(classes, request.parameters, tuple(images), n_iterations, seconds, notes)
    stored_images.store_boundary(owner, key, result)
    return result


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
    names = request.samples or tuple(record.id for record in context.library.images.list())
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
    record = network.record
    return {
        "network": record.onnx_sha256,
        "input": record.manifest.specification.to_dict(),
        "output": record.manifest.output_kind.value,
        "classes": list(classes),
        "image": of.image.sha256 if of else "",
        "layer": request.layer,
        "samples": [[one.image.sha256 for one in side] for side in samples],
        "parameters": asdict(request.parameters),
        "n_images": request.n_images,
        "seed": request.seed,
    }
