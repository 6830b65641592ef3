"""Every linear map against a dense matrix that is built column by column, in double precision."""

import itertools

import numpy as np
import pytest
import torch
from engine.graph.building import Case, relative_difference
from engine.graph.shape_cases import FOLDS, REDUCTIONS, RESIZES
from engine.graph.value_cases import DENSE
from engine.graph.window_cases import CONVOLUTIONS, MAX_POOLS, TRANSPOSED, WINDOWS
from torch import Tensor

from deepintro_desktop.engine.graph import registry
from deepintro_desktop.engine.graph.graph import ExplainableGraph
from deepintro_desktop.engine.graph.operator import LinearMap, Node, Primitive
from deepintro_desktop.engine.graph.operators.windows import windows_of

MAPPED = [
    case
    for case in [*WINDOWS, *DENSE, *FOLDS, *REDUCTIONS, *RESIZES]
    if registry.find(case.operator).linear_map
    and not any(form in case.id for form in ("transA", "activations", "left"))
]
WEIGHTED = [case for case in MAPPED if case.operator in ("Conv", "ConvTranspose", "Gemm")]
STACKABLE = [
    case
    for case in WEIGHTED
    if case.operator != "ConvTranspose" and "group" not in case.id and "depth" not in case.id
]
WON = [case for case in MAPPED if registry.find(case.operator).window_winner]
# The maps of a maximum and of a norm are the sums over the same cells.
EXACT = [case for case in MAPPED if case not in WON and case.operator != "ReduceL2"]
CUBIC = [case for case in RESIZES if "cubic" in case.id]
POOLS = [case for case in MAPPED if registry.find(case.operator).primitive is Primitive.POOL]
TIGHT = 1e-12


def _opened(case: Case, n: int = 2) -> tuple[Node, LinearMap, Tensor, Tensor]:
    """Return the node, its map, its input and its output, in double precision."""
    graph = ExplainableGraph.from_onnx(case.model(), output="flat").to(dtype=torch.float64)
    x = torch.from_numpy(case.inputs(1 if "sizes" in case.id else n)).double()
    values = graph.run(x, keep="all")
    node = graph.node(case.nodes[-1].name)
    return node, graph.linear_map(node, values), values[node.inputs[0]], values[node.outputs[0]]


def _dense(linear: LinearMap, x: Tensor, weight: Tensor | None = None) -> Tensor:
    """Return the matrix, [outputs, inputs], of the map for one picture."""
    n_inputs = x[0].numel()
    basis = torch.eye(n_inputs, dtype=x.dtype).reshape(n_inputs, *x.shape[1:])
    columns = [linear.apply(basis[index : index + 1], weight).flatten() for index in range(n_inputs)]
    return torch.stack(columns, 1)


@pytest.mark.parametrize("case", MAPPED, ids=[case.id for case in MAPPED])
def test_adjoint_is_the_transposed_matrix(case: Case) -> None:
    _, linear, x, y = _opened(case)
    matrix = _dense(linear, x)
    applied = linear.apply(x)
    s = torch.randn(applied.shape, dtype=torch.float64)
    back = linear.adjoint(s, x)
    assert applied.shape == y.shape
    assert back.shape == x.shape
    assert relative_difference(applied.flatten(1).numpy(), (x.flatten(1) @ matrix.t()).numpy()) < TIGHT
    assert relative_difference(back.flatten(1).numpy(), (s.flatten(1) @ matrix).numpy()) < TIGHT


@pytest.mark.parametrize("case", EXACT, ids=[case.id for case in EXACT])
def test_map_and_bias_are_the_forward_function(case: Case) -> None:
    _, linear, x, y = _opened(case)
    assert relative_difference(linear.apply(x, None, linear.bias).numpy(), y.numpy()) < TIGHT


@pytest.mark.parametrize("case", WEIGHTED, ids=[case.id for case in WEIGHTED])
def test_other_weights_take_the_place_of_the_own_ones(case: Case) -> None:
    _, linear, x, _ = _opened(case)
    weight = linear.weight.clamp(min=0)
    matrix = _dense(linear, x, weight)
    s = torch.randn(linear.apply(x, weight).shape, dtype=torch.float64)
    assert relative_difference(matrix.numpy(), _dense(linear, x).clamp(min=0).numpy()) < TIGHT
    expected = s.flatten(1) @ matrix
    assert relative_difference(linear.adjoint(s, x, weight).flatten(1).numpy(), expected.numpy()) < TIGHT


