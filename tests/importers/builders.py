"""Tiny networks with random weights (never zero), as ONNX messages and as Caffe files."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from deepintro_desktop.importers.caffe.schema import message

Shape = Sequence[int | str | None]


def weights(rng: np.random.Generator, *shape: int, dtype: type = np.float32) -> np.ndarray:
    """Return random weights of a sensible size; none of them is zero."""
    fan_in = int(np.prod(shape[1:])) or 1
    return (rng.normal(0, 1, shape) / np.sqrt(fan_in) + 1e-3).astype(dtype)


def network(
    nodes: list[NodeProto],
    stored: dict[str, np.ndarray],
    *,
    input_shape: Shape = ("N", 3, 8, 8),
    outputs: Sequence[tuple[str, Shape]] = (("y", ("N", 4)),),
    element: int = TensorProto.FLOAT,
    output_element: int = TensorProto.FLOAT,
    opset: int = 17,
    domains: Sequence[str] = (),
) -> ModelProto:
    """Return an ONNX network with the input ``x``."""
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("x", element, input_shape)],
        [helper.make_tensor_value_info(name, output_element, shape) for name, shape in outputs],
        [numpy_helper.from_array(values, name) for name, values in stored.items()],
    )
    opsets = [helper.make_opsetid("", opset), *(helper.make_opsetid(domain, 1) for domain in domains)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8)


def classifier(
    rng: np.random.Generator,
    *,
    ending: Sequence[NodeProto] = (),
    n_classes: int = 4,
    dtype: type = np.float32,
    channels: int = 3,
    source: str = "x",
    first: Sequence[NodeProto] = (),
    result: str = "z",
    **options: object,
) -> ModelProto:
    """Return conv - relu - global mean - matrix: ``z`` holds the logits, ``ending`` nodes may follow them."""
    nodes = [
        *first,
        helper.make_node("Conv", [source, "w", "b"], ["c"], name="conv", pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["c"], ["r"], name="relu"),
        helper.make_node("GlobalAveragePool", ["r"], ["g"], name="mean"),
        helper.make_node("Flatten", ["g"], ["f"], name="flat"),
        helper.make_node("Gemm", ["f", "v", "a"], ["z"], name="classes", transB=1),
        *ending,
    ]
    stored = {
        "w": weights(rng, 6, channels, 3, 3, dtype=dtype),
        "b": weights(rng, 6, dtype=dtype),
        "v": weights(rng, n_classes, 6, dtype=dtype) * dtype(3),
        "a": weights(rng, n_classes, dtype=dtype),
    }
    options.setdefault("outputs", ((result, ("N", n_classes)),))
    return network(nodes, stored, **options)  # type: ignore[arg-type]


def save(model: ModelProto, path: Path) -> Path:
    """Write an ONNX network and return its path."""
    path.write_bytes(model.SerializeToString())
    return path


def with_input(layers: str, *sizes: int) -> str:
    """Return a structure with a picture input ``data`` in front of layers."""
    dims = "\n".join(f"input_dim: {size}" for size in sizes)
    return f'name: "tiny"\ninput: "data"\n{dims}\n{layers}'


Blobs = dict[str, list[np.ndarray]]


def save_caffe(folder: Path, structure: str, blobs: Blobs, *, form: str = "current") -> Path:
    """Write ``deploy.prototxt`` and ``net.caffemodel`` and return the structure.

    ``form``: ``current``, ``v1`` (old layers with num, channels, height and width), or ``double``
    (double_data).
    """
    net = message("NetParameter")
    net.name = "tiny"
    for name, arrays in blobs.items():
        layer = (net.layers if form == "v1" else net.layer).add(name=name)
        for values in arrays:
            fill_blob(layer.blobs.add(), values, form)
    (folder / "net.caffemodel").write_bytes(net.SerializeToString())
    path = folder / "deploy.prototxt"
    path.write_text(structure, encoding="utf-8")
    return path


def fill_blob(blob: object, values: np.ndarray, form: str = "current") -> None:
    """Write an array into a ``BlobProto``."""
    if form == "v1":
        padded = (1,) * (4 - values.ndim) + values.shape
        blob.num, blob.channels, blob.height, blob.width = padded  # type: ignore[attr-defined]
    else:
        blob.shape.dim.extend(values.shape)  # type: ignore[attr-defined]
    field = blob.double_data if form == "double" else blob.data  # type: ignore[attr-defined]
    field.extend(values.reshape(-1).tolist())
