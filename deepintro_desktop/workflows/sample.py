"""The bundled sample projects: shapes, and radiograph-like pictures whose marker one network has learnt."""

from dataclasses import dataclass
from pathlib import Path

from deepintro_desktop.core.errors import NotFoundError, WrongRequestError
from deepintro_desktop.core.parameters import ClusteringParameters
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import AddImagesRequest, AddNetworkRequest
from deepintro_desktop.core.resources import resource_path
from deepintro_desktop.core.results import OpenedSample
from deepintro_desktop.workflows.add_images import add_images
from deepintro_desktop.workflows.add_network import add_network
from deepintro_desktop.workflows.context import Context

SHAPES, MARKER = "shapes", "marker"


@dataclass(frozen=True, slots=True)
class Sample:
    """A bundled project: its title, and a folder of pictures and networks, by file and name.

    The first network is the one to begin with, on the picture ``first``.
    """

    title: str
    networks: tuple[tuple[str, str], ...]
    first: str
    clustering: ClusteringParameters


SAMPLES: dict[str, Sample] = {
    # At the usual threshold the whole outline of a shape is one feature; here the corners stand alone.
    SHAPES: Sample(
        "Sample: shapes",
        (("shapes.onnx", "Shapes"),),
        "quadrilateral-05.png",
        ClusteringParameters(threshold=40.0),
    ),
    MARKER: Sample(
        "Sample: corner marker",
        (
            ("with-marker.onnx", "Lesions, trained with the marker"),
            ("without-marker.onnx", "Lesions, trained without it"),
        ),
        "no-lesion-marked-01.png",
        ClusteringParameters(threshold=10.0),
    ),
}


def sample_folder(name: str) -> Path:
    """Return where a bundled sample lies."""
    if name not in SAMPLES:
        raise WrongRequestError(
            f"There is no sample {name}.", "", f"Choose one of these: {', '.join(SAMPLES)}."
        )
    folder = resource_path("samples", name)
    if not all((folder / file).is_file() for file, _ in SAMPLES[name].networks):
        raise NotFoundError(
            "The bundled sample is missing.",
            "Its files are not where the program was installed.",
            "Install the program again.",
        )
    return folder


def sample_files() -> tuple[Path, Path, tuple[Path, ...]]:
    """Return network, labels and pictures of the shapes."""
    folder = sample_folder(SHAPES)
    return folder / "shapes.onnx", folder / "labels.txt", tuple(sorted(folder.glob("*.png")))


def _open_project(title: str, context: Context) -> None:
    """Open the project of a sample, and make it at the first time."""
    projects = context.library.projects
    known = next((one for one in projects.list() if one.name == title), None)
    context.open_project(known or projects.create(title))


def open_sample(request: str | None, context: Context, report: Report = SILENT) -> OpenedSample:
    """Open a sample (None: the shapes) as a project of its own; return what to begin with."""
    name = request or SHAPES
    folder = sample_folder(name)
    sample = SAMPLES[name]
    _open_project(sample.title, context)
    networks, images = report.split(3, 1)
    added = [
        add_network(
            AddNetworkRequest(
                folder / file, labels=folder / "labels.txt", preprocessing="zero-to-one", name=title
            ),
            context,
            part,
        )
        for (file, title), part in zip(
            sample.networks, networks.split(*[1] * len(sample.networks)), strict=True
        )
    ]
    outcome = add_images(AddImagesRequest(tuple(sorted(folder.glob("*.png")))), context, images)
    known = {**dict(outcome.duplicates), **{record.name: record for record in outcome.added}}
    first = known.get(sample.first) or next(iter(known.values()))
    main, *others = (one.record.id for one in added)
    return OpenedSample(main, first.id, sample.clustering, tuple(others))
