"""What an ONNX file says about the preparation of its picture."""

import numpy as np
from onnx import ModelProto, TensorProto

from deepintro_desktop.core.specification import ChannelOrder
from deepintro_desktop.importers.contract import InputHints
from deepintro_desktop.importers.onnx import edit, interface

_ORDERS = {"rgb": ChannelOrder.RGB, "bgr": ChannelOrder.BGR, "gray": ChannelOrder.GRAY}
_RANGES = {
    "NominalRange_0_255": (1.0, 0.0, 1.0),
    "Normalized_0_1": (1 / 255, 0.0, 1.0),
    "Normalized_1_1": (1 / 255, 0.5, 0.5),
}
"""Nominal pixel range -> scale, mean, std."""


def hints_of(network: ModelProto) -> InputHints:
    """Read the metadata ``Image.BitmapPixelFormat`` and ``Image.NominalPixelRange``, and the first nodes."""
    picture = interface.picture_of(network.graph)
    facts = {entry.key: entry.value for entry in network.metadata_props}
    pixel_format = facts.get("Image.BitmapPixelFormat", "").casefold()
    order = next((order for start, order in _ORDERS.items() if pixel_format.startswith(start)), None)
    if order is not None and (order is ChannelOrder.GRAY) != (picture.channels == 1):
        order = None
    values = _RANGES.get(facts.get("Image.NominalPixelRange", ""))
    size = (picture.height, picture.width, picture.channels)
    if values is None and picture.element in (TensorProto.UINT8, TensorProto.INT32, TensorProto.INT64):
        values = _RANGES["NominalRange_0_255"]
    if values is not None:
        scale, mean, std = values
        return InputHints(
            *size, order, scale, (mean,) * picture.channels, (std,) * picture.channels, exact=True
        )
    # Only a sign that raw pixels are wanted: the network brings them to its own range first.
    return InputHints(*size, order, 1.0 if _scales_itself(network, picture.name) else None)


def _scales_itself(network: ModelProto, name: str) -> bool:
    """Whether the network first of all shrinks 0..255, or subtracts a mean in that range."""
    stored = edit.constants(network.graph)
    for _ in range(4):
        reader = next(iter(edit.readers(network.graph, name)), None)
        if reader is None or not reader.output:
            return False
        operands = [edit.array(stored[entry]) for entry in reader.input if entry in stored]
        largest = (
            float(np.abs(operands[0]).max(initial=0.0))
            if operands and operands[0].dtype.kind == "f"
            else None
        )
        if largest is not None:
            return (
                (reader.op_type == "Mul" and 0 < largest < 0.05)
                or (reader.op_type == "Div" and largest > 20)
                or (reader.op_type in ("Sub", "Add") and largest > 20)
            )
        if reader.op_type not in ("Transpose", "Cast", "Identity"):
            return False
        name = reader.output[0]
    return False
