"""A TorchScript network: looked through, loaded, tried out for the size of its pictures, and converted."""

from pathlib import Path
from typing import Any

import torch

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.importers.contract import SEVERAL_SIZES, InputHints, NetworkFiles, SourceNetwork
from deepintro_desktop.importers.pytorch.conversion import TorchRun, picked_script, traced
from deepintro_desktop.importers.pytorch.operations import NORMALISING, TRAINING_ARGUMENT
from deepintro_desktop.importers.pytorch.outputs import choose
from deepintro_desktop.importers.pytorch.picture import Fit, find_picture
from deepintro_desktop.importers.pytorch.refusals import kept_training, not_one_input, unreadable
from deepintro_desktop.importers.pytorch.runtime import careful, refuse_shortage, said, version
from deepintro_desktop.importers.pytorch.script_scan import check_graph, nodes, scan
from deepintro_desktop.importers.pytorch.traced_size import traced_size


def convert(files: NetworkFiles, report: Report) -> SourceNetwork:
    """Read a TorchScript file and return its ONNX network.

    Raises ``UnreadableNetworkError``, ``UnsupportedNetworkError``, ``UnsafeFileError``, and
    ``WrongRequestError`` for a wish that names nothing.
    """
    path, wishes = files.network, files.wishes
    report(0, 10, "Looking through the TorchScript network")
    scan(path)
    report(1, 10, "Loading the TorchScript network")
    module = _loaded(path)
    _check_arguments(module, path.name)
    graph = module.inlined_graph
    check_graph(graph, path.name)
    _refuse_training(graph, path.name)
    report(4, 10, "Finding the size of its pictures")
    dtype, channels = _precision(module), _channels(module)
    with careful():
        traced_with = traced_size(path)
        fit = find_picture(module, channels, wishes.size or traced_with or None, dtype, path.name)
    place, choices = choose(fit.outputs, wishes.output, path.name)
    report(6, 10, "Converting the TorchScript network")
    picture = torch.rand((1, *fit.sizes), generator=torch.Generator().manual_seed(0)).to(dtype)
    network = module if place == "output" else picked_script(module, place, picture, path.name)
    return SourceNetwork(
        traced(network, picture, path.name),
        version(),
        InputHints(),
        tuple(name for name, _ in module.named_modules() if name),
        _size_notes(fit, traced_with),
        native=TorchRun(module, place, dtype, path.name),
        choices=choices,
    )


def _loaded(path: Path) -> Any:
    try:
        with careful():
            module = torch.jit.load(str(path), map_location="cpu")
            module.eval()
            return module
    except Exception as error:  # PyTorch raises many kinds
        refuse_shortage(error, path.name)
        raise unreadable(path.name, f"{version()} says: {said(error)}") from error


def _check_arguments(module: Any, name: str) -> None:
    if not module._c._has_method("forward"):
        raise UnsupportedNetworkError(
            f"{name} has nothing to call.",
            "It has no method forward.",
            "Ask the network's author to save the network itself.",
        )
    arguments = module._c._get_method("forward").schema.arguments[1:]
    needed = [entry.name for entry in arguments if not entry.has_default_value()]
    if len(needed) != 1 and arguments:
        raise not_one_input(name, tuple(needed))


def _refuse_training(graph: Any, name: str) -> None:
    """Raise where the network was traced as it behaves during training: its answers would be random."""
    for node in nodes(graph):
        operation = node.kind().removeprefix("aten::")
        position = TRAINING_ARGUMENT.get(operation)
        if position is None:
            continue
        data, *_ = arguments = list(node.inputs())
        is_on = arguments[position].toIValue() is True
        if is_on and (operation not in NORMALISING or _sees_picture(data)):
            raise kept_training(name, operation, "traced or scripted")


def _sees_picture(value: Any) -> bool:
    """Whether a value may depend on the picture, and not on weights alone.

    Some networks normalise their weights before they use them. What comes out of a branch or a loop counts as
    seeing the picture.
    """
    waiting, seen = [value], set()
    while waiting:
        entry = waiting.pop()
        if entry.unique() in seen:
            continue
        seen.add(entry.unique())
        node = entry.node()
        if any(True for _ in node.blocks()):
            return True
        if node.kind() == "prim::Param" and entry.type().kind() != "ClassType":
            return True
        waiting += list(node.inputs())
    return False


def _precision(module: Any) -> torch.dtype:
    tensors = (*module.parameters(), *module.buffers())
    return next((entry.dtype for entry in tensors if entry.is_floating_point()), torch.float32)


def _channels(module: Any) -> tuple[int, ...]:
    """Return channel counts to try, the likely one first: the first convolution tells."""
    for entry in module.parameters():
        if entry.dim() == 4:
            return (1, 3) if entry.shape[1] == 1 else (3, 1)
    return 3, 1


def _size_notes(fit: Fit, traced_with: tuple[int, ...]) -> tuple[str, ...]:
    """Say what was decided about the size of pictures, and what speaks against it."""
    if traced_with and fit.sizes != traced_with:
        return (
            f"The network was traced with an input of {_text(traced_with)} and is used with "
            f"{_text(fit.sizes)}. "
            "What depended on the size was fixed then: it may compute something else than its original does.",
        )
    if fit.several and not traced_with:
        return (f"{SEVERAL_SIZES}; {_text(fit.sizes)} is used.",)
    return ()


def _text(sizes: tuple[int, ...]) -> str:
    return " × ".join(map(str, sizes))
