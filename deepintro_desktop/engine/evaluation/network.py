"""The small network of the samples: four blocks of convolution, two dense layers, written as ONNX by hand."""

from collections.abc import Iterator

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from deepintro_desktop.engine.evaluation.shapes import SIZE_PX

CHANNELS = (16, 32, 64, 64)
N_HIDDEN = 256
N_CLASSES = 2
_OPSET, _IR_VERSION = 17, 8


def build_network(n_hidden: int = N_HIDDEN) -> nn.Sequential:
    """Return the untrained network: float32 [n, 1, 112, 112] in 0..1 -> logits [n, 2].

    With the usual ``n_hidden`` it has 0.86 million parameters.
    """
    layers: list[nn.Module] = []
    n_before = 1
    for n_channels in CHANNELS:
        layers += [nn.Conv2d(n_before, n_channels, 3, padding=1, bias=False), nn.BatchNorm2d(n_channels)]
        layers += [nn.ReLU(), nn.MaxPool2d(2)]
        n_before = n_channels
    n_flat = n_before * (SIZE_PX // 2 ** len(CHANNELS)) ** 2
    return nn.Sequential(
        *layers, nn.Flatten(), nn.Linear(n_flat, n_hidden), nn.ReLU(), nn.Linear(n_hidden, N_CLASSES)
    )


def n_parameters(network: nn.Module) -> int:
    """Count the trainable numbers."""
    return sum(parameter.numel() for parameter in network.parameters())


def to_onnx(network: nn.Sequential, name: str, documentation: str) -> bytes:
    """Return the trained network as ONNX: free batch dimension, batch normalisation folded, raw logits.

    The name of each layer says what it is (``convolution 1`` … ``dense 2``). Errors: onnx's own, when the
    graph is not sound.
    """
    nodes, weights = [], []
    value = "image"
    for layer, operator, attributes, arrays in _layers(network):
        names = [f"{layer}/{role}" for role in ("weight", "bias")[: len(arrays)]]
        weights += [numpy_helper.from_array(array, key) for key, array in zip(names, arrays, strict=True)]
        output = layer if layer != "dense 2" else "logits"
        nodes.append(helper.make_node(operator, [value, *names], [output], name=layer, **attributes))
        value = output
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["batch", 1, SIZE_PX, SIZE_PX])
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", N_CLASSES])
    graph = helper.make_graph(nodes, name, [image], [logits], weights)
    opset = helper.make_opsetid("", _OPSET)
    proto = helper.make_model(graph, opset_imports=[opset], ir_version=_IR_VERSION, producer_name="DeepIntro")
    proto.doc_string = documentation
    onnx.checker.check_model(proto, full_check=True)
    return proto.SerializeToString()


_Layer = tuple[str, str, dict[str, object], list[NDArray[np.float32]]]


def _layers(network: nn.Sequential) -> Iterator[_Layer]:
    """Yield name, operator, attributes and arrays of every node of the graph."""
    counts = {"convolution": 0, "relu": 0, "pool": 0, "dense": 0}

    def numbered(kind: str) -> str:
        counts[kind] += 1
        return f"{kind} {counts[kind]}"

    modules = list(network)
    for position, module in enumerate(modules):
        if isinstance(module, nn.Conv2d):
            attributes = {"kernel_shape": [3, 3], "pads": [1, 1, 1, 1], "strides": [1, 1]}
            yield numbered("convolution"), "Conv", attributes, _folded(module, modules[position + 1])
        elif isinstance(module, nn.ReLU):
            yield numbered("relu"), "Relu", {}, []
        elif isinstance(module, nn.MaxPool2d):
            yield numbered("pool"), "MaxPool", {"kernel_shape": [2, 2], "strides": [2, 2]}, []
        elif isinstance(module, nn.Flatten):
            yield "flatten", "Flatten", {"axis": 1}, []
        elif isinstance(module, nn.Linear):
            yield numbered("dense"), "Gemm", {"transB": 1}, [_array(module.weight), _array(module.bias)]


def _folded(convolution: nn.Conv2d, normalisation: nn.Module) -> list[NDArray[np.float32]]:
    """Return weight and bias of the convolution that does both, as they are after training."""
    if not isinstance(normalisation, nn.BatchNorm2d):
        raise TypeError("a convolution of this network is followed by batch normalisation")
    mean, variance = normalisation.running_mean, normalisation.running_var
    if mean is None or variance is None:
        raise TypeError("this batch normalisation keeps no running statistics")
    factor = normalisation.weight / torch.sqrt(variance + normalisation.eps)
    weight = convolution.weight * factor[:, None, None, None]
    return [_array(weight), _array(normalisation.bias - mean * factor)]


def _array(tensor: Tensor) -> NDArray[np.float32]:
    return tensor.detach().cpu().numpy().astype(np.float32)
