"""Bring image files into the library."""

from pathlib import Path
from typing import TYPE_CHECKING

from deepintro_desktop.core.errors import DeepIntroError, UnreadableImageError
from deepintro_desktop.core.picture_view import PictureView
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import ImageRecord
from deepintro_desktop.core.requests import AddImagesRequest
from deepintro_desktop.core.results import AddedImages
from deepintro_desktop.workflows.context import Context

if TYPE_CHECKING:
    from deepintro_desktop.library import AddedImage


def add_images(request: AddImagesRequest, context: Context, report: Report = SILENT) -> AddedImages:
    """Read and store images; a folder stands for all files below it. What cannot be read is reported."""
    added: list[ImageRecord] = []
    duplicates: list[tuple[str, ImageRecord]] = []
    refused: list[tuple[str, DeepIntroError]] = []
    paths = _files(request.paths)
    project_id = context.project_id  # another one may be opened meanwhile
    for n_done, path in enumerate(paths):
        report(n_done, len(paths), f"Adding {path.name}")
        try:
            outcome = _add(path, request.view, context, project_id)
        except DeepIntroError as error:
            if error.kind == "library":
                raise
            refused.append((path.name, error))
            continue
        if outcome.duplicate_of is None:
            added.append(outcome.record)
        else:
            duplicates.append((path.name, outcome.duplicate_of))
    return AddedImages(tuple(added), tuple(duplicates), tuple(refused))


def _files(paths: tuple[Path, ...]) -> list[Path]:
    """Return files; a folder stands for those in it and below it, and for itself where there are none."""
    files: list[Path] = []
    for path in paths:
        files.extend(_inside(path) or [path] if path.is_dir() else [path])
    return files


def _inside(folder: Path) -> list[Path]:
    """Return the files of a folder, as scanners write them in folders within folders; no hidden ones."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _add(path: Path, view: PictureView, context: Context, project_id: str) -> "AddedImage":
    from deepintro_desktop.imaging import read_file, read_image

    if path.is_dir():
        raise UnreadableImageError(
            f"{path.name} is a folder without files.", "", "Choose a folder with pictures in it."
        )
    content = read_file(path)
    decoded = read_image(content, path.name, view)
    return context.library.images.add(path, content, decoded, project_id, view=view)
