"""Weights beside an ONNX file: only plain files in the same folder, never elsewhere."""

from collections.abc import Iterator
from pathlib import Path

from onnx import AttributeProto, GraphProto, ModelProto, TensorProto, helper

from deepintro_desktop.core.errors import NotFoundError, UnreadableNetworkError, UnsafeFileError

_MAX_TOTAL_BYTES = 1_900_000_000
_WHY_LOCAL = "Weights may only lie in plain files in the same folder as the network."


def load_external(network: ModelProto, folder: Path) -> tuple[Path, ...]:
    """Read external weights into the network and return their files, each once.

    Raises ``UnsafeFileError`` for names that leave the folder or too much data, ``NotFoundError`` for absent
    files,
    ``UnreadableNetworkError`` for files that are too short.
    """
    tensors = [tensor for tensor in _tensors(network) if tensor.data_location == TensorProto.EXTERNAL]
    sources = [(tensor, _facts(tensor)) for tensor in tensors]
    paths = {values.get("location", ""): _local(values.get("location", ""), folder) for _, values in sources}
    total = sum(_n_bytes(tensor) for tensor in tensors)
    if total > _MAX_TOTAL_BYTES:
        raise UnsafeFileError(
            "The network is too large.",
            f"Its weights take {total / 1e9:.1f} GB; the limit is 1.9 GB.",
            "Only smaller networks can be opened.",
        )
    for tensor, values in sources:
        _fill(tensor, values, paths[values.get("location", "")])
    return tuple(dict.fromkeys(paths.values()))


def _facts(tensor: TensorProto) -> dict[str, str]:
    """Return what is said about the place of the values; what is no text comes as bytes, and is none."""
    return {
        key: value
        for key, value in ((entry.key, entry.value) for entry in tensor.external_data)
        if isinstance(key, str) and isinstance(value, str)
    }


def _tensors(network: ModelProto) -> Iterator[TensorProto]:
    waiting: list[GraphProto] = [network.graph]
    nodes = [node for function in network.functions for node in function.node]
    while waiting or nodes:
        if waiting:
            graph = waiting.pop()
            yield from graph.initializer
            nodes += graph.node
        for node in nodes:
            for entry in node.attribute:
                if entry.type == AttributeProto.TENSOR:
                    yield entry.t
                yield from entry.tensors
                waiting += [entry.g] if entry.type == AttributeProto.GRAPH else list(entry.graphs)
        nodes = []


def _local(location: str, folder: Path) -> Path:
    plain = location and location not in (".", "..") and not set(location) & set("/\\:\0")
    path = folder / location if plain else folder
    if not plain or path.is_symlink() or (path.exists() and not path.is_file()):
        raise UnsafeFileError(
            f"The network wants to read {location[:120]!r}.",
            _WHY_LOCAL,
            "Do not open networks from sources that you do not trust.",
            location=location,
        )
    if not path.exists():
        raise NotFoundError(
            f"The weights file {location[:120]} is missing.",
            "The network keeps its weights in it.",
            "Put it into the same folder as the network.",
            location=location,
        )
    return path


def _n_bytes(tensor: TensorProto) -> int:
    count = 1
    for size in tensor.dims:
        count *= max(size, 0)
    try:
        return count * helper.tensor_dtype_to_np_dtype(tensor.data_type).itemsize
    except KeyError as error:
        raise UnreadableNetworkError(
            f"The stored values of {tensor.name} are damaged.",
            "Their type is unknown.",
            "Export the network again.",
        ) from error


def _fill(tensor: TensorProto, values: dict[str, str], path: Path) -> None:
    wanted = _n_bytes(tensor)
    try:
        offset, length = int(values.get("offset", 0)), int(values.get("length", wanted) or wanted)
    except ValueError:
        offset, length = -1, -1
    size = path.stat().st_size
    if offset < 0 or length != wanted or offset + length > size:
        raise UnreadableNetworkError(
            f"The weights file {path.name} does not fit the network.",
            f"{tensor.name} needs {wanted} bytes at {offset}, the file has {size} bytes.",
            "Copy network and weights together from their source.",
        )
    with path.open("rb") as file:
        file.seek(offset)
        tensor.raw_data = file.read(length)
    tensor.ClearField("external_data")
    tensor.data_location = TensorProto.DEFAULT
