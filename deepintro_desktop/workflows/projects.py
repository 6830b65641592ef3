"""Projects: list, make, open, rename, duplicate, remove, and move between libraries as one file."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.errors import DeepIntroError, LibraryError, UnreadableProjectError
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import ImageRecord, NetworkRecord, ProjectRecord
from deepintro_desktop.core.requests import (
    AddNetworkRequest,
    EntryRequest,
    ExportProjectRequest,
    ImportProjectRequest,
)
from deepintro_desktop.core.results import ExportedProject, ImportedProject, ProjectExtent, ProjectList
from deepintro_desktop.workflows import project_file
from deepintro_desktop.workflows.context import Context

if TYPE_CHECKING:
    from deepintro_desktop.library import Library, PackedProject

Refused = tuple[tuple[str, DeepIntroError], ...]

_N_TRIES = 5
"""So often a project is packed anew when something of it is removed while it is written."""


def list_projects(request: object, context: Context, report: Report = SILENT) -> ProjectList:
    """Return all projects, the last opened first, and which one is open."""
    return ProjectList(tuple(context.library.projects.list()), context.project_id)


def create_project(request: EntryRequest, context: Context, report: Report = SILENT) -> ProjectRecord:
    """Make an empty project of that name and open it."""
    record = context.library.projects.create(request.name)
    context.open_project(record)
    return record


def open_project(request: EntryRequest, context: Context, report: Report = SILENT) -> ProjectRecord:
    """Make a project the open one."""
    record = context.library.projects.find(request.id)
    context.open_project(record)
    return record


def rename_project(request: EntryRequest, context: Context, report: Report = SILENT) -> Changes:
    """Give a project another name."""
    return context.library.projects.rename(context.library.projects.find(request.id), request.name)


def duplicate_project(request: EntryRequest, context: Context, report: Report = SILENT) -> ProjectRecord:
    """Make a second project with the same networks and images."""
    return context.library.projects.duplicate(context.library.projects.find(request.id), request.name)


def remove_project(request: EntryRequest, context: Context, report: Report = SILENT) -> Changes:
    """Remove a project, and what no other project has of it, with every result."""
    record = context.library.projects.find(request.id)
    members = {one.id for one in context.library.networks.list(record.id)}
    context.networks.forget(lambda key: isinstance(key, NetworkRecord) and key.id in members)
    return context.library.projects.remove(record)


def project_extent(request: EntryRequest, context: Context, report: Report = SILENT) -> ProjectExtent:
    """Return what would be removed with a project."""
    return ProjectExtent(*context.library.projects.only_here(context.library.projects.find(request.id)))


def export_project(
    request: ExportProjectRequest, context: Context, report: Report = SILENT
) -> ExportedProject:
    """Write a project as one file: members, results, contents. It is whole, or it is not there.

    Raises ``UnwritableFolderError`` when it cannot be written, ``LibraryError`` when a content is damaged.
    """
    record = context.library.projects.find(request.project)
    for _ in range(_N_TRIES):
        packed = context.library.exchange.pack(record)
        try:
            n_left_out = _write(request, packed, context, report)
            break
        except _ChangedMeanwhileError:
            continue
    else:
        raise LibraryError(f"{packed.name} changes all the time.", hint="Export it when nothing else runs.")
    counts = (len(packed.networks), len(packed.images), len(packed.results))
    return ExportedProject(packed.name, *counts, request.path.stat().st_size, n_left_out)


class _ChangedMeanwhileError(Exception):
    """Something that was packed has been removed from the library before it was written."""


def _write(request: ExportProjectRequest, packed: "PackedProject", context: Context, report: Report) -> int:
    """Write the file, and return how many images stayed at home because they name somebody."""
    from deepintro_desktop.imaging.dicom_patient import read_patient

    library, n_left_out = context.library, 0
    contents: dict[str, tuple[str, bool]] = {}  # digest -> name for people, whether it is dense already
    if request.with_networks:
        contents.update({one.onnx_sha256: (one.name, True) for one in packed.networks})
    if request.with_images:
        contents.update({one.sha256: (one.name, True) for one in packed.images})
    for result in packed.results:
        contents.update({sha256: ("a computed result", False) for sha256 in result.arrays.values()})
    scans = {one.sha256 for one in packed.images if one.kind == "DICOM"}
    with project_file.writing(request.path) as archive:
        project_file.write_document(archive, packed)
        for n_done, (sha256, (name, is_dense)) in enumerate(contents.items()):
            report(n_done, len(contents), f"Writing {name}")
            try:
                content = library.exchange.content(sha256, name)
            except LibraryError:
                if library.exchange.is_kept(sha256):
                    raise
                raise _ChangedMeanwhileError from None
            if sha256 in scans and not request.with_patients and read_patient(content):
                n_left_out += 1
                continue
            project_file.write_content(archive, sha256, content, is_dense=is_dense)
    return n_left_out


def import_project(
    request: ImportProjectRequest, context: Context, report: Report = SILENT
) -> ImportedProject:
    """Take an exported project in as a project of its own and open it; completely or not at all.

    Networks are opened by the helper process, as any file of somebody else, and pictures are read, before
    anything is stored. What the library has already is not stored twice.

    Raises
    ------
    UnreadableProjectError
        When the file is not an exported project, is damaged, or made by a newer version of the program.
    """
    checking, storing = report.split(3, 2)
    with project_file.reading(request.path) as source:
        packed, refused = _checked(source, context, checking)
        found = context.library.exchange.unpack(packed, frozenset(source.contents), source.read, storing)
    context.open_project(found.project)
    record = context.library.projects.find(found.project.id)
    return ImportedProject(record, found.n_results, found.missing, refused)


def _checked(
    source: project_file.ProjectFile, context: Context, report: Report
) -> "tuple[PackedProject, Refused]":
    """Return the project with what can be used, and why the rest cannot; reads every content once."""
    library, packed = context.library, source.packed
    refused: list[tuple[str, DeepIntroError]] = []
    networks, images = [], []
    n_steps = len(packed.networks) + len(packed.images) + len(packed.results)
    for n_done, network in enumerate(packed.networks):
        report(n_done, n_steps, f"Checking {network.name}")
        try:
            _check_network(network, source, context, report)
            networks.append(network)
        except DeepIntroError as error:
            refused.append((network.name, error))
    for n_done, image in enumerate(packed.images, len(packed.networks)):
        report(n_done, n_steps, f"Checking {image.name}")
        try:
            images.append(_read_image(image, source, library))
        except DeepIntroError as error:
            refused.append((image.name, error))
    for n_done, result in enumerate(packed.results, n_steps - len(packed.results)):
        report(n_done, n_steps, "Checking results")
        for sha256 in result.arrays.values():
            if sha256 in source.contents:
                source.read(sha256)
    return replace(packed, networks=tuple(networks), images=tuple(images)), tuple(refused)


def _check_network(
    network: NetworkRecord, source: project_file.ProjectFile, context: Context, report: Report
) -> None:
    """Let the helper process open a network that the library does not have; it may be hostile."""
    known = {one.id: one.onnx_sha256 for one in context.library.networks.list()}
    if network.id in known or network.onnx_sha256 not in source.contents:
        return
    content = source.read(network.onnx_sha256)
    with tempfile.TemporaryDirectory(prefix="deepintro-") as folder:
        path = Path(folder) / "network.onnx"
        path.write_bytes(content)
        opened = context.open_network(AddNetworkRequest(path), report.split(1)[0])
    shape = opened.manifest.specification
    claimed = network.manifest.specification
    same_size = (shape.height, shape.width, shape.channels) == (
        claimed.height,
        claimed.width,
        claimed.channels,
    )
    if opened.manifest.n_classes != network.manifest.n_classes or not same_size:
        raise UnreadableProjectError(
            f"The network {network.name} is not what the file says of it.",
            "Its input or its number of classes is another.",
            "Add the network from its own file.",
        )


def _read_image(image: ImageRecord, source: project_file.ProjectFile, library: "Library") -> ImageRecord:
    """Return the entry of a picture as its content says, where the content is there."""
    if image.sha256 not in source.contents:
        return image
    from deepintro_desktop.imaging import read_image
    from deepintro_desktop.library import image_record

    content = source.read(image.sha256)
    decoded = read_image(content, image.name, image.view)
    return image_record(decoded, content, image.name, view=image.view)
