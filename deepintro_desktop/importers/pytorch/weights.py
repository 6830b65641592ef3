"""Weights without a structure: the structure is named, listed, or recognised by the tensors."""

import difflib
import math
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError, WrongRequestError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.core.records import Choice
from deepintro_desktop.importers.contract import InputHints, NetworkFiles, SourceNetwork
from deepintro_desktop.importers.pytorch import architectures, layers, tensors
from deepintro_desktop.importers.pytorch.architectures import Architecture
from deepintro_desktop.importers.pytorch.conversion import Picked, TorchRun, traced
from deepintro_desktop.importers.pytorch.outputs import choose
from deepintro_desktop.importers.pytorch.picture import Fit, find_picture
from deepintro_desktop.importers.pytorch.runtime import careful, refuse_shortage, version

LIST_FILE = "architecture.txt"
"""May lie beside weights, and says what ``--architecture`` says."""

_MAX_LIST_BYTES = 100_000
_N_SHOWN = 6
_LONGEST_LIST = 300
_CLOSE_PERCENT = 50
_RECOGNISED = (
    "The structure is torchvision's {}: all {} tensors have its names and shapes. The file itself does not "
    "say it; networks of other authors that look the same may compute something else."
)


@dataclass(frozen=True)
class _Structure:
    """The network with its weights, and what was decided about it."""

    module: nn.Module
    layer_names: tuple[str, ...]
    side: int | None
    channels: tuple[int, ...]
    notes: tuple[str, ...]
    choices: tuple[Choice, ...]


def convert(files: NetworkFiles, report: Report) -> SourceNetwork:
    """Read weights, put them into their structure, and return its ONNX network.

    Raises ``UnreadableNetworkError``, ``UnsupportedNetworkError``, ``UnsafeFileError``, and
    ``WrongRequestError`` for a structure that does not fit.
    """
    path, wishes = files.network, files.wishes
    report(0, 10, "Reading the weights")
    found = tensors.read(path)
    report(2, 10, "Finding their structure")
    wish, list_file = wishes.architecture.strip(), None
    if not wish:
        wish, list_file = _listed_beside(path)
    structure = _structure(path.name, found.tensors, wish)
    report(5, 10, "Finding the size of its pictures")
    fit = _fit(structure, wishes.size, path.name)
    place, choices = choose(fit.outputs, wishes.output, path.name)
    report(6, 10, "Converting the network")
    picture = torch.rand((1, *fit.sizes), generator=torch.Generator().manual_seed(0))
    network = structure.module if len(fit.outputs) == 1 else Picked(structure.module, place)
    return SourceNetwork(
        traced(network, picture, path.name),
        version(),
        InputHints(),
        structure.layer_names,
        found.notes + structure.notes,
        extra_files=() if list_file is None else (list_file,),
        native=TorchRun(structure.module, place, torch.float32, path.name),
        choices=structure.choices + choices,
    )


def _fit(structure: _Structure, size: tuple[int, int] | None, name: str) -> Fit:
    """Return the size of pictures that the network takes; a list of layers that takes none is not right."""
    try:
        with careful():
            side = size or structure.side
            return find_picture(structure.module, structure.channels, side, torch.float32, name)
    except UnsupportedNetworkError as refusal:
        if not isinstance(structure.module, nn.Sequential):
            raise
        raise WrongRequestError(
            "The layers do not fit each other.",
            refusal.why,
            "Perhaps flatten, a pooling layer or padding is missing in the list, or pictures have an unusual "
            "size; then name their height and width as preprocessing.",
        ) from refusal


def _listed_beside(path: Path) -> tuple[str, Path | None]:
    """Return what a file beside the weights says about their structure, and that file."""
    for name in (f"{path.stem}.{LIST_FILE}", LIST_FILE):
        beside = path.parent / name
        if not beside.is_file():
            continue
        try:
            text = beside.read_bytes()[:_MAX_LIST_BYTES].decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UnreadableNetworkError(
                f"{name} cannot be read.", "It lies beside the weights and should say their structure.",
                "Correct it or take it away.",
            ) from error  # fmt: skip
        return " ".join(line.split("#")[0] for line in text.splitlines()).strip(), beside
    return "", None