@pytest.mark.parametrize("case", STACKABLE, ids=[case.id for case in STACKABLE])
def test_stacked_weights_give_stacked_results(case: Case) -> None:
    _, linear, x, _ = _opened(case)
    weight = torch.cat([linear.weight.clamp(min=0), linear.weight.clamp(max=0)])
    both = linear.apply(x, weight)
    first, second = both.chunk(2, 1)
    assert relative_difference((first + second).numpy(), linear.apply(x).numpy()) < TIGHT
    s = torch.randn(first.shape, dtype=torch.float64)
    back = linear.adjoint(torch.cat([s, s], 1), x, weight)
    assert relative_difference(back.numpy(), linear.adjoint(s, x).numpy()) < TIGHT


@pytest.mark.parametrize("case", POOLS, ids=[case.id for case in POOLS])
def test_unsigned_pools_weigh_nothing_negatively(case: Case) -> None:
    _, linear, x, _ = _opened(case)
    assert linear.weight is None
    assert linear.bias is None
    matrix = _dense(linear, x)
    if case not in CUBIC:
        assert matrix.min() >= 0
    assert torch.equal(_dense(linear.unsigned, x), matrix.abs())


@pytest.mark.parametrize("case", MAPPED, ids=[case.id for case in MAPPED])
def test_fan_in_bounds_the_inputs_of_an_output(case: Case) -> None:
    _, linear, x, _ = _opened(case)
    assert linear.n_fan_in >= int((_dense(linear, x) != 0).sum(1).max())


def test_depthwise_is_recognised() -> None:
    found = {case.id: _opened(case)[1].is_depthwise for case in [*CONVOLUTIONS, *TRANSPOSED]}
    assert {name for name, is_depthwise in found.items() if is_depthwise} == {
        name for name in found if "depthwise" in name
    }


@pytest.mark.parametrize("case", WON, ids=[case.id for case in WON])
def test_winner_takes_all_is_the_gradient_of_the_maximum(case: Case) -> None:
    node, _, x, _ = _opened(case)
    x = x.clone().requires_grad_()
    operator = registry.find(case.operator)
    y = operator.forward(node, [x])[0]
    s = torch.randn(y.shape, dtype=torch.float64)
    expected = torch.autograd.grad((y * s).sum(), x)[0]
    assert relative_difference(operator.window_winner(node, x.detach(), s).numpy(), expected.numpy()) < TIGHT


@pytest.mark.parametrize(
    "case", [case for case in MAX_POOLS if len(case.shape) == 3], ids=lambda case: case.id
)
def test_max_pool_sums_its_window_cell_by_cell(case: Case) -> None:
    node, linear, x, y = _opened(case, n=1)
    summed = linear.apply(x)
    if case.operator == "GlobalMaxPool":
        assert relative_difference(summed.numpy(), x.sum((2, 3), keepdim=True).numpy()) < TIGHT
        return
    windows = windows_of(node, tuple(x.shape[2:]))
    expected, largest = np.zeros(y.shape), np.full(y.shape, -np.inf)
    for place in itertools.product(*map(range, y.shape[2:])):
        for offset in itertools.product(*map(range, windows.kernel)):
            cell = [
                p * s - b + o * d
                for p, s, b, o, d in zip(
                    place, windows.strides, windows.begins, offset, windows.dilations, strict=True
                )
            ]
            if all(0 <= c < n for c, n in zip(cell, x.shape[2:], strict=True)):
                value = x[0, :, cell[0], cell[1]].numpy()
                expected[0, :, place[0], place[1]] += value
                largest[0, :, place[0], place[1]] = np.maximum(largest[0, :, place[0], place[1]], value)
    assert relative_difference(summed.numpy(), expected) < TIGHT
    assert np.array_equal(y.numpy(), largest)
