"""Networks whose layers follow each other, written as a list: ``conv1(padding=1) bn1 relu flatten fc1``.

A name of the weights file stands for the layer with its tensors, whose kind their shapes tell; the other
words are functions without weights. Everything that shapes do not tell stands in brackets.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from deepintro_desktop.core.errors import WrongRequestError
from deepintro_desktop.importers.pytorch.runtime import said

_ENTRY = re.compile(r"([A-Za-z_0-9][A-Za-z0-9_./-]*)\s*(?:\(([^()]*)\))?[\s,;>→]*")
_MAX_ENTRIES = 2000
_TENSOR_NAMES = ("weight", "bias", "running_mean", "running_var", "num_batches_tracked")
_HINT = "Write the layers in order, for example: conv1(padding=1) bn1 relu maxpool(2) flatten fc1."

_REAL = frozenset({"slope", "alpha", "eps", "p"})
_LEAST = {"size": 1, "stride": 1, "dilation": 1, "groups": 1}
_LARGEST = 4096

Options = dict[str, float]


def _integers(options: Options, *names: str) -> dict[str, int]:
    return {name: int(options[name]) for name in names if name in options}


def _pool(kind: Callable[..., nn.Module]) -> Callable[[Options], nn.Module]:
    def make(options: Options) -> nn.Module:
        chosen = _integers(options, "stride", "padding")
        return kind(int(options["size"]), ceil_mode=bool(options.get("ceil", 0)), **chosen)

    return make


_FUNCTIONS: Mapping[str, tuple[Callable[[Options], nn.Module], tuple[str, ...]]] = {
    "relu": (lambda _: nn.ReLU(), ()),
    "relu6": (lambda _: nn.ReLU6(), ()),
    "leaky_relu": (lambda options: nn.LeakyReLU(options.get("slope", 0.01)), ("slope",)),
    "elu": (lambda options: nn.ELU(options.get("alpha", 1.0)), ("alpha",)),
    "selu": (lambda _: nn.SELU(), ()),
    "gelu": (lambda _: nn.GELU(), ()),
    "silu": (lambda _: nn.SiLU(), ()),
    "hardswish": (lambda _: nn.Hardswish(), ()),
    "softplus": (lambda _: nn.Softplus(), ()),
    "tanh": (lambda _: nn.Tanh(), ()),
    "sigmoid": (lambda _: nn.Sigmoid(), ()),
    "softmax": (lambda _: nn.Softmax(dim=1), ()),
    "log_softmax": (lambda _: nn.LogSoftmax(dim=1), ()),
    "maxpool": (_pool(nn.MaxPool2d), ("size", "stride", "padding", "ceil")),
    "avgpool": (_pool(nn.AvgPool2d), ("size", "stride", "padding", "ceil")),
    "global_avgpool": (lambda _: nn.AdaptiveAvgPool2d(1), ()),
    "global_maxpool": (lambda _: nn.AdaptiveMaxPool2d(1), ()),
    "adaptive_avgpool": (lambda options: nn.AdaptiveAvgPool2d(int(options["size"])), ("size",)),
    "flatten": (lambda _: nn.Flatten(), ()),
    "dropout": (lambda _: nn.Identity(), ("p",)),
    "identity": (lambda _: nn.Identity(), ()),
}
"""Functions without weights, and the options of each; the first option may stand without its name."""

_LAYER_OPTIONS = {
    "convolution": ("stride", "padding", "dilation", "groups"),
    "batch normalisation": ("eps",),
    "group normalisation": ("groups", "eps"),
    "linear": (),
    "PReLU": (),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of the list: its name, its options, and how it was written."""

    name: str
    options: Mapping[str, float | str]
    text: str


def is_list(text: str) -> bool:
    """Whether a text names layers, not an architecture: there is more than one word."""
    return len(text.split()) > 1 or "(" in text


def build(text: str, tensors: Mapping[str, Tensor]) -> nn.Sequential:
    """Return the network that a list of layers describes, with its weights.

    Raises ``WrongRequestError`` for words that name nothing, options that do not fit, and tensors that no
    layer uses.
    """
    entries = _entries(text)
    prefixes = _layers_in(tensors)
    modules = [_module(entry, prefixes.get(entry.name)) for entry in entries]
    unused = [name for name in prefixes if name not in {entry.name for entry in entries}]
    if unused:
        raise WrongRequestError(
            "The list of layers is not complete.",
            f"It does not name {', '.join(unused[:8])}{' and more' if len(unused) > 8 else ''}.",
            "Every layer that has weights must stand in it.",
        )
    return nn.Sequential(*modules).eval()


def words(text: str) -> tuple[str, ...]:
    """Return the layers of a list, each as it was written."""
    return tuple(entry.text for entry in _entries(text))


def suggestion(tensors: Mapping[str, Tensor]) -> str:
    """Return the layers of a file in the order of its tensors; what lies between them is not in it."""
    return " ".join(_layers_in(tensors))


def _entries(text: str) -> list[Entry]:
    found, position = [], 0
    text = text.strip()
    while position < len(text) and len(found) < _MAX_ENTRIES:
        match = _ENTRY.match(text, position)
        if match is None:
            raise WrongRequestError(
                "The list of layers cannot be read.", f"It says “{text[position : position + 30]}”.", _HINT
            )
        written = f"{match[1]}({match[2]})" if match[2] else match[1]
        found.append(Entry(match[1], _options(match[2] or ""), written))
        position = match.end()
    if not found:
        raise WrongRequestError("The list of layers is empty.", "", _HINT)
    return found


