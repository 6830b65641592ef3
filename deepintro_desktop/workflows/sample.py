"""The bundled sample project: a network that tells quadrilaterals from ellipses, and twelve pictures."""

from pathlib import Path

from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import AddImagesRequest, AddNetworkRequest
from deepintro_desktop.core.resources import resource_path
from deepintro_desktop.core.results import OpenedSample
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.context import Context

SAMPLE_NAME = "Shapes"
FIRST_PICTURE = "quadrilateral-05.png"
SAMPLE_CLUSTERING = ClusteringParameters(threshold=40.0)
"""At the usual threshold the whole outline is one feature; here the corners stand alone."""


def sample_files() -> tuple[Path, Path, tuple[Path, ...]]:
    """Return network, labels and pictures of the bundled sample."""
    folder = resource_path("samples", "shapes")
    network = folder / "shapes.onnx"
    if not network.is_file():
        raise NotFoundError(
            "The bundled sample is missing.",
            "Its files are not where the program was installed.",
            "Install the program again.",
        )
    return network, folder / "labels.txt", tuple(sorted(folder.glob("*.png")))


def open_sample(request: object, context: Context, report: Report = SILENT) -> OpenedSample:
    """Make sure that the sample is in the library; return its network and the picture to begin with."""
    network, labels, pictures = sample_files()
    networks, images = report.split(3, 1)
    added = add_network(
        AddNetworkRequest(network, labels=labels, preprocessing="zero-to-one", name=SAMPLE_NAME),
        context,
        networks,
    )
    outcome = add_images(AddImagesRequest(pictures), context, images)
    known = {**dict(outcome.duplicates), **{record.name: record for record in outcome.added}}
    first = known.get(FIRST_PICTURE) or next(iter(known.values()))
    return OpenedSample(added.record.id, first.id, SAMPLE_CLUSTERING)
