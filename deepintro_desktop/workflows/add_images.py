"""Bring image files into the library."""

from pathlib import Path
from typing import TYPE_CHECKING

from deepintro_desktop.core.errors import DeepIntroError
from deepintro_desktop.core.picture_view import PictureView
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import ImageRecord
from deepintro_desktop.core.requests import AddImagesRequest
from deepintro_desktop.core.results import AddedImages
from deepintro_desktop.workflows.context import Context

if TYPE_CHECKING:
    from deepintro_desktop.library import AddedImage


def add_images(request: AddImagesRequest, context: Context, report: Report = SILENT) -> AddedImages:
    """Read and store images; a folder stands for its files. What cannot be read is reported."""
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
    files: list[Path] = []
    for path in paths:
        files.extend(
            sorted(entry for entry in path.iterdir() if entry.is_file()) if path.is_dir() else [path]
        )
    return files


def _add(path: Path, view: PictureView, context: Context, project_id: str) -> "AddedImage":
    from deepintro_desktop.imaging import read_file, read_image

    content = read_file(path)
    decoded = read_image(content, path.name, view)
    return context.library.images.add(path, content, decoded, project_id, view=view)
