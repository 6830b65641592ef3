"""How pixels become the input of a network: by name, by an object, as the file says, or by a guess."""

import json
from dataclasses import dataclass, replace

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.records import SpecificationSource
from deepintro_desktop.core.specification import ChannelOrder, InputSpecification
from deepintro_desktop.importers.contract import InputHints
from deepintro_desktop.importers.mean import Mean

AUTO = "auto"
GUESS_NOTE = "The file does not say how pixels are prepared."
"""How the note about a guess begins."""

_IMAGENET_MEAN, _IMAGENET_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
_CAFFE_MEAN = (104.0, 117.0, 123.0)
_UNIT = 1 / 255


@dataclass(frozen=True, slots=True)
class _Preset:
    order: ChannelOrder
    scale: float
    mean: tuple[float, float, float]
    std: tuple[float, float, float] = (1.0, 1.0, 1.0)


PRESETS = {
    "imagenet": _Preset(ChannelOrder.RGB, _UNIT, _IMAGENET_MEAN, _IMAGENET_STD),
    "caffe": _Preset(ChannelOrder.BGR, 1.0, _CAFFE_MEAN),
    "minus-one-to-one": _Preset(ChannelOrder.RGB, _UNIT, (0.5, 0.5, 0.5), (0.5, 0.5, 0.5)),
    "zero-to-one": _Preset(ChannelOrder.RGB, _UNIT, (0.0, 0.0, 0.0)),
    "raw": _Preset(ChannelOrder.RGB, 1.0, (0.0, 0.0, 0.0)),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked for: a preset name or ``auto``, or the fields of an object."""

    name: str
    fields: dict[str, object] | None = None

    @property
    def size(self) -> tuple[int, int] | None:
        """The (height, width) that the user typed, if any."""
        if self.fields is None or not {"height", "width"} <= set(self.fields):
            return None
        try:
            size = int(self.fields["height"]), int(self.fields["width"])  # type: ignore[call-overload]
        except (TypeError, ValueError):
            return None
        return size if min(size) > 0 else None


@dataclass(frozen=True, slots=True)
class NetworkInput:
    """What the network itself fixes: channels, height and width."""

    channels: int
    height: int
    width: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """The input specification, who says so, and notes for the user."""

    specification: InputSpecification
    source: SpecificationSource
    notes: tuple[str, ...] = ()


def read_wish(text: str) -> Wish:
    """Return what ``--preprocessing`` means.

    Raise ``WrongRequestError`` for unknown names and broken objects.
    """
    text = text.strip() or AUTO
    if text in PRESETS or text == AUTO:
        return Wish(text)
    try:
        fields = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        why = f"{error}." if text.startswith("{") else ""
        raise _not_understood(text, why) from error
    if not isinstance(fields, dict):
        raise _not_understood(text, "")
    return Wish("object", fields)


def _not_understood(text: str, why: str) -> WrongRequestError:
    return WrongRequestError(
        f"The preprocessing {text[:60]!r} is not known.",
        why,
        f"Use {', '.join(PRESETS)}, auto, or a JSON object with scale, mean, std, order and resize.",
    )


def resolve(wish: Wish, hints: InputHints, shape: NetworkInput, mean: Mean | None) -> Resolved:
    """Return the specification for a network input.

    Raise ``WrongRequestError`` when the wish does not fit it.
    """
    resolved = _without_mean(wish, hints, shape)
    if mean is None:
        return resolved
    if wish.fields is not None and "mean" in wish.fields:
        raise WrongRequestError(
            "The mean is given twice.",
            "The preprocessing object has one, and there is a mean file.",
            "Leave one of them out.",
        )
    specification = resolved.specification
    # Means are in pixel units; the specification subtracts after scaling.
    values = tuple(value * specification.scale for value in mean.values)
    return Resolved(replace(specification, mean=values), resolved.source, resolved.notes + mean.notes)


def _without_mean(wish: Wish, hints: InputHints, shape: NetworkInput) -> Resolved:
    if wish.fields is not None:
        return Resolved(_from_object(wish.fields, shape), SpecificationSource.USER)
    if wish.name != AUTO:
        return Resolved(from_preset(wish.name, shape), SpecificationSource.USER)
    if hints.exact and hints.scale is not None and hints.mean is not None and hints.std is not None:
        order = hints.order or _order(shape, ChannelOrder.RGB)
        specification = InputSpecification(
            shape.height,
            shape.width,
            shape.channels,
            order,
            scale=hints.scale,
            mean=hints.mean,
            std=hints.std,
        )
        return Resolved(specification, SpecificationSource.FILE)
    name = guess(hints, shape)
    return Resolved(from_preset(name, shape), SpecificationSource.GUESS, (guess_note(name),))


def guess_note(name: str) -> str:
    """Say that a preset is a guess."""
    return f"{GUESS_NOTE} “{name}” is a guess, and can give wrong answers."


def guess(hints: InputHints, shape: NetworkInput) -> str:
    """Return the preset that networks of this kind mostly use."""
    if hints.order is ChannelOrder.BGR:
        return "caffe"
    if hints.scale == 1.0:
        return "raw"
    if shape.channels == 3 and min(shape.height, shape.width) >= 64:
        return "imagenet"
    return "zero-to-one"


def _order(shape: NetworkInput, colour: ChannelOrder) -> ChannelOrder:
    return ChannelOrder.GRAY if shape.channels == 1 else colour


def from_preset(name: str, shape: NetworkInput) -> InputSpecification:
    """Return the specification of a preset; for grey pictures with the mean of its three channels."""
    preset = PRESETS[name]
    mean, std = preset.mean, preset.std
    if shape.channels == 1:
        mean, std = (sum(mean) / 3,), (sum(std) / 3,)  # type: ignore[assignment]
    return InputSpecification(
        shape.height,
        shape.width,
        shape.channels,
        _order(shape, preset.order),
        scale=preset.scale,
        mean=mean,
        std=std,
    )


def preset_like(name: str, now: InputSpecification) -> InputSpecification:
    """Return a preset for a network that is prepared in some way now; how a picture gets its size stays.

    Raise ``WrongRequestError`` when there is no such preset.
    """
    if name not in PRESETS:
        raise _not_understood(name, "")
    shape = NetworkInput(now.channels, now.height, now.width)
    return replace(from_preset(name, shape), resize=now.resize)


def _from_object(fields: dict[str, object], shape: NetworkInput) -> InputSpecification:
    own = {"height": shape.height, "width": shape.width, "channels": shape.channels}
    specification = InputSpecification.from_dict(own | fields)
    found = {"height": specification.height, "width": specification.width, "channels": specification.channels}
    if found != own:
        raise WrongRequestError(
            "The preprocessing does not fit the network.",
            f"It says {_text(found)}; the network wants {_text(own)}.",
            "Leave height, width and channels out, or correct them.",
        )
    return specification


def _text(sizes: dict[str, int]) -> str:
    return f"{sizes['width']} × {sizes['height']} with {sizes['channels']} channels"
