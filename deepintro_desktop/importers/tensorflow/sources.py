"""Where the picture enters a graph: a placeholder, or what a queue, an iterator or a decoder delivers."""

from dataclasses import dataclass
from typing import Any

from deepintro_desktop.core.errors import UnsupportedNetworkError, WrongRequestError
from deepintro_desktop.importers.tensorflow.graph import Graph, NodeDef, Ref, data, ref, sizes_of
from deepintro_desktop.importers.tensorflow.operators import INPUTS, MOVES, READS
from deepintro_desktop.importers.tensorflow.values import Known

_REAL, _WHOLE = frozenset({1, 2, 14, 19}), frozenset({3, 4, 9})
_BEFORE_RESIZING = (
    *("Cast", "ExpandDims", "Identity", "EnsureShape"),
    *("ResizeArea", "ResizeBicubic", "ResizeBilinear", "ResizeNearestNeighbor"),
)
_BYTES = 4
_MANY = ("QueueDequeueMany", "QueueDequeueManyV2", "QueueDequeueUpTo", "QueueDequeueUpToV2")
_ONE = ("QueueDequeue", "QueueDequeueV2")
_DECODERS = ("DecodeBmp", "DecodeGif", "DecodeImage", "DecodeJpeg", "DecodePng")
Sizes = list[int | None]


@dataclass(frozen=True, slots=True)
class Start:
    """Something that enters the graph: where, as which data type, and with which sizes (None: unknown).

    ``holds_pixels``: it is certain that the values are 0 to 255.
    """

    tensor: Ref
    dtype: int
    sizes: Sizes | None
    holds_pixels: bool = False

    @property
    def text(self) -> str:
        """Name and sizes as people read them."""
        if self.sizes is None:
            return self.tensor.node
        inside = " × ".join("N" if size is None else str(size) for size in self.sizes)
        return f"{self.tensor.node} [{inside}]" if inside else f"{self.tensor.node} (one value)"


def start_of(graph: Graph, tensor: Ref) -> Start:
    """Return data type and sizes of what enters the graph at a tensor, as far as the graph says them."""
    node = graph.nodes[tensor.node]
    if node.op in _DECODERS:
        return _decoded(graph, node)
    start = declared(graph, tensor)
    sizes = start.sizes
    if sizes is None or (len(sizes) > 1 and all(size is None for size in sizes)):
        sizes = _by_readers(graph, tensor) or sizes
    return Start(tensor, start.dtype, sizes, holds_pixels=start.dtype == _BYTES)


def declared(graph: Graph, tensor: Ref) -> Start:
    """Return data type and sizes of what enters the graph, as the node itself says them."""
    node = graph.nodes[tensor.node]
    dtype, sizes = _declared(graph, node, tensor.index)
    if node.op in INPUTS and sizes == [] and "shape" in node.attr and graph.versions.producer < 24:
        sizes = None  # old graphs write no sizes where none are known
    return Start(tensor, dtype, sizes)


def _decoded(graph: Graph, node: NodeDef) -> Start:
    """Return where the picture enters behind a decoder: after resizing, which the program does itself."""
    channels = int(node.attr["channels"].i) if "channels" in node.attr else 0
    known, readers, tensor = Known(graph), graph.readers(), Ref(node.name)
    for _ in range(len(graph.nodes)):
        after = [reader for reader in readers.get(tensor.node, ()) if reader.op not in ("Shape", "Size")]
        if len(after) != 1 or after[0].op not in _BEFORE_RESIZING:
            break
        tensor = Ref(after[0].name)
        if after[0].op.startswith("Resize"):
            size = known.numbers(data(after[0])[1])
            is_same = after[0].op == "ResizeNearestNeighbor"
            if size is None or is_same:
                break
            return Start(tensor, 1, [None, *size, channels or 3], holds_pixels=True)
    return Start(Ref(node.name), 4, [None, None, channels or 3], holds_pixels=True)


def _declared(graph: Graph, node: NodeDef, index: int) -> tuple[int, Sizes | None]:
    if node.op in _MANY or node.op in _ONE:
        queue = graph.nodes.get(data(node)[0].node)
        shapes = queue.attr["shapes"].list.shape if queue is not None and "shapes" in queue.attr else ()
        sizes = sizes_of(shapes[index]) if index < len(shapes) else None
        if sizes is not None and node.op in _MANY:
            sizes = [None, *sizes]
        return _listed(node, "component_types", index), sizes
    if "output_shapes" in node.attr or "output_types" in node.attr:
        shapes = node.attr["output_shapes"].list.shape
        return _listed(node, "output_types", index), (
            sizes_of(shapes[index]) if index < len(shapes) else None
        )
    kind = node.attr["dtype"].type if "dtype" in node.attr else _listed(node, "Tout", index)
    inferred = node.attr["_output_shapes"].list.shape if "_output_shapes" in node.attr else ()
    if "shape" in node.attr and not node.attr["shape"].shape.unknown_rank:
        return kind, sizes_of(node.attr["shape"].shape)
    return kind, (sizes_of(inferred[index]) if index < len(inferred) else None)


