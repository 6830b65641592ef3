"""A tiny network and pictures for it, so small that a whole explanation takes milliseconds."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

from deepintro_desktop.core.parameters import ClusteringParameters

SIZE = 24
N_CLASSES = 4
LOOSE = ClusteringParameters(threshold=2.0, distance=1.5, min_size=2)
"""Settings at which the tiny picture has several features."""
PREPROCESSING = '{"height": 24, "width": 24, "scale": 0.00392157}'


def tiny_network(
    folder: Path, *, seed: int = 5, operator: str = "", scaled_before_pool: bool = False
) -> Path:
    """Write an ONNX network (convolution, ReLU, max pool, dense) and its labels; return the network's path.

    ``operator`` names an ONNX operator to put in front of the end, for networks that cannot be explained.
    ``scaled_before_pool`` puts a scale with a negative factor between ReLU and max pool: nothing folds it.
    """
    rng = np.random.default_rng(seed)
    inner = (SIZE // 2) ** 2 * 6
    weights = {
        "w1": rng.normal(0, 0.4, (6, 3, 3, 3)),
        "b1": rng.normal(0, 0.1, 6),
        "w2": rng.normal(0, 0.1, (inner, N_CLASSES)),
        "b2": rng.normal(0, 0.1, N_CLASSES),
    }
    nodes = [
        helper.make_node("Conv", ["x", "w1", "b1"], ["c"], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["c"], ["r"]),
        helper.make_node("MaxPool", ["r"], ["p"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("Flatten", ["p"], ["f"]),
        helper.make_node("Gemm", ["f", "w2", "b2"], ["g"]),
    ]
    if scaled_before_pool:
        weights["scale"] = np.array([1, -1, 1, 1, 1, 1]).reshape(1, 6, 1, 1)
        nodes.insert(2, helper.make_node("Mul", ["r", "scale"], ["s"]))
        nodes[3].input[0] = "s"
    if operator:
        nodes.append(helper.make_node(operator, ["g"], ["y"]))
    else:
        nodes[-1].output[0] = "y"
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, SIZE, SIZE])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", N_CLASSES])],
        [numpy_helper.from_array(value.astype(np.float32), name) for name, value in weights.items()],
    )
    path = folder / "tiny.onnx"
    path.write_bytes(
        helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9
        ).SerializeToString()
    )
    onnx.checker.check_model(onnx.load(path))
    (folder / "labels.txt").write_text("apple\nbread\ncheese\ndate\n", encoding="utf-8")
    return path


def tiny_picture(folder: Path, name: str = "picture.png", *, seed: int = 6) -> Path:
    """Write a picture with a bright and a dark block on noise; return its path."""
    rng = np.random.default_rng(seed)
    pixels = rng.integers(90, 160, (SIZE, SIZE, 3), dtype=np.uint8)
    pixels[4:11, 3:9] = (250, 240, 30)
    pixels[13:20, 14:21] = (10, 30, 90)
    path = folder / name
    Image.fromarray(pixels).save(path)
    return path
