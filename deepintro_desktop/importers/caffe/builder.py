"""Collects ONNX nodes while a Caffe network is converted, and knows the shape of everything on the way."""

import math
from collections.abc import Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsupportedNetworkError
from deepintro_desktop.importers.caffe.layer import Layer

OPSET = 17
IR_VERSION = 8
Shape = tuple[int, ...]


class Builder:
    """An ONNX graph in the making. Shapes have the batch size 1 in front.

    The finished graph leaves it free.
    """

    def __init__(self, input_blob: str, input_shape: Shape, batch: int) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._initializers: list[onnx.TensorProto] = []
        self._current: dict[str, str] = {input_blob: input_blob}
        self._shapes: dict[str, Shape] = {input_blob: input_shape}
        self._input = input_blob
        self.declared_batch = batch

    def bottom(self, layer: Layer, index: int = 0) -> str:
        """Return the tensor that a layer reads.

        Blobs are overwritten in place, so it is the latest of that name.
        """
        if index >= len(layer.bottoms):
            raise UnsupportedNetworkError(
                f"The layer {layer.name} cannot be converted.",
                f"It needs {index + 1} inputs.",
                "Check the structure.",
            )
        return self._current[layer.bottoms[index]]

    def shape(self, tensor: str) -> Shape:
        """Return the shape of a tensor, batch 1 in front."""
        return self._shapes[tensor]

    def constant(self, name: str, values: np.ndarray) -> str:
        """Store an array and return its name."""
        self._initializers.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(
        self, operator: str, inputs: Sequence[str], output: str, shape: Shape, **attributes: object
    ) -> str:
        """Add a node with one output and return the name of the output."""
        self._nodes.append(helper.make_node(operator, list(inputs), [output], name=output, **attributes))
        self._shapes[output] = shape
        return output

    def split(self, tensor: str, outputs: Sequence[str], sizes: Sequence[int], axis: int) -> None:
        """Cut a tensor into consecutive parts along an axis."""
        lengths = self.constant(f"{outputs[0]}/sizes", np.array(sizes, np.int64))
        self._nodes.append(
            helper.make_node("Split", [tensor, lengths], list(outputs), name=f"{outputs[0]}/split", axis=axis)
        )
        shape = self._shapes[tensor]
        for output, size in zip(outputs, sizes, strict=True):
            self._shapes[output] = (*shape[:axis], size, *shape[axis + 1 :])

    def top(self, layer: Layer, tensor: str, index: int = 0) -> None:
        """Say that a tensor is what the layer writes into its top blob."""
        if index < len(layer.tops):
            self._current[layer.tops[index]] = tensor

    def finish(self, blob: str, name: str) -> onnx.ModelProto:
        """Return the network that computes a blob."""
        output = self._current[blob]
        graph = helper.make_graph(
            self._nodes,
            name or "caffe",
            [_described(self._input, self._shapes[self._input])],
            [_described(output, self._shapes[output])],
            self._initializers,
        )
        return helper.make_model(
            graph,
            opset_imports=[helper.make_opsetid("", OPSET)],
            ir_version=IR_VERSION,
            producer_name="DeepIntro Desktop",
        )


def _described(name: str, shape: Shape) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", *shape[1:]])


def weights(layer: Layer, index: int, shape: Shape) -> np.ndarray:
    """Return a blob in the wanted shape; old files write extra dimensions of 1. Raises on another count."""
    blob = layer.blobs[index]
    if blob.values.size != math.prod(shape):
        raise UnreadableNetworkError(
            f"The weights do not fit the layer {layer.name}.",
            f"The structure asks for {list(shape)}, the weights file has {list(blob.shape)}.",
            "Choose the weights that belong to this structure.",
        )
    return blob.values.reshape(shape)
