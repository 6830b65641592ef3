"""Look at the pictures of an image's file, and choose one of them."""

from deepintro_desktop.core.changes import Changes
from deepintro_desktop.core.picture_view import SeenPicture
from deepintro_desktop.core.progress import SILENT, Report
from deepintro_desktop.core.requests import EntryRequest, KeepViewRequest, SeePictureRequest
from deepintro_desktop.core.translation import translate
from deepintro_desktop.workflows.context import Context
from deepintro_desktop.workflows.references import image_content, image_record, network_record


def see_picture(request: SeePictureRequest, context: Context, report: Report = SILENT) -> SeenPicture:
    """Return a picture of an image's file, and what a network is given of it; nothing is changed.

    Raises
    ------
    UnreadableImageError
        When the file has no such picture, or cannot be read.
    """
    from deepintro_desktop.imaging import open_picture, smaller_hwc_u8, to_input_hwc_u8

    record = image_record(request.image, context)
    # A slider asks many times a second: the file is not decoded again for each of its values.
    opened = context.opened_pictures.get(
        record.sha256, lambda: open_picture(image_content(record, context), record.name)
    )
    decoded = opened.picture(request.view)
    report.check()
    pixels = decoded.pixels_hwc_u8
    given = None
    if request.network:
        specification = network_record(request.network, context).manifest.specification
        given = to_input_hwc_u8(pixels, specification)
    return SeenPicture(
        request.view,
        smaller_hwc_u8(pixels, request.size),
        decoded.height,
        decoded.width,
        dict(decoded.facts),
        decoded.choices,
        given,
    )


def keep_view(request: KeepViewRequest, context: Context, report: Report = SILENT) -> Changes:
    """Make another picture of its file the image; results of the present one come back with its view."""
    from deepintro_desktop.imaging import read_image

    record = context.library.images.find(request.image)
    context.opened_pictures.forget(lambda sha256: sha256 == record.sha256)
    decoded = read_image(context.library.images.read_bytes(record), record.name, request.view)
    return context.library.images.show_as(record, request.view, decoded)


def patient_lines(request: EntryRequest, context: Context, report: Report = SILENT) -> tuple[str, ...]:
    """Return whose picture an image is, in words for a person who asked; kept nowhere."""
    from deepintro_desktop.imaging.dicom_patient import read_patient

    patient = read_patient(image_content(image_record(request.id, context), context))
    lines = (
        (translate("Patient", "Patient: {0}"), patient.name),
        (translate("Patient", "ID: {0}"), patient.id),
        (translate("Patient", "Born: {0}"), patient.born),
        (translate("Patient", "Sex: {0}"), patient.sex),
        (translate("Patient", "Study of: {0}"), patient.studied),
    )
    if not patient:
        return (translate("Patient", "The file does not say whose picture it is."),)
    return tuple(words.format(value) for words, value in lines if value)
