"""A program exported by PyTorch (.pt2): looked through, read, and converted."""

from pathlib import Path
from typing import Any

import torch
from onnx import ModelProto

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.core.progress import Report
from deepintro_desktop.importers.contract import SEVERAL_SIZES, InputHints, NetworkFiles, SourceNetwork
from deepintro_desktop.importers.onnx import edit
from deepintro_desktop.importers.pytorch.conversion import Picked, TorchRun, exported, traced
from deepintro_desktop.importers.pytorch.exported_scan import scan
from deepintro_desktop.importers.pytorch.operations import NORMALISING, TRAINING_ARGUMENT
from deepintro_desktop.importers.pytorch.outputs import choose
from deepintro_desktop.importers.pytorch.refusals import kept_training, not_one_input, unreadable
from deepintro_desktop.importers.pytorch.runtime import careful, flat_tensors, refuse_shortage, said, version


def convert(files: NetworkFiles, report: Report) -> SourceNetwork:
    """Read an exported program and return its ONNX network.

    Raises ``UnreadableNetworkError``, ``UnsupportedNetworkError``, ``UnsafeFileError``, and
    ``WrongRequestError`` for a wish that names nothing.
    """
    path = files.network
    report(0, 10, "Looking through the exported program")
    scan(path)
    report(1, 10, "Reading the exported program")
    program = _loaded(path)
    _refuse_training(program, path.name)
    picture = _picture(program, path.name)
    module = _module(program, path.name)
    outputs = _outputs(module, picture, path.name)
    place, choices = choose(outputs, files.wishes.output, path.name)
    report(4, 10, "Converting the exported program")
    network = _converted(program, module, picture, (place, list(outputs).index(place)), path.name)
    notes = () if files.wishes.size else _size_as_exported(network, picture)
    return SourceNetwork(
        network,
        version(),
        InputHints(),
        _layers(program),
        notes,
        native=TorchRun(module, place, picture.dtype, path.name),
        choices=choices,
    )


def _loaded(path: Path) -> Any:
    try:
        with careful(), path.open("rb") as file:
            program: Any = torch.export.load(file)
            # Checks of sizes are Python code in the file; they are dropped before anything would run them.
            program._guards_code = []
            return program
    except Exception as error:  # PyTorch raises many kinds
        refuse_shortage(error, path.name)
        raise unreadable(path.name, f"{version()} says: {said(error)}") from error


def _module(program: Any, name: str) -> Any:
    try:
        with careful():
            return program.module()
    except Exception as error:  # PyTorch raises many kinds
        refuse_shortage(error, name)
        raise unreadable(name, f"{version()} says: {said(error)}") from error


def _refuse_training(program: Any, name: str) -> None:
    """Raise where the network was exported as it behaves during training: its answers would be random."""
    pictures = set(program.graph_signature.user_inputs)
    seeing: set[Any] = set()
    for node in program.graph.nodes:
        if node.name in pictures or not seeing.isdisjoint(node.all_input_nodes):
            seeing.add(node)
        operation = str(node.target).removeprefix("aten.").split(".")[0]
        position = TRAINING_ARGUMENT.get(operation)
        is_on = position is not None and (
            (len(node.args) > position and node.args[position] is True)
            or node.kwargs.get("train", node.kwargs.get("training")) is True
        )
        # Some networks normalise their weights before they use them.
        if is_on and (operation not in NORMALISING or node in seeing):
            raise kept_training(name, operation, "exported")


def _picture(program: Any, name: str) -> torch.Tensor:
    """Return a picture of the size for which the program was exported, with random values."""
    wanted = set(program.graph_signature.user_inputs)
    nodes = [node for node in program.graph.nodes if node.op == "placeholder" and node.name in wanted]
    if len(nodes) != 1 or not isinstance(nodes[0].meta.get("val"), torch.Tensor):
        raise not_one_input(name, tuple(node.name for node in nodes))
    value = nodes[0].meta["val"]
    sizes = [_size(entry) for entry in value.shape]
    generator = torch.Generator().manual_seed(0)
    return torch.rand(sizes, generator=generator).to(value.dtype)


def _size(size: Any) -> int:
    """Return a size as it was when the program was exported."""
    if isinstance(size, int):
        return size
    hint = size.node.hint
    return int(hint) if hint is not None else 1


def _outputs(module: Any, picture: torch.Tensor, name: str) -> dict[str, tuple[int, ...]]:
    try:
        with careful():
            return {place: tuple(value.shape) for place, value in flat_tensors(module(picture)).items()}
    except Exception as error:  # PyTorch raises many kinds
        refuse_shortage(error, name)
        raise UnreadableNetworkError(
            f"{name} cannot be run.", f"PyTorch says: {said(error)}.", "Export it again."
        ) from error


def _converted(
    program: Any, module: Any, picture: torch.Tensor, output: tuple[str, int], name: str
) -> ModelProto:
    """Return the program as ONNX with one output, given as (place, index)."""
    try:
        network = exported(program, name)
    except UnsupportedNetworkError as refusal:
        # Sizes that depend on each other stop the newer exporter; for one size the older one does.
        try:
            return traced(Picked(module, output[0]), picture, name)
        except UnsupportedNetworkError:
            raise refusal from None
    _keep_output(network, output[1])
    return network


def _keep_output(network: ModelProto, index: int) -> None:
    """Leave the network the one output that is used."""
    for position in reversed(range(len(network.graph.output))):
        if position != index:
            del network.graph.output[position]
    edit.prune(network.graph, [entry.name for entry in network.graph.input])


def _size_as_exported(network: ModelProto, picture: torch.Tensor) -> tuple[str, ...]:
    """Fix a free picture size to the one for which the program was exported, and say so."""
    value = network.graph.input[0]
    sizes = edit.shape_of(value) or []
    if len(sizes) != 4 or None not in sizes[1:]:
        return ()
    edit.set_shape(value, (sizes[0], *picture.shape[1:]))
    size = " × ".join(str(entry) for entry in picture.shape[1:])
    return (f"{SEVERAL_SIZES}; {size}, for which it was exported, is used.",)


def _layers(program: Any) -> tuple[str, ...]:
    """Return the names of the modules from which the operations came, in order."""
    names: dict[str, None] = {}
    for node in program.graph.nodes:
        stack = node.meta.get("nn_module_stack") or {}
        for place, _ in stack.values():
            if place:
                names.setdefault(str(place))
    return tuple(names)