def _structure(name: str, weights: "OrderedDict[str, Tensor]", wish: str) -> _Structure:
    if layers.is_list(wish):
        return _of_list(weights, wish)
    known = architectures.with_known_names(weights)
    if wish:
        return _of_architecture(_wished(wish, known, name), known, is_guess=False)
    for architecture in architectures.recognised(known):
        return _of_architecture(architecture, known, is_guess=True)
    raise _unknown_structure(name, weights)


def _of_list(weights: "OrderedDict[str, Tensor]", wish: str) -> _Structure:
    module = layers.build(wish, weights)
    channels, side = _first_layer(module)
    return _Structure(module, layers.words(wish), side, channels, (), ())


def _first_layer(module: nn.Sequential) -> tuple[tuple[int, ...], int | None]:
    """Return the channel counts to try and, where a dense layer comes first, the side of the pictures."""
    for layer in module:
        if isinstance(layer, nn.Conv2d):
            return (layer.in_channels,), None
        if isinstance(layer, nn.Linear):
            sides = {count: math.isqrt(layer.in_features // count) for count in (1, 3)}
            fits = [count for count, side in sides.items() if side * side * count == layer.in_features]
            return tuple(fits) or (1,), sides[fits[0]] if fits else None
    return (3, 1), None


def _wished(wish: str, weights: "OrderedDict[str, Tensor]", name: str) -> Architecture:
    if wish not in architectures.names():
        alike = " and ".join(difflib.get_close_matches(wish.casefold(), architectures.names(), 3, 0.5))
        raise WrongRequestError(
            f"There is no architecture {wish}.",
            f"Known are those of torchvision{f', among them {alike}' if alike else ''}.",
            "Name one of them, for example resnet18, or list the layers in order.",
            architecture=wish,
        )
    architecture = architectures.fitting(wish, weights)
    different = architectures.differences(architecture, weights)
    if different:
        more = f", and {len(different) - _N_SHOWN} more" if len(different) > _N_SHOWN else ""
        others = [entry.name for entry in architectures.recognised(weights)]
        advice = f"They fit {' or '.join(others)}. " if others else ""
        raise WrongRequestError(
            f"The weights in {name} do not belong to {wish}.",
            f"Different: {'; '.join(different[:_N_SHOWN])}{more}.",
            f"{advice}Name the architecture that they were trained with.",
            architecture=wish,
        )
    return architecture


def _of_architecture(
    architecture: Architecture, weights: "OrderedDict[str, Tensor]", *, is_guess: bool
) -> _Structure:
    module = _filled(architecture, weights)
    notes = architecture.notes
    if is_guess:
        notes = (_RECOGNISED.format(architecture.name, len(weights)), *notes)
    choice = Choice("architecture", architecture.name, (), guessed=is_guess)
    names = tuple(entry for entry, _ in module.named_modules() if entry)
    return _Structure(module, names, architecture.side, (3,), notes, (choice,))


def _filled(architecture: Architecture, weights: "OrderedDict[str, Tensor]") -> nn.Module:
    """Return the network with its weights. Without the version, MNASNet would expect an older form."""
    weights._metadata = OrderedDict({"": {"version": 2}})  # type: ignore[attr-defined]
    try:
        with careful():
            module = architecture.build()
            module.load_state_dict(weights, strict=False)
            return module
    except RuntimeError as error:
        refuse_shortage(error, architecture.name)
        raise


def _unknown_structure(name: str, weights: "OrderedDict[str, Tensor]") -> UnsupportedNetworkError:
    closest, percent = architectures.similar(architectures.with_known_names(weights))
    if percent >= _CLOSE_PERCENT:
        architecture = architectures.fitting(closest, weights)
        different = architectures.differences(architecture, weights)
        suggested = closest
        why = f"Closest is {closest} ({percent} % of the tensors), but {'; '.join(different[:3])}."
    else:
        suggested = listed = layers.suggestion(weights)
        listed = listed if len(listed) <= _LONGEST_LIST else f"{listed[: _LONGEST_LIST - 1]}…"
        why = f"They are: {listed}. No architecture is known for them."
    return UnsupportedNetworkError(
        f"{name} holds only weights, and not how they are connected.",
        why,
        "Ask the network's author for an ONNX or TorchScript file. Where the layers follow each other, "
        f"they can be listed, as --architecture or in a file {LIST_FILE} beside it, for example: "
        "conv1(padding=1) bn1 relu maxpool(2) flatten fc1.",
        architecture=suggested,
    )