def _options(text: str) -> dict[str, float | str]:
    found: dict[str, float | str] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, sign, value = part.rpartition("=")
        found[name.strip() if sign else ""] = value.strip()
    return found


def _layers_in(tensors: Mapping[str, Tensor]) -> dict[str, dict[str, Tensor]]:
    """Return the tensors of each layer, by layer."""
    found: dict[str, dict[str, Tensor]] = {}
    for name, value in tensors.items():
        layer, _, kind = name.rpartition(".")
        found.setdefault(layer or name, {})[kind] = value
    return found


def _module(entry: Entry, own: dict[str, Tensor] | None) -> nn.Module:
    if own is None:
        return _function(entry)
    kind = _kind(entry, own)
    options = _checked(entry, _LAYER_OPTIONS[kind])
    try:
        with torch.no_grad():
            module = _WITH_WEIGHTS[kind](own, options)
            module.load_state_dict({**own, **_counter(module, own)}, strict=True)
    except (RuntimeError, ValueError, TypeError, ZeroDivisionError) as error:
        raise WrongRequestError(
            f"The layer {entry.name} cannot be a {kind} as it is described.",
            f"PyTorch says: {said(error)}.",
            "Check its options.",
        ) from error
    return module


def _function(entry: Entry) -> nn.Module:
    if entry.name not in _FUNCTIONS:
        raise WrongRequestError(
            f"There is no layer called {entry.name}.",
            f"It is neither in the file nor one of: {', '.join(_FUNCTIONS)}.",
            _HINT,
        )
    make, names = _FUNCTIONS[entry.name]
    options = _checked(entry, names)
    if names[:1] == ("size",) and "size" not in options:
        raise WrongRequestError(f"{entry.name} needs a size.", "", f"Write {entry.name}(2), for example.")
    return make(options)


def _checked(entry: Entry, names: tuple[str, ...]) -> Options:
    found: Options = {}
    for name, value in entry.options.items():
        key = name or (names[0] if names else "")
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if key not in names or not _is_allowed(key, number):
            known = f"It knows {', '.join(names)}." if names else "It has none."
            raise WrongRequestError(
                f"{entry.name} has no option {f'{name}={value}' if name else value}.", known, _HINT
            )
        found[key] = number
    return found


def _is_allowed(key: str, number: float) -> bool:
    if key in _REAL:
        return math.isfinite(number) and abs(number) <= _LARGEST
    return _LEAST.get(key, 0) <= number <= _LARGEST and number == int(number)


def _kind(entry: Entry, own: Mapping[str, Tensor]) -> str:
    weight = own.get("weight")
    n_axes = None if weight is None else weight.dim()
    if set(own) <= set(_TENSOR_NAMES):
        if n_axes == 4:
            return "convolution"
        if n_axes == 2:
            return "linear"
        if "running_mean" in own and "running_var" in own:
            return "batch normalisation"
        if n_axes == 1 and "bias" in own and "groups" in entry.options:
            return "group normalisation"
        if n_axes == 1 and "bias" not in own:
            return "PReLU"
    raise WrongRequestError(
        f"The layer {entry.name} is of a kind that a list cannot hold.",
        f"Its tensors are {', '.join(own)}.",
        "Lists can hold convolution, linear, batch and group normalisation, and PReLU. "
        "Ask the network's author for an ONNX or TorchScript file.",
    )


def _convolution(own: Mapping[str, Tensor], options: Options) -> nn.Module:
    weight, groups = own["weight"], int(options.get("groups", 1))
    sizes = (int(weight.shape[2]), int(weight.shape[3]))
    chosen = _integers(options, "stride", "padding", "dilation")
    n_in, n_out = int(weight.shape[1]) * groups, int(weight.shape[0])
    return nn.Conv2d(n_in, n_out, sizes, groups=groups, bias="bias" in own, **chosen)


def _batch_normalisation(own: Mapping[str, Tensor], options: Options) -> nn.Module:
    return nn.BatchNorm2d(len(own["running_mean"]), eps=options.get("eps", 1e-5), affine="weight" in own)


def _group_normalisation(own: Mapping[str, Tensor], options: Options) -> nn.Module:
    return nn.GroupNorm(int(options["groups"]), len(own["weight"]), eps=options.get("eps", 1e-5))


def _linear(own: Mapping[str, Tensor], _: Options) -> nn.Module:
    return nn.Linear(int(own["weight"].shape[1]), int(own["weight"].shape[0]), bias="bias" in own)


def _prelu(own: Mapping[str, Tensor], _: Options) -> nn.Module:
    return nn.PReLU(len(own["weight"]))


_WITH_WEIGHTS: Mapping[str, Callable[[Mapping[str, Tensor], Options], nn.Module]] = {
    "convolution": _convolution,
    "batch normalisation": _batch_normalisation,
    "group normalisation": _group_normalisation,
    "linear": _linear,
    "PReLU": _prelu,
}


def _counter(module: nn.Module, own: Mapping[str, Tensor]) -> dict[str, Any]:
    """Return the counter that files of old versions do not have and that nothing reads."""
    if isinstance(module, nn.BatchNorm2d) and "num_batches_tracked" not in own:
        return {"num_batches_tracked": torch.tensor(0)}
    return {}
