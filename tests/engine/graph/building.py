"""ONNX networks made on the spot, and what onnxruntime says to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

Array = NDArray[Any]


@dataclass(frozen=True)
class Case:
    """A few operators on one input ``x``; every output of the last node is compared.

    ``shape`` is the input without the batch. ``values``: ``signed``, ``positive`` or ``large``.
    """

    id: str
    nodes: tuple[NodeProto, ...]
    constants: Mapping[str, Array]
    shape: tuple[int, ...]
    opset: int = 17
    values: str = "signed"
    outputs: tuple[str, ...] = field(default=())

    @property
    def operator(self) -> str:
        """The operator that the case is about: the last one."""
        return self.nodes[-1].op_type

    def inputs(self, n: int, seed: int = 3) -> Array:
        """Return a float32 batch of ``n`` inputs."""
        rng = np.random.default_rng(seed)
        x = rng.normal(size=(n, *self.shape))
        if self.values == "positive":
            x = np.abs(x) + 0.1
        if self.values == "large":
            x = x * 4
        return x.astype(np.float32)

    def model(self) -> ModelProto:
        """Return the network: the nodes, then a Flatten so that it ends like a classifier."""
        names = self.outputs or (self.nodes[-1].output[0],)
        flat = [f"flat-{name}" for name in names]
        ends = [helper.make_node("Flatten", [name], [end]) for name, end in zip(names, flat, strict=True)]
        joined = helper.make_node("Concat", flat, ["flat"], axis=1)
        return network(
            [*self.nodes, *ends, joined], self.constants, self.shape, self.opset, outputs=("flat", *names)
        )


def network(
    nodes: Sequence[NodeProto],
    constants: Mapping[str, Array],
    shape: Sequence[int],
    opset: int = 17,
    *,
    outputs: Sequence[str] = (),
    batch: int | str = "n",
) -> ModelProto:
    """Return a network on the input ``x`` of that shape (without the batch)."""
    named = [node for node in nodes]
    for index, node in enumerate(named):
        node.name = node.name or f"{node.op_type}_{index}"
    graph = helper.make_graph(
        named,
        "made",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [batch, *shape])],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
            for name in outputs or (nodes[-1].output[0],)
        ],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in constants.items()],
    )
    return helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8 if opset < 22 else 10
    )


def one(
    operator: str,
    *constants: Array | None,
    shape: Sequence[int] = (4, 7, 6),
    opset: int = 17,
    values: str = "signed",
    id: str = "",
    n_outputs: int = 1,
    **attributes: Any,
) -> Case:
    """Return a case of one operator whose first input is the picture and whose others are constants."""
    names = ["" if value is None else f"c{index}" for index, value in enumerate(constants)]
    outputs = ["y", *(f"y{index}" for index in range(1, n_outputs))]
    node = helper.make_node(operator, ["x", *names], outputs, **attributes)
    kept = {name: value for name, value in zip(names, constants, strict=True) if value is not None}
    label = id or ",".join(f"{key}={value}" for key, value in attributes.items()) or "plain"
    return Case(f"{operator}-{opset}-{label}", (node,), kept, tuple(shape), opset, values, tuple(outputs))


def chain(
    id: str,
    *nodes: tuple[Any, ...],
    shape: Sequence[int] = (4, 7, 6),
    opset: int = 17,
    values: str = "signed",
    **constants: Array,
) -> Case:
    """Return a case of several operators, each given as (operator, inputs, output, attributes)."""
    made = tuple(
        helper.make_node(node[0], node[1].split(), node[2].split(), **(node[3] if len(node) > 3 else {}))
        for node in nodes
    )
    return Case(f"{made[-1].op_type}-{opset}-{id}", made, constants, tuple(shape), opset, values)


def weights(*shape: int, seed: int = 1, scale: float = 0.5) -> Array:
    """Return random float32 weights, none of them zero."""
    rng = np.random.default_rng(seed + sum(shape))
    values = rng.normal(scale=scale, size=shape)
    return (values + np.where(values >= 0, 0.01, -0.01)).astype(np.float32)


def positive(*shape: int, seed: int = 2) -> Array:
    """Return random float32 numbers between 0.5 and 1.5."""
    return np.random.default_rng(seed + sum(shape)).uniform(0.5, 1.5, shape).astype(np.float32)


def whole(*values: int) -> Array:
    """Return int64 numbers."""
    return np.array(values, dtype=np.int64)


def real(*values: float) -> Array:
    """Return float32 numbers."""
    return np.array(values, dtype=np.float32)


def scalar(value: Any, dtype: Any = np.float32) -> Array:
    """Return a number without dimensions."""
    return np.array(value, dtype=dtype)


def onnxruntime_values(model: ModelProto, x: Array, names: Sequence[str] | None = None) -> dict[str, Array]:
    """Return what onnxruntime, without any optimisation, computes for the named outputs (default: all)."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    names = list(names or [entry.name for entry in session.get_outputs()])
    return dict(zip(names, session.run(names, {session.get_inputs()[0].name: x}), strict=True))


def relative_difference(a: Array, b: Array) -> float:
    """Return the largest absolute difference, divided by the largest absolute value of ``b``."""
    assert a.shape == b.shape, f"{a.shape} is not {b.shape}"
    scale = float(np.abs(b).max())
    difference = float(np.abs(a.astype(np.float64) - b.astype(np.float64)).max())
    return difference / scale if scale else difference
