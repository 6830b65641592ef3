"""What the graph does not compute is refused with one clear sentence, never approximated."""

import numpy as np
import onnx
import pytest
from engine.graph.building import Case, chain, network, one, positive, real, scalar, weights, whole
from engine.graph.nets import residual
from onnx import TensorProto, helper

from deepintro_desktop.core.errors import UnreadableNetworkError, UnsafeFileError, UnsupportedNetworkError
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.scan import UnsupportedOperator, unsupported_operators

_BATCH = (weights(4), weights(4), weights(4), positive(4))
REFUSED: dict[str, Case] = {
    "auto_pad NEAREST is unknown": one("Conv", weights(5, 4, 3, 3), auto_pad="NEAREST"),
    "pools with gaps means": one("MaxPool", kernel_shape=[2, 2], dilations=[2, 2], auto_pad="SAME_UPPER"),
    "SAME_LOWER of pools with gaps": one(
        "AveragePool", kernel_shape=[1, 1], strides=[2, 2], auto_pad="SAME_LOWER"
    ),
    "numbers from 0": one("Conv", weights(5, 4, 3, 3), pads=[-1, 0, 0, 0]),
    "does not fit into the input": one("MaxPool", kernel_shape=[8, 2]),
    "positions of the maxima are used": one("MaxPool", kernel_shape=[2, 2], n_outputs=2),
    "lies in the padding only": one("AveragePool", kernel_shape=[2, 2], strides=[2, 2], pads=[2, 0, 0, 0]),
    "one scale per pixel": one("BatchNormalization", *_BATCH, opset=8, spatial=0),
    "in training mode": one("BatchNormalization", *_BATCH, training_mode=1, opset=15),
    "training mode": one("Dropout", scalar(0.5), scalar(True, np.bool_), opset=13),
    "its mean or deviation is used": one("LayerNormalization", weights(6), n_outputs=2),
    "its mask is used": one("Dropout", n_outputs=2),
    "its padding differs between the sides": one(
        "Col2Im", whole(5, 6), whole(2, 2), shape=(8, 30), opset=18, pads=[1, 0, 0, 1]
    ),
    "the mode lanczos": one("Resize", None, real(1, 1, 2, 2), mode="lanczos"),
    "antialias": one("Resize", None, real(1, 1, 0.5, 0.5), mode="linear", antialias=1, opset=18),
    "the policy not_larger": one(
        "Resize", None, None, whole(1, 4, 9, 9), keep_aspect_ratio_policy="not_larger", opset=18
    ),
    "tf_crop_and_resize": one(
        "Resize", real(0, 0, 0, 0, 1, 1, 1, 1), real(1, 1, 2, 2),
        coordinate_transformation_mode="tf_crop_and_resize",
    ),
    "the rounding up is unknown": one("Resize", None, real(1, 1, 2, 2), nearest_mode="up"),
    "the mode symmetric is unknown": one("Pad", whole(0, 0, 1, 1, 0, 0, 1, 1), mode="symmetric"),
    "the mode XYZ is unknown": one("DepthToSpace", blocksize=2, mode="XYZ", shape=(4, 2, 2)),
    "the approximation rough is unknown": one("Gelu", approximate="rough", opset=20),
    "axis 7 does not exist": one("Gather", whole(0), axis=7),
    "not all of length 1": one("Squeeze", whole(2)),
    "belongs to a fixed batch": one("Gemm", weights(5, 3), weights(2, 3), shape=(5,)),
    "makes a tensor of the size": one("Tile", whole(1, 1, 100000, 100000)),
    "larger than the windows reach": one("ConvTranspose", weights(4, 5, 3, 3), output_shape=[20, 20]),
    "batch_dims is not 0": one("GatherND", np.zeros((1, 1), np.int64), batch_dims=1),
    "instead of replacing": one(
        "ScatterND", np.zeros((1, 1), np.int64), weights(1, 4, 7, 6), reduction="add", opset=16
    ),
    "written for a fixed number of pictures": one(
        "Resize", None, None, whole(2, 4, 9, 9), opset=13, id="batch"
    ),
    "mixes the pictures of a batch": one("ReduceMean", axes=[0, 2], opset=11),
    "a tensor of the size": chain(
        "outer", ("Add", "a b", "c"), ("Mul", "x c", "y"), a=positive(20000, 1), b=positive(1, 20000)
    ),
    "makes a tensor of the size .20000, 20000": chain(
        "outer", ("MatMul", "a b", "c"), ("Mul", "x c", "y"), a=positive(20000, 1), b=positive(1, 20000)
    ),
    "weights that depend on the picture": chain(
        "own", ("ReduceMean", "x", "m", {"axes": [0], "keepdims": 1}), ("Conv", "x m", "y")
    ),
    "computes on the picture": chain("mod", ("Mod", "x c", "y", {"fmod": 1}), c=real(0.3)),
}  # fmt: skip


