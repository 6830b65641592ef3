"""From what a person typed (a library name, an id, a file path) to a network or an image in memory."""

import hashlib
import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.errors import NotFoundError
from deepintro_desktop.core.picture_view import AS_IT_COMES, PictureView
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.requests import AddNetworkRequest
from deepintro_desktop.workflows.context import Context, Visitor
from deepintro_desktop.workflows.loaded import LoadedNetwork

_GENERIC_NAMES = {
    "deploy", "model", "network", "saved_model", "savedmodel", "net", "train_val", "imageclassifier",
    "checkpoint", "variables", "frozen", "frozen_graph", "frozen_model", "graph", "weights",
    "best", "last", "export",
}  # fmt: skip
_OF_CHECKPOINT = re.compile(r"(\.ckpt)?(-\d+)?\.(meta|index|data-\d{5}-of-\d{5})$")
"""What checkpoints of TensorFlow append to a name."""


def visit_network(request: AddNetworkRequest, context: Context, report: Report = SILENT) -> NetworkRecord:
    """Import a network for this process only, without storing it."""
    imported = context.open_network(request, report)
    digest = hashlib.sha256(imported.onnx).hexdigest()
    # The same layers with another preprocessing, ending or labels are another network.
    identity = hashlib.sha256(f"{digest} {imported.manifest!r}".encode()).hexdigest()
    record = NetworkRecord(
        id=f"visiting-{identity[:16]}",
        name=request.name or default_name(request.path),
        manifest=imported.manifest,
        onnx_sha256=digest,
        stored=False,
    )
    context.visiting_networks[record.id] = Visitor(record, imported.onnx)
    return record


def default_name(path: Path) -> str:
    """Return the name for a network that nobody named: its file's, or its folder's where that says more.

    Folders that only number versions (``net/1/saved_model.pb``) are passed over, too.
    """
    full = path.resolve()
    bare = _OF_CHECKPOINT.sub("", full.name)
    own = full.stem if bare == full.name else bare
    candidates = [own, *(folder.name for folder in full.parents[:2])]
    return next((name for name in candidates if name and not _is_generic(name)), own or full.name)


def _is_generic(name: str) -> bool:
    return name.casefold() in _GENERIC_NAMES or name.isdecimal()


def visit_image(path: Path, context: Context, view: PictureView = AS_IT_COMES) -> ImageRecord:
    """Read an image for this process only, without storing it."""
    from deepintro_desktop.imaging import read_file

    return _visit(read_file(path), path.name, str(path), view, context)


def visit_otherwise(reference: str, view: PictureView, context: Context) -> ImageRecord:
    """See an image of the library in another view, for this process only."""
    record = image_record(reference, context)
    return _visit(image_content(record, context), record.name, record.source_path, view, context)


def _visit(content: bytes, name: str, source: str, view: PictureView, context: Context) -> ImageRecord:
    from deepintro_desktop.imaging import read_image

    decoded = read_image(content, name, view)
    digest = hashlib.sha256(content).hexdigest()
    record = ImageRecord(
        id=f"visiting-{digest[:16]}{view.digest}",
        name=name,
        sha256=digest,
        height=decoded.height,
        width=decoded.width,
        kind=decoded.kind,
        stored=False,
        source_path=source,
        facts=dict(decoded.facts),
        view=view,
    )
    context.visiting_images[record.id] = Visitor(record, content)
    return record


def network_record(reference: str, context: Context) -> NetworkRecord:
    """Find a network by visiting id, library id or library name; else import the file of that path."""
    visiting = context.visiting_networks.get(reference)
    if visiting:
        return visiting.record
    path = Path(reference)
    if path.exists():
        return visit_network(AddNetworkRequest(path), context)
    _refuse_missing_file(reference)
    return context.library.networks.find(reference)


def image_record(reference: str, context: Context) -> ImageRecord:
    """Find an image by visiting id, library id or library name; else read the file of that path."""
    visiting = context.visiting_images.get(reference)
    if visiting:
        return visiting.record
    path = Path(reference)
    if path.exists():
        return visit_image(path, context)
    _refuse_missing_file(reference)
    return context.library.images.find(reference)


def _refuse_missing_file(reference: str) -> None:
    """What looks like a path is not searched for in the library: the answer would name the wrong place."""
    if "/" in reference or "\\" in reference:
        raise NotFoundError(f"{reference} does not exist.", "", "Check the path.")


def load_network(reference: str, context: Context) -> LoadedNetwork:
    """Return the network in memory, loading it when it is not there."""
    record = network_record(reference, context)

    def load() -> LoadedNetwork:
        visitor = context.visiting_networks.get(record.id)
        onnx = visitor.content if visitor else context.library.networks.onnx_bytes(record)
        return LoadedNetwork(record, onnx, context.device)

    return context.networks.get(record, load)


def image_pixels(record: ImageRecord, context: Context) -> NDArray[np.uint8]:
    """Return the decoded picture, uint8 [height, width, 1 or 3], RGB."""
    from deepintro_desktop.imaging import read_image

    def read() -> NDArray[np.uint8]:
        return read_image(image_content(record, context), record.name, record.view).pixels_hwc_u8

    return context.pictures.get(record.pixels_key, read)


def image_content(record: ImageRecord, context: Context) -> bytes:
    """Return the file of an image, byte for byte."""
    visitor = context.visiting_images.get(record.id)
    return visitor.content if visitor else context.library.images.read_bytes(record)
