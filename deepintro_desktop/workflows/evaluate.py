"""The evaluation of the tool itself: the shapes data set, its network, and how well features find corners."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.parameters import DEFAULT_METHOD, ClusteringParameters
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.export import write_file
from deepintro_desktop.workflows.loaded import LoadedNetwork
from deepintro_desktop.workflows.references import load_network, visit_network
from deepintro_desktop.workflows.sample import sample_files

THRESHOLDS = (5.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0)
N_MARKER_PICTURES = 12
UNSEEN_SEED_OFFSET = 9_000_000
"""Far from every seed that the training draws from."""


def make_shapes(folder: Path, count: int, seed: int, report: Report = SILENT) -> list[str]:
    """Write pictures of quadrilaterals and ellipses and a table of true corners; return the files' names.

    The seed is shifted away from those of the training, so that the pictures are unseen.
    """
    from deepintro_desktop.engine.evaluation.shapes import LABELS, draw_shapes
    from deepintro_desktop.imaging import png_bytes

    shapes = draw_shapes(count, seed + UNSEEN_SEED_OFFSET)
    names, rows = [], ["file,class,x1,y1,x2,y2,x3,y3,x4,y4"]
    for index, (image, number) in enumerate(zip(shapes.images_u8, shapes.classes, strict=True)):
        report(index, count, "Drawing shapes")
        label = LABELS[int(number)]
        name = f"{label}-{index // len(LABELS) + 1:02d}.png"
        write_file(folder / name, png_bytes(image[..., None]))
        corners = [f"{value:.3f}" for value in shapes.corners_xy[index].ravel()]
        rows.append(
            ",".join([name, label, *(corners if np.isfinite(shapes.corners_xy[index]).all() else [""] * 8)])
        )
        names.append(name)
    write_file(folder / "corners.csv", ("\n".join(rows) + "\n").encode())
    return [*names, "corners.csv"]


def train_shapes(folder: Path, steps: int | None, seed: int, report: Report = SILENT) -> dict[str, Any]:
    """Train the shapes network into a folder; return what came of it."""
    from deepintro_desktop.engine.evaluation.train_shapes import train_shapes as train
    from deepintro_desktop.engine.evaluation.training import N_STEPS

    return _plain(asdict(train(folder, seed, steps or N_STEPS, report)))


def make_marker(folder: Path, steps: int | None, seed: int, report: Report = SILENT) -> dict[str, Any]:
    """Train both networks of the marker sample and draw its pictures; return what came of it.

    Half of the pictures carry the marker, whether they show a lesion or not.
    """
    from deepintro_desktop.engine.evaluation.marker import LABELS, draw_radiographs
    from deepintro_desktop.engine.evaluation.train_marker import N_STEPS, train_marker
    from deepintro_desktop.imaging import png_bytes

    outcome = _plain(asdict(train_marker(folder, seed, steps or N_STEPS, report)))
    names, rows = [], ["file,lesion x,lesion y,marker x0,marker y0,marker x1,marker y1"]
    for is_marked in (False, True):
        share = float(is_marked)
        drawn = draw_radiographs(N_MARKER_PICTURES // 2, seed + UNSEEN_SEED_OFFSET, (share, share))
        for index, (image, number) in enumerate(zip(drawn.images_u8, drawn.classes, strict=True)):
            label = LABELS[int(number)].replace(" ", "-")
            name = f"{label}-{'marked-' if is_marked else ''}{index // len(LABELS) + 1:02d}.png"
            write_file(folder / name, png_bytes(image[..., None]))
            places = [*drawn.lesions_xy[index], *drawn.marker_boxes[index]]
            cells = [f"{value:.0f}" if np.isfinite(value) else "" for value in places]
            rows.append(",".join([name, *cells]))
            names.append(name)
    write_file(folder / "places.csv", ("\n".join(rows) + "\n").encode())
    return {**outcome, "files": [*names, "places.csv"]}


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values with paths as text, for JSON."""
    return {
        name: _plain(value) if isinstance(value, dict) else str(value) if isinstance(value, Path) else value
        for name, value in values.items()
    }


def corner_table(context: Context, count: int, seed: int, report: Report = SILENT) -> list[dict[str, Any]]:
    """Measure, at several thresholds, how many true corners of unseen quadrilaterals the features cover.

    The network is the bundled one; relevance is computed once for each picture.
    """
    from deepintro_desktop.engine.evaluation.corners import corner_coverage
    from deepintro_desktop.engine.evaluation.shapes import QUADRILATERAL, draw_shapes
    from deepintro_desktop.engine.features import cluster

    shapes = draw_shapes(count, seed + UNSEEN_SEED_OFFSET, only=QUADRILATERAL)
    explaining, measuring = report.split(8, 2)
    maps = _relevance_maps(sample_network(context), shapes.images_u8, explaining)
    rows = []
    for index, threshold in enumerate(THRESHOLDS):
        measuring(index, len(THRESHOLDS), f"Threshold {threshold:g}")

        def labels(image: NDArray[np.uint8], at: float = threshold) -> NDArray[np.int32]:
            return cluster(maps[image.tobytes()], ClusteringParameters(threshold=at)).labels_hw

        found = corner_coverage(shapes.images_u8, shapes.corners_xy, labels)
        rows.append({"threshold": threshold, "coverage": found.coverage, **asdict(found)})
    return rows


def sample_network(context: Context) -> LoadedNetwork:
    """Return the bundled network, used without being stored."""
    network_file, labels, _ = sample_files()
    request = AddNetworkRequest(network_file, labels=labels, preprocessing="zero-to-one")
    return load_network(visit_network(request, context).id, context)


def _relevance_maps(
    network: LoadedNetwork, images_u8: NDArray[np.uint8], report: Report
) -> dict[bytes, NDArray[np.float32]]:
    """Explain the true class of each picture, float32 [height, width] by the picture's bytes."""
    from deepintro_desktop.engine.attribution import attribute
    from deepintro_desktop.engine.evaluation.shapes import QUADRILATERAL
    from deepintro_desktop.imaging import to_network

    maps = {}
    for index, image in enumerate(images_u8):
        report(index, len(images_u8), "Explaining quadrilaterals")
        values = to_network(image[..., None], network.record.manifest.specification)[None]
        maps[image.tobytes()] = attribute(
            network.graph, values, QUADRILATERAL, DEFAULT_METHOD, SILENT
        ).values_hw
    return maps
