"""Binary protobuf files (ONNX, Caffe weights, TensorFlow graphs), told apart without a schema."""

import mmap
from collections.abc import Callable
from pathlib import Path

from deepintro_desktop.core.errors import UnreadableNetworkError
from deepintro_desktop.importers import wire
from deepintro_desktop.importers.contract import CHOOSE_A_NETWORK, Format
from deepintro_desktop.importers.wire import BYTES, VARINT, Field

_N_FIELDS = 64


def message_format(path: Path) -> Format:
    """Return the format of a binary file.

    Raise ``UnreadableNetworkError`` when it is none that is known or is cut short.
    """
    with path.open("rb") as file:
        # Views of the mapping live as long as anybody holds them; it goes with the last one.
        buffer = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    found, problem = wire.first_fields(buffer, _N_FIELDS)
    kind = next((kind for kind, fits in _TESTS.items() if fits(found, problem)), None)
    truncated = problem is not None and problem.truncated and bool(found)
    if kind == "mean":
        raise UnreadableNetworkError(
            f"{path.name} is a mean file, not a network.",
            "It holds the mean picture of a Caffe network.",
            "Choose the network, and give this file as its mean.",
        )
    if kind is None or (problem is not None and not truncated):
        raise UnreadableNetworkError(
            f"{path.name} is not a network.",
            "Its content is of no kind that the program knows, or it is damaged.",
            CHOOSE_A_NETWORK,
        )
    if truncated:
        raise UnreadableNetworkError(
            f"{path.name} is cut short.", f"At least {problem}.", "Copy or download the file again."
        )
    return Format(kind)


Test = Callable[[list[Field], wire.WireError | None], bool]


def _has(found: list[Field], number: int, kind: int) -> bool:
    return any(entry.number == number and entry.kind == kind for entry in found)


def _only(found: list[Field], allowed: dict[int, int]) -> bool:
    return all(allowed.get(entry.number) == entry.kind for entry in found)


_ONNX = {
    1: VARINT,
    2: BYTES,
    3: BYTES,
    4: BYTES,
    5: VARINT,
    6: BYTES,
    7: BYTES,
    8: BYTES,
    14: BYTES,
    20: BYTES,
    25: BYTES,
    26: BYTES,
}


def _is_onnx(found: list[Field], problem: wire.WireError | None) -> bool:
    begins = bool(found) and found[0].number == 1 and found[0].kind == VARINT and 1 <= found[0].value <= 1000
    complete = _has(found, 7, BYTES) and _has(found, 1, VARINT)
    return _only(found, _ONNX) and (complete or (begins and problem is not None and problem.truncated))


def _is_saved_model(found: list[Field], problem: wire.WireError | None) -> bool:
    return _only(found, {1: VARINT, 2: BYTES}) and len(found) > 1 and found[0].number == 1 and problem is None


def _sub(entry: Field, n_fields: int = 8) -> list[Field]:
    return wire.first_fields(entry.data, n_fields)[0]


def _is_caffe(found: list[Field], problem: wire.WireError | None) -> bool:
    layers = [entry for entry in found if entry.kind == BYTES and entry.number in (2, 100)]
    if layers and layers[0].number == 100:
        return True
    # A V1 layer: name (4) and type (5, a number).
    return any(_has(_sub(entry, 32), 4, BYTES) and _has(_sub(entry, 32), 5, VARINT) for entry in layers[:8])


def _is_meta_graph(found: list[Field], problem: wire.WireError | None) -> bool:
    graphs = [entry for entry in found if entry.number == 2 and entry.kind == BYTES]
    return (
        bool(graphs)
        and all(entry.kind == BYTES and entry.number <= 7 for entry in found)
        and _is_graph(_sub(graphs[0]), None)
    )


def _is_graph(found: list[Field], problem: wire.WireError | None) -> bool:
    nodes = [entry for entry in found if entry.number == 1 and entry.kind == BYTES]
    if not nodes or not all(entry.kind == BYTES or entry.number == 3 for entry in found):
        return False
    inside = _sub(nodes[0])
    return (
        len(inside) >= 2
        and [entry.number for entry in inside[:2]] == [1, 2]
        and all(entry.kind == BYTES for entry in inside[:2])
    )


def _is_mean(found: list[Field], problem: wire.WireError | None) -> bool:
    return (
        _only(found, {1: VARINT, 2: VARINT, 3: VARINT, 4: VARINT, 5: BYTES, 7: BYTES, 8: BYTES})
        and (_has(found, 5, BYTES) or _has(found, 8, BYTES))
        and not _is_onnx_name(found)
    )


def _is_onnx_name(found: list[Field]) -> bool:
    return any(entry.number == 2 and entry.kind == BYTES for entry in found)


_TESTS: dict[str, Test] = {
    Format.ONNX: _is_onnx,
    "mean": _is_mean,
    Format.CAFFE: _is_caffe,
    Format.TENSORFLOW1: _is_meta_graph,
    Format.FROZEN_GRAPH: _is_graph,
    Format.SAVED_MODEL: _is_saved_model,
}
