"""Small networks with random weights, as ONNX bytes."""

import numpy as np
from onnx import TensorProto, helper, numpy_helper


def small_network(
    seed: int = 0, n_classes: int = 5, side: int = 12, batch: int | str = "batch", n_channels: int = 3
) -> bytes:
    """Return convolution, ReLU, mean and a matrix; any batch size unless ``batch`` is a number."""
    rng = np.random.default_rng(seed)
    weights = {
        "kernel": rng.normal(0, 0.3, (8, n_channels, 3, 3)),
        "kernel_bias": rng.normal(0, 0.1, 8),
        "matrix": rng.normal(0, 1.0, (8, n_classes)),
        "matrix_bias": rng.normal(0, 0.1, n_classes),
    }
    nodes = [
        helper.make_node("Conv", ["data", "kernel", "kernel_bias"], ["conv"], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["conv"], ["relu"]),
        helper.make_node("GlobalAveragePool", ["relu"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["flat"]),
        helper.make_node("Gemm", ["flat", "matrix", "matrix_bias"], ["logits"]),
    ]
    graph = helper.make_graph(
        nodes,
        "small",
        [helper.make_tensor_value_info("data", TensorProto.FLOAT, [batch, n_channels, side, side])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [batch, n_classes])],
        [numpy_helper.from_array(value.astype(np.float32), name) for name, value in weights.items()],
    )
    opsets = [helper.make_opsetid("", 17)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9).SerializeToString()


def batch_of(n: int, seed: int = 0, side: int = 12, n_channels: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(n, n_channels, side, side)).astype(np.float32)
