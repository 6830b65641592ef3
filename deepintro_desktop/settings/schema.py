"""The table of settings: name, default, meaning, and which values are sensible."""

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass

from deepintro_desktop.core.parameters import (
    CLUSTERING_SPECS,
    DEFAULT_METHOD,
    METHOD_LABELS,
    ClusteringParameters,
    Fill,
    ParameterSpec,
)

Value = str | int | float | bool

_MAX_TEXT = 64_000
_DEVICE = re.compile(r"auto|cpu|mps|cuda(:\d{1,2})?")


@dataclass(frozen=True, slots=True)
class Setting:
    """One remembered value.

    ``accepts`` tells whether a value may be used; what it refuses becomes ``default``. ``meaning`` says what
    the value stands for.
    """

    name: str
    default: Value
    meaning: str
    accepts: Callable[[object], bool]


def _text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _MAX_TEXT


def _count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1000


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _one_of(*choices: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in choices


def _device(value: object) -> bool:
    return isinstance(value, str) and _DEVICE.fullmatch(value) is not None


def _within(spec: ParameterSpec, whole: bool) -> Callable[[object], bool]:
    def accepts(value: object) -> bool:
        number = isinstance(value, int if whole else (int, float)) and not isinstance(value, bool)
        return number and spec.minimum <= value <= spec.maximum  # type: ignore[operator]

    return accepts


def _clustering() -> tuple[Setting, ...]:
    defaults = asdict(ClusteringParameters())
    settings = []
    for spec in CLUSTERING_SPECS:
        default = defaults[spec.name]
        settings.append(Setting(spec.name, default, spec.help, _within(spec, isinstance(default, int))))
    return tuple(settings)


_TABLE = (
    Setting("theme", "system", "light, dark, or what the system says", _one_of("system", "light", "dark")),
    Setting(
        "language",
        "system",
        "of the window: system, en or de; from the next start on",
        _one_of("system", "en", "de"),
    ),
    Setting(
        "default_method",
        "",
        "how relevance is computed unless the person chooses; empty: as suits the network",
        _one_of("", *METHOD_LABELS),
    ),
    Setting("device", "auto", "what computes: auto, cpu, cuda, cuda:1 or mps", _device),
    Setting("show_patient", False, "whether it is shown at once whose picture a medical file is", _flag),
    Setting("last_folder", "", "the folder of the last file dialog", _text),
    Setting("window_geometry", "", "size and place of the window, in base 64", _text),
    Setting("window_state", "", "where the docks are, in base 64", _text),
    Setting("selected_network", "", "the id of the selected network", _text),
    Setting("selected_image", "", "the id of the selected image", _text),
    Setting("project_selections", "{}", "network and image selected in single projects, as JSON", _text),
    Setting("method", DEFAULT_METHOD, "how relevance is computed", _one_of(*METHOD_LABELS)),
    Setting(
        "other_methods", "{}", "the same where another method is usual, by the usual one, as JSON", _text
    ),
    Setting("fill", Fill.PIXELISE.value, "what occluded pixels become", _one_of(*Fill)),
    *_clustering(),
    Setting("tool", 0, "which tool is in front, from the left", _count),
    Setting("targets", "{}", "target classes that were chosen, by network and picture, as JSON", _text),
    Setting("occluded", "{}", "features that were occluded, by what they come from, as JSON", _text),
    Setting("synthesis", "{}", "isolation, number and parameters of synthesised images, as JSON", _text),
    Setting("synthesis_layers", "{}", "the layer chosen for single networks by their id, as JSON", _text),
    Setting("boundary", "{}", "number, start and parameters of boundary images, as JSON", _text),
    Setting("own_clusterings", "{}", "clusterings of single networks by their id, as JSON", _text),
)

SETTINGS: dict[str, Setting] = {setting.name: setting for setting in _TABLE}
"""Every setting by name."""
