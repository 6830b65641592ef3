"""How a network wants its input: size, channels, order, resizing, scale, mean and standard deviation."""

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from math import isfinite

from deepintro_desktop.core.errors import WrongRequestError


class ChannelOrder(StrEnum):
    """The order of colour channels that a network was trained with."""

    RGB = "RGB"
    BGR = "BGR"
    GRAY = "GRAY"


class Resize(StrEnum):
    """How a picture is brought to the size of the input."""

    STRETCH = "stretch"
    CROP = "crop"
    PAD = "pad"


@dataclass(frozen=True, slots=True)
class InputSpecification:
    """The input of a network.

    The value fed to the network is ``(pixel * scale - mean) / std`` with pixel in 0..255, per channel,
    channels in ``order``. ``mean`` and ``std`` have one entry per channel.
    """

    height: int
    width: int
    channels: int = 3
    order: ChannelOrder = ChannelOrder.RGB
    resize: Resize = Resize.STRETCH
    scale: float = 1.0
    mean: tuple[float, ...] = (0.0, 0.0, 0.0)
    std: tuple[float, ...] = (1.0, 1.0, 1.0)

    def __post_init__(self) -> None:
        problem = _problem(self)
        if problem:
            raise WrongRequestError(
                "The input specification is not usable.", problem, "Correct the preprocessing and try again."
            )

    @property
    def text(self) -> str:
        """The size as people write it, for example ``227 × 227 RGB``."""
        colour = "grey" if self.order is ChannelOrder.GRAY else self.order.value
        return f"{self.width} × {self.height} {colour}"

    def to_dict(self) -> dict[str, object]:
        """Return plain JSON values."""
        values = asdict(self)
        return values | {
            "order": self.order.value,
            "resize": self.resize.value,
            "mean": list(self.mean),
            "std": list(self.std),
        }

    @classmethod
    def from_dict(cls, values: dict[str, object]) -> "InputSpecification":
        """Read what :meth:`to_dict` wrote or a user typed; raise ``WrongRequestError`` on nonsense."""
        known = set(cls.__slots__)
        unknown = sorted(set(values) - known)
        if unknown or "height" not in values or "width" not in values:
            raise WrongRequestError(
                "The preprocessing object is not usable.",
                f"Unknown fields: {', '.join(unknown)}." if unknown else "It needs height and width.",
                f"Use the fields {', '.join(cls.__slots__)}.",
            )
        try:
            return cls._from_plain(values)
        except (TypeError, ValueError) as error:
            raise WrongRequestError(
                "The preprocessing object is not usable.", f"{error}.", "Check the types of its fields."
            ) from error

    @classmethod
    def _from_plain(cls, values: dict[str, object]) -> "InputSpecification":
        channels = _whole(values.get("channels", 3))
        order = ChannelOrder(str(values.get("order", "GRAY" if channels == 1 else "RGB")))
        return cls(
            height=_whole(values["height"]),
            width=_whole(values["width"]),
            channels=channels,
            order=order,
            resize=Resize(str(values.get("resize", "stretch"))),
            scale=float(values.get("scale", 1.0)),  # type: ignore[arg-type]
            mean=_per_channel(values.get("mean", 0.0), channels),
            std=_per_channel(values.get("std", 1.0), channels),
        )

    def with_size(self, height: int, width: int) -> "InputSpecification":
        """Return the same preprocessing for another size."""
        return replace(self, height=height, width=width)


def _whole(value: object) -> int:
    number = float(value)  # type: ignore[arg-type]
    if number != int(number):
        raise ValueError(f"{value} is not a whole number")
    return int(number)


def _per_channel(value: object, channels: int) -> tuple[float, ...]:
    if isinstance(value, (list, tuple)):
        return tuple(float(entry) for entry in value)
    return (float(value),) * channels  # type: ignore[arg-type]


def _problem(spec: InputSpecification) -> str:
    if spec.height < 1 or spec.width < 1:
        return f"Height and width must be positive, not {spec.height} × {spec.width}."
    if spec.channels not in (1, 3):
        return f"A picture has 1 or 3 channels, not {spec.channels}."
    if (spec.order is ChannelOrder.GRAY) != (spec.channels == 1):
        return f"{spec.channels} channels do not fit the order {spec.order.value}."
    if len(spec.mean) != spec.channels or len(spec.std) != spec.channels:
        return "Mean and std need one number per channel."
    if not all(map(isfinite, (spec.scale, *spec.mean, *spec.std))):
        return "Scale, mean and std must be finite numbers."
    if any(value == 0 for value in spec.std) or spec.scale == 0:
        return "Scale and std must not be zero."
    return ""
