"""ONNX protobuf values as plain Python and torch values."""

from typing import Any

import numpy as np
import onnx
import torch
from onnx import AttributeProto, NodeProto, TensorProto, numpy_helper
from torch import Tensor

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsafeFileError, UnsupportedNetworkError

_REAL = {TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.BFLOAT16, TensorProto.DOUBLE}
_WHOLE = {
    TensorProto.INT8, TensorProto.INT16, TensorProto.INT32, TensorProto.INT64,
    TensorProto.UINT8, TensorProto.UINT16, TensorProto.UINT32, TensorProto.UINT64,
}  # fmt: skip


def is_real(data_type: int) -> bool:
    """Return whether an ONNX element type is a real number (half, single or double precision)."""
    return data_type in _REAL


def torch_dtype(data_type: int) -> torch.dtype:
    """Return the torch type that stands for an ONNX one: float32, int64 or bool."""
    if data_type in _REAL:
        return torch.float32
    if data_type in _WHOLE:
        return torch.int64
    if data_type == TensorProto.BOOL:
        return torch.bool
    name = (
        TensorProto.DataType.Name(data_type) if data_type in TensorProto.DataType.values() else str(data_type)
    )
    raise UnsupportedNetworkError(
        "The network holds values of an unsupported type.",
        f"The type is {name}.",
        "Convert it to float32 first.",
    )


def to_tensor(proto: TensorProto) -> Tensor:
    """Return an ONNX tensor as float32, int64 or bool; values in other files are never read."""
    if proto.data_location == TensorProto.EXTERNAL or proto.external_data:
        raise UnsafeFileError(
            "The network keeps weights in another file.",
            f"The values of {proto.name or 'a constant'} are stored outside the network.",
            "Save the network as one file.",
        )
    dtype = torch_dtype(proto.data_type)
    try:
        array = numpy_helper.to_array(proto)
    except (ValueError, TypeError, RuntimeError) as error:
        raise UnreadableNetworkError(
            "The network is damaged.", f"The values of {proto.name or 'a constant'} cannot be read."
        ) from error
    wanted = {torch.float32: np.float32, torch.int64: np.int64, torch.bool: np.bool_}[dtype]
    return torch.from_numpy(np.array(array, dtype=wanted))


def attributes_of(node: NodeProto) -> dict[str, Any]:
    """Return the attributes of a node: int, float, str, tuple or Tensor by name."""
    return {attribute.name: _value(attribute, node) for attribute in node.attribute}


def _value(attribute: AttributeProto, node: NodeProto) -> Any:
    if attribute.type == AttributeProto.TENSOR:
        return to_tensor(attribute.t)
    if attribute.type in (
        AttributeProto.INT,
        AttributeProto.FLOAT,
        AttributeProto.INTS,
        AttributeProto.FLOATS,
    ):
        value = onnx.helper.get_attribute_value(attribute)
        return tuple(value) if attribute.type in (AttributeProto.INTS, AttributeProto.FLOATS) else value
    if attribute.type == AttributeProto.STRING:
        return attribute.s.decode("utf-8", "replace")
    if attribute.type == AttributeProto.STRINGS:
        return tuple(entry.decode("utf-8", "replace") for entry in attribute.strings)
    raise UnsupportedNetworkError(
        f"The network uses {node.op_type} in an unsupported way.",
        f"Attribute {attribute.name} of node {node.name or node.output[0]} is a graph or a sparse tensor.",
    )
