"""Order, constants, what carries the picture, and what the graph says about itself."""

import numpy as np
import torch
from engine.graph.building import chain, network, relative_difference, scalar, weights, whole
from engine.graph.nets import NETS, residual
from onnx import TensorProto, helper

from deepintro_desktop.core.records import OutputKind
from deepintro_desktop.engine.graph import registry
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.logits import logits_of
from deepintro_desktop.engine.graph.support import support_table


def test_nodes_are_sorted_and_useless_ones_dropped() -> None:
    nodes = [
        helper.make_node("Flatten", ["b"], ["y"]),
        helper.make_node("Relu", ["x"], ["a"]),
        helper.make_node("Exp", ["a"], ["useless"]),
        helper.make_node("Neg", ["a"], ["b"]),
    ]
    graph = ExplainableGraph.from_onnx(network(nodes, {}, (4, 1, 1), outputs=("y",)))
    assert [node.operator for node in graph.nodes] == ["Relu", "Neg", "Flatten"]


def test_nodes_without_a_name_or_with_the_same_get_their_own() -> None:
    nodes = [helper.make_node("Relu", ["x"], ["a"]), helper.make_node("Neg", ["a"], ["y"])]
    model = network(nodes, {}, (4,))
    for node in model.graph.node:
        node.name = "same"
    assert [node.name for node in ExplainableGraph.from_onnx(model).nodes] == ["same", "same__2"]
    for node in model.graph.node:
        node.name = ""
    assert [node.name for node in ExplainableGraph.from_onnx(model).nodes] == ["Relu_0", "Neg_1"]


def test_what_follows_the_shape_only_is_not_active() -> None:
    case = chain(
        "mixed",
        ("Shape", "x", "s"), ("Cast", "s", "f", {"to": TensorProto.FLOAT}), ("ReduceMean", "f", "m"),
        ("Mul", "x m", "a"), ("Greater", "a c", "g"), ("Where", "g a c", "y"),
        c=scalar(0.1),
    )  # fmt: skip
    graph = ExplainableGraph.from_onnx(case.model(), output="flat")
    assert graph.active == {"x", "a", "y", "flat-y", "flat"}


def test_values_that_need_no_picture_are_computed_once() -> None:
    case = chain(
        "weights", ("Transpose", "w", "t", {"perm": [1, 0]}), ("Neg", "t", "v"), ("Reshape", "v s", "r"),
        ("MatMul", "x r", "y"), shape=(4,), w=weights(3, 4), s=whole(4, 3),
    )  # fmt: skip
    graph = ExplainableGraph.from_onnx(case.model(), output="flat")
    assert [node.operator for node in graph.nodes] == ["MatMul", "Flatten", "Concat"]
    assert set(graph.constants) == {"r"}


def test_half_and_double_weights_become_single() -> None:
    for dtype in (np.float16, np.float64):
        case = chain("typed", ("Cast", "w", "v", {"to": TensorProto.FLOAT}), ("Mul", "x v", "y"),
                     w=weights(4, 1, 1).astype(dtype))  # fmt: skip
        graph = ExplainableGraph.from_onnx(case.model(), output="flat")
        assert graph.constants["v"].dtype == torch.float32


def test_logits_are_found_behind_closing_functions() -> None:
    for closing, kind in (
        ("Softmax", OutputKind.SOFTMAX),
        ("LogSoftmax", OutputKind.LOG_SOFTMAX),
        ("Sigmoid", OutputKind.SIGMOID),
    ):
        nodes = [
            helper.make_node("Relu", ["x"], ["a"]),
            helper.make_node("Identity", ["a"], ["b"]),
            helper.make_node(closing, ["b"], ["c"]),
            helper.make_node("Flatten", ["c"], ["y"]),
        ]
        model = network(nodes, {}, (4, 1, 1))
        assert logits_of(model) == ("a", kind)
        graph = ExplainableGraph.from_onnx(model)
        assert (graph.output_name, graph.n_classes) == ("a", 4)
        assert graph.logits(torch.ones(2, 4, 1, 1)).shape == (2, 4)
    assert logits_of(residual())[1] is OutputKind.LOGITS


def test_a_copy_in_double_precision_differs_by_rounding_only() -> None:
    for make in NETS.values():
        graph = ExplainableGraph.from_onnx(make())
        x = torch.randn(1, *graph.input_shape)
        double = graph.to(dtype=torch.float64).run(x, keep="all")
        single = graph.run(x, keep="all")
        assert all(value.dtype == torch.float64 for value in double.values())
        for name, value in single.items():
            assert relative_difference(value.numpy(), double[name].numpy()) < 1e-5


def test_support_table_has_a_row_for_every_operator() -> None:
    rows = [line.split("|")[1].strip() for line in support_table().splitlines() if line.startswith("| ")]
    assert rows == ["Operator", *registry.names()]
