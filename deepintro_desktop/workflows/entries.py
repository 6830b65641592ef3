"""List, rename and remove what the library holds, and show pictures of it."""

import numpy as np
from numpy.typing import NDArray

from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.requests import EntryRequest, ThumbnailRequest
from deepintro_desktop.core.results import LibraryCheck
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.references import image_pixels, image_record

_READ_ONLY_HINT = "What is made here can be seen, but is not kept. Change that, then start the program again."


SCREEN_SIDE = 4096
"""Pixels; one copy for the screen has 64 MB at most and is painted in 4 ms."""


def list_networks(request: object, context: Context, report: Report = SILENT) -> tuple[NetworkRecord, ...]:
    """Return the networks of the open project, oldest first."""
    return tuple(context.library.networks.list(context.project_id))


def library_notice(request: object, context: Context, report: Report = SILENT) -> str:
    """Return why the library can only be read, and what to do; empty when all is well."""
    reason = context.library.read_only_reason
    return f"{reason} {_READ_ONLY_HINT}" if reason else ""


def list_images(request: object, context: Context, report: Report = SILENT) -> tuple[ImageRecord, ...]:
    """Return the images of the open project, oldest first."""
    return tuple(context.library.images.list(context.project_id))


def rename_network(request: EntryRequest, context: Context, report: Report = SILENT) -> Changes:
    """Give a network another name."""
    return context.library.networks.rename(context.library.networks.find(request.id), request.name)


def rename_image(request: EntryRequest, context: Context, report: Report = SILENT) -> Changes:
    """Give an image another name."""
    return context.library.images.rename(context.library.images.find(request.id), request.name)


def remove_network(request: EntryRequest, context: Context, report: Report = SILENT) -> Changes:
    """Remove a network from the open project; with every result when no other project has it."""
    record = context.library.networks.find(request.id)
    context.networks.forget(lambda key: key == record)
    return context.library.networks.remove(record, context.project_id)


def remove_image(request: EntryRequest, context: Context, report: Report = SILENT) -> Changes:
    """Remove an image from the open project; with every result of it when no other project has it.

    The file that it came from stays where it is.
    """
    return context.library.images.remove(context.library.images.find(request.id), context.project_id)


def thumbnail(request: ThumbnailRequest, context: Context, report: Report = SILENT) -> NDArray[np.uint8]:
    """Return a small picture, uint8 [height, width, 3], at most ``size`` pixels on its longer side."""
    from deepintro_desktop.imaging import read_image, thumbnail_hwc_u8

    record = image_record(request.image, context)
    content = context.library.images.read_bytes(record)
    return thumbnail_hwc_u8(read_image(content, record.name, record.view).pixels_hwc_u8, request.size)


def original_pixels(request: EntryRequest, context: Context, report: Report = SILENT) -> NDArray[np.uint8]:
    """Return the picture for the screen, uint8 [height, width, 1 or 3], RGB.

    Of pictures with more pixels than any screen a scaled copy: their network's input is made from the whole.
    """
    from deepintro_desktop.imaging import smaller_hwc_u8

    return smaller_hwc_u8(image_pixels(image_record(request.id, context), context), SCREEN_SIDE)


def check_library(request: object, context: Context, report: Report = SILENT) -> LibraryCheck:
    """Read everything in the library and compare it with its digests; nothing is changed."""
    library = context.library
    problems = tuple(library.check(report))
    return LibraryCheck(
        str(context.library_folder), len(library.networks.list()), len(library.images.list()), problems
    )
