"""VGG-16 and ResNet-50 with random weights."""

from types import MappingProxyType

import torch
from torch import Tensor

from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.operator import Node

_VGG = (64, 64, "M", 128, 128, "M", 256, 256, 256, "M", 512, 512, 512, "M", 512, 512, 512, "M")
_RESNET = ((64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2))
_SIZE = (3, 224, 224)


class _Maker:
    def __init__(self, seed: int) -> None:
        self.random = torch.Generator().manual_seed(seed)
        self.nodes: list[Node] = []
        self.constants: dict[str, Tensor] = {}

    def add(self, operator: str, *inputs: str, **attributes: object) -> str:
        name = f"{operator}_{len(self.nodes)}"
        self.nodes.append(Node(name, operator, inputs, (name,), attributes, 17))
        return name

    def linear(self, operator: str, x: str, shape: tuple[int, ...], gain: float, **attributes: object) -> str:
        fan_in = torch.Size(shape[1:]).numel()
        weight = torch.randn(shape, generator=self.random) * gain * (2 / fan_in) ** 0.5
        bias = torch.randn(shape[0], generator=self.random) * 0.05
        names = f"weight_{len(self.nodes)}", f"bias_{len(self.nodes)}"
        self.constants.update(zip(names, (weight, bias), strict=True))
        return self.add(operator, x, *names, **attributes)

    def conv(self, x: str, n_in: int, n_out: int, kernel: int, stride: int = 1, gain: float = 1.0) -> str:
        attributes = {"strides": (stride,) * 2, "pads": (kernel // 2,) * 4, "kernel_shape": (kernel,) * 2}
        return self.linear("Conv", x, (n_out, n_in, kernel, kernel), gain, **attributes)

    def gemm(self, x: str, n_in: int, n_out: int) -> str:
        return self.linear("Gemm", x, (n_out, n_in), 1.0, transB=1)

    def pool(self, x: str, kernel: int, stride: int, pad: int = 0) -> str:
        return self.add("MaxPool", x, kernel_shape=(kernel,) * 2, strides=(stride,) * 2, pads=(pad,) * 4)

    def graph(self, output: str, n_classes: int = 1000) -> ExplainableGraph:
        constants = MappingProxyType(self.constants)
        return ExplainableGraph(tuple(self.nodes), constants, "picture", _SIZE, output, n_classes, 17)


def vgg16(seed: int = 0) -> ExplainableGraph:
    """Return VGG-16: thirteen convolutions, three dense layers, 138 million weights."""
    make, x, n_in = _Maker(seed), "picture", 3
    for entry in _VGG:
        if entry == "M":
            x = make.pool(x, 2, 2)
        else:
            x, n_in = make.add("Relu", make.conv(x, n_in, entry, 3)), entry
    x = make.add("Flatten", x)
    x = make.add("Relu", make.gemm(x, 512 * 49, 4096))
    x = make.add("Relu", make.gemm(x, 4096, 4096))
    return make.graph(make.gemm(x, 4096, 1000))


def resnet50(seed: int = 0) -> ExplainableGraph:
    """Return ResNet-50 with batch normalisation folded into its convolutions."""
    make = _Maker(seed)
    x = make.add("Relu", make.conv("picture", 3, 64, 7, 2))
    x, n_in = make.pool(x, 3, 2, 1), 64
    for width, n_blocks, first_stride in _RESNET:
        for block in range(n_blocks):
            stride = first_stride if block == 0 else 1
            y = make.add("Relu", make.conv(x, n_in, width, 1))
            y = make.add("Relu", make.conv(y, width, width, 3, stride))
            y = make.conv(y, width, 4 * width, 1, gain=0.5)
            if block == 0:
                x = make.conv(x, n_in, 4 * width, 1, stride, gain=0.7)
            x, n_in = make.add("Relu", make.add("Add", y, x)), 4 * width
    x = make.add("Flatten", make.add("GlobalAveragePool", x))
    return make.graph(make.gemm(x, 2048, 1000))
