"""Every operator variant computes what onnxruntime computes."""

import numpy as np
import pytest
import torch
from engine.graph.building import Case, onnxruntime_values, relative_difference
from engine.graph.shape_cases import MOVES
from engine.graph.value_cases import VALUES
from engine.graph.window_cases import WINDOWS

from deepintro_desktop.engine.graph import registry
from deepintro_desktop.engine.graph.graph import ExplainableGraph

CASES = [*WINDOWS, *VALUES, *MOVES]


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_operator_agrees_with_onnxruntime(case: Case) -> None:
    model = case.model()
    graph = ExplainableGraph.from_onnx(model, output="flat")
    for n in (1, 3):
        x = case.inputs(n)
        if n != 1 and "sizes" in case.id:
            continue
        reference = onnxruntime_values(model, x)
        values = graph.run(torch.from_numpy(x), keep="all")
        for name in reference:
            assert relative_difference(values[name].numpy(), reference[name]) < 1e-5


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_operator_keeps_double_precision(case: Case) -> None:
    graph = ExplainableGraph.from_onnx(case.model(), output="flat")
    x = torch.from_numpy(case.inputs(2)[:1])
    single, double = graph.logits(x), graph.to(dtype=torch.float64).logits(x.double())
    assert double.dtype == torch.float64
    assert relative_difference(single.numpy(), double.numpy()) < 1e-5


def test_every_registered_operator_has_a_case() -> None:
    tried = {node.op_type for case in CASES for node in case.nodes}
    assert set(registry.names()) == tried


def test_cases_have_different_names() -> None:
    names = [case.id for case in CASES]
    assert len(set(names)) == len(names), sorted(name for name in names if names.count(name) > 1)


def test_random_inputs_are_not_zero() -> None:
    assert all(np.abs(case.inputs(1)).min() > 0 for case in CASES)
