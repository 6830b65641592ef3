"""Change what is said about a network in the library: names of classes, how pixels are prepared."""

from dataclasses import replace

from deepintro_desktop.core.adjust import LabelsRequest, Preparation, PreparationRequest
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import NetworkRecord, SpecificationSource
from deepintro_desktop.core.requests import EntryRequest
from deepintro_desktop.core.results import AddedNetwork
from deepintro_desktop.workflows.context import Context


def replace_labels(request: LabelsRequest, context: Context, report: Report = SILENT) -> NetworkRecord:
    """Give the classes of a network the names in a file; results stay, they know classes by number.

    Raises the errors of ``importers.labels.read_labels``.
    """
    from deepintro_desktop.importers.digests import source_file
    from deepintro_desktop.importers.labels import read_labels

    record = context.library.networks.find(request.network)
    labels = read_labels(request.path, record.manifest.n_classes)
    others = tuple(file for file in record.manifest.files if file.role != "labels")
    manifest = replace(record.manifest, labels=labels, files=(*others, source_file("labels", request.path)))
    return context.library.networks.relabel(record, manifest)


def preparations(request: EntryRequest, context: Context, report: Report = SILENT) -> tuple[Preparation, ...]:
    """Return how the pixels of a network can be prepared: as they are now, then every usual way."""
    from deepintro_desktop.importers.preprocessing import PRESETS, preset_like

    record = context.library.networks.find(request.id)
    now = record.manifest.specification
    usual = [Preparation(name, preset_like(name, now)) for name in PRESETS]
    return (Preparation("", now), *(one for one in usual if one.specification != now))


def prepare_otherwise(request: PreparationRequest, context: Context, report: Report = SILENT) -> AddedNetwork:
    """Add the same network with its pixels prepared in another way; the one before stays with its results.

    Raises ``WrongRequestError`` when there is no such way.
    """
    from deepintro_desktop.importers.preprocessing import preset_like

    record = context.library.networks.find(request.network)
    manifest = replace(
        record.manifest,
        specification=preset_like(request.name, record.manifest.specification),
        specification_source=SpecificationSource.USER,
    )
    onnx = context.library.networks.onnx_bytes(record)
    stored = context.library.networks.add(
        manifest, onnx, f"{record.name}, {request.name}", context.project_id
    )
    return AddedNetwork(stored.record, stored.already_there)
