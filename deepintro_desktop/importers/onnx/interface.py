"""Which input of a network is the picture, how it is laid out, and which output holds the classes."""

from dataclasses import dataclass
from enum import StrEnum

from onnx import GraphProto, ModelProto, NodeProto, TensorProto, ValueInfoProto

from deepintro_desktop.core.errors import UnsupportedNetworkError
from deepintro_desktop.importers.onnx import edit
from deepintro_desktop.importers.onnx.ending import closing

DEFAULT_SIDE = 224
_PICTURE_TYPES = frozenset(
    {
        TensorProto.FLOAT,
        TensorProto.FLOAT16,
        TensorProto.DOUBLE,
        TensorProto.BFLOAT16,
        TensorProto.UINT8,
        TensorProto.INT32,
        TensorProto.INT64,
    }
)
_REAL_TYPES = frozenset({TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.DOUBLE, TensorProto.BFLOAT16})


class Layout(StrEnum):
    """The order of the dimensions of the picture input."""

    CHANNELS_FIRST = "NCHW"
    CHANNELS_LAST = "NHWC"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture input of a source network; ``batch``, ``height``, ``width`` are None where free."""

    name: str
    element: int
    layout: Layout
    channels: int
    height: int | None
    width: int | None
    batch: int | None

    def sizes(self, height: int, width: int) -> tuple[int, ...]:
        """Return the shape of the input for a picture size, batch 1 where it is free."""
        batch = self.batch or 1
        if self.layout is Layout.CHANNELS_FIRST:
            return (batch, self.channels, height, width)
        if self.layout is Layout.CHANNELS_LAST:
            return (batch, height, width, self.channels)
        return (batch, height * width)


def inputs_of(graph: GraphProto) -> list[ValueInfoProto]:
    """Return the inputs that are read and have no stored value."""
    stored = {entry.name for entry in graph.initializer}
    used = {name for node in graph.node for name in node.input}
    return [entry for entry in graph.input if entry.name not in stored and entry.name in used]


def picture_of(graph: GraphProto) -> Picture:
    """Return the picture input.

    Raise ``UnsupportedNetworkError`` naming all inputs when there is not exactly one.
    """
    inputs = inputs_of(graph)
    if len(inputs) != 1:
        found = ", ".join(described(entry) for entry in inputs) or "nothing"
        raise UnsupportedNetworkError(
            "The network does not have exactly one input.",
            f"It reads {found}.",
            "Only networks that look at one picture can be explained; export it with that input alone.",
        )
    value = inputs[0]
    sizes, element = edit.shape_of(value), value.type.tensor_type.elem_type
    if element not in _PICTURE_TYPES or not value.type.HasField("tensor_type") or sizes is None:
        raise _no_picture(value)
    sizes = [size if size and size > 0 else None for size in sizes]
    if len(sizes) == 2:
        return _flat(value, sizes)
    if len(sizes) != 4:
        raise _no_picture(value)
    layout, channels = _channels(graph, value, sizes)
    height, width = sizes[2:] if layout is Layout.CHANNELS_FIRST else sizes[1:3]
    return Picture(value.name, element, layout, channels, height, width, sizes[0])


def _no_picture(value: ValueInfoProto) -> UnsupportedNetworkError:
    return UnsupportedNetworkError(
        "The network does not take a picture.",
        f"Its input is {described(value)}.",
        "A picture input has four dimensions: batch, channels (1 or 3), height and width.",
    )


def described(value: ValueInfoProto) -> str:
    """Return name and shape of a value as people read them, for example ``data [N × 3 × 224 × 224]``."""
    sizes = edit.shape_of(value)
    if sizes is None:
        return value.name
    return f"{value.name} [{' × '.join('N' if size is None else str(size) for size in sizes)}]"


def _flat(value: ValueInfoProto, sizes: list[int | None]) -> Picture:
    side = round((sizes[1] or 0) ** 0.5)
    if side < 4 or side * side != sizes[1]:
        raise _no_picture(value)
    return Picture(value.name, value.type.tensor_type.elem_type, Layout.FLAT, 1, side, side, sizes[0])


def _channels(graph: GraphProto, value: ValueInfoProto, sizes: list[int | None]) -> tuple[Layout, int]:
    if sizes[1] in (1, 3):
        return Layout.CHANNELS_FIRST, sizes[1]
    if sizes[3] in (1, 3):
        return Layout.CHANNELS_LAST, sizes[3]
    if sizes[1] is None and sizes[3] is None:
        return _channels_by_reader(graph, value)
    raise UnsupportedNetworkError(
        "The network does not look at an ordinary picture.",
        f"Its input is {described(value)}.",
        "A picture has 1 channel (grey) or 3 channels (colour).",
    )


def _channels_by_reader(graph: GraphProto, value: ValueInfoProto) -> tuple[Layout, int]:
    shapes = {name: list(tensor.dims) for name, tensor in edit.constants(graph).items()}
    layout, name = Layout.CHANNELS_FIRST, value.name
    for _ in range(len(graph.node)):
        reader = next(iter(edit.readers(graph, name)), None)
        if reader is None:
            break
        if reader.op_type == "Conv" and len(shapes.get(reader.input[1], ())) == 4:
            channels = shapes[reader.input[1]][1] * int(edit.attribute(reader, "group", 1))  # type: ignore[call-overload]
            if channels in (1, 3):
                return layout, channels
            break
        if reader.op_type == "Transpose" and list(edit.attribute(reader, "perm", ())) == [0, 3, 1, 2]:  # type: ignore[call-overload]
            layout = Layout.CHANNELS_LAST
        name = reader.output[0]
    raise UnsupportedNetworkError(
        "The network does not say how many colour channels its picture has.",
        f"Its input is {described(value)}.",
        "Export it with the number of channels fixed.",
    )


def class_output(network: ModelProto) -> tuple[str, tuple[str, ...]]:
    """Return the tensor with one number per class, and notes; ``network`` must have inferred shapes.

    Raises ``UnsupportedNetworkError`` listing all outputs when none or several could be meant.
    """
    graph, makers = network.graph, edit.producers(network.graph)
    values = {entry.name: entry for entry in (*graph.value_info, *graph.output)}
    names = list(dict.fromkeys(_before_map(makers, entry.name) for entry in graph.output))
    candidates = [
        name for name in names if _is_classes(values.get(name), name in makers, alone=len(names) == 1)
    ]
    if not candidates:
        raise UnsupportedNetworkError(
            "The network does not classify pictures.",
            f"It gives {', '.join(described(values[name]) if name in values else name for name in names)}.",
            "An output with one number per class is needed.",
        )
    if len(candidates) == 1:
        return candidates[0], ()
    chosen = _one_of(graph, makers, candidates)
    others = ", ".join(name for name in candidates if name != chosen)
    return chosen, (f"The network has several outputs; {chosen} is used, not {others}.",)


def _before_map(makers: dict[str, NodeProto], name: str) -> str:
    """Return the probabilities in front of a table of class names, as some training services append it."""
    maker = makers.get(name)
    return maker.input[0] if maker is not None and maker.op_type == "ZipMap" else name


def _is_classes(value: ValueInfoProto | None, is_made: bool, *, alone: bool) -> bool:
    if not is_made:
        return False
    if value is None or not value.type.HasField("tensor_type"):
        return alone and value is None
    sizes = edit.shape_of(value)
    if value.type.tensor_type.elem_type not in _REAL_TYPES:
        return False
    if sizes is None:
        return alone
    return len(sizes) >= 2 and all(size == 1 for size in sizes[2:])


def _one_of(graph: GraphProto, makers: dict[str, NodeProto], candidates: list[str]) -> str:
    ends = {name: closing(graph, name) for name in candidates}
    if len({end.logits for end in ends.values()}) == 1:
        return next((name for name, end in ends.items() if end.node is not None), candidates[0])
    for name in candidates:
        if _ancestors(makers, name).issuperset(candidates):
            return name
    main = [name for name in candidates if "aux" not in name.casefold()]
    if len(main) == 1:
        return main[0]
    raise UnsupportedNetworkError(
        "The network has several outputs that could be classes.",
        f"They are {', '.join(candidates)}.",
        "Export it with the one output that is meant.",
        outputs=tuple(candidates),
    )


def _ancestors(makers: dict[str, NodeProto], name: str) -> set[str]:
    found, waiting = set(), [name]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += list(makers[current].input) if current in makers else []
    return found


def refuse_foreign(graph: GraphProto) -> None:
    """Raise ``UnsupportedNetworkError`` with all control flow and all operators outside the ONNX standard."""
    foreign = {f"{node.domain}.{node.op_type}" for node in graph.node if node.domain not in ("", "ai.onnx")}
    nested = {
        node.op_type
        for node in graph.node
        if any(entry.HasField("g") or entry.graphs for entry in node.attribute)
    }
    if foreign or nested:
        raise UnsupportedNetworkError(
            "The network uses operators that are not supported.",
            f"They are: {', '.join(sorted(foreign | nested))}.",
            "Export it with standard ONNX operators and without If, Loop or Scan.",
            operators=tuple(sorted(foreign | nested)),
        )