def _listed(node: NodeDef, attribute: str, index: int) -> int:
    types = node.attr[attribute].list.type if attribute in node.attr else ()
    return int(types[index]) if index < len(types) else 0


def _by_readers(graph: Graph, tensor: Ref) -> Sizes | None:
    """Return the sizes that the first layer behind a tensor wants."""
    known, readers = Known(graph), graph.readers()
    waiting, seen = [tensor], set()
    while waiting:
        current = waiting.pop(0)
        for node in readers.get(current.node, ()):
            if node.name in seen or current not in data(node):
                continue
            seen.add(node.name)
            wanted = _wanted(graph, known, node, current)
            if wanted is not None:
                return wanted
            if node.op in MOVES or node.op in ("Cast", "Mul", "Sub", "Add", "AddV2", "RealDiv", "Div"):
                waiting.append(Ref(node.name))
    return None


def _wanted(graph: Graph, known: Known, node: NodeDef, tensor: Ref) -> Sizes | None:
    if node.op == "Conv2D" and data(node)[0] == tensor:
        kernel = _shape(graph, data(node)[1])
        if kernel is not None and len(kernel) == 4:
            first = node.attr["data_format"].s == b"NCHW" if "data_format" in node.attr else False
            return [None, kernel[2], None, None] if first else [None, None, None, kernel[2]]
    if node.op == "MatMul" and data(node)[0] == tensor:
        matrix = _shape(graph, data(node)[1])
        return [None, matrix[0]] if matrix is not None and len(matrix) == 2 else None
    if node.op == "Reshape" and data(node)[0] == tensor:
        target = known.numbers(data(node)[1])
        if target is not None and len(target) == 4 and all(size > 0 for size in target[1:]):
            return [None, target[1] * target[2] * target[3]] if target[3] == 1 else [None, *target[1:]]
    return None


def _shape(graph: Graph, tensor: Ref) -> Sizes | None:
    node = graph.origin(tensor.node, MOVES | READS)
    if node is None:
        return None
    if node.op == "Const":
        return [entry.size for entry in node.attr["value"].tensor.tensor_shape.dim]
    return sizes_of(node.attr["shape"].shape) if "shape" in node.attr else None


def is_picture(start: Start) -> bool:
    """Whether pictures could enter here."""
    return likeness(start) > 0


def likeness(start: Start) -> int:
    """Return how much something that enters looks like pictures; 0: not at all."""
    sizes = start.sizes
    if start.dtype not in _REAL | _WHOLE:
        return 0
    if sizes is None:
        return 1 if start.dtype in _REAL else 0
    if len(sizes) == 4 and (sizes[3] in (1, 3, None) or sizes[1] in (1, 3, None)):
        return 4
    if len(sizes) == 3 and sizes[2] in (1, 3):
        return 3
    if (
        len(sizes) == 2
        and sizes[1]
        and round(sizes[1] ** 0.5) ** 2 == sizes[1] >= 16
        and start.dtype in _REAL
    ):
        return 2
    return 0


def choose(starts: list[Start], what: str) -> tuple[Start, tuple[str, ...]]:
    """Return the picture among what enters, and the names of others that could be it.

    Raises ``UnsupportedNetworkError`` listing everything that enters when nothing looks like pictures.
    """
    ranked = sorted((entry for entry in starts if is_picture(entry)), key=likeness, reverse=True)
    if not ranked:
        found = ", ".join(entry.text for entry in starts) or "nothing"
        raise UnsupportedNetworkError(
            "The network does not take a picture.",
            f"{what} depends on {found}.",
            "Ask the network's author which tensor takes the picture, and name it as input.",
        )
    return ranked[0], tuple(entry.tensor.text for entry in ranked[1:] if likeness(entry) > 1)


def wished(graph: Graph, name: str, real: list[str], what: str) -> Ref:
    """Return the tensor that a person named; raise ``WrongRequestError`` with the real names otherwise."""
    tensor = ref(name.strip())
    if tensor.node not in graph.nodes:
        shown = ", ".join(real[:12]) or "none that could be guessed"
        raise WrongRequestError(
            f"The network has no tensor called {name}.",
            f"It could be one of these {what}s: {shown}.",
            f"Choose one of them as {what}, or leave it to the program.",
            names=tuple(real),
        )
    return tensor


def dims(shape: Any, sizes: Sizes) -> None:
    """Write sizes into a ``TensorShapeProto``."""
    del shape.dim[:]
    shape.unknown_rank = False
    for size in sizes:
        shape.dim.add(size=-1 if size is None else size)
