"""How well images match what they were made for: the thesis' protocol, and a sheet that people can judge."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.parameters import DEFAULT_METHOD, ClusteringParameters
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import ClusterRequest, SynthesiseRequest
from deepintro_desktop.core.synthesis import (
    Isolation,
    Parametrisation,
    SolverName,
    SynthesisParameters,
)
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.evaluate import UNSEEN_SEED_OFFSET, sample_network
from deepintro_desktop.workflows.loaded import LoadedNetwork
from deepintro_desktop.workflows.synthesise import synthesise

N_PICTURES, N_IMAGES = 5, 10
DEFAULT = SynthesisParameters(n_iterations=100)
REFERENCE = SynthesisParameters(
    solver=SolverName.ADAGRAD,
    parametrisation=Parametrisation.PIXELS,
    n_iterations=400,
    match_weight=10.0,
    variation=80.0 / 6.5,
    jitter=0,
)
"""The sources' own: C = 10, of the range that did best on a small network, and V = B / 6.5."""
_THRESHOLD = 5.0


@dataclass(frozen=True, slots=True)
class SynthesisFigures:
    """Over all pictures: mean error, mean of the standard deviations, iterations, seconds for one picture."""

    mean_error: float
    mean_std: float
    iterations: int
    seconds: float


def synthesis_figures(
    context: Context, parameters: SynthesisParameters, seed: int, report: Report = SILENT
) -> SynthesisFigures:
    """Run the thesis' protocol: 5 pictures, a random feature of each, 10 images each, second-last layer."""
    means, stds, lengths = [], [], []
    started = time.perf_counter()
    tasks = list(_features(context, seed))
    for index, (posed, part) in enumerate(zip(tasks, report.split(*[1] * len(tasks)), strict=True)):
        result = posed.made(parameters, seed + 1000 * index, part)
        means.append(float(np.mean(result[0])))
        stds.append(float(np.std(result[0], ddof=1)))
        lengths.append(result[1])
    seconds = (time.perf_counter() - started) / len(tasks)
    return SynthesisFigures(float(np.mean(means)), float(np.mean(stds)), max(lengths), seconds)


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """One feature of one picture."""

    network: LoadedNetwork
    picture_hwc_u8: NDArray[np.uint8]
    box: tuple[int, int, int, int]

    def made(self, parameters: SynthesisParameters, seed: int, report: Report) -> tuple[list[float], int]:
        """Return the errors of the images, and how many iterations were done."""
        from deepintro_desktop.engine.synthesis import Source, layers_of, make_images, pose

        graph, specification = self.network.graph, self.network.record.manifest.specification
        layer = layers_of(graph)[-2]
        source = Source(self.picture_hwc_u8, self.box, Isolation.IN_PLACE, seed)
        posed = pose(graph, specification, source, layer, parameters)
        seeds = range(seed, seed + N_IMAGES)
        made = make_images(posed.objective, parameters, posed.choices, seeds, report)
        return [image.error for image in made.images], len(made.errors) - 1


def _features(context: Context, seed: int) -> Iterator[_Task]:
    """Yield a random feature of each of five unseen pictures."""
    from deepintro_desktop.engine.attribution import attribute
    from deepintro_desktop.engine.evaluation.shapes import draw_shapes
    from deepintro_desktop.engine.features import cluster
    from deepintro_desktop.imaging import to_network

    network, rng = sample_network(context), np.random.default_rng(seed)
    shapes = draw_shapes(N_PICTURES, seed + UNSEEN_SEED_OFFSET)
    for image, number in zip(shapes.images_u8, shapes.classes, strict=True):
        values = to_network(image[..., None], network.record.manifest.specification)[None]
        relevance = attribute(network.graph, values, int(number), DEFAULT_METHOD, SILENT).values_hw
        found = cluster(relevance, ClusteringParameters(threshold=_THRESHOLD)).features
        yield _Task(network, image[..., None], found[rng.integers(len(found))].box)


@dataclass(frozen=True, slots=True, eq=False)
class ContactSheet:
    """Pictures in rows of one image each: the source, then a pre-image at each layer; and their errors."""

    sheet_hwc_u8: NDArray[np.uint8]
    layers: tuple[str, ...]
    errors: tuple[tuple[float, ...], ...]


def contact_sheet(
    network: str,
    images: Sequence[str],
    layers: Sequence[str],
    context: Context,
    report: Report = SILENT,
) -> ContactSheet:
    """Make a pre-image of each whole picture at each layer, and put them beside their sources."""
    rows, errors = [], []
    parts = iter(report.split(*[1] * (len(images) * len(layers))))
    for image in images:
        source = ClusterRequest(network, image, 0, DEFAULT_METHOD, ClusteringParameters())
        results = [
            synthesise(SynthesiseRequest(source, layer=layer, n_images=1), context, next(parts))
            for layer in layers
        ]
        pictures = [results[0].target_hwc_u8, *(result.images[0].image_hwc_u8 for result in results)]
        rows.append(np.concatenate(pictures, axis=1))
        errors.append(tuple(result.images[0].error for result in results))
    names = tuple(result.layer.name for result in results)
    return ContactSheet(np.concatenate(rows, axis=0), names, tuple(errors))
