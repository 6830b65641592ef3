"""Write an explanation into a folder: the map, the features, and two pictures."""

import contextlib
import io
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import SavePictureRequest
from deepintro_desktop.core.results import Explanation
from deepintro_desktop.workflows.context import Context


class UnwritableFolderError(DeepIntroError):
    """A file could not be written where the person asked for it."""

    kind = "unwritable"


def write_explanation(explanation: Explanation, folder: Path) -> dict[str, str]:
    """Write ``relevance.npy``, ``features.npy``, ``heatmap.png``, ``overlay.png``; return role -> file name.

    ``relevance.npy`` is float32 [height, width] at the network input's size, ``features.npy`` int32 of that
    shape with 0 = none. ``occluded.png`` is added when features were occluded.

    Raises
    ------
    UnwritableFolderError
        When the folder cannot be written to; no file is left half-written.
    """
    from deepintro_desktop.imaging import png_bytes
    from deepintro_desktop.imaging.figures import heatmap_png, overlay_png

    values, labels = explanation.relevance.values_hw, explanation.features.labels_hw
    distance = explanation.features.parameters.distance
    drawn = {feature.number for feature in explanation.features.features if feature.drawn}
    makers: dict[str, tuple[str, Callable[[], bytes]]] = {
        "relevance": ("relevance.npy", lambda: _npy(values.astype(np.float32))),
        "features": ("features.npy", lambda: _npy(labels.astype(np.int32))),
        "heatmap": ("heatmap.png", lambda: heatmap_png(values)),
        "overlay": (
            "overlay.png",
            lambda: overlay_png(explanation.input_hwc_u8, values, labels, distance=distance, drawn=drawn),
        ),
    }
    occlusion = explanation.occlusion
    if occlusion is not None:
        makers["occluded"] = ("occluded.png", lambda: png_bytes(occlusion.image_hwc_u8))
    for name, make in makers.values():
        write_file(folder / name, make())
    return {role: name for role, (name, _) in makers.items()}


def write_images(pictures: Mapping[str, NDArray[np.uint8]], folder: Path | None) -> None:
    """Write pictures uint8 [height, width, 1 or 3] by file name; nothing without a folder.

    Raises ``UnwritableFolderError`` when the folder cannot be written to.
    """
    if folder is None:
        return
    from deepintro_desktop.imaging import png_bytes

    for name, picture in pictures.items():
        write_file(folder / name, png_bytes(picture))


def save_picture(request: SavePictureRequest, context: Context, report: Report = SILENT) -> Path:
    """Write one picture where the person wants it; return its path.

    Raises ``UnwritableFolderError`` when that is not possible; no file is left half-written.
    """
    from deepintro_desktop.imaging import png_bytes

    write_file(request.path, png_bytes(request.image_hwc_u8))
    return request.path


def write_file(path: Path, content: bytes) -> None:
    """Write a file in one step: it is whole, or it is not there."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(content)
        Path(unfinished).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise UnwritableFolderError(
            f"{path.name} could not be written.", f"{error.strerror}.", "Choose another folder."
        ) from error


def _npy(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()
