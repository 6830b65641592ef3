"""Structures for files that hold only weights: torchvision's, by name or recognised by their tensors."""

import functools
import math
import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

Shape = tuple[int, ...]
Shapes = Mapping[str, Shape]

_USUAL_CLASSES = 1000
_COUNTERS = "num_batches_tracked"
_DECLARED = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "roi_align(Tensor input, Tensor rois, float spatial_scale, SymInt pooled_height, SymInt pooled_width, "
    "int sampling_ratio, bool aligned) -> Tensor",
)
_AUXILIARY = {"googlenet": "aux1.", "inception_v3": "AuxLogits."}
"""Networks with classifiers that only training uses, and how the names of the first one begin."""

_OLD_DENSE = re.compile(r"(.*denselayer\d+\.(?:norm|relu|conv))\.([12]\..*)")
_SIDE_OF_TRAINED = 224
_NOTES = {
    name: "The weights that torchvision itself publishes for this architecture are used with pixels from −1 "
    "to 1 (“minus-one-to-one”)."
    for name in _AUXILIARY
}


@dataclass(frozen=True)
class Architecture:
    """A structure, ready to be built: its name in torchvision and the arguments that fit the weights."""

    name: str
    options: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def build(self) -> nn.Module:
        """Return the network without trained weights, as it is used."""
        return _models().get_model(self.name, weights=None, **self.options).eval()

    @property
    def side(self) -> int:
        """The side of the pictures that it is usually given."""
        if "image_size" in self.options:
            return int(self.options["image_size"])
        for weights in _models().get_model_weights(self.name):
            return int(weights.transforms.keywords["crop_size"])
        return _SIDE_OF_TRAINED

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person should know about it."""
        return (_NOTES[self.name],) if self.name in _NOTES else ()


@functools.cache
def names() -> tuple[str, ...]:
    """Return the names of all architectures."""
    return tuple(_models().list_models(module=_models()))


def fitting(name: str, tensors: Mapping[str, Tensor]) -> Architecture:
    """Return an architecture with the number of classes and the picture size that the tensors have."""
    options: dict[str, Any] = {}
    if name in _AUXILIARY:
        options["init_weights"] = False
        options["aux_logits"] = any(entry.startswith(_AUXILIARY[name]) for entry in tensors)
    shapes = _shapes(name, tuple(options.items()))
    given = shapes_of(tensors)
    classes = {
        given[entry][0]
        for entry, shape in shapes.items()
        if shape[:1] == (_USUAL_CLASSES,) and given.get(entry) and given[entry][1:] == shape[1:]
    }
    if len(classes) == 1 and classes != {_USUAL_CLASSES}:
        options["num_classes"] = classes.pop()
    side = _vit_side(name, given)
    if side:
        options["image_size"] = side
    return Architecture(name, MappingProxyType(options))


def _vit_side(name: str, given: Shapes) -> int:
    """Return the side of the pictures of a vision transformer: it has one position for every patch."""
    patch = re.fullmatch(r"vit_\w_(\d+)", name)
    positions = given.get("encoder.pos_embedding", ())
    if patch is None or len(positions) != 3:
        return 0
    side = math.isqrt(max(positions[1] - 1, 0)) * int(patch[1])
    return side if side != _SIDE_OF_TRAINED else 0


def differences(architecture: Architecture, tensors: Mapping[str, Tensor]) -> tuple[str, ...]:
    """Return how the tensors differ from those of an architecture, one phrase each; empty where they fit."""
    wanted = _shapes(architecture.name, tuple(architecture.options.items()))
    given = shapes_of(tensors)
    found = [f"{entry} is missing" for entry in wanted if entry not in given and _COUNTERS not in entry]
    found += [f"{entry} does not belong to it" for entry in given if entry not in wanted]
    found += [
        f"{entry} is {_text(given[entry])} instead of {_text(shape)}"
        for entry, shape in wanted.items()
        if entry in given and given[entry] != shape
    ]
    return tuple(found)


def recognised(tensors: Mapping[str, Tensor]) -> Iterator[Architecture]:
    """Yield every architecture to which all names and shapes belong."""
    given = {entry for entry in tensors if _COUNTERS not in entry}
    for name in names():
        options = {"init_weights": False} if name in _AUXILIARY else {}
        expected = _shapes(name, tuple(options.items()))
        if len(given - expected.keys()) > 0 or len(expected) > 2 * len(given):
            continue
        architecture = fitting(name, tensors)
        if not differences(architecture, tensors):
            yield architecture


def similar(tensors: Mapping[str, Tensor]) -> tuple[str, int]:
    """Return the architecture that shares most tensors by name and shape, and how many percent of them."""
    given = set(shapes_of(tensors).items())
    if not given:
        return "", 0
    shared = {
        name: len(
            given & set(_shapes(name, (("init_weights", False),) if name in _AUXILIARY else ()).items())
        )
        for name in names()
    }
    best = max(shared, key=lambda name: shared[name])
    return best, round(100 * shared[best] / len(given))


def with_known_names(tensors: "OrderedDict[str, Tensor]") -> "OrderedDict[str, Tensor]":
    """Return the tensors as torchvision calls them today; early DenseNets had a dot more in their names."""
    return OrderedDict((_OLD_DENSE.sub(r"\1\2", name), value) for name, value in tensors.items())


def shapes_of(tensors: Mapping[str, Tensor]) -> dict[str, Shape]:
    """Return the shape of every tensor."""
    return {name: tuple(value.shape) for name, value in tensors.items()}


@functools.cache
def _shapes(name: str, options: tuple[tuple[str, Any], ...]) -> Shapes:
    with _WithoutMemory():
        module = _models().get_model(name, weights=None, **dict(options))
    return MappingProxyType(shapes_of(module.state_dict()))


def _text(shape: Shape) -> str:
    return " × ".join(map(str, shape)) or "one number"


class _WithoutMemory(TorchFunctionMode):
    """Parameters that are made within have a shape and no values; what is computed is computed."""

    _MAKERS = frozenset({torch.empty, torch.zeros, torch.ones, torch.randn})

    def __torch_function__(
        self, function: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Make new tensors on the device without memory."""
        del types
        kwargs = dict(kwargs or {})
        if function in self._MAKERS:
            kwargs["device"] = "meta"
        return function(*args, **kwargs)


@functools.cache
def _models() -> Any:
    """Return ``torchvision.models``.

    The compiled operators of torchvision belong to detectors, and do not load beside every build of torch.
    Declared, but without a body, they let the module load; classifiers never call them.
    """
    library = torch.library.Library("torchvision", "FRAGMENT")
    for declaration in _DECLARED:
        if not hasattr(torch.ops.torchvision, declaration.split("(")[0]):
            library.define(declaration)
    _KEPT.append(library)
    from torchvision import models

    return models


_KEPT: list[Any] = []
"""Declarations live as long as their library."""
