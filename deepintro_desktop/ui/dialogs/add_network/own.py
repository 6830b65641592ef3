"""A preparation that a person types, and back: text fields and an input specification."""

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.core.specification import InputSpecification
from deepintro_desktop.core.translation import translate
from deepintro_desktop.ui.dialogs.add_network.contract import OwnFields


def fields_of(spec: InputSpecification) -> OwnFields:
    """Return a specification as text to edit; equal numbers of all channels are written once."""
    return OwnFields(
        spec.order.value,
        spec.resize.value,
        _plain(spec.scale),
        _list(spec.mean),
        _list(spec.std),
        str(spec.width),
        str(spec.height),
    )


def specification_of(fields: OwnFields, channels: int) -> InputSpecification:
    """Return what was typed; fractions like ``1/255`` are understood.

    Raises
    ------
    WrongRequestError
        With a sentence about what is wrong.
    """
    values: dict[str, object] = {
        "channels": channels,
        "order": fields.order,
        "resize": fields.resize,
        "scale": _number(fields.scale, _tr("Scale")),
        "mean": _numbers(fields.mean, _tr("Mean"), channels),
        "std": _numbers(fields.std, _tr("Divided by"), channels),
        "width": _number(fields.width, _tr("Width")),
        "height": _number(fields.height, _tr("Height")),
    }
    return InputSpecification.from_dict(values)


def _numbers(text: str, name: str, channels: int) -> list[float]:
    parts = [part for part in text.replace(";", ",").split(",") if part.strip()]
    if len(parts) not in (1, channels):
        raise WrongRequestError(
            _tr("{0} needs one number, or {1} with commas between them.").format(name, channels),
            _tr("There are {0}.").format(len(parts)),
        )
    numbers = [_number(part, name) for part in parts]
    return numbers * channels if len(numbers) == 1 else numbers


def _number(text: str, name: str) -> float:
    top, slash, bottom = text.strip().replace("−", "-").partition("/")
    try:
        return float(top) / float(bottom) if slash else float(top)
    except (ValueError, ZeroDivisionError):
        raise WrongRequestError(_tr("{0}: {1!r} is not a number.").format(name, text.strip())) from None


def _list(values: tuple[float, ...]) -> str:
    shown = [_plain(value) for value in values]
    return shown[0] if len(set(shown)) == 1 else ", ".join(shown)


def _plain(value: float) -> str:
    """Return a number to edit: ``1/255`` for the usual scale, else without needless digits."""
    if value and abs(1 / value - 255) < 1e-6:
        return "1/255"
    return f"{value:.6g}"


def _tr(text: str) -> str:
    return translate("OwnPreparation", text)
