"""What the dialog says."""

from deepintro_desktop.core.picture_view import (
    AXES,
    PictureChoices,
    PictureView,
    SeenPicture,
)
from deepintro_desktop.core.records import ImageRecord, NetworkRecord
from deepintro_desktop.core.said import said
from deepintro_desktop.core.specification import Resize
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.dialogs.image_view.contract import Controls, PlaceControl, Sight, WindowControl

_CONTEXT = "ImageView"
_CAPTION_FACTS = ("frames", "slice", "window")
_NOTE_FACTS = (
    "orientation",
    "spacing",
    "depth",
    "transparency",
    "overlays",
    "profile",
    "colours",
    "compression",
)
_WARNING_FACTS = ("annotations", "damage")
_CHOICE_FACTS = ("frames", "slice", "window", "depth", "transparency", "overlays")


def can_be_seen_otherwise(image: ImageRecord) -> bool:
    """Tell whether the file of an image is likely to offer a choice; the file itself is not read."""
    return any(name in image.facts for name in _CHOICE_FACTS)


def controls_of(view: PictureView, choices: PictureChoices, kind: str) -> Controls:
    """Return what can be chosen, and what is."""
    slices = {axis: count for axis, count in choices.slices if count > 1}
    axis = view.axis or AXES[0]
    sliced = None
    if axis in slices:
        place = slices[axis] // 2 if view.place is None else view.place
        sliced = PlaceControl(translate(_CONTEXT, "Slice"), slices[axis], place)
    framed = None
    if choices.n_frames > 1:
        framed = PlaceControl(frame_word(kind), choices.n_frames, view.frame)
    window = None
    if choices.values is not None:
        chosen = view.window is not None
        window = WindowControl(choices.values, choices.window, choices.unit, choices.windows, chosen)
    return Controls(
        tuple((name, axis_word(name)) for name in slices) if len(slices) > 1 else (),
        axis,
        sliced,
        framed,
        window,
        view.background if choices.transparent else None,
        view.overlays if choices.overlays else None,
    )


def frame_word(kind: str) -> str:
    """Return what files of a kind have several of."""
    if kind == "NIfTI":
        return translate(_CONTEXT, "Volume")
    return translate(_CONTEXT, "Page") if kind == "TIFF" else translate(_CONTEXT, "Frame")


def axis_word(axis: str) -> str:
    """Return the name of an axis."""
    return {
        "axial": translate(_CONTEXT, "Axial"),
        "coronal": translate(_CONTEXT, "Coronal"),
        "sagittal": translate(_CONTEXT, "Sagittal"),
    }[axis]


def sight_of(seen: SeenPicture, network: NetworkRecord | None) -> Sight:
    """Return both pictures with their words."""
    facts = seen.facts
    parts = [translate(_CONTEXT, "{0} × {1} pixels").format(seen.width, seen.height)]
    parts += [said(facts[name]) for name in _CAPTION_FACTS if name in facts]
    return Sight(
        seen.picture_hwc_u8,
        " · ".join(parts),
        seen.input_hwc_u8,
        _input_caption(network),
        tuple(_sentence(said(facts[name])) for name in _NOTE_FACTS if name in facts),
        tuple(_sentence(said(facts[name])) for name in _WARNING_FACTS if name in facts),
    )


def _input_caption(network: NetworkRecord | None) -> str:
    if network is None:
        return translate(_CONTEXT, "Select a model to see what it is given of this picture.")
    wants = network.manifest.specification
    colour = translate(_CONTEXT, "grey") if wants.channels == 1 else translate(_CONTEXT, "colour")
    fitted = {
        Resize.STRETCH: translate(_CONTEXT, "stretched to fit"),
        Resize.CROP: translate(_CONTEXT, "cut to fit"),
        Resize.PAD: translate(_CONTEXT, "with borders to fit"),
    }[wants.resize]
    size = translate(_CONTEXT, "{0} × {1} pixels").format(wants.width, wants.height)
    return " · ".join((size, colour, fitted))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
