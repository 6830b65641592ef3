"""Read an ONNX file that may be damaged or hostile: no file elsewhere is opened, nothing huge is made."""

from pathlib import Path

from google.protobuf.message import DecodeError
from onnx import AttributeProto, GraphProto, ModelProto, checker, inliner

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsafeFileError, UnsupportedNetworkError
from deepintro_desktop.importers.onnx import edit
from deepintro_desktop.importers.onnx.external import load_external
from deepintro_desktop.importers.onnx.soundness import check_sound

MAX_BYTES = 2 * 1024**3 - 1
"""Protobuf cannot hold more in one file."""

MAX_NODES = 20_000
_NEWEST_OPSET = 26


def load(path: Path) -> tuple[ModelProto, tuple[Path, ...]]:
    """Return the network and the external data files that belong to it.

    Raises ``UnreadableNetworkError`` (damaged), ``UnsafeFileError`` (reaches outside, or too large) or
    ``UnsupportedNetworkError``.
    """
    if path.stat().st_size > MAX_BYTES:
        raise UnsafeFileError(
            f"{path.name} is too large.",
            "An ONNX file of more than 2 GB is not valid.",
            "Export the network with its weights in external data files.",
        )
    network = ModelProto()
    try:
        network.ParseFromString(path.read_bytes())
    except (DecodeError, RecursionError, ValueError) as error:
        raise UnreadableNetworkError(
            f"{path.name} is damaged.",
            "The ONNX network in it cannot be decoded.",
            "Copy or download the file again.",
        ) from error
    check_count(network)
    external = load_external(network, path.parent)
    network = without_functions(network)
    check_sound(network)
    _check_valid(network)
    return network, external


def check_count(network: ModelProto) -> None:
    """Raise ``UnsafeFileError`` for more operations than any picture classifier has."""
    n_nodes = sum(_n_nodes(graph) for graph in (network.graph, *network.functions))
    if n_nodes > MAX_NODES:
        raise UnsafeFileError(
            "The network is too large.",
            f"It has {n_nodes} operations; the limit is {MAX_NODES}.",
            "Export a simpler form of the network.",
        )
    if not network.graph.node:
        raise UnreadableNetworkError(
            "The ONNX file holds no network.", "Its graph is empty.", "Export it again."
        )


def _n_nodes(graph: GraphProto) -> int:
    """Count nodes, those of nested graphs too; without recursion, whatever the depth."""
    waiting, count = [graph], 0
    while waiting:
        for node in waiting.pop().node:
            count += 1
            for entry in node.attribute:
                waiting += [entry.g] if entry.type == AttributeProto.GRAPH else list(entry.graphs)
    return count


def without_functions(network: ModelProto) -> ModelProto:
    """Return the network with its own functions written out.

    Functions that grow or call themselves are refused.
    """
    if not network.functions:
        return network
    bodies = {(entry.domain, entry.name): entry for entry in network.functions}
    sizes: dict[tuple[str, str], int] = {}
    for _ in range(len(bodies) + 1):
        for key, body in bodies.items():
            calls = [(node.domain, node.op_type) for node in body.node]
            if key not in sizes and all(call not in bodies or call in sizes for call in calls):
                sizes[key] = sum(sizes.get(call, 1) for call in calls)
    total = sum(sizes.get((node.domain, node.op_type), 1) for node in network.graph.node)
    if len(sizes) != len(bodies) or total > MAX_NODES:
        raise UnsafeFileError(
            "The functions in this network cannot be written out.",
            "They call themselves or become too large.",
            "Export the network without local functions.",
        )
    try:
        return inliner.inline_local_functions(network)
    except Exception as error:
        raise UnreadableNetworkError(
            "The functions in this network cannot be written out.",
            f"{edit.first_line(error)}.",
            "Export the network without local functions.",
        ) from error


def _check_valid(network: ModelProto) -> None:
    version = edit.opset(network)
    if version > _NEWEST_OPSET:
        raise UnsupportedNetworkError(
            f"The network uses ONNX operators of version {version}.",
            "They are newer than this program.",
            "Export it again with opset 17.",
        )
    try:
        checker.check_model(edit.hollow(network))
    except Exception as error:
        raise UnreadableNetworkError(
            "The ONNX network is not valid.", f"{edit.first_line(error)}.", "Export the network again."
        ) from error