@pytest.mark.parametrize("sentence", REFUSED)
def test_unsupported_form_is_refused(sentence: str) -> None:
    with pytest.raises(UnsupportedNetworkError, match=sentence):
        ExplainableGraph.from_onnx(REFUSED[sentence].model(), output="flat")


def test_every_unknown_operator_is_reported_at_once() -> None:
    nodes = [
        helper.make_node("Relu", ["x"], ["a"]),
        helper.make_node("GridSample", ["a", "a"], ["b"]),
        helper.make_node("GridSample", ["b", "b"], ["c"]),
        helper.make_node("FusedGemm", ["c"], ["d"], domain="com.microsoft"),
        helper.make_node("Conv", ["d"], ["y"], domain="ai.onnx"),
    ]
    model = network(nodes, {}, (4, 7, 6))
    assert unsupported_operators(model) == (
        UnsupportedOperator("GridSample", "", 2),
        UnsupportedOperator("FusedGemm", "com.microsoft", 1),
    )
    with pytest.raises(
        UnsupportedNetworkError, match=r"operators: GridSample \(2 times\), com\.microsoft\.FusedGemm\."
    ):
        ExplainableGraph.from_onnx(model)


@pytest.mark.parametrize("opset", [6, 26])
def test_operators_of_other_versions_are_refused(opset: int) -> None:
    case = one("Relu", opset=opset)
    with pytest.raises(UnsupportedNetworkError, match=f"version {opset}"):
        ExplainableGraph.from_onnx(case.model(), output="flat")


@pytest.mark.parametrize(
    "content",
    [b"", b"version https://git-lfs.github.com/spec/v1\n", b"<html>", b"\x08\x08", bytes(range(256))],
)
def test_bytes_that_are_no_network_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableNetworkError):
        ExplainableGraph.from_onnx(content)


def test_truncated_network_is_refused() -> None:
    content = residual().SerializeToString()
    for n_bytes in range(0, len(content), 997):
        with pytest.raises((UnreadableNetworkError, UnsupportedNetworkError)):
            ExplainableGraph.from_onnx(content[:n_bytes])


def test_weights_in_other_files_are_never_read() -> None:
    model = one("Conv", weights(5, 4, 3, 3)).model()
    tensor = model.graph.initializer[0]
    onnx.external_data_helper.set_external_data(tensor, location="../secret")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    with pytest.raises(UnsafeFileError, match="another file"):
        ExplainableGraph.from_onnx(model, output="flat")


def test_a_damaged_network_names_the_node() -> None:
    with pytest.raises(UnreadableNetworkError, match=r"Node Conv_0 \(Conv\) failed"):
        ExplainableGraph.from_onnx(one("Conv", weights(5, 3, 3, 3)).model(), output="flat")


def test_a_value_that_nothing_computes_is_named() -> None:
    model = network([helper.make_node("Add", ["x", "lost"], ["y"])], {}, (4,))
    with pytest.raises(UnreadableNetworkError, match="lost"):
        ExplainableGraph.from_onnx(model)


def test_a_ring_of_nodes_is_refused() -> None:
    nodes = [helper.make_node("Add", ["x", "b"], ["a"]), helper.make_node("Relu", ["a"], ["b"])]
    with pytest.raises(UnreadableNetworkError, match="Nothing computes"):
        ExplainableGraph.from_onnx(network(nodes, {}, (4,), outputs=("b",)))


def test_open_input_sizes_need_a_statement() -> None:
    model = one("GlobalAveragePool").model()
    model.graph.input[0].type.tensor_type.shape.dim[2].dim_param = "height"
    with pytest.raises(UnsupportedNetworkError, match=r"It says 4 × \? × 6\."):
        ExplainableGraph.from_onnx(model, output="flat")
    graph = ExplainableGraph.from_onnx(model, output="flat", input_shape=(4, 9, 6))
    assert graph.input_shape == (4, 9, 6)


def test_two_inputs_are_refused() -> None:
    model = network([helper.make_node("Add", ["x", "z"], ["y"])], {}, (4,))
    model.graph.input.append(helper.make_tensor_value_info("z", TensorProto.FLOAT, ["n", 4]))
    with pytest.raises(UnsupportedNetworkError, match="x, z"):
        ExplainableGraph.from_onnx(model)


def test_a_network_that_does_not_classify_is_refused() -> None:
    with pytest.raises(UnsupportedNetworkError, match=r"\(1, 4, 7, 6\)"):
        ExplainableGraph.from_onnx(one("Relu").model(), output="y")
