"""Whole networks: forward, gradients, what is kept, precision, and the networks that others made."""

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from engine.graph.building import onnxruntime_values, relative_difference
from engine.graph.nets import NETS, residual

from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.logits import logits_of


def _inputs(graph: ExplainableGraph, n: int) -> torch.Tensor:
    return torch.randn(n, *graph.input_shape)


@pytest.mark.parametrize("name", NETS)
@pytest.mark.parametrize("n", [1, 3])
def test_network_agrees_with_onnxruntime(name: str, n: int) -> None:
    model = NETS[name]()
    graph = ExplainableGraph.from_onnx(model.SerializeToString())
    model.graph.output.append(onnx.helper.make_empty_tensor_value_info(logits_of(model)[0]))
    model.graph.output[-1].type.tensor_type.elem_type = onnx.TensorProto.FLOAT
    if model.graph.output[0].name == model.graph.output[-1].name:
        del model.graph.output[-1]
    x = _inputs(graph, n)
    reference = onnxruntime_values(model, x.numpy())[graph.output_name]
    assert graph.n_classes == 5
    assert relative_difference(graph.logits(x).numpy(), reference.reshape(n, -1)) < 1e-5


@pytest.mark.parametrize("name", NETS)
def test_gradient_is_the_slope_of_the_logit(name: str) -> None:
    graph = ExplainableGraph.from_onnx(NETS[name]()).to(dtype=torch.float64)
    x = _inputs(graph, 2).double()
    targets = torch.tensor([1, 4])
    gradient = graph.gradient(x, targets)
    direction = torch.randn_like(x)
    step = 1e-6
    above, below = graph.logits(x + step * direction), graph.logits(x - step * direction)
    slope = ((above - below) / (2 * step)).gather(1, targets[:, None])[:, 0]
    expected = (gradient * direction).sum((1, 2, 3))
    assert relative_difference(expected.numpy(), slope.numpy()) < 1e-6
    assert torch.equal(gradient[:1], graph.gradient(x[:1], 1))


def test_gradient_works_where_gradients_are_off() -> None:
    graph = ExplainableGraph.from_onnx(residual())
    with torch.no_grad():
        assert graph.gradient(_inputs(graph, 1), 2).abs().max() > 0


def test_run_returns_what_it_is_asked_to_keep() -> None:
    graph = ExplainableGraph.from_onnx(residual())
    x = _inputs(graph, 2)
    everything = graph.run(x, keep="all")
    assert set(everything) == {"x", *(name for node in graph.nodes for name in node.outputs)}
    names = {"x", graph.nodes[2].outputs[0]}
    some = graph.run(x, keep=names)
    assert set(some) == names | {graph.output_name}
    assert all(torch.equal(some[name], everything[name]) for name in some)
    assert set(graph.run(x)) == {graph.output_name}


def test_run_refuses_an_input_of_another_size() -> None:
    graph = ExplainableGraph.from_onnx(residual())
    with pytest.raises(ValueError, match="the network wants"):
        graph.run(torch.zeros(1, 3, 15, 16))
    with pytest.raises(KeyError, match="nothing"):
        graph.run(torch.zeros(1, 3, 16, 16), keep={"nothing"})


def test_another_precision_leaves_the_graph_as_it_was() -> None:
    graph = ExplainableGraph.from_onnx(residual())
    twin = graph.to(dtype=torch.float64)
    assert {value.dtype for value in graph.constants.values() if value.is_floating_point()} == {torch.float32}
    assert {value.dtype for value in twin.constants.values() if value.is_floating_point()} == {torch.float64}
    x = _inputs(graph, 1)
    assert relative_difference(graph.logits(x).numpy(), twin.logits(x).numpy()) < 1e-5


def test_consumers_and_producers_mirror_each_other() -> None:
    graph = ExplainableGraph.from_onnx(residual())
    for node in graph.nodes:
        for name in node.inputs:
            assert node in graph.consumers[name]
        for name in node.outputs:
            assert graph.producers[name] is node
    assert graph.node(graph.nodes[3].name) is graph.nodes[3]


@pytest.mark.parametrize(
    ("folder", "file"), [("onnx_mnist_cntk", "mnist.onnx"), ("onnx_cifar10_winml", "ImageClassifier.onnx")]
)
def test_networks_of_others_agree_with_onnxruntime(shared_data: Path, folder: str, file: str) -> None:
    content = (shared_data / "models" / folder / file).read_bytes()
    graph = ExplainableGraph.from_onnx(content)
    x = np.random.default_rng(1).uniform(0, 255, (1, *graph.input_shape)).astype(np.float32)
    reference = next(iter(onnxruntime_values(onnx.load_model_from_string(content), x).values()))
    assert relative_difference(graph.logits(torch.from_numpy(x)).numpy(), reference) < 1e-5
