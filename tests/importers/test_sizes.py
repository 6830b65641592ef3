"""Shape arithmetic of exporters, against the runtime that computes it for real."""

import numpy as np
import onnxruntime
import pytest
from importers.builders import network
from onnx import TensorProto, helper, numpy_helper

from deepintro_desktop.importers.onnx import edit
from deepintro_desktop.importers.onnx.sizes import with_computed_sizes

NODE = helper.make_node
SHAPE = NODE("Shape", ["x"], ["s"])
CASES = {
    "gather": [SHAPE, NODE("Gather", ["s", "two"], ["y"])],
    "slice": [SHAPE, NODE("Slice", ["s", "from", "to"], ["y"])],
    "reversed": [SHAPE, NODE("Slice", ["s", "last", "lowest", "zero", "minus"], ["y"])],
    "part": [NODE("Shape", ["x"], ["y"], start=1, end=3)],
    "divide": [SHAPE, NODE("Neg", ["s"], ["n"]), NODE("Div", ["n", "three"], ["y"])],
    "modulo": [SHAPE, NODE("Mod", ["s", "three"], ["y"])],
    "joined": [SHAPE, NODE("Concat", ["s", "from"], ["y"], axis=0)],
    "chosen": [SHAPE, NODE("Equal", ["s", "three"], ["e"]), NODE("Where", ["e", "minus", "s"], ["y"])],
    "filled": [SHAPE, NODE("ConstantOfShape", ["s"], ["y"])],
    "limited": [SHAPE, NODE("Clip", ["s", "least", "seven"], ["y"])],
    "limited below": [SHAPE, NODE("Clip", ["s", "seven"], ["y"])],
    "limited above": [SHAPE, NODE("Clip", ["s", "", "seven"], ["y"])],
    "stepped": [SHAPE, NODE("Slice", ["s", "zero", "three", "", "two"], ["y"])],
    "counted": [NODE("Size", ["x"], ["n"]), NODE("Range", ["nought", "n", "seven"], ["y"])],
    "spread": [SHAPE, NODE("Expand", ["s", "grid"], ["y"])],
    "turned": [SHAPE, NODE("Reshape", ["s", "grid2"], ["r"]), NODE("Transpose", ["r"], ["y"])],
    "scaled": [
        SHAPE,
        NODE("Cast", ["s"], ["f"], to=TensorProto.FLOAT),
        NODE("Mul", ["f", "half"], ["h"]),
        NODE("Floor", ["h"], ["fl"]),
        NODE("Cast", ["fl"], ["y"], to=TensorProto.INT64),
    ],
    "nested": [SHAPE, NODE("Unsqueeze", ["s", "zero"], ["u"]), NODE("Squeeze", ["u", "zero"], ["y"])],
    "product": [SHAPE, NODE("ReduceProd", ["s"], ["y"], keepdims=0)],
}
STORED = {
    "two": [2],
    "from": [1],
    "to": [3],
    "last": [-1],
    "lowest": [-(2**63) + 1],
    "zero": [0],
    "minus": [-1],
    "three": [3],
    "grid": [2, 4],
    "grid2": [2, 2],
}


@pytest.mark.parametrize("name", sorted(CASES))
def test_values_are_those_of_the_runtime(rng, name):
    stored = {key: np.array(value, np.int64) for key, value in STORED.items()}
    stored |= {
        "nought": np.array(0),
        "seven": np.array(7),
        "least": np.array(4),
        "half": np.array([0.3], np.float32),
    }
    # The value must not be an output: those are kept as they are.
    nodes = [*CASES[name], NODE("Identity", ["y"], ["out"])]
    model = network(nodes, stored, input_shape=(1, 3, 8, 6), outputs=(("out", None),))
    kind = TensorProto.FLOAT if name == "filled" else TensorProto.INT64
    model.graph.output[0].type.tensor_type.elem_type = kind
    computed = with_computed_sizes(edit.infer(model))
    found = next(entry for entry in computed.graph.initializer if entry.name == "y")
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    expected = session.run(None, {"x": rng.normal(0, 1, (1, 3, 8, 6)).astype(np.float32)})[0]
    result = numpy_helper.to_array(found)
    assert result.shape == expected.shape
    np.testing.assert_array_equal(result, expected)


def test_large_values_are_never_made():
    stored = {"s": np.array([1 << 20, 1 << 20], np.int64)}
    nodes = [NODE("ConstantOfShape", ["s"], ["k"]), NODE("ReduceMean", ["k"], ["m"], keepdims=0),
             NODE("Add", ["x", "m"], ["y"])]  # fmt: skip
    computed = with_computed_sizes(edit.infer(network(nodes, stored, outputs=(("y", None),))))
    assert [node.op_type for node in computed.graph.node] == ["ConstantOfShape", "ReduceMean", "Add"]
