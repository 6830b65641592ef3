"""Small whole networks of every kind, with random weights of which none is zero."""

from collections.abc import Callable
from typing import Any

import numpy as np
from engine.graph.building import Array, network, positive, weights
from onnx import ModelProto, NodeProto, helper


class Builder:
    """Adds layers one after the other and gives their constants names."""

    def __init__(self, shape: tuple[int, ...], opset: int = 17) -> None:
        self.shape, self.opset = shape, opset
        self.nodes: list[NodeProto] = []
        self.constants: dict[str, Array] = {}

    def add(self, operator: str, *inputs: str | Array, name: str = "", **attributes: Any) -> str:
        """Add a node whose inputs are value names or constants; return the name of its output."""
        output = name or f"{operator.lower()}{len(self.nodes)}"
        names = []
        for index, value in enumerate(inputs):
            if isinstance(value, str):
                names.append(value)
            else:
                names.append(f"{output}_c{index}")
                self.constants[names[-1]] = value
        self.nodes.append(helper.make_node(operator, names, [output], name=f"node_{output}", **attributes))
        return output

    def conv(self, x: str, n_in: int, n_out: int, size: int = 3, **attributes: Any) -> str:
        """Add a convolution that keeps the size, unless told otherwise."""
        attributes.setdefault("pads", [size // 2] * 4)
        groups = attributes.get("group", 1)
        scale = 1.5 / np.sqrt(n_in / groups * size * size)
        seed = len(self.nodes)
        weight = weights(n_out, n_in // groups, size, size, seed=seed, scale=scale)
        return self.add("Conv", x, weight, weights(n_out, seed=seed, scale=0.2), **attributes)

    def bn(self, x: str, n: int) -> str:
        """Add a batch normalisation with scales of both signs."""
        seed = len(self.nodes)
        scale = positive(n, seed=seed) * np.where(np.arange(n) % 3 == 1, -1, 1).astype(np.float32)
        shift, mean = weights(n, seed=seed + 1, scale=0.3), weights(n, seed=seed + 2, scale=0.3)
        return self.add("BatchNormalization", x, scale, shift, mean, positive(n, seed=seed + 3), epsilon=1e-3)

    def relu(self, x: str) -> str:
        """Add a ReLU."""
        return self.add("Relu", x)

    def dense(self, x: str, n_in: int, n_out: int) -> str:
        """Add a fully connected layer."""
        weight = weights(n_out, n_in, seed=len(self.nodes), scale=1 / np.sqrt(n_in))
        return self.add("Gemm", x, weight, weights(n_out, scale=0.2), transB=1)

    def pool(self, x: str, operator: str = "MaxPool", **attributes: Any) -> str:
        """Add a pool of 2 by 2."""
        return self.add(operator, x, **{"kernel_shape": [2, 2], "strides": [2, 2], **attributes})

    def head(self, x: str, n_in: int, softmax: bool = False) -> ModelProto:
        """Close with global average pool, dense layer and perhaps softmax; return the network."""
        x = self.add("Flatten", self.add("GlobalAveragePool", x))
        x = self.dense(x, n_in, 5)
        return self.close(self.add("Softmax", x, axis=1) if softmax else x)

    def close(self, x: str) -> ModelProto:
        """Return the network that ends in ``x``."""
        return network(self.nodes, self.constants, self.shape, self.opset, outputs=(x,))


def plain() -> ModelProto:
    """Convolutions, max pools and dense layers, with LRN."""
    net = Builder((3, 16, 16))
    x = net.add("LRN", net.relu(net.conv("x", 3, 8)), size=5, alpha=0.1)
    x = net.pool(net.relu(net.conv(net.pool(x), 8, 6)), kernel_shape=[3, 3], ceil_mode=1)
    x = net.add("Dropout", net.add("Flatten", x))
    return net.close(net.dense(net.relu(net.dense(x, 96, 12)), 12, 5))


def residual() -> ModelProto:
    """Batch normalisation after every convolution, identity and projected shortcuts."""
    net = Builder((3, 16, 16))
    x = net.relu(net.bn(net.conv("x", 3, 8, strides=[2, 2]), 8))
    y = net.relu(net.bn(net.conv(x, 8, 8), 8))
    x = net.relu(net.add("Add", net.bn(net.conv(y, 8, 8), 8), x))
    y = net.relu(net.bn(net.conv(x, 8, 12, strides=[2, 2]), 12))
    y = net.bn(net.conv(y, 12, 12), 12)
    shortcut = net.bn(net.conv(x, 8, 12, size=1, strides=[2, 2]), 12)
    return net.head(net.relu(net.add("Add", y, shortcut)), 12)


def inception() -> ModelProto:
    """Branches of several sizes that are concatenated."""
    net = Builder((3, 16, 16), opset=13)
    x = net.relu(net.conv("x", 3, 8))
    first = net.relu(net.conv(x, 8, 4, size=1))
    second = net.relu(net.conv(net.relu(net.conv(x, 8, 4, size=1)), 4, 6))
    third = net.relu(net.conv(x, 8, 4, size=5))
    pooled = net.pool(x, "AveragePool", kernel_shape=[3, 3], strides=[1, 1], pads=[1, 1, 1, 1])
    fourth = net.relu(net.conv(pooled, 8, 4, size=1))
    x = net.pool(net.add("Concat", first, second, third, fourth, axis=1))
    return net.head(x, 18, softmax=True)


def fire() -> ModelProto:
    """Squeeze and expand; the classifier is a convolution."""
    net = Builder((3, 19, 19), opset=9)
    x = net.pool(net.relu(net.conv("x", 3, 8, strides=[2, 2], pads=[0, 0, 0, 0])), kernel_shape=[3, 3])
    for n_in in (8, 12):
        x = net.relu(net.conv(x, n_in, 4, size=1))
        x = net.add("Concat", net.relu(net.conv(x, 4, 6, size=1)), net.relu(net.conv(x, 4, 6)), axis=1)
    x = net.add("Dropout", x)
    x = net.add("GlobalAveragePool", net.relu(net.conv(x, 12, 5, size=1, pads=[1, 1, 1, 1])))
    return net.close(net.add("Softmax", net.add("Flatten", x), axis=1))


def dense() -> ModelProto:
    """Every layer sees all before it, normalised before the activation."""
    net = Builder((3, 16, 16))
    x, n = net.conv("x", 3, 6), 6
    for _ in range(3):
        y = net.relu(net.bn(net.conv(net.relu(net.bn(x, n)), n, 8, size=1), 8))
        x, n = net.add("Concat", x, net.conv(y, 8, 4), axis=1), n + 4
    x = net.conv(net.relu(net.bn(x, n)), n, 9, size=1)
    x = net.pool(x, "AveragePool")
    return net.head(net.relu(net.bn(x, 9)), 9)


def depthwise() -> ModelProto:
    """Inverted residuals with depthwise convolutions, and a gate in the middle."""
    net = Builder((3, 16, 16))
    x = net.bn(net.conv("x", 3, 6, strides=[2, 2]), 6)
    x = net.add("Clip", x, np.float32(0), np.float32(6))
    y = net.add("HardSwish", net.bn(net.conv(x, 6, 12, size=1), 12))
    y = net.add("Clip", net.bn(net.conv(y, 12, 12, group=12), 12), np.float32(0), np.float32(6))
    gate = net.relu(net.conv(net.add("GlobalAveragePool", y), 12, 4, size=1))
    gate = net.add("HardSigmoid", net.conv(gate, 4, 12, size=1))
    y = net.add("Mul", y, gate)
    return net.head(net.add("Add", net.bn(net.conv(y, 12, 6, size=1), 6), x), 6)


def written_apart() -> ModelProto:
    """Bias, scale, padding, casts and matrix products as nodes of their own, as some exporters leave them."""
    net = Builder((3, 12, 12), opset=11)
    x = net.add("Sub", "x", weights(3, 1, 1))
    x = net.add("Mul", x, positive(3, 1, 1))
    x = net.add("Pad", x, np.array([0, 0, 1, 0, 0, 0, 2, 1], np.int64))
    x = net.add("Conv", x, weights(6, 3, 3, 3), strides=[2, 2])
    x = net.add("Add", x, weights(6, 1, 1))
    x = net.add("Neg", net.add("Div", x, weights(1, 6, 1, 1)))
    x = net.relu(net.add("Sub", weights(6, 1, 1), x))
    x = net.add("Pad", x, np.array([0, 0, 1, 1, 0, 0, 1, 1], np.int64))
    x = net.add("MaxPool", net.add("Identity", x), kernel_shape=[3, 3], strides=[2, 2])
    x = net.add("Mul", x, weights(6, 1, 1))
    x = net.add("ConvTranspose", x, weights(6, 2, 3, 3), group=3, strides=[2, 2])
    x = net.relu(net.bn(x, 6))
    x = net.add("Transpose", x, perm=[0, 2, 3, 1])
    x = net.add("Add", net.add("MatMul", x, weights(6, 4)), weights(4))
    x = net.add("Cast", net.add("ReduceMean", x, axes=[1, 2], keepdims=0), to=1)
    x = net.add("Mul", net.add("Add", net.add("MatMul", x, weights(4, 5)), weights(5)), np.float32(0.5))
    return net.close(net.add("Identity", x))


NETS: dict[str, Callable[[], ModelProto]] = {
    made.__name__: made for made in (plain, residual, inception, fire, dense, depthwise, written_apart)
}
