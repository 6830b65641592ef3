"""A network saved for a fixed number of pictures answers for any number, picture by picture the same."""

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from engine.graph.building import Array, network, onnxruntime_values, relative_difference, weights, whole
from onnx import ModelProto, helper, numpy_helper

from deepintro_desktop.engine.graph.free_batch import free_batch
from deepintro_desktop.engine.graph.graph import ExplainableGraph


def _fixed(target: Array, batch: int, *, as_node: bool = False) -> ModelProto:
    constants = {"w": weights(12, 5), "v": weights(60), "vs": whole(12, 5)}
    nodes = [
        helper.make_node("Relu", ["x"], ["r"]),
        helper.make_node("Reshape", ["r", "t"], ["f"]),
        helper.make_node("Reshape", ["v", "vs"], ["u"]),
        helper.make_node("Flatten", ["f"], ["g"]),
        helper.make_node("MatMul", ["g", "u"], ["y"]),
    ]
    if as_node:
        nodes.insert(0, helper.make_node("Constant", [], ["t"], value=numpy_helper.from_array(target)))
    else:
        constants["t"] = target
    return network(nodes, constants, (3, 2, 2), 13, batch=batch)


@pytest.mark.parametrize("as_node", [False, True])
@pytest.mark.parametrize("batch", [1, 4, 12])
@pytest.mark.parametrize("rest", [(12,), (-1,), (3, 4), (3, -1, 2), (0, 4)])
def test_fixed_batch_becomes_open(batch: int, rest: tuple[int, ...], as_node: bool) -> None:
    model = _fixed(whole(batch, *rest), batch, as_node=as_node)
    x = np.random.default_rng(3).normal(size=(batch, 3, 2, 2)).astype(np.float32)
    reference = onnxruntime_values(model, x)["y"]
    freed = free_batch(model)
    graph = ExplainableGraph.from_onnx(freed)
    for n in (1, 3, batch):
        many = np.resize(x, (n, 3, 2, 2))
        expected = np.resize(reference, (n, 5))
        assert relative_difference(onnxruntime_values(freed, many)["y"], expected) < 1e-6
        assert relative_difference(graph.logits(torch.from_numpy(many)).numpy(), expected) < 1e-5


def test_the_original_is_left_alone() -> None:
    model = _fixed(whole(1, 12), 1)
    before = model.SerializeToString()
    free_batch(model)
    assert model.SerializeToString() == before


def test_an_open_batch_stays_open() -> None:
    model = _fixed(whole(-1, 12), 1)
    model.graph.input[0].type.tensor_type.shape.dim[0].dim_param = "n"
    freed = free_batch(model)
    assert [
        numpy_helper.to_array(entry).tolist() for entry in freed.graph.initializer if entry.name == "t"
    ] == [[-1, 12]]


def test_cntk_network_takes_three_pictures(shared_data: Path) -> None:
    model = onnx.load_model(shared_data / "models" / "onnx_mnist_cntk" / "mnist.onnx")
    x = np.random.default_rng(4).uniform(0, 255, (3, 1, 28, 28)).astype(np.float32)
    reference = np.concatenate([onnxruntime_values(model, row[None])["Plus214_Output_0"] for row in x])
    freed = free_batch(model)
    assert relative_difference(onnxruntime_values(freed, x)["Plus214_Output_0"], reference) < 1e-5
    graph = ExplainableGraph.from_onnx(freed)
    assert relative_difference(graph.logits(torch.from_numpy(x)).numpy(), reference) < 1e-5
