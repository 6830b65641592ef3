"""Read a network without storing it, try preparations of pixels on it, and store it once that is decided."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import DeepIntroError, NotFoundError
from deepintro_desktop.core.inspection import (
    FoundFile,
    Inspection,
    KeepRequest,
    RelabelRequest,
    Trial,
    TriedPicture,
    TryPictureRequest,
    TryRequest,
)
from deepintro_desktop.core.progress import SILENT, Cancelled, Report
from deepintro_desktop.core.records import Manifest, NetworkRecord, SpecificationSource
from deepintro_desktop.core.requests import AddNetworkRequest, EntryRequest
from deepintro_desktop.core.results import AddedNetwork, ClassScore
from deepintro_desktop.core.specification import InputSpecification
from deepintro_desktop.workflows.context import Context, Visitor
from deepintro_desktop.workflows.detective import candidates, sources
from deepintro_desktop.workflows.references import (
    image_pixels,
    image_record,
    load_network,
    visit_image,
    visit_network,
)

if TYPE_CHECKING:
    from deepintro_desktop.workflows.loaded import LoadedNetwork

_WRITTEN_LABELS = "labels"


def inspect_network(request: AddNetworkRequest, context: Context, report: Report = SILENT) -> Inspection:
    """Open a network file with its companions and check it; nothing is stored.

    The network stays in memory until :func:`keep_network` or :func:`forget_inspected`.
    """
    record = visit_network(request, context, report)
    try:
        report.check()
    except Cancelled:
        _forget(record.id, context)  # nobody will hear of it
        raise
    return _inspection(record, request)


def relabel_network(request: RelabelRequest, context: Context, report: Report = SILENT) -> Inspection:
    """Return the inspection with the class names of another file; the network itself is not read again.

    Raises
    ------
    WrongRequestError
        When the file has another number of names than the network has classes; nothing is changed then.
    """
    from deepintro_desktop.importers.digests import source_file
    from deepintro_desktop.importers.labels import read_labels
    from deepintro_desktop.importers.open import LABELS_NOT_USED

    visitor = _visitor(request.inspection.record.id, context)
    manifest = visitor.record.manifest
    labels = read_labels(request.labels, manifest.n_classes)
    others = tuple(file for file in manifest.files if file.role != _WRITTEN_LABELS)
    changed = replace(
        manifest,
        labels=labels,
        files=(*others, source_file(_WRITTEN_LABELS, request.labels)),
        notes=tuple(note for note in manifest.notes if not note.endswith(LABELS_NOT_USED)),
    )
    visitor.record = replace(visitor.record, manifest=changed)
    return _inspection(visitor.record, replace(request.inspection.request, labels=request.labels))


def try_preparations(request: TryRequest, context: Context, report: Report = SILENT) -> tuple[Trial, ...]:
    """Return what the network answers to the pictures for each specification; one batch for each.

    The trials so far are partial results: those that are still to come have values and no answers.
    """
    loaded = load_network(request.network, context) if request.pictures else None
    pictures = [_pixels_or_none(name, context) for name in request.pictures]
    trials = [_trial(None, spec, pictures) for spec in request.specifications]
    for place, spec in enumerate(request.specifications):
        report(place, len(trials), "Trying preparations of pixels")
        trials[place] = _trial(loaded, spec, pictures)
        report.partial(tuple(trials))
    report(1, 1, "Tried")
    return tuple(trials)


def try_picture(request: TryPictureRequest, context: Context, report: Report = SILENT) -> TriedPicture:
    """Read a picture file for trying, without adding it to the library."""
    from deepintro_desktop.imaging import thumbnail_hwc_u8

    record = visit_image(request.path, context)
    return TriedPicture(record, thumbnail_hwc_u8(image_pixels(record, context), request.size))


def keep_network(request: KeepRequest, context: Context, report: Report = SILENT) -> AddedNetwork:
    """Store an inspected network as it lies in memory, with the preparation that was decided on."""
    visitor = _visitor(request.network, context)
    manifest = _decided(visitor.record.manifest, request.specification, request.source)
    report.check()
    stored = context.library.networks.add(
        manifest, visitor.content, request.name.strip() or visitor.record.name, context.project_id
    )
    _forget(request.network, context)
    return AddedNetwork(stored.record, stored.already_there)


def forget_inspected(request: EntryRequest, context: Context, report: Report = SILENT) -> None:
    """Give back the memory of a network, or a picture, that was only tried."""
    _forget(request.id, context)


def _inspection(record: NetworkRecord, request: AddNetworkRequest) -> Inspection:
    from deepintro_desktop.importers.contract import SEVERAL_SIZES
    from deepintro_desktop.importers.open import LABELS_NOT_USED

    manifest = record.manifest
    named = {"weights": request.weights, "labels": request.labels, "mean": request.mean}
    files = tuple(
        FoundFile(file.role, file.name, was_named=named.get(file.role) is not None) for file in manifest.files
    )
    is_size_open = any(note.startswith(SEVERAL_SIZES) for note in manifest.notes)
    return Inspection(
        record,
        request,
        files,
        sources(manifest, is_size_open=is_size_open),
        candidates(manifest),
        tuple(note for note in manifest.notes if note.endswith(LABELS_NOT_USED)),
    )


def _decided(manifest: Manifest, spec: InputSpecification, source: SpecificationSource) -> Manifest:
    """Return the manifest with a decision; a guess keeps its note, with the name of what is in use."""
    from deepintro_desktop.importers.preprocessing import GUESS_NOTE, guess_note

    if spec == manifest.specification and source is manifest.specification_source:
        return manifest
    others = tuple(note for note in manifest.notes if not note.startswith(GUESS_NOTE))
    if source is SpecificationSource.GUESS:
        chosen = next((entry.key for entry in candidates(manifest) if entry.specification == spec), "object")
        others += (guess_note(chosen),)
    return replace(manifest, specification=spec, specification_source=source, notes=others)


def _trial(
    loaded: "LoadedNetwork | None", spec: InputSpecification, pictures: list[NDArray[np.uint8] | None]
) -> Trial:
    from deepintro_desktop.imaging import input_bounds, to_input_hwc_u8, to_network

    low, high = input_bounds(spec)
    ends = float(low.min()), float(high.max())
    readable = [picture for picture in pictures if picture is not None]
    if loaded is None or not readable:
        return Trial(spec, *ends, answers=((),) * len(pictures))
    batch = np.stack([to_network(to_input_hwc_u8(picture, spec), spec) for picture in readable])
    best = iter([loaded.predict(row).top for row in loaded.session.logits(batch)])
    answers: tuple[tuple[ClassScore, ...], ...] = tuple(
        () if picture is None else next(best) for picture in pictures
    )
    mean_best = float(np.mean([answer[0].probability for answer in answers if answer]))
    return Trial(spec, *ends, answers=answers, mean_best=mean_best)


def _pixels_or_none(name: str, context: Context) -> NDArray[np.uint8] | None:
    """Return a picture, or None for one whose file is gone or damaged: the others are tried all the same."""
    try:
        return image_pixels(image_record(name, context), context)
    except DeepIntroError:
        return None


def _visitor(network_id: str, context: Context) -> Visitor[NetworkRecord]:
    visitor = context.visiting_networks.get(network_id)
    if visitor is None:
        raise NotFoundError("This network is not in memory any more.", "", "Choose its file again.")
    return visitor


def _forget(entry_id: str, context: Context) -> None:
    context.visiting_images.pop(entry_id, None)
    visitor = context.visiting_networks.pop(entry_id, None)
    if visitor is not None:
        context.networks.forget(lambda key: getattr(key, "id", "") == entry_id)
