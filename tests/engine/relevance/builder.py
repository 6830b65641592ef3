"""Small ONNX networks with random weights, built operation by operation."""

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from deepintro_desktop.engine.graph.graph import ExplainableGraph


class NetBuilder:
    """Adds operations one after the other; every method returns the name of the value it made.

    ``bias`` scales the random biases: 0 leaves them out.
    """

    def __init__(self, shape, seed=0, bias=0.2):
        self.rng = np.random.default_rng(seed)
        self.shape, self.bias = tuple(shape), bias
        self.nodes, self.weights, self.n_made = [], [], 0
        self.input = "picture"

    def constant(self, value, dtype=np.float32):
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.asarray(value, dtype), name))
        return name

    def op(self, operator, *inputs, n_outputs=1, **attributes):
        self.n_made += 1
        outputs = [f"{operator.lower()}{self.n_made}" + (f"_{i}" if i else "") for i in range(n_outputs)]
        self.nodes.append(helper.make_node(operator, list(inputs), outputs, outputs[0], **attributes))
        return outputs[0] if n_outputs == 1 else outputs

    def random(self, *shape, scale=1.0):
        return self.rng.normal(0.0, scale, shape)

    def conv(self, x, n_in, n_out, kernel=3, group=1, bias=None, **attributes):
        kernel = (kernel, kernel) if isinstance(kernel, int) else kernel
        fan_in = n_in // group * int(np.prod(kernel))
        weight = self.random(n_out, n_in // group, *kernel, scale=(2 / fan_in) ** 0.5)
        inputs = [x, self.constant(weight)]
        bias = self.bias if bias is None else bias
        if bias:
            inputs.append(self.constant(self.random(n_out, scale=bias)))
        return self.op("Conv", *inputs, group=group, **attributes)

    def gemm(self, x, n_in, n_out, bias=None, **attributes):
        bias = self.bias if bias is None else bias
        weight = self.random(n_out, n_in, scale=(2 / n_in) ** 0.5)
        inputs = [x, self.constant(weight)]
        if bias:
            inputs.append(self.constant(self.random(n_out, scale=bias)))
        return self.op("Gemm", *inputs, transB=1, **attributes)

    def relu(self, x):
        return self.op("Relu", x)

    def batch_norm(self, x, n, signs=True):
        gain = self.random(n) if signs else np.abs(self.random(n)) + 0.5
        parts = (gain, self.random(n, scale=0.3), self.random(n, scale=0.3), self.rng.uniform(0.5, 2.0, n))
        return self.op("BatchNormalization", x, *(self.constant(part) for part in parts), epsilon=1e-3)

    def model(self, output, opset=17):
        graph = helper.make_graph(
            self.nodes,
            "net",
            [helper.make_tensor_value_info(self.input, TensorProto.FLOAT, [1, *self.shape])],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, None)],
            self.weights,
        )
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)

    def graph(self, output, **options):
        return ExplainableGraph.from_onnx(self.model(output, **options))

    def picture(self, low=-1.0, high=1.0):
        return self.rng.uniform(low, high, (1, *self.shape)).astype(np.float32)


def head(net, x, n_in, n_classes=5):
    """Global average, flatten, dense."""
    x = net.op("GlobalAveragePool", x)
    return net.gemm(net.op("Flatten", x), n_in, n_classes)
