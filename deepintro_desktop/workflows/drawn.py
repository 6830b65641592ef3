"""What a person made of the features of a picture: kept in the library, applied to what was found."""

import logging

from deepintro_desktop.core.drawn import NO_EDITS, Edits, Pixels
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.requests import KeepDrawnRequest, SplitRequest
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.references import image_record, network_record

_log = logging.getLogger(__name__)

_KIND = "drawn"
_FORMAT = 1
"""Part of every key; raised when edits are written differently."""


def keep_drawn(request: KeepDrawnRequest, context: Context, report: Report = SILENT) -> bool:
    """Keep the edits of a picture with it and the network; tell whether that was possible.

    Unlike what is computed, edits do not depend on the version of the engine.
    """
    network, image = network_record(request.network, context), image_record(request.image, context)
    if not (network.stored and image.stored) or context.library.read_only_reason is not None:
        return False
    owners = {"network_id": network.id, "image_id": image.id}
    key = _key(network, image)
    return context.library.results.store(_KIND, key, request.edits.to_dict(), {}, **owners) is not None


def kept_edits(network: NetworkRecord, image: ImageRecord, context: Context) -> Edits:
    """Return what a person made of the features of a picture for a network; nothing for a visitor."""
    if not (network.stored and image.stored):
        return NO_EDITS
    found = context.library.results.load(_KIND, _key(network, image))
    if found is None:
        return NO_EDITS
    try:
        return Edits.from_dict(found[0])
    except (KeyError, TypeError, ValueError) as error:
        _log.warning("the drawn features of %s cannot be read: %s", image.name, error)
        return NO_EDITS


def split_feature(request: SplitRequest, context: Context, report: Report = SILENT) -> tuple[Pixels, ...]:
    """Return the pieces of a feature, or its sides of a line; fewer than two: there is nothing to split."""
    from deepintro_desktop.engine.features import split_along, split_pieces

    mask_hw = request.pixels.mask((request.pixels.height, request.pixels.width))
    if request.line is None:
        return tuple(map(Pixels.of, split_pieces(mask_hw, request.min_size)))
    return tuple(map(Pixels.of, split_along(mask_hw, request.line)))


def _key(network: NetworkRecord, image: ImageRecord) -> dict[str, object]:
    """Return what edits belong to: the pixels that the network gets, not how their values are scaled."""
    specification = network.manifest.specification.to_dict()
    grid = {name: specification[name] for name in ("height", "width", "resize")}
    return {"network": network.onnx_sha256, "image": image.pixels_key, "grid": grid, "format": _FORMAT}
