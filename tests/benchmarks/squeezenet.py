"""SqueezeNet v1.0 with random weights as ONNX bytes, and a picture with features."""

import numpy as np
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

SIDE = 227
_FIRES = (
    (16, 64),
    (16, 64),
    (32, 128),
    "pool",
    (32, 128),
    (48, 192),
    (48, 192),
    (64, 256),
    "pool",
    (64, 256),
)


class _Maker:
    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        self.nodes: list = []
        self.weights: list = []

    def add(self, operator: str, *inputs: str, **attributes: object) -> str:
        name = f"{operator}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], **attributes))
        return name

    def conv(self, x: str, n_in: int, n_out: int, kernel: int, stride: int = 1, pad: int = 0) -> str:
        weight = self.random.normal(size=(n_out, n_in, kernel, kernel)) * (2 / (n_in * kernel**2)) ** 0.5
        bias = self.random.normal(size=n_out) * 0.05
        names = [f"weight_{len(self.nodes)}", f"bias_{len(self.nodes)}"]
        for name, value in zip(names, (weight, bias), strict=True):
            self.weights.append(numpy_helper.from_array(value.astype(np.float32), name))
        return self.add("Relu", self.add("Conv", x, *names, strides=[stride] * 2, pads=[pad] * 4))

    def pool(self, x: str) -> str:
        return self.add("MaxPool", x, kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1)


def squeezenet(seed: int = 0, n_classes: int = 1000) -> bytes:
    """Return the network: 1.2 million weights, input [batch, 3, 227, 227], ending in logits."""
    make = _Maker(seed)
    x, n_in = make.pool(make.conv("data", 3, 96, 7, 2)), 96
    for fire in _FIRES:
        if fire == "pool":
            x = make.pool(x)
            continue
        squeeze, expand = fire
        y = make.conv(x, n_in, squeeze, 1)
        wide = make.conv(y, squeeze, expand, 3, 1, 1)
        x = make.add("Concat", make.conv(y, squeeze, expand, 1), wide, axis=1)
        n_in = 2 * expand
    x = make.add("Flatten", make.add("GlobalAveragePool", make.conv(x, n_in, n_classes, 1)))
    graph = helper.make_graph(
        make.nodes,
        "squeezenet",
        [helper.make_tensor_value_info("data", TensorProto.FLOAT, ["batch", 3, SIDE, SIDE])],
        [helper.make_tensor_value_info(x, TensorProto.FLOAT, ["batch", n_classes])],
        make.weights,
    )
    opsets = [helper.make_opsetid("", 17)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9).SerializeToString()


class _Fire(nn.Module):
    def __init__(self, n_in: int, squeeze: int, expand: int) -> None:
        super().__init__()
        self.squeeze = nn.Sequential(nn.Conv2d(n_in, squeeze, 1), nn.ReLU())
        self.narrow = nn.Sequential(nn.Conv2d(squeeze, expand, 1), nn.ReLU())
        self.wide = nn.Sequential(nn.Conv2d(squeeze, expand, 3, padding=1), nn.ReLU())

    def forward(self, x: Tensor) -> Tensor:
        y = self.squeeze(x)
        return torch.cat((self.narrow(y), self.wide(y)), 1)


def plain_squeezenet(n_classes: int = 1000) -> nn.Sequential:
    """Return the same network of torch's own modules, with other random weights."""
    layers = [nn.Conv2d(3, 96, 7, 2), nn.ReLU(), nn.MaxPool2d(3, 2, ceil_mode=True)]
    n_in = 96
    for fire in _FIRES:
        if fire == "pool":
            layers.append(nn.MaxPool2d(3, 2, ceil_mode=True))
        else:
            layers.append(_Fire(n_in, *fire))
            n_in = 2 * fire[1]
    layers += [nn.Conv2d(n_in, n_classes, 1), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten()]
    return nn.Sequential(*layers)


def picture_with_features(n: int = 27, seed: int = 0) -> tuple[NDArray[np.uint8], NDArray[np.int32]]:
    """Return uint8 [227, 227, 3], and labels int32 [227, 227] of n ragged features."""
    random = np.random.default_rng(seed)
    image = random.integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)
    labels = np.zeros((SIDE, SIDE), np.int32)
    for number in range(1, n + 1):
        height, width = random.integers(10, 40, 2)
        y, x = random.integers(0, SIDE - 40, 2)
        labels[y : y + height, x : x + width][random.random((height, width)) < 0.6] = number
    return image, labels
