"""What must hold before a foreign library looks at an ONNX graph: sizes and stored arrays make sense."""

import math

from onnx import AttributeProto, ModelProto, NodeProto, TensorProto, helper

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsafeFileError, UnsupportedNetworkError
from deepintro_desktop.importers.onnx import edit
from deepintro_desktop.importers.onnx.sizes import with_computed_sizes

MAX_ELEMENTS = 1 << 27
"""Largest number of values in one tensor, batch 1 (512 MB)."""

_MAX_TOTAL_ELEMENTS = 1 << 30
_MAX_RANK = 16
_MAX_WINDOW = 1 << 16
_POSITIVE = frozenset({"kernel_shape", "strides", "dilations", "group", "size", "scales", "blocksize"})
_NOT_NEGATIVE = frozenset({"pads", "output_padding"})
_PADS_MAY_CROP = frozenset({"Pad"})
_PACKED_TYPES = frozenset({TensorProto.INT4, TensorProto.UINT4, TensorProto.FLOAT4E2M1})
_TYPED_FIELDS = ("float_data", "int32_data", "int64_data", "double_data", "uint64_data", "string_data")
_SIZE_MAKERS = frozenset(
    {
        "ConstantOfShape",
        "Expand",
        "Tile",
        "Range",
        "Resize",
        "Upsample",
        "Pad",
        "OneHot",
        "RandomNormal",
        "RandomUniform",
        "RandomNormalLike",
        "RandomUniformLike",
        "EyeLike",
        "Multinomial",
        "NonZero",
        "Compress",
        "Unique",
        "MaxUnpool",
        "ConvTranspose",
        "DepthToSpace",
    }
)


def check_sound(network: ModelProto) -> None:
    """Raise ``UnreadableNetworkError`` or ``UnsafeFileError`` on impossible windows, sizes or arrays."""
    graph = network.graph
    if graph.sparse_initializer:
        raise UnsupportedNetworkError(
            "The network stores sparse weights.", "", "Export it with ordinary (dense) weights."
        )
    total = sum(_check_tensor(entry) for entry in graph.initializer)
    for value in (*graph.input, *graph.output, *graph.value_info):
        _check_sizes(value.name, [size for size in edit.shape_of(value) or () if size is not None])
    for node in graph.node:
        total += _check_node(node)
    if total > _MAX_TOTAL_ELEMENTS:
        raise _too_large("its weights", total)


def _check_node(node: NodeProto) -> int:
    n_stored = 0
    for entry in node.attribute:
        if entry.type == AttributeProto.TENSOR:
            n_stored += _check_tensor(entry.t)
        values = [entry.i] if entry.type == AttributeProto.INT else list(entry.ints)
        values += list(entry.floats)
        lowest = 1 if entry.name in _POSITIVE else 0
        guarded = entry.name in _POSITIVE or (
            entry.name in _NOT_NEGATIVE and node.op_type not in _PADS_MAY_CROP
        )
        if entry.name in _POSITIVE and entry.floats:
            lowest = 0
        if guarded and any(not lowest <= value <= _MAX_WINDOW for value in values):
            raise UnreadableNetworkError(
                f"The network is damaged: {node.op_type} "
                f"{node.name or '/'.join(node.output)} makes no sense.",
                f"Its {entry.name} is {values[:8]}.",
                "Copy or export the file again.",
            )
    return n_stored


def _check_tensor(tensor: TensorProto) -> int:
    _check_sizes(tensor.name, list(tensor.dims))
    count = math.prod(tensor.dims)
    try:
        width = helper.tensor_dtype_to_np_dtype(tensor.data_type).itemsize
    except (KeyError, TypeError):
        width = 0
    if tensor.HasField("raw_data"):
        fits = len(tensor.raw_data) == count * width
    else:
        fits = sum(len(getattr(tensor, field)) for field in _TYPED_FIELDS) in (count, 2 * count)
    if width == 0 or not (fits or tensor.data_type in _PACKED_TYPES):
        raise UnreadableNetworkError(
            f"The stored values of {tensor.name or 'a constant'} are damaged.",
            "They do not fit their own shape.",
            "Copy or export the file again.",
        )
    return count


def _check_sizes(name: str, sizes: list[int]) -> None:
    if any(size < 0 for size in sizes) or len(sizes) > _MAX_RANK:
        raise UnreadableNetworkError(
            f"The network is damaged: {name or 'a tensor'} has an impossible shape.",
            f"It says {sizes[:_MAX_RANK]}.",
            "Copy or export the file again.",
        )
    if math.prod(sizes) > MAX_ELEMENTS * 4:
        raise _too_large(name or "a tensor", math.prod(sizes))


def check_memory(network: ModelProto) -> None:
    """Refuse a network (with inferred shapes, batch 1) that would make tensors too large for any machine.

    Operations that choose their own output size must have a known one; raises ``UnsafeFileError`` or
    ``UnsupportedNetworkError``.
    """
    unknown = _check_known_sizes(network)
    if unknown:
        unknown = _check_known_sizes(with_computed_sizes(network))
    if unknown:
        raise UnsupportedNetworkError(
            "The network computes sizes that are not known beforehand.",
            f"They come from {', '.join(unknown[:8])}.",
            "Export the network for a fixed picture size.",
            operators=tuple(unknown),
        )


def _check_known_sizes(network: ModelProto) -> list[str]:
    """Raise ``UnsafeFileError`` for what is too large, and return the operations of unknown size."""
    shapes, total, unknown = edit.known_shapes(network), 0, []
    for node in network.graph.node:
        for output in filter(None, node.output):
            shape = shapes.get(output)
            if shape is None or any(size is None for size in shape):
                if node.op_type in _SIZE_MAKERS:
                    unknown.append(f"{node.op_type} ({node.name or output})")
                continue
            count = math.prod(size for size in shape if size is not None)
            total += count
            if count > MAX_ELEMENTS:
                raise _too_large(output, count)
    if total > _MAX_TOTAL_ELEMENTS:
        raise _too_large("one prediction", total)
    return unknown


def _too_large(what: str, count: int) -> UnsafeFileError:
    return UnsafeFileError(
        "The network would need too much memory.",
        f"{what} alone would hold {count:.3g} numbers.",
        "Do not open networks from sources that you do not trust.",
    )
